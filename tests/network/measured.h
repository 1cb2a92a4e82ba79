/* All statistics of a network, by name. */
#ifndef TESTS_NETWORK_MEASURED_H
#define TESTS_NETWORK_MEASURED_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "network/statistics.h"
#include "support/networks.h"

struct measured {
    char (*names)[STATISTICS_NAME];
    double *values;
    size_t count;
};

static inline struct measured measure(struct network_case *it, const struct statistics_steps *steps)
{
    struct spel_error error;
    const struct statistics_context context = {&it->now, &it->start, &it->model, steps};
    struct measured all = {.count = statistics_list(&context, NULL)};
    all.names = malloc(all.count * sizeof *all.names);
    all.values = malloc(all.count * sizeof *all.values);
    assert_true(all.names && all.values);
    assert_int_equal(statistics_list(&context, all.names), all.count);
    assert_true(statistics_measure(&context, all.values, &error));
    return all;
}

static inline void forget(struct measured *all)
{
    free(all->names);
    free(all->values);
}

static inline double value_of(const struct measured *all, const char *name)
{
    for (size_t k = 0; k < all->count; k++)
        if (strcmp(all->names[k], name) == 0)
            return all->values[k];
    fail_msg("no statistic %s", name);
    return 0;
}

static inline void has(const struct measured *all, const char *name, double value)
{
    const double found = value_of(all, name);
    if (!(fabs(found - value) < 1e-9))
        fail_msg("%s is %.12g, not %.12g", name, found, value);
}

#endif
