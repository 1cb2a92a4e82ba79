/* The processes of organisations, each to be run alone: part of steps.h. */
#ifndef TESTS_PROCESS_STEPS_ORGANISATIONS_H
#define TESTS_PROCESS_STEPS_ORGANISATIONS_H

#include "params/scenario.h"
#include "process/entrepreneurs.h"
#include "process/institutions.h"
#include "process/practices.h"
#include "process/shared_vision.h"

static inline void places_help_alone(const struct scenario *s, struct moment now,
                                     struct world *world)
{
    (void)now;
    entrepreneurs_help(&s->params.entrepreneurs, world);
}

static inline void practices_alone(const struct scenario *s, struct moment now, struct world *world)
{
    practices_step(&s->params.practices, now, world);
}

static inline void shared_vision_alone(const struct scenario *s, struct moment now,
                                       struct world *world)
{
    shared_vision_step(&s->params.shared_vision, s->params.formal_support.vision_distance, true,
                       now, world);
}

#endif
