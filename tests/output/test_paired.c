/* Paired differences against what is known by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/paired.h"

enum { MOST = 8 };

static struct paired of(const double *baseline, const double *other, size_t count)
{
    double room[MOST];
    return paired_measure(baseline, other, count, room);
}

/* Differences 1, 2, 3, 4, 5: sd √2.5, and t at 97.5% with four degrees of freedom is 2.7764. */
static void the_interval_is_that_of_student(void **state)
{
    (void)state;
    const double baseline[] = {10, 20, 30, 40, 50}, other[] = {13, 21, 34, 42, 55};
    const struct paired paired = of(baseline, other, 5);
    assert_int_equal(paired.count, 5);
    assert_float_equal(paired.baseline, 30, 1e-12);
    assert_float_equal(paired.other, 33, 1e-12);
    assert_float_equal(paired.mean, 3, 1e-12);
    assert_float_equal(paired.half, 2.776445105 * sqrt(2.5 / 5), 1e-8);
    assert_float_equal(paired.quantile[2], 3, 1e-12);
    assert_float_equal(paired.quantile[1], 2, 1e-12);
    assert_float_equal(paired.above, 1, 1e-12);
    assert_int_equal(paired_sign(&paired), 1);
}

static void without_pairing_it_would_be_much_wider(void **state)
{
    (void)state;
    const double baseline[] = {0, 100, 200}, other[] = {-1, 98, 198};
    const struct paired paired = of(baseline, other, 3);
    assert_float_equal(paired.half, 4.302652730 * sqrt(1.0 / 3) / sqrt(3), 1e-8);
    assert_int_equal(paired_sign(&paired), -1);
    assert_float_equal(paired.above, 0, 1e-12);
}

static void what_failed_in_one_of_them_is_no_pair(void **state)
{
    (void)state;
    const double baseline[] = {1, NAN, 3, 4}, other[] = {2, 7, NAN, 7};
    const struct paired paired = of(baseline, other, 4);
    assert_int_equal(paired.count, 2);
    assert_float_equal(paired.mean, 2, 1e-12);
    assert_float_equal(paired.baseline, 2.5, 1e-12);
}

static void one_pair_has_no_interval_and_none_has_nothing(void **state)
{
    (void)state;
    const double baseline[] = {1}, other[] = {2}, unknown[] = {NAN};
    const struct paired one = of(baseline, other, 1), none = of(unknown, other, 1);
    assert_float_equal(one.mean, 1, 1e-12);
    assert_true(isnan(one.half));
    assert_int_equal(paired_sign(&one), 0);
    assert_int_equal(none.count, 0);
    assert_true(isnan(none.mean) && isnan(none.half) && isnan(none.quantile[0]));
}

static void equal_runs_differ_by_zero_without_doubt(void **state)
{
    (void)state;
    const double values[] = {0.1, 0.7, 0.3};
    const struct paired paired = of(values, values, 3);
    assert_true(paired.mean == 0 && paired.half == 0 && paired.above == 0);
    assert_int_equal(paired_sign(&paired), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_interval_is_that_of_student),
        cmocka_unit_test(without_pairing_it_would_be_much_wider),
        cmocka_unit_test(what_failed_in_one_of_them_is_no_pair),
        cmocka_unit_test(one_pair_has_no_interval_and_none_has_nothing),
        cmocka_unit_test(equal_runs_differ_by_zero_without_doubt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
