/* The table of variables is whole, and every value is what its row says it can be. */
#include "observe/measured.h"

#include <math.h>

#include "base/memory.h"

static bool allowed(const char *name)
{
    if (*name < 'a' || *name > 'z')
        return false;
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static bool sentence(const char *text)
{
    const size_t length = text ? strlen(text) : 0;
    return length > 10 && text[length - 1] == '.';
}

static void every_row_says_all_and_every_name_is_used_once(void **state)
{
    (void)state;
    assert_in_range(variable_count, 100, 1000);
    for (size_t v = 0; v < variable_count; v++) {
        const struct variable *row = &variables[v];
        bool whole = allowed(row->name) && row->unit && *row->unit && row->doc &&
                     strlen(row->doc) > 5 && row->name_nl && *row->name_nl && row->name_en &&
                     *row->name_en && sentence(row->layman_nl) && sentence(row->layman_en);
        whole &= row->layman_nl && row->layman_en && strcmp(row->layman_nl, row->layman_en) != 0;
        whole &= row->axis_count >= 1 && row->axis_count <= VARIABLE_AXES;
        const bool of_organisations = row->axes[0] == AXIS_ORGANISATION;
        whole &= (row->of_sums != NULL) + (row->of_part != NULL) + (row->summed != NULL) +
                     (row->column != NULL) + (row->of_organisation != NULL) ==
                 1;
        whole &= row->column || (row->of_organisation != NULL) == of_organisations;
        whole &= !row->column ||
                 columns_find(of_organisations ? organisations_columns : municipalities_columns,
                              row->column);
        whole &= !row->column || row->axes[0] != AXIS_NEIGHBOURHOOD;
        whole &= !row->summed || columns_find(neighbourhoods_columns, row->summed);
        whole &= row->better >= -1 && row->better <= 1 && (row->headline || row->better == 0);
        if (!whole)
            fail_msg("the row of %s is not whole", row->name);
        for (size_t w = 0; w < v; w++)
            if (strcmp(row->name, variables[w].name) == 0)
                fail_msg("%s stands twice in the table", row->name);
    }
}

/* A row without an organisation has no values. */
static bool vacant(const struct spel_model *model, const struct variable *variable, size_t at)
{
    return variable->axes[0] == AXIS_ORGANISATION &&
           !organisations_present(&model->world.organisations, at);
}

static void every_value_is_a_number(void **state)
{
    const struct measured *measured = *state;
    const struct observation *observation = &measured->observation;
    for (size_t v = 0; v < variable_count; v++)
        for (size_t at = 0; at < observation->length[v]; at++)
            if (isfinite(observation->values[observation->offset[v] + at]) ==
                vacant(measured->village.model, &variables[v], at))
                fail_msg("%s [%zu] is not a number", variables[v].name, at);
}

static void what_is_called_a_share_is_between_0_and_1(void **state)
{
    const struct observation *observation = &((struct measured *)*state)->observation;
    size_t shares = 0;
    for (size_t v = 0; v < variable_count; v++) {
        if (!strstr(variables[v].name, "share"))
            continue;
        for (size_t at = 0; at < observation->length[v]; at++, shares++) {
            const float value = observation->values[observation->offset[v] + at];
            if (!(value >= 0 && value <= 1.000001f))
                fail_msg("%s = %g", variables[v].name, (double)value);
        }
    }
    assert_true(shares > 100);
}

static void whichever_allocation_fails_nothing_is_left(void **state)
{
    struct measured *measured = *state;
    static const struct observation nothing;
    size_t failures = 0;
    for (bool fine = false; !fine;) {
        struct observation observation;
        struct spel_error error;
        memory_fail_after(failures + 1);
        fine = observation_init(&observation, measured->village.model, &error);
        memory_fail_after(0);
        if (fine) {
            observation_clear(&observation);
        } else {
            failures++;
            assert_int_equal(error.code, SPEL_ERROR_MEMORY);
            assert_memory_equal(&observation, &nothing, sizeof nothing);
        }
    }
    assert_in_range(failures, 5, 50);
}

static void what_is_not_recorded_has_no_length(void **state)
{
    (void)state;
    struct village village;
    struct observation observation;
    struct spel_error error;
    village_settle(&village, "record: {neighbourhoods: no}\n");
    assert_true(observation_init(&observation, village.model, &error));
    observation_measure(&observation, village.model);
    assert_int_equal(observation.length[variable_called("residents_by_neighbourhood")], 0);
    assert_int_equal(observation.length[variable_called("residents")], 1);
    observation_clear(&observation);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_says_all_and_every_name_is_used_once),
        cmocka_unit_test(every_value_is_a_number),
        cmocka_unit_test(what_is_called_a_share_is_between_0_and_1),
        cmocka_unit_test(whichever_allocation_fails_nothing_is_left),
        cmocka_unit_test(what_is_not_recorded_has_no_length),
    };
    return cmocka_run_group_tests(tests, measure, leave);
}
