#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/inputs.h"
#include "output/inputs_words.h"
#include "output/journal.h"
#include "output/record.h"
#include "support/little.h"

static char folder[LITTLE_PATH], path[LITTLE_PATH];

static int begin(void **state)
{
    (void)state;
    if (!little_folder(folder))
        return -1;
    little_path(folder, "file", path);
    return 0;
}

static int end(void **state)
{
    (void)state;
    little_remove(folder);
    return 0;
}

static void write_bytes(const char *bytes, size_t count)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
}

static void assert_refused(const char *sentence)
{
    struct hdf hdf;
    struct heading heading;
    struct spel_error error = {.code = SPEL_FINE};
    assert_false(heading_open(&hdf, path, &heading, &error));
    assert_int_equal(error.code, SPEL_ERROR_INPUT);
    if (!strstr(error.text, sentence))
        fail_msg("'%s' is not in '%s'", sentence, error.text);
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    assert_refused("no such file");
}

static void an_empty_file_is_refused(void **state)
{
    (void)state;
    write_bytes("", 0);
    assert_refused("an empty file");
}

static void what_is_no_hdf5_is_refused(void **state)
{
    (void)state;
    write_bytes("samenspel: 1\n", 13);
    assert_refused("not an HDF5 file");
}

static void a_folder_is_refused(void **state)
{
    (void)state;
    strcpy(path, folder);
    assert_refused("not a file");
}

static void a_file_of_another_program_is_refused(void **state)
{
    (void)state;
    struct hdf hdf;
    assert_true(hdf_create(&hdf, path, NULL));
    hdf_attribute_text(&hdf, hdf.file, "source", "weather model 3");
    assert_true(hdf_close(&hdf));
    assert_refused("not one of samenspel; it says it comes from weather model 3");
}

static void a_newer_format_is_refused(void **state)
{
    (void)state;
    struct hdf hdf;
    const int format = HEADING_FORMAT + 1;
    assert_true(hdf_create(&hdf, path, NULL));
    hdf_attribute_text(&hdf, hdf.file, "source", "samenspel 99.0 (later)");
    hdf_attribute_number(&hdf, hdf.file, "samenspel_format", H5T_NATIVE_INT, &format);
    assert_true(hdf_close(&hdf));
    assert_refused("of a newer format than this program reads; it was written by samenspel 99.0");
}

static void the_first_failure_is_kept_and_the_rest_does_nothing(void **state)
{
    (void)state;
    struct hdf hdf;
    struct spel_error error = {.code = SPEL_FINE};
    assert_true(hdf_create(&hdf, path, &error));
    const hid_t first = hdf_group(&hdf, hdf.file, "a");
    const hid_t second = hdf_group(&hdf, hdf.file, "a");
    assert_true(hdf.failed);
    hdf_scalar_text(&hdf, second, "text", "lost", (struct hdf_words){0});
    hdf_release(&hdf, first);
    assert_false(hdf_close(&hdf));
    assert_non_null(strstr(error.text, "file: cannot be written"));
}

static void a_record_gives_back_what_was_put(void **state)
{
    (void)state;
    enum { MANY = 400000 };
    static uint32_t numbers[MANY], again[MANY];
    struct record record;
    struct spel_error error = {.code = SPEL_FINE};
    for (uint32_t i = 0; i < MANY; i++)
        numbers[i] = i * 2654435761u;
    assert_true(record_create(&record, path, &error));
    record_put_text(&record, "zorg");
    record_put(&record, numbers, sizeof numbers);
    record_put_number(&record, 7);
    assert_true(record_finish(&record));
    assert_true(record_open(&record, path, &error));
    char *text = record_take_text(&record);
    assert_string_equal(text, "zorg");
    record_take(&record, again, sizeof again);
    assert_memory_equal(again, numbers, sizeof numbers);
    assert_int_equal(record_take_number(&record), 7);
    memory_release(text);
    record_close(&record);
}

static void a_record_with_one_changed_byte_is_refused(void **state)
{
    (void)state;
    struct record record;
    struct spel_error error = {.code = SPEL_FINE};
    assert_true(record_create(&record, path, &error));
    for (uint64_t i = 0; i < 1000; i++)
        record_put_number(&record, i);
    assert_true(record_finish(&record));
    FILE *file = fopen(path, "r+b");
    fseek(file, 4001, SEEK_SET);
    fputc(0xff, file);
    fclose(file);
    assert_false(record_open(&record, path, &error));
    assert_int_equal(error.code, SPEL_ERROR_MISMATCH);
    assert_non_null(strstr(error.text, "damaged"));
}

static void a_record_that_is_cut_short_is_refused(void **state)
{
    (void)state;
    struct record record;
    struct spel_error error = {.code = SPEL_FINE};
    assert_true(record_create(&record, path, &error));
    record_put_text(&record, "a text of some length");
    assert_true(record_finish(&record));
    for (off_t length = 0; length < 37; length++) {
        assert_int_equal(truncate(path, 36 - length), 0);
        assert_false(record_open(&record, path, &error));
        assert_non_null(strstr(error.text, "damaged"));
    }
}

static void a_journal_is_read_in_the_order_it_was_told(void **state)
{
    (void)state;
    FILE *file = fopen(path, "w+b");
    struct journal journal = {.file = fileno(file), .path = path, .start = 100, .end = 100};
    struct spel_error error = {.code = SPEL_FINE};
    const int32_t a[] = {1, 2, 3};
    const char b[] = "xy";
    const struct journal_piece pieces[] = {{a, sizeof a}, {b, sizeof b}};
    assert_true(journal_add(&journal, 5, 1, 30, 3, pieces, 2, &error));
    assert_true(journal_add(&journal, 6, 2, 40, 0, NULL, 0, &error));
    struct journal_entry *entries;
    size_t count;
    assert_true(journal_index(&journal, &entries, &count, &error));
    assert_int_equal(count, 2);
    assert_int_equal(entries[0].kind, 5);
    assert_int_equal(entries[0].rows, 3);
    assert_int_equal(entries[1].run, 2);
    assert_int_equal(entries[1].bytes, 0);
    char *values = journal_values(&journal, &entries[0], &error);
    assert_memory_equal(values, a, sizeof a);
    assert_memory_equal(values + sizeof a, b, sizeof b);
    memory_release(values);
    memory_release(entries);
    fclose(file);
}

static void a_damaged_journal_is_refused(void **state)
{
    (void)state;
    FILE *file = fopen(path, "w+b");
    struct journal journal = {.file = fileno(file), .path = path};
    struct spel_error error = {.code = SPEL_FINE};
    struct journal_entry *entries;
    size_t count;
    assert_true(journal_add(&journal, 5, 1, 30, 0, NULL, 0, &error));
    fputc(0, file);
    fflush(file);
    assert_false(journal_index(&journal, &entries, &count, &error));
    assert_non_null(strstr(error.text, "damaged behind byte 0"));
    fclose(file);
}

static void a_column_has_the_sentence_of_its_own_table(void **state)
{
    (void)state;
    static const struct place_column rows[] = {
        {.name = "first"}, {.name = "second"}, {.name = "third"}, {.name = "fourth"}};
    const struct place_columns table = {.file = "b.csv", .rows = rows, .count = 4};
    static const char sources[] = "# a.csv\n# first: elsewhere\n# b.csv\n# title: none\n"
                                  "# source: first to fourth\n# first, third: of two: parts\n"
                                  "# gaps are filled\n# second to third: between\n"
                                  "# c.csv\n# fourth: elsewhere\n";
    static const char *const wanted[] = {"of two: parts", "between", "of two: parts", ""};
    char text[COLUMN_WORDS_TEXT];
    for (size_t c = 0; c < 4; c++) {
        inputs_words(sources, &table, c, text);
        assert_string_equal(text, wanted[c]);
    }
}

static void place_tables_come_back_to_the_bit(void **state)
{
    (void)state;
    struct scenario scenario;
    struct places places;
    struct hdf hdf;
    struct spel_error error = {.code = SPEL_FINE};
    char text[COLUMN_WORDS_TEXT];
    assert_true(little_scenario(&scenario, NULL, &error));
    const struct places *before = &scenario.places;
    assert_true(hdf_create(&hdf, path, &error));
    inputs_write(&hdf, before);
    assert_true(hdf_close(&hdf));
    assert_true(hdf_open(&hdf, path, &error));
    assert_true(inputs_read(&hdf, &places));
    assert_true(hdf_close(&hdf));
    assert_int_equal(places.count, before->count);
    assert_memory_equal(places.rows, before->rows, places.count * sizeof *places.rows);
    assert_int_equal(places.position_count, before->position_count);
    assert_memory_equal(places.positions, before->positions,
                        places.position_count * sizeof *places.positions);
    assert_memory_equal(places.rates, before->rates, sizeof places.rates);
    assert_string_equal(places.sources, before->sources);
    for (enum place_table table = 0; table < PLACE_TABLES; table++)
        for (size_t c = 0; c < place_tables[table].count; c++) {
            inputs_words(before->sources, &place_tables[table], c, text);
            if (!text[0])
                fail_msg("%s says nothing of %s", place_tables[table].file,
                         place_tables[table].rows[c].name);
        }
    places_clear(&places);
    scenario_clear(&scenario);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_missing_file_is_named),
        TEST(an_empty_file_is_refused),
        TEST(what_is_no_hdf5_is_refused),
        TEST(a_folder_is_refused),
        TEST(a_file_of_another_program_is_refused),
        TEST(a_newer_format_is_refused),
        TEST(the_first_failure_is_kept_and_the_rest_does_nothing),
        TEST(a_record_gives_back_what_was_put),
        TEST(a_record_with_one_changed_byte_is_refused),
        TEST(a_record_that_is_cut_short_is_refused),
        TEST(a_journal_is_read_in_the_order_it_was_told),
        TEST(a_damaged_journal_is_refused),
        TEST(a_column_has_the_sentence_of_its_own_table),
        TEST(place_tables_come_back_to_the_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
