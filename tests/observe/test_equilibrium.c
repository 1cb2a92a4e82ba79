/* The first day is at rest: in the baseline no series of the municipality moves
 * by more than a tenth in the first year. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/model.h"
#include "observe/variables.h"

enum { YEAR = 12, QUARTER = 3 };

static const double TENTH = 0.1, POINTS = 0.02, GAIN = 1e-4;

/* Series that run through the year by what they mean, and one that is known to
 * move more: the mean wait of the few who wait. */
static double allowed(const struct variable *variable, double first)
{
    static const char *const accounts[] = {"budget_left", "budget_outside"};
    for (size_t k = 0; k < sizeof accounts / sizeof *accounts; k++)
        if (strcmp(variable->name, accounts[k]) == 0)
            return INFINITY;
    if (strcmp(variable->name, "waiting_months") == 0)
        return 0.25 * first;
    if (strcmp(variable->name, "history") == 0) /* on a scale from -1 to 1 */
        return 0.05;
    const double share = TENTH * fabs(first);
    if (strncmp(variable->name, "gain_", 5) == 0)
        return share > GAIN ? share : GAIN;
    if (strcmp(variable->unit, "1/month") == 0) /* counts of events, with their chance */
        return share + 4 * sqrt(fabs(first) * 2 / QUARTER);
    return strcmp(variable->unit, "1") == 0 && share < POINTS ? POINTS : share;
}

static void no_series_moves_more_than_a_tenth_in_the_first_year(void **state)
{
    (void)state;
    static struct scenario scenario;
    static double first[1024], last[1024];
    struct spel_error error;
    struct observation observation;
    size_t judged = 0, moved = 0;
    assert_true(variable_count <= 1024);
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    char path[4096];
    assert_non_null(folders[0]);
    snprintf(path, sizeof path, "%s/baseline.yaml", folders[0]);
    assert_true(scenario_read(&scenario, path, NULL, 0, folders, &error));
    struct spel_model *model = spel_model_create(&scenario, 0, &error);
    assert_non_null(model);
    assert_true(observation_init(&observation, model, &error));
    for (uint32_t month = 1; month <= YEAR; month++) {
        spel_model_step(model);
        observation_measure(&observation, model);
        double *sums = month <= QUARTER ? first : month > YEAR - QUARTER ? last : NULL;
        for (size_t v = 0; v < variable_count && sums; v++)
            if (observation.length[v] == 1)
                sums[v] += (double)observation.values[observation.offset[v]] / QUARTER;
    }
    for (size_t v = 0; v < variable_count; v++) {
        if (variables[v].axis_count != 1 || variables[v].axes[0] != AXIS_MUNICIPALITY)
            continue;
        judged++;
        if (fabs(last[v] - first[v]) <= allowed(&variables[v], first[v]))
            continue;
        print_error("%s moved from %g to %g\n", variables[v].name, first[v], last[v]);
        moved++;
    }
    assert_in_range(judged, 60, 200); /* else little was looked at */
    assert_int_equal(moved, 0);
    observation_clear(&observation);
    spel_model_free(model);
    scenario_clear(&scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_series_moves_more_than_a_tenth_in_the_first_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
