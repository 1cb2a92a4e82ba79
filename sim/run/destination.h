/* What stands at the place of the output, and what may be done about it. */
#ifndef RUN_DESTINATION_H
#define RUN_DESTINATION_H

#include <stdbool.h>

#include "base/error.h"
#include "params/scenario.h"
#include "run/run.h"

struct destination {
    char *part, *checkpoint, *lock; /* beside the output */
    int locked;                     /* the open lock */
    bool goes_on;                   /* there is a checkpoint to go on from */
    bool finished;                  /* the output is of these scenarios already */
};

/* Refuses while another process runs into the output, to overwrite without
 * --force, and to go on without --resume; clears away what a new run may not
 * find. */
bool destination_take(struct destination *destination, const struct scenario *scenarios,
                      size_t scenario_count, const struct run_options *options,
                      struct spel_error *error);
/* Removes the part file and the checkpoint. */
void destination_tidy(const struct destination *destination);
/* Lets others have the output. */
void destination_clear(struct destination *destination);

/* What a failure on the way means: whether there is something to go on from,
 * or a full disk that will have room again. */
enum run_outcome destination_failure(const struct destination *destination,
                                     const struct spel_error *error);
/* What a failure before the first month means: files that are not as they must
 * be are for the user to mend, memory and disk are for the machine. */
enum run_outcome destination_refusal(const struct destination *destination,
                                     const struct spel_error *error);

#endif
