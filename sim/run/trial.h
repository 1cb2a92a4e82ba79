/* What a run will ask for, from a short trial: its first day and some months. */
#ifndef RUN_TRIAL_H
#define RUN_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "params/scenario.h"
#include "world/world.h"

struct trial {
    uint32_t runs, months; /* of each */
    size_t residents;      /* on the first day */
    size_t tried;          /* how many of them the trial was on */
    double settling;       /* seconds, for one run: the first day */
    double burning_in;     /* and the months before the first */
    double month;          /* seconds */
    double seconds;        /* for everything */
    uint64_t memory;       /* bytes */
    uint64_t disk;         /* bytes, at most, while it runs and at the end */
};

/* Tries the first of the scenarios; of a large place, two of its thinned worlds. Writes
 * nothing. `threads`: 0 for as many as there are. */
bool trial_run(struct trial *trial, const struct scenario *scenarios, size_t scenario_count,
               int threads, struct spel_error *error);
/* The same, on at most so many residents. */
bool trial_run_of(struct trial *trial, const struct scenario *scenarios, size_t scenario_count,
                  int threads, size_t most, struct spel_error *error);

/* Bytes that the state of a world takes, and people who live in it. */
uint64_t trial_state(const struct world *world);
size_t trial_residents(const struct world *world);

#endif
