/* Errors are sentences, one or a line a fault. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"

static void an_error_holds_one_sentence_or_a_line_a_fault(void **state)
{
    (void)state;
    struct spel_error error;
    assert_false(error_set(&error, SPEL_ERROR_INPUT, "%s = %d: too much", "sheep", 3));
    assert_string_equal(error.text, "sheep = 3: too much");
    assert_false(error_add(&error, SPEL_ERROR_INPUT, "and more"));
    assert_string_equal(error.text, "sheep = 3: too much\nand more");
    assert_int_equal(error.count, 2);
    assert_false(error_set(&error, SPEL_ERROR_MEMORY, "anew"));
    assert_string_equal(error.text, "anew");
    assert_int_equal(error.count, 1);
    error_clear(&error);
    assert_int_equal(error.code, SPEL_FINE);
    assert_string_equal(error.text, "");
}

static void faults_beyond_the_room_are_counted_and_cut_off(void **state)
{
    (void)state;
    struct spel_error error;
    error_clear(&error);
    for (int i = 0; i < 100000; i++)
        error_add(&error, SPEL_ERROR_INPUT, "one more line of text %d", i);
    assert_int_equal(error.count, 100000);
    assert_true(strlen(error.text) < sizeof error.text);
    assert_int_equal(strncmp(error.text, "one more line of text 0\none", 27), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_holds_one_sentence_or_a_line_a_fault),
        cmocka_unit_test(faults_beyond_the_room_are_counted_and_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
