/* A village with ten entrepreneurs, in which some people have places. */
#ifndef TESTS_PROCESS_PLACES_VILLAGE_H
#define TESTS_PROCESS_PLACES_VILLAGE_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/entrepreneurs.h"
#include "support/village.h"

static struct village village;

static inline struct world *world_now(void)
{
    return &village.model->world;
}

static inline struct entrepreneurs_params *params(void)
{
    return &village.scenario.params.entrepreneurs;
}

/* A village with ten entrepreneurs, three months on. */
static inline int with_places(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {entrepreneurs_per_1000: 4}}\n");
    village_run(&village, 3);
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static inline void month(bool entry)
{
    village.model->now.month++;
    world_now()->events.count = 0;
    village.scenario.process_off[PROCESS_ENTRY] = !entry;
    entrepreneurs_step(&village.scenario, village.model->now, world_now());
}

/* Calls `act` for every need that has not ended. */
static inline void each_need(void (*act)(uint32_t row, double *sums), double *sums)
{
    const struct blocks *blocks = &world_now()->blocks;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t k = 0; k < blocks->row_count[b]; k++)
            if (!(world_now()->needs.flags[blocks->first_row[b] + k] & NEED_ENDED))
                act(blocks->first_row[b] + k, sums);
}

static inline bool held(uint32_t row)
{
    const uint16_t place = world_now()->needs.place[row];
    return place != NO_PLACE && place != PLACE_JOB;
}

static inline void count_held(uint32_t row, double *sums)
{
    sums[0] += held(row);
}

static inline double places_held(void)
{
    double sum = 0;
    each_need(count_held, &sum);
    return sum;
}

/* Everyone who needs work, or company and no work, has a place with the first. */
static inline void hold_place(uint32_t row, double *sums)
{
    const struct municipalities *m = &world_now()->municipalities;
    uint32_t i = m->first_organisation[0];
    while (world_now()->organisations.kind[i] != ORGANISATION_ENTREPRENEUR)
        i++;
    const int d = world_now()->needs.domain[row];
    const bool only =
        d == WORK ||
        (d == SOCIAL &&
         !(world_now()->residents.needs[world_now()->needs.resident[row]] >> WORK & 1));
    world_now()->needs.place[row] = only ? (uint16_t)(i - m->first_organisation[0] + 1) : NO_PLACE;
    sums[0] += only;
    if (d == WORK)
        sums[1] += 1 - (double)world_now()->needs.severity[row];
}

#define WITH_PLACES(test) cmocka_unit_test_setup_teardown(test, with_places, leave)

#endif
