/* Sorting by the high half keeps the order of equals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/sort.h"

static int by_item(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* With values that rise, sorting whole items is sorting by key with equals in
 * their order. */
static void sorts(size_t count, uint32_t key_mask)
{
    uint64_t *items = malloc((count + 1) * sizeof *items), *spare = malloc((count + 1) * 8);
    uint64_t *expected = malloc((count + 1) * sizeof *expected);
    assert_true(items && spare && expected);
    for (size_t i = 0; i < count; i++)
        expected[i] = items[i] = sort_item((uint32_t)digest_mix(i) & key_mask, (uint32_t)i);
    qsort(expected, count, sizeof *expected, by_item);
    sort_items(items, spare, count);
    assert_memory_equal(items, expected, count * sizeof *items);
    free(items);
    free(spare);
    free(expected);
}

static void items_are_sorted_by_key_and_equals_keep_their_order(void **state)
{
    (void)state;
    sorts(0, UINT32_MAX);
    sorts(1, UINT32_MAX);
    sorts(10000, UINT32_MAX);
    sorts(10000, 0xff000000);
    sorts(10000, 7);
    sorts(10000, 0);
}

static void an_item_gives_back_what_is_sorted(void **state)
{
    (void)state;
    assert_int_equal(sort_value(sort_item(UINT32_MAX, 12345)), 12345);
    assert_int_equal(sort_value(sort_item(0, UINT32_MAX)), UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_sorted_by_key_and_equals_keep_their_order),
        cmocka_unit_test(an_item_gives_back_what_is_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
