/* Households are rings: who parts, joins and leaves, and what becomes of those left behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world/households.h"

enum { PLACES = 12, MONTH = 6 };

/* One neighbourhood of twelve places, all vacant. */
static int take(void **state)
{
    static struct world world;
    struct spel_error error;
    world = (struct world){0};
    *state = &world;
    if (!neighbourhoods_init(&world.neighbourhoods, 1, &error) ||
        !residents_init(&world.residents, PLACES, &error) ||
        !ties_init(&world.ties, PLACES, &error))
        return -1;
    world.neighbourhoods.places[0] = PLACES;
    return 0;
}

static int release(void **state)
{
    world_clear(*state);
    return 0;
}

static uint32_t settler(struct world *world, int years, enum position position)
{
    const uint32_t place = vacancies_take(world, 0);
    vacancies_fill(world, 0, place, 12 * years, MONTH);
    world->residents.position[place] = (uint8_t)position;
    return place;
}

struct family {
    uint32_t mother, father, child, grown;
};

/* Two partners with a child of 8 and one of 22. */
static struct family family(struct world *world)
{
    const struct family f = {settler(world, 45, POSITION_PARTNER),
                             settler(world, 47, POSITION_PARTNER),
                             settler(world, 8, POSITION_CHILD), settler(world, 22, POSITION_CHILD)};
    households_join(world, f.mother, f.father);
    households_join(world, f.father, f.child);
    households_join(world, f.mother, f.grown);
    return f;
}

static enum tie_kind kind_between(const struct world *world, uint32_t ego, uint32_t other)
{
    for (size_t k = 0; k < TIE_SLOTS; k++) {
        const uint32_t tie = world->ties.alter[ego * TIE_SLOTS + k];
        if (tie != 0 && tie_place(tie) == other)
            return tie_kind(tie);
    }
    return TIE_NONE;
}

static void joined_households_are_one_ring_in_which_all_count_on_each_other(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    const uint32_t all[] = {f.mother, f.father, f.child, f.grown};
    for (size_t a = 0; a < 4; a++) {
        assert_int_equal(households_size(&world->residents, all[a]), 4);
        assert_int_equal(ties_degree(&world->ties, all[a]), 3);
        for (size_t b = 0; b < 4; b++)
            assert_int_equal(kind_between(world, all[a], all[b]),
                             a == b ? TIE_NONE : TIE_HOUSEHOLD);
    }
    assert_int_equal(households_partner(&world->residents, f.mother), f.father);
    assert_int_equal(households_partner(&world->residents, f.father), f.mother);
    assert_int_equal(households_partner(&world->residents, f.child), f.child);
}

static void a_child_that_leaves_lives_alone_and_stays_kin(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    households_part(world, f.grown, MONTH);
    assert_int_equal(households_size(&world->residents, f.grown), 1);
    assert_int_equal(world->residents.position[f.grown], POSITION_ALONE);
    assert_int_equal(households_size(&world->residents, f.mother), 3);
    assert_int_equal(world->residents.position[f.mother], POSITION_PARTNER);
    assert_int_equal(world->residents.position[f.father], POSITION_PARTNER);
    assert_int_equal(kind_between(world, f.grown, f.mother), TIE_KIN);
    assert_int_equal(kind_between(world, f.child, f.grown), TIE_KIN);
    assert_int_equal(kind_between(world, f.child, f.mother), TIE_HOUSEHOLD);
}

static void kin_stay_kin_when_one_more_becomes_it(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    const uint32_t aunt = settler(world, 50, POSITION_ALONE);
    const uint32_t uncle = settler(world, 52, POSITION_ALONE);
    ties_make(&world->ties, f.mother, aunt, TIE_KIN, 90);
    ties_make(&world->ties, f.mother, uncle, TIE_KIN, 60);
    households_part(world, f.grown, MONTH);
    assert_int_equal(kind_between(world, f.mother, aunt), TIE_KIN);
    assert_int_equal(kind_between(world, f.mother, uncle), TIE_KIN);
    assert_int_equal(kind_between(world, f.mother, f.grown), TIE_KIN);
}

static void a_couple_that_parts_is_tied_no_more_and_who_stays_is_a_single_parent(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    households_part(world, f.father, MONTH);
    assert_int_equal(kind_between(world, f.father, f.mother), TIE_NONE);
    assert_int_equal(kind_between(world, f.mother, f.father), TIE_NONE);
    assert_int_equal(kind_between(world, f.child, f.father), TIE_KIN);
    assert_int_equal(world->residents.position[f.father], POSITION_ALONE);
    assert_int_equal(world->residents.position[f.mother], POSITION_SINGLE_PARENT);
    assert_int_equal(world->residents.position[f.child], POSITION_CHILD);
    assert_int_equal(households_size(&world->residents, f.child), 3);
}

static void a_couple_without_children_parts_into_two_who_live_alone(void **state)
{
    struct world *world = *state;
    const uint32_t a = settler(world, 30, POSITION_PARTNER),
                   b = settler(world, 31, POSITION_PARTNER);
    households_join(world, a, b);
    households_part(world, a, MONTH);
    assert_int_equal(world->residents.position[a], POSITION_ALONE);
    assert_int_equal(world->residents.position[b], POSITION_ALONE);
    assert_int_equal(households_size(&world->residents, a), 1);
    assert_int_equal(households_size(&world->residents, b), 1);
}

/* The rows stay, for those at the other ends to be told. */
static void who_dies_leaves_the_ring_and_an_empty_place(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    households_remove(world, f.mother, MONTH);
    vacancies_leave(world, 0, f.mother, NEWS_LEFT);
    assert_int_equal(households_size(&world->residents, f.child), 3);
    assert_int_equal(world->residents.position[f.father], POSITION_SINGLE_PARENT);
    assert_false(residents_present(&world->residents, f.mother));
    assert_int_equal(ties_degree(&world->ties, f.mother), 3);
    assert_int_equal(world->residents.news[f.mother], NEWS_LEFT);
    assert_int_equal(world->neighbourhoods.residents[0], 3);
}

static void children_without_a_parent_live_with_others_and_the_last_adult_alone(void **state)
{
    struct world *world = *state;
    const struct family f = family(world);
    households_remove(world, f.mother, MONTH);
    households_remove(world, f.father, MONTH);
    assert_int_equal(world->residents.position[f.child], POSITION_OTHER);
    assert_int_equal(world->residents.position[f.grown], POSITION_OTHER);
    households_remove(world, f.child, MONTH);
    assert_int_equal(households_size(&world->residents, f.grown), 1);
    assert_int_equal(world->residents.position[f.grown], POSITION_ALONE);
}

static void a_parent_whose_last_child_leaves_lives_alone(void **state)
{
    struct world *world = *state;
    const uint32_t parent = settler(world, 45, POSITION_SINGLE_PARENT);
    const uint32_t child = settler(world, 20, POSITION_CHILD);
    households_join(world, parent, child);
    households_part(world, child, MONTH);
    assert_int_equal(world->residents.position[parent], POSITION_ALONE);
}

static void a_place_just_left_is_not_taken_in_the_same_month(void **state)
{
    struct world *world = *state;
    for (uint32_t i = 0; i < PLACES; i++)
        settler(world, 40, POSITION_ALONE);
    assert_int_equal(vacancies_take(world, 0), COLUMN_NONE);
    vacancies_leave(world, 0, 5, NEWS_LEFT);
    vacancies_leave(world, 0, 7, NEWS_MOVED);
    assert_int_equal(vacancies_take(world, 0), COLUMN_NONE);
    world->residents.news[5] = 0; /* ties to it have been cut */
    assert_int_equal(vacancies_take(world, 0), 5);
}

static void a_newcomer_has_a_new_id_and_nothing_of_who_lived_there(void **state)
{
    struct world *world = *state;
    const uint32_t place = settler(world, 40, POSITION_ALONE);
    const uint32_t before = world->residents.id[place];
    world->residents.trust[place] = 0.7f;
    world->residents.traits[place] = TRAIT_LOW_INCOME;
    vacancies_leave(world, 0, place, 0);
    vacancies_fill(world, 0, place, 25, MONTH);
    assert_int_not_equal(world->residents.id[place], before);
    assert_int_equal(world->residents.id[place] >> ID_OCCUPANT_BITS, place);
    assert_int_equal(world->residents.occupants[place], 2);
    assert_true(world->residents.trust[place] == 0);
    assert_int_equal(world->residents.traits[place], 0);
    assert_int_equal(world->residents.first_need[place], COLUMN_NONE);
    assert_int_equal(residents_age_months(&world->residents, place, MONTH), 25);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, take, release)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(joined_households_are_one_ring_in_which_all_count_on_each_other),
        IN_WORLD(a_child_that_leaves_lives_alone_and_stays_kin),
        IN_WORLD(kin_stay_kin_when_one_more_becomes_it),
        IN_WORLD(a_couple_that_parts_is_tied_no_more_and_who_stays_is_a_single_parent),
        IN_WORLD(a_couple_without_children_parts_into_two_who_live_alone),
        IN_WORLD(who_dies_leaves_the_ring_and_an_empty_place),
        IN_WORLD(children_without_a_parent_live_with_others_and_the_last_adult_alone),
        IN_WORLD(a_parent_whose_last_child_leaves_lives_alone),
        IN_WORLD(a_place_just_left_is_not_taken_in_the_same_month),
        IN_WORLD(a_newcomer_has_a_new_id_and_nothing_of_who_lived_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
