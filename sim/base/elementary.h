/* Our own elementary functions: only + - x / and square root, so that every
 * compiler, optimisation level and processor gives the same bits. Simulated
 * state never calls the mathematics library. */
#ifndef BASE_ELEMENTARY_H
#define BASE_ELEMENTARY_H

#include <math.h>
#include <stdint.h>
#include <string.h>

static inline double elementary_from_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline uint64_t elementary_bits(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* exp(x), about 2 ulp; 0 below -708, and held at exp(709) above it. The power
 * of two nearest to x / log 2 goes to the exponent, a Taylor polynomial of
 * degree 12 does the rest on [-log(2)/2, log(2)/2]. */
static inline double elementary_exp(double x)
{
    const double held = x < -708 ? -708 : x > 709 ? 709 : x;
    const double shifted = held * 1.4426950408889634 + 0x1.8p52; /* rounds to a whole number */
    const double whole = shifted - 0x1.8p52;
    const double rest = (held - whole * 0x1.62e42fee00000p-1) - whole * 0x1.a39ef35793c76p-33;
    double sum = 1.0 / 479001600;
    sum = sum * rest + 1.0 / 39916800;
    sum = sum * rest + 1.0 / 3628800;
    sum = sum * rest + 1.0 / 362880;
    sum = sum * rest + 1.0 / 40320;
    sum = sum * rest + 1.0 / 5040;
    sum = sum * rest + 1.0 / 720;
    sum = sum * rest + 1.0 / 120;
    sum = sum * rest + 1.0 / 24;
    sum = sum * rest + 1.0 / 6;
    sum = sum * rest + 0.5;
    sum = sum * rest + 1;
    sum = sum * rest + 1;
    const uint64_t power = (elementary_bits(shifted) + 1023) << 52;
    return x < -708 ? 0 : sum * elementary_from_bits(power);
}

/* log(x) for positive normal x, about 2 ulp: mantissa in [sqrt(1/2), sqrt(2)),
 * then 2 artanh((m - 1) / (m + 1)) as a series. */
static inline double elementary_log(double x)
{
    const uint64_t bits = elementary_bits(x);
    const uint64_t offset = bits - 0x3fe6a09e667f3bcdu;
    const int64_t exponent = (int64_t)offset >> 52;
    const double mantissa = elementary_from_bits(bits - ((uint64_t)exponent << 52));
    const double ratio = (mantissa - 1) / (mantissa + 1);
    const double square = ratio * ratio;
    double sum = 2.0 / 21;
    sum = sum * square + 2.0 / 19;
    sum = sum * square + 2.0 / 17;
    sum = sum * square + 2.0 / 15;
    sum = sum * square + 2.0 / 13;
    sum = sum * square + 2.0 / 11;
    sum = sum * square + 2.0 / 9;
    sum = sum * square + 2.0 / 7;
    sum = sum * square + 2.0 / 5;
    sum = sum * square + 2.0 / 3;
    const double power = (double)exponent;
    return power * 0x1.62e42fee00000p-1 +
           (2 * ratio + (ratio * square * sum + power * 0x1.a39ef35793c76p-33));
}

static inline double elementary_logistic(double x)
{
    return 1 / (1 + elementary_exp(-x));
}

/* x to the power y, for positive x. */
static inline double elementary_power(double x, double y)
{
    return elementary_exp(y * elementary_log(x));
}

/* IEEE 754 asks for a correctly rounded square root, so that one instruction of
 * the processor and the library's function agree: the one that state may use. */
static inline double elementary_sqrt(double x)
{
#if defined(__GNUC__)
    return __builtin_sqrt(x);
#else
    return sqrt(x);
#endif
}

/* The standard normal quantile, accurate to about 1e-15 relative: algorithm
 * AS 241 of Wichura (1988), Applied Statistics 37(3). 0 < p < 1. */
double elementary_normal_quantile(double p);

/* Written out for compilers that would not see that the sign is all there is to it. */
static inline double elementary_absolute(double x)
{
#if defined(__GNUC__)
    return __builtin_fabs(x);
#else
    return elementary_from_bits(elementary_bits(x) & 0x7fffffffffffffffu);
#endif
}

static inline double elementary_clamp(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

#endif
