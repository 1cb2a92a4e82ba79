#include "process/support_renewal.h"

#include "base/candidates.h"
#include "params/ceilings.h"
#include "process/support_cutting.h"
#include "world/draw.h"
#include "world/households.h"

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

static int years_at(const struct world *world, uint32_t i, uint32_t month)
{
    const int years = residents_age_months(&world->residents, i, month) / 12;
    return years < AGES ? years : AGES - 1;
}

/* Who lives on their own on the first day may have been a child at home in this month, who does not
 * come from elsewhere: as likely as there are fewer on their own at the age of then. */
static double chance_of_coming(const struct turnover *turnover, const struct world *world,
                               uint32_t i, uint32_t month)
{
    const int then = years_at(world, i, month), later = years_at(world, i, 0);
    const double halves = world->residents.position[i] == POSITION_PARTNER ? 0.5 : 1;
    const double heads =
        turnover->heads[later] > 0 ? turnover->heads[then] / turnover->heads[later] : 0;
    return turnover->coming[then] * halves * (heads < 1 ? heads : 1);
}

static void mark_block(const struct turnover *turnover, struct moment now, struct world *world,
                       size_t block)
{
    struct candidates candidates;
    candidates_open(&candidates, now, DRAW_RENEWAL, world->blocks.first[block],
                    world->blocks.length[block], stream_gap_scale(moving_ceiling));
    for (uint32_t i; candidates_next(&candidates, &i);)
        if (world->residents.id[i] != 0 && world->residents.position[i] != POSITION_CHILD &&
            residents_age_months(&world->residents, i, now.month) >= 0 &&
            candidates.lot * moving_ceiling < chance_of_coming(turnover, world, i, now.month))
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

void support_renew_newcomers(const struct turnover *turnover, struct moment now,
                             struct world *world, size_t municipality)
{
    const struct municipalities *m = &world->municipalities;
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = m->first[municipality], end = first + m->neighbourhoods[municipality];
    for (size_t b = n->first_block[first]; /* in their order: a household may lie in two */
         b < n->first_block[end - 1] + n->block_count[end - 1]; b++)
        mark_block(turnover, now, world, b);
}

void support_renew(const struct scenario *scenario, struct moment now, struct world *world)
{
    begin_anew(world);
    if (!scenario->process_off[PROCESS_INFORMAL_SUPPORT])
        fade(&scenario->params.informal_support, now, world);
}

/* Nobody moves inside the municipality here and keeps ties to where they were: so much less weighs
 * the neighbourhood, and so much more are strangers met, that ties are as many, and where, as they
 * stay in a run. */
struct support_network_params support_renewal_params(const struct support_network_params *params)
{
    struct support_network_params renewal = *params;
    renewal.neighbourhood += params->burn_in_neighbourhood;
    renewal.strangers += params->burn_in_strangers;
    return renewal;
}

/* Nobody leaves a household here to become kin of it either. In a run that goes on, and the more of
 * the ties of a place are its own children's, the fewer come from elsewhere. */
double support_renewal_kin(const struct support_network_params *params,
                           const struct turnover *turnover)
{
    return 1 + params->burn_in_kin * turnover->staying;
}
