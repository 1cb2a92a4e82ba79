/* A digest does not know the order of rows, and sees every value. */
#include <stdbool.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"

/* SplitMix64 from state 0, as in its author's public-domain program. */
static void mixing_gives_the_known_answers_of_splitmix64(void **state)
{
    (void)state;
    const uint64_t step = 0x9E3779B97F4A7C15u;
    assert_true(digest_mix(0) == 0xE220A8397B1DCDAFu);
    assert_true(digest_mix(step) == 0x6E789E6AA1B965F4u);
    assert_true(digest_mix(2 * step) == 0x06C45D188009454Fu);
}

static void a_sum_carries_from_the_low_to_the_high_half(void **state)
{
    (void)state;
    struct digest sum = {UINT64_MAX, 5};
    digest_add(&sum, (struct digest){1, 0});
    assert_true(sum.low == 0 && sum.high == 6);
    digest_add(&sum, (struct digest){UINT64_MAX, UINT64_MAX});
    assert_true(sum.low == UINT64_MAX && sum.high == 5);
}

static bool same(struct digest a, struct digest b)
{
    return a.low == b.low && a.high == b.high;
}

static void a_sum_is_the_same_in_any_order(void **state)
{
    (void)state;
    struct digest forward = {0, 0}, backward = {0, 0};
    for (uint64_t i = 0; i < 1000; i++) {
        digest_add(&forward, digest_of(i, 3, i * i));
        digest_add(&backward, digest_of(999 - i, 3, (999 - i) * (999 - i)));
    }
    assert_true(same(forward, backward));
}

static void another_row_column_or_value_gives_another_digest(void **state)
{
    (void)state;
    const struct digest one = digest_of(1, 2, 3);
    assert_true(same(one, digest_of(1, 2, 3)));
    assert_false(same(one, digest_of(2, 1, 3)));
    assert_false(same(one, digest_of(1, 3, 2)));
    assert_false(same(one, digest_of(1, 2, 4)));
    assert_false(same(digest_of(0, 0, 0), (struct digest){0, 0}));
}

/* Two rows that exchange a value: the sum must see it. */
static void values_that_change_rows_change_the_sum(void **state)
{
    (void)state;
    struct digest one = digest_of(1, 0, 10), other = digest_of(1, 0, 20);
    digest_add(&one, digest_of(2, 0, 20));
    digest_add(&other, digest_of(2, 0, 10));
    assert_false(same(one, other));
}

static void the_chain_knows_the_order_of_months(void **state)
{
    (void)state;
    const struct digest start = {0, 0}, a = {1, 2}, b = {3, 4};
    assert_false(
        same(digest_chain(digest_chain(start, a), b), digest_chain(digest_chain(start, b), a)));
}

static void a_digest_is_told_in_32_digits(void **state)
{
    (void)state;
    char text[DIGEST_TEXT];
    digest_text((struct digest){0xabc, 0x8000000000000001u}, text);
    assert_string_equal(text, "80000000000000010000000000000abc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mixing_gives_the_known_answers_of_splitmix64),
        cmocka_unit_test(a_sum_carries_from_the_low_to_the_high_half),
        cmocka_unit_test(a_sum_is_the_same_in_any_order),
        cmocka_unit_test(another_row_column_or_value_gives_another_digest),
        cmocka_unit_test(values_that_change_rows_change_the_sum),
        cmocka_unit_test(the_chain_knows_the_order_of_months),
        cmocka_unit_test(a_digest_is_told_in_32_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
