/* The decision module alone, on planted scores: what it can learn, and what it cannot. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/stream.h"
#include "params/table.h"
#include "process/steering_trial.h"

enum { MONTHS = 180, WORLDS = 2000, NEIGHBOURHOODS = 12 };

/* Errors of a year, as good feedback leaves them. */
static const double COMMON = 0.02, LOCAL = 0.03;

struct decider {
    struct steering_params params;
    double best, steep; /* of the score: -steep (steering - best)^2 */
    double chosen, preference;
    float attraction[STEERING_DIRECTIONS], experience;
    uint32_t pilots; /* 0: the whole place at once */
    uint32_t trials, kept;
};

static double score(const struct decider *decider, double steering)
{
    return -decider->steep * (steering - decider->best) * (steering - decider->best);
}

/* The variance of what is seen of a trial judged over `months`. */
static double variance_of(const struct decider *decider, double months)
{
    const double years = 1 + 12 / months, k = decider->pilots;
    if (k > 0)
        return LOCAL * LOCAL * years * (1 / k + 1 / (NEIGHBOURHOODS - k));
    return COMMON * COMMON * years + LOCAL * LOCAL * years / NEIGHBOURHOODS;
}

static void try_once(struct decider *decider, struct stream *draw, double months)
{
    const struct steering_params *p = &decider->params;
    const enum steering_direction direction =
        steering_trial_direction(p, decider->attraction, decider->preference, stream_uniform(draw));
    const double step = steering_trial_step(p, decider->chosen, direction);
    if (step == 0)
        return;
    const double variance = variance_of(decider, months);
    const double seen = score(decider, decider->chosen + step) - score(decider, decider->chosen) +
                        sqrt(variance) * stream_normal(draw);
    const double shrunk = steering_trial_shrunk(p, seen, variance);
    steering_trial_learn(p, decider->attraction, &decider->experience, step, shrunk, 1);
    decider->trials++;
    if (!steering_trial_kept(p, shrunk, step, decider->preference))
        return;
    decider->chosen += step;
    decider->kept++;
}

static void live(struct decider *decider, uint32_t world)
{
    struct stream draw = stream_open((struct moment){stream_key(7, world), 0}, 0, 0);
    const double months = steering_trial_months(&decider->params, 0.5);
    for (double month = 13; month + months <= MONTHS; month++)
        if (stream_uniform(&draw) < steering_trial_chance(&decider->params, 0.5)) {
            try_once(decider, &draw, months - decider->params.wait);
            month += months;
        }
}

struct outcome {
    double before, after, up, trials, kept;
};

/* Means over worlds of which each has another best steering; the score falls by
 * `range` from its best to its worst place. */
static struct outcome outcome_of(double range, uint32_t pilots, double preference)
{
    struct outcome mean = {0, 0, 0, 0, 0};
    for (uint32_t world = 0; world < WORLDS; world++) {
        struct params params;
        params_default(&params);
        const double best = (world + 0.5) / WORLDS, start = 0.4;
        const double far = best > 0.5 ? best : 1 - best;
        struct decider decider = {.params = params.steering,
                                  .best = best,
                                  .steep = range / (far * far),
                                  .chosen = start,
                                  .preference = preference,
                                  .pilots = pilots};
        live(&decider, world);
        mean.before += fabs(start - best) / WORLDS;
        mean.after += fabs(decider.chosen - best) / WORLDS;
        mean.up += (decider.chosen - start) / WORLDS;
        mean.trials += (double)decider.trials / WORLDS;
        mean.kept += (double)decider.kept / WORLDS;
    }
    return mean;
}

static void a_planted_score_is_learned_in_fifteen_years(void **state)
{
    (void)state;
    const struct outcome small = outcome_of(0.25, 3, 0), whole = outcome_of(0.25, 0, 0);
    print_message("distance %.3f; with pilots %.3f after %.1f trials, without %.3f\n", small.before,
                  small.after, small.trials, whole.after);
    assert_float_equal(small.before, 0.26, 0.01);
    assert_true(small.after <= 0.18 && whole.after <= 0.18);
    assert_true(small.trials > 2 && small.trials < 6);
}

/* Half of what does nothing is kept; where it leads is nowhere near the best. */
static void from_errors_alone_nothing_is_learned(void **state)
{
    (void)state;
    const struct outcome small = outcome_of(0, 3, 0), whole = outcome_of(0, 0, 0);
    assert_true(small.after > 0.24 && whole.after > 0.24);
    assert_float_equal(small.kept / small.trials, 0.5, 0.05);
    assert_float_equal(small.up, 0, 0.05);
}

static void with_no_sharpness_and_a_step_of_nought_nothing_moves(void **state)
{
    (void)state;
    struct params params;
    params_default(&params);
    params.steering.step = 0;
    assert_true(steering_trial_step(&params.steering, 0.4, STEERING_UP) == 0);
    params.steering.sharpness = 0;
    const float attraction[] = {5, -5};
    assert_int_equal(steering_trial_direction(&params.steering, attraction, 3, 0.49), 0);
    assert_int_equal(steering_trial_direction(&params.steering, attraction, 3, 0.51), 1);
}

static void politics_leans_directions_and_keeps_what_fits_it(void **state)
{
    (void)state;
    const struct outcome room = outcome_of(0, 3, 1), control = outcome_of(0, 3, -1);
    assert_true(room.up > 0.2);
    assert_true(control.up < -0.15);
    assert_true(room.kept / room.trials > 0.7);
}

/* 0.8 - 0.2; towards 1 there is 0.2 to go, then 0.1, then 0.04, which is too little. */
static void steps_end_at_the_ends_of_the_scale(void **state)
{
    (void)state;
    struct params params;
    params_default(&params);
    const struct steering_params *p = &params.steering;
    assert_float_equal(steering_trial_step(p, 0.8, STEERING_DOWN), -0.2, 1e-12);
    assert_float_equal(steering_trial_step(p, 0.8, STEERING_UP), 0.2, 1e-12);
    assert_float_equal(steering_trial_step(p, 0.9, STEERING_UP), 0.1, 1e-12);
    assert_true(steering_trial_step(p, 0.96, STEERING_UP) == 0);
    assert_true(steering_trial_step(p, 0, STEERING_DOWN) == 0);
}

/* v0 = 0.0009; with a variance as large half is left; keep above -0.02 x preference. */
static void what_is_seen_shrinks_by_how_sure_it_is(void **state)
{
    (void)state;
    struct params params;
    params_default(&params);
    const struct steering_params *p = &params.steering;
    assert_float_equal(steering_trial_shrunk(p, 0.06, 0.0009), 0.03, 1e-12);
    assert_float_equal(steering_trial_shrunk(p, 0.06, 0), 0.06, 1e-12);
    assert_true(steering_trial_kept(p, 0.001, 0.2, 0));
    assert_false(steering_trial_kept(p, -0.001, 0.2, 0));
    assert_true(steering_trial_kept(p, -0.009, 0.2, 0.5));
    assert_false(steering_trial_kept(p, 0.009, 0.2, -0.5));
    assert_true(steering_trial_kept(p, -0.009, -0.2, -0.5));
}

/* 12 to wait and 12 to 36 to judge. */
static void a_longer_view_judges_longer_and_experiments_come_by_their_lever(void **state)
{
    (void)state;
    struct params params;
    params_default(&params);
    assert_float_equal(steering_trial_months(&params.steering, 0), 24, 1e-12);
    assert_float_equal(steering_trial_months(&params.steering, 1), 48, 1e-12);
    assert_true(steering_trial_chance(&params.steering, 0) == 0);
    assert_float_equal(steering_trial_chance(&params.steering, 0.5), 0.05, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_planted_score_is_learned_in_fifteen_years),
        cmocka_unit_test(from_errors_alone_nothing_is_learned),
        cmocka_unit_test(with_no_sharpness_and_a_step_of_nought_nothing_moves),
        cmocka_unit_test(politics_leans_directions_and_keeps_what_fits_it),
        cmocka_unit_test(steps_end_at_the_ends_of_the_scale),
        cmocka_unit_test(what_is_seen_shrinks_by_how_sure_it_is),
        cmocka_unit_test(a_longer_view_judges_longer_and_experiments_come_by_their_lever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
