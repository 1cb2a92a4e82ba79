/* What was published of a neighbourhood stands beside what was settled there. */
#include "observe/fit.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "support/village.h"

static struct village village;
static struct fit fit;

static int measure(void **state)
{
    (void)state;
    struct spel_error error;
    village_whole(&village);
    if (!fit_init(&fit, village.model, &error))
        return -1;
    fit_measure(&fit, village.model);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    fit_clear(&fit);
    village_clear(&village);
    return 0;
}

static double value(const float *values, enum fit_figure figure, size_t n, size_t k)
{
    return (double)values[fit.offset[figure] + n * fit_axis_length(fit_rows[figure].axis) + k];
}

static void what_is_wanted_is_what_the_place_table_says(void **state)
{
    (void)state;
    for (size_t n = 0; n < fit.neighbourhoods; n++) {
        const struct place_row *row = &village.scenario.places.rows[n];
        assert_float_equal(value(fit.wanted, FIT_RESIDENTS, n, 0), row->residents_2022, 0.01);
        assert_float_equal(value(fit.wanted, FIT_AGE_SHARE, n, 4), row->age_2022[4], 1e-6);
        assert_float_equal(value(fit.wanted, FIT_HOUSEHOLD_SHARE, n, 1), row->households_couple,
                           1e-6);
        assert_float_equal(value(fit.wanted, FIT_LOW_INCOME_SHARE, n, 0), row->low_income, 1e-6);
    }
}

/* Of the old, 18 and over and 65 and over: severely lonely as published; nobody
 * under 18 has a published level, so that the rest is small. */
static void wanted_needs_follow_the_published_levels(void **state)
{
    (void)state;
    const struct world *world = &village.model->world;
    for (size_t n = 0; n < fit.neighbourhoods; n++) {
        const struct place_row *row = &village.scenario.places.rows[n];
        const uint32_t first = world->neighbourhoods.first[n];
        double adults = 0, all = 0, young = 0;
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++)
            if (residents_present(&world->residents, i)) {
                const int years = residents_age_months(&world->residents, i, 0) / 12;
                all++;
                adults += years >= 18;
                if (years < 18)
                    young += village.scenario.places.rates[years].prevalence[SOCIAL];
            }
        const double lonely = (row->severely_lonely_18 * adults + young) / all;
        assert_float_equal(value(fit.wanted, FIT_NEED_SHARE, n, SOCIAL), lonely, 1e-4);
    }
}

static void what_is_settled_is_counted_among_residents(void **state)
{
    (void)state;
    const struct world *world = &village.model->world;
    for (size_t n = 0; n < fit.neighbourhoods; n++) {
        const uint32_t first = world->neighbourhoods.first[n];
        double all = 0, old = 0, poor = 0, lonely = 0;
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++)
            if (residents_present(&world->residents, i)) {
                all++;
                old += residents_age_months(&world->residents, i, 0) >= 65 * 12;
                poor += world->residents.traits[i] & TRAIT_LOW_INCOME;
                lonely += world->residents.needs[i] >> SOCIAL & 1;
            }
        assert_float_equal(value(fit.settled, FIT_RESIDENTS, n, 0), all, 0.01);
        assert_float_equal(value(fit.settled, FIT_AGE_SHARE, n, 4), old / all, 1e-6);
        assert_float_equal(value(fit.settled, FIT_LOW_INCOME_SHARE, n, 0), poor / all, 1e-6);
        assert_float_equal(value(fit.settled, FIT_NEED_SHARE, n, SOCIAL), lonely / all, 1e-6);
    }
}

/* Two singles, a couple and a couple with a child, in a neighbourhood of its own. */
static void households_are_counted_by_those_who_head_them(void **state)
{
    (void)state;
    struct residents *residents = &village.model->world.residents;
    const uint32_t first = village.model->world.neighbourhoods.first[0];
    for (uint32_t i = first; i < first + village.model->world.neighbourhoods.places[0]; i++)
        residents->id[i] = 0;
    static const uint8_t positions[] = {POSITION_ALONE,   POSITION_OTHER,   POSITION_PARTNER,
                                        POSITION_PARTNER, POSITION_PARTNER, POSITION_PARTNER,
                                        POSITION_CHILD};
    static const uint32_t next[] = {0, 1, 3, 2, 5, 6, 4};
    for (uint32_t k = 0; k < 7; k++) {
        residents->id[first + k] = k + 1;
        residents->position[first + k] = positions[k];
        residents->next[first + k] = first + next[k];
    }
    fit_measure(&fit, village.model);
    assert_float_equal(value(fit.settled, FIT_HOUSEHOLD_SHARE, 0, 0), 0.5, 1e-6);
    assert_float_equal(value(fit.settled, FIT_HOUSEHOLD_SHARE, 0, 1), 0.25, 1e-6);
    assert_float_equal(value(fit.settled, FIT_HOUSEHOLD_SHARE, 0, 2), 0.25, 1e-6);
}

static void whichever_allocation_fails_nothing_is_left(void **state)
{
    (void)state;
    for (size_t k = 1; k <= 2; k++) {
        struct fit other;
        struct spel_error error;
        memory_fail_after(k);
        const bool fine = fit_init(&other, village.model, &error);
        memory_fail_after(0);
        assert_false(fine);
        assert_null(other.wanted);
        assert_null(other.settled);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wanted_is_what_the_place_table_says),
        cmocka_unit_test(wanted_needs_follow_the_published_levels),
        cmocka_unit_test(what_is_settled_is_counted_among_residents),
        cmocka_unit_test(whichever_allocation_fails_nothing_is_left),
        cmocka_unit_test(households_are_counted_by_those_who_head_them),
    };
    return cmocka_run_group_tests(tests, measure, leave);
}
