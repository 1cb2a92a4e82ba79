/* Rows of neighbours hold what was added and not taken out, wherever they lie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "support/networks.h"

enum { ACTORS = 60 };

/* A matrix tells the same, slowly. */
static void compare(const struct network *network, bool tied[ACTORS][ACTORS])
{
    for (uint32_t i = 0; i < ACTORS; i++) {
        uint32_t out = 0, in = 0;
        for (uint32_t j = 0; j < ACTORS; j++) {
            assert_int_equal(network_has(network, i, j), tied[i][j]);
            assert_int_equal(lists_has(&network->in, j, i), tied[i][j]);
            out += tied[i][j];
            in += tied[j][i];
        }
        assert_int_equal(lists_degree(&network->out, i), out);
        assert_int_equal(lists_degree(&network->in, i), in);
    }
}

static void rows_hold_what_was_added_and_not_taken_out(void **state)
{
    (void)state;
    static bool tied[ACTORS][ACTORS];
    struct network network;
    assert_true(network_init(&network, ACTORS, 3, 0, NULL));
    struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 1, 0);
    for (int change = 0; change < 30000; change++) {
        const uint32_t i = stream_below(&draw, ACTORS), j = stream_below(&draw, ACTORS);
        const bool drop = change % 5000 > 3500; /* fill, then empty: rooms are taken up again */
        if (i == j || tied[i][j] != drop)
            continue;
        if (drop)
            network_drop(&network, i, j);
        else
            assert_true(network_make(&network, i, j, NULL));
        tied[i][j] = !drop;
        if (change % 500 == 0)
            compare(&network, tied);
    }
    compare(&network, tied);
    network_clear(&network);
    network_clear(&network); /* once more is safe */
}

/* The order is that of making, with the last in the gap of one that was dropped. */
static void the_order_is_that_of_the_changes(void **state)
{
    (void)state;
    struct list heads[3] = {{0}};
    uint32_t homes[3 * LISTS_HOME] = {0};
    struct lists lists = {
        .actors = 3, .list = heads, .step = sizeof *heads, .home = homes, .stride = LISTS_HOME};
    assert_true(lists_init(&lists, 0, NULL));
    for (uint32_t j = 0; j < 9; j++)
        assert_true(lists_add(&lists, 1, j | 5u << LISTS_ACTOR_BITS, NULL));
    lists_remove(&lists, 1, 2);
    static const uint32_t expected[] = {0, 1, 8, 3, 4, 5, 6, 7};
    assert_int_equal(lists_degree(&lists, 1), 8);
    for (uint32_t k = 0; k < 8; k++) {
        assert_int_equal(lists_actor(lists_row(&lists, 1)[k]), expected[k]);
        assert_int_equal(lists_row(&lists, 1)[k] >> LISTS_ACTOR_BITS, 5); /* labels stay */
    }
    lists_clear(&lists);
}

static void emptied_lists_take_no_more_room_than_before(void **state)
{
    (void)state;
    struct network_case it;
    networks_make(&it, ACTORS, 1);
    networks_scatter(&it, 12, 2);
    networks_begin(&it);
    networks_rewind(&it);
    const size_t bytes = lists_bytes(&it.now.out);
    for (int round = 0; round < 50; round++)
        networks_rewind(&it);
    assert_int_equal(lists_bytes(&it.now.out), bytes);
    assert_true(networks_same(&it.now, &it.start, it.columns));
    assert_true(networks_sound(&it.now));
    networks_clear(&it);
}

static void rows_with_a_fixed_room_are_read_alike(void **state)
{
    (void)state;
    uint32_t slots[2 * 4] = {1, 0, 0, 0, 7, 3u << LISTS_ACTOR_BITS, 9, 0};
    uint8_t degrees[2] = {1, 3};
    const struct lists lists = {.actors = 2, .slot = slots, .stride = 4, .degrees = degrees};
    assert_int_equal(lists_degree(&lists, 1), 3);
    assert_true(lists_has(&lists, 1, 7) && lists_has(&lists, 1, 0) && lists_has(&lists, 1, 9));
    assert_false(lists_has(&lists, 0, 0));
}

/* Nothing is half done when memory ends: the tie stands in both rows or in none. */
static void a_tie_for_which_there_is_no_memory_is_not_made(void **state)
{
    (void)state;
    struct network network;
    struct spel_error error;
    for (size_t calls = 1; calls < 20; calls++) {
        memory_fail_after(calls);
        const bool made = network_init(&network, ACTORS, 2, 0, &error);
        memory_fail_after(0);
        if (made)
            break;
        assert_int_equal(error.code, SPEL_ERROR_MEMORY);
        network_clear(&network);
    }
    size_t failures = 0;
    for (uint32_t i = 0; i < ACTORS; i++)
        for (uint32_t j = 0; j < ACTORS; j++) {
            if (i == j)
                continue;
            memory_fail_after(1);
            const bool made = network_make(&network, i, j, &error);
            memory_fail_after(0);
            assert_int_equal(network_has(&network, i, j), made);
            assert_int_equal(lists_has(&network.in, j, i), made);
            failures += !made;
            if (!made)
                assert_true(network_make(&network, i, j, &error));
        }
    assert_true(failures > 0);
    assert_true(networks_sound(&network));
    network_clear(&network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold_what_was_added_and_not_taken_out),
        cmocka_unit_test(the_order_is_that_of_the_changes),
        cmocka_unit_test(emptied_lists_take_no_more_room_than_before),
        cmocka_unit_test(rows_with_a_fixed_room_are_read_alike),
        cmocka_unit_test(a_tie_for_which_there_is_no_memory_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
