/* What stands at the place of the output, and what may be done about it. */
#ifndef RUN_CLAIM_H
#define RUN_CLAIM_H

#include <stdbool.h>

#include "base/error.h"
#include "params/scenario.h"
#include "run/run.h"

struct claim {
    char *part, *checkpoint; /* beside the output */
    bool goes_on;            /* there is a checkpoint to go on from */
    bool finished;           /* the output is this scenario's already */
};

/* Refuses to overwrite without --force, and to go on without --resume; clears
 * away what a new run may not find. */
bool claim_output(struct claim *claim, const struct scenario *scenario,
                  const struct run_options *options, struct spel_error *error);
/* Removes the part file and the checkpoint. */
void claim_tidy(const struct claim *claim);
void claim_clear(struct claim *claim);

#endif
