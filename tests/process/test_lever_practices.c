/* Levers that work through trial and error, and through who begins: what each moves first,
 * and that it moves nothing of that when its mechanism is off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 36, TEXT = 1024 };

/* What a village counts in three years. The organisations of the first day have a past with the
 * lever halfway; it is turned in the second month. */
struct counted {
    uint32_t tried, begun;
};

static struct counted count(const char *lever, double value, const char *off)
{
    char more[TEXT];
    snprintf(more, sizeof more,
             "schedule:\n- {from: 2015-02, set: {levers.%s: %g}}\n"
             "steering: {all: 0.8}\n"
             "processes: {%s}\n"
             "parameters: {practices: {trial: 0.06}, entrepreneurs: {founding: 0.08}, "
             "settlement: {entrepreneurs_per_1000: 5}}\n",
             lever, value, off);
    struct village village;
    struct counted counted = {0, 0};
    village_settle(&village, more);
    village_run(&village, 1);
    for (int month = 1; month < MONTHS; month++) {
        village_run(&village, 1);
        counted.tried += village.model->world.municipalities.practices_tried[0];
        counted.begun += village.model->world.municipalities.entrepreneurs_begun[0];
    }
    village_clear(&village);
    return counted;
}

static void experimentation_lets_organisations_try_more(void **state)
{
    (void)state;
    const uint32_t low = count("experimentation", 0.1, "").tried;
    const uint32_t high = count("experimentation", 0.9, "").tried;
    assert_true(high > 4 * low && low > 4);
    assert_int_equal(count("experimentation", 0.9, "practices: off").tried, 0);
}

static void error_tolerance_lets_organisations_try_more(void **state)
{
    (void)state;
    const uint32_t low = count("error_tolerance", 0, "").tried;
    const uint32_t high = count("error_tolerance", 1, "").tried;
    assert_true(high > 2 * low && low > 10);
    assert_int_equal(count("error_tolerance", 1, "practices: off").tried, 0);
}

static void entrant_openness_lets_more_entrepreneurs_begin(void **state)
{
    (void)state;
    assert_int_equal(count("entrant_openness", 0, "").begun, 0);
    assert_true(count("entrant_openness", 1, "").begun >= 3);
    assert_int_equal(count("entrant_openness", 1, "entry: off").begun, 0);
    assert_int_equal(count("entrant_openness", 1, "entrepreneurs: off").begun, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(experimentation_lets_organisations_try_more),
        cmocka_unit_test(error_tolerance_lets_organisations_try_more),
        cmocka_unit_test(entrant_openness_lets_more_entrepreneurs_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
