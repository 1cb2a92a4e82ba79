/* Where a trial of steering begins, and what is in force there. */
#include "process/deciding.h"

#include "process/steering_pilots.h"

/* Begun by a rate that leaves no doubt; enacted after many months. */
static void pilots_take_the_step_and_the_rest_does_not(void **state)
{
    (void)state;
    struct world *world = world_now();
    struct steering_params *p = &village.scenario.params.steering;
    p->trial_rate = 2;
    p->lean_spread = 0;
    village.scenario.process_off[PROCESS_PEER_LEARNING] = true;
    steer(false);
    const double step = world->municipalities.trial[WORK];
    assert_float_equal(fabs(step), 0.2, 1e-6);
    assert_float_equal(world->municipalities.chosen[WORK], 0.4, 1e-6);
    /* round(0.5 x 21 / 2) */
    assert_int_equal(arms_pilots(world, 0, WORK), 5);
    p->trial_rate = 0;
    for (int month = 0; month < 100; month++) {
        world->municipalities.trial_begun[WORK] = (int32_t)village.model->now.month;
        steer(false);
    }
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        assert_float_equal(world->neighbourhoods.enacted[n * DOMAINS + WORK],
                           world->neighbourhoods.pilot[n * DOMAINS + WORK] ? 0.4 + step : 0.4,
                           0.01);
    assert_true(fabs((double)world->municipalities.enacted[WORK] - 0.4) > 0.02);
}

static void without_starting_small_the_whole_place_takes_the_step(void **state)
{
    (void)state;
    struct world *world = world_now();
    village.scenario.params.steering.trial_rate = 2;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        world->neighbourhoods.lever[n * LEVERS + START_SMALL] = 0;
    steer(false);
    assert_int_equal(arms_pilots(world, 0, WORK), 0);
    assert_float_equal(world->municipalities.chosen[WORK],
                       0.4 + (double)world->municipalities.trial[WORK], 1e-6);
}

static void how_many_pilots_follows_the_lever(void **state)
{
    (void)state;
    assert_int_equal(steering_pilots_wanted(0, 20), 0);
    assert_int_equal(steering_pilots_wanted(0.01, 20), 1);
    assert_int_equal(steering_pilots_wanted(0.5, 20), 5);
    assert_int_equal(steering_pilots_wanted(1, 20), 10);
    assert_int_equal(steering_pilots_wanted(1, 2), 1);
}

/* Of nine pilots in three classes of size each class has two to four. */
static void pilots_are_spread_over_large_and_small(void **state)
{
    (void)state;
    struct world *world = world_now();
    const size_t count = world->neighbourhoods.count;
    for (size_t n = 0; n < count; n++)
        world->neighbourhoods.lever[n * LEVERS + START_SMALL] = 0.86f;
    for (int lot = 0; lot < 5; lot++) {
        const struct steering_turn turn = turn_now();
        arms_let_go(world, 0, CARE);
        assert_true(steering_pilots_begin(&turn, 0, CARE, (lot + 0.5) / 5));
        assert_int_equal(arms_pilots(world, 0, CARE), 9);
        size_t in[3] = {0, 0, 0};
        for (size_t n = 0; n < count; n++) {
            size_t larger = 0;
            for (size_t k = 0; k < count; k++)
                larger +=
                    world->neighbourhoods.residents[k] > world->neighbourhoods.residents[n] ||
                    (world->neighbourhoods.residents[k] == world->neighbourhoods.residents[n] &&
                     k < n);
            in[larger * 3 / count] += world->neighbourhoods.pilot[n * DOMAINS + CARE] != 0;
        }
        for (size_t k = 0; k < 3; k++)
            assert_in_range(in[k], 2, 4);
    }
}

/* With three neighbourhoods halves of the households are compared. */
static void where_neighbourhoods_are_few_half_of_the_households_take_part(void **state)
{
    (void)state;
    struct world *world = world_now();
    world->municipalities.neighbourhoods[0] = 3;
    const struct steering_turn turn = turn_now();
    assert_true(steering_pilots_begin(&turn, 0, CARE, 0.5));
    world->municipalities.trial[CARE] = 0.2f;
    world->neighbourhoods.enacted_half[CARE] = 0.6f;
    size_t inside = 0, people = 0;
    for (uint32_t i = world->neighbourhoods.first[0];
         i < world->neighbourhoods.first[0] + world->neighbourhoods.places[0]; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        const uint32_t partner = world->residents.next[i];
        assert_int_equal(arms_half(world, i, CARE), arms_half(world, partner, CARE));
        assert_float_equal(arms_steering(world, 0, CARE, i), arms_half(world, i, CARE) ? 0.6 : 0.4,
                           1e-6);
        people++;
        inside += arms_half(world, i, CARE);
    }
    assert_true(inside > people / 4 && inside < 3 * people / 4);
    assert_float_equal(arms_steering_mean(world, 0, CARE), 0.5, 1e-6);
    arms_let_go(world, 0, CARE);
    assert_float_equal(arms_steering(world, 0, CARE, world->neighbourhoods.first[0]), 0.5, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DECIDING(pilots_take_the_step_and_the_rest_does_not),
        DECIDING(without_starting_small_the_whole_place_takes_the_step),
        DECIDING(how_many_pilots_follows_the_lever),
        DECIDING(pilots_are_spread_over_large_and_small),
        DECIDING(where_neighbourhoods_are_few_half_of_the_households_take_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
