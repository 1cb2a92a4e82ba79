/* The village on which formal support is tested: settled, lived in for a while. */
#ifndef TESTS_PROCESS_FORMAL_VILLAGE_H
#define TESTS_PROCESS_FORMAL_VILLAGE_H

#include <string.h>

#include "process/formal_support.h"
#include "support/village.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline struct formal_support_params *params(void)
{
    return &village.scenario.params.formal_support;
}

/* Every contract at the usual price of its domain, nobody new to it, and no result seen. */
static inline void usual_contracts(void)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t c = 0; c < n->count * DOMAINS * CONTRACT_SLOTS; c++) {
        n->contract_price[c] = 1;
        n->settling_in[c] = 0;
        n->hours_seen[c] = n->results_seen[c] = 0;
    }
}

/* Two months of paying for hours alone. */
static inline int settle_paid_by_hours(void **state)
{
    (void)state;
    village_settle(&village, "levers: {results_financing: 0}\n");
    village_run(&village, 2);
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        world_now()->neighbourhoods.lever[n * LEVERS + RESULTS_FINANCING] = 0;
    usual_contracts();
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

/* One more month of formal support alone. */
static inline void support_month(void)
{
    village.model->now.month++;
    formal_support_step(params(), village.scenario.params.intake.self_scaling_step,
                        village.model->now, world_now());
}

/* Every case is on these terms, and none has ended. */
static inline void agree(double share)
{
    struct needs *needs = &world_now()->needs;
    memset(needs->terms, (int)(255 * share + 0.5), needs->capacity);
    for (uint32_t row = 0; row < needs->capacity; row++)
        needs->flags[row] &= (uint8_t)~NEED_ENDED;
}

/* A case that is served, and the organisation that serves it. */
static inline uint32_t served_case(size_t *neighbourhood, uint32_t *provider)
{
    const struct world *world = world_now();
    *neighbourhood = 0;
    *provider = COLUMN_NONE;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
            const uint32_t row = world->blocks.first_row[b] + k;
            if (world->needs.formal[row] <= 0 || world->needs.provider[row] == NO_PROVIDER)
                continue;
            *neighbourhood = world->blocks.neighbourhood[b];
            *provider = world->neighbourhoods
                            .provider[(*neighbourhood * DOMAINS + world->needs.domain[row]) *
                                          CONTRACT_SLOTS +
                                      world->needs.provider[row]];
            return row;
        }
    fail_msg("nobody is served");
    return COLUMN_NONE;
}

static inline void end_by_help(uint32_t row)
{
    world_now()->needs.flags[row] |= NEED_ENDED;
    world_now()->residents.ended[world_now()->needs.resident[row]] |=
        (uint8_t)(1u << world_now()->needs.domain[row]);
}

static inline void contract_all(double paid_hours)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t at = 0; at < n->count * DOMAINS; at++)
        n->contracted[at] = (float)paid_hours;
}

static inline void ample_money(void)
{
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.budget[d] = 100000000000;
}

#endif
