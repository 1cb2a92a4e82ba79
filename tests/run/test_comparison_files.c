/* Comparisons and the files that they read and write. */
#include "run/compared.h"

#include <math.h>

#include "base/memory.h"
#include "output/comparison_file.h"

static void a_file_of_one_scenario_has_nothing_to_compare(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    assert_true(series_file_open(&compared.base, place->whole, &place->error));
    assert_false(comparison_make(&compared.comparison, &compared.base, 0, &compared.base, NULL, 0,
                                 &place->error));
    assert_non_null(strstr(place->error.text, "name a second file"));
    clear(&compared);
}

/* Both scenarios of one file, told apart by name. */
static void one_file_may_hold_the_baseline_and_others(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    struct comparison *c = &compared.comparison;
    static const char *const settings[] = {"knobs.informal=0.9", NULL};
    struct scenario scenarios[2] = {place->scenario};
    char name[COMPARISON_TEXT];
    double unmet[2];
    assert_true(little_scenario(&scenarios[1], settings, &place->error));
    strcpy(scenarios[1].name, "near");
    const struct run_options options = place_options(place, place->out);
    assert_int_equal(run_scenarios(scenarios, 2, &options, &place->error), RUN_DONE);
    assert_true(series_file_open(&compared.base, place->out, &place->error));
    assert_int_equal(series_file_scenario(&compared.base, "near"), 1);
    for (size_t b = 0; b < 2; b++) {
        assert_true(comparison_make(c, &compared.base, b, &compared.base, NULL, 0, &place->error));
        assert_int_equal(c->scenario_count, 1);
        comparison_name(c, 0, name);
        assert_string_equal(name, b == 0 ? "near" : "baseline");
        assert_string_equal(c->notes[0],
                            b == 0 ? "knobs.informal: 0.5 -> 0.9" : "knobs.informal: 0.9 -> 0.5");
        unmet[b] = comparison_row(c, 0, chosen(c, "unmet_share"), 0, 1)->paired.mean;
        comparison_clear(c);
    }
    assert_true(unmet[0] < 0);
    assert_float_equal(unmet[0], -unmet[1], 1e-9);
    scenario_clear(&scenarios[1]);
    series_file_close(&compared.base);
}

static void whichever_allocation_fails_it_is_said(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    size_t failures = 0, fails = 1;
    for (bool fine = false; !fine; failures++) {
        memory_fail_after(fails);
        fine = series_file_open(&compared.base, place->whole, &place->error) &&
               series_file_open(&compared.other, place->whole, &place->error) &&
               comparison_make(&compared.comparison, &compared.base, 0, &compared.other, NULL, 0,
                               &place->error);
        memory_fail_after(0);
        if (!fine)
            assert_int_equal(place->error.code, SPEL_ERROR_MEMORY);
        clear(&compared);
        compared = (struct compared){.place = place};
        fails += 1 + fails / 12;
    }
    assert_in_range(failures, 20, 200);
}

/* The differences by month in the file are those of the periods of one month. */
static void the_file_of_differences_says_the_same(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    char path[LITTLE_PATH];
    size_t count;
    little_path(place->folder, "difference.h5", path);
    run_with(place, place->other, "knobs.informal=1");
    assert_true(compare_at(&compared, place->whole, place->other, "2015-06"));
    assert_true(comparison_file_write(path, &compared.comparison, "test", &place->error));
    const struct comparison *c = &compared.comparison;
    const struct paired *paired =
        &comparison_row(c, 0, chosen(c, "self_reliance_mean_by_income"), 1, 0)->paired;
    struct hdf hdf;
    assert_true(hdf_open(&hdf, path, &place->error));
    float *values = hdf_read_numbers(&hdf, "/difference/self_reliance_mean_by_income",
                                     H5T_NATIVE_FLOAT, sizeof *values, &count);
    assert_int_equal(count, 9 * MONTHS * 2); /* statistic, month, income */
    const double expected[] = {paired->mean, paired->mean - paired->half,
                               paired->mean + paired->half, paired->above};
    for (size_t s = 0; s < 4; s++)
        assert_float_equal(values[(s * MONTHS + 5) * 2 + 1], expected[s],
                           1e-6 + 1e-6 * fabs(expected[s]));
    assert_true(paired->mean != 0);
    memory_release(values);
    char *baseline = hdf_read_attribute(&hdf, "baseline"), name[COMPARISON_TEXT];
    comparison_baseline_name(c, name);
    assert_string_equal(baseline, name);
    memory_release(baseline);
    hdf_close(&hdf);
    struct series_file file;
    assert_false(series_file_open(&file, path, &place->error));
    assert_non_null(strstr(place->error.text, "holds differences between runs, not a run"));
    clear(&compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_file_of_one_scenario_has_nothing_to_compare),
        PLACE_TEST(one_file_may_hold_the_baseline_and_others),
        PLACE_TEST(whichever_allocation_fails_it_is_said),
        PLACE_TEST(the_file_of_differences_says_the_same),
    };
    return cmocka_run_group_tests(tests, begin_run, place_end);
}
