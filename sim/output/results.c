#include "output/results.h"

#include <gsl/gsl_sort_double.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "observe/variables.h"

enum { YEAR = 12 };

static size_t length_of(struct hdf *hdf, const char *axis)
{
    char path[64];
    snprintf(path, sizeof path, "/series/%s", axis);
    const hid_t scale = hdf_has(hdf, path) ? H5Dopen2(hdf->file, path, H5P_DEFAULT) : -1;
    const hid_t space = scale < 0 ? -1 : H5Dget_space(scale);
    const hssize_t length = space < 0 ? 0 : H5Sget_simple_extent_npoints(space);
    hdf_release(hdf, space);
    hdf_release(hdf, scale);
    return length > 0 ? (size_t)length : 0;
}

/* The names of one position, of axes that have more than one. */
static void name_position(struct hdf *hdf, const struct variable *row, const size_t *lengths,
                          size_t position, char name[RESULT_PLACE])
{
    size_t used = 0, stride = 1;
    for (size_t a = 1; a < row->axis_count; a++)
        stride *= lengths[a];
    name[0] = '\0';
    for (size_t a = 0; a < row->axis_count; a++) {
        char path[64];
        size_t count;
        snprintf(path, sizeof path, "/series/%s_name", axis_names[row->axes[a]]);
        char **texts = hdf_read_texts(hdf, path, &count);
        const size_t at = position / stride % lengths[a];
        if (texts && at < count && lengths[a] > 1 && used < RESULT_PLACE)
            used += (size_t)snprintf(name + used, RESULT_PLACE - used, "%s%s", used ? ", " : "",
                                     texts[at]);
        hdf_release_texts(texts, count);
        if (a + 1 < row->axis_count)
            stride /= lengths[a + 1];
    }
}

static double mean_over(const float *values, size_t stride, size_t months)
{
    double sum = 0;
    for (size_t m = 0; m < months; m++)
        sum += (double)values[m * stride];
    return months > 0 ? sum / (double)months : NAN;
}

/* A line from the values (scenario, replicate, month, position) of a variable: of the
 * first scenario. */
static void measure(const struct results *results, const float *values, size_t positions,
                    size_t position, double *sample, struct result *row)
{
    const size_t months = results->months, last = months - results->last_months;
    size_t known = 0;
    double first = 0;
    for (size_t r = 0; r < results->replicates; r++) {
        const float *run = values + r * months * positions + position;
        const double begin = mean_over(run, positions, results->first_months);
        const double end = mean_over(run + last * positions, positions, results->last_months);
        if (isnan(begin) || isnan(end))
            continue;
        first += begin;
        sample[known++] = end;
    }
    gsl_sort(sample, 1, known);
    row->first = known ? first / (double)known : NAN;
    row->last = known ? gsl_stats_mean(sample, 1, known) : NAN;
    row->low = known ? gsl_stats_quantile_from_sorted_data(sample, 1, known, 0.05) : NAN;
    row->high = known ? gsl_stats_quantile_from_sorted_data(sample, 1, known, 0.95) : NAN;
}

static void add_variable(struct hdf *hdf, size_t v, const size_t *lengths, size_t positions,
                         struct results *results)
{
    char path[96];
    size_t count;
    snprintf(path, sizeof path, "/series/%s", variables[v].name);
    float *values = hdf_read_numbers(hdf, path, H5T_NATIVE_FLOAT, sizeof *values, &count);
    double *sample = memory_take(results->replicates, sizeof *sample, hdf->error);
    if (!sample || !values ||
        count != results->scenarios * results->replicates * results->months * positions)
        hdf->failed = true;
    for (size_t p = 0; p < positions && !hdf->failed; p++) {
        struct result *row = &results->rows[results->count++];
        row->variable = v;
        name_position(hdf, &variables[v], lengths, p, row->position);
        measure(results, values, positions, p, sample, row);
    }
    memory_release(sample);
    memory_release(values);
}

bool results_read(struct hdf *hdf, size_t most, struct results *results)
{
    *results = (struct results){.scenarios = length_of(hdf, "scenario"),
                                .replicates = length_of(hdf, "replicate"),
                                .months = length_of(hdf, "month")};
    results->first_months = results->last_months = results->months < YEAR ? results->months : YEAR;
    results->rows = memory_take(variable_count * most, sizeof *results->rows, hdf->error);
    hdf->failed |= !results->rows;
    for (size_t v = 0; v < variable_count && !hdf->failed; v++) {
        char path[96];
        size_t lengths[VARIABLE_AXES] = {0}, positions = 1;
        snprintf(path, sizeof path, "/series/%s", variables[v].name);
        for (size_t a = 0; a < variables[v].axis_count; a++)
            positions *= lengths[a] = length_of(hdf, axis_names[variables[v].axes[a]]);
        if (variables[v].headline && positions > 0 && positions <= most && hdf_has(hdf, path))
            add_variable(hdf, v, lengths, positions, results);
    }
    if (hdf->failed)
        results_clear(results);
    return !hdf->failed;
}

void results_clear(struct results *results)
{
    memory_release(results->rows);
    *results = (struct results){.rows = NULL};
}
