/* The digest of rows of columns: what it is made of, that it sees every bit of every value and
 * nothing of the order of rows, and that rows which are nearly alike do not meet more often than
 * chance has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/row_hash.h"

enum { ROWS = 1000, WIDTH = 3, ROW_BYTES = 19, MANY = 1 << 18 };

/* A population in small: every size of value, one of them three a row. */
struct table {
    uint8_t small[ROWS];
    uint64_t large[ROWS];
    uint16_t middle[ROWS];
    uint8_t wide[ROWS * WIDTH];
    uint32_t word[ROWS];
    uint8_t last[ROWS];
    bool used[ROWS];
};

static void fill(struct table *table)
{
    for (size_t i = 0; i < ROWS; i++) {
        table->small[i] = (uint8_t)i;
        table->large[i] = digest_mix(i);
        table->middle[i] = (uint16_t)(i * 31);
        for (size_t k = 0; k < WIDTH; k++)
            table->wide[i * WIDTH + k] = (uint8_t)(i * 7 + k);
        table->word[i] = (uint32_t)(i * i);
        table->last[i] = 1;
        table->used[i] = true;
    }
}

/* Of rows `from` to `end`, at most `most` at a time. */
static struct digest digest_rows(const struct table *table, size_t from, size_t end, size_t most,
                                 uint64_t salt)
{
    struct digest sum = {0, 0};
    for (size_t at = from; at < end; at += most) {
        struct row_hash hash;
        row_hash_begin(&hash, salt, end - at < most ? end - at : most);
        row_hash_put(&hash, table->small + at, 1, 1);
        row_hash_put(&hash, table->large + at, 8, 1);
        row_hash_put(&hash, table->middle + at, 2, 1);
        for (size_t k = 0; k < WIDTH; k++)
            row_hash_put(&hash, table->wide + at * WIDTH + k, 1, WIDTH);
        row_hash_put(&hash, table->word + at, 4, 1);
        row_hash_put(&hash, table->last + at, 1, 1);
        row_hash_end(&hash, table->used + at, &sum);
    }
    return sum;
}

static struct digest digest_table(const struct table *table)
{
    return digest_rows(table, 0, ROWS, ROW_HASH_ROWS, 5);
}

static bool same(struct digest a, struct digest b)
{
    return a.low == b.low && a.high == b.high;
}

static int bits_of(uint64_t x)
{
    int bits = 0;
    for (; x; x &= x - 1)
        bits++;
    return bits;
}

/* Written out for one row: seven words in four pairs, the last of them half. */
static void a_row_is_hashed_as_its_description_says(void **state)
{
    (void)state;
    static struct table table;
    table.small[0] = 0xA1;
    table.large[0] = 0xB8B7B6B5B4B3B2B1u;
    table.middle[0] = 0xC2C1;
    memcpy(table.wide, (uint8_t[]){0xD1, 0xD2, 0xD3}, WIDTH);
    table.word[0] = 0xE4E3E2E1u;
    table.last[0] = 0xF1;
    table.used[0] = true;
    const uint32_t words[] = {0xA1, 0xB4B3B2B1u, 0xB8B7B6B5u, 0xD2D1C2C1u,
                              0xD3, 0xE4E3E2E1u, 0xF1,        0};
    uint64_t sum[2] = {0, 0};
    for (size_t pair = 0; pair < 4; pair++)
        for (size_t lane = 0; lane < 2; lane++) {
            const uint64_t keys = digest_mix(77 + 2 * pair + lane);
            const uint64_t x = (words[2 * pair] + keys) & UINT32_MAX;
            const uint64_t y = (words[2 * pair + 1] + (keys >> 32)) & UINT32_MAX;
            sum[lane] += x * y;
        }
    const struct digest found = digest_rows(&table, 0, 1, ROW_HASH_ROWS, 77);
    assert_true(found.low == digest_mix(sum[0] ^ 77));
    assert_true(found.high == digest_mix(sum[1] + found.low));
}

/* Whatever the machine's bytes and vectors are; worked out once more by whole numbers of any
 * length, in Python. */
static void the_digest_of_a_table_is_this(void **state)
{
    (void)state;
    static struct table table;
    char text[DIGEST_TEXT];
    fill(&table);
    digest_text(digest_table(&table), text);
    assert_string_equal(text, "772f3fa0afbf07854fdd731f036d3d0e");
}

static void rows_add_up_in_any_order_and_any_strips(void **state)
{
    (void)state;
    static struct table table, turned;
    fill(&table);
    for (size_t i = 0; i < ROWS; i++) {
        const size_t j = (i * 617 + 5) % ROWS;
        turned.small[i] = table.small[j];
        turned.large[i] = table.large[j];
        turned.middle[i] = table.middle[j];
        memcpy(turned.wide + i * WIDTH, table.wide + j * WIDTH, WIDTH);
        turned.word[i] = table.word[j];
        turned.last[i] = table.last[j];
        turned.used[i] = true;
    }
    const struct digest whole = digest_table(&table);
    assert_true(same(whole, digest_table(&turned)));
    for (size_t most = 1; most < 12; most++)
        assert_true(same(whole, digest_rows(&table, 0, ROWS, most, 5)));
    assert_false(same(whole, digest_rows(&table, 0, ROWS, ROW_HASH_ROWS, 6)));
}

static void rows_that_are_not_used_are_not_seen(void **state)
{
    (void)state;
    static struct table table;
    fill(&table);
    const struct digest all = digest_table(&table);
    table.used[300] = false;
    const struct digest without = digest_table(&table);
    table.word[300]++;
    assert_true(same(without, digest_table(&table)));
    table.word[300]--;
    struct digest both = without;
    digest_add(&both, digest_rows(&table, 299, 300, 1, 5));
    assert_false(same(both, all));
    table.used[300] = true;
    both = without;
    digest_add(&both, digest_rows(&table, 300, 301, 1, 5));
    assert_true(same(both, all));
}

static void values_that_change_rows_or_columns_change_the_sum(void **state)
{
    (void)state;
    static struct table table;
    fill(&table);
    const struct digest before = digest_table(&table);
    for (size_t i = 1; i < ROWS; i++) {
        const uint32_t word = table.word[i];
        table.word[i] = table.word[i - 1];
        table.word[i - 1] = word;
        assert_false(same(before, digest_table(&table)));
        table.word[i - 1] = table.word[i];
        table.word[i] = word;
        const uint8_t first = table.wide[i * WIDTH];
        table.wide[i * WIDTH] = table.wide[i * WIDTH + 1];
        table.wide[i * WIDTH + 1] = first;
        assert_false(same(before, digest_table(&table)));
        table.wide[i * WIDTH + 1] = table.wide[i * WIDTH];
        table.wide[i * WIDTH] = first;
    }
    assert_true(same(before, digest_table(&table)));
}

/* The byte of a row in which the values lie one after another. */
static uint8_t *byte_of(struct table *table, size_t row, size_t byte)
{
    if (byte == 0)
        return &table->small[row];
    if (byte < 9)
        return (uint8_t *)&table->large[row] + byte - 1;
    if (byte < 11)
        return (uint8_t *)&table->middle[row] + byte - 9;
    if (byte < 14)
        return &table->wide[row * WIDTH + byte - 11];
    return byte < 18 ? (uint8_t *)&table->word[row] + byte - 14 : &table->last[row];
}

/* Of 128,000 bits that may turn with each bit half do, give or take 179 by chance (one standard
 * deviation); of the 1,000 times that each bit of the digest may turn with some bit, half. */
static void each_bit_of_a_row_turns_half_of_the_bits_of_its_digest(void **state)
{
    (void)state;
    static struct table table;
    fill(&table);
    for (size_t bit = 0; bit < 8 * ROW_BYTES; bit++) {
        int turned = 0;
        for (size_t row = 0; row < ROWS; row++) {
            const struct digest before = digest_rows(&table, row, row + 1, 1, 5);
            *byte_of(&table, row, bit / 8) ^= (uint8_t)(1u << bit % 8);
            const struct digest after = digest_rows(&table, row, row + 1, 1, 5);
            *byte_of(&table, row, bit / 8) ^= (uint8_t)(1u << bit % 8);
            assert_true(before.low != after.low && before.high != after.high);
            turned += bits_of(before.low ^ after.low) + bits_of(before.high ^ after.high);
        }
        assert_in_range(turned, 64000 - 5 * 179, 64000 + 5 * 179);
    }
}

static int by_size(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static size_t pairs_alike(uint32_t *values, size_t count)
{
    size_t pairs = 0, alike = 0;
    qsort(values, count, sizeof *values, by_size);
    for (size_t i = 1; i < count; i++) {
        alike = values[i] == values[i - 1] ? alike + 1 : 0;
        pairs += alike;
    }
    return pairs;
}

/* 262,144 rows of four small numbers; any 32 bits of their digests are alike for 8 pairs if they
 * are as good as drawn (a standard deviation is 2.8). */
static void rows_of_small_numbers_meet_no_more_often_than_chance_has_them(void **state)
{
    (void)state;
    enum { PARTS = 4 };
    uint32_t *parts[PARTS];
    for (size_t p = 0; p < PARTS; p++)
        assert_non_null(parts[p] = malloc(MANY * sizeof(uint32_t)));
    for (uint32_t i = 0; i < MANY; i++) {
        const uint8_t a = i % 32, b = i / 32 % 16;
        const uint32_t c = i / 512 % 16;
        const float d = (float)(i / 8192) * 0.25f;
        const bool used = true;
        struct row_hash hash;
        struct digest sum = {0, 0};
        row_hash_begin(&hash, 9, 1);
        row_hash_put(&hash, &a, 1, 1);
        row_hash_put(&hash, &b, 1, 1);
        row_hash_put(&hash, &c, 4, 1);
        row_hash_put(&hash, &d, 4, 1);
        row_hash_end(&hash, &used, &sum);
        parts[0][i] = (uint32_t)sum.low;
        parts[1][i] = (uint32_t)(sum.low >> 32);
        parts[2][i] = (uint32_t)sum.high;
        parts[3][i] = (uint32_t)(sum.high >> 32);
    }
    for (size_t p = 0; p < PARTS; p++) {
        assert_in_range(pairs_alike(parts[p], MANY), 0, 8 + 5 * 3);
        free(parts[p]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_hashed_as_its_description_says),
        cmocka_unit_test(the_digest_of_a_table_is_this),
        cmocka_unit_test(rows_add_up_in_any_order_and_any_strips),
        cmocka_unit_test(rows_that_are_not_used_are_not_seen),
        cmocka_unit_test(values_that_change_rows_or_columns_change_the_sum),
        cmocka_unit_test(each_bit_of_a_row_turns_half_of_the_bits_of_its_digest),
        cmocka_unit_test(rows_of_small_numbers_meet_no_more_often_than_chance_has_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
