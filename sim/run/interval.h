/* Intervals over replicates. */
#ifndef RUN_INTERVAL_H
#define RUN_INTERVAL_H

#include <stddef.h>

struct interval {
    size_t count;     /* values that are numbers */
    double mean;      /* NaN when there is none */
    double low, high; /* 95%, by Student's t; NaN below two values */
};

/* Values that are NaN are left out. Of paired differences it is a paired interval. */
struct interval interval_of(const double *values, size_t count);
/* The interval of all values together, from those of two sets of them. */
struct interval interval_joined(struct interval one, struct interval other);

#endif
