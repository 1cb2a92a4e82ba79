/* Scenarios, their replicates one after another, into one file that can be gone on
 * with after whatever interrupts it.
 *
 * Several scenarios in one file have place, months, seed, replicates and record in
 * common, so that replicate r of one meets the chances of replicate r of the other:
 * see scenarios_read in params/scenarios.h, which sees to that. They are entries of
 * the axis `scenario` of the file, in the order given. One world is in memory at a
 * time, however many runs there are. */
#ifndef RUN_RUN_H
#define RUN_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "params/scenario.h"

struct run_progress {
    uint32_t run, runs;     /* under way, from 0: replicates of all scenarios */
    uint32_t month, months; /* of it that are done */
    uint64_t done, total;   /* months of all runs */
    uint64_t done_before;   /* of these, by what was resumed */
    double seconds;         /* since this command began to run months */
    bool writing;           /* all months are done, the file is being written */
};

struct run_options {
    const char *output;  /* OUT.h5 */
    const char *command; /* for the file: as given, without folders */
    bool force, resume;
    bool elasticity;            /* measures how prevalence answers to supply, after the runs */
    int threads;                /* 0: as many as there are */
    uint32_t checkpoint_months; /* a checkpoint each so many months; 0: by the clock */
    double checkpoint_seconds;
    bool (*stop)(void *context); /* asked after each month; may be NULL */
    void (*progress)(void *context, const struct run_progress *progress); /* may be NULL */
    void *context;
};

enum run_outcome {
    RUN_DONE,
    RUN_WAS_DONE,    /* --resume of what is finished already */
    RUN_SOME_FAILED, /* finished, with runs that failed */
    RUN_STOPPED,     /* early, on request or by a full disk; can be resumed */
    RUN_REFUSED,     /* the input or the output is not as it must be; nothing was run */
    RUN_BROKEN       /* the machine failed, and there is nothing to resume */
};

/* Runs and writes. The error says why, for the last three. */
enum run_outcome run_scenarios(const struct scenario *scenarios, size_t scenario_count,
                               const struct run_options *options, struct spel_error *error);
/* The same of one scenario. */
enum run_outcome run_scenario(const struct scenario *scenario, const struct run_options *options,
                              struct spel_error *error);

/* Threads that a run uses when 0 are asked for. */
int run_threads(int wanted);

#endif
