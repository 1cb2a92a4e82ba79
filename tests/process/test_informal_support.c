/* Who is asked for how much, and what is given. */
#include "process/one_need.h"

/* Asked: 0.6 x 20 (1 - 0.4 (1 - 0.5 x 0.5)) = 8.4. Presence: 100 x 0.25 = 25. */
static void one_at_home_gives_what_is_asked_and_is_there(void **state)
{
    (void)state;
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    support();
    const struct needs *needs = &world_now()->needs;
    assert_float_equal(needs->asked[row], 8.4, 1e-4);
    assert_float_equal(needs->informal[row], 8.4, 1.0 / UNITS);
    assert_float_equal(needs->presence[row], 25, 1.0 / UNITS);
    assert_float_equal(given(helper), needs->informal[row] + (double)needs->presence[row], 1e-9);
}

static void who_has_nobody_asks_in_vain(void **state)
{
    (void)state;
    support();
    assert_float_equal(world_now()->needs.asked[row], 8.4, 1e-4);
    assert_true(world_now()->needs.informal[row] == 0);
    assert_true(world_now()->needs.presence[row] == 0);
}

/* Nine tenths of presence to the one at home, a tenth by weight: 200 against 80
 * hours of equal strength. */
static void most_presence_is_asked_of_a_primary_carer(void **state)
{
    (void)state;
    tie(asker, other, TIE_KIN, 255);
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    support();
    const double part = 200.0 / 280;
    assert_float_equal(given(helper), 25 * 0.9 + 25 * 0.1 * part + 8.4 * part, 3.0 / UNITS);
    assert_float_equal(given(other), 25 * 0.1 * (1 - part) + 8.4 * (1 - part), 3.0 / UNITS);
}

static void a_neighbour_gives_no_more_than_neighbours_do(void **state)
{
    (void)state;
    world_now()->needs.severity[row] = 1;
    world_now()->needs.net[row] = 60;
    tie(asker, helper, TIE_STREET, 255);
    support();
    assert_float_equal(given(helper), 14, 2.0 / UNITS);
}

static void only_the_three_strongest_of_others_are_asked(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t friends[5], found = 0;
    for (uint32_t i = world->blocks.first[0]; found < 5; i++)
        if (residents_present(&world->residents, i) && i != asker) {
            ready(i);
            friends[found] = i;
            tie(asker, i, TIE_FRIEND, (uint8_t)(100 + 10 * found++));
        }
    support();
    for (uint32_t k = 0; k < 5; k++)
        assert_int_equal(given(friends[k]) > 0, k >= 2);
}

/* Half willing, a fifth strained, a need of 0.5: 0.5 x 0.8 x 0.5 = 0.2; over 75 less. */
static void what_a_helper_has_available_follows_will_strain_need_and_age(void **state)
{
    (void)state;
    struct residents *residents = &world_now()->residents;
    residents->willingness[helper] = 128;
    residents->strain[helper] = 0.2f;
    residents->worst[helper] = 128;
    residents->birth[other] = -80 * 12;
    support();
    const double half = 128 / 255.0;
    assert_float_equal(residents->available[helper] / 65535.0, half * 0.8 * (1 - half), 1e-4);
    assert_float_equal(residents->available[other] / 65535.0, 0.4, 1e-4);
}

static void a_child_and_one_burnt_out_give_nothing(void **state)
{
    (void)state;
    world_now()->residents.birth[helper] = -11 * 12;
    world_now()->residents.burnout[other] = 3;
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    tie(asker, other, TIE_KIN, 255);
    support();
    assert_true(given(helper) == 0 && given(other) == 0);
    assert_int_equal(world_now()->residents.burnout[other], 2);
}

/* Two askers want 108.4 and 8.4 + 100 of one who has 50 in all: 50/216.8 each. */
static void a_helper_asked_for_too_much_gives_each_the_same_share(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t second = row + 1;
    while (world->needs.domain[second] != CARE || world->needs.resident[second] == helper)
        second++;
    const uint32_t beside = world->needs.resident[second];
    no_ties(beside);
    world->needs.flags[second] = 0;
    world->needs.severity[row] = world->needs.severity[second] = 1;
    world->needs.net[second] = 20;
    world->needs.formal[second] = 0;
    village.scenario.params.informal_support.capacity_total = 50;
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    tie(beside, helper, TIE_HOUSEHOLD, 255);
    support();
    const double share = 50 / (2 * 108.4);
    assert_float_equal(world->needs.presence[row], 100 * share, 2.0 / UNITS);
    assert_float_equal(world->needs.informal[row], 8.4 * share, 2.0 / UNITS);
    assert_true(world->needs.presence[row] == world->needs.presence[second]);
    assert_true(given(helper) <= 50);
    assert_float_equal(given(helper), 50, 4.0 / UNITS);
}

/* Relief of 0.2 x 1 x 30 formal hours: presence of 19 is left of 25. */
static void formal_hours_relieve_where_they_are_linked(void **state)
{
    (void)state;
    struct world *world = world_now();
    village.scenario.params.formal_support.relief_share = 0.2;
    world->neighbourhoods.lever[FORMAL_INFORMAL_LINK] = 1;
    world->needs.formal[row] = 30;
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    support();
    assert_float_equal(world->needs.presence[row], 19, 1.0 / UNITS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ONE_NEED(one_at_home_gives_what_is_asked_and_is_there),
        WITH_ONE_NEED(who_has_nobody_asks_in_vain),
        WITH_ONE_NEED(most_presence_is_asked_of_a_primary_carer),
        WITH_ONE_NEED(a_neighbour_gives_no_more_than_neighbours_do),
        WITH_ONE_NEED(only_the_three_strongest_of_others_are_asked),
        WITH_ONE_NEED(what_a_helper_has_available_follows_will_strain_need_and_age),
        WITH_ONE_NEED(a_child_and_one_burnt_out_give_nothing),
        WITH_ONE_NEED(a_helper_asked_for_too_much_gives_each_the_same_share),
        WITH_ONE_NEED(formal_hours_relieve_where_they_are_linked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
