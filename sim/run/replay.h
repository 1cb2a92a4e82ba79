/* Any run of a sweep again, from its file and the program of the same version alone. */
#ifndef RUN_REPLAY_H
#define RUN_REPLAY_H

#include "params/scenario.h"
#include "run/verify.h"

/* Of a sweep: -1 stands for all. */
struct replay_run {
    int point, replicate;
};

/* Whether a file holds a sweep; false, without a sentence, for everything else. */
bool replay_is_sweep(const char *path);

/* The scenario at a point, with `path=value` texts over it; without the claims, which name
 * scenarios that the file does not have. With a replicate, so many replicates that it is the
 * last: each replicate has chances of its own, by its number. */
bool replay_scenario(const char *path, struct replay_run run, const char *const *overrides,
                     size_t override_count, struct scenario *scenario, struct spel_error *error);

/* As verify_file, of the finished runs of a sweep: its digests are those of the last month. */
enum verify_outcome replay_verify(const char *path, struct replay_run run,
                                  const struct run_options *options, struct verify_report *report,
                                  struct spel_error *error);

#endif
