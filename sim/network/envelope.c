#include "network/envelope.h"

#include "base/elementary.h"
#include "base/memory.h"

static bool binds(const struct term *term, enum effect_reach reach)
{
    return term->role != ROLE_ENDOWMENT && term->effect->reach == reach;
}

static double score_of(const struct envelope *envelope, uint32_t actor)
{
    double score = 0;
    for (size_t t = 0; t < envelope->term_count; t++)
        if (binds(&envelope->terms[t], REACH_ALTER))
            score +=
                envelope->terms[t].effect->bound(&envelope->terms[t], envelope->network, actor);
    return score;
}

/* Where the many end: the split at which the envelope weighs least. */
static void find_split(struct envelope *envelope)
{
    const double everybody =
        envelope->by_distance ? plane_total(&envelope->plane) : envelope->network->actors;
    envelope->many = everybody;
    envelope->few = envelope->many_weight = 0;
    if (!envelope->by_score)
        return;
    const struct buckets *scores = &envelope->scores;
    const double closest = elementary_exp(envelope->closest);
    double least = -1;
    for (int split = scores->highest; split >= scores->lowest; split--) {
        const double many = everybody * scores->row[split].weight;
        const double few = closest * buckets_total(scores, split);
        if (least >= 0 && many + few >= least)
            continue;
        least = many + few;
        envelope->split = split;
        envelope->many = many;
        envelope->few = few;
        envelope->many_weight = scores->row[split].upper;
    }
}

/* The first distance in a plane whose effect weighs on making ties. */
static bool take_plane(struct envelope *envelope, struct spel_error *error)
{
    for (size_t t = 0; t < envelope->term_count; t++) {
        const struct term *term = &envelope->terms[t];
        if (!binds(term, REACH_PAIR) || !term->dyadic || term->dyadic->kind != DYADIC_PLANE)
            continue;
        envelope->by_distance = term;
        envelope->closest = term->effect->bound(term, envelope->network, 0);
        return plane_init(&envelope->plane, envelope->network, term->dyadic, term->value, error);
    }
    return true;
}

static bool take_scores(struct envelope *envelope, struct spel_error *error)
{
    for (size_t t = 0; t < envelope->term_count; t++)
        envelope->by_score |= binds(&envelope->terms[t], REACH_ALTER);
    if (!envelope->by_score)
        return true;
    double *score = memory_take(envelope->network->actors, sizeof *score, error);
    if (!score)
        return false;
    for (uint32_t i = 0; i < envelope->network->actors; i++)
        score[i] = score_of(envelope, i);
    const bool fine = buckets_init(&envelope->scores, score, envelope->network->actors, error);
    memory_release(score);
    return fine;
}

bool envelope_init(struct envelope *envelope, const struct network *network,
                   const struct term *terms, size_t term_count, struct spel_error *error)
{
    *envelope = (struct envelope){.network = network, .terms = terms, .term_count = term_count};
    if (!take_plane(envelope, error) || !take_scores(envelope, error))
        return false;
    find_split(envelope);
    return true;
}

void envelope_clear(struct envelope *envelope)
{
    plane_clear(&envelope->plane);
    buckets_clear(&envelope->scores);
}

bool envelope_update(struct envelope *envelope, uint32_t actor, struct spel_error *error)
{
    if (!envelope->by_score)
        return true;
    const uint16_t before = envelope->scores.bucket[actor];
    if (!buckets_set(&envelope->scores, actor, score_of(envelope, actor), error))
        return false;
    if (envelope->scores.bucket[actor] != before || before == BUCKETS - 1)
        find_split(envelope);
    return true;
}

double envelope_ego(const struct envelope *envelope, uint32_t ego)
{
    double bound = 0;
    for (size_t t = 0; t < envelope->term_count; t++) {
        const struct term *term = &envelope->terms[t];
        if ((binds(term, REACH_EGO) || binds(term, REACH_PAIR)) && term != envelope->by_distance)
            bound += term->effect->bound(term, envelope->network, ego);
    }
    return bound;
}

static uint32_t propose_few(const struct envelope *envelope, struct stream *draw, double point,
                            double *bound)
{
    const double closest = elementary_exp(envelope->closest);
    const struct bucket *row = buckets_at(&envelope->scores, envelope->split, point / closest);
    *bound = envelope->closest + row->upper;
    return row->member[stream_below(draw, row->count)];
}

uint32_t envelope_propose(const struct envelope *envelope, uint32_t ego, struct stream *draw,
                          double *bound)
{
    if (envelope->few > 0) {
        const double point = stream_uniform(draw) * envelope_total(envelope) - envelope->many;
        if (point >= 0)
            return propose_few(envelope, draw, point, bound);
    }
    uint32_t alter;
    if (envelope->by_distance) {
        alter = plane_propose(&envelope->plane, ego, draw, bound);
    } else {
        alter = stream_below(draw, envelope->network->actors);
        *bound = 0;
    }
    *bound += envelope->many_weight;
    return envelope->by_score && buckets_of(score_of(envelope, alter)) > envelope->split ? ego
                                                                                         : alter;
}
