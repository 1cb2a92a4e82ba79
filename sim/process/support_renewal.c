#include "process/support_renewal.h"

#include "base/candidates.h"
#include "params/ceilings.h"
#include "process/support_cutting.h"
#include "world/draw.h"
#include "world/households.h"

/* How many arrive for each that moves away: others come for those who die, or leave home for
 * elsewhere. In the twenties the same people move more than once. */
static double arrivals(int years)
{
    return years >= 23 && years < 30 ? 0.8 : 1.3;
}

static void mark_household(struct world *world, uint32_t i)
{
    uint32_t j = i;
    do {
        world->residents.news[j] = NEWS_LEFT;
        world->scratch.intent[j] = 1;
        j = world->residents.next[j];
    } while (j != i);
}

static void tie_to_household(struct world *world, uint32_t i)
{
    uint32_t j = world->residents.next[i];
    for (; j != i && ties_degree(&world->ties, i) < TIE_SLOTS; j = world->residents.next[j])
        households_tie(&world->ties, i, j);
}

/* Those marked lose all ties, and then have those of the household again. */
static void begin_anew(struct world *world)
{
    support_cutting(world);
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (world->scratch.intent[i]) {
            world->scratch.intent[i] = 0;
            tie_to_household(world, i);
        }
}

void support_renew_unborn(struct moment now, struct world *world)
{
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (world->residents.id[i] != 0 &&
            residents_age_months(&world->residents, i, now.month) < 0) {
            world->residents.news[i] = NEWS_LEFT;
            world->scratch.intent[i] = 1;
        }
    begin_anew(world);
}

static double chance_of_leaving(const struct scenario *scenario, const struct world *world,
                                uint32_t i, uint32_t month)
{
    const struct demography_params *p = &scenario->params.demography;
    const int years = residents_age_months(&world->residents, i, month) / 12;
    const double halves = world->residents.position[i] == POSITION_PARTNER ? 0.5 : 1;
    return scenario->places.rates[years < AGES ? years : AGES - 1].moving / 12 * p->moving_factor *
           p->moving_out * (1 - p->moving_local) * halves * arrivals(years);
}

static void mark_block(const struct scenario *scenario, struct moment now, struct world *world,
                       size_t block)
{
    struct candidates candidates;
    candidates_open(&candidates, now, DRAW_RENEWAL, world->blocks.first[block],
                    world->blocks.length[block], stream_gap_scale(moving_ceiling));
    for (uint32_t i; candidates_next(&candidates, &i);)
        if (world->residents.id[i] != 0 && world->residents.position[i] != POSITION_CHILD &&
            residents_age_months(&world->residents, i, now.month) >= 0 &&
            candidates.lot * moving_ceiling < chance_of_leaving(scenario, world, i, now.month))
            mark_household(world, i);
}

static void fade(const struct informal_support_params *params, struct moment now,
                 struct world *world)
{
    struct ties *ties = &world->ties;
    const uint32_t month = now.month + 12 * 100; /* above zero, and the same of a year */
#pragma omp parallel for schedule(static)
    for (size_t i = 0; i < ties->count; i++)
        if (ties_fade_now(world->residents.id[i] >> ID_OCCUPANT_BITS, month))
            for (size_t k = 0; k < ties->degree[i]; k++)
                ties->strength[i * TIE_SLOTS + k] = ties_faded(
                    ties->strength[i * TIE_SLOTS + k], params->tie_fading, params->tie_floor);
}

void support_renew(const struct scenario *scenario, struct moment now, struct world *world)
{
    for (size_t b = 0; b < world->blocks.count; b++) /* a household may lie in two blocks */
        mark_block(scenario, now, world, b);
    begin_anew(world);
    if (!scenario->process_off[PROCESS_INFORMAL_SUPPORT])
        fade(&scenario->params.informal_support, now, world);
}

/* Nobody leaves a household here to become kin of it, and nobody moves inside the municipality and
 * keeps ties to where they were. Both go on for all the months of a run; here, so much more often a
 * stranger proves to be kin, so much less weighs the neighbourhood and so much more are strangers
 * met, that ties are as many, and of the kinds, that they stay. */
struct support_network_params support_renewal_params(const struct support_network_params *params)
{
    struct support_network_params renewal = *params;
    renewal.kin_found *= params->burn_in_kin;
    renewal.neighbourhood += params->burn_in_neighbourhood;
    renewal.strangers += params->burn_in_strangers;
    return renewal;
}
