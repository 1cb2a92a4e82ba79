/* The panel follows a person wherever the person goes. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "observe/panel.h"
#include "support/village.h"
#include "world/households.h"

enum { WANTED = 1500, MONTHS = 24 };

static size_t field_called(const char *name)
{
    for (size_t f = 0; f < panel_field_count; f++)
        if (strcmp(panel_fields[f].name, name) == 0)
            return f;
    fail_msg("no field %s", name);
    return 0;
}

static float value_of(const struct panel *panel, const char *field, size_t p)
{
    return panel->values[field_called(field) * panel->count + p];
}

/* The place where a person lives, found by looking everywhere. */
static uint32_t place_of(const struct residents *residents, uint32_t person)
{
    for (uint32_t i = 0; i < residents->count; i++)
        if (residents->id[i] == person)
            return i;
    return COLUMN_NONE;
}

static void every_field_says_all(void **state)
{
    (void)state;
    for (size_t f = 0; f < panel_field_count; f++) {
        assert_non_null(panel_fields[f].name);
        assert_int_equal(panel_fields[f].name[strspn(panel_fields[f].name,
                                                     "abcdefghijklmnopqrstuvwxyz0123456789_")],
                         '\0');
        assert_true(strlen(panel_fields[f].unit) > 0 && strlen(panel_fields[f].doc) > 5);
        assert_non_null(panel_fields[f].name_nl);
        assert_int_equal(field_called(panel_fields[f].name), f); /* each name once */
    }
}

static void the_panel_follows_a_person_over_a_move_and_until_the_end(void **state)
{
    (void)state;
    struct village village;
    struct panel panel;
    struct spel_error error;
    size_t moves = 0, gone = 0;
    village_settle(&village, NULL);
    const struct world *world = &village.model->world;
    assert_true(panel_init(&panel, village.model, WANTED, &error));
    assert_int_equal(panel.count, WANTED);
    for (int month = 0; month < MONTHS; month++) {
        uint32_t before[WANTED];
        memcpy(before, panel.place, sizeof before);
        village_run(&village, 1);
        panel_measure(&panel, village.model);
        gone = 0;
        for (size_t p = 0; p < panel.count; p++) {
            assert_int_equal(panel.place[p], place_of(&world->residents, panel.person[p]));
            moves += panel.place[p] != before[p] && panel.place[p] != COLUMN_NONE;
            gone += panel.place[p] == COLUMN_NONE;
        }
    }
    assert_in_range(moves, 1, 1000);
    assert_in_range(gone, 1, 1000);
    for (size_t p = 0; p < panel.count; p++)
        for (size_t f = 0; f < panel_field_count; f++)
            assert_int_equal(!isnan(panel.values[f * panel.count + p]),
                             panel.place[p] != COLUMN_NONE);
    panel_clear(&panel);
    village_clear(&village);
}

static void fields_are_what_the_resident_is(void **state)
{
    (void)state;
    struct village village;
    struct panel panel;
    struct spel_error error;
    double severity = 0, formal = 0;
    village_settle(&village, NULL);
    village_run(&village, 3);
    const struct world *world = &village.model->world;
    assert_true(panel_init(&panel, village.model, WANTED, &error));
    panel_measure(&panel, village.model);
    for (size_t p = 0; p < panel.count; p++) {
        const uint32_t i = panel.place[p], care = village_need(world, i, CARE);
        assert_true(value_of(&panel, "trust", p) == world->residents.trust[i]);
        assert_true(value_of(&panel, "self_reliance", p) == world->residents.self_reliance[i]);
        assert_float_equal(value_of(&panel, "age", p),
                           residents_age_months(&world->residents, i, 3) / 12.0, 1e-4);
        assert_true(value_of(&panel, "household_size", p) ==
                    (float)households_size(&world->residents, i));
        assert_true(value_of(&panel, "ties", p) == (float)ties_degree(&world->ties, i));
        const bool there = care != COLUMN_NONE && !(world->needs.flags[care] & NEED_ENDED);
        assert_true(value_of(&panel, "severity_care", p) ==
                    (there ? world->needs.severity[care] : 0));
        severity += there ? (double)world->needs.severity[care] : 0;
        formal += (double)value_of(&panel, "formal_hours", p);
    }
    assert_true(severity > 0 && formal > 0);
    panel_clear(&panel);
    village_clear(&village);
}

/* Fewer are the first of more: two scenarios share those whom both follow. */
static void a_smaller_panel_is_part_of_a_larger_one(void **state)
{
    (void)state;
    struct village village;
    struct panel small, large;
    struct spel_error error;
    village_settle(&village, NULL);
    assert_true(panel_init(&small, village.model, 10, &error));
    assert_true(panel_init(&large, village.model, 100000, &error));
    assert_int_equal(small.count, 10);
    assert_memory_equal(small.person, large.person, 10 * sizeof *small.person);
    size_t residents = 0;
    for (size_t i = 0; i < village.model->world.residents.count; i++)
        residents += residents_present(&village.model->world.residents, i);
    assert_int_equal(large.count, residents); /* no more than there are */
    panel_clear(&small);
    panel_clear(&large);
    village_clear(&village);
}

static void whichever_allocation_fails_nothing_is_left(void **state)
{
    (void)state;
    static const struct panel nothing;
    struct village village;
    size_t failures = 0;
    village_settle(&village, NULL);
    for (bool fine = false; !fine;) {
        struct panel panel;
        struct spel_error error;
        memory_fail_after(failures + 1);
        fine = panel_init(&panel, village.model, 5, &error);
        memory_fail_after(0);
        if (fine) {
            panel_clear(&panel);
        } else {
            failures++;
            assert_int_equal(error.code, SPEL_ERROR_MEMORY);
            assert_memory_equal(&panel, &nothing, sizeof nothing);
        }
    }
    assert_in_range(failures, 3, 20);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_says_all),
        cmocka_unit_test(the_panel_follows_a_person_over_a_move_and_until_the_end),
        cmocka_unit_test(fields_are_what_the_resident_is),
        cmocka_unit_test(a_smaller_panel_is_part_of_a_larger_one),
        cmocka_unit_test(whichever_allocation_fails_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
