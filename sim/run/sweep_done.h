/* Which runs of a sweep there are already: in its log, in a finished file, in the parts of an
 * array. Run number = replicate × points + point, the order in which they are run. Private to
 * sweep.c and merge.c. */
#ifndef RUN_SWEEP_DONE_H
#define RUN_SWEEP_DONE_H

#include "output/sweep_file.h"

struct sweep_done {
    const struct sweep_plan *plan;
    uint64_t runs;                /* of the whole sweep */
    unsigned char *bits, *failed; /* by number */
    unsigned char *begun;         /* a process has ended while they were under way */
};

bool sweep_done_init(struct sweep_done *done, const struct sweep_plan *plan,
                     struct spel_error *error);
void sweep_done_clear(struct sweep_done *done);

bool sweep_done_has(const struct sweep_done *done, uint64_t number);
bool sweep_done_failed(const struct sweep_done *done, uint64_t number);
bool sweep_done_begun(const struct sweep_done *done, uint64_t number);
/* Notes a run that has come to its end. */
void sweep_done_add(struct sweep_done *done, const struct sweep_run *run);

/* Notes the runs that were under way when the process that wrote a log ended. */
void sweep_done_note_begun(struct sweep_done *done, const struct sweep_log *log);
/* Notes the runs that a log holds from `place` on. A run that is beyond the points and
 * replicates asked for is refused: it would have no place in the file. */
bool sweep_done_note(struct sweep_done *done, struct sweep_log *log, off_t place,
                     struct spel_error *error);
/* Puts what a file holds and the log does not into the log, and notes it. */
bool sweep_done_take(struct sweep_done *done, const char *path, struct sweep_log *log,
                     struct spel_error *error);
/* The same of another log. */
bool sweep_done_copy(struct sweep_done *done, struct sweep_log *from, struct sweep_log *log,
                     struct spel_error *error);

#endif
