/* How engaged an entrepreneur chooses to be: by what it brought. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "params/table.h"
#include "process/entrepreneurs_choice.h"

enum { MANY = 400, YEARS = 40 };

static struct params params;
static struct organisations organisations;

static int many_in_the_middle(void **state)
{
    (void)state;
    struct spel_error error;
    params_default(&params);
    assert_true(organisations_init(&organisations, MANY, &error));
    for (size_t i = 0; i < MANY; i++)
        organisations.engagement[i] = (float)organisations_effort(EFFORT_USUAL);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    organisations_clear(&organisations);
    return 0;
}

/* A month's worth in the pay-off that an engagement brings, in its units. */
static double mean_after(double slope)
{
    struct moment now = {stream_key(7, 0), 0};
    double sum = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        struct stream draw = stream_open(now, 0, i);
        for (int year = 0; year < YEARS; year++) {
            organisations.payoff[i] =
                (float)(params.entrepreneurs.unit * slope * (double)organisations.engagement[i]);
            entrepreneurs_choose(&params.entrepreneurs, &params.institutions, stream_uniform(&draw),
                                 &organisations, i);
        }
        sum += (double)organisations.engagement[i];
    }
    return sum / MANY;
}

static void the_payoff_is_margin_and_motive(void **state)
{
    (void)state;
    const struct entrepreneurs_params p = {.capital = 100000, .place_capital = 10000, .motive = 2};
    assert_float_equal(entrepreneurs_payoff(&p, 500, 0.4, 3), 0.5 + 2 * 0.6 * 0.3, 1e-12);
    assert_float_equal(entrepreneurs_payoff(&p, 500, 1, 3), 0.5, 1e-12);
}

static void engagement_that_pays_is_kept_and_grows(void **state)
{
    (void)state;
    assert_true(mean_after(10) > 0.43);
}

static void engagement_that_costs_is_given_up(void **state)
{
    (void)state;
    assert_true(mean_after(-10) < 0.37);
}

static void where_nothing_hangs_on_it_engagement_has_no_direction(void **state)
{
    (void)state;
    assert_float_equal(mean_after(0), 0.4, 0.03);
}

static void engagement_goes_one_step_a_year_and_partners_get_as_much_effort(void **state)
{
    (void)state;
    entrepreneurs_choose(&params.entrepreneurs, &params.institutions, 1e-9, &organisations, 0);
    assert_float_equal(organisations.engagement[0], organisations_effort(EFFORT_USUAL - 1), 1e-6);
    entrepreneurs_choose(&params.entrepreneurs, &params.institutions, 1 - 1e-9, &organisations, 1);
    assert_float_equal(organisations.engagement[1], organisations_effort(EFFORT_USUAL + 1), 1e-6);
    assert_true(organisations.network_effort[1] == organisations.engagement[1]);
}

#define IN_THE_MIDDLE(test) cmocka_unit_test_setup_teardown(test, many_in_the_middle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_payoff_is_margin_and_motive),
        IN_THE_MIDDLE(engagement_that_pays_is_kept_and_grows),
        IN_THE_MIDDLE(engagement_that_costs_is_given_up),
        IN_THE_MIDDLE(where_nothing_hangs_on_it_engagement_has_no_direction),
        IN_THE_MIDDLE(engagement_goes_one_step_a_year_and_partners_get_as_much_effort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
