#include "output/summary.h"

#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "base/memory.h"

enum { QUANTILES = 5, STATISTICS = 1 + QUANTILES };
static const double quantiles[QUANTILES] = {0.05, 0.25, 0.5, 0.75, 0.95};
static const char *const statistics[STATISTICS] = {"mean", "q05", "q25", "q50", "q75", "q95"};

/* Headlines, and all that is not said by neighbourhood or organisation. */
static bool summarized(const struct frame *frame, size_t v)
{
    bool wide = true;
    for (size_t a = 0; a < variables[v].axis_count; a++)
        wide = wide && variables[v].axes[a] != AXIS_NEIGHBOURHOOD &&
               variables[v].axes[a] != AXIS_ORGANISATION;
    return frame->length[v] > 0 && (wide || variables[v].headline);
}

/* The numbers of one variable: all replicates, then each statistic. */
struct numbers {
    size_t replicates, values; /* months × length */
    float *all, *statistic;
    double *sample;
};

static bool take(struct numbers *numbers, const struct frame *frame, size_t v,
                 struct spel_error *error)
{
    *numbers = (struct numbers){.replicates = frame->scenario->replicates,
                                .values = frame->scenario->months * frame->length[v]};
    numbers->all = memory_take(numbers->replicates * numbers->values, sizeof(float), error);
    numbers->statistic = memory_take(STATISTICS * numbers->values, sizeof(float), error);
    numbers->sample = memory_take(numbers->replicates, sizeof(double), error);
    return numbers->all && numbers->statistic && numbers->sample;
}

static void give_back(struct numbers *numbers)
{
    memory_release(numbers->all);
    memory_release(numbers->statistic);
    memory_release(numbers->sample);
}

/* A replicate that failed has no number and does not count. */
static void summarize(struct numbers *numbers)
{
    for (size_t i = 0; i < numbers->values; i++) {
        size_t known = 0;
        for (size_t r = 0; r < numbers->replicates; r++) {
            const double value = numbers->all[r * numbers->values + i];
            if (!isnan(value))
                numbers->sample[known++] = value;
        }
        gsl_sort(numbers->sample, 1, known);
        numbers->statistic[i] = known ? (float)gsl_stats_mean(numbers->sample, 1, known) : NAN;
        for (size_t q = 0; q < QUANTILES; q++)
            numbers->statistic[(1 + q) * numbers->values + i] =
                known ? (float)gsl_stats_quantile_from_sorted_data(numbers->sample, 1, known,
                                                                   quantiles[q])
                      : NAN;
    }
}

static void write_variable(struct hdf *hdf, const struct frame *frame, hid_t group,
                           const struct frame_scales *scales, const struct hdf_axis *statistic,
                           const struct trajectory *trajectory, size_t v)
{
    struct numbers numbers;
    const struct hdf_axis *const before[] = {&scales->scenario, statistic, &scales->month};
    size_t start[HDF_RANK] = {0}, count[HDF_RANK];
    const size_t rank = frame_part(frame, v, STATISTICS, count);
    const hid_t dataset = frame_dataset(hdf, group, v, before, scales->axes, NULL);
    hdf->failed |= !take(&numbers, frame, v, hdf->error);
    for (size_t s = 0; s < frame->scenario_count && !hdf->failed; s++) {
        for (uint32_t r = 0; r < numbers.replicates && !hdf->failed; r++)
            hdf->failed = !trajectory_read(trajectory, v, (uint32_t)(s * numbers.replicates + r),
                                           numbers.all + r * numbers.values, hdf->error);
        start[0] = s;
        summarize(&numbers);
        hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, start, count, rank, numbers.statistic);
    }
    hdf_release(hdf, dataset);
    give_back(&numbers);
}

static bool axis_summarized(const struct frame *frame, enum axis axis)
{
    for (size_t v = 0; v < variable_count; v++)
        for (size_t a = 0; summarized(frame, v) && a < variables[v].axis_count; a++)
            if (variables[v].axes[a] == axis)
                return true;
    return false;
}

void summary_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                   const struct trajectory *trajectory)
{
    const hid_t group = hdf_group(hdf, hdf->file, "summary");
    hdf_axis_link(hdf, &scales->scenario, group);
    hdf_axis_link(hdf, &scales->month, group);
    for (enum axis axis = 0; axis < AXES; axis++)
        if (axis_summarized(frame, axis))
            hdf_axis_link(hdf, &scales->axes[axis], group);
    const struct hdf_axis statistic = hdf_axis_texts(
        hdf, group, "statistic", statistics, STATISTICS,
        (struct hdf_words){NULL, "statistic", "Over the replicates: mean, and quantiles."});
    for (size_t v = 0; v < variable_count && !hdf->failed; v++)
        if (summarized(frame, v))
            write_variable(hdf, frame, group, scales, &statistic, trajectory, v);
    hdf_attribute_text(hdf, group, "description",
                       "Mean and quantiles over the replicates that finished, by statistic: q05 is "
                       "the value that 5% of them stay below.");
    hdf_release(hdf, statistic.scale);
    hdf_release(hdf, group);
}
