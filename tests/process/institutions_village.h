/* A village with some dozen institutions, right after the first day, for the tests of what they
 * do. */
#ifndef TESTS_PROCESS_INSTITUTIONS_VILLAGE_H
#define TESTS_PROCESS_INSTITUTIONS_VILLAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/village.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline struct organisations *organisations(void)
{
    return &world_now()->organisations;
}

static inline struct institutions_params *params(void)
{
    return &village.scenario.params.institutions;
}

static inline void lever(enum lever which, double value)
{
    village_lever(world_now(), which, value);
}

static inline void first_day(void)
{
    village_settle(&village, "parameters: {settlement: {burn_in: 0, burn_in_organisations: 0, "
                             "institutions_per_1000: 5}}\n");
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

#endif
