#include "output/sweep_summary.h"

#include <math.h>

#include "base/memory.h"

enum { STATISTICS = 2 };
static const char *const statistics[STATISTICS] = {"mean", "sd"};

/* One outcome at one point: one run of it, and what comes of all, run by run, so that the memory
 * does not grow with the replicates. A first round gives the means, a second the spread about them,
 * each as a running mean (Welford 1962, Technometrics 4:419). */
struct numbers {
    size_t values; /* months × length */
    float *run;    /* of one replicate */
    long double *running;
    double *mean;
    size_t *known; /* replicates that are a number */
    float *statistic;
};

static bool take(struct numbers *numbers, size_t values, struct spel_error *error)
{
    *numbers = (struct numbers){.values = values};
    numbers->run = memory_take(values, sizeof *numbers->run, error);
    numbers->running = memory_take(values, sizeof *numbers->running, error);
    numbers->mean = memory_take(values, sizeof *numbers->mean, error);
    numbers->known = memory_take(values, sizeof *numbers->known, error);
    numbers->statistic = memory_take(STATISTICS * values, sizeof *numbers->statistic, error);
    return numbers->run && numbers->running && numbers->mean && numbers->known &&
           numbers->statistic;
}

static void give_back(struct numbers *numbers)
{
    memory_release(numbers->run);
    memory_release(numbers->running);
    memory_release(numbers->mean);
    memory_release(numbers->known);
    memory_release(numbers->statistic);
}

/* A replicate without a number does not count. */
static void add_run(struct numbers *numbers, bool spread)
{
    for (size_t i = 0; i < numbers->values; i++) {
        const long double value = (long double)numbers->run[i];
        if (isnan(numbers->run[i]))
            continue;
        const long double off = value - (long double)numbers->mean[i];
        const long double term = spread ? off * off : value;
        numbers->running[i] += (term - numbers->running[i]) / (long double)++numbers->known[i];
    }
}

/* The runs of a point, once through. */
static void go_through(struct hdf *hdf, const struct sweep_plan *plan, size_t o, hid_t series,
                       size_t point, struct numbers *numbers, bool spread)
{
    size_t start[HDF_RANK] = {point}, one[HDF_RANK];
    const size_t rank = frame_part(plan->frame, plan->outcomes[o], 1, one);
    for (size_t i = 0; i < numbers->values; i++) {
        numbers->running[i] = 0;
        numbers->known[i] = 0;
    }
    for (start[1] = 0; start[1] < plan->replicates && !hdf->failed; start[1]++) {
        hdf_read_part(hdf, series, H5T_NATIVE_FLOAT, start, one, rank, numbers->run);
        if (!hdf->failed)
            add_run(numbers, spread);
    }
}

static void write_points(struct hdf *hdf, const struct sweep_plan *plan, size_t o, hid_t series,
                         hid_t dataset, struct numbers *numbers)
{
    size_t start[HDF_RANK] = {0}, part[HDF_RANK];
    const size_t rank = frame_part(plan->frame, plan->outcomes[o], STATISTICS, part);
    for (size_t p = 0; p < plan->points && !hdf->failed; p++) {
        go_through(hdf, plan, o, series, p, numbers, false);
        for (size_t i = 0; i < numbers->values; i++) {
            numbers->mean[i] = (double)numbers->running[i];
            numbers->statistic[i] = numbers->known[i] ? (float)numbers->mean[i] : NAN;
        }
        go_through(hdf, plan, o, series, p, numbers, true);
        for (size_t i = 0; i < numbers->values; i++) {
            /* One alone has no spread. */
            const double n = (double)numbers->known[i];
            numbers->statistic[numbers->values + i] =
                n > 1 ? (float)sqrt((double)numbers->running[i] * (n / (n - 1))) : NAN;
        }
        start[0] = p;
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
    struct numbers numbers;
    const hid_t dataset = frame_dataset(hdf, group, v, before, scales->axes, &layout);
    if (!take(&numbers, plan->scenario->months * plan->frame->length[v], hdf->error))
        hdf->failed = true;
    if (!hdf->failed)
        write_points(hdf, plan, o, series, dataset, &numbers);
    give_back(&numbers);
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
