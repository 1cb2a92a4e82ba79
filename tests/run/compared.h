/* For tests of comparisons: two runs of the little scenario, opened and compared. */
#ifndef TESTS_RUN_COMPARED_H
#define TESTS_RUN_COMPARED_H

#include "support/place.h"

#include <string.h>

#include "output/comparison.h"

enum { REPLICATES = 3, MONTHS = 14, MOST_SETTINGS = 8 };

/* Two files that are open, and their comparison. */
struct compared {
    struct place *place;
    struct series_file base, other;
    struct comparison comparison;
};

/* Runs the little scenario with these settings into `output`. */
static inline void run_with(struct place *place, const char *output, const char *setting)
{
    const char *settings[] = {"runs.replicates=3", "place.scale=0.008", setting, NULL};
    scenario_clear(&place->scenario);
    if (!little_scenario(&place->scenario, settings, &place->error))
        fail_msg("%s", place->error.text);
    place_run(place, output, 2);
}

/* Setup of a group: it has run as it is. */
static inline int begin_run(void **state)
{
    place_begin(state);
    struct place *place = *state;
    run_with(place, place->out, NULL);
    return 0;
}

static inline bool compare_at(struct compared *compared, const char *base, const char *other,
                              const char *period)
{
    struct spel_error *error = &compared->place->error;
    if (!series_file_open(&compared->base, base, error) ||
        !series_file_open(&compared->other, other, error))
        fail_msg("%s", error->text);
    return comparison_make(&compared->comparison, &compared->base, 0, &compared->other, &period,
                           period ? 1 : 0, error);
}

static inline void clear(struct compared *compared)
{
    comparison_clear(&compared->comparison);
    series_file_close(&compared->base);
    series_file_close(&compared->other);
}

static inline size_t chosen(const struct comparison *comparison, const char *name)
{
    for (size_t v = 0; v < comparison->variable_count; v++)
        if (strcmp(variables[comparison->variables[v].variable].name, name) == 0)
            return v;
    fail_msg("%s is not compared", name);
    return 0;
}

#endif
