#include "output/sweep_summary.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "base/memory.h"

enum { STATISTICS = 2 };
static const char *const statistics[STATISTICS] = {"mean", "sd"};

/* One outcome at one point: the replicates of all values, and what is made of them. */
struct numbers {
    size_t replicates, values; /* months × length */
    float *all, *statistic;
    double *sample;
};

/* A replicate without a number does not count; one alone has no spread. */
static void summarize(const struct numbers *numbers)
{
    for (size_t i = 0; i < numbers->values; i++) {
        size_t known = 0;
        for (size_t r = 0; r < numbers->replicates; r++) {
            const double value = (double)numbers->all[r * numbers->values + i];
            if (!isnan(value))
                numbers->sample[known++] = value;
        }
        numbers->statistic[i] = known ? (float)gsl_stats_mean(numbers->sample, 1, known) : NAN;
        numbers->statistic[numbers->values + i] =
            known > 1 ? (float)gsl_stats_sd(numbers->sample, 1, known) : NAN;
    }
}

static void write_points(struct hdf *hdf, const struct sweep_plan *plan, size_t o, hid_t series,
                         hid_t dataset, const struct numbers *numbers)
{
    size_t start[HDF_RANK] = {0}, all[HDF_RANK], part[HDF_RANK];
    const size_t rank = frame_part(plan->frame, plan->outcomes[o], plan->replicates, all);
    frame_part(plan->frame, plan->outcomes[o], STATISTICS, part);
    for (size_t p = 0; p < plan->points && !hdf->failed; p++) {
        start[0] = p;
        hdf_read_part(hdf, series, H5T_NATIVE_FLOAT, start, all, rank, numbers->all);
        summarize(numbers);
        hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, start, part, rank, numbers->statistic);
    }
}

static void write_outcome(struct hdf *hdf, hid_t group, const struct sweep_plan *plan,
                          const struct hdf_axis *statistic, const struct frame_scales *scales,
                          hid_t series, size_t o)
{
    const size_t v = plan->outcomes[o];
    const struct hdf_axis *const before[] = {&scales->scenario, statistic, &scales->month};
    const struct hdf_layout layout = {false, NULL, {1, STATISTICS, plan->scenario->months}};
    struct numbers numbers = {.replicates = plan->replicates,
                              .values = plan->scenario->months * plan->frame->length[v]};
    const hid_t dataset = frame_dataset(hdf, group, v, before, scales->axes, &layout);
    numbers.all = memory_take(numbers.replicates * numbers.values, sizeof(float), hdf->error);
    numbers.statistic = memory_take(STATISTICS * numbers.values, sizeof(float), hdf->error);
    numbers.sample = memory_take(numbers.replicates, sizeof(double), hdf->error);
    hdf->failed |= !numbers.all || !numbers.statistic || !numbers.sample;
    if (!hdf->failed)
        write_points(hdf, plan, o, series, dataset, &numbers);
    memory_release(numbers.all);
    memory_release(numbers.statistic);
    memory_release(numbers.sample);
    hdf_release(hdf, dataset);
}

void sweep_summary_write(struct hdf *hdf, const struct sweep_plan *plan,
                         const struct frame_scales *scales, const hid_t *series)
{
    const hid_t group = hdf_group(hdf, hdf->file, "summary");
    hdf_axis_link(hdf, &scales->scenario, group);
    hdf_axis_link(hdf, &scales->month, group);
    for (enum axis axis = 0; axis < AXES; axis++)
        if (frame_uses(plan->frame, axis))
            hdf_axis_link(hdf, &scales->axes[axis], group);
    const struct hdf_axis statistic =
        hdf_axis_texts(hdf, group, "statistic", statistics, STATISTICS,
                       (struct hdf_words){NULL, "statistic", "Over the replicates of a point."});
    for (size_t o = 0; o < plan->outcome_count && !hdf->failed; o++)
        write_outcome(hdf, group, plan, &statistic, scales, series[o], o);
    hdf_release(hdf, statistic.scale);
    hdf_release(hdf, group);
}
