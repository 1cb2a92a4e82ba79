/* The table of targets: what the model is held against, with the tolerance that
 * was declared beforehand. */
#ifndef CALIBRATE_TARGETS_H
#define CALIBRATE_TARGETS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "moments.h"

enum { TARGETS_MOST = 128, TARGET_TEXT = 160, UNIT_TEXT = 24 };

struct target {
    char variable[MOMENT_TEXT];
    char unit[UNIT_TEXT], source[TARGET_TEXT];
    int fact;
    int from, to; /* months */
    double value, low, high;
    bool validate; /* printed, never tuned on */
};

struct targets {
    struct target rows[TARGETS_MOST];
    size_t count;
};

bool targets_read(struct targets *targets, const char *path, struct spel_error *error);
/* Prints the table and returns how many targets are held; `whole` are the moments
 * of all months, for rows that begin in the first. */
size_t targets_print(const struct targets *targets, const struct moments *window,
                     const struct moments *whole);

#endif
