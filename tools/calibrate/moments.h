/* Moments: named quotients of sums over people, months and municipalities.
 * A measure adds a part and a whole under a name; the value is part / whole.
 * With a municipality the name ends in "@" and its name. */
#ifndef CALIBRATE_MOMENTS_H
#define CALIBRATE_MOMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { MOMENT_TEXT = 72, MOMENTS_MOST = 1024, MOMENT_SLOTS = 4096 };

struct moment_sum {
    char name[MOMENT_TEXT];
    double part, whole;
};

struct moments {
    struct moment_sum *rows;
    size_t count;
    uint16_t slots[MOMENT_SLOTS]; /* 0, or one more than the row of a name */
};

bool moments_init(struct moments *moments, struct spel_error *error);
void moments_clear(struct moments *moments);
/* No rows any more. */
void moments_forget(struct moments *moments);
/* Finds the row of this name, makes it where there is none, and adds. */
void moments_add(struct moments *moments, const char *name, double part, double whole);
/* part / whole; NaN where there is no such name or the whole is nothing. */
double moments_value(const struct moments *moments, const char *name);

#endif
