/* How far a run is, on stderr: a line that renews itself on a terminal, and a
 * line now and then elsewhere. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

#include "run/run.h"

struct progress {
    bool quiet, terminal;
    double shown;      /* seconds into the run when last told */
    bool line_is_open; /* on the terminal */
};

void progress_init(struct progress *progress, bool quiet);
/* For run_options; the context is the struct. */
void progress_tell(void *context, const struct run_progress *now);
/* Ends the line that is open, if any. */
void progress_end(struct progress *progress);

#endif
