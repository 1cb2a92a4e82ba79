/* The HDF5 file of simulated networks: moments, degrees, and what else was asked for. */
#include <math.h>

#include "base/memory.h"
#include "base/version.h"
#include "output/heading.h"
#include "output/hdf.h"
#include "output/network_results.h"
#include "output/system.h"

enum { FORMAT = 1 };

static void write_heading(struct hdf *hdf, const struct network_results *results)
{
    const int format = FORMAT;
    hdf_attribute_text(hdf, hdf->file, "Conventions", "CF-1.8");
    hdf_attribute_text(hdf, hdf->file, "title", results->name);
    hdf_attribute_text(hdf, hdf->file, "source", heading_program);
    hdf_attribute_number(hdf, hdf->file, heading_network_format, H5T_NATIVE_INT, &format);
    hdf_attribute_text(hdf, hdf->file, "NX_class", "NXroot");
    hdf_attribute_text(hdf, hdf->file, "default", "moments");
}

static void failed_if(struct hdf *hdf, bool fails)
{
    hdf->failed = hdf->failed || fails;
}

static void put_column(struct hdf *hdf, hid_t group, const struct hdf_axis *axis, const char *name,
                       const double *values, const char *doc)
{
    hdf_column(hdf, group, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, axis, values,
               (struct hdf_words){"1", name, doc});
}

static struct hdf_axis statistic_axis(struct hdf *hdf, hid_t group,
                                      const struct network_results *results)
{
    struct hdf_axis axis = {0};
    const char **names = memory_take(results->statistics, sizeof *names, hdf->error);
    failed_if(hdf, !names);
    for (size_t s = 0; names && s < results->statistics; s++)
        names[s] = results->names[s];
    if (names)
        axis = hdf_axis_texts(hdf, group, "statistic", names, results->statistics,
                              (struct hdf_words){NULL, "statistic", "At the end of the period."});
    memory_release(names);
    return axis;
}

static void write_moments(struct hdf *hdf, const struct network_results *results)
{
    const size_t count = results->statistics;
    double *mean = memory_take(3 * count, sizeof *mean, hdf->error);
    failed_if(hdf, !mean);
    if (!mean)
        return;
    double *sd = mean + count, *runs = sd + count;
    for (size_t s = 0; s < count; s++) {
        const struct network_moments moments = network_moments_of(results, s);
        mean[s] = moments.mean;
        sd[s] = moments.sd;
        runs[s] = (double)moments.count;
    }
    const hid_t group = hdf_group(hdf, hdf->file, "moments");
    const struct hdf_axis axis = statistic_axis(hdf, group, results);
    put_column(hdf, group, &axis, "mean", mean, "Mean over the simulations.");
    put_column(hdf, group, &axis, "sd", sd, "Standard deviation over the simulations.");
    put_column(hdf, group, &axis, "n_sims", runs, "Simulations in which it is defined.");
    hdf_attribute_text(hdf, group, "NX_class", "NXdata");
    hdf_attribute_text(hdf, group, "signal", "mean");
    hdf_attribute_text(hdf, group, "axes", "statistic");
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
    memory_release(mean);
}

static void write_degrees(struct hdf *hdf, const struct network_results *results)
{
    const size_t count =
        results->out.count > results->in.count ? results->out.count : results->in.count;
    static const char *const names[4] = {"out_mean", "out_sd", "in_mean", "in_sd"};
    static const char *const docs[4] = {
        "Actors with this outdegree, mean over the simulations.", "Its standard deviation.",
        "Actors with this indegree, mean over the simulations.", "Its standard deviation."};
    double *column = memory_take(4 * count, sizeof *column, hdf->error);
    failed_if(hdf, !column);
    if (!column)
        return;
    for (size_t d = 0; d < 2 * count; d++) {
        const struct network_moments moments = network_degree_moments(
            d < count ? &results->out : &results->in, d % count, results->runs);
        column[d / count * 2 * count + d % count] = moments.mean;
        column[(d / count * 2 + 1) * count + d % count] = moments.sd;
    }
    const hid_t group = hdf_group(hdf, hdf->file, "degrees");
    const struct hdf_axis axis = hdf_axis_count(
        hdf, group, "degree", count, (struct hdf_words){"1", "degree", "Ties of an actor."});
    for (size_t c = 0; c < 4; c++)
        put_column(hdf, group, &axis, names[c], column + c * count, docs[c]);
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
    memory_release(column);
}

static void write_values(struct hdf *hdf, const struct network_results *results)
{
    const size_t start[2] = {0, 0}, count[2] = {results->runs, results->statistics};
    const hid_t group = hdf_group(hdf, hdf->file, "values");
    const struct hdf_axis run =
        hdf_axis_count(hdf, group, "run", results->runs, (struct hdf_words){"1", "run", "From 0."});
    const struct hdf_axis statistic = statistic_axis(hdf, group, results);
    const struct hdf_axis *const axes[2] = {&run, &statistic};
    const hid_t dataset =
        hdf_dataset(hdf, group, "value", H5T_IEEE_F64LE, axes, 2, NULL,
                    (struct hdf_words){"1", "value", "Each statistic of each simulation."});
    hdf_write(hdf, dataset, H5T_NATIVE_DOUBLE, start, count, 2, results->values);
    hdf_release(hdf, dataset);
    hdf_release(hdf, statistic.scale);
    hdf_release(hdf, run.scale);
    hdf_release(hdf, group);
}

static void write_rows(struct hdf *hdf, const char *name, const struct network_rows *rows,
                       const char *const *columns, const char *doc)
{
    int32_t *column = memory_take(rows->count, sizeof *column, hdf->error);
    failed_if(hdf, !column);
    if (!column)
        return;
    const hid_t group = hdf_group(hdf, hdf->file, name);
    const struct hdf_axis row =
        hdf_axis_count(hdf, group, "row", rows->count, (struct hdf_words){"1", "row", "From 0."});
    for (size_t c = 0; c < rows->columns; c++) {
        for (size_t r = 0; r < rows->count; r++)
            column[r] = rows->cells[r * rows->columns + c];
        hdf_column(hdf, group, columns[c], H5T_STD_I32LE, H5T_NATIVE_INT32, &row, column,
                   (struct hdf_words){"1", columns[c], doc});
    }
    hdf_release(hdf, row.scale);
    hdf_release(hdf, group);
    memory_release(column);
}

static void put_text(struct hdf *hdf, hid_t group, const char *name, const char *text,
                     const char *doc)
{
    hdf_scalar_text(hdf, group, name, text ? text : "", (struct hdf_words){NULL, name, doc});
}

static void write_provenance(struct hdf *hdf, const struct network_results *results)
{
    char host[200], seed[32];
    system_host(host, sizeof host);
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)results->seed);
    const hid_t group = hdf_group(hdf, hdf->file, "provenance");
    put_text(hdf, group, "spec", results->spec, "The spec as it was written.");
    put_text(hdf, group, "name", results->name, "Name of the spec.");
    put_text(hdf, group, "seed", seed, "Seed of all chances.");
    put_text(hdf, group, "sampler", results->sampler, "How choices were drawn.");
    put_text(hdf, group, "program", heading_program, "Program, version and revision.");
    put_text(hdf, group, "compiler", SPEL_COMPILER, "Compiler of the program.");
    put_text(hdf, group, "command", results->command, "The command, without folders.");
    put_text(hdf, group, "started", results->started, "When it began, UTC.");
    put_text(hdf, group, "host", host, "Processor and number of cores.");
    hdf_scalar_number(hdf, group, "threads", results->threads,
                      (struct hdf_words){"1", "threads", "Threads; they change no result."});
    hdf_scalar_number(hdf, group, "mini_steps", (double)results->mini_steps,
                      (struct hdf_words){"1", "mini_steps", "Of all simulations together."});
    hdf_scalar_number(hdf, group, "seconds", results->seconds,
                      (struct hdf_words){"s", "seconds", "Time that the simulations took."});
    hdf_scalar_number(hdf, group, "processor_seconds", results->processor_seconds,
                      (struct hdf_words){"s", "processor_seconds", "The same over all threads."});
    hdf_release(hdf, group);
}

bool network_file_write(const struct network_output *output, const struct network_results *results,
                        struct spel_error *error)
{
    static const char *const end_columns[] = {"run", "ego", "alter"};
    static const char *const chain_columns[] = {"run", "step",  "variable",
                                                "ego", "alter", "difference"};
    struct hdf hdf;
    if (!hdf_create(&hdf, output->temporary, error))
        return false;
    write_heading(&hdf, results);
    write_moments(&hdf, results);
    write_degrees(&hdf, results);
    if (output->values)
        write_values(&hdf, results);
    if (output->ends)
        write_rows(&hdf, "ends", &output->ends_rows, end_columns,
                   "Ties at the end of each simulation; runs and actors from 1.");
    if (output->chains)
        write_rows(&hdf, "chains", &output->chains_rows, chain_columns,
                   "Mini-steps in their order; variable 0 is the network.");
    write_provenance(&hdf, results);
    return hdf_close(&hdf) && system_replace(output->temporary, output->path, error);
}
