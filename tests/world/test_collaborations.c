/* Collaboration ties: slots of an organisation, made, dropped and looked up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world/collaborations.h"

enum { ORGANISATIONS = 40 };

static int begin(void **state)
{
    static struct collaborations ties;
    struct spel_error error;
    assert_true(collaborations_init(&ties, ORGANISATIONS, ORGANISATIONS, &error));
    *state = &ties;
    return 0;
}

static int end(void **state)
{
    collaborations_clear(*state);
    return 0;
}

static void a_tie_that_is_made_is_there_one_way_until_it_is_dropped(void **state)
{
    struct collaborations *ties = *state;
    assert_true(collaborations_make(ties, 3, 7, 0.5f));
    assert_true(collaborations_has(ties, 3, 7));
    assert_false(collaborations_has(ties, 7, 3));
    assert_int_equal(collaborations_degree(ties, 3), 1);
    assert_int_equal(collaborations_degree(ties, 7), 0);
    assert_true(collaborations_drop(ties, 3, 7));
    assert_false(collaborations_has(ties, 3, 7));
    assert_int_equal(collaborations_degree(ties, 3), 0);
    assert_false(collaborations_drop(ties, 3, 7));
}

static void nobody_names_itself_or_another_twice(void **state)
{
    struct collaborations *ties = *state;
    assert_false(collaborations_make(ties, 3, 3, 0.5f));
    assert_true(collaborations_make(ties, 3, 7, 0.5f));
    assert_false(collaborations_make(ties, 3, 7, 0.9f));
    assert_int_equal(collaborations_degree(ties, 3), 1);
    assert_float_equal(collaborations_link(ties, 3, 7), 0.5, 1e-7);
}

static void nobody_names_more_than_there_are_slots(void **state)
{
    struct collaborations *ties = *state;
    for (uint32_t to = 1; to <= COLLABORATION_SLOTS; to++)
        assert_true(collaborations_make(ties, 0, to, 0.5f));
    assert_false(collaborations_make(ties, 0, COLLABORATION_SLOTS + 1, 0.5f));
    assert_true(collaborations_drop(ties, 0, 5));
    assert_true(collaborations_make(ties, 0, COLLABORATION_SLOTS + 1, 0.5f));
    assert_int_equal(collaborations_degree(ties, 1), 0); /* the next one's slots are its own */
}

static void the_link_is_the_stronger_of_both_ties(void **state)
{
    struct collaborations *ties = *state;
    assert_float_equal(collaborations_link(ties, 1, 2), 0, 1e-9);
    collaborations_make(ties, 1, 2, 0.3f);
    assert_float_equal(collaborations_link(ties, 1, 2), 0.3, 1e-7);
    assert_float_equal(collaborations_link(ties, 2, 1), 0.3, 1e-7);
    collaborations_make(ties, 2, 1, 0.6f);
    assert_float_equal(collaborations_link(ties, 1, 2), 0.6, 1e-7);
}

/* What is stored does not say in which order ties came and went. */
static void the_table_is_the_same_in_whatever_order_ties_were_made(void **state)
{
    struct collaborations *ties = *state;
    static const uint32_t order[] = {9, 2, 30, 5, 17};
    for (size_t k = 0; k < 5; k++) {
        collaborations_make(ties, 1, order[k], (float)order[k] / 100);
        collaborations_make(ties, 2, order[4 - k] == 2 ? 1 : order[4 - k], 0.5f);
    }
    collaborations_drop(ties, 1, 30);
    collaborations_make(ties, 1, 11, 0.11f);
    static const uint32_t sorted[] = {2, 5, 9, 11, 17, COLUMN_NONE};
    for (size_t k = 0; k < 6; k++) {
        const size_t row = COLLABORATION_SLOTS + k;
        assert_int_equal(ties->to[row], sorted[k]);
        assert_int_equal(ties->from[row], 1);
        assert_int_equal(collaborations_used(ties, row), k < 5);
        assert_float_equal(ties->strength[row], k < 5 ? sorted[k] / 100.0 : 0, 1e-6);
    }
}

#define WITH_TIES(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_TIES(a_tie_that_is_made_is_there_one_way_until_it_is_dropped),
        WITH_TIES(nobody_names_itself_or_another_twice),
        WITH_TIES(nobody_names_more_than_there_are_slots),
        WITH_TIES(the_link_is_the_stronger_of_both_ties),
        WITH_TIES(the_table_is_the_same_in_whatever_order_ties_were_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
