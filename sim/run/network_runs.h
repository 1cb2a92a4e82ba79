/* Many simulations of one network over a period, each with chances of its own:
 * the same results for any number of threads. */
#ifndef RUN_NETWORK_RUNS_H
#define RUN_NETWORK_RUNS_H

#include "output/network_results.h"
#include "run/network_setting.h"

struct network_progress {
    uint32_t runs, done;
    double part; /* of a run under way, between 0 and 1: for when there is only one */
    double seconds;
    uint64_t mini_steps; /* of the runs that are done */
};

struct network_options {
    int threads;                 /* 0: as many as there are */
    bool (*stop)(void *context); /* asked now and then, by any thread; may be NULL */
    void (*progress)(void *context, const struct network_progress *progress); /* may be NULL */
    void *context;
};

enum network_outcome { NETWORK_DONE, NETWORK_STOPPED, NETWORK_FAILED };

/* Simulates the runs of the spec; rows go to the output as it asks for them, the rest to *results,
 * which is cleared by the caller, also after a failure. */
enum network_outcome network_runs(const struct network_setting *setting,
                                  const struct network_options *options,
                                  struct network_output *output, struct network_results *results,
                                  struct spel_error *error);

#endif
