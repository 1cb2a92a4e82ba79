/* An organisation begins in a vacant row and leaves nothing behind when it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/village.h"
#include "world/founding.h"

static struct village village;

static struct world *world_now(void)
{
    return &village.model->world;
}

static int settle(void **state)
{
    (void)state;
    village_settle(&village, NULL);
    return 0;
}

static int clear(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void one_that_begins_has_a_row_and_a_kind_and_nothing_else(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    const uint32_t i = founding_begin(world_now(), 0, ORGANISATION_INITIATIVE, 7);
    assert_true(i < o->count);
    assert_int_equal(o->kind[i], ORGANISATION_INITIATIVE);
    assert_int_equal(o->founded[i], 7);
    assert_int_equal(o->municipality[i], 0);
    assert_int_equal(o->domains[i], 0);
    assert_int_equal(collaborations_degree(&world_now()->collaborations, i), 0);
    founding_end(world_now(), i);
}

static void rows_run_out_and_come_back(void **state)
{
    (void)state;
    uint32_t last = COLUMN_NONE, i;
    while ((i = founding_begin(world_now(), 0, ORGANISATION_INSTITUTION, 1)) != COLUMN_NONE)
        last = i;
    assert_true(last != COLUMN_NONE);
    founding_end(world_now(), last);
    assert_false(organisations_present(&world_now()->organisations, last));
    assert_int_equal(founding_begin(world_now(), 0, ORGANISATION_INSTITUTION, 1), last);
}

static void there_are_as_many_as_residents_ask_and_one_for_every_domain(void **state)
{
    (void)state;
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    uint32_t residents = 0;
    for (size_t i = 0; i < n->count; i++)
        residents += n->residents[i];
    assert_int_equal(world_residents(world_now(), 0), residents);
    const double nine = 9.4 * 1000 / residents, one = 1000.0 / residents;
    assert_int_equal(founding_usual(world_now(), 0, nine), 9);
    assert_int_equal(founding_institutions(world_now(), 0, nine), 9);
    assert_int_equal(founding_usual(world_now(), 0, one), 1);
    assert_int_equal(founding_institutions(world_now(), 0, one), DOMAINS);
}

/* The holder of the first contract that there is. */
static uint32_t some_holder(void)
{
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t c = 0; c < n->count * DOMAINS * CONTRACT_SLOTS; c++)
        if (n->provider[c] != COLUMN_NONE)
            return n->provider[c];
    fail_msg("nobody holds a contract");
    return COLUMN_NONE;
}

static void one_that_ends_is_named_nowhere(void **state)
{
    (void)state;
    const struct world *world = world_now();
    const uint32_t gone = some_holder();
    founding_end(world_now(), gone);
    for (size_t c = 0; c < world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS; c++)
        assert_int_not_equal(world->neighbourhoods.provider[c], gone);
    for (size_t t = 0; t < world->collaborations.count; t++) {
        const uint32_t to = world->collaborations.to[t];
        assert_true(to == COLUMN_NONE || (to != gone && world->collaborations.from[t] != gone));
    }
}

static void cases_of_one_that_ends_find_another(void **state)
{
    (void)state;
    const struct needs *needs = &world_now()->needs;
    const struct blocks *blocks = &world_now()->blocks;
    const uint32_t gone = some_holder();
    founding_end(world_now(), gone);
    village_run(&village, 2);
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t r = blocks->first_row[b]; r < blocks->first_row[b] + blocks->row_count[b];
             r++) {
            if (needs->provider[r] == NO_PROVIDER || needs->flags[r] & NEED_ENDED)
                continue;
            const size_t n = blocks->neighbourhood[b];
            const size_t at = (n * DOMAINS + needs->domain[r]) * CONTRACT_SLOTS;
            assert_int_not_equal(world_now()->neighbourhoods.provider[at + needs->provider[r]],
                                 COLUMN_NONE);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_that_begins_has_a_row_and_a_kind_and_nothing_else,
                                        settle, clear),
        cmocka_unit_test_setup_teardown(rows_run_out_and_come_back, settle, clear),
        cmocka_unit_test_setup_teardown(there_are_as_many_as_residents_ask_and_one_for_every_domain,
                                        settle, clear),
        cmocka_unit_test_setup_teardown(one_that_ends_is_named_nowhere, settle, clear),
        cmocka_unit_test_setup_teardown(cases_of_one_that_ends_find_another, settle, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
