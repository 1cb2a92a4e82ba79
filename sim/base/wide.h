/* Loops over arrays, as many elements at once as AVX2 takes where the processor
 * has it, chosen at run time: the same operations in the same order for each
 * element, so the same bits everywhere. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stddef.h>
#include <stdint.h>

/* y[i] = exp(x[i] - less). */
void wide_exp(const double *restrict x, double less, double *restrict y, size_t count);
/* y[i] += times * x[i]. */
void wide_add(double *restrict y, double times, const double *restrict x, size_t count);
/* x[i] = square root of x[i]. */
void wide_sqrt(double *x, size_t count);
/* sum[i] += (x[i] + k) * (y[i] + l): the factors modulo 2^32, the sum modulo 2^64. */
void wide_products(uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k,
                   const uint32_t *restrict y, uint32_t l, size_t count);

#endif
