/* The value of an expression of a claim in one replicate, from numbers that may come
 * from anywhere. */
#ifndef OBSERVE_CLAIM_VALUE_H
#define OBSERVE_CLAIM_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "observe/variables.h"
#include "params/claim.h"

/* Where the numbers of one replicate come from. */
struct claim_source {
    void *context;
    uint32_t months; /* of the run */
    /* Number of the scenario that a test calls so; "" is the first. */
    size_t (*scenario)(void *context, const char *name);
    size_t (*axis_length)(void *context, enum axis axis);
    const char *(*axis_label)(void *context, enum axis axis, size_t i);
    /* All months of a variable, places fastest. NaN is no number. */
    bool (*read)(void *context, size_t variable, size_t scenario, float *values,
                 struct spel_error *error);
};

/* Number of the variable; variable_count when there is none. */
size_t claim_variable(const char *name);

/* What stands before the comparison, of a test that claim_check has seen; of half_width
 * what it is of, in this replicate. NaN where it is no number. False with a sentence for
 * lack of memory, or when the source fails. */
bool claim_value(const struct claim_test *test, const struct claim_source *source, double *value,
                 struct spel_error *error);

#endif
