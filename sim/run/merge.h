/* Parts of one sweep into one file: what the jobs of an array wrote, and the logs of those that
 * were stopped. */
#ifndef RUN_MERGE_H
#define RUN_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct merge_options {
    const char *output, *command;
    const char *const *parts; /* OUT.h5 or OUT.h5.part, at least one of them the former */
    size_t part_count;
    bool force;
};

struct merge_report {
    uint64_t runs, done, failed; /* of the whole sweep; of these, in the parts; of these */
};

/* Leaves the parts as they are. What is in none of them is waiting in the file, for sweep
 * --resume. */
bool merge_parts(const struct merge_options *options, struct merge_report *report,
                 struct spel_error *error);

#endif
