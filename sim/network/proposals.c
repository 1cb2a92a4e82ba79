#include "network/proposals.h"

#include "base/elementary.h"
#include "base/prefetch.h"
#include "base/wide.h"

/* Eight blocks of the stream: a proposal takes the four words of one of them. */
void proposals_aim(struct proposals *proposals, const struct envelope *envelope, uint32_t ego,
                   struct stream *draw)
{
    uint32_t drawn[4][PLANE_BATCH];
    uint32_t *words[4] = {drawn[0], drawn[1], drawn[2], drawn[3]};
    philox_run(draw->key, draw->counter, PLANE_BATCH, words);
    draw->counter.word[3] += PLANE_BATCH;
    proposals->next = proposals->tested = 0;
    for (size_t k = 0; k < PLANE_BATCH; k++)
        proposals->point[k] = uniform_of(drawn[3][k]);
    if (envelope->by_distance) {
        plane_aim(&envelope->plane, ego, words, &proposals->aims);
        return;
    }
    for (size_t k = 0; k < PLANE_BATCH; k++) {
        proposals->aims.cell[k] = below_of(drawn[0][k], envelope->network->actors);
        proposals->aims.bound[k] = 0;
    }
}

void proposals_find(struct proposals *proposals, const struct envelope *envelope, uint32_t ego)
{
    const struct plane_aims *aims = &proposals->aims;
    size_t listed = 0;
    for (uint32_t k = 0; k < PLANE_BATCH; k++) {
        const uint32_t alter =
            envelope->by_distance ? plane_find(&envelope->plane, ego, aims->cell[k], aims->place[k])
                                  : aims->cell[k];
        prefetch(lists_at(&envelope->network->in, alter));
        proposals->alter[k] = alter;
        proposals->chance[k] = 0;
        proposals->listed[listed] = k;
        listed += alter != ego;
    }
    proposals->alter[PLANE_BATCH] = ego;
    for (size_t n = 0; n < PROPOSALS_TESTED; n++)
        proposals->listed[listed + n] = PLANE_BATCH;
}

/* Works out the chances of some of those listed at once, as options behind the last one; of those
 * that cannot be accepted too, which costs less than to ask for each. */
static void test(struct proposals *proposals, const struct envelope *envelope,
                 struct envelope_ego bounds, struct choice *choice)
{
    const uint32_t *which = proposals->listed + proposals->tested;
    const size_t from = choice->count;
    double less[PROPOSALS_TESTED], chance[PROPOSALS_TESTED];
    bool may[PROPOSALS_TESTED];
    for (size_t n = 0; n < PROPOSALS_TESTED; n++) {
        const uint32_t alter = choice->alter[from + n] = proposals->alter[which[n]];
        const double bound = proposals->aims.bound[which[n] % PLANE_BATCH]; /* of nobody, any */
        double score = 0;
        const bool unmet = choice_find(choice, alter) == CHOICE_NONE;
        const bool among = envelope_of_many(envelope, alter, &score);
        may[n] = (alter != choice->ego) & unmet & among;
        less[n] = score - (bound + envelope->many_weight) - bounds.pair;
    }
    size_t open;
    const struct term *terms = envelope_open(envelope, &open);
    effect_utilities(terms, open, envelope->network, choice, from, from + PROPOSALS_TESTED);
    for (size_t n = 0; n < PROPOSALS_TESTED; n++)
        choice->utility[from + n] += less[n];
    wide_exp(choice->utility + from, 0, chance, PROPOSALS_TESTED);
    for (size_t n = 0; n < PROPOSALS_TESTED; n++)
        proposals->chance[which[n]] = chance[n] * may[n];
    proposals->tested += PROPOSALS_TESTED;
}

uint32_t proposals_try(struct proposals *proposals, const struct envelope *envelope,
                       struct envelope_ego bounds, struct choice *choice, struct stream *draw)
{
    if (proposals->next == PLANE_BATCH) {
        proposals_aim(proposals, envelope, choice->ego, draw);
        proposals_find(proposals, envelope, choice->ego);
    }
    if (proposals->next == proposals->listed[proposals->tested])
        test(proposals, envelope, bounds, choice);
    const size_t k = proposals->next++;
    return proposals->point[k] < proposals->chance[k] ? proposals->alter[k] : choice->ego;
}
