/* Our own elementary functions stand beside the mathematics library and GSL. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>

#include <cmocka.h>

#include <gsl/gsl_cdf.h>

#include "base/elementary.h"

enum { STEPS = 200000 };

/* How many doubles lie between two positive numbers. */
static double ulps(double a, double b)
{
    return fabs((double)(int64_t)(elementary_bits(a) - elementary_bits(b)));
}

static void exp_is_within_three_ulp_of_the_library(void **state)
{
    (void)state;
    double worst = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double x = -708 + 1417.0 * i / STEPS;
        const double apart = ulps(elementary_exp(x), exp(x));
        worst = apart > worst ? apart : worst;
    }
    assert_true(worst <= 3);
}

static void exp_is_held_at_both_ends(void **state)
{
    (void)state;
    assert_true(elementary_exp(-708.5) == 0);
    assert_true(elementary_exp(-1e300) == 0);
    assert_true(elementary_exp(1e300) == elementary_exp(709));
    assert_true(isfinite(elementary_exp(709)));
    assert_true(elementary_exp(0) == 1);
}

/* Near one the logarithm itself is small: there the difference counts, not the
 * last digits. */
static void log_is_within_three_ulp_of_the_library(void **state)
{
    (void)state;
    double worst = 0, near = 0;
    for (int i = 0; i <= STEPS; i++) {
        const double x = exp(-700 + 1400.0 * i / STEPS);
        const double apart = ulps(fabs(elementary_log(x)), fabs(log(x)));
        worst = apart > worst ? apart : worst;
        const double y = 0.5 + 1.5 * i / STEPS;
        const double off = fabs(elementary_log(y) - log(y));
        near = off > near ? off : near;
    }
    assert_true(worst <= 3);
    assert_true(near <= 3e-16);
    assert_true(elementary_log(1) == 0);
}

static void logistic_and_power_follow_from_them(void **state)
{
    (void)state;
    assert_true(elementary_logistic(0) == 0.5);
    for (int i = -300; i <= 300; i++) {
        const double x = i / 10.0;
        assert_true(fabs(elementary_logistic(x) * (1 + exp(-x)) - 1) < 1e-14);
        assert_true(fabs(elementary_power(1.7, x) / pow(1.7, x) - 1) < 1e-13);
    }
    assert_true(elementary_logistic(800) <= 1);
    assert_true(elementary_logistic(-800) >= 0);
}

static void the_normal_quantile_is_that_of_gsl(void **state)
{
    (void)state;
    for (int i = 1; i < STEPS; i++) {
        const double p = (double)i / STEPS;
        const double expected = gsl_cdf_ugaussian_Pinv(p);
        assert_true(fabs(elementary_normal_quantile(p) - expected) <= 1e-13 * (1 + fabs(expected)));
    }
    for (double p = 0.1; p > 1e-300; p /= 7) { /* the far tail */
        const double expected = gsl_cdf_ugaussian_Pinv(p);
        assert_true(fabs(elementary_normal_quantile(p) / expected - 1) <= 1e-13);
    }
    assert_true(elementary_normal_quantile(0.5) == 0);
}

/* The ends of what a draw can give: half a step of 32 bits from 0 and 1. */
static void the_normal_quantile_is_finite_for_every_draw(void **state)
{
    (void)state;
    const double least = 0x1p-33;
    assert_true(isfinite(elementary_normal_quantile(least)));
    assert_true(fabs(elementary_normal_quantile(least) + elementary_normal_quantile(1 - least)) <
                1e-6);
}

static void clamp_holds_a_value_between_its_bounds(void **state)
{
    (void)state;
    assert_true(elementary_clamp(-1, 0, 2) == 0);
    assert_true(elementary_clamp(3, 0, 2) == 2);
    assert_true(elementary_clamp(1.5, 0, 2) == 1.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_within_three_ulp_of_the_library),
        cmocka_unit_test(exp_is_held_at_both_ends),
        cmocka_unit_test(log_is_within_three_ulp_of_the_library),
        cmocka_unit_test(logistic_and_power_follow_from_them),
        cmocka_unit_test(the_normal_quantile_is_that_of_gsl),
        cmocka_unit_test(the_normal_quantile_is_finite_for_every_draw),
        cmocka_unit_test(clamp_holds_a_value_between_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
