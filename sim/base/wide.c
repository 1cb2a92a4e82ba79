#include "base/wide.h"

#include <stdbool.h>

#include "base/avx2.h"
#include "base/elementary.h"

static inline void exp_loop(const double *restrict x, double less, double *restrict y, size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] = elementary_exp(x[i] - less);
}

static inline void add_loop(double *restrict y, double times, const double *restrict x,
                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        y[i] += times * x[i];
}

static inline void sqrt_loop(double *x, size_t count)
{
    for (size_t i = 0; i < count; i++)
        x[i] = elementary_sqrt(x[i]);
}

static inline void products_loop(uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k,
                                 const uint32_t *restrict y, uint32_t l, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum[i] += (uint64_t)(x[i] + k) * (y[i] + l);
}

/* Each loop compiled a second time, for AVX2. */
#if AVX2_COMPILED

AVX2 static void exp_avx2(const double *restrict x, double less, double *restrict y, size_t count)
{
    exp_loop(x, less, y, count);
}

AVX2 static void add_avx2(double *restrict y, double times, const double *restrict x, size_t count)
{
    add_loop(y, times, x, count);
}

AVX2 static void sqrt_avx2(double *x, size_t count)
{
    sqrt_loop(x, count);
}

AVX2 static void products_avx2(uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k,
                               const uint32_t *restrict y, uint32_t l, size_t count)
{
    products_loop(sum, x, k, y, l, count);
}
#else
#define exp_avx2      exp_loop
#define add_avx2      add_loop
#define sqrt_avx2     sqrt_loop
#define products_avx2 products_loop
#endif

void wide_exp(const double *restrict x, double less, double *restrict y, size_t count)
{
    if (avx2_can())
        exp_avx2(x, less, y, count);
    else
        exp_loop(x, less, y, count);
}

void wide_add(double *restrict y, double times, const double *restrict x, size_t count)
{
    if (avx2_can())
        add_avx2(y, times, x, count);
    else
        add_loop(y, times, x, count);
}

void wide_sqrt(double *x, size_t count)
{
    if (avx2_can())
        sqrt_avx2(x, count);
    else
        sqrt_loop(x, count);
}

void wide_products(uint64_t *restrict sum, const uint32_t *restrict x, uint32_t k,
                   const uint32_t *restrict y, uint32_t l, size_t count)
{
    if (avx2_can())
        products_avx2(sum, x, k, y, l, count);
    else
        products_loop(sum, x, k, y, l, count);
}
