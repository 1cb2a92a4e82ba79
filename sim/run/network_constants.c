#include "run/network_constants.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

double network_mean(const double *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    return sum / (double)count;
}

static int value_compare(const void *one, const void *other)
{
    const double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

/* In rising order the k-th value is subtracted from those after it and the ones before from it. */
bool network_similarity_mean(const double *values, size_t count, double range, double *mean,
                             struct spel_error *error)
{
    double *sorted = memory_take(count, sizeof *sorted, error), apart = 0;
    if (!sorted)
        return false;
    memcpy(sorted, values, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, value_compare);
    for (size_t k = 1; k < count; k++)
        apart += (sorted[k] - sorted[0]) * (2 * (double)k + 1 - (double)count);
    memory_release(sorted);
    *mean = 1 - apart / range / ((double)count * (double)(count - 1) / 2);
    return true;
}

bool network_distance_mean(const double *x, const double *y, size_t count, double *mean,
                           struct spel_error *error)
{
    double *row = memory_take(count, sizeof *row, error);
    if (!row)
        return false;
#pragma omp parallel for schedule(dynamic, 64)
    for (size_t i = 0; i < count; i++) {
        double sum = 0;
        for (size_t j = 0; j < i; j++)
            sum += sqrt((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
        row[i] = sum;
    }
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += row[i];
    memory_release(row);
    *mean = sum / ((double)count * (double)(count - 1) / 2);
    return true;
}
