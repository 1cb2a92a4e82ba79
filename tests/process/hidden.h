/* A village of which nothing is known yet; staff is ample and nobody talks. */
#ifndef TESTS_PROCESS_HIDDEN_H
#define TESTS_PROCESS_HIDDEN_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/intake.h"
#include "support/village.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

/* Nothing is known yet; staff is ample and nobody talks. */
static inline int hidden(void **state)
{
    (void)state;
    village_settle(&village,
                   "parameters: {settlement: {burn_in: 1}, calendar: {staff_per_1000: 20}}\n");
    struct world *world = world_now();
    world_compact_needs(world);
    memset(world->residents.known, 0, world->residents.count);
    for (uint32_t row = 0; row < world->needs.capacity; row++)
        world->needs.waiting[row] = world->needs.flags[row] = 0;
    for (size_t l = 0; l < world->neighbourhoods.count * LEVERS; l++)
        world->neighbourhoods.lever[l] = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        village.scenario.params.intake.seeking[d] = 0.2;
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline void lever(enum lever which, double value)
{
    village_lever(world_now(), which, value);
}

static inline void steering(double sigma)
{
    village_steer(world_now(), sigma);
}

/* Calls `act` for every need, with its row. */
static inline double over_needs(double (*act)(uint32_t row))
{
    const struct blocks *blocks = &world_now()->blocks;
    double sum = 0;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t k = 0; k < blocks->row_count[b]; k++)
            sum += act(blocks->first_row[b] + k);
    return sum;
}

static inline double is_known(uint32_t row)
{
    const struct needs *needs = &world_now()->needs;
    return world_now()->residents.known[needs->resident[row]] >> needs->domain[row] & 1;
}

static inline double one(uint32_t row)
{
    (void)row;
    return 1;
}

static inline void month(void)
{
    village.model->now.month++;
    intake_step(&village.scenario.params.intake, village.model->now, world_now());
}

static inline void are_known(double expected)
{
    const double found = over_needs(is_known);
    assert_true(expected > 40);
    assert_true(fabs(found - expected) < 4 * sqrt(expected));
}

#define ALL_HIDDEN(test) cmocka_unit_test_setup_teardown(test, hidden, leave)

#endif
