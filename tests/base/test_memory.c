/* Memory is taken zeroed or not at all, and a test can make it fail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"

static void the_nth_allocation_from_now_fails_and_no_other(void **state)
{
    (void)state;
    struct spel_error error;
    memory_fail_after(2);
    void *first = memory_take(1, 1, &error), *second = memory_take(1, 1, &error);
    void *third = memory_take(1, 1, &error);
    assert_non_null(first);
    assert_null(second);
    assert_non_null(third);
    memory_release(first);
    memory_release(third);
    memory_release(NULL);
}

static void a_product_that_is_too_large_is_refused_with_a_sentence(void **state)
{
    (void)state;
    struct spel_error error;
    assert_null(memory_take(SIZE_MAX / 4, 8, &error));
    assert_int_equal(error.code, SPEL_ERROR_MEMORY);
    assert_string_equal(error.text, "no memory for 4611686018427387903 rows of 8 bytes");
    assert_null(memory_take(SIZE_MAX, 1, NULL)); /* nobody wants the sentence */
}

static void no_bytes_are_at_least_one(void **state)
{
    (void)state;
    struct spel_error error;
    void *memory = memory_take(0, 8, &error);
    assert_non_null(memory);
    memory_release(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nth_allocation_from_now_fails_and_no_other),
        cmocka_unit_test(a_product_that_is_too_large_is_refused_with_a_sentence),
        cmocka_unit_test(no_bytes_are_at_least_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
