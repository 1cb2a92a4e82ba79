/* With a process of entrepreneurs and their trying out switched off, the world is as if it
 * was not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 24 };

static void without_entrepreneurs_there_are_no_places_and_none_comes_or_goes(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair,
                 "processes: {entrepreneurs: off}\n"
                 "parameters: {settlement: {entrepreneurs_per_1000: 4}}\n",
                 MONTHS);
    const struct organisations *before = &pair.before.model->world.organisations;
    const struct organisations *after = &pair.after.model->world.organisations;
    const struct world *world = &pair.after.model->world;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            assert_true(world->needs.place[world->blocks.first_row[b] + k] == NO_PLACE &&
                        world->needs.place_hours[world->blocks.first_row[b] + k] == 0);
    for (size_t i = 0; i < after->count; i++) {
        assert_int_equal(before->kind[i] == ORGANISATION_ENTREPRENEUR,
                         after->kind[i] == ORGANISATION_ENTREPRENEUR);
        if (after->kind[i] == ORGANISATION_ENTREPRENEUR)
            assert_true(after->engagement[i] == before->engagement[i] &&
                        after->capital[i] == before->capital[i]);
    }
    village_pair_clear(&pair);
}

static void without_practices_all_work_as_usual(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {practices: off}\n", MONTHS);
    const struct organisations *o = &pair.after.model->world.organisations;
    for (size_t at = 0; at < o->count * DOMAINS; at++)
        assert_true(o->practice[at] == 0 && o->trial[at] == 0);
    village_pair_clear(&pair);
}

static void without_reinforcement_entrepreneurs_stay_as_engaged_as_they_were(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair,
                 "processes: {reinforcement: off, entry: off}\n"
                 "parameters: {settlement: {entrepreneurs_per_1000: 4}}\n",
                 MONTHS);
    const struct organisations *before = &pair.before.model->world.organisations;
    const struct organisations *after = &pair.after.model->world.organisations;
    uint32_t entrepreneurs = 0;
    for (size_t i = 0; i < after->count; i++)
        if (after->kind[i] == ORGANISATION_ENTREPRENEUR) {
            assert_true(after->engagement[i] == before->engagement[i]);
            assert_true(after->capital[i] != before->capital[i]);
            entrepreneurs++;
        }
    assert_int_equal(entrepreneurs, 10);
    village_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_entrepreneurs_there_are_no_places_and_none_comes_or_goes),
        cmocka_unit_test(without_practices_all_work_as_usual),
        cmocka_unit_test(without_reinforcement_entrepreneurs_stay_as_engaged_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
