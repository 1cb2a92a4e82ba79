/* Who leaves for long-term care, in the run and in the months before it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "process/demography.h"
#include "support/village.h"

static struct village village;

/* A whole municipality, where every month 1 in 100 known needs of care above 0.3 is one of
 * somebody who leaves. */
static struct world *settle(void)
{
    struct spel_error error;
    village_scaled(&village.scenario, 1,
                   "processes: {needs: off, intake: off}\nparameters: {settlement: {burn_in: 0}, "
                   "demography: {long_term_care: 0.12, long_term_care_severity: 0.3, "
                   "death_factor: 0, moving_factor: 0}}\n");
    village.model = spel_model_create(&village.scenario, 0, &error);
    if (!village.model)
        fail_msg("%s", error.text);
    return &village.model->world;
}

static double leaving(const struct world *world)
{
    double expected = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        const bool present = residents_present(&world->residents, i);
        const uint32_t row = present ? village_need(world, i, CARE) : COLUMN_NONE;
        if (row != COLUMN_NONE && world->needs.severity[row] >= 0.3f &&
            world->residents.known[i] >> CARE & 1)
            expected += 0.01;
    }
    return expected;
}

static void near(double found, double expected)
{
    assert_true(expected > 30);
    if (fabs(found - expected) > 4 * sqrt(expected))
        fail_msg("found %g, expected %g", found, expected);
}

static void known_severe_cases_leave_for_long_term_care(void **state)
{
    (void)state;
    const struct world *world = settle();
    double expected = 0, left = 0;
    for (int month = 0; month < 36; month++) {
        expected += leaving(world);
        village_run(&village, 1);
        for (size_t n = 0; n < world->neighbourhoods.count; n++)
            left += world->neighbourhoods.care_exits[n];
    }
    near(left, expected);
    village_clear(&village);
}

/* People who have a need of the domain. */
static uint32_t have(const struct world *world, enum domain domain)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < world->residents.count; i++)
        count += residents_present(&world->residents, i) && world->residents.needs[i] >> domain & 1;
    return count;
}

/* Months ago that a need of care began, in all. */
static double spells(const struct world *world)
{
    double months = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            if (world->needs.domain[world->blocks.first_row[b] + k] == CARE)
                months += world->needs.spell[world->blocks.first_row[b] + k];
    return months;
}

/* As many have a need as before, but fewer a severe one that is known; and who has another has
 * had it for another time. */
static void in_the_run_in_others_have_come_with_a_need_as_many_have(void **state)
{
    (void)state;
    struct world *world = settle();
    struct moment now = village.model->now;
    const uint32_t residents = world_residents(world, 0), social = have(world, SOCIAL);
    const uint32_t care = have(world, CARE);
    const double severe = 100 * leaving(world), months = spells(world);
    for (now.month = 0; now.month < 60; now.month++)
        demography_settle_care(&village.scenario, now, world);
    assert_int_equal(have(world, CARE), care);
    assert_int_equal(have(world, SOCIAL), social);
    assert_int_equal(world_residents(world, 0), residents);
    const double now_severe = 100 * leaving(world), gone = severe * (1 - pow(0.99, 60));
    assert_true(severe > 200);
    assert_true(now_severe < severe - gone / 2);
    assert_true(now_severe > severe - gone - 4 * sqrt(gone));
    assert_true(spells(world) != months);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_severe_cases_leave_for_long_term_care),
        cmocka_unit_test(in_the_run_in_others_have_come_with_a_need_as_many_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
