/* One run of a sweep: the scenario at a point of the design, run in memory. Private to
 * sweep.c. */
#ifndef RUN_SWEEP_POINT_H
#define RUN_SWEEP_POINT_H

#include "output/sweep_file.h"
#include "run/sweep.h"

/* Reads the scenario with the values of one point; NULL values: without any. */
bool sweep_point_read(struct scenario *scenario, const struct sweep_options *options,
                      const struct sweep *sweep, const double *values, struct spel_error *error);

/* Runs the replicate that `run` names; fills in how it went, and its series. A failure is
 * written into `run` and is no failure of the sweep. False when asked to stop: nothing is told
 * then. */
bool sweep_point_run(const struct sweep_plan *plan, const struct sweep_options *options,
                     struct sweep_run *run, float *values);

#endif
