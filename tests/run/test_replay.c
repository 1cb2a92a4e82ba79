/* Any run of a sweep comes back from its file alone. */
#include "run/swept.h"

#include "run/replay.h"

/* All kinds of what can be varied. */
static void sweep_all_kinds(struct swept *swept)
{
    struct sweep_options options = swept_options(swept, "out.h5");
    swept_file("kinds.csv", "knobs.informal,steering.all,levers.rule_room,history,trust.drift\n"
                            "0.3,0.1,0.9,-0.5,0.001\n0.7,0.9,0.1,0.5,0.002\n");
    options.design = DESIGN_FILE;
    options.table = "kinds.csv";
    swept_ends(swept, &options, SWEEP_DONE);
    assert_int_equal(remove("s.yaml"), 0);
}

static void verifies(struct swept *swept, const char *path, struct replay_run run, size_t runs)
{
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    if (replay_verify(path, run, &options, &report, &swept->error) != VERIFY_AGREES)
        fail_msg("%d,%d: %s is %s; %s", report.run, report.replicate, report.expected, report.found,
                 swept->error.text);
    assert_int_equal(report.runs, runs);
}

static void a_sweep_verifies_from_its_file_alone(void **state)
{
    struct swept *swept = *state;
    sweep_all_kinds(swept);
    verifies(swept, "out.h5", (struct replay_run){-1, -1}, 4);
    verifies(swept, "out.h5", (struct replay_run){1, -1}, 2);
    verifies(swept, "out.h5", (struct replay_run){1, 1}, 1);
}

static void a_run_is_repeated_in_full(void **state)
{
    struct swept *swept = *state;
    struct scenario scenario;
    struct hdf hdf;
    struct heading heading;
    size_t count;
    sweep_all_kinds(swept);
    if (!replay_scenario("out.h5", (struct replay_run){1, 1}, NULL, 0, &scenario, &swept->error))
        fail_msg("%s", swept->error.text);
    assert_int_equal(scenario.replicates, 2);
    assert_float_equal(scenario.knobs[1], 0.7, 0);
    const struct run_options options = {.output = "again.h5", .command = "test", .threads = 1};
    assert_int_equal(run_scenario(&scenario, &options, &swept->error), RUN_DONE);
    assert_true(heading_open(&hdf, "again.h5", &heading, &swept->error));
    float *again = hdf_read_numbers(&hdf, "/series/informal_hours", H5T_NATIVE_FLOAT, 4, &count);
    assert_int_equal(count, 2 * 4);
    heading_clear(&heading);
    hdf_close(&hdf);
    assert_true(heading_open(&hdf, "out.h5", &heading, &swept->error));
    float *swept_hours =
        hdf_read_numbers(&hdf, "/series/informal_hours", H5T_NATIVE_FLOAT, 4, &count);
    assert_int_equal(count, 4 * 4);
    assert_memory_equal(again, swept_hours + 2 * 4, 2 * 4 * sizeof *again);
    assert_memory_not_equal(again, swept_hours, 2 * 4 * sizeof *again);
    heading_clear(&heading);
    hdf_close(&hdf);
    memory_release(again);
    memory_release(swept_hours);
    scenario_clear(&scenario);
}

/* The digest of one run in the file, as a hand would change it. */
static void change_digest(const char *path)
{
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t set = H5Dopen2(file, "/runs/digest", H5P_DEFAULT);
    const hid_t type = H5Dget_type(set);
    const char *texts[4] = {"0", "0", "0", "0"};
    assert_true(H5Dwrite(set, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts) >= 0);
    H5Tclose(type);
    H5Dclose(set);
    H5Fclose(file);
}

static void another_digest_is_found_out(void **state)
{
    struct swept *swept = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    sweep_all_kinds(swept);
    change_digest("out.h5");
    assert_int_equal(
        replay_verify("out.h5", (struct replay_run){1, 1}, &options, &report, &swept->error),
        VERIFY_DIFFERS);
    assert_int_equal(report.run, 1);
    assert_int_equal(report.replicate, 1);
    assert_string_equal(report.expected, "0");
}

static void what_the_sweep_does_not_have_is_refused(void **state)
{
    struct swept *swept = *state;
    struct verify_report report;
    struct scenario scenario;
    const struct run_options options = {.threads = 1};
    sweep_all_kinds(swept);
    assert_int_equal(
        replay_verify("out.h5", (struct replay_run){2, -1}, &options, &report, &swept->error),
        VERIFY_REFUSED);
    assert_non_null(strstr(swept->error.text, "out.h5: point 2: the file has 0 to 1"));
    error_clear(&swept->error);
    assert_false(
        replay_scenario("out.h5", (struct replay_run){0, 2}, NULL, 0, &scenario, &swept->error));
    assert_non_null(strstr(swept->error.text, "out.h5: replicate 2: the file has 0 to 1"));
    assert_true(replay_is_sweep("out.h5"));
    assert_false(replay_is_sweep("kinds.csv") || replay_is_sweep("absent.h5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SWEPT_TEST(a_sweep_verifies_from_its_file_alone),
        SWEPT_TEST(a_run_is_repeated_in_full),
        SWEPT_TEST(another_digest_is_found_out),
        SWEPT_TEST(what_the_sweep_does_not_have_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
