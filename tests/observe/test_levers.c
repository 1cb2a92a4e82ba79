/* A lever moved alone changes what comes out; a knob does what its levers do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "observe/variables.h"
#include "params/levers.h"
#include "support/village.h"

enum { MONTHS = 24, TEXT = 512 };

/* A series, month after month. */
struct series {
    struct observation observation;
    float *values;
};

/* Steering is on its way, so that levers on its pace have something to do. */
static const char base[] = "steering: {all: 0.3}\n"
                           "schedule:\n- {from: 2015-03, set: {steering.all: 0.8}}\n";

static void series_of(struct series *series, const char *more)
{
    struct village village;
    struct spel_error error;
    village_settle(&village, more);
    assert_true(observation_init(&series->observation, village.model, &error));
    const size_t total = series->observation.total;
    series->values = malloc(MONTHS * total * sizeof *series->values);
    assert_non_null(series->values);
    for (size_t month = 0; month < MONTHS; month++) {
        village_run(&village, 1);
        observation_measure(&series->observation, village.model);
        memcpy(series->values + month * total, series->observation.values,
               total * sizeof *series->values);
    }
    village_clear(&village);
}

static void series_clear(struct series *series)
{
    observation_clear(&series->observation);
    free(series->values);
}

/* What says how a lever stands, or what it costs, does not count. */
static bool counts(const struct variable *variable)
{
    for (size_t a = 0; a < variable->axis_count; a++)
        if (variable->axes[a] == AXIS_LEVER)
            return false;
    return strncmp(variable->name, "staff_", 6) != 0;
}

/* How many variables of the municipality differ in some month. */
static size_t differing(const struct series *one, const struct series *other)
{
    size_t differ = 0;
    for (size_t v = 0; v < variable_count; v++) {
        bool apart = false;
        for (size_t month = 0; month < MONTHS; month++) {
            const size_t at = month * one->observation.total + one->observation.offset[v];
            apart |= memcmp(one->values + at, other->values + at,
                            one->observation.length[v] * sizeof *one->values) != 0;
        }
        differ += apart && counts(&variables[v]) && variables[v].axis_count == 1;
    }
    return differ;
}

/* What it takes that a lever has something to do in a small place and two years. */
static const char *needed(int lever)
{
    switch (lever) {
    case VISION_HORIZON:
        return "parameters: {steering: {wait: 0, judged_least: 6, trial_rate: 0.2}}\n";
    case ERROR_TOLERANCE:
        return "parameters: {steering: {incident_rate: 2, incident_size: 0}}\n";
    case RULE_ROOM:
        return "parameters: {initiatives: {births: 0.03, births_level: 0.1}}\n";
    default:
        return "";
    }
}

static size_t moved_alone(const char *more, enum lever lever)
{
    char low[TEXT], high[TEXT];
    struct series one, other;
    snprintf(low, sizeof low, "%s%slevers: {%s: 0}\n", base, more, lever_rows[lever].name);
    snprintf(high, sizeof high, "%s%slevers: {%s: 1}\n", base, more, lever_rows[lever].name);
    series_of(&one, low);
    series_of(&other, high);
    const size_t differ = differing(&one, &other);
    series_clear(&one);
    series_clear(&other);
    return differ;
}

static void each_lever_moved_alone_changes_an_outcome(void **state)
{
    (void)state;
    for (int l = 0; l < LEVERS; l++) {
        if (l == PEER_LEARNING)
            continue; /* one place has nobody to learn from: see test_steering_peers.c */
        if (moved_alone(needed(l), (enum lever)l) == 0)
            fail_msg("%s changes no outcome in %d months", lever_rows[l].name, MONTHS);
    }
}

static void each_knob_moves_the_levers_that_follow_it_and_no_other(void **state)
{
    (void)state;
    for (int k = 0; k < KNOBS; k++) {
        char more[TEXT];
        struct scenario still, turned;
        snprintf(more, sizeof more, "knobs: {%s: 0.9}\n", knob_rows[k].name);
        village_scenario(&still, NULL);
        village_scenario(&turned, more);
        for (int l = 0; l < LEVERS; l++) {
            const struct lever_row *row = &lever_rows[l];
            const double expected =
                row->knob == (enum knob)k ? row->a + row->b * 0.9 : still.levers[l];
            assert_float_equal(turned.levers[l], expected, 1e-12);
        }
        scenario_clear(&still);
        scenario_clear(&turned);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lever_moved_alone_changes_an_outcome),
        cmocka_unit_test(each_knob_moves_the_levers_that_follow_it_and_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
