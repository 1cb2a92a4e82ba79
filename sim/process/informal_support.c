#include "process/informal_support.h"

#include <string.h>

#include "base/avx2.h"
#include "process/informal_asking.h"
#include "process/informal_carrying.h"
#include "process/informal_offering.h"
#include "process/informal_receiving.h"
#include "process/informal_wide.h"
#include "world/membership.h"

/* Needs that ask together, and as many helpers as most of them ask. */
enum { AT_ONCE = 16, ASKED_BY_MOST = 4 };

/* What the needs of a block ask, request after request. */
enum { MOST_REQUESTS = BLOCK_PLACES + AT_ONCE * TIE_SLOTS };
struct requested {
    size_t count;
    uint32_t helper[MOST_REQUESTS], units[MOST_REQUESTS];
    uint16_t row[MOST_REQUESTS]; /* of the block */
};

/* Asks, and writes down what would come if every helper could give it. */
static void ask(const struct asking *asking, size_t first, uint16_t row,
                const uint16_t available[TIE_SLOTS], float presence, struct requested *requested)
{
    struct needs *needs = &asking->helping->world->needs;
    struct requests requests = {.helper = requested->helper + requested->count,
                                .units = requested->units + requested->count};
    asking_requests(asking, (uint32_t)first + row, available, presence, needs->asked[first + row],
                    &requests);
    for (int k = 0; k < TIE_SLOTS; k++)
        requested->row[requested->count + (size_t)k] = row;
    for (int k = 0; k < ASKED_BY_MOST; k++)
        prefetch(asking->helping->world->residents.demand + requests.helper[k]);
    requested->count += requests.count;
    needs->asked_of[first + row] = (uint16_t)requests.slots;
    needs->presence[first + row] = (float)requests.near / HELP_UNITS;
    needs->informal[first + row] = (float)(requests.all - requests.near) / HELP_UNITS;
}

/* The needs listed ask, some at a time; `presence` is by row of the block. */
static void ask_some(const struct asking *asking, size_t first, const uint16_t *rows, size_t count,
                     size_t left, const float *presence, struct requested *requested)
{
    uint16_t available[AT_ONCE][TIE_SLOTS];
    for (size_t k = 0; k < count; k++)
        asking_available(asking, first + rows[k], available[k]);
    for (size_t k = 0; k < count; k++) {
        if (k + AT_ONCE < left)
            asking_look_ahead(asking->helping->world, first + rows[k + AT_ONCE]);
        ask(asking, first, rows[k], available[k], presence[rows[k]], requested);
    }
}

/* Adds up what helpers of the thread's own share are asked; says whether others are, too. */
static bool demand(const struct requested *requested, const struct share *own, uint32_t *demanded)
{
    bool elsewhere = false;
    for (size_t k = 0; k < requested->count; k++) {
        const uint32_t helper = requested->helper[k];
        if (share_has(own, helper))
            demanded[helper] += request_all(requested->units[k]);
        else
            elsewhere = true;
    }
    return elsewhere;
}

/* Keeps who is asked by whom, for receiving; not where there are more requests than places, which
 * hardly happens. Says whether. */
static bool keep(struct world *world, size_t block, const struct requested *requested, bool all)
{
    const size_t first = world->blocks.first[block], count = requested->count;
    const bool fits = all && count <= world->blocks.length[block];
    world->scratch.requests[block] = fits ? (uint32_t)count : REQUESTS_LOST;
    if (!fits)
        return false;
    memcpy(world->scratch.known + first, requested->helper, count * sizeof *requested->helper);
    memcpy(world->scratch.request_units + first, requested->units,
           count * sizeof *requested->units);
    memcpy(world->scratch.request_row + first, requested->row, count * sizeof *requested->row);
    return true;
}

/* Says whether helpers in the share of another thread are still to be asked. */
static bool ask_block(const struct helping *helping, const struct share *own, size_t block)
{
    struct world *world = helping->world;
    const size_t first = world->blocks.first_row[block];
    const struct asking asking = asking_of(helping, block);
    float presence[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS];
    struct requested requested;
    requested.count = 0;
    bool all = true, elsewhere = false;
    const size_t count = asking_list(&asking, block, presence, rows);
    for (size_t k = 0; k < count; k += AT_ONCE) {
        const size_t end = k + AT_ONCE < count ? k + AT_ONCE : count;
        if (requested.count > BLOCK_PLACES) {
            elsewhere |= demand(&requested, own, world->residents.demand);
            requested.count = 0;
            all = false;
        }
        ask_some(&asking, first, rows + k, end - k, count - k, presence, &requested);
    }
    if (keep(world, block, &requested, all))
        carrying_grow(helping, first, rows, count); /* now, as they are at hand */
    return elsewhere | demand(&requested, own, world->residents.demand);
}

/* Several threads may ask the same helper: whole numbers add up in any order. */
static void demand_elsewhere(const struct share *own, uint32_t *demanded, const uint32_t *helper,
                             const uint32_t *units, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        if (share_has(own, helper[k]))
            continue;
        uint32_t *of = &demanded[helper[k]];
#pragma omp atomic
        *of += request_all(units[k]);
    }
}

/* Where requests were not kept, they are found again. */
static void ask_elsewhere_again(const struct helping *helping, const struct share *own,
                                size_t block)
{
    const struct world *world = helping->world;
    const uint32_t first = world->blocks.first_row[block];
    const struct asking asking = asking_of(helping, block);
    uint32_t helper[TIE_SLOTS], units[TIE_SLOTS];
    struct requests requests = {.helper = helper, .units = units};
    uint16_t rows[BLOCK_ROWS];
    const size_t count = asking_asked(world, block, rows);
    for (size_t k = 0; k < count; k++) {
        asking_again(&asking, first + rows[k], &requests);
        demand_elsewhere(own, world->residents.demand, helper, units, requests.count);
    }
}

/* Of helpers in the shares of other threads. */
static void ask_elsewhere(const struct helping *helping, const struct share *own, size_t block)
{
    const struct world *world = helping->world;
    const size_t first = world->blocks.first[block], count = world->scratch.requests[block];
    if (count == REQUESTS_LOST)
        ask_elsewhere_again(helping, own, block);
    else
        demand_elsewhere(own, world->residents.demand, world->scratch.known + first,
                         world->scratch.request_units + first, count);
}

static struct helping helping_of(const struct informal_support_params *params,
                                 const struct hours_params *hours, const struct needs_params *needs,
                                 double relief_share, struct moment now, struct world *world)
{
    struct helping helping = {.params = params,
                              .hours = hours,
                              .needs = needs,
                              .now = now,
                              .world = world,
                              .primary_share = (float)params->primary_share,
                              .limit = (float)(params->capacity_total * HELP_UNITS / 65535),
                              .relief_share = (float)relief_share,
                              .strain_units =
                                  (uint32_t)(params->strain_from * HELP_UNITS * HELP_WEEKS / 100)};
    for (int d = 0; d < DOMAINS; d++) {
        helping.presence[d] = (float)hours->presence[d];
        helping.replaceable[d] = (float)hours->replaceable[d];
    }
    offering_ages(helping.by_age);
    for (int kind = TIE_HOUSEHOLD; kind < TIE_KINDS; kind++)
        helping.capacity[kind] = (float)(params->capacity_other / 65535);
    helping.capacity[TIE_HOUSEHOLD] = (float)(params->capacity_household / 65535);
    helping.capacity[TIE_KIN] = (float)(params->capacity_kin / 65535);
    helping.nearness[TIE_HOUSEHOLD] = 1000;
    helping.nearness[TIE_KIN] = 1;
    helping.wide = avx2_can();
    informal_wide_packing(helping.packed);
    carrying_strengths(&helping);
    return helping;
}

/* Every thread asks helpers of its own share first and those of others after all
 * have done so: only these are added one at a time. */
void informal_support_step(const struct informal_support_params *params,
                           const struct hours_params *hours, const struct needs_params *needs,
                           double relief_share, struct moment now, struct world *world)
{
    const struct helping helping = helping_of(params, hours, needs, relief_share, now, world);
    double *tally = world->scratch.tally;
#pragma omp parallel
    {
        const struct share own = blocks_share(&world->blocks);
        for (size_t b = own.block; b < own.end; b++)
            offering_block(&helping, b);
#pragma omp barrier
#pragma omp single
        membership_reserve(world, params->capacity_total);
        for (size_t b = own.block; b < own.end; b++)
            tally[b * TALLIES] = ask_block(&helping, &own, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            if (tally[b * TALLIES] > 0)
                ask_elsewhere(&helping, &own, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            receiving_mark(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            receiving_block(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            carrying_block(&helping, b);
    }
}
