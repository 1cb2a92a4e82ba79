/* The constants by which effects centre covariates and distances, as the
 * reference does (Ripley et al., Manual for RSiena): means over actors and over
 * ordered pairs of different actors. */
#ifndef RUN_NETWORK_CONSTANTS_H
#define RUN_NETWORK_CONSTANTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

double network_mean(const double *values, size_t count);
/* The mean of 1 - |v_i - v_j| / range over ordered pairs, by sorting: no pair is visited. */
bool network_similarity_mean(const double *values, size_t count, double range, double *mean,
                             struct spel_error *error);
/* The mean distance over ordered pairs, pair by pair; the same for any number of threads. */
bool network_distance_mean(const double *x, const double *y, size_t count, double *mean,
                           struct spel_error *error);

#endif
