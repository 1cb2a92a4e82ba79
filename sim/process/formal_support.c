#include "process/formal_support.h"

#include "process/formal_case.h"
#include "process/formal_contracts.h"
#include "process/formal_effect.h"
#include "process/formal_pay.h"
#include "process/formal_serving.h"
#include "process/formal_wanting.h"

enum { UNITS = PAY_UNITS };

/* Fills ranks from the top: 1 while supply lasts, a part at the rank where it
 * runs out, 0 below. Returns the units wanted in all. */
static double fill(const struct world *world, size_t n, size_t contract, double supply,
                   double *granted)
{
    double total = 0, left = supply * UNITS;
    for (size_t rank = 0; rank < RANKS; rank++) {
        double here = 0;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            here += world->scratch.wanted[(world->neighbourhoods.first_block[n] + b) * CELLS +
                                          contract * RANKS + rank];
        granted[contract * RANKS + rank] = here <= left ? 1 : here > 0 ? left / here : 0;
        left = here <= left ? left - here : 0;
        total += here;
    }
    return total;
}

/* Units that cases want for whose share of the contract there is nobody. */
static double pending_in(const struct world *world, size_t n, size_t d)
{
    double all = 0;
    const struct neighbourhoods *of = &world->neighbourhoods;
    for (size_t b = of->first_block[n]; b < (size_t)of->first_block[n] + of->block_count[n]; b++)
        all += world->scratch.tally[b * TALLIES + d];
    return all;
}

/* Client hours that a contract can give: its share, less what is talked out. */
static double supply_of(const struct world *world, size_t n, size_t contract)
{
    const size_t at = n * CONTRACTS + contract;
    const uint32_t provider = world->neighbourhoods.provider[at];
    if (provider == COLUMN_NONE)
        return 0;
    return (double)world->neighbourhoods.provider_share[at] *
           (double)world->neighbourhoods.supply[n * DOMAINS + contract / CONTRACT_SLOTS] *
           (1 - (double)world->organisations.voiced[provider]);
}

static void grant(struct world *world, size_t n)
{
    double *granted = world->scratch.granted + n * CELLS;
    for (size_t d = 0; d < DOMAINS; d++) {
        double all = pending_in(world, n, d);
        for (size_t k = 0; k < CONTRACT_SLOTS; k++) {
            const size_t contract = d * CONTRACT_SLOTS + k;
            all += fill(world, n, contract, supply_of(world, n, contract), granted);
        }
        world->neighbourhoods.wanted[n * DOMAINS + d] = (float)(all / UNITS);
    }
}

/* The sums per contract, from whole numbers added in order. */
static void account(const struct formal_support_params *params, struct world *world, size_t n)
{
    double *total = world->scratch.granted + n * CELLS; /* its shares have been used */
    for (size_t s = 0; s < SUMS; s++) {
        total[s] = 0;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            total[s] +=
                world->scratch.tally[(world->neighbourhoods.first_block[n] + b) * TALLIES + s];
    }
    for (size_t d = 0; d < DOMAINS; d++) {
        double given = 0;
        for (size_t k = 0; k < CONTRACT_SLOTS; k++)
            given += total[SUM_HOURS + d * CONTRACT_SLOTS + k] / UNITS;
        world->neighbourhoods.paid[n * DOMAINS + d] =
            (float)(given / (1 - contracts_administration(params, world, n, (int)d)));
    }
}

void formal_support_step(const struct formal_support_params *params, double scaling_step,
                         struct moment now, struct world *world)
{
    struct formal_month month;
    formal_month_find(&month, params);
    contracts_follow(params, world);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        formal_want(now, scaling_step, world, b);
#pragma omp parallel for schedule(static)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        grant(world, n);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        formal_serve(&month, now, world, b);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        account(params, world, n);
    contracts_settle(params, world);
}
