/* A village in which needs stand still unless a test lets them move. */
#ifndef TESTS_PROCESS_STILL_H
#define TESTS_PROCESS_STILL_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/needs.h"
#include "support/village.h"
#include "world/hours.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline int settle(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 1}}\n");
    world_compact_needs(world_now());
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

/* The parameters with nothing that begins, returns or jumps. */
static inline struct needs_params still(void)
{
    struct needs_params p = village.scenario.params.needs;
    memset(p.onset, 0, sizeof p.onset);
    memset(p.relapse, 0, sizeof p.relapse);
    p.crisis = 0;
    return p;
}

static inline void month(const struct needs_params *p)
{
    village.model->now.month++;
    needs_step(p, &village.scenario.params.hours, village.model->now, world_now());
}

/* Nor with any course. */
static inline struct needs_params frozen(void)
{
    struct needs_params p = still();
    memset(p.growth, 0, sizeof p.growth);
    memset(p.recovery, 0, sizeof p.recovery);
    memset(p.own_recovery, 0, sizeof p.own_recovery);
    return p;
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

#endif
