#include "process/needs.h"

#include <string.h>

#include "base/candidates.h"
#include "params/ceilings.h"
#include "process/needs_onset.h"
#include "world/draw.h"
#include "world/hours.h"

/* The ceiling of the monthly chance, a constant that no scenario moves; those of
 * onset are in params/ceilings.c. */
static const double CRISIS_CEILING = 0.02;

/* Half the mean time that an ended need is remembered: the bit goes at the next
 * birthday, so a relapse has on average this many months to happen in. */
static const double RELAPSE_MONTHS = 6.5;

static struct rates rates_now(const struct needs_params *params, const struct hours_params *hours,
                              struct moment now)
{
    struct rates rates = {.params = params, .hours = hours, .now = now};
    for (int d = 0; d < DOMAINS; d++) {
        rates.onset_scale[d] = stream_gap_scale(onset_ceiling[d]);
        rates.relapse[d] = -elementary_log(1 - params->relapse[d]) / RELAPSE_MONTHS;
    }
    const double most = params->low_income + params->isolation + params->household +
                        params->self_reliance * params->self_reliance_centre;
    rates.circumstances_most[0] = elementary_exp(most);
    rates.circumstances_most[1] = elementary_exp(most + 2 * params->other_needs);
    rates.isolated = elementary_exp(params->isolation);
    rates.crisis_scale = stream_gap_scale(CRISIS_CEILING);
    for (int months = 0; months < AGE_MONTHS; months++)
        rates.band[months] = (uint8_t)age_band(months / 12);
    return rates;
}

/* At 18 most youth care ends; as many go on as the spending by age says: about one in six. */
static const double GOES_ON = 0.17;

static bool outgrown(const struct rates *rates, const struct world *world, uint32_t i, int domain)
{
    const int months = residents_age_months(&world->residents, i, rates->now.month);
    if (domain != YOUTH || months != 18 * 12)
        return months >= needs_last_age[domain];
    struct stream draw = stream_open(rates->now, DRAW_OUTGROW, world->residents.id[i]);
    return stream_uniform(&draw) >= GOES_ON;
}

/* One month of course. Written in float: rows are many and the step is small. */
static void course(const struct rates *rates, struct world *world, uint32_t row)
{
    struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const int d = needs->domain[row];
    const struct needs_params *p = rates->params;
    const double n = needs->severity[row], m = hours_met(needs, row);
    const double q = hours_quality(rates->hours, needs, row);
    const double change = p->growth[d] * n * (1 - n) * (1 - (m < 1 ? m : 1)) -
                          p->recovery[d] * q * n -
                          p->own_recovery[d] * world->residents.self_reliance[i] * n;
    /* A pace far above one could overshoot in a month's step: hold it to half. */
    double step = change * needs->pace[row];
    if (step < -0.5 * n)
        step = -0.5 * n;
    double severity = n + step;
    if (needs->flags[row] & NEED_CHRONIC && severity < p->chronic_floor)
        severity = p->chronic_floor;
    needs->severity[row] = (float)(severity < 1 ? severity : 1);
    if (needs->spell[row] < UINT16_MAX)
        needs->spell[row]++;
    if (severity < p->end_below || needs->place[row] == PLACE_JOB) {
        needs->flags[row] |= NEED_ENDED;
        world->residents.ended[i] |= (uint8_t)(1u << d);
    }
    if (outgrown(rates, world, i, d))
        needs->flags[row] |= NEED_ENDED; /* without relapse */
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
    candidates_read(&candidates, 0, world->residents.id, sizeof *world->residents.id);
    candidates_read(&candidates, 1, world->residents.needs, sizeof *world->residents.needs);
    while (candidates_more(&candidates)) {
        uint8_t struck[CANDIDATES_AHEAD];
        for (uint32_t k = 0; k < candidates.drawn; k++) {
            const uint32_t i = candidates.place[k];
            struck[k] = (uniform_of(candidates.lots[k]) < chance) & (world->residents.id[i] != 0) &
                        (world->residents.needs[i] >> domain & 1);
        }
        candidates_keep(&candidates, struck);
        for (uint32_t i; candidates_left(&candidates, &i);)
            worsen(rates, world, row_of(world, i, domain));
    }
}

/* Forgets ended needs at birthdays; until then who falls back is known at once. */
static void forget(const struct rates *rates, struct world *world, size_t block)
{
    struct residents *residents = &world->residents;
    const uint32_t first = world->blocks.first[block];
    const uint32_t end = first + world->blocks.length[block];
    for (uint32_t i = first; i < end; i++)
        if (residents->ended[i] && residents_age_months(residents, i, rates->now.month) % 12 == 0) {
            residents->ended[i] = 0;
            residents->known[i] &= residents->needs[i];
        }
}

/* The worst need of each resident, and what own strength leaves of the hours
 * that each need requires: R = eta n, O = own_strength s (1 - c) R. */
static void weigh(const struct needs_params *params, const struct hours_params *hours,
                  struct world *world, size_t block)
{
    struct residents *residents = &world->residents;
    struct needs *needs = &world->needs;
    memset(residents->worst + world->blocks.first[block], 0, world->blocks.length[block]);
    const uint32_t first = world->blocks.first_row[block];
    const uint32_t end = first + world->blocks.row_count[block];
    for (uint32_t row = first; row < end; row++) {
        const uint32_t i = needs->resident[row];
        const uint8_t severity = (uint8_t)(255 * needs->severity[row]);
        if (!(needs->flags[row] & NEED_ENDED) && severity > residents->worst[i])
            residents->worst[i] = severity;
        const double c = hours_complexity(residents, i, params->complexity_household);
        const double required = hours_required(hours, needs->domain[row], needs->severity[row]);
        const double own = hours->own_strength * residents->self_reliance[i] * (1 - c);
        needs->complexity[row] = (uint8_t)(255 * c + 0.5);
        needs->net[row] = (float)(required - own * required);
    }
}

static void weigh_all(const struct needs_params *params, const struct hours_params *hours,
                      struct world *world)
{
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        weigh(params, hours, world, b);
}

void needs_step(const struct needs_params *params, const struct hours_params *hours,
                struct moment now, struct world *world)
{
    const struct rates rates = rates_now(params, hours, now);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++) {
        const uint32_t first = world->blocks.first_row[b];
        const uint32_t end = first + world->blocks.row_count[b];
        for (uint32_t row = first; row < end; row++)
            course(&rates, world, row);
        for (int d = 0; d < DOMAINS; d++)
            crises(&rates, world, b, d);
        forget(&rates, world, b);
        /* Households may cross blocks: onset reads the worst needs of last month,
         * which are only then written anew. */
        for (int d = 0; d < DOMAINS; d++)
            needs_onsets(&rates, world, b, d);
    }
    weigh_all(params, hours, world);
}

void needs_stand_still(const struct needs_params *params, const struct hours_params *hours,
                       struct world *world)
{
    weigh_all(params, hours, world);
}
