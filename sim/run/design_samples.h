/* Samples in the unit cube, row after row, by the methods of run/design.h. Private to it. */
#ifndef RUN_DESIGN_SAMPLES_H
#define RUN_DESIGN_SAMPLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* GSL has direction numbers for so many dimensions, and gives zeros beyond them. */
enum { SOBOL_DIMENSIONS = 40, MORRIS_LEVELS = 4 };

/* All of them: [rows][dimensions], each in [0, 1). Rows are n, but n × (k + 2) for Saltelli
 * and n × (k + 1) for Morris. Nothing but a lack of memory can fail. */
bool samples_lhs(double *rows, size_t n, size_t dimensions, uint64_t seed,
                 struct spel_error *error);
bool samples_sobol(double *rows, size_t n, size_t dimensions, uint64_t seed,
                   struct spel_error *error);
bool samples_saltelli(double *rows, size_t n, size_t dimensions, uint64_t seed,
                      struct spel_error *error);
bool samples_morris(double *rows, size_t n, size_t dimensions, uint64_t seed,
                    struct spel_error *error);

#endif
