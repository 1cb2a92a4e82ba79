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
        cmocka_unit_test(nothing_beyond_the_count_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
