/* The headline results of a finished file: first and last year, over all
 * replicates of its first scenario. */
#ifndef OUTPUT_RESULTS_H
#define OUTPUT_RESULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "output/hdf.h"

enum { RESULT_PLACE = 96 };

/* One line: a variable at one position of its axes. */
struct result {
    size_t variable;
    char position[RESULT_PLACE]; /* "care"; empty where there is only one */
    double first, last;          /* means of the year over the replicates */
    double low, high;            /* 5% and 95% of the replicates in the last year */
};

struct results {
    size_t count;
    struct result *rows; /* by variable, then position */
    size_t scenarios, replicates, months;
    size_t first_months, last_months; /* that are averaged */
};

/* Headlines of at most `most` positions; others are left out. */
bool results_read(struct hdf *hdf, size_t most, struct results *results);
void results_clear(struct results *results);

#endif
