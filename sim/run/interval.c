#include "run/interval.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

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
    const double half = gsl_cdf_tdist_Pinv(0.975, n - 1) * sqrt(squares / (n - 1) / n);
    interval.low = interval.mean - half;
    interval.high = interval.mean + half;
    return interval;
}
