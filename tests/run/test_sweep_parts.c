/* A sweep in parts, or that grows, comes to the same file, and no run is lost on the way. */
#include "run/swept.h"

#include "run/merge.h"

static void sweep_part(struct swept *swept, const char *output, uint32_t part, uint32_t parts)
{
    struct sweep_options options = swept_options(swept, output);
    options.part = part;
    options.parts = parts;
    swept_ends(swept, &options, SWEEP_DONE);
}

static bool merge(struct swept *swept, const char *output, const char *one, const char *two,
                  struct merge_report *report)
{
    const char *const parts[] = {one, two};
    const struct merge_options options = {
        .output = output, .command = "test", .parts = parts, .part_count = two ? 2 : 1};
    return merge_parts(&options, report, &swept->error);
}

static void merges(struct swept *swept, const char *output, const char *one, const char *two,
                   uint64_t done)
{
    struct merge_report report;
    if (!merge(swept, output, one, two, &report))
        fail_msg("%s", swept->error.text);
    assert_int_equal(report.runs, 8);
    assert_int_equal(report.done, done);
    assert_int_equal(report.failed, 0);
}

static void refuses(struct swept *swept, const char *one, const char *two, const char *sentence)
{
    struct merge_report report;
    assert_false(merge(swept, "merged.h5", one, two, &report));
    if (!strstr(swept->error.text, sentence))
        fail_msg("expected: %s\nsaid: %s", sentence, swept->error.text);
    assert_false(system_exists("merged.h5") || system_exists("merged.h5.merge"));
    error_clear(&swept->error);
}

/* Stops after `runs` runs, one thread. */
static void stop_after(struct swept *swept, struct sweep_options *options, unsigned runs)
{
    swept->asked = 0;
    swept->stop_at = 5 * runs + 1;
    swept_ends(swept, options, SWEEP_STOPPED);
    swept->stop_at = 0;
}

static void parts_of_an_array_merge_into_the_whole(void **state)
{
    struct swept *swept = *state;
    sweep_part(swept, "whole.h5", 0, 0);
    sweep_part(swept, "one.h5", 1, 2);
    sweep_part(swept, "two.h5", 2, 2);
    merges(swept, "merged.h5", "one.h5", "two.h5", 8);
    swept_same("whole.h5", "merged.h5");
    merges(swept, "back.h5", "two.h5", "one.h5", 8);
    swept_same("whole.h5", "back.h5");
}

static void a_log_is_a_part_too_and_what_is_lacking_waits(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "two.h5");
    sweep_part(swept, "whole.h5", 0, 0);
    sweep_part(swept, "one.h5", 1, 2);
    options.part = options.parts = 2;
    stop_after(swept, &options, 1);
    merges(swept, "merged.h5", "one.h5", "two.h5.part", 5);
    options = swept_options(swept, "merged.h5");
    options.resume = true;
    swept_ends(swept, &options, SWEEP_DONE);
    assert_in_range(swept->asked, 3 * 5, 3 * 5 + 1);
    swept_same("whole.h5", "merged.h5");
}

static void what_is_no_part_of_it_is_refused(void **state)
{
    struct swept *swept = *state;
    static const char *const other = "runs.seed=3";
    struct sweep_options options = swept_options(swept, "other.h5");
    options.overrides = &other;
    options.override_count = 1;
    swept_ends(swept, &options, SWEEP_DONE);
    sweep_part(swept, "one.h5", 1, 2);
    swept_file("plain.txt", "notes\n");
    refuses(swept, "one.h5", "other.h5", "other.h5: of another sweep: \"design: sobol, seed 3\"");
    refuses(swept, "one.h5", "plain.txt", "plain.txt: not an HDF5 file");
    refuses(swept, "one.h5", "absent.h5", "absent.h5: no such file");
    options = swept_options(swept, "two.h5");
    stop_after(swept, &options, 1);
    refuses(swept, "two.h5.part", NULL, "two.h5.part: a log alone does not say which sweep");
}

/* An interrupted sweep can be looked at as a file, and goes on from it. */
static void what_there_is_so_far_can_be_written(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    sweep_part(swept, "whole.h5", 0, 0);
    options = swept_options(swept, "out.h5");
    stop_after(swept, &options, 5);
    options = swept_options(swept, "out.h5");
    options.resume = options.so_far = true;
    swept_ends(swept, &options, SWEEP_STOPPED);
    assert_int_equal(swept->asked, 0);
    assert_true(system_exists("out.h5") && !system_exists("out.h5.part"));
    options.so_far = false;
    swept_ends(swept, &options, SWEEP_DONE);
    assert_in_range(swept->asked, 3 * 5, 3 * 5 + 1);
    swept_same("whole.h5", "out.h5");
}

/* Killed while the old runs were taken over. */
static void an_extension_that_was_killed_loses_nothing(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "whole.h5");
    options.n = 4;
    swept_ends(swept, &options, SWEEP_DONE);
    sweep_part(swept, "out.h5", 0, 0);
    options = swept_options(swept, "out.h5");
    options.n = 4;
    options.resume = true;
    stop_after(swept, &options, 7);
    options = swept_options(swept, "out.h5");
    options.n = 4;
    options.resume = true;
    assert_int_equal(truncate("out.h5.part", 100), 0);
    stop_after(swept, &options, 1);
    swept->asked = 0;
    swept_ends(swept, &options, SWEEP_DONE);
    assert_in_range(swept->asked, 7 * 5, 7 * 5 + 1);
    swept_same("whole.h5", "out.h5");
}

static void keep_log(void *context, const struct sweep_progress *now)
{
    (void)context;
    if (now->writing)
        assert_int_equal(link("out.h5.part", "kept"), 0);
}

/* Killed when all runs were there, before the new file was. */
static void an_extension_that_was_killed_at_its_end_is_written(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    sweep_part(swept, "out.h5", 0, 0);
    assert_int_equal(link("out.h5", "old.h5"), 0);
    options.n = 4;
    options.resume = true;
    options.progress = keep_log;
    swept_ends(swept, &options, SWEEP_DONE);
    assert_int_equal(rename("out.h5", "whole.h5"), 0);
    assert_int_equal(rename("old.h5", "out.h5"), 0);
    assert_int_equal(rename("kept", "out.h5.part"), 0);
    options.progress = NULL;
    swept->asked = 0;
    swept_ends(swept, &options, SWEEP_DONE);
    assert_int_equal(swept->asked, 0);
    swept_same("whole.h5", "out.h5");
}

static void fewer_points_than_there_are_are_refused(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = swept_options(swept, "out.h5");
    sweep_part(swept, "out.h5", 0, 0);
    options.n = 1;
    options.resume = true;
    swept_ends(swept, &options, SWEEP_REFUSED);
    assert_non_null(strstr(swept->error.text, "out.h5: has 4 points and 2 replicates, more than "
                                              "the 2 and 2 asked for"));
    assert_false(system_exists("out.h5.part"));
    options = swept_options(swept, "two.h5");
    stop_after(swept, &options, 4);
    options.n = 1;
    options.resume = true;
    swept_ends(swept, &options, SWEEP_REFUSED);
    assert_non_null(strstr(swept->error.text, "two.h5.part: has replicate 0 of point 2"));
    assert_true(system_exists("two.h5.part"));
}

/* As a line of remarks more shows, it is the whole table that must be the same. */
static void another_place_table_is_refused(void **state)
{
    struct swept *swept = *state;
    char line[2 * LITTLE_PATH];
    struct sweep_options options = swept_options(swept, "out.h5");
    stop_after(swept, &options, 3);
    snprintf(
        line, sizeof line,
        "cp -r %s/places . && echo '# changed' > t && cat places/neighbourhoods.csv >> t && mv t "
        "places/neighbourhoods.csv",
        swept->folders[0]);
    assert_int_equal(system(line), 0);
    swept->stop_at = 0;
    options.resume = true;
    swept_ends(swept, &options, SWEEP_REFUSED);
    assert_int_equal(system("rm -r places"), 0);
    assert_non_null(strstr(swept->error.text, "\"table: neighbourhoods.csv, SHA-256 "));
    assert_true(system_exists("out.h5.part"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SWEPT_TEST(parts_of_an_array_merge_into_the_whole),
        SWEPT_TEST(a_log_is_a_part_too_and_what_is_lacking_waits),
        SWEPT_TEST(what_is_no_part_of_it_is_refused),
        SWEPT_TEST(what_there_is_so_far_can_be_written),
        SWEPT_TEST(an_extension_that_was_killed_loses_nothing),
        SWEPT_TEST(an_extension_that_was_killed_at_its_end_is_written),
        SWEPT_TEST(fewer_points_than_there_are_are_refused),
        SWEPT_TEST(another_place_table_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
