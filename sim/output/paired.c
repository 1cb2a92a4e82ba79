#include "output/paired.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

const double paired_quantiles[PAIRED_QUANTILES] = {0.05, 0.25, 0.5, 0.75, 0.95};
const char *const paired_quantile_names[PAIRED_QUANTILES] = {"q05", "q25", "q50", "q75", "q95"};

static double half_width(const double *differences, double mean, size_t count)
{
    if (count < 2)
        return NAN;
    const double sd = gsl_stats_sd_m(differences, 1, count, mean);
    return gsl_cdf_tdist_Pinv(0.975, (double)count - 1) * sd / sqrt((double)count);
}

struct paired paired_measure(const double *baseline, const double *other, size_t count,
                             double *room)
{
    struct paired paired = {.count = 0};
    size_t above = 0;
    for (size_t r = 0; r < count; r++) {
        if (isnan(baseline[r]) || isnan(other[r]))
            continue;
        const double difference = other[r] - baseline[r];
        paired.baseline += baseline[r];
        paired.other += other[r];
        above += difference > 0;
        room[paired.count++] = difference;
    }
    const double pairs = paired.count > 0 ? (double)paired.count : NAN;
    paired.baseline /= pairs;
    paired.other /= pairs;
    paired.above = (double)above / pairs;
    paired.mean = paired.count > 0 ? gsl_stats_mean(room, 1, paired.count) : NAN;
    paired.half = half_width(room, paired.mean, paired.count);
    gsl_sort(room, 1, paired.count);
    for (size_t q = 0; q < PAIRED_QUANTILES; q++)
        paired.quantile[q] =
            paired.count > 0
                ? gsl_stats_quantile_from_sorted_data(room, 1, paired.count, paired_quantiles[q])
                : NAN;
    return paired;
}

int paired_sign(const struct paired *paired)
{
    return paired->mean - paired->half > 0 ? 1 : paired->mean + paired->half < 0 ? -1 : 0;
}
