/* Loops over arrays of reals, four at once where the processor has AVX2, chosen
 * at run time: the same operations in the same order for each element, so the
 * same bits everywhere. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stddef.h>

/* y[i] = exp(x[i] - less). */
void wide_exp(const double *restrict x, double less, double *restrict y, size_t count);
/* y[i] += times * x[i]. */
void wide_add(double *restrict y, double times, const double *restrict x, size_t count);
/* x[i] = square root of x[i]. */
void wide_sqrt(double *x, size_t count);

#endif
