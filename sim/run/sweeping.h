/* A sweep that is being run: what sweep.c, sweep_work.c and sweep_logs.c share. Private to
 * them. */
#ifndef RUN_SWEEPING_H
#define RUN_SWEEPING_H

#include <omp.h>

#include "run/ranks.h"
#include "run/run.h"
#include "run/sweep.h"
#include "run/sweep_done.h"
#include "run/sweep_plan.h"
#include "run/until.h"

struct sweeping {
    const struct sweep_options *options;
    struct sweep_options each; /* of one run: with the stop of the sweep */
    const struct ranks *ranks;
    struct spel_error *error;
    struct sweep_made made;
    struct sweep_log log; /* of this rank */
    char *part, *lock, *stop_file;
    int locked;
    struct sweep_done done;
    struct until until;
    uint64_t next, limit; /* the next run to be given, and the first that is not wanted */
    uint64_t finished, failed, before, mine;
    bool went_on; /* the log was there */
    bool stopped, broken;
    bool enough; /* the claim of `until` holds: what is under way is not wanted */
    double begun, told;
    omp_lock_t changing; /* held by the thread that changes any of these */
    struct provenance provenance;
};

/* sweep.c: tells how far it is. */
void sweeping_tell(struct sweeping *s, bool writing);
/* Whether a run is of the part of an array that this is. */
bool sweeping_is_mine(const struct sweep_options *options, uint64_t number);
/* Counts the runs of this part, and those that there are already. */
void sweeping_count(struct sweeping *s);

/* sweep_work.c: runs what is wanted and not there, over threads and ranks. */
void sweeping_work(struct sweeping *s);
int sweeping_threads(const struct sweeping *s);

/* sweep_logs.c: the logs of other ranks. */
char *sweeping_log_name(const struct sweeping *s, int rank);
/* Puts what they hold into the log of rank 0, and removes them. */
bool sweeping_collect(struct sweeping *s);
/* Removes them. */
bool sweeping_forget(struct sweeping *s);
/* By rank 0: whether the logs that the others have made are seen here. */
bool sweeping_sees(const struct sweeping *s);

#endif
