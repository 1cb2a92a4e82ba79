#include "support/place.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "observe/variables.h"
#include "output/hdf.h"
#include "output/system.h"
#include "run/verify.h"

enum { BOTH = 2 };

/* The little scenario and another that turns a knob. */
static void two(struct place *place, struct scenario scenarios[BOTH])
{
    static const char *const settings[] = {"knobs.informal=0.9", "trust.gain=0.05", NULL};
    scenarios[0] = place->scenario;
    assert_true(little_scenario(&scenarios[1], settings, &place->error));
    strcpy(scenarios[1].name, "near"); /* shorter than baseline */
}

static enum run_outcome run_both(struct place *place, const struct scenario *scenarios,
                                 const struct run_options *options)
{
    return run_scenarios(scenarios, BOTH, options, &place->error);
}

static void both_into(struct place *place, const struct scenario *scenarios, const char *output,
                      int threads)
{
    struct run_options options = place_options(place, output);
    options.threads = threads;
    if (run_both(place, scenarios, &options) != RUN_DONE)
        fail_msg("%s", place->error.text);
}

static float *series_of(struct place *place, const char *file, const char *name, size_t *count)
{
    struct hdf hdf;
    char path[128];
    snprintf(path, sizeof path, "/series/%s", name);
    assert_true(hdf_open(&hdf, file, &place->error));
    float *values = hdf_read_numbers(&hdf, path, H5T_NATIVE_FLOAT, sizeof *values, count);
    assert_non_null(values);
    hdf_close(&hdf);
    return values;
}

/* Setup of the group: both have run, on two threads. */
static int begin_both(void **state)
{
    place_begin(state);
    struct place *place = *state;
    struct scenario scenarios[BOTH];
    two(place, scenarios);
    both_into(place, scenarios, place->out, 2);
    scenario_clear(&scenarios[1]);
    return 0;
}

/* Each scenario meets in the common file what it meets in a file of its own. */
static void each_scenario_is_an_entry_of_the_axis(void **state)
{
    struct place *place = *state;
    struct scenario scenarios[BOTH];
    two(place, scenarios);
    for (size_t s = 0; s < BOTH; s++) {
        struct run_options options = place_options(place, place->other);
        assert_int_equal(run_scenario(&scenarios[s], &options, &place->error), RUN_DONE);
        for (size_t v = 0; v < variable_count; v++) {
            size_t both, one;
            float *together = series_of(place, place->whole, variables[v].name, &both);
            float *alone = series_of(place, place->other, variables[v].name, &one);
            assert_int_equal(both, BOTH * one);
            assert_memory_equal(together + s * one, alone, one * sizeof *alone);
            memory_release(together);
            memory_release(alone);
        }
        unlink(place->other);
    }
    scenario_clear(&scenarios[1]);
}

static void the_tables_say_which_scenario_a_row_is_of(void **state)
{
    struct place *place = *state;
    struct hdf hdf;
    size_t runs, rows, count;
    assert_true(hdf_open(&hdf, place->whole, &place->error));
    char **names = hdf_read_texts(&hdf, "/runs/scenario", &runs);
    int *replicate = hdf_read_numbers(&hdf, "/runs/replicate", H5T_NATIVE_INT, sizeof(int), &count);
    assert_int_equal(runs, 4);
    assert_string_equal(names[1], "baseline");
    assert_string_equal(names[2], "near");
    assert_int_equal(replicate[1], 1);
    assert_int_equal(replicate[2], 0);
    int *scenario = hdf_read_numbers(&hdf, "/snapshots/2015_02/residents/scenario", H5T_NATIVE_INT,
                                     sizeof(int), &rows);
    assert_true(rows > 100 && scenario[0] == 0 && scenario[rows - 1] == 1);
    double *values = hdf_read_numbers(&hdf, "/parameters/value_by_scenario", H5T_NATIVE_DOUBLE,
                                      sizeof *values, &count);
    char **parameters = hdf_read_texts(&hdf, "/parameters/name", &rows);
    assert_int_equal(count, BOTH * rows);
    for (size_t p = 0; p < rows; p++)
        assert_true((values[p] != values[rows + p]) == (strcmp(parameters[p], "trust.gain") == 0));
    memory_release(replicate);
    memory_release(scenario);
    memory_release(values);
    hdf_release_texts(names, runs);
    hdf_release_texts(parameters, rows);
    assert_true(hdf_close(&hdf));
}

static void the_contents_are_the_same_on_any_number_of_threads(void **state)
{
    struct place *place = *state;
    struct scenario scenarios[BOTH];
    two(place, scenarios);
    both_into(place, scenarios, place->other, 1);
    place_assert_same(place->whole, place->other);
    scenario_clear(&scenarios[1]);
}

/* Stopped after every fifth month, in the one scenario and in the other. */
static void runs_that_are_stopped_end_with_the_same_contents(void **state)
{
    struct place *place = *state;
    struct scenario scenarios[BOTH];
    two(place, scenarios);
    enum run_outcome outcome = RUN_STOPPED;
    size_t times = 0;
    for (; outcome == RUN_STOPPED && times < 30; times++) {
        struct run_options options = place_options(place, place->out);
        place->stop_after = 5;
        options.resume = true;
        options.threads = 1 + (int)(times % 2);
        outcome = run_both(place, scenarios, &options);
    }
    assert_int_equal(outcome, RUN_DONE);
    assert_true(times > 10);
    place_assert_same(place->out, place->whole);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_int_equal(run_both(place, scenarios, &options), RUN_WAS_DONE);
    scenario_clear(&scenarios[1]);
}

static void a_checkpoint_of_other_scenarios_is_refused(void **state)
{
    struct place *place = *state;
    struct scenario scenarios[BOTH];
    two(place, scenarios);
    place_stop(place, 4);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_int_equal(run_both(place, scenarios, &options), RUN_REFUSED);
    assert_non_null(strstr(place->error.text, "the number of scenarios was '1', is '2'"));
    scenario_clear(&scenarios[1]);
}

static void all_scenarios_of_a_file_are_verified(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    assert_int_equal(verify_file(place->whole, -1, &options, &report, &place->error),
                     VERIFY_AGREES);
    assert_int_equal(report.runs, 4);
    assert_int_equal(report.digests, 12); /* two Januaries and the last month, each */
    assert_int_equal(verify_file(place->whole, 3, &options, &report, &place->error), VERIFY_AGREES);
    assert_int_equal(report.runs, 1);
    assert_int_equal(verify_file(place->whole, 4, &options, &report, &place->error),
                     VERIFY_REFUSED);
}

/* A scenario with other organisations has other axes: its runs fail, and say so. */
static void a_scenario_that_does_not_fit_fails_alone(void **state)
{
    struct place *place = *state;
    static const char *const settings[] = {"place.scale=0.05", NULL};
    struct scenario scenarios[BOTH] = {place->scenario};
    struct hdf hdf;
    size_t runs;
    assert_true(little_scenario(&scenarios[1], settings, &place->error));
    struct run_options options = place_options(place, place->out);
    assert_int_equal(run_both(place, scenarios, &options), RUN_SOME_FAILED);
    assert_true(hdf_open(&hdf, place->out, &place->error));
    char **messages = hdf_read_texts(&hdf, "/runs/message", &runs);
    assert_int_equal(runs, 4);
    assert_string_equal(messages[1], "");
    assert_non_null(strstr(messages[3], "not that of the first run"));
    hdf_release_texts(messages, runs);
    hdf_close(&hdf);
    scenario_clear(&scenarios[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(each_scenario_is_an_entry_of_the_axis),
        PLACE_TEST(the_tables_say_which_scenario_a_row_is_of),
        PLACE_TEST(the_contents_are_the_same_on_any_number_of_threads),
        PLACE_TEST(runs_that_are_stopped_end_with_the_same_contents),
        PLACE_TEST(a_checkpoint_of_other_scenarios_is_refused),
        PLACE_TEST(all_scenarios_of_a_file_are_verified),
        PLACE_TEST(a_scenario_that_does_not_fit_fails_alone),
    };
    return cmocka_run_group_tests(tests, begin_both, place_end);
}
