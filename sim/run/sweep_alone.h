/* A run in a process of its own: one that was under way when a process ended, and may have been
 * why. Private to the sweep. */
#ifndef RUN_SWEEP_ALONE_H
#define RUN_SWEEP_ALONE_H

#include "run/sweep_point.h"

/* As sweep_point_run. When the process ends before the run does, the run has failed, with a
 * sentence that says how. */
bool sweep_alone_run(const struct sweep_plan *plan, const struct sweep_options *options,
                     struct sweep_run *run, float *values);

#endif
