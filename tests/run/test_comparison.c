/* Runs of a village compared: with themselves, with numbers put into their files, and with runs
 * that are no pairs. */
#include "run/compared.h"

#include <hdf5.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* Puts numbers of one a replicate into all months of a variable of one value a month. */
static void overwrite(const char *path, const char *variable, const float numbers[REPLICATES])
{
    float values[REPLICATES * MONTHS];
    char name[96];
    for (size_t i = 0; i < REPLICATES * MONTHS; i++)
        values[i] = numbers[i / MONTHS];
    snprintf(name, sizeof name, "/series/%s", variable);
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(file, name, H5P_DEFAULT);
    assert_true(H5Dwrite(dataset, H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
    H5Dclose(dataset);
    H5Fclose(file);
}

static void a_run_does_not_differ_from_itself(void **state)
{
    struct compared compared = {.place = *state};
    assert_true(compare_at(&compared, compared.place->whole, compared.place->whole, NULL));
    const struct comparison *c = &compared.comparison;
    assert_true(c->row_count > 500);
    for (size_t i = 0; i < c->row_count; i++) {
        const struct paired *paired = &c->rows[i].paired;
        assert_int_equal(paired->count, REPLICATES);
        assert_true(paired->mean == 0 && paired->half == 0 && paired->above == 0);
        assert_int_equal(comparison_gain(c, &c->rows[i]), 0);
    }
    assert_int_equal(c->note_count, 1);
    assert_string_equal(c->notes[0], "no setting differs");
    clear(&compared);
}

/* Differences 1, 2 and 3: 2 ± 4.3027 / √3, which is above zero only for who wants more. */
static void what_differs_is_what_was_put_into_the_files(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    const float baseline[] = {4, 5, 6}, other[] = {7, 9, 11}, steady[] = {1, 1, 1};
    place_copy(place);
    run_with(place, place->other, "levers.outreach=0.9");
    overwrite(place->out, "trust_mean", baseline);
    overwrite(place->other, "trust_mean", other);
    overwrite(place->out, "strain_mean", steady);
    overwrite(place->other, "strain_mean", other);
    assert_true(compare_at(&compared, place->out, place->other, "2015-03..2015-12"));
    const struct comparison *c = &compared.comparison;
    assert_int_equal(c->period_count, 1);
    const struct comparison_row *row = comparison_row(c, 0, chosen(c, "trust_mean"), 0, 0);
    assert_float_equal(row->paired.baseline, 5, 1e-6);
    assert_float_equal(row->paired.other, 9, 1e-6);
    assert_float_equal(row->paired.mean, 4, 1e-6);
    assert_float_equal(row->paired.half, 4.302652730 / sqrt(3), 1e-5);
    assert_int_equal(comparison_gain(c, row), 1); /* more trust */
    row = comparison_row(c, 0, chosen(c, "strain_mean"), 0, 0);
    assert_float_equal(row->paired.mean, 8, 1e-6);
    assert_int_equal(comparison_gain(c, row), -1); /* more strain */
    assert_int_equal(c->note_count, 1);
    assert_string_equal(c->notes[0], "only in the other: levers.outreach: 0.9");
    clear(&compared);
}

static void each_group_of_people_is_compared_with_its_own(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    run_with(place, place->other, "knobs.informal=1");
    assert_true(compare_at(&compared, place->whole, place->other, NULL));
    const struct comparison *c = &compared.comparison;
    const size_t all = chosen(c, "unmet_hours");
    static const char *const groups[] = {"unmet_hours_by_income", "unmet_hours_by_domain",
                                         "unmet_hours_by_neighbourhood"};
    const double whole = comparison_row(c, 0, all, 0, 1)->paired.mean;
    assert_true(fabs(whole) > 1);
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        const size_t v = chosen(c, groups[g]);
        double sum = 0;
        assert_int_equal(c->variables[v].headline, c->variables[all].variable);
        for (size_t i = 0; i < c->variables[v].positions; i++)
            sum += comparison_row(c, 0, v, i, 1)->paired.mean;
        assert_float_equal(sum, whole, 1e-4 * fabs(whole));
    }
    clear(&compared);
}

static void refuses(struct place *place, const char *setting, const char *sentence)
{
    struct compared compared = {.place = place};
    run_with(place, place->other, setting);
    assert_false(compare_at(&compared, place->whole, place->other, NULL));
    assert_int_equal(place->error.code, SPEL_ERROR_MISMATCH);
    if (!strstr(place->error.text, sentence))
        fail_msg("%s", place->error.text);
    clear(&compared);
    unlink(place->other);
}

static void runs_that_are_no_pairs_are_refused(void **state)
{
    struct place *place = *state;
    refuses(place, "runs.seed=7", "only runs of one seed are pairs");
    refuses(place, "place.scale=0.03", "only runs of one place are pairs");
    refuses(place, "place.municipality=Zwolle", "only runs of one place are pairs");
    refuses(place, "time.start=2015-02", "begins in 2015-02");
}

static void what_else_differs_is_said(void **state)
{
    struct compared compared = {.place = *state};
    struct place *place = compared.place;
    run_with(place, place->other, "time.months=16");
    assert_true(compare_at(&compared, place->whole, place->other, NULL));
    assert_int_equal(compared.comparison.months, MONTHS);
    assert_string_equal(compared.comparison.notes[0],
                        "14 and 16 months: the first 14 are compared");
    clear(&compared);
    unlink(place->other);
    run_with(place, place->other, "record.neighbourhoods=no");
    assert_true(compare_at(&compared, place->whole, place->other, NULL));
    assert_non_null(strstr(compared.comparison.notes[0], "not recorded by neighbourhood"));
    clear(&compared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_run_does_not_differ_from_itself),
        PLACE_TEST(what_differs_is_what_was_put_into_the_files),
        PLACE_TEST(each_group_of_people_is_compared_with_its_own),
        PLACE_TEST(runs_that_are_no_pairs_are_refused),
        PLACE_TEST(what_else_differs_is_said),
    };
    return cmocka_run_group_tests(tests, begin_run, place_end);
}
