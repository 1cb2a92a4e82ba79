/* Who is a member of an initiative, as people join, leave, move and die. */
#include "process/initiative.h"

#include "process/support_options.h"
#include "world/households.h"

static size_t neighbourhood_of(uint32_t place)
{
    return world_now()->blocks.neighbourhood[blocks_find(&world_now()->blocks, place)];
}

static uint32_t member(size_t k)
{
    return all()->member[(size_t)initiative * INITIATIVE_MEMBERS + k];
}

static void small_neighbourhoods_share_initiatives_until_they_are_enough(void **state)
{
    (void)state;
    struct village whole;
    village_whole(&whole);
    const struct neighbourhoods *n = &whole.model->world.neighbourhoods;
    uint32_t residents[64] = {0}, areas = 0;
    assert_in_range(n->count, 10, 64);
    for (size_t i = 0; i < n->count; i++) {
        assert_true(n->area[i] <= i && n->area[n->area[i]] == n->area[i]);
        residents[n->area[i]] += n->residents[i];
    }
    for (size_t i = 0; i < n->count; i++) {
        areas += residents[i] > 0;
        assert_true(residents[i] == 0 || residents[i] >= 5000);
    }
    assert_in_range(areas, 2, 5); /* of 25,000 */
    village_clear(&whole);
}

static void nobody_is_a_member_of_two_and_there_is_room_for_sixty_four(void **state)
{
    (void)state;
    struct world *world = world_now();
    const uint32_t other = membership_begin(world, adult_from(member(7)), CARE, 0);
    assert_false(membership_join(world, other, member(3)));
    assert_int_equal(world->residents.membership[member(3)], initiative + 1);
    join(initiative, INITIATIVE_MEMBERS - 8);
    assert_false(membership_join(world, initiative, adult_from(0)));
    assert_int_equal(all()->members[initiative], INITIATIVE_MEMBERS);
}

static void who_dies_or_leaves_the_area_is_no_member_and_who_moves_within_it_is(void **state)
{
    (void)state;
    struct world *world = world_now();
    const uint32_t dead = member(2), mover = member(4), last = member(7);
    const uint32_t id = world->residents.id[mover];
    vacancies_leave(world, neighbourhood_of(dead), dead, NEWS_LEFT | NEWS_DIED);
    const uint32_t to = vacancies_take(world, neighbourhood_of(mover) + 1);
    columns_copy_row(residents_columns, &world->residents, mover, to);
    vacancies_leave(world, neighbourhood_of(mover), mover, NEWS_MOVED);
    world->residents.next[mover] = to;
    membership_follow(world, 0.5);
    assert_int_equal(all()->members[initiative], 7);
    assert_int_equal(member(3), to);
    assert_int_equal(world->residents.id[member(3)], id);
    assert_int_equal(member(6), last);
    world->neighbourhoods.area[neighbourhood_of(to)] = UINT32_MAX - 1; /* another area */
    world->residents.news[to] = NEWS_MOVED;
    world->residents.next[to] = to;
    membership_follow(world, 0.5);
    assert_int_equal(all()->members[initiative], 6);
    assert_int_equal(world->residents.membership[to], 0);
}

static void with_the_founder_goes_the_energy_that_hangs_on_it(void **state)
{
    (void)state;
    all()->energy[initiative] = 0.8f;
    all()->dependence[initiative] = 0.75f;
    membership_leave(world_now(), initiative, 5, 0.5);
    assert_float_equal(all()->energy[initiative], 0.8, 1e-6);
    assert_int_equal(all()->founder[initiative], member(0));
    membership_leave(world_now(), initiative, 0, 0.5);
    assert_float_equal(all()->energy[initiative], 0.8 * (1 - 0.5 * 0.75), 1e-6);
    assert_int_equal(all()->founder[initiative], COLUMN_NONE);
}

static void what_is_pledged_is_not_available_to_who_asks(void **state)
{
    (void)state;
    struct residents *residents = &world_now()->residents;
    uint16_t *pledge = all()->pledge + (size_t)initiative * INITIATIVE_MEMBERS;
    residents->available[member(0)] = residents->available[member(1)] = 6554; /* 20 of 200 hours */
    pledge[0] = 5 * PLEDGE_UNITS;
    pledge[1] = 30 * PLEDGE_UNITS;
    membership_reserve(world_now(), 200);
    assert_in_range(residents->available[member(0)], 4914, 4916);
    assert_int_equal(residents->available[member(1)], 0);
}

/* Whom one meets at an initiative is looked at when ties are made, as at a meeting place. */
static void members_are_whom_one_may_come_to_count_on(void **state)
{
    (void)state;
    static struct support_setting setting;
    static struct support_ego ego;
    const uint32_t one = member(3);
    support_setting_init(&setting, &village.scenario.params.support_network, village.model->now,
                         world_now());
    support_know(&village.scenario.params.support_network, village.model->now, world_now());
    support_ego_init(&ego);
    support_options_gather(&setting, &ego, one, neighbourhood_of(one));
    for (size_t k = 0; k < 8; k++)
        assert_int_equal(support_options_local(&ego, member(k)), k != 3);
    size_t met = 0;
    for (uint32_t k = 0; k < ego.count; k++)
        for (size_t other = 0; other < 8; other++)
            met += ego.option[k].place == member(other) && ego.option[k].relation & RELATION_FOCUS;
    assert_int_equal(met, 7);
    membership_dissolve(world_now(), initiative);
    support_options_gather(&setting, &ego, one, neighbourhood_of(one));
    assert_true(ego.count < 100);
}

static void when_it_ends_its_members_are_free(void **state)
{
    (void)state;
    uint32_t members[8];
    for (size_t k = 0; k < 8; k++)
        members[k] = member(k);
    membership_dissolve(world_now(), initiative);
    founding_end(world_now(), initiative);
    for (size_t k = 0; k < 8; k++)
        assert_int_equal(world_now()->residents.membership[members[k]], 0);
    assert_int_equal(all()->members[initiative], 0);
    assert_false(organisations_present(&world_now()->organisations, initiative));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_neighbourhoods_share_initiatives_until_they_are_enough),
        WITH_ONE(nobody_is_a_member_of_two_and_there_is_room_for_sixty_four),
        WITH_ONE(who_dies_or_leaves_the_area_is_no_member_and_who_moves_within_it_is),
        WITH_ONE(with_the_founder_goes_the_energy_that_hangs_on_it),
        WITH_ONE(what_is_pledged_is_not_available_to_who_asks),
        WITH_ONE(members_are_whom_one_may_come_to_count_on),
        WITH_ONE(when_it_ends_its_members_are_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
