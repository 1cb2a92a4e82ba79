/* A village whose people stand where a test places them, for the tests of visions. */
#ifndef TESTS_PROCESS_TALKING_H
#define TESTS_PROCESS_TALKING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/village.h"

static struct village village;

static inline struct world *world(void)
{
    return &village.model->world;
}

static inline void lever(enum lever which, double value)
{
    village_lever(world(), which, value);
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline void place(float *vision, float cause, float result)
{
    vision[0] = cause;
    vision[1] = result;
}

static inline void place_organisations(float cause, float result)
{
    for (size_t i = 0; i < world()->organisations.count; i++)
        place(world()->organisations.vision + 2 * i, cause, result);
}

static inline void place_residents(int8_t cause, int8_t result)
{
    for (size_t i = 0; i < world()->residents.count; i++) {
        world()->residents.vision_cause[i] = cause;
        world()->residents.vision_result[i] = result;
    }
}

#endif
