/* A sweep: a scenario at many points of a design, each replicate by replicate with the same
 * seeds, into one file that is never lost.
 *
 * The order goes round over the points: first the first replicate of all, then the second, so
 * that a sweep that was stopped is still a fair sample. A run that fails is a row with its
 * sentence and leaves the others alone. */
#ifndef RUN_SWEEP_H
#define RUN_SWEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "params/scenario.h"
#include "run/design.h"
#include "run/ranks.h"

struct sweep_progress {
    uint64_t done, failed, total; /* runs of this part */
    uint64_t done_before;         /* of these, by what was resumed */
    double seconds;
    bool writing;
};

struct sweep_options {
    const char *scenario;         /* file or name, for reading each point's scenario */
    const char *const *overrides; /* of --set */
    size_t override_count;
    const char *const *folders;
    const char *output;
    const char *command;
    enum design_kind design;
    const char *table;    /* of DESIGN_FILE */
    size_t n;             /* 0: as is usual for the design */
    const char *outcomes; /* names of variables, by commas; NULL for the headlines */
    bool force, resume;
    bool so_far;                 /* runs nothing, writes what there is */
    int threads;                 /* 0: as many as there are */
    uint32_t part, parts;        /* of an array, from 1; 0 of 0: all */
    double max_seconds;          /* 0: none */
    const char *until;           /* a claim at which it ends; NULL: none */
    const struct ranks *ranks;   /* that run it together; NULL for one alone */
    bool (*stop)(void *context); /* may be asked by any thread; may be NULL */
    void (*progress)(void *context, const struct sweep_progress *progress); /* may be NULL */
    void *context;
};

enum sweep_outcome {
    SWEEP_DONE,
    SWEEP_WAS_DONE,
    SWEEP_SOME_FAILED,
    SWEEP_NOT_YET, /* all runs are done, and the claim of `until` does not hold yet */
    SWEEP_STOPPED, /* early; can be resumed */
    SWEEP_HELPED,  /* of a rank other than 0, which tells how it went */
    SWEEP_REFUSED,
    SWEEP_BROKEN
};

enum sweep_outcome sweep_run(const struct sweep_options *options, struct spel_error *error);

/* What a sweep will ask for, from one trial run. */
struct sweep_forecast {
    size_t points, policies, worlds, runs;
    uint32_t replicates;
    size_t workers; /* runs at a time */
    double run_seconds, seconds;
    uint64_t memory, disk; /* bytes */
};
bool sweep_forecast(struct sweep_forecast *forecast, const struct sweep_options *options,
                    struct spel_error *error);

#endif
