/* Initiatives by themselves, from the scenario alone. */
#ifndef TESTS_PROCESS_STEPS_INITIATIVES_H
#define TESTS_PROCESS_STEPS_INITIATIVES_H

#include "params/scenario.h"
#include "process/initiatives.h"

static inline void pledge_alone(const struct scenario *s, struct moment now, struct world *world)
{
    initiatives_pledge(&s->params, now, world);
}

static inline void initiatives_alone(const struct scenario *s, struct moment now,
                                     struct world *world)
{
    initiatives_step(&s->params, true, now, world);
}

#endif
