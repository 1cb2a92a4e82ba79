/* The fit: values of parameters that are multiplied, round after round, by the
 * power of target / simulated, until a moment is where it should be. */
#ifndef CALIBRATE_FIT_H
#define CALIBRATE_FIT_H

#include "moments.h"
#include "params/scenario.h"

/* One value and the moment that it is to bring to its target. */
struct handle {
    const char *parameter; /* "intake.seeking.work" */
    const char *moment;
    double target; /* negative: the moment as it was settled */
    double power;
};

extern const struct handle handles[];
extern const size_t handle_count;

/* The number of a parameter's path, NULL where there is none. */
double *fit_number(struct params *params, const char *path);
/* Moves every handle one step, and the onset of every domain and age band towards
 * the prevalence as it was settled. Returns the largest relative miss. */
double fit_step(struct params *params, const struct moments *run, const struct moments *settled);
/* Writes the onset table as the source file sim/params/onset.c has it. */
bool fit_write_onset(const struct params *params, const char *path, struct spel_error *error);

#endif
