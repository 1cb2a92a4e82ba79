#include "run/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* From the mean and the squared distances from it. */
static void stretch(struct interval *interval, double squares)
{
    const double n = (double)interval->count;
    const double half = gsl_cdf_tdist_Pinv(0.975, n - 1) * sqrt(squares / (n - 1) / n);
    interval->low = interval->mean - half;
    interval->high = interval->mean + half;
}

/* The way back. */
static double squares_of(const struct interval *interval)
{
    const double n = (double)interval->count;
    if (interval->count < 2)
        return 0;
    const double error = (interval->high - interval->low) / 2 / gsl_cdf_tdist_Pinv(0.975, n - 1);
    return error * error * n * (n - 1);
}

struct interval interval_of(const double *values, size_t count)
{
    struct interval interval = {.mean = NAN, .low = NAN, .high = NAN};
    double sum = 0, squares = 0;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i])) {
            interval.count++;
            sum += values[i];
        }
    if (interval.count == 0)
        return interval;
    const double n = (double)interval.count;
    interval.mean = sum / n;
    if (interval.count < 2)
        return interval;
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            squares += (values[i] - interval.mean) * (values[i] - interval.mean);
    stretch(&interval, squares);
    return interval;
}

struct interval interval_joined(struct interval one, struct interval other)
{
    if (one.count == 0 || other.count == 0)
        return one.count > 0 ? one : other;
    const double first = (double)one.count, second = (double)other.count;
    const double apart = other.mean - one.mean, n = first + second;
    struct interval both = {.count = one.count + other.count};
    both.mean = one.mean + apart * second / n;
    stretch(&both, squares_of(&one) + squares_of(&other) + apart * apart * first * second / n);
    return both;
}
