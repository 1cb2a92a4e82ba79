/* The difference between two scenarios over replicates that met the same chances:
 * each replicate is compared with its twin, so that only what follows from the
 * scenario is left. */
#ifndef OUTPUT_PAIRED_H
#define OUTPUT_PAIRED_H

#include <stddef.h>

enum { PAIRED_QUANTILES = 5 };
extern const double paired_quantiles[PAIRED_QUANTILES];           /* 0.05, …, 0.95 */
extern const char *const paired_quantile_names[PAIRED_QUANTILES]; /* "q05", … */

struct paired {
    size_t count;           /* pairs of which both have a number */
    double baseline, other; /* means */
    double mean;            /* of the differences, other - baseline */
    double half; /* of the 95% interval of that mean (Student's t); NaN below two pairs */
    double quantile[PAIRED_QUANTILES]; /* of the differences */
    double above;                      /* share of differences above zero */
};

/* `baseline` and `other`: one number a replicate, NaN where there is none; `room` for as many. */
struct paired paired_measure(const double *baseline, const double *other, size_t count,
                             double *room);
/* 1 when the whole interval lies above zero, -1 below, 0 when it holds zero or is not known.
 * Differences that are all the same number count as known, but for a single one. */
int paired_sign(const struct paired *paired);

#endif
