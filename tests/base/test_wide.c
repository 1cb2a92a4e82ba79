/* Loops four at once do what a loop one by one does, to the bit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/elementary.h"
#include "base/wide.h"

enum { COUNT = 37 }; /* no multiple of four */

static void fill(double *x)
{
    for (int i = 0; i < COUNT; i++)
        x[i] = (i * 7919 % 1000 - 500) * 0.37;
}

static void assert_same_bits(double one, double other)
{
    assert_memory_equal(&one, &other, sizeof one);
}

static void exponentials_are_those_of_one_by_one(void **state)
{
    (void)state;
    double x[COUNT], y[COUNT];
    fill(x);
    wide_exp(x, 1.25, y, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_same_bits(y[i], elementary_exp(x[i] - 1.25));
}

static void products_are_added_in_two_roundings(void **state)
{
    (void)state;
    double x[COUNT], y[COUNT], expected[COUNT];
    fill(x);
    for (int i = 0; i < COUNT; i++) {
        y[i] = 1.0 / (i + 3);
        volatile double product = 0.1 * x[i];
        expected[i] = y[i] + product;
    }
    wide_add(y, 0.1, x, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_same_bits(y[i], expected[i]);
}

static void products_of_whole_numbers_are_those_of_one_by_one(void **state)
{
    (void)state;
    uint32_t x[COUNT], y[COUNT];
    uint64_t sum[COUNT], expected[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        x[i] = i * 0x9E3779B9u;
        y[i] = ~x[i] * 77;
        sum[i] = expected[i] = UINT64_MAX - i; /* goes over */
        expected[i] += (((uint64_t)x[i] + 0xF0000001u) % 0x100000000u) *
                       (((uint64_t)y[i] + 0xABCDEF01u) % 0x100000000u);
    }
    wide_products(sum, x, 0xF0000001u, y, 0xABCDEF01u, COUNT);
    assert_memory_equal(sum, expected, sizeof sum);
}

static void roots_are_those_of_one_by_one(void **state)
{
    (void)state;
    double x[COUNT];
    for (int i = 0; i < COUNT; i++)
        x[i] = i * 1.7;
    wide_sqrt(x, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_same_bits(x[i], elementary_sqrt(i * 1.7));
}

static void equals_are_one_and_others_nothing(void **state)
{
    (void)state;
    double x[COUNT], y[COUNT];
    fill(x);
    wide_equal(x, x[11], y, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_same_bits(y[i], i == 11 ? 1 : 0);
}

static void likeness_falls_with_what_lies_between(void **state)
{
    (void)state;
    double x[COUNT], y[COUNT];
    fill(x);
    wide_apart(x, 1.5, 0.7, 0.3, y, COUNT);
    for (int i = 0; i < COUNT; i++) {
        volatile double product = (x[i] > 1.5 ? x[i] - 1.5 : 1.5 - x[i]) * 0.3;
        assert_same_bits(y[i], 0.7 - product);
    }
}

static void distances_are_those_of_one_by_one(void **state)
{
    (void)state;
    const struct wide_place from = {.x = 3, .y = -40, .scale = 0.1, .less = 2};
    double x[COUNT], y[COUNT], distance[COUNT];
    fill(x);
    for (int i = 0; i < COUNT; i++)
        y[i] = x[COUNT - 1 - i];
    wide_distance(x, y, from, distance, COUNT);
    for (int i = 0; i < COUNT; i++) {
        volatile double across = (3 - x[i]) * (3 - x[i]), up = (-40 - y[i]) * (-40 - y[i]);
        volatile double scaled = elementary_sqrt(across + up) * 0.1;
        assert_same_bits(distance[i], scaled - 2);
    }
}

/* Of rows that are longer, and of some that come twice. */
static void columns_are_those_of_the_rows(void **state)
{
    (void)state;
    enum { ROWS = 11, SIZE = 9, APART = COUNT + 3 };
    double rows[ROWS * SIZE], column[7 * APART];
    uint32_t which[COUNT];
    for (int i = 0; i < ROWS * SIZE; i++)
        rows[i] = i;
    for (uint32_t i = 0; i < COUNT; i++)
        which[i] = i * i % ROWS;
    for (size_t columns = 0; columns <= 7; columns++) {
        memset(column, 0, sizeof column);
        wide_columns(column, APART, columns, rows, SIZE, which, COUNT);
        for (size_t c = 0; c < 7; c++)
            for (size_t i = 0; i < APART; i++)
                assert_true(column[c * APART + i] ==
                            (c < columns && i < COUNT ? (double)(which[i] * SIZE + c) : 0));
    }
}

static void nothing_beyond_the_count_is_written(void **state)
{
    (void)state;
    double x[COUNT], y[COUNT];
    fill(x);
    memset(y, 0, sizeof y);
    wide_exp(x, 0, y, 5);
    assert_true(y[4] > 0);
    assert_true(y[5] == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponentials_are_those_of_one_by_one),
        cmocka_unit_test(products_are_added_in_two_roundings),
        cmocka_unit_test(products_of_whole_numbers_are_those_of_one_by_one),
        cmocka_unit_test(roots_are_those_of_one_by_one),
        cmocka_unit_test(equals_are_one_and_others_nothing),
        cmocka_unit_test(likeness_falls_with_what_lies_between),
        cmocka_unit_test(distances_are_those_of_one_by_one),
        cmocka_unit_test(columns_are_those_of_the_rows),
        cmocka_unit_test(nothing_beyond_the_count_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
