/* How fast, and how much alike, what was chosen comes into force. */
#include "process/deciding.h"

/* From 0.4 to 0.8, and nothing else happens. */
static int choose(void **state)
{
    decide(state);
    village.scenario.process_off[PROCESS_LEARNING] = true;
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.chosen[d] = 0.8f;
    return 0;
}

/* The part of the way that a neighbourhood goes in a month, on average, with each lever as it is
 * said; how far neighbourhoods are apart stands in `apart`. */
static double part_of_the_way(double leadership, double flexibility, double lean, double *apart)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    village_lever(world_now(), LEADERSHIP, leadership);
    village_lever(world_now(), FLEXIBILITY, flexibility);
    village_lever(world_now(), LEAN_POLICY, lean);
    village_steer(world_now(), 0.4);
    steer(false);
    double sum = 0, squares = 0;
    for (size_t at = 0; at < n->count * DOMAINS; at++) {
        const double moved = ((double)n->enacted[at] - 0.4) / 0.4;
        sum += moved;
        squares += moved * moved;
    }
    const double count = (double)(n->count * DOMAINS);
    *apart = sqrt(fmax(squares / count - sum * sum / count / count, 0));
    return sum / count;
}

static void leadership_and_flexibility_each_carry_out_what_was_chosen(void **state)
{
    (void)state;
    struct calendar_params *p = &village.scenario.params.calendar;
    double apart;
    p->enactment_base = 0.02;
    p->enactment_gain = 0.08;
    assert_float_equal(part_of_the_way(0, 0, 0, &apart), 0.02, 1e-5);
    assert_float_equal(part_of_the_way(1, 0, 0, &apart), 0.06, 1e-5);
    assert_float_equal(part_of_the_way(0, 1, 0, &apart), 0.06, 1e-5);
    assert_true(apart < 1e-5);
}

/* Without spread it can be seen to the last digit how much sooner. */
static void with_few_papers_it_comes_sooner_and_less_alike(void **state)
{
    (void)state;
    struct params *p = &village.scenario.params;
    double alike, apart;
    p->calendar.enactment_base = 0.02;
    p->steering.lean_pace = 0.03;
    p->steering.lean_spread = 0;
    assert_float_equal(part_of_the_way(0, 0, 1, &alike), 0.05, 1e-5);
    p->steering.lean_spread = 0.02;
    part_of_the_way(0, 0, 1, &apart);
    assert_true(alike < 1e-5);
    assert_float_equal(apart, 0.02 / 0.4, 0.01); /* 132 draws */
    part_of_the_way(0, 0, 0, &apart);
    assert_true(apart < 1e-5);
}

static void without_steering_what_is_in_force_stays(void **state)
{
    (void)state;
    double apart;
    village.scenario.process_off[PROCESS_STEERING] = true;
    village_steer(world_now(), 0.4);
    village_lever(world_now(), LEAN_POLICY, 1);
    village_run(&village, 6);
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t at = 0; at < n->count * DOMAINS; at++)
        assert_true(n->enacted[at] == 0.4f);
    village.scenario.process_off[PROCESS_STEERING] = false;
    assert_true(part_of_the_way(0.5, 0.5, 0.5, &apart) > 0.01);
}

#define CHOSEN(test) cmocka_unit_test_setup_teardown(test, choose, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHOSEN(leadership_and_flexibility_each_carry_out_what_was_chosen),
        CHOSEN(with_few_papers_it_comes_sooner_and_less_alike),
        CHOSEN(without_steering_what_is_in_force_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
