/* Blocks are shared out over threads: every block once, in order, about equally. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <omp.h>

#include "world/blocks.h"

enum { BLOCKS = 37, MOST_THREADS = 8 };

/* Blocks of 1 to 4,096 places, one after the other. */
static uint32_t fill(struct blocks *blocks)
{
    uint32_t first = 0;
    for (uint32_t b = 0; b < BLOCKS; b++) {
        blocks->first[b] = first;
        blocks->length[b] = b % 3 == 0 ? BLOCK_PLACES : 1 + 90 * b;
        first += blocks->length[b];
    }
    return first;
}

static void take_shares(const struct blocks *blocks, struct share *shares, int threads)
{
#pragma omp parallel num_threads(threads)
    shares[omp_get_thread_num()] = blocks_share(blocks);
}

static void every_place_is_in_the_share_of_one_thread(void **state)
{
    (void)state;
    struct blocks blocks = {0};
    assert_true(blocks_init(&blocks, BLOCKS, NULL));
    const uint32_t places = fill(&blocks);
    for (int threads = 1; threads <= MOST_THREADS; threads++) {
        struct share shares[MOST_THREADS] = {{0}};
        take_shares(&blocks, shares, threads);
        for (uint32_t place = 0; place < places; place++) {
            const size_t block = blocks_find(&blocks, place);
            int having = 0;
            for (int t = 0; t < threads; t++) {
                const bool has = share_has(&shares[t], place);
                assert_int_equal(has, block >= shares[t].block && block < shares[t].end);
                having += has;
            }
            assert_int_equal(having, 1);
        }
        assert_false(share_has(&shares[0], places));
    }
    blocks_clear(&blocks);
}

/* None has more than its part and a block. */
static void shares_are_about_equal(void **state)
{
    (void)state;
    struct blocks blocks = {0};
    assert_true(blocks_init(&blocks, BLOCKS, NULL));
    const uint32_t places = fill(&blocks);
    for (int threads = 1; threads <= MOST_THREADS; threads++) {
        struct share shares[MOST_THREADS] = {{0}};
        take_shares(&blocks, shares, threads);
        for (int t = 0; t < threads; t++)
            assert_in_range(shares[t].places, 0, places / (uint32_t)threads + BLOCK_PLACES);
    }
    blocks_clear(&blocks);
}

static void more_threads_than_blocks_leave_some_without(void **state)
{
    (void)state;
    struct blocks blocks = {0};
    assert_true(blocks_init(&blocks, 1, NULL));
    blocks.length[0] = 10;
    struct share shares[MOST_THREADS] = {{0}};
    take_shares(&blocks, shares, MOST_THREADS);
    size_t having = 0;
    for (int t = 0; t < MOST_THREADS; t++)
        having += shares[t].end - shares[t].block;
    assert_int_equal(having, 1);
    blocks_clear(&blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_in_the_share_of_one_thread),
        cmocka_unit_test(shares_are_about_equal),
        cmocka_unit_test(more_threads_than_blocks_leave_some_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
