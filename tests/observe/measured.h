/* A village measured in its fifteenth month, for the tests of what is observed. */
#ifndef TESTS_OBSERVE_MEASURED_H
#define TESTS_OBSERVE_MEASURED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "observe/variables.h"
#include "support/village.h"

enum { MONTHS = 15 };

struct measured {
    struct village village;
    struct observation observation;
};

static inline int measure(void **state)
{
    static struct measured measured;
    struct spel_error error;
    village_settle(&measured.village, NULL);
    village_run(&measured.village, MONTHS);
    *state = &measured;
    if (!observation_init(&measured.observation, measured.village.model, &error))
        return -1;
    observation_measure(&measured.observation, measured.village.model);
    return 0;
}

static inline int leave(void **state)
{
    struct measured *measured = *state;
    observation_clear(&measured->observation);
    village_clear(&measured->village);
    return 0;
}

static inline size_t variable_called(const char *name)
{
    for (size_t v = 0; v < variable_count; v++)
        if (strcmp(variables[v].name, name) == 0)
            return v;
    fail_msg("no variable %s", name);
    return 0;
}

static inline double value_of(void **state, const char *name, size_t at)
{
    const struct observation *observation = &((struct measured *)*state)->observation;
    const size_t v = variable_called(name);
    assert_in_range(at, 0, observation->length[v] - 1);
    return observation->values[observation->offset[v] + at];
}

static inline const struct world *world_of(void **state)
{
    return &((struct measured *)*state)->village.model->world;
}

#endif
