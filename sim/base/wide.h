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
/* y[i] = 1 where x[i] is the value, 0 elsewhere. */
void wide_equal(const double *restrict x, double value, double *restrict y, size_t count);
/* y[i] = most - |value - x[i]| * times. */
void wide_apart(const double *restrict x, double value, double most, double times,
                double *restrict y, size_t count);
/* distance[i] = scale times that in the plane, less something. */
struct wide_place {
    double x, y, scale, less;
};
void wide_distance(const double *restrict x, const double *restrict y, struct wide_place from,
                   double *restrict distance, size_t count);
/* column[c * apart + i] = row[c] of the rows that are `size` long, of number which[i], for each c
 * below `columns`. */
void wide_columns(double *restrict column, size_t apart, size_t columns, const double *rows,
                  size_t size, const uint32_t *which, size_t count);
/* sum[i] += (x[i] + k) * (y[i] + l): the factors modulo 2^32, the sum modulo 2^64. */
void wide_products(uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k,
                   const uint32_t *restrict y, uint32_t l, size_t count);

#endif
