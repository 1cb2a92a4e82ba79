/* A village whose municipality decides, with nothing in the way: no errors of what is
 * seen unless a test wants them. */
#ifndef TESTS_PROCESS_DECIDING_H
#define TESTS_PROCESS_DECIDING_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/steering.h"
#include "process/steering_trial.h"
#include "support/village.h"
#include "world/arms.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline int decide(void **state)
{
    (void)state;
    village_settle(&village,
                   "parameters: {settlement: {burn_in: 1}, steering: {municipal_error: 0, "
                   "neighbourhood_error: 0, incident_rate: 0}}\n");
    village.model->now.month = 13;
    for (size_t o = 0; o < JUDGEMENTS; o++)
        village.model->world.municipalities.agreed[o] = 1.0f / JUDGEMENTS;
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline struct steering_turn turn_now(void)
{
    const struct steering_turn turn = {&village.scenario.params.steering, 0.5, village.model->now,
                                       world_now()};
    return turn;
}

static inline void steer(bool election)
{
    steering_step(&village.scenario.params, village.scenario.process_off, election,
                  village.model->now, world_now());
}

/* The months before the trial of a domain in one half of a neighbourhood. */
static inline void plant(float *column, size_t n, size_t domain, size_t half, double known,
                         double ended, double months)
{
    float *look = column + n * SIGHTS + (domain * HALVES + half) * LOOKS;
    memset(look, 0, LOOKS * sizeof *look);
    look[LOOK_PEOPLE] = (float)(10 * known * months);
    look[LOOK_KNOWN] = (float)(known * months);
    look[LOOK_ENDED] = (float)(ended * months);
}

static inline size_t events_of(enum event_kind kind)
{
    const struct events *events = &world_now()->events;
    size_t count = 0;
    for (size_t e = 0; e < events->count; e++)
        count += events->kind[e] == kind;
    return count;
}

#define DECIDING(test) cmocka_unit_test_setup_teardown(test, decide, leave)

#endif
