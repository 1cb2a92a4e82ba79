#include "process/trust.h"

#include <string.h>

#include "base/found.h"
#include "world/blocks_next.h"
#include "world/history.h"
#include "world/hours.h"

/* Sums of a block: cases judged by the term, and those kept. */
enum { TERMS, KEPT };

static void live(float *trust, const struct trust_params *p, double weight, bool good)
{
    const double before = *trust;
    const double after = good ? before + p->gain * weight * (1 - before)
                              : before - p->loss_gain_ratio * p->gain * weight * before;
    *trust = (float)elementary_clamp(after, 0, 1);
}

/* Marks the cases of a block with something to judge this month: the first time help that began or
 * the term that passed, later that time has come again. Counts the months since. */
static void find_judged(const struct trust_params *p, struct world *world, size_t first,
                        size_t count, uint8_t *found)
{
    const uint8_t *restrict known = world->residents.known;
    const uint32_t *restrict resident = world->needs.resident + first;
    const uint8_t *restrict domain = world->needs.domain + first;
    const uint8_t *restrict flags = world->needs.flags + first;
    const uint8_t *restrict waiting = world->needs.waiting + first;
    uint8_t *restrict since = world->needs.since + first;
    for (size_t r = 0; r < count; r++) {
        const unsigned ended = (flags[r] & NEED_ENDED) != 0;
        const unsigned is_case = known[resident[r]] >> domain[r] & (ended ^ 1);
        const unsigned again = is_case & ((flags[r] & NEED_TERM_JUDGED) != 0);
        const unsigned begun = (flags[r] & NEED_HELPED) != 0;
        since[r] = (uint8_t)(since[r] + again);
        found[r] = (uint8_t)((again & (since[r] >= p->repeat)) |
                             ((is_case ^ again) & (begun | (waiting[r] > p->term))));
    }
}

/* The first experience of a case is about the term, later ones about whether
 * there was enough help. */
static void judge(const struct trust_params *p, struct world *world, size_t row, double weight,
                  double *sums)
{
    struct needs *needs = &world->needs;
    struct residents *residents = &world->residents;
    const uint32_t i = needs->resident[row];
    bool good;
    if (needs->flags[row] & NEED_TERM_JUDGED) {
        good = hours_met(needs, (uint32_t)row) >= p->good_above;
    } else {
        good = needs->flags[row] & NEED_HELPED && needs->waiting[row] <= p->term;
        needs->flags[row] |= NEED_TERM_JUDGED;
        sums[TERMS] += 1;
        sums[KEPT] += good;
    }
    needs->since[row] = 0;
    live(&residents->trust[i], p, weight, good);
    residents->news[i] |= good ? NEWS_GOOD : NEWS_BAD;
}

static void judge_block(const struct trust_params *p, struct world *world, size_t b, double weight,
                        double *sums)
{
    const size_t first = world->blocks.first_row[b], count = world->blocks.row_count[b];
    uint8_t found[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS];
    find_judged(p, world, first, count, found);
    const size_t judged = found_list(found, count, rows);
    for (size_t k = 0; k < judged; k++)
        judge(p, world, first + rows[k], weight, sums);
}

/* What is left of trust after so much bad news from around. */
static float kept_after_news(const struct trust_params *p, double weight, unsigned news)
{
    const double lost = p->loss_gain_ratio * p->gain * weight * p->tidings;
    double kept = 1;
    for (unsigned k = 0; k < news; k++)
        kept *= lost < 1 ? 1 - lost : 0;
    return (float)kept;
}

/* Good and bad experiences of alters: low and high four bits. */
static void hear(const struct trust_params *p, double weight, uint8_t heard, float *trust)
{
    for (int k = 0; k < (heard & 15); k++)
        live(trust, p, weight * p->hearsay, true);
    for (int k = 0; k < heard >> 4; k++)
        live(trust, p, weight * p->hearsay, false);
}

static void hear_and_drift(const struct trust_params *p, struct world *world, size_t block,
                           double weight, double target)
{
    const size_t n = world->blocks.neighbourhood[block];
    const float kept = kept_after_news(p, weight, world->neighbourhoods.bad_news[n]);
    const size_t first = world->blocks.first[block], length = world->blocks.length[block];
    const uint8_t *restrict heard = world->residents.heard + first;
    float *restrict trust = world->residents.trust + first;
    const float pace = (float)p->drift, goal = (float)target;
    uint8_t told[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++)
        told[i] = heard[i] != 0;
    const size_t count = found_list(told, length, places);
    for (size_t t = 0; t < count; t++)
        hear(p, weight, heard[places[t]], &trust[places[t]]);
    for (size_t i = 0; i < length; i++)
        trust[i] = kept * trust[i] + pace * (goal - kept * trust[i]);
}

/* What the next block will read, all at once: there is little else to wait for. */
static void ask_ahead(const struct world *world, size_t b)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next =
        blocks_next(&world->blocks, b, world->blocks.count, 0, BLOCK_ROWS);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->waiting, next.rows);
    AHEAD_ASK(needs->since, next.rows);
    AHEAD_ASK(residents->known, next.places);
    AHEAD_ASK(residents->heard, next.places);
    AHEAD_ASK(residents->trust, next.places);
}

static void block_month(const struct trust_params *p, struct world *world, size_t b)
{
    const size_t n = world->blocks.neighbourhood[b];
    const double engagement = world->neighbourhoods.lever[n * LEVERS + ENGAGEMENT];
    const double weight = p->engagement_base + engagement;
    const double history = world->municipalities.history[world->neighbourhoods.municipality[n]];
    const double target =
        p->target + p->target_history * history + p->target_engagement * (engagement - 0.5);
    double *sums = world->scratch.tally + b * TALLIES;
    sums[TERMS] = sums[KEPT] = 0;
    ask_ahead(world, b);
    judge_block(p, world, b, weight, sums);
    hear_and_drift(p, world, b, weight, elementary_clamp(target, 0, 1));
}

/* Terms kept and broken, for history. */
static void count_terms(struct world *world, size_t m)
{
    const struct municipalities *municipalities = &world->municipalities;
    double terms = 0, kept = 0;
    for (uint32_t k = 0; k < municipalities->neighbourhoods[m]; k++) {
        const size_t n = municipalities->first[m] + k;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++) {
            const double *sums =
                world->scratch.tally + (world->neighbourhoods.first_block[n] + b) * TALLIES;
            terms += sums[TERMS];
            kept += sums[KEPT];
        }
    }
    history_kept(world, m, HISTORY_TERMS, (uint32_t)kept);
    history_broken(world, m, HISTORY_TERMS, (uint32_t)(terms - kept));
}

/* Levels against which organisations hold what they meet: half agreed, three in four of the
 * terms kept, cost covered, and the control of steering 0.4 at feedback quality one half. */
static const double USUAL_ALIGNMENT = 0.5, USUAL_TERMS = 0.75, USUAL_CONTROL = 0.45;

static double terms_kept(const struct world *world, size_t m)
{
    const double kept = history_year_kept(world, m, HISTORY_TERMS);
    const double broken = history_year_broken(world, m, HISTORY_TERMS);
    return kept + broken > 0 ? kept / (kept + broken) : USUAL_TERMS;
}

/* What trust in the municipality would become of all that is the same for its organisations. */
static double organisations_target(const struct trust_params *p, const struct world *world,
                                   size_t m)
{
    return p->target + p->target_history * world->municipalities.history[m] +
           p->organisation_terms * (terms_kept(world, m) - USUAL_TERMS);
}

/* Organisations trust more where they agree and terms are kept, and less where cost stays
 * uncovered and control is tight. */
static void organisations_month(const struct trust_params *p, double feedback_to_learning,
                                struct world *world, size_t m)
{
    struct organisations *o = &world->organisations;
    const double shared = organisations_target(p, world, m);
    const double controlled = 1 - feedback_to_learning * world_lever(world, m, FEEDBACK_QUALITY);
    const size_t first = world->municipalities.first_organisation[m];
    for (size_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        if (!organisations_present(o, i))
            continue;
        const double control = (1 - (double)o->steering[i]) * controlled;
        const double target = shared +
                              p->organisation_alignment * (o->alignment[i] - USUAL_ALIGNMENT) -
                              p->organisation_money * o->uncovered[i] -
                              p->organisation_control * (control - USUAL_CONTROL);
        const double trust = o->trust[i] + p->organisation_drift * (target - o->trust[i]);
        o->trust[i] = (float)elementary_clamp(trust, 0, 1);
    }
}

void trust_step(const struct trust_params *params, double feedback_to_learning, struct moment now,
                struct world *world)
{
    (void)now;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        block_month(params, world, b);
    for (size_t m = 0; m < world->municipalities.count; m++) {
        count_terms(world, m);
        organisations_month(params, feedback_to_learning, world, m);
    }
}
