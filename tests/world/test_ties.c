/* Sixteen slots a resident: used ones first, nobody twice, never oneself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world/ties.h"

enum { PLACES = 40 };

static int take(void **state)
{
    static struct ties ties;
    struct spel_error error;
    ties = (struct ties){0};
    *state = &ties;
    return ties_init(&ties, PLACES, &error) ? 0 : -1;
}

static int release(void **state)
{
    ties_clear(*state);
    ties_clear(*state); /* once more is safe */
    return 0;
}

static void a_tie_keeps_place_kind_and_strength(void **state)
{
    struct ties *ties = *state;
    assert_true(ties_make(ties, 3, 7, TIE_KIN, 200));
    assert_int_equal(tie_place(ties->alter[3 * TIE_SLOTS]), 7);
    assert_int_equal(tie_kind(ties->alter[3 * TIE_SLOTS]), TIE_KIN);
    assert_int_equal(ties->strength[3 * TIE_SLOTS], 200);
    const uint32_t last = (1u << TIE_PLACE_BITS) - 1;
    assert_int_equal(tie_place(tie_pack(last, TIE_FRIEND)), last);
    assert_int_equal(tie_kind(tie_pack(last, TIE_FRIEND)), TIE_FRIEND);
}

/* A packed tie to place 0 is not an empty slot. */
static void a_tie_to_the_first_place_counts(void **state)
{
    struct ties *ties = *state;
    assert_true(ties_make(ties, 1, 0, TIE_HOUSEHOLD, 9));
    assert_int_equal(ties_degree(ties, 1), 1);
    assert_true(ties_has(ties, 1, 0));
}

static void ties_are_directed(void **state)
{
    struct ties *ties = *state;
    ties_make(ties, 1, 2, TIE_FRIEND, 9);
    assert_true(ties_has(ties, 1, 2));
    assert_false(ties_has(ties, 2, 1));
}

static void nobody_is_tied_to_oneself_or_twice_to_another(void **state)
{
    struct ties *ties = *state;
    assert_false(ties_make(ties, 4, 4, TIE_KIN, 1));
    assert_true(ties_make(ties, 4, 5, TIE_KIN, 1));
    assert_false(ties_make(ties, 4, 5, TIE_FRIEND, 2));
    assert_int_equal(ties_degree(ties, 4), 1);
}

static void the_seventeenth_tie_finds_no_room(void **state)
{
    struct ties *ties = *state;
    for (uint32_t k = 1; k <= TIE_SLOTS; k++)
        assert_true(ties_make(ties, 0, k, TIE_STREET, 1));
    assert_false(ties_make(ties, 0, TIE_SLOTS + 1, TIE_STREET, 1));
    assert_int_equal(ties_degree(ties, 0), TIE_SLOTS);
    assert_true(ties_has(ties, 0, TIE_SLOTS));
    assert_int_equal(ties_degree(ties, 1), 0); /* nothing ran over into the next row */
}

static void a_dropped_tie_leaves_no_hole(void **state)
{
    struct ties *ties = *state;
    for (uint32_t k = 1; k <= 4; k++)
        ties_make(ties, 0, k, TIE_FRIEND, (uint8_t)(10 * k));
    ties_drop(ties, 0, 2);
    assert_int_equal(ties_degree(ties, 0), 3);
    assert_false(ties_has(ties, 0, 2));
    for (uint32_t k = 1; k <= 4; k++) /* each keeps its own strength */
        for (size_t slot = 0; slot < 3; slot++)
            if (tie_place(ties->alter[slot]) == k)
                assert_int_equal(ties->strength[slot], 10 * k);
    assert_int_equal(ties->alter[3], 0);
    assert_int_equal(ties->strength[3], 0);
    ties_drop(ties, 0, 2); /* not there: nothing happens */
    assert_int_equal(ties_degree(ties, 0), 3);
}

static void the_last_of_sixteen_can_be_dropped(void **state)
{
    struct ties *ties = *state;
    for (uint32_t k = 1; k <= TIE_SLOTS; k++)
        ties_make(ties, 0, k, TIE_STREET, 1);
    ties_drop(ties, 0, TIE_SLOTS);
    assert_int_equal(ties_degree(ties, 0), TIE_SLOTS - 1);
    while (ties_degree(ties, 0) > 0)
        ties_drop(ties, 0, tie_place(ties->alter[0]));
    for (size_t slot = 0; slot < TIE_SLOTS; slot++)
        assert_int_equal(ties->alter[slot], 0);
}

static void degree_is_counted_by_kind(void **state)
{
    struct ties *ties = *state;
    ties_make(ties, 0, 1, TIE_KIN, 1);
    ties_make(ties, 0, 2, TIE_FRIEND, 1);
    ties_make(ties, 0, 3, TIE_KIN, 1);
    assert_int_equal(ties_degree_of(ties, 0, TIE_KIN), 2);
    assert_int_equal(ties_degree_of(ties, 0, TIE_FRIEND), 1);
    assert_int_equal(ties_degree_of(ties, 0, TIE_STREET), 0);
}

static void a_renamed_tie_is_of_another_kind_to_the_same_person(void **state)
{
    struct ties *ties = *state;
    ties_make(ties, 0, 6, TIE_HOUSEHOLD, 33);
    ties_rename(ties, 0, 6, TIE_KIN);
    ties_rename(ties, 0, 7, TIE_KIN); /* not there: nothing happens */
    assert_int_equal(ties->alter[0], tie_pack(6, TIE_KIN));
    assert_int_equal(ties->strength[0], 33);
    assert_int_equal(ties_degree(ties, 0), 1);
}

#define WITH_TIES(test) cmocka_unit_test_setup_teardown(test, take, release)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TIES(a_tie_keeps_place_kind_and_strength),
        WITH_TIES(a_tie_to_the_first_place_counts),
        WITH_TIES(ties_are_directed),
        WITH_TIES(nobody_is_tied_to_oneself_or_twice_to_another),
        WITH_TIES(the_seventeenth_tie_finds_no_room),
        WITH_TIES(a_dropped_tie_leaves_no_hole),
        WITH_TIES(the_last_of_sixteen_can_be_dropped),
        WITH_TIES(degree_is_counted_by_kind),
        WITH_TIES(a_renamed_tie_is_of_another_kind_to_the_same_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
