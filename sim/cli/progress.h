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
/* Whether so many seconds into the run it is time to tell again, which is then noted. */
bool progress_due(struct progress *progress, double seconds);
/* "2 min 05 s left" on stderr. */
void progress_put_left(double seconds);
/* Ends the line that is open, if any. */
void progress_end(struct progress *progress);

#endif
