/* One run of a scenario, measured. */
#ifndef CALIBRATE_TRIAL_H
#define CALIBRATE_TRIAL_H

#include "moments.h"
#include "params/scenario.h"

/* The months over which moments are taken, and the longest for what needs years. */
enum { WINDOW_FROM = 13, WINDOW_TO = 60, YEARS = 7 };

/* `first`: the first day before the run-in; `window`: months 13-60; `whole`: from
 * month 1 to the last, for what is followed over years. */
struct trial {
    struct moments first, window, whole;
};

bool trial_init(struct trial *trial, struct spel_error *error);
void trial_clear(struct trial *trial);
/* Settles without a run-in and measures the first day. */
bool trial_settle(struct trial *trial, struct scenario *scenario, struct spel_error *error);
/* Runs `months` months; a full measure each half year, or with `quick` each year
 * without ties. */
bool trial_run(struct trial *trial, const struct scenario *scenario, int months, bool quick,
               struct spel_error *error);

#endif
