/* Columns are taken and released by their table, whatever allocation fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/column.h"
#include "base/memory.h"

struct sheep {
    uint8_t *legs;
    double *wool;
    int64_t *shepherd;
};

static const struct column rows[] = {
    {"legs", COLUMN_U8, COLUMN_VALUE, 3, offsetof(struct sheep, legs), "1", "legs"},
    {"wool", COLUMN_F64, COLUMN_VALUE, 2, offsetof(struct sheep, wool), "kg", "wool"},
    {"shepherd", COLUMN_I64, COLUMN_VALUE, 1, offsetof(struct sheep, shepherd), "1", "shepherd"},
};
static const struct columns table = {rows, sizeof rows / sizeof *rows};

static void columns_are_taken_zeroed_and_aligned(void **state)
{
    (void)state;
    struct sheep sheep;
    struct spel_error error;
    assert_true(columns_allocate(table, &sheep, 1000, &error));
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(sheep.legs[i], 0);
    assert_int_equal((uintptr_t)sheep.wool % 64, 0);
    assert_ptr_equal(column_array(&sheep, &rows[1]), sheep.wool);
    columns_release(table, &sheep);
    assert_null(sheep.legs);
    assert_null(sheep.wool);
    columns_release(table, &sheep); /* once more is safe */
}

static void a_row_is_copied_in_every_column(void **state)
{
    (void)state;
    struct sheep sheep;
    struct spel_error error;
    assert_true(columns_allocate(table, &sheep, 3, &error));
    memcpy(sheep.legs, "abcdefghi", 9);
    sheep.wool[2] = 1.5;
    sheep.wool[3] = -2;
    sheep.shepherd[1] = INT64_MIN;
    columns_copy_row(table, &sheep, 1, 0);
    assert_memory_equal(sheep.legs, "defdefghi", 9);
    assert_true(sheep.wool[0] == 1.5 && sheep.wool[1] == -2 && sheep.wool[4] == 0);
    assert_true(sheep.shepherd[0] == INT64_MIN && sheep.shepherd[2] == 0);
    columns_release(table, &sheep);
}

static void a_row_is_cleared_in_every_column_and_no_other_row(void **state)
{
    (void)state;
    struct sheep sheep;
    struct spel_error error;
    assert_true(columns_allocate(table, &sheep, 3, &error));
    memcpy(sheep.legs, "abcdefghi", 9);
    for (size_t k = 0; k < 6; k++)
        sheep.wool[k] = 1 + (double)k;
    sheep.shepherd[0] = sheep.shepherd[1] = sheep.shepherd[2] = INT64_MIN;
    columns_clear_row(table, &sheep, 1);
    assert_memory_equal(sheep.legs, "abc\0\0\0ghi", 9);
    assert_true(sheep.wool[1] == 2 && sheep.wool[2] == 0 && sheep.wool[3] == 0 &&
                sheep.wool[4] == 5);
    assert_true(sheep.shepherd[0] == INT64_MIN && sheep.shepherd[1] == 0 &&
                sheep.shepherd[2] == INT64_MIN);
    columns_release(table, &sheep);
}

static void a_row_is_as_many_bytes_as_its_columns(void **state)
{
    (void)state;
    assert_int_equal(columns_row_bytes(table), 3 + 2 * 8 + 8);
}

static void whichever_column_cannot_be_taken_nothing_is_left(void **state)
{
    (void)state;
    for (size_t n = 1; n <= table.count; n++) {
        struct sheep sheep = {0};
        struct spel_error error;
        memory_fail_after(n);
        assert_false(columns_allocate(table, &sheep, 10, &error));
        memory_fail_after(0);
        assert_int_equal(error.code, SPEL_ERROR_MEMORY);
        assert_string_equal(error.text + strlen(error.text) - 5, "bytes");
        assert_true(!sheep.legs && !sheep.wool && !sheep.shepherd);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_taken_zeroed_and_aligned),
        cmocka_unit_test(a_row_is_copied_in_every_column),
        cmocka_unit_test(a_row_is_cleared_in_every_column_and_no_other_row),
        cmocka_unit_test(a_row_is_as_many_bytes_as_its_columns),
        cmocka_unit_test(whichever_column_cannot_be_taken_nothing_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
