/* The course and the end of needs, and the hours that they require. */
#include "process/still.h"

/* A need of somebody who lives alone and has no other. */
static uint32_t lonely_need(void)
{
    const struct world *world = world_now();
    for (uint32_t row = world->blocks.first_row[0];; row++) {
        const uint32_t i = world->needs.resident[row];
        if (world->residents.next[i] == i && world->needs.next[row] == COLUMN_NONE &&
            world->residents.first_need[i] == row)
            return row;
    }
}

static uint32_t given_need(double severity, double pace)
{
    struct needs *needs = &world_now()->needs;
    const uint32_t row = lonely_need();
    world_now()->residents.self_reliance[needs->resident[row]] = 0.5f;
    needs->severity[row] = (float)severity;
    needs->pace[row] = (float)pace;
    needs->flags[row] = 0;
    needs->net[row] = 10;
    needs->informal[row] = 3;
    needs->formal[row] = 2;
    needs->effectiveness[row] = 0.5f;
    return row;
}

static struct needs_params of_course(void)
{
    struct needs_params p = still();
    for (int d = 0; d < DOMAINS; d++) {
        p.growth[d] = 0.02;
        p.recovery[d] = 0.08;
        p.own_recovery[d] = 0.06;
    }
    p.end_below = 0.05;
    return p;
}

/* m = 0.5, q = (0.6 x 3 + 0.5 x 2) / 10 = 0.28: the change is 1.5 (0.02 x 0.4 x
 * 0.6 x 0.5 - 0.08 x 0.28 x 0.4 - 0.06 x 0.5 x 0.4) = -0.02784. */
static void a_need_grows_unmet_and_recovers_by_help_and_own_strength(void **state)
{
    (void)state;
    const struct needs_params p = of_course();
    const uint32_t row = given_need(0.4, 1.5);
    village.scenario.params.hours.informal_effect = 0.6;
    month(&p);
    assert_float_equal(world_now()->needs.severity[row], 0.4 - 0.02784, 1e-6);
}

static void a_fast_need_loses_at_most_half_in_a_month(void **state)
{
    (void)state;
    const struct needs_params p = of_course();
    const uint32_t row = given_need(0.4, 1000);
    month(&p);
    assert_float_equal(world_now()->needs.severity[row], 0.2, 1e-6);
}

static void a_need_under_the_threshold_ends_and_is_remembered(void **state)
{
    (void)state;
    const struct needs_params p = of_course();
    const uint32_t row = given_need(0.051, 1.5);
    struct world *world = world_now();
    const uint32_t i = world->needs.resident[row];
    const unsigned bit = 1u << world->needs.domain[row];
    world->residents.birth[i] = -365; /* no birthday now */
    month(&p);
    assert_int_equal(world->needs.flags[row] & NEED_ENDED, NEED_ENDED);
    assert_int_equal(world->residents.ended[i] & bit, bit);
    assert_int_equal(world->residents.worst[i], 0);
    world_compact_needs(world);
    assert_int_equal(world->residents.needs[i], 0);
}

static void a_chronic_need_never_falls_under_its_floor(void **state)
{
    (void)state;
    struct needs_params p = of_course();
    p.chronic_floor = 0.1;
    const uint32_t row = given_need(0.12, 5);
    world_now()->needs.flags[row] = NEED_CHRONIC;
    for (int k = 0; k < 20; k++)
        month(&p);
    assert_float_equal(world_now()->needs.severity[row], 0.1, 1e-6);
    assert_int_equal(world_now()->needs.flags[row] & NEED_ENDED, 0);
}

/* Own strength of one alone, without complexity: O = 0.3 x 0.5 R. */
static void required_hours_less_own_strength_are_net_hours(void **state)
{
    (void)state;
    const struct needs_params p = frozen();
    struct hours_params *hours = &village.scenario.params.hours;
    const uint32_t row = given_need(0.4, 1);
    const int d = world_now()->needs.domain[row];
    hours->required[d] = 60;
    hours->own_strength = 0.3;
    month(&p);
    assert_float_equal(world_now()->needs.net[row], 60 * 0.4 * (1 - 0.15), 1e-4);
    assert_int_equal(world_now()->needs.complexity[row], 0);
    assert_int_equal(world_now()->residents.worst[world_now()->needs.resident[row]], 102);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(a_need_grows_unmet_and_recovers_by_help_and_own_strength),
        IN_VILLAGE(a_fast_need_loses_at_most_half_in_a_month),
        IN_VILLAGE(a_need_under_the_threshold_ends_and_is_remembered),
        IN_VILLAGE(a_chronic_need_never_falls_under_its_floor),
        IN_VILLAGE(required_hours_less_own_strength_are_net_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
