#include "process/needs_onset.h"

#include "base/candidates.h"
#include "base/wide.h"
#include "params/ceilings.h"
#include "world/draw.h"
#include "world/hours.h"

const int needs_last_age[DOMAINS] = {
    [CARE] = 1500,         [YOUTH] = 23 * 12, [WORK] = 67 * 12,
    [EDUCATION] = 18 * 12, [DEBT] = 1500,     [SOCIAL] = 1500,
};

static double worst_of_others(const struct residents *residents, uint32_t i)
{
    uint8_t worst = 0;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        if (residents->worst[j] > worst)
            worst = residents->worst[j];
    return worst / 255.0;
}

/* The hazard of onset by band of age in a neighbourhood, before circumstances. */
struct bases {
    double of[AGE_BANDS];
};

static struct bases bases_of(const struct rates *rates, const struct world *world, int domain,
                             size_t neighbourhood)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t at = neighbourhood * DOMAINS + (size_t)domain;
    struct bases bases;
    for (int band = 0; band < AGE_BANDS; band++)
        bases.of[band] = rates->params->onset[domain][band] * n->onset_local[at] * n->onset_now[at];
    return bases;
}

static double base_of(const struct rates *rates, const struct bases *bases, int months)
{
    const int age = months < AGE_MONTHS ? months : AGE_MONTHS - 1;
    return bases->of[rates->band[age > 0 ? age : 0]];
}

/* Leaves the candidates whose hazard, with the worst of circumstances, could exceed their lot,
 * or who had the need before: few. */
static void keep_likely(const struct rates *rates, const struct world *world, int domain,
                        const struct bases *bases, struct candidates *candidates)
{
    const struct residents *residents = &world->residents;
    uint8_t likely[CANDIDATES_AHEAD];
    for (uint32_t k = 0; k < candidates->drawn; k++) {
        const uint32_t i = candidates->of[k].place;
        const unsigned needs = residents->needs[i];
        const double least = uniform_of(candidates->of[k].lot) * onset_ceiling[domain];
        const double base =
            base_of(rates, bases, residents_age_months(residents, i, rates->now.month));
        const bool within = base * rates->circumstances_most[needs != 0] >= least;
        likely[k] = (~needs >> domain & 1) & (within | (residents->ended[i] >> domain & 1));
    }
    candidates_keep(candidates, likely);
}

/* Leaves of these who are there and could exceed it by what is known of themselves: with needs and
 * household members, who lie apart in memory, as bad as can be. */
static void keep_possible(const struct rates *rates, const struct world *world, int domain,
                          const struct bases *bases, struct candidates *candidates)
{
    const struct residents *residents = &world->residents;
    double exponent[CANDIDATES_AHEAD], most[CANDIDATES_AHEAD];
    uint8_t possible[CANDIDATES_AHEAD];
    for (uint32_t k = 0; k < candidates->drawn; k++) {
        const uint32_t i = candidates->of[k].place;
        const int own = hours_domains[residents->needs[i]];
        const bool poor = (residents->traits[i] & TRAIT_LOW_INCOME) != 0;
        const bool others = residents->next[i] != i;
        exponent[k] = rates->exponent_most[own < 2 ? own : 2][poor][others] -
                      rates->params->self_reliance * residents->self_reliance[i];
    }
    wide_exp(exponent, 0, most, candidates->drawn);
    for (uint32_t k = 0; k < candidates->drawn; k++) {
        const uint32_t i = candidates->of[k].place;
        const double least = uniform_of(candidates->of[k].lot) * onset_ceiling[domain];
        const double base =
            base_of(rates, bases, residents_age_months(residents, i, rates->now.month));
        possible[k] = (residents->id[i] != 0) &
                      ((base * most[k] >= least) | (residents->ended[i] >> domain & 1));
    }
    candidates_keep(candidates, possible);
}

/* The hazard as far as needed to tell whether it exceeds `least`; 0 where it cannot. */
static double onset_hazard(const struct rates *rates, const struct world *world, uint32_t i,
                           int domain, const struct bases *bases, double least)
{
    const struct needs_params *p = rates->params;
    const struct residents *residents = &world->residents;
    const int months = residents_age_months(residents, i, rates->now.month);
    if (months >= needs_last_age[domain])
        return 0;
    const double base = base_of(rates, bases, months);
    double own = 0;
    if (residents->needs[i])
        for (uint32_t row = residents->first_need[i]; row != COLUMN_NONE;
             row = world->needs.next[row])
            own += world->needs.severity[row];
    double exponent = p->other_needs * (own < 2 ? own : 2) -
                      p->self_reliance * (residents->self_reliance[i] - p->self_reliance_centre);
    if (residents->traits[i] & TRAIT_LOW_INCOME)
        exponent += p->low_income;
    if (residents->next[i] != i)
        exponent += p->household * worst_of_others(residents, i);
    double hazard = base * elementary_exp(exponent);
    /* Ties lie far off in memory: they are read where the answer hangs on them. */
    if (hazard <= least && hazard * rates->isolated > least &&
        world->ties.alter[(size_t)i * TIE_SLOTS + 1] == 0)
        hazard *= rates->isolated;
    const bool again = residents->ended[i] >> domain & 1;
    return again && rates->relapse[domain] > hazard ? rates->relapse[domain] : hazard;
}

static void begin(const struct rates *rates, struct world *world, size_t block, uint32_t i,
                  int domain)
{
    uint32_t row;
    if (!world_add_need(world, block, i, (enum domain)domain, &row))
        return;
    struct stream draw =
        stream_open(rates->now, DRAW_ONSET + (uint32_t)domain, world->residents.id[i]);
    const double severity = stream_beta25(&draw);
    world->needs.severity[row] =
        (float)(severity > rates->params->end_below ? severity : rates->params->end_below);
    world->needs.pace[row] =
        (float)elementary_exp(rates->params->pace_spread * stream_normal(&draw));
    const bool old = residents_age_months(&world->residents, i, rates->now.month) >= 75 * 12;
    if (domain == CARE && old && stream_uniform(&draw) < rates->params->chronic)
        world->needs.flags[row] |= NEED_CHRONIC;
    world->residents.ended[i] &= (uint8_t) ~(1u << domain);
}

void needs_onsets(const struct rates *rates, struct world *world, size_t block, int domain)
{
    struct candidates candidates;
    candidates_open(&candidates, rates->now, DRAW_ONSET_GAP + (uint32_t)domain,
                    world->blocks.first[block], world->blocks.length[block],
                    rates->onset_scale[domain]);
    const struct bases bases = bases_of(rates, world, domain, world->blocks.neighbourhood[block]);
    while (candidates_more(&candidates)) {
        keep_likely(rates, world, domain, &bases, &candidates);
        keep_possible(rates, world, domain, &bases, &candidates);
        for (uint32_t i; candidates_left(&candidates, &i);) {
            const double least = candidates.lot * onset_ceiling[domain];
            if (onset_hazard(rates, world, i, domain, &bases, least) > least)
                begin(rates, world, block, i, domain);
        }
    }
}
