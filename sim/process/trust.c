#include "process/trust.h"

#include <string.h>

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

/* The first experience of a case is about the term, later ones about whether
 * there was enough help. */
static void judge(const struct trust_params *p, struct world *world, uint32_t row, double weight,
                  double *sums)
{
    struct needs *needs = &world->needs;
    struct residents *residents = &world->residents;
    const uint32_t i = needs->resident[row];
    if (needs->flags[row] & NEED_ENDED || !(residents->known[i] >> needs->domain[row] & 1))
        return;
    bool good;
    if (!(needs->flags[row] & NEED_TERM_JUDGED)) {
        const bool begun = needs->flags[row] & NEED_HELPED;
        if (!begun && needs->waiting[row] <= p->term)
            return;
        good = begun && needs->waiting[row] <= p->term;
        needs->flags[row] |= NEED_TERM_JUDGED;
        sums[TERMS] += 1;
        sums[KEPT] += good;
    } else {
        needs->since[row]++;
        if (needs->since[row] < p->repeat)
            return;
        good = hours_met(needs, row) >= p->good_above;
    }
    needs->since[row] = 0;
    live(&residents->trust[i], p, weight, good);
    residents->news[i] |= good ? NEWS_GOOD : NEWS_BAD;
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

static void hear_and_drift(const struct trust_params *p, struct world *world, size_t block,
                           double weight, double target)
{
    const size_t n = world->blocks.neighbourhood[block];
    const float kept = kept_after_news(p, weight, world->neighbourhoods.bad_news[n]);
    const size_t first = world->blocks.first[block], length = world->blocks.length[block];
    const uint8_t *restrict heard = world->residents.heard + first;
    float *restrict trust = world->residents.trust + first;
    const float pace = (float)p->drift, goal = (float)target;
    for (size_t i = 0; i < length; i++) {
        if (heard[i] == 0)
            continue;
        for (int k = 0; k < (heard[i] & 15); k++)
            live(&trust[i], p, weight * p->hearsay, true);
        for (int k = 0; k < heard[i] >> 4; k++)
            live(&trust[i], p, weight * p->hearsay, false);
    }
    for (size_t i = 0; i < length; i++)
        trust[i] = kept * trust[i] + pace * (goal - kept * trust[i]);
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
    const uint32_t first = world->blocks.first_row[b];
    for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++)
        judge(p, world, row, weight, sums);
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

/* Organisations trust more where they agree, where hours are used, and less
 * where control is tight. */
static void organisations_month(const struct trust_params *p, struct world *world)
{
    struct organisations *o = &world->organisations;
    for (size_t i = 0; i < o->count; i++) {
        if (!organisations_present(o, i))
            continue;
        const double history = world->municipalities.history[o->municipality[i]];
        const double target = p->target + p->target_history * history +
                              0.1 * (o->alignment[i] - 0.5) + 0.1 * (o->steering[i] - 0.4);
        const double trust = o->trust[i] + p->organisation_drift * (target - o->trust[i]);
        o->trust[i] = (float)elementary_clamp(trust, 0, 1);
    }
}

void trust_step(const struct trust_params *params, struct moment now, struct world *world)
{
    (void)now;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        block_month(params, world, b);
    for (size_t m = 0; m < world->municipalities.count; m++)
        count_terms(world, m);
    organisations_month(params, world);
}
