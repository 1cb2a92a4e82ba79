/* The groups of statistics, and how they say what they measured. Private to statistics.c. */
#ifndef NETWORK_STATISTICS_ROWS_H
#define NETWORK_STATISTICS_ROWS_H

#include "network/statistics.h"

/* Names, values or both are written; a group whose values are not asked for measures nothing. */
struct statistics_out {
    const struct statistics_context *context;
    char (*names)[STATISTICS_NAME];
    double *values;
    size_t count;
};

/* The next one. The name is followed by `_of` unless that is NULL. */
void statistics_put(struct statistics_out *out, const char *name, const char *of, double value);
/* The same for a group of names, with the values in their order. */
void statistics_put_all(struct statistics_out *out, const char *const *names, size_t count,
                        const char *of, const double *values);

/* The covariate that comes so many places after the first one, NULL after the last. */
const struct covariate *statistics_covariate(const struct statistics_context *context,
                                             size_t place);
const struct dyadic *statistics_dyadic(const struct statistics_context *context, size_t place);
/* The network now with the attributes of the start: how the reference measures ties. */
struct network statistics_lagged(const struct statistics_context *context);

typedef bool statistics_group(struct statistics_out *out, struct spel_error *error);
statistics_group statistics_ties, statistics_change, statistics_degrees, statistics_distances,
    statistics_components, statistics_census, statistics_attributes, statistics_behaviours,
    statistics_counts, statistics_effects;

#endif
