/* A sweep gives what the same runs give one by one, and loses nothing by whatever stops it. */
#include "run/swept.h"

#include "run/sweep_plan.h"

#include <samenspel.h>
#include <signal.h>
#include <sys/resource.h>

#include "output/sweep_log.h"
#include "params/numbers.h"

enum { MONTHS = 4, LINE = 128 };

/* HDF5 keeps a file open that it could not close for want of room: expected here alone. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhdf5";
}

static void open_file(struct hdf *hdf, const char *path, struct spel_error *error)
{
    struct heading heading;
    if (!heading_open(hdf, path, &heading, error))
        fail_msg("%s", error->text);
    heading_clear(&heading);
}

/* A whole column of numbers. */
static double *column_of(struct hdf *hdf, const char *path, size_t wanted)
{
    size_t count;
    double *values = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *values, &count);
    assert_non_null(values);
    assert_int_equal(count, wanted);
    return values;
}

/* Runs one point through the library and compares with the row of the series. */
static void alone(double informal, double ratio, uint32_t replicate, const double *row)
{
    struct spel_error error;
    char settings[2][LINE], number[NUMBER_TEXT];
    number_write(informal, number);
    snprintf(settings[0], LINE, "knobs.informal=%s", number);
    number_write(ratio, number);
    snprintf(settings[1], LINE, "trust.loss_gain_ratio=%s", number);
    const char *const both[] = {settings[0], settings[1]};
    struct spel_run *run = spel_run_create("s.yaml", both, 2, replicate, &error);
    if (!run)
        fail_msg("%s", error.text);
    for (size_t month = 0; month < MONTHS; month++) {
        size_t count;
        spel_run_step(run);
        const float *value = spel_run_values(run, "informal_hours", &count);
        assert_int_equal(count, 1);
        assert_true(row[month] == value[0]);
    }
    spel_run_free(run);
}

static void every_run_is_that_of_the_library(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    struct hdf hdf;
    options.outcomes = "residents,informal_hours";
    swept_ends(swept, &options, SWEEP_DONE);
    /* The library looks for the base beside the scenario. */
    char base[LITTLE_PATH], line[2 * LITTLE_PATH + 32];
    snprintf(base, sizeof base, "%s/", swept->folders[0]);
    snprintf(line, sizeof line, "ln -s %s*.yaml %splaces .", base, base);
    assert_int_equal(system(line), 0);
    open_file(&hdf, "out.h5", &swept->error);
    double *informal = column_of(&hdf, "/design/knobs_informal", 4);
    double *ratio = column_of(&hdf, "/design/trust_loss_gain_ratio", 4);
    double *hours = column_of(&hdf, "/series/informal_hours", 4 * 2 * MONTHS);
    for (uint32_t run = 0; run < 8; run++)
        alone(informal[run / 2], ratio[run / 2], run % 2, hours + run * MONTHS);
    assert_true(informal[0] == 0 && informal[1] == 1 && ratio[0] == ratio[1]);
    assert_true(ratio[0] != ratio[2]);
    memory_release(informal);
    memory_release(ratio);
    memory_release(hours);
    hdf_close(&hdf);
}

/* A value out of its range, as a world that cannot be made. */
static void a_run_that_fails_is_a_row_and_leaves_the_others_alone(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    struct hdf hdf;
    size_t count;
    options.design = DESIGN_FILE;
    options.outcomes = "informal_hours";
    options.table = "bad.csv";
    swept_file("bad.csv", "knobs.informal\n0\n7\n1\n");
    swept_file("good.csv", "knobs.informal\n0\n1\n");
    swept_ends(swept, &options, SWEEP_SOME_FAILED);
    options.output = "good.h5";
    options.table = "good.csv";
    swept_ends(swept, &options, SWEEP_DONE);
    open_file(&hdf, "out.h5", &swept->error);
    double *status = column_of(&hdf, "/runs/status", 6);
    double *hours = column_of(&hdf, "/series/informal_hours", 6 * MONTHS);
    char **messages = hdf_read_texts(&hdf, "/runs/message", &count);
    for (size_t run = 0; run < 6; run++) {
        const bool bad = run == 2 || run == 3;
        assert_true(status[run] == (bad ? LEDGER_FAILED : LEDGER_FINISHED));
        assert_int_equal(messages[run][0] == '\0', !bad);
    }
    assert_non_null(strstr(messages[2], "knobs.informal"));
    hdf_close(&hdf);
    open_file(&hdf, "good.h5", &swept->error);
    double *good = column_of(&hdf, "/series/informal_hours", 4 * MONTHS);
    assert_memory_equal(hours, good, 2 * MONTHS * sizeof *good);
    assert_memory_equal(hours + 4 * MONTHS, good + 2 * MONTHS, 2 * MONTHS * sizeof *good);
    hdf_close(&hdf);
    hdf_release_texts(messages, count);
    memory_release(status);
    memory_release(hours);
    memory_release(good);
}

/* The log as it lies there, whatever sweep it is of. */
static void open_log(struct sweep_log *log, const char *path, struct spel_error *error)
{
    uint64_t head[4];
    FILE *file = fopen(path, "rb");
    assert_int_equal(fread(head, sizeof *head, 4, file), 4);
    char *identity = calloc(head[1] + 1, 1);
    assert_int_equal(fread(identity, 1, head[1], file), head[1]);
    fclose(file);
    if (!sweep_log_open(log, path, identity, MONTHS, error))
        fail_msg("%s", error->text);
    free(identity);
}

/* Half way there is a replicate of every point before a second of any. */
static void the_order_goes_round_over_the_points(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    struct sweep_log log;
    struct sweep_run run;
    bool more;
    options.outcomes = "informal_hours";
    swept->stop_at = 6 * (MONTHS + 1);
    swept_ends(swept, &options, SWEEP_STOPPED);
    assert_non_null(strstr(swept->error.text, "stopped after 5 of 8 runs; --resume goes on"));
    open_log(&log, "out.h5.part", &swept->error);
    off_t place = log.first;
    for (uint32_t r = 0; r < 5; r++) {
        assert_true(sweep_log_next(&log, &place, &run, NULL, &more, &swept->error) && more);
        assert_int_equal(run.point, r % 4);
        assert_int_equal(run.replicate, r / 4);
    }
    assert_int_equal(place, log.end);
    sweep_log_close(&log);
}

/* Stopped at every third question, again and again, it comes to the same. */
static void a_stopped_sweep_goes_on_to_the_same_contents(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "whole.h5");
    swept_ends(swept, &options, SWEEP_DONE);
    const unsigned questions = swept->asked;
    size_t stops = 0;
    for (unsigned at = 2; at < questions; at += 3, stops++) {
        options = swept_options(swept, "out.h5");
        swept->stop_at = at;
        swept_ends(swept, &options, SWEEP_STOPPED);
        assert_false(system_exists("out.h5"));
        options.resume = true;
        swept->stop_at = 0;
        swept_ends(swept, &options, SWEEP_DONE);
        assert_false(system_exists("out.h5.part"));
        swept_same("whole.h5", "out.h5");
        assert_true(system_remove("out.h5", &swept->error));
    }
    assert_true(stops > 10);
}

static void threads_change_nothing(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "one.h5");
    swept_ends(swept, &options, SWEEP_DONE);
    options = swept_options(swept, "two.h5");
    options.threads = 2;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("one.h5", "two.h5");
}

/* A city of 300,000 or more: one run at a time, on all threads. */
static void a_large_run_has_the_threads_inside_and_the_same_contents(void **state)
{
    static const char *const large[] = {"place.municipality=Utrecht", "place.scale=0.9",
                                        "time.months=1", "runs.replicates=1",
                                        "sweep={uncertainties: {trust.gain: [0.01]}}"};
    struct swept *swept = *state;
    struct sweep_made made;
    struct sweep_options options = swept_options(swept, "one.h5");
    options.design = DESIGN_GRID;
    options.overrides = large;
    options.override_count = sizeof large / sizeof *large;
    assert_true(sweep_make(&made, &options, &swept->error));
    assert_int_equal(sweep_workers(&made, 3, 1), 1);
    sweep_made_clear(&made);
    swept_ends(swept, &options, SWEEP_DONE);
    options.output = "three.h5";
    options.threads = 3;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("one.h5", "three.h5");
}

static void set_replicates(struct sweep_options *options, const char *const *setting)
{
    options->overrides = setting;
    options->override_count = 1;
}

/* More points and more replicates: only what is new is run. */
static void a_finished_sweep_can_be_extended(void **state)
{
    static const char *const three = "runs.replicates=3";
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "whole.h5");
    options.n = 4;
    set_replicates(&options, &three);
    swept_ends(swept, &options, SWEEP_DONE);
    const unsigned whole = swept->asked;
    options = swept_options(swept, "out.h5");
    swept_ends(swept, &options, SWEEP_DONE);
    const unsigned first = swept->asked;
    options = swept_options(swept, "out.h5");
    options.n = 4;
    options.resume = true;
    set_replicates(&options, &three);
    swept_ends(swept, &options, SWEEP_DONE);
    assert_in_range(swept->asked, 1, whole - first + 1);
    swept_same("whole.h5", "out.h5");
    swept->asked = 0;
    swept_ends(swept, &options, SWEEP_WAS_DONE);
    assert_int_equal(swept->asked, 0);
}

/* A file that may not grow further is refused like a disk without room. */
static void a_full_disk_stops_a_sweep_that_can_go_on_later(void **state)
{
    struct swept *swept = *state;
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sweep_options options = swept_options(swept, "whole.h5");
    struct rlimit limit;
    size_t stopped = 0;
    sigaction(SIGXFSZ, &ignore, NULL);
    swept_ends(swept, &options, SWEEP_DONE);
    options.output = "out.h5";
    options.resume = true;
    getrlimit(RLIMIT_FSIZE, &limit);
    enum sweep_outcome outcome = SWEEP_STOPPED;
    for (rlim_t bytes = 1000; outcome == SWEEP_STOPPED; bytes = bytes * 3 / 2, stopped++) {
        const struct rlimit little = {bytes, limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
        outcome = sweep_run(&options, &swept->error);
        setrlimit(RLIMIT_FSIZE, &limit);
        if (outcome == SWEEP_STOPPED)
            assert_int_equal(swept->error.code, SPEL_ERROR_DISK);
    }
    assert_int_equal(outcome, SWEEP_DONE);
    assert_true(stopped > 6);
    swept_same("whole.h5", "out.h5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SWEPT_TEST(every_run_is_that_of_the_library),
        SWEPT_TEST(a_run_that_fails_is_a_row_and_leaves_the_others_alone),
        SWEPT_TEST(the_order_goes_round_over_the_points),
        SWEPT_TEST(a_stopped_sweep_goes_on_to_the_same_contents),
        SWEPT_TEST(threads_change_nothing),
        SWEPT_TEST(a_large_run_has_the_threads_inside_and_the_same_contents),
        SWEPT_TEST(a_finished_sweep_can_be_extended),
        SWEPT_TEST(a_full_disk_stops_a_sweep_that_can_go_on_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
