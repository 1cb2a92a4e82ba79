/* What many simulations of a network have given, and where it is written: a
 * folder of CSV files, one CSV file of moments, or one HDF5 file. Everything is
 * written beside its place and put there when it is whole. */
#ifndef OUTPUT_NETWORK_RESULTS_H
#define OUTPUT_NETWORK_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum { NETWORK_NAME = 64, NETWORK_COLUMNS = 6 };

/* Rows of whole numbers that simulations leave: end networks, mini-steps. */
struct network_rows {
    size_t columns, count, room;
    int32_t *cells; /* [row * columns + column] */
};

bool network_rows_add(struct network_rows *rows, const int32_t *row, struct spel_error *error);
void network_rows_clear(struct network_rows *rows);

/* How many actors have a degree: sums over runs of the number and of its square. */
struct network_degrees {
    size_t count; /* of degrees, from 0 */
    uint64_t *sum, *square;
};

struct network_results {
    size_t runs, statistics;
    char (*names)[NETWORK_NAME];
    double *values; /* [run * statistics + statistic]; not a number where it is not defined */
    struct network_degrees out, in;
    uint64_t mini_steps;
    double seconds, processor_seconds; /* of simulating; the second over all threads */
    const char *const *variables;      /* "network", then the behaviours */
    size_t variable_count;
    /* For the file: */
    const char *spec, *name, *command, *sampler, *started;
    uint64_t seed;
    int threads;
};

void network_degrees_clear(struct network_degrees *degrees);
void network_results_clear(struct network_results *results);

struct network_moments {
    size_t count; /* of runs in which the statistic is a number */
    double mean, sd;
};
struct network_moments network_moments_of(const struct network_results *results, size_t statistic);
/* The mean number of actors with that degree, over runs. */
struct network_moments network_degree_moments(const struct network_degrees *degrees, size_t degree,
                                              size_t runs);

enum network_form { NETWORK_FOLDER, NETWORK_CSV, NETWORK_HDF };

struct network_output {
    const char *path; /* borrowed */
    enum network_form form;
    bool values, ends, chains; /* asked for besides moments and degrees */
    bool force;
    char *temporary;
    FILE *ends_file, *chains_file;              /* of a folder, while they grow */
    struct network_rows ends_rows, chains_rows; /* of an HDF5 file, which is written at the end */
};

/* Chooses the form by the ending of the path (.h5, .csv, else a folder), and refuses what is there
 * without `force`. Nothing is left to clear on failure. */
bool network_output_open(struct network_output *output, const char *path, bool force,
                         struct spel_error *error);
/* Adds a run's rows: (run, ego, alter) and (run, step, variable, ego, alter, difference). */
bool network_output_add(struct network_output *output, const struct network_rows *ends,
                        const struct network_rows *chains, const char *const *variables,
                        struct spel_error *error);
/* Writes the rest, and puts everything in its place. */
bool network_output_finish(struct network_output *output, const struct network_results *results,
                           struct spel_error *error);
/* Leaves nothing behind of what is not finished. */
void network_output_clear(struct network_output *output);

/* The HDF5 file: network_file.c. */
bool network_file_write(const struct network_output *output, const struct network_results *results,
                        struct spel_error *error);

#endif
