/* A whole place on its first day, for the tests of settlement. */
#ifndef TESTS_WORLD_WHOLE_H
#define TESTS_WORLD_WHOLE_H

#include "support/village.h"

/* Setup and teardown of a group; its state is the village. */
static inline int settle(void **state)
{
    static struct village village;
    village_whole(&village);
    *state = &village;
    return 0;
}

static inline int leave(void **state)
{
    village_clear(*state);
    return 0;
}

static inline const struct world *world_of(void **state)
{
    return &((struct village *)*state)->model->world;
}

static inline const struct place_row *place_of(void **state, size_t n)
{
    return &((struct village *)*state)->scenario.places.rows[n];
}

static inline int years_of(const struct world *world, uint32_t i)
{
    return residents_age_months(&world->residents, i, 0) / 12;
}

#endif
