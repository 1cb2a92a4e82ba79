/* Learning from others: two places, of which one found what did well. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "process/steering.h"
#include "process/steering_peers.h"
#include "support/village.h"

enum { PLACES = 3 };

static const char *const names[PLACES] = {"Heerlen", "Zwolle", "Aa en Hunze"};
static struct village towns;

static struct world *world_now(void)
{
    return &towns.model->world;
}

static int settle(void **state)
{
    (void)state;
    struct spel_error error;
    village_towns(&towns.scenario, names, PLACES, 0.02,
                  "levers: {peer_learning: 1, start_small: 0}\n"
                  "parameters: {settlement: {burn_in: 1}, support_network: {burn_in: 0}, "
                  "steering: {incident_rate: 0, lean_spread: 0}}\n");
    towns.model = spel_model_create(&towns.scenario, 0, &error);
    if (!towns.model)
        fail_msg("%s", error.text);
    towns.model->now.month = 13;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&towns);
    return 0;
}

static struct steering_turn turn_now(void)
{
    const struct steering_turn turn = {&towns.scenario.params.steering, 0.5, towns.model->now,
                                       world_now()};
    return turn;
}

/* Zwolle did well with care at 0.7. */
static void did_well(size_t m, double at, double brought)
{
    world_now()->municipalities.judged[m * DOMAINS + CARE] = (float)brought;
    world_now()->municipalities.judged_at[m * DOMAINS + CARE] = (float)at;
}

static double step_of(size_t m)
{
    const struct steering_turn turn = turn_now();
    return steering_peers_step(&turn, m, CARE);
}

static void towns_are_more_like_each_other_than_like_the_country(void **state)
{
    (void)state;
    const struct steering_turn turn = turn_now();
    assert_float_equal(steering_peers_likeness(&turn, 0, 0), 1, 1e-12);
    assert_float_equal(steering_peers_likeness(&turn, 0, 1), steering_peers_likeness(&turn, 1, 0),
                       1e-12);
    assert_true(steering_peers_likeness(&turn, 0, 1) > steering_peers_likeness(&turn, 0, 2));
}

static void what_did_well_elsewhere_is_followed_by_two_steps_at_most(void **state)
{
    (void)state;
    assert_true(step_of(0) == 0); /* nobody did well */
    did_well(1, 0.7, 0.03);
    assert_float_equal(step_of(0), 0.3, 1e-6);
    assert_true(step_of(1) == 0); /* nobody learns from itself */
    did_well(1, 0.95, 0.03);
    assert_float_equal(step_of(0), 0.4, 1e-6);
    did_well(1, 0.42, 0.03);
    assert_true(step_of(0) == 0); /* no other than one's own */
    did_well(1, -1, 0.03);
    assert_true(step_of(0) == 0); /* it was withdrawn */
}

/* The same success counts more where it is like here; a greater one may still win. */
static void the_more_alike_and_the_more_successful_is_followed(void **state)
{
    (void)state;
    did_well(1, 0.6, 0.02);
    did_well(2, 0.2, 0.02);
    assert_float_equal(step_of(0), 0.2, 1e-6);
    did_well(2, 0.2, 20);
    assert_float_equal(step_of(0), -0.2, 1e-6);
}

static void begin_in_every_domain(double lever, bool knocked_out, double start_small)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t i = 0; i < n->count; i++) {
        n->lever[i * LEVERS + PEER_LEARNING] = (float)lever;
        n->lever[i * LEVERS + START_SMALL] = (float)start_small;
        n->lever[i * LEVERS + EXPERIMENTATION] = 1;
    }
    towns.scenario.params.steering.trial_rate = 2;
    towns.scenario.process_off[PROCESS_PEER_LEARNING] = knocked_out;
    did_well(1, 0.7, 0.03);
    steering_step(&towns.scenario.params, towns.scenario.process_off, false, towns.model->now,
                  world_now());
}

static void without_starting_small_it_is_taken_over_untried(void **state)
{
    (void)state;
    begin_in_every_domain(1, false, 0);
    assert_float_equal(world_now()->municipalities.chosen[CARE], 0.7, 1e-6);
    assert_true(world_now()->municipalities.trial[CARE] == 0);
}

static void with_starting_small_it_is_tried_for_local_fit(void **state)
{
    (void)state;
    begin_in_every_domain(1, false, 0.5);
    assert_float_equal(world_now()->municipalities.chosen[CARE], 0.4, 1e-6);
    assert_float_equal(world_now()->municipalities.trial[CARE], 0.3, 1e-6);
}

static void without_learning_from_others_a_place_goes_its_own_way(void **state)
{
    (void)state;
    begin_in_every_domain(1, true, 0);
    assert_float_equal(fabs((double)world_now()->municipalities.chosen[CARE] - 0.4), 0.2, 1e-6);
    assert_float_equal(fabs((double)world_now()->municipalities.trial[CARE]), 0.2, 1e-6);
}

static void who_does_not_look_at_others_goes_its_own_way(void **state)
{
    (void)state;
    begin_in_every_domain(0, false, 0);
    assert_float_equal(fabs((double)world_now()->municipalities.trial[CARE]), 0.2, 1e-6);
}

#define IN_TOWNS(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_TOWNS(towns_are_more_like_each_other_than_like_the_country),
        IN_TOWNS(what_did_well_elsewhere_is_followed_by_two_steps_at_most),
        IN_TOWNS(the_more_alike_and_the_more_successful_is_followed),
        IN_TOWNS(without_starting_small_it_is_taken_over_untried),
        IN_TOWNS(with_starting_small_it_is_tried_for_local_fit),
        IN_TOWNS(who_does_not_look_at_others_goes_its_own_way),
        IN_TOWNS(without_learning_from_others_a_place_goes_its_own_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
