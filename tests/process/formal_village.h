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

/* Every contract at the usual price of its domain, and nobody new to it. */
static inline void usual_contracts(void)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t c = 0; c < n->count * DOMAINS * CONTRACT_SLOTS; c++) {
        n->contract_price[c] = 1;
        n->settling_in[c] = 0;
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
