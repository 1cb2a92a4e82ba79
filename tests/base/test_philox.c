/* Philox gives the known answers of Random123, and eight at once are as one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/philox.h"

static void answer_is(const uint32_t counter[4], const uint32_t key[2], const uint32_t expected[4])
{
    const struct philox_key k = {{key[0], key[1]}};
    const struct philox_block c = {{counter[0], counter[1], counter[2], counter[3]}};
    const struct philox_block block = philox(k, c);
    assert_memory_equal(block.word, expected, sizeof block.word);
}

/* The vectors of Random123's kat_vectors for philox4x32 with 10 rounds. */
static void the_known_answers_hold(void **state)
{
    (void)state;
    static const uint32_t zeros[4] = {0};
    static const uint32_t ones[4] = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    static const uint32_t pi[4] = {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
    static const uint32_t pi_further[2] = {0xa4093822, 0x299f31d0};
    answer_is(zeros, zeros, (const uint32_t[4]){0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    answer_is(ones, ones, (const uint32_t[4]){0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    answer_is(pi, pi_further, (const uint32_t[4]){0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

enum { MOST = 67 };

/* For every count, so that whole eights and every remainder are met, and from
 * addresses that are not aligned. */
static void many_at_once_are_as_one_by_one(void **state)
{
    (void)state;
    const struct philox_key key = {{0xdeadbeef, 77}};
    uint32_t entity[MOST + 1], room[4][MOST + 1];
    for (uint32_t i = 0; i <= MOST; i++)
        entity[i] = i * 2654435761u;
    for (size_t count = 0; count <= MOST; count++)
        for (size_t shift = 0; shift < 2 && shift + count <= MOST; shift++) {
            const struct philox_block counter = {{1, 2, UINT32_MAX - 3, 4}};
            uint32_t *words[4] = {room[0] + shift, room[1] + shift, room[2] + shift,
                                  room[3] + shift};
            memset(room, 0xa5, sizeof room);
            philox_many(key, counter, entity + shift, count, words);
            for (size_t i = 0; i < count; i++) {
                struct philox_block one = counter;
                one.word[0] = entity[shift + i];
                one = philox(key, one);
                for (int w = 0; w < 4; w++)
                    assert_int_equal(words[w][i], one.word[w]);
            }
            for (int w = 0; w < 4; w++) /* nothing is written beyond the count */
                assert_int_equal(words[w][count], 0xa5a5a5a5);
        }
}

/* From a counter that passes its largest value on the way. */
static void a_run_is_as_one_block_after_another(void **state)
{
    (void)state;
    const struct philox_key key = {{3, 0xfeedu}};
    const struct philox_block counter = {{9, 8, 7, UINT32_MAX - 20}};
    uint32_t room[4][MOST + 1];
    uint32_t *words[4] = {room[0], room[1], room[2], room[3]};
    for (size_t count = 0; count <= MOST; count++) {
        memset(room, 0xa5, sizeof room);
        philox_run(key, counter, count, words);
        struct philox_block one = counter;
        for (size_t i = 0; i < count; i++, one.word[3]++) {
            const struct philox_block block = philox(key, one);
            for (int w = 0; w < 4; w++)
                assert_int_equal(words[w][i], block.word[w]);
        }
        for (int w = 0; w < 4; w++)
            assert_int_equal(words[w][count], 0xa5a5a5a5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_known_answers_hold),
        cmocka_unit_test(many_at_once_are_as_one_by_one),
        cmocka_unit_test(a_run_is_as_one_block_after_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
