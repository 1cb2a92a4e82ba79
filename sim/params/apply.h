/* What the keys of a scenario do to it, and what is settled when all keys have
 * been seen. Private to params/. */
#ifndef PARAMS_APPLY_H
#define PARAMS_APPLY_H

#include "params/reading.h"

/* Applying what was found. */
void apply_format(const struct item *item);
void apply_wording(const struct item *item);
void apply_refused(const struct item *item);
void apply_based_on(const struct item *item);
void apply_place(const struct item *item);
void apply_time(const struct item *item);
void apply_knob(const struct item *item);
void apply_lever(const struct item *item);
void apply_steering(const struct item *item);
void apply_history(const struct item *item);
void apply_schedule(const struct item *item);
void apply_sweep(const struct item *item);
void apply_expect(const struct item *item);
void apply_process(const struct item *item);
void apply_parameter(const struct item *item);
void apply_runs(const struct item *item);
void apply_record(const struct item *item);

/* Chances that no candidate could be kept at, after all layers. */
void ceilings_check(struct reader *reader);
/* What depends on the calendar, after all layers. */
void schedule_resolve(struct reader *reader);
void snapshots_resolve(struct reader *reader);
/* What a sweep varies, after all layers. */
void sweep_resolve(struct reader *reader);
void expect_resolve(struct reader *reader);
/* The neighbourhoods that the schedule names, against the place tables. */
void schedule_check_places(struct reader *reader);

/* Loads the place tables, beside the file or in a folder. */
bool places_find(struct reader *reader, const char *path, const char *const *folders);
/* The municipalities that were named, and only their rows. */
void places_resolve(struct reader *reader);

#endif
