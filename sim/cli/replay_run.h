/* --run POINT or POINT,REPLICATE: which runs of a sweep. */
#ifndef CLI_REPLAY_RUN_H
#define CLI_REPLAY_RUN_H

#include "cli/arguments.h"
#include "run/replay.h"

/* Leaves *run as it is when --run was not given; false after a sentence on stderr. */
bool replay_run_given(const struct arguments *arguments, struct replay_run *run);

#endif
