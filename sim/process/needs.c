#include "process/needs.h"

#include <string.h>

#include "base/avx2.h"
#include "base/candidates.h"
#include "base/found.h"
#include "params/ceilings.h"
#include "process/needs_course.h"
#include "process/needs_onset.h"
#include "world/blocks_next.h"
#include "world/draw.h"
#include "world/hours.h"

/* The ceiling of the monthly chance, a constant that no scenario moves; those of
 * onset are in params/ceilings.c. */
static const double CRISIS_CEILING = 0.02;

/* Half the mean time that an ended need is remembered: the bit goes at the next
 * birthday, so a relapse has on average this many months to happen in. */
static const double RELAPSE_MONTHS = 6.5;

/* By how much more than they can make of it circumstances count at the most, for rounding. */
static const double BEYOND = 1e-6;

static void find_most(struct rates *rates, const struct needs_params *p)
{
    for (int own = 0; own < 3; own++)
        for (int poor = 0; poor < 2; poor++)
            for (int others = 0; others < 2; others++)
                rates->exponent_most[own][poor][others] =
                    p->other_needs * own + p->low_income * poor + p->household * others +
                    p->isolation + p->self_reliance * p->self_reliance_centre + BEYOND;
    rates->circumstances_most[0] = elementary_exp(rates->exponent_most[0][1][1]);
    rates->circumstances_most[1] = elementary_exp(rates->exponent_most[2][1][1]);
}

static struct rates rates_now(const struct needs_params *params, const struct hours_params *hours,
                              struct moment now)
{
    struct rates rates = {.params = params, .hours = hours, .now = now};
    for (int d = 0; d < DOMAINS; d++) {
        rates.onset_scale[d] = stream_gap_scale(onset_ceiling[d]);
        rates.relapse[d] = -elementary_log(1 - params->relapse[d]) / RELAPSE_MONTHS;
    }
    find_most(&rates, params);
    rates.isolated = elementary_exp(params->isolation);
    rates.crisis_scale = stream_gap_scale(CRISIS_CEILING);
    for (int months = 0; months < AGE_MONTHS; months++)
        rates.band[months] = (uint8_t)age_band(months / 12);
    return rates;
}

static uint32_t row_of(const struct world *world, uint32_t i, int domain)
{
    uint32_t row = world->residents.first_need[i];
    while (row != COLUMN_NONE && world->needs.domain[row] != domain)
        row = world->needs.next[row];
    return row;
}

static void worsen(const struct rates *rates, struct world *world, uint32_t row)
{
    if (row == COLUMN_NONE || world->needs.flags[row] & NEED_ENDED)
        return;
    const double severity = world->needs.severity[row] + rates->params->crisis_jump;
    world->needs.severity[row] = (float)(severity < 1 ? severity : 1);
}

/* Candidates run over places, whether or not there is a need to worsen, so that
 * one resident's needs do not shift another's chances. */
static void crises(const struct rates *rates, struct world *world, size_t block, int domain)
{
    const double chance = rates->params->crisis / CRISIS_CEILING;
    struct candidates candidates;
    candidates_open(&candidates, rates->now, DRAW_CRISIS_GAP + (uint32_t)domain,
                    world->blocks.first[block], world->blocks.length[block], rates->crisis_scale);
    candidates_below(&candidates, chance);
    while (candidates_more(&candidates)) {
        uint8_t struck[CANDIDATES_AHEAD];
        for (uint32_t k = 0; k < candidates.drawn; k++) {
            const uint32_t i = candidates.of[k].place;
            struck[k] = (uniform_of(candidates.of[k].lot) < chance) &
                        (world->residents.needs[i] >> domain & 1);
        }
        candidates_keep(&candidates, struck);
        for (uint32_t i; candidates_left(&candidates, &i);)
            if (world->residents.id[i] != 0)
                worsen(rates, world, row_of(world, i, domain));
    }
}

/* Forgets ended needs at birthdays; until then who falls back is known at once. */
static void forget(const struct rates *rates, struct world *world, size_t block)
{
    struct residents *residents = &world->residents;
    const uint32_t first = world->blocks.first[block], length = world->blocks.length[block];
    const uint8_t *ended = residents->ended + first;
    uint8_t may[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    for (uint32_t k = 0; k < length; k++)
        may[k] = ended[k] != 0;
    const size_t count = found_list(may, length, places);
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = first + places[k];
        if (residents_age_months(residents, i, rates->now.month) % 12 == 0) {
            residents->ended[i] = 0;
            residents->known[i] &= residents->needs[i];
        }
    }
}

/* The worst need of each resident, and what own strength leaves of the hours
 * that each need requires: R = eta n, O = own_strength s (1 - c) R. */
static void weigh_rows(const struct complexities *complexities, const struct hours_params *hours,
                       struct world *world, uint32_t first, uint32_t end)
{
    struct residents *residents = &world->residents;
    struct needs *needs = &world->needs;
    for (uint32_t row = first; row < end; row++) {
        const uint32_t i = needs->resident[row];
        const uint8_t severity = (uint8_t)(255 * needs->severity[row]);
        const bool goes_on = (needs->flags[row] & NEED_ENDED) == 0;
        const bool worse = goes_on & (severity > residents->worst[i]);
        residents->worst[i] = worse ? severity : residents->worst[i];
        const double c = hours_complexity(complexities, residents, i);
        const double required = hours_required(hours, needs->domain[row], needs->severity[row]);
        const double own = hours->own_strength * residents->self_reliance[i] * (1 - c);
        needs->complexity[row] = (uint8_t)(255 * c + 0.5);
        needs->net[row] = (float)(required - own * required);
    }
}

/* Rows after which the next block is asked for some more. */
enum { WEIGHED = 128 };

static void ask_ahead(const struct world *world, size_t block, uint32_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next =
        blocks_next(&world->blocks, block, world->blocks.count, done, WEIGHED);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->severity, next.rows);
    AHEAD_ASK(needs->complexity, next.rows);
    AHEAD_ASK(needs->net, next.rows);
    AHEAD_ASK(residents->next, next.places);
    AHEAD_ASK(residents->needs, next.places);
    AHEAD_ASK(residents->self_reliance, next.places);
}

static void weigh(const struct complexities *complexities, const struct hours_params *hours,
                  struct world *world, size_t block)
{
    memset(world->residents.worst + world->blocks.first[block], 0, world->blocks.length[block]);
    const uint32_t first = world->blocks.first_row[block];
    const uint32_t end = first + world->blocks.row_count[block];
    for (uint32_t row = first; row < end; row += WEIGHED) {
        ask_ahead(world, block, row - first);
        weigh_rows(complexities, hours, world, row, end - row < WEIGHED ? end : row + WEIGHED);
    }
}

static void weigh_all(const struct needs_params *params, const struct hours_params *hours,
                      struct world *world)
{
    const struct complexities complexities = hours_complexities(params->complexity_household);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        weigh(&complexities, hours, world, b);
}

static void block_month(const struct rates *rates, struct world *world, size_t block,
                        size_t end_block, bool wide)
{
    needs_course(rates, world, block, end_block, wide);
    for (int d = 0; d < DOMAINS; d++)
        crises(rates, world, block, d);
    forget(rates, world, block);
    /* Households may cross blocks: onset reads the worst needs of last month,
     * which are only then written anew. */
    for (int d = 0; d < DOMAINS; d++)
        needs_onsets(rates, world, block, d);
}

void needs_step(const struct needs_params *params, const struct hours_params *hours,
                struct moment now, struct world *world)
{
    const struct rates rates = rates_now(params, hours, now);
    const bool wide = avx2_can();
#pragma omp parallel
    {
        const struct share own = blocks_share(&world->blocks);
        for (size_t b = own.block; b < own.end; b++)
            block_month(&rates, world, b, own.end, wide);
    }
    weigh_all(params, hours, world);
}

void needs_stand_still(const struct needs_params *params, const struct hours_params *hours,
                       struct world *world)
{
    weigh_all(params, hours, world);
}
