/* Ties go with who leaves, follow who moves, and tell what alters experienced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/support_cutting.h"
#include "support/village.h"
#include "world/households.h"

/* Nothing but people and their ties. */
#define PEOPLE_ONLY                                                                                \
    "processes: {needs: off, informal_support: off, intake: off, formal_support: off, "            \
    "self_reliance: off, trust: off, steering: off, finance: off, support_network: off}\n"         \
    "parameters: {settlement: {burn_in: 0}}\n"

static struct village village;

static struct world *world_now(void)
{
    return &village.model->world;
}

static int settle(void **state)
{
    (void)state;
    village_settle(&village, PEOPLE_ONLY);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

/* Somebody with a tie of the kind. */
static uint32_t with_tie(enum tie_kind kind, uint32_t *alter)
{
    const struct ties *ties = &world_now()->ties;
    for (uint32_t i = 0;; i++)
        for (size_t k = 0; k < ties->degree[i]; k++) {
            const uint32_t tie = ties->alter[(size_t)i * TIE_SLOTS + k];
            if (tie_kind(tie) == kind) {
                *alter = tie_place(tie);
                return i;
            }
        }
}

static size_t neighbourhood_of(uint32_t place)
{
    const struct world *world = world_now();
    return world->blocks.neighbourhood[blocks_find(&world->blocks, place)];
}

static int32_t sum(const int32_t *counts)
{
    int32_t total = 0;
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        total += counts[n];
    return total;
}

static void nobody_counts_on_who_left_or_is_counted_on_by_them(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t gone;
    const uint32_t i = with_tie(TIE_FRIEND, &gone);
    const size_t degree = ties_degree(&world->ties, i), named = world->ties.in_degree[gone];
    households_remove(world, gone, 1);
    vacancies_leave(world, neighbourhood_of(gone), gone, NEWS_LEFT);
    support_cutting(world);
    assert_int_equal(ties_degree(&world->ties, i), degree - 1);
    assert_int_equal(world->residents.news[gone], 0);
    for (uint32_t j = 0; j < world->residents.count; j++) {
        assert_false(ties_has(&world->ties, j, gone));
        for (size_t k = 0; k < TIE_SLOTS; k++) {
            const uint32_t ego = world->ties.ego[(size_t)j * TIE_SLOTS + k];
            assert_false(ego != 0 && tie_place(ego) == gone);
        }
    }
    assert_int_equal(sum(world->neighbourhoods.ties_lost_by_moving), named);
    assert_int_equal(sum(world->neighbourhoods.ties_lost_by_death), 0);
}

static void ties_lost_by_death_are_counted_apart(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t gone;
    with_tie(TIE_KIN, &gone);
    const size_t named = world->ties.in_degree[gone];
    households_remove(world, gone, 1);
    vacancies_leave(world, neighbourhood_of(gone), gone, NEWS_LEFT | NEWS_DIED);
    support_cutting(world);
    assert_int_equal(sum(world->neighbourhoods.ties_lost_by_death), named);
    assert_int_equal(sum(world->neighbourhoods.ties_lost_by_moving), 0);
}

/* Moves a resident as demography does. */
static uint32_t move(uint32_t from)
{
    struct world *world = world_now();
    const uint32_t to = vacancies_take(world, world->neighbourhoods.count - 1);
    columns_copy_row(residents_columns, &world->residents, from, to);
    columns_copy_row(ties_columns, &world->ties, from, to);
    vacancies_leave(world, neighbourhood_of(from), from, NEWS_MOVED);
    world->residents.next[from] = to;
    return to;
}

static void a_tie_to_who_moved_leads_to_the_new_place(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t from;
    const uint32_t i = with_tie(TIE_STREET, &from);
    const size_t degree = ties_degree(&world->ties, i);
    const uint32_t to = move(from);
    support_cutting(world);
    assert_true(ties_has(&world->ties, i, to));
    assert_false(ties_has(&world->ties, i, from));
    assert_int_equal(ties_degree(&world->ties, i), degree);
    assert_int_equal(ties_degree(&world->ties, from) + world->ties.in_degree[from], 0);
}

/* Both at once: each is told of the other at the new place. */
static void two_who_move_together_still_count_on_each_other(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t other;
    const uint32_t one = with_tie(TIE_HOUSEHOLD, &other);
    assert_true(ties_has(&world->ties, other, one));
    const size_t degree = ties_degree(&world->ties, one);
    const uint32_t one_now = move(one), other_now = move(other);
    support_cutting(world);
    assert_true(ties_has(&world->ties, one_now, other_now));
    assert_true(ties_has(&world->ties, other_now, one_now));
    assert_int_equal(ties_degree(&world->ties, one_now), degree);
}

/* Good and bad experiences of alters last month, counted to fifteen each. */
static void what_alters_experienced_is_heard_once(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t alter;
    const uint32_t i = with_tie(TIE_KIN, &alter);
    world->residents.news[alter] = NEWS_GOOD | NEWS_BAD;
    support_cutting(world);
    assert_int_equal(world->residents.heard[i], 1 | 1 << 4);
    support_cutting(world);
    assert_int_equal(world->residents.heard[i], 0);
}

/* Rows hold sixteen, and so do the two counts. */
static void what_more_than_fifteen_experienced_is_heard_as_fifteen(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t alter;
    const uint32_t i = with_tie(TIE_KIN, &alter);
    for (uint32_t j = 0; j < world->residents.count; j++)
        if (j != i && residents_present(&world->residents, j))
            ties_make(&world->ties, i, j, TIE_FRIEND, 99);
    assert_int_equal(ties_degree(&world->ties, i), TIE_SLOTS);
    for (size_t k = 0; k < TIE_SLOTS; k++)
        world->residents.news[tie_place(world->ties.alter[(size_t)i * TIE_SLOTS + k])] = NEWS_BAD;
    support_cutting(world);
    assert_int_equal(world->residents.heard[i], 15 << 4);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(nobody_counts_on_who_left_or_is_counted_on_by_them),
        IN_VILLAGE(ties_lost_by_death_are_counted_apart),
        IN_VILLAGE(a_tie_to_who_moved_leads_to_the_new_place),
        IN_VILLAGE(two_who_move_together_still_count_on_each_other),
        IN_VILLAGE(what_alters_experienced_is_heard_once),
        IN_VILLAGE(what_more_than_fifteen_experienced_is_heard_as_fifteen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
