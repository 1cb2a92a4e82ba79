#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "output/comparison_file.h"
#include "output/frame.h"

enum {
    DIFFERENCE_MEAN,
    DIFFERENCE_LOW,
    DIFFERENCE_HIGH,
    DIFFERENCE_ABOVE,
    DIFFERENCE_FIRST_QUANTILE
};
enum { STATISTICS = DIFFERENCE_FIRST_QUANTILE + PAIRED_QUANTILES };

struct scales {
    struct hdf_axis scenario, statistic, month, axes[AXES];
};

static bool uses(const struct comparison *c, enum axis axis)
{
    for (size_t v = 0; v < c->variable_count; v++) {
        const struct variable *row = &variables[c->variables[v].variable];
        for (size_t a = 0; a < row->axis_count; a++)
            if (row->axes[a] == axis)
                return true;
    }
    return false;
}

static void make_statistics(struct hdf *hdf, hid_t group, struct scales *scales)
{
    const char *names[STATISTICS] = {"mean", "low", "high", "above_zero"};
    for (size_t q = 0; q < PAIRED_QUANTILES; q++)
        names[DIFFERENCE_FIRST_QUANTILE + q] = paired_quantile_names[q];
    scales->statistic = hdf_axis_texts(
        hdf, group, "statistic", names, STATISTICS,
        (struct hdf_words){NULL, "statistic",
                           "Over the pairs: mean, its 95% interval by Student's t (low, high), the "
                           "share of pairs above zero, and quantiles of the differences."});
}

static void make_scenarios(struct hdf *hdf, hid_t group, const struct comparison *c,
                           struct scales *scales)
{
    char(*room)[COMPARISON_TEXT] = memory_take(c->scenario_count, sizeof *room, hdf->error);
    const char **names = memory_take(c->scenario_count, sizeof *names, hdf->error);
    hdf->failed |= !room || !names;
    for (size_t s = 0; !hdf->failed && s < c->scenario_count; s++) {
        comparison_name(c, s, room[s]);
        names[s] = room[s];
    }
    if (!hdf->failed)
        scales->scenario =
            hdf_axis_texts(hdf, group, "scenario", names, c->scenario_count,
                           (struct hdf_words){NULL, "scenario", "Name of the scenario."});
    memory_release(room);
    memory_release(names);
}

static void make_scales(struct hdf *hdf, hid_t group, const struct comparison *c,
                        struct scales *scales)
{
    char start[24];
    *scales = (struct scales){.scenario = {.scale = H5I_INVALID_HID}};
    make_scenarios(hdf, group, c, scales);
    make_statistics(hdf, group, scales);
    scales->month =
        hdf_axis_count(hdf, group, "month", c->months,
                       (struct hdf_words){"month", "month", "Months since the start of the run."});
    snprintf(start, sizeof start, "%04d-%02d", c->base->span.start_year, c->base->span.start_month);
    hdf_attribute_text(hdf, scales->month.scale, "calendar_start", start);
    for (enum axis axis = 0; axis < AXES; axis++) {
        char name[64];
        const char *const *labels = (const char *const *)c->base->labels[axis];
        const char *const *titles = (const char *const *)c->base->titles[axis];
        if (!uses(c, axis))
            continue;
        scales->axes[axis] = hdf_axis_texts(
            hdf, group, axis_names[axis], labels, c->base->axis_length[axis],
            (struct hdf_words){NULL, axis_names[axis], "As in the runs that are compared."});
        snprintf(name, sizeof name, "%s_name", axis_names[axis]);
        hdf_column_texts(hdf, group, name, &scales->axes[axis], titles,
                         (struct hdf_words){NULL, name, "For people; may be in Dutch."});
    }
}

static void put(const struct paired *paired, float *statistic, size_t stride)
{
    statistic[DIFFERENCE_MEAN * stride] = (float)paired->mean;
    statistic[DIFFERENCE_LOW * stride] = (float)(paired->mean - paired->half);
    statistic[DIFFERENCE_HIGH * stride] = (float)(paired->mean + paired->half);
    statistic[DIFFERENCE_ABOVE * stride] = (float)paired->above;
    for (size_t q = 0; q < PAIRED_QUANTILES; q++)
        statistic[(DIFFERENCE_FIRST_QUANTILE + q) * stride] = (float)paired->quantile[q];
}

/* What one variable is made of: the two series, and what comes out for one scenario. */
struct work {
    const float *base, *other;
    float *statistic;
    double *samples[3];
};

static void measure(const struct comparison *c, size_t v, size_t s, const struct work *work)
{
    const size_t positions = c->variables[v].positions, stride = c->months * positions;
    const size_t run = c->base->span.months * positions;
    const size_t run_other = c->other->span.months * positions;
    const float *base = work->base + c->baseline * c->base->replicates * run;
    const float *other = work->other + c->scenarios[s] * c->other->replicates * run_other;
    for (size_t i = 0; i < stride; i++) {
        for (size_t r = 0; r < c->pairs; r++) {
            work->samples[0][r] = (double)base[r * run + i];
            work->samples[1][r] = (double)other[r * run_other + i];
        }
        const struct paired paired =
            paired_measure(work->samples[0], work->samples[1], c->pairs, work->samples[2]);
        put(&paired, work->statistic + i, stride);
    }
}

static void write_variable(struct hdf *hdf, hid_t group, const struct scales *scales,
                           const struct comparison *c, size_t v, const struct work *work)
{
    const struct variable *row = &variables[c->variables[v].variable];
    const struct hdf_axis *const before[] = {&scales->scenario, &scales->statistic, &scales->month};
    size_t start[HDF_RANK] = {0}, count[HDF_RANK] = {1, STATISTICS, c->months};
    for (size_t a = 0; a < row->axis_count; a++)
        count[FRAME_BEFORE + a] = scales->axes[row->axes[a]].length;
    const hid_t dataset =
        frame_dataset(hdf, group, c->variables[v].variable, before, scales->axes, NULL);
    for (size_t s = 0; s < c->scenario_count && !hdf->failed; s++) {
        measure(c, v, s, work);
        start[0] = s;
        hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, start, count, FRAME_BEFORE + row->axis_count,
                  work->statistic);
    }
    hdf_release(hdf, dataset);
}

/* One variable in memory at a time. */
static void take_variable(struct hdf *hdf, hid_t group, const struct scales *scales,
                          const struct comparison *c, size_t v)
{
    const size_t values = c->months * c->variables[v].positions;
    float *base = series_file_read(c->base, c->variables[v].variable);
    float *other =
        c->other == c->base ? base : series_file_read(c->other, c->variables[v].variable);
    double *samples = memory_take(3 * c->pairs, sizeof *samples, hdf->error);
    float *statistic = memory_take(STATISTICS * values, sizeof *statistic, hdf->error);
    if (base && other && samples && statistic) {
        const struct work work = {
            base, other, statistic, {samples, samples + c->pairs, samples + 2 * c->pairs}};
        write_variable(hdf, group, scales, c, v, &work);
    } else {
        hdf->failed = true;
    }
    memory_release(samples);
    memory_release(statistic);
    memory_release(other != base ? other : NULL);
    memory_release(base);
}

static void describe(struct hdf *hdf, hid_t group, const struct comparison *c)
{
    const struct variable *row = &variables[c->variables[0].variable];
    const char *axes[HDF_RANK] = {"scenario", "statistic", "month"};
    char baseline[COMPARISON_TEXT];
    const int pairs = (int)c->pairs;
    comparison_baseline_name(c, baseline);
    for (size_t a = 0; a < row->axis_count; a++)
        axes[3 + a] = axis_names[row->axes[a]];
    hdf_attribute_text(hdf, group, "description",
                       "Differences with the baseline, replicate by replicate on the same seed.");
    hdf_attribute_text(hdf, group, "baseline", baseline);
    hdf_attribute_number(hdf, group, "pairs", H5T_NATIVE_INT, &pairs);
    hdf_attribute_text(hdf, group, "NX_class", "NXdata");
    hdf_attribute_text(hdf, group, "signal", row->name);
    hdf_attribute_texts(hdf, group, "axes", axes, 3 + row->axis_count);
}

void difference_write(struct hdf *hdf, const struct comparison *comparison)
{
    struct scales scales;
    const hid_t group = hdf_group(hdf, hdf->file, "difference");
    make_scales(hdf, group, comparison, &scales);
    for (size_t v = 0; v < comparison->variable_count && !hdf->failed; v++)
        take_variable(hdf, group, &scales, comparison, v);
    if (comparison->variable_count > 0)
        describe(hdf, group, comparison);
    hdf_release(hdf, scales.scenario.scale);
    hdf_release(hdf, scales.statistic.scale);
    hdf_release(hdf, scales.month.scale);
    for (enum axis axis = 0; axis < AXES; axis++)
        hdf_release(hdf, scales.axes[axis].scale);
    hdf_release(hdf, group);
}
