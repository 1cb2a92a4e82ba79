/* The file of a sweep, made from its log: /design, /runs and /series on (point, replicate,
 * month, …), /summary over replicates, and where it comes from. One run is in memory at a
 * time. */
#ifndef OUTPUT_SWEEP_FILE_H
#define OUTPUT_SWEEP_FILE_H

#include "output/frame.h"
#include "output/provenance.h"
#include "output/sweep_log.h"

/* What a sweep is, for its files. All borrowed. */
struct sweep_plan {
    const struct scenario *scenario; /* at whose side it is made */
    const struct sweep *sweep;       /* what is varied */
    const char *design;              /* "sobol" */
    size_t n, points, policies;      /* point = world × policies + policy */
    const double *values;            /* [point][factor] */
    uint32_t replicates;
    const struct frame *frame; /* of the scenario's first run */
    const size_t *outcomes;    /* the variables that are kept */
    size_t outcome_count;
    const char *identity; /* by which sweeps are told apart */
    size_t run_values;    /* floats of a run: outcome after outcome, each by month and axes */
    const char *until;    /* the claim at which it ends; NULL: none */
    uint32_t rounds;      /* replicates of each point after which it held; 0: not yet */
};

/* Where the values of an outcome begin within those of a run. */
size_t sweep_plan_offset(const struct sweep_plan *plan, size_t outcome);

/* "knobs.informal" as the name of its column: letters, digits and underscores. */
enum { SWEEP_NAME = 64 };
void sweep_factor_name(const char *path, char name[SWEEP_NAME]);

/* Writes the file and puts it in its place; the series of the log, which stays as it is. */
bool sweep_file_write(const char *path, const struct sweep_plan *plan, struct sweep_log *log,
                      const struct provenance *provenance, struct spel_error *error);

/* Takes those runs of a file over into the log of the same sweep that `done` has no bit of: bit
 * replicate × points + point. The sweep may have more points or replicates than the file; a file
 * that has more is refused, because its runs would be lost. */
bool sweep_file_take(const char *path, const struct sweep_plan *plan, struct sweep_log *log,
                     const unsigned char *done, struct spel_error *error);

#endif
