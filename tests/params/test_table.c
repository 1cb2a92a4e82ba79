/* The tables of parameters, knobs, levers and processes are whole. */
#include "params/given.h"

#include "params/levers.h"
#include "params/table.h"

static void every_member_of_params_has_one_row(void **state)
{
    (void)state;
    static unsigned char covered[sizeof(struct params)];
    memset(covered, 0, sizeof covered);
    size_t extent = 0;
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            extent += row->extent;
            assert_true(row->offset + row->extent <= sizeof covered);
            for (size_t i = 0; i < row->extent; i++)
                if (covered[row->offset + i]++)
                    fail_msg("%s overlaps another row", row->path);
        }
    assert_int_equal(extent, sizeof(struct params));
}

static void every_default_lies_within_its_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < parameter_count(); i++) {
        const struct parameter_number at = parameter_at(i);
        const double value = parameter_default(at.row, at.index);
        if (!(value >= at.row->min && value <= at.row->max && at.row->min < at.row->max))
            fail_msg("%s: %g outside [%g, %g]", at.row->path, value, at.row->min, at.row->max);
    }
}

static void is_sentence(const char *path, const char *text)
{
    if (!text || strlen(text) < 12 || text[strlen(text) - 1] != '.' || strchr(text, '\n'))
        fail_msg("%s: \"%s\" is no sentence", path, text ? text : "");
}

static void is_name(const char *path, const char *text)
{
    if (!text || !text[0] || strlen(text) > 40 || text[strlen(text) - 1] == '.')
        fail_msg("%s: \"%s\" is no name", path, text ? text : "");
}

static void every_row_says_what_it_is_in_both_languages(void **state)
{
    (void)state;
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            is_sentence(row->path, row->doc);
            is_sentence(row->path, row->layman_nl);
            is_sentence(row->path, row->layman_en);
            is_name(row->path, row->name_nl);
            is_name(row->path, row->name_en);
            assert_true(row->unit[0] && row->source[0]);
            assert_in_range(row->grade, GRADE_MEASURED, GRADE_ASSUMED);
            assert_string_not_equal(row->layman_nl, row->layman_en);
        }
    for (size_t i = 0; i < KNOBS; i++) {
        is_name(knob_rows[i].name, knob_rows[i].name_nl);
        is_name(knob_rows[i].name, knob_rows[i].name_en);
        is_sentence(knob_rows[i].name, knob_rows[i].layman_nl);
        is_sentence(knob_rows[i].name, knob_rows[i].layman_en);
    }
    for (size_t i = 0; i < LEVERS; i++) {
        is_name(lever_rows[i].name, lever_rows[i].name_nl);
        is_name(lever_rows[i].name, lever_rows[i].name_en);
        is_sentence(lever_rows[i].name, lever_rows[i].layman_nl);
        is_sentence(lever_rows[i].name, lever_rows[i].layman_en);
        assert_true(lever_rows[i].practice[0]);
    }
    for (size_t i = 0; i < PROCESSES; i++) {
        is_name(process_names[i], process_rows[i].name_nl);
        is_name(process_names[i], process_rows[i].name_en);
        is_sentence(process_names[i], process_rows[i].layman_nl);
        is_sentence(process_names[i], process_rows[i].layman_en);
    }
}

static void what_is_no_mechanism_says_why_and_a_part_names_a_mechanism_that_is_whole(void **state)
{
    (void)state;
    size_t mechanisms = 0;
    for (size_t i = 0; i < PROCESSES; i++) {
        const struct process_row *row = &process_rows[i];
        mechanisms += !row->stage;
        if (row->stage)
            assert_true(strlen(row->stage) > 20);
        size_t named = 0;
        for (size_t j = 0; j < PROCESSES; j++)
            named += row->part_of && strcmp(row->part_of, process_names[j]) == 0 && j != i &&
                     !process_rows[j].part_of && !process_rows[j].stage;
        assert_int_equal(named, row->part_of ? 1 : 0);
    }
    assert_in_range(mechanisms, PROCESSES / 2, PROCESSES - 1);
}

static void a_measured_or_estimated_value_names_more_than_an_assumption(void **state)
{
    (void)state;
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            if (row->grade != GRADE_ASSUMED && strncmp(row->source, "Assumption", 10) == 0)
                fail_msg("%s is %s, but its source is an assumption", row->path,
                         grade_names[row->grade]);
        }
}

static void every_number_has_a_path_of_its_own(void **state)
{
    (void)state;
    const size_t count = parameter_count();
    char(*paths)[PATH_TEXT] = calloc(count, sizeof *paths);
    assert_non_null(paths);
    for (size_t i = 0; i < count; i++) {
        parameter_path(parameter_at(i).row, parameter_at(i).index, paths[i]);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(paths[i], paths[j]);
    }
    assert_string_equal(paths[0], "settlement.institutions_per_1000");
    assert_null(parameter_at(count).row);
    free(paths);
}

static void a_number_has_the_path_of_its_domain_and_age(void **state)
{
    (void)state;
    char path[PATH_TEXT];
    bool found = false;
    for (size_t i = 0; i < parameter_count(); i++) {
        const struct parameter_number at = parameter_at(i);
        if (at.row->offset != offsetof(struct params, needs.onset))
            continue;
        parameter_path(at.row, at.index, path);
        found = found || (at.index == SOCIAL * AGE_BANDS + 9 &&
                          strcmp(path, "needs.onset.social.85_plus") == 0);
    }
    assert_true(found);
}

static void every_knob_has_levers_that_follow_it(void **state)
{
    (void)state;
    for (int k = 0; k < KNOBS; k++) {
        size_t levers = 0;
        for (int l = 0; l < LEVERS; l++)
            levers += lever_rows[l].knob == (enum knob)k && lever_rows[l].b != 0;
        assert_true(levers > 0);
    }
}

static void a_lever_stays_in_its_range_for_every_knob(void **state)
{
    (void)state;
    for (int i = 0; i < LEVERS; i++)
        for (int step = 0; step <= 10; step++) {
            double knobs[KNOBS];
            for (int k = 0; k < KNOBS; k++)
                knobs[k] = step / 10.0;
            const double value = lever_from_knob((enum lever)i, knobs);
            const double mapped = lever_rows[i].a + lever_rows[i].b * knobs[0];
            assert_true(value >= lever_rows[i].min && value <= lever_rows[i].max);
            assert_true(value == mapped || mapped < lever_rows[i].min ||
                        mapped > lever_rows[i].max);
        }
}

static void ages_fall_into_their_bands(void **state)
{
    (void)state;
    assert_int_equal(age_band(0), 0);
    assert_int_equal(age_band(4), 0);
    assert_int_equal(age_band(5), 1);
    assert_int_equal(age_band(84), 8);
    assert_int_equal(age_band(85), 9);
    assert_int_equal(age_band(120), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_of_params_has_one_row),
        cmocka_unit_test(every_default_lies_within_its_range),
        cmocka_unit_test(every_row_says_what_it_is_in_both_languages),
        cmocka_unit_test(what_is_no_mechanism_says_why_and_a_part_names_a_mechanism_that_is_whole),
        cmocka_unit_test(a_measured_or_estimated_value_names_more_than_an_assumption),
        cmocka_unit_test(every_number_has_a_path_of_its_own),
        cmocka_unit_test(a_number_has_the_path_of_its_domain_and_age),
        cmocka_unit_test(every_knob_has_levers_that_follow_it),
        cmocka_unit_test(a_lever_stays_in_its_range_for_every_knob),
        cmocka_unit_test(ages_fall_into_their_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
