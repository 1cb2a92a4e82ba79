/* One need in a village where nobody else asks, and two who could help. */
#ifndef TESTS_PROCESS_ONE_NEED_H
#define TESTS_PROCESS_ONE_NEED_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/informal_support.h"
#include "support/village.h"

enum { UNITS = 16 };

static struct village village;
static uint32_t row, asker, helper, other; /* a need, who has it, and two alters */

static inline struct world *world_now(void)
{
    return &village.model->world;
}

/* An adult of 55 without needs or strain, who would give all. */
static inline void ready(uint32_t i)
{
    struct residents *residents = &world_now()->residents;
    residents->birth[i] = -660;
    residents->willingness[i] = 255;
    residents->strain[i] = 0;
    residents->worst[i] = 0;
    residents->burnout[i] = residents->care_months[i] = 0;
}

static inline void tie(uint32_t ego, uint32_t alter, enum tie_kind kind, uint8_t strength)
{
    assert_true(ties_make(&world_now()->ties, ego, alter, kind, strength));
}

static inline void no_ties(uint32_t ego)
{
    struct ties *ties = &world_now()->ties;
    while (ties_degree(ties, ego) > 0)
        ties_drop(ties, ego, tie_place(ties->alter[(size_t)ego * TIE_SLOTS]));
}

/* One need of care, of severity 0.5 and 20 net hours, in the whole village. */
static inline int one_need(void **state)
{
    (void)state;
    village_settle(&village,
                   "levers: {empowerment: 0.5, formal_informal_link: 0, carer_support: 0}\n"
                   "parameters: {settlement: {burn_in: 0}}\n");
    struct world *world = world_now();
    for (uint32_t r = 0; r < world->needs.capacity; r++)
        world->needs.flags[r] = NEED_ENDED;
    row = world->blocks.first_row[0];
    while (world->needs.domain[row] != CARE)
        row++;
    asker = world->needs.resident[row];
    uint32_t *others[] = {&helper, &other};
    uint32_t i = world->blocks.first[0];
    for (size_t k = 0; k < 2; k++) {
        while (!residents_present(&world->residents, i) || i == asker)
            i++;
        *others[k] = i++;
        ready(*others[k]);
    }
    no_ties(asker);
    world->needs.flags[row] = 0;
    world->needs.severity[row] = 0.5f;
    world->needs.net[row] = 20;
    world->needs.formal[row] = 0;
    struct informal_support_params *p = &village.scenario.params.informal_support;
    p->reluctance = 0.4;
    p->reluctance_relief = 0.5;
    p->ordinary = 0;
    p->primary_share = 0.9;
    p->capacity_household = p->capacity_total = 200;
    p->capacity_kin = 80;
    p->capacity_other = 14;
    village.scenario.params.hours.replaceable[CARE] = 0.6;
    village.scenario.params.hours.presence[CARE] = 100;
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline void support(void)
{
    const struct params *p = &village.scenario.params;
    informal_support_step(&p->informal_support, &p->hours, &p->needs,
                          p->formal_support.relief_share, village.model->now, world_now());
}

static inline double given(uint32_t i)
{
    return world_now()->residents.given[i] / (double)UNITS;
}

#define WITH_ONE_NEED(test) cmocka_unit_test_setup_teardown(test, one_need, leave)

#endif
