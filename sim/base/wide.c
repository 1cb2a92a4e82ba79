#include "base/wide.h"

#include <stdbool.h>

#include "base/avx2.h"
#include "base/elementary.h"

#if AVX2_COMPILED
#include <immintrin.h>
#endif

/* A loop compiled both ways, and the choice between the two. */
#define WIDE(name, parameters, arguments)                                                          \
    AVX2_ALSO(name, parameters, arguments)                                                         \
                                                                                                   \
    void wide_##name parameters                                                                    \
    {                                                                                              \
        if (avx2_can())                                                                            \
            name##_avx2 arguments;                                                                 \
        else                                                                                       \
            name##_loop arguments;                                                                 \
    }

static AVX2_EITHER void exp_loop(const double *restrict x, double less, double *restrict y,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] = elementary_exp(x[i] - less);
}
WIDE(exp, (const double *restrict x, double less, double *restrict y, size_t count),
     (x, less, y, count))

static AVX2_EITHER void add_loop(double *restrict y, double times, const double *restrict x,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] += times * x[i];
}
WIDE(add, (double *restrict y, double times, const double *restrict x, size_t count),
     (y, times, x, count))

static AVX2_EITHER void sqrt_loop(double *x, size_t count)
{
    for (size_t i = 0; i < count; i++)
        x[i] = elementary_sqrt(x[i]);
}
WIDE(sqrt, (double *x, size_t count), (x, count))

static AVX2_EITHER void equal_loop(const double *restrict x, double value, double *restrict y,
                                   size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] = x[i] == value ? 1.0 : 0.0;
}
WIDE(equal, (const double *restrict x, double value, double *restrict y, size_t count),
     (x, value, y, count))

static AVX2_EITHER void apart_loop(const double *restrict x, double value, double most,
                                   double times, double *restrict y, size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] = most - elementary_absolute(value - x[i]) * times;
}
WIDE(apart,
     (const double *restrict x, double value, double most, double times, double *restrict y,
      size_t count),
     (x, value, most, times, y, count))

static AVX2_EITHER void distance_loop(const double *restrict x, const double *restrict y,
                                      struct wide_place from, double *restrict distance,
                                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const double across = from.x - x[i], up = from.y - y[i];
        distance[i] = elementary_sqrt(across * across + up * up) * from.scale - from.less;
    }
}
WIDE(distance,
     (const double *restrict x, const double *restrict y, struct wide_place from,
      double *restrict distance, size_t count),
     (x, y, from, distance, count))

static AVX2_EITHER void products_loop(uint64_t *restrict sum, const uint32_t *restrict x,
                                      uint32_t k, const uint32_t *restrict y, uint32_t l,
                                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum[i] += (uint64_t)(x[i] + k) * (y[i] + l);
}
WIDE(products,
     (uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k, const uint32_t *restrict y,
      uint32_t l, size_t count),
     (sum, x, k, y, l, count))

#if AVX2_COMPILED
/* Four columns, of which four rows at a time are turned. */
AVX2 static void four_columns(double *restrict column, size_t apart, const double *first,
                              size_t size, const uint32_t *which, size_t count)
{
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256d a = _mm256_loadu_pd(first + which[i] * size);
        const __m256d b = _mm256_loadu_pd(first + which[i + 1] * size);
        const __m256d c = _mm256_loadu_pd(first + which[i + 2] * size);
        const __m256d d = _mm256_loadu_pd(first + which[i + 3] * size);
        const __m256d ab_even = _mm256_unpacklo_pd(a, b), ab_odd = _mm256_unpackhi_pd(a, b);
        const __m256d cd_even = _mm256_unpacklo_pd(c, d), cd_odd = _mm256_unpackhi_pd(c, d);
        _mm256_storeu_pd(column + i, _mm256_permute2f128_pd(ab_even, cd_even, 0x20));
        _mm256_storeu_pd(column + apart + i, _mm256_permute2f128_pd(ab_odd, cd_odd, 0x20));
        _mm256_storeu_pd(column + 2 * apart + i, _mm256_permute2f128_pd(ab_even, cd_even, 0x31));
        _mm256_storeu_pd(column + 3 * apart + i, _mm256_permute2f128_pd(ab_odd, cd_odd, 0x31));
    }
    for (; i < count; i++)
        for (size_t c = 0; c < 4; c++)
            column[c * apart + i] = first[which[i] * size + c];
}
#endif

void wide_columns(double *restrict column, size_t apart, size_t columns, const double *rows,
                  size_t size, const uint32_t *which, size_t count)
{
    size_t c = 0;
#if AVX2_COMPILED
    for (; c + 4 <= columns && avx2_can(); c += 4)
        four_columns(column + c * apart, apart, rows + c, size, which, count);
#endif
    for (; c < columns; c++)
        for (size_t i = 0; i < count; i++)
            column[c * apart + i] = rows[which[i] * size + c];
}
