/* Experience-weighted attraction: what was done, what might have been, and the choice. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attraction.h"

static const struct attraction_rule rule = {.memory = 0.8, .forgone = 0.9, .sharpness = 2};

/* N: 0 -> 1 -> 1.8; up: 1, then (0.8 · 1 + 0.9 · 0.5)/1.8; down: -0.9, then
 * (-0.8 · 0.9 - 0.5)/1.8. */
static void attractions_are_means_of_what_was_got_and_what_was_forgone(void **state)
{
    (void)state;
    float attraction[2] = {0, 0}, experience = 0;
    attraction_learn(&rule, attraction, &experience, 2, 0, (const double[]){1, -1}, 1);
    assert_float_equal(experience, 1, 1e-6);
    assert_float_equal(attraction[0], 1, 1e-6);
    assert_float_equal(attraction[1], -0.9, 1e-6);
    attraction_learn(&rule, attraction, &experience, 2, 1, (const double[]){0.5, -0.5}, 1);
    assert_float_equal(experience, 1.8, 1e-6);
    assert_float_equal(attraction[0], (0.8 + 0.45) / 1.8, 1e-6);
    assert_float_equal(attraction[1], (-0.72 - 0.5) / 1.8, 1e-6);
}

static void what_was_heard_of_counts_by_its_weight_and_nothing_at_weight_zero(void **state)
{
    (void)state;
    float whole[2] = {0, 0}, part[2] = {0, 0}, none[2] = {0.3f, 0.1f};
    float n_whole = 2, n_part = 2, n_none = 0;
    const double payoff[] = {1, -1};
    attraction_learn(&rule, whole, &n_whole, 2, 0, payoff, 1);
    attraction_learn(&rule, part, &n_part, 2, 0, payoff, 0.25);
    attraction_learn(&rule, none, &n_none, 2, 0, payoff, 0);
    assert_float_equal(whole[0], 1 / 2.6, 1e-6);
    assert_float_equal(part[0], 0.25 / 1.85, 1e-6);
    assert_float_equal(none[0], 0.3, 1e-6);
    assert_float_equal(n_none, 0, 1e-6);
}

/* What was not done fades, whatever stands in its place: not a number even. */
static void reinforcement_reads_only_what_was_got(void **state)
{
    (void)state;
    const struct attraction_rule own = {.memory = 0.5, .forgone = 0, .sharpness = 1};
    float attraction[3] = {0.4f, 0.4f, 0.4f}, experience = 1;
    attraction_learn(&own, attraction, &experience, 3, 2, (const double[]){NAN, NAN, 1}, 1);
    assert_float_equal(attraction[0], 0.2 / 1.5, 1e-6);
    assert_float_equal(attraction[1], 0.2 / 1.5, 1e-6);
    assert_float_equal(attraction[2], 1.2 / 1.5, 1e-6);
}

static void the_choice_is_the_logit_of_attraction_and_pull(void **state)
{
    (void)state;
    const float attraction[2] = {0.5f, 0.2f};
    const double pull[2] = {0.1, -0.1};
    const double expected = 1 / (1 + exp(-2 * (0.3 + 0.2)));
    assert_float_equal(attraction_chance(&rule, attraction, pull, 2, 0), expected, 1e-6);
    assert_float_equal(attraction_chance(&rule, attraction, NULL, 2, 1), 1 / (1 + exp(0.6)), 1e-6);
    enum { LOTS = 4000 };
    size_t up = 0;
    for (size_t i = 0; i < LOTS; i++)
        up += attraction_choose(&rule, attraction, pull, 2, (i + 0.5) / LOTS) == 0;
    assert_float_equal((double)up / LOTS, expected, 1.0 / LOTS);
}

static void a_sharp_choice_among_large_attractions_takes_the_best(void **state)
{
    (void)state;
    const struct attraction_rule sharp = {.memory = 1, .forgone = 0, .sharpness = 1e6};
    const float attraction[3] = {900, 1000, 999};
    for (int i = 0; i < 9; i++)
        assert_int_equal(attraction_choose(&sharp, attraction, NULL, 3, (i + 0.5) / 9), 1);
    assert_true(attraction_chance(&sharp, attraction, NULL, 3, 0) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attractions_are_means_of_what_was_got_and_what_was_forgone),
        cmocka_unit_test(what_was_heard_of_counts_by_its_weight_and_nothing_at_weight_zero),
        cmocka_unit_test(reinforcement_reads_only_what_was_got),
        cmocka_unit_test(the_choice_is_the_logit_of_attraction_and_pull),
        cmocka_unit_test(a_sharp_choice_among_large_attractions_takes_the_best),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
