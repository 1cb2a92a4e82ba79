/* A village in which one initiative has just begun, for the tests of initiatives. */
#ifndef TESTS_PROCESS_INITIATIVE_H
#define TESTS_PROCESS_INITIATIVE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/initiatives.h"
#include "process/initiatives_parts.h"
#include "support/village.h"
#include "world/founding.h"
#include "world/history.h"

static struct village village;
static uint32_t initiative; /* its row; of the domain `social` */

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline struct initiatives *all(void)
{
    return &world_now()->initiatives;
}

static inline struct initiating initiating_now(void)
{
    return (struct initiating){&village.scenario.params, village.model->now, world_now()};
}

/* The next adult from a place on who is a member of nothing. */
static inline uint32_t adult_from(uint32_t place)
{
    const struct residents *residents = &world_now()->residents;
    while (residents->id[place] == 0 || residents->membership[place] != 0 ||
           residents_age_months(residents, place, 0) < 18 * 12)
        place++;
    return place;
}

/* So many adults join, from the founder's address on. */
static inline void join(uint32_t row, size_t members)
{
    uint32_t place = all()->member[(size_t)row * INITIATIVE_MEMBERS];
    for (size_t k = 0; k < members; k++) {
        place = adult_from(place);
        assert_true(membership_join(world_now(), row, place));
    }
}

/* An initiative of eight members, and no other. */
static inline int begin_one(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {initiatives: {births: 0}}\n");
    initiative = membership_begin(world_now(), adult_from(40), SOCIAL, 0);
    assert_int_not_equal(initiative, COLUMN_NONE);
    join(initiative, 7);
    all()->energy[initiative] = 0.5f;
    world_now()->organisations.trust[initiative] = 0.59f;
    return 0;
}

static inline int leave_it(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline void lever(enum lever which, double value)
{
    village_lever(world_now(), which, value);
}

/* Nobody joins, leaves, ends or hardens. */
static inline void hold_still(void)
{
    struct initiatives_params *p = &village.scenario.params.initiatives;
    p->asks = p->leave = p->end = p->harden = p->challenge = p->fail = 0;
}

static inline void month(void)
{
    village.model->now.month++;
    initiatives_pledge(&village.scenario.params, village.model->now, world_now());
    initiatives_step(&village.scenario.params, true, village.model->now, world_now());
}

#define WITH_ONE(test) cmocka_unit_test_setup_teardown(test, begin_one, leave_it)

#endif
