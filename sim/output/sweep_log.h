/* The log of a sweep: OUT.h5.part, one record behind another as runs end. A record counts
 * once it is whole: after a kill at any moment the log holds every run that was told, and the
 * rest of a torn record is forgotten. Before the records stand the runs that were begun, one for
 * each worker. Its size in memory does not grow with the runs. */
#ifndef OUTPUT_SWEEP_LOG_H
#define OUTPUT_SWEEP_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/digest.h"
#include "base/error.h"
#include "output/ledger.h"

/* How a run of the sweep went. */
struct sweep_run {
    uint32_t point, replicate;
    uint32_t status; /* enum ledger_status */
    uint32_t months;
    struct digest chain;
    char message[LEDGER_MESSAGE];
};

struct sweep_log {
    int file;
    char *path;
    size_t values;         /* a run's series: floats, of all outcomes */
    off_t begun;           /* of the runs that were begun */
    off_t first, end;      /* of the records */
    double synced;         /* when */
    unsigned char *buffer; /* one record */
};

/* Makes the log of a sweep that `identity` describes, or opens the one that is there and finds
 * its end. Another sweep's is refused with the first line that differs. */
bool sweep_log_open(struct sweep_log *log, const char *path, const char *identity, size_t values,
                    struct spel_error *error);
/* Whether a file begins as a log does. */
bool sweep_log_is(const char *path);
/* Adds a run with its series. A failed run may have none: NULL. */
bool sweep_log_add(struct sweep_log *log, const struct sweep_run *run, const float *values,
                   struct spel_error *error);
/* The run at `*place` (begin with log->first), with its series unless `values` is NULL, and
 * moves on; `*more` is false at the end. */
bool sweep_log_next(struct sweep_log *log, off_t *place, struct sweep_run *run, float *values,
                    bool *more, struct spel_error *error);
/* Notes which run a worker has begun; of its last it says so too when that was finished. Workers
 * need not wait for each other. */
enum { SWEEP_LOG_WORKERS = 1024 };
bool sweep_log_begin(struct sweep_log *log, size_t worker, const struct sweep_run *run,
                     struct spel_error *error);
/* The run that a worker has begun last; false where it has begun none. */
bool sweep_log_begun(const struct sweep_log *log, size_t worker, struct sweep_run *run);
/* After an end that was wanted: nothing was under way. */
void sweep_log_rest(struct sweep_log *log);

/* Safe on a zeroed struct with file -1. */
void sweep_log_close(struct sweep_log *log);

#endif
