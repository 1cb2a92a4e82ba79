/* What kept and broken promises leave behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/history.h"
#include "support/village.h"
#include "world/history.h"

static struct village village;
static const struct history_params usual = {
    .pace = 0.008, .terms_expected = 0.75, .drift_found = 0};

static int enter(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 1, burn_in_organisations: 0}}\n");
    village.model->world.municipalities.history[0] = 0;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static struct world *world(void)
{
    return &village.model->world;
}

static double history(void)
{
    return (double)world()->municipalities.history[0];
}

static void months(uint32_t first, uint32_t count)
{
    for (uint32_t month = first; month < first + count; month++) {
        history_close(world(), month);
        history_step(&usual, (struct moment){village.model->now.key, month}, world());
    }
}

static void history_stays_where_nothing_was_promised(void **state)
{
    (void)state;
    world()->municipalities.history[0] = 0.5f;
    months(1, 12);
    assert_float_equal(history(), 0.5, 1e-7);
}

static void history_is_held_where_as_many_terms_are_kept_as_expected(void **state)
{
    (void)state;
    history_kept(world(), 0, HISTORY_TERMS, 75);
    history_broken(world(), 0, HISTORY_TERMS, 25);
    months(1, 1);
    assert_float_equal(history(), 0, 1e-7);
}

/* (0.5 - 0.75) / 0.25 = -1, and below that it is held. */
static void half_of_the_terms_is_as_bad_as_none(void **state)
{
    (void)state;
    history_kept(world(), 0, HISTORY_TERMS, 50);
    history_broken(world(), 0, HISTORY_TERMS, 50);
    months(1, 1);
    assert_float_equal(history(), -0.008, 1e-7);
    world()->municipalities.history[0] = 0;
    history_broken(world(), 0, HISTORY_TERMS, 200);
    months(2, 1);
    assert_float_equal(history(), -0.008, 1e-7);
}

/* Two pilots went on and one was withdrawn: (2 - 1) / 4. A tightening: -1/2. All terms
 * kept: 1. Their mean is 0.25. */
static void all_kinds_that_occurred_weigh_alike(void **state)
{
    (void)state;
    history_kept(world(), 0, HISTORY_PILOTS, 2);
    history_broken(world(), 0, HISTORY_PILOTS, 1);
    history_broken(world(), 0, HISTORY_TIGHTENING, 1);
    history_kept(world(), 0, HISTORY_TERMS, 1000);
    months(1, 1);
    assert_float_equal(history(), 0.008 * 0.25, 1e-7);
}

static void what_was_kept_is_remembered_for_twelve_months(void **state)
{
    (void)state;
    history_kept(world(), 0, HISTORY_CHALLENGES, 1);
    months(5, 12);
    const double year = history();
    assert_in_range((uintmax_t)(1e6 * year), 1e6 * 0.5 * 0.09, 1e6 * 0.5 * 0.1);
    assert_int_equal(history_year_kept(world(), 0, HISTORY_CHALLENGES), 1);
    months(17, 12);
    assert_int_equal(history_year_kept(world(), 0, HISTORY_CHALLENGES), 0);
    assert_float_equal(history(), year, 1e-7);
}

/* Of all hours a quarter goes to own interest and half is looked at; with chance 8 x 0.125
 * it is found out. */
static void monitoring_finds_out_what_serves_own_interest(void **state)
{
    (void)state;
    struct organisations *o = &world()->organisations;
    for (size_t i = 0; i < o->count; i++) {
        o->hours[i] = 10;
        o->drift[i] = 0.25f;
        o->steering[i] = 0.5f;
    }
    struct history_params eager = usual;
    eager.drift_found = 8;
    const struct moment now = {village.model->now.key, 1};
    history_step(&usual, now, world());
    assert_int_equal(world()->municipalities.broken[HISTORY_DRIFT], 0);
    history_step(&eager, now, world());
    assert_int_equal(world()->municipalities.broken[HISTORY_DRIFT], 1);
    for (size_t i = 0; i < o->count; i++)
        o->steering[i] = 1; /* nobody looks */
    history_step(&eager, now, world());
    assert_int_equal(world()->municipalities.broken[HISTORY_DRIFT], 1);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(history_stays_where_nothing_was_promised),
        IN_VILLAGE(history_is_held_where_as_many_terms_are_kept_as_expected),
        IN_VILLAGE(half_of_the_terms_is_as_bad_as_none),
        IN_VILLAGE(all_kinds_that_occurred_weigh_alike),
        IN_VILLAGE(what_was_kept_is_remembered_for_twelve_months),
        IN_VILLAGE(monitoring_finds_out_what_serves_own_interest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
