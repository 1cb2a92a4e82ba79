/* Numbers and months are read strictly, and written so that they read back. */
#include "params/given.h"

#include <math.h>

#include "params/nearest.h"
#include "params/numbers.h"

static void numbers_as_people_write_them_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"0", 0},
                 {"-1", -1},
                 {"+2.5", 2.5},
                 {".5", 0.5},
                 {"5.", 5},
                 {"1e3", 1000},
                 {"1.5E-2", 0.015},
                 {"0.1", 0.1},
                 {"1e-400", 0.0},
                 {"-0.5", -0.5},
                 {"123456789012345678901", 123456789012345678901.0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char why[WHY_TEXT];
        double value = NAN;
        assert_true(number_read(cases[i].text, &value, why));
        assert_true(value == cases[i].value);
    }
}

static void what_only_looks_like_a_number_is_not_read(void **state)
{
    (void)state;
    const char *const texts[] = {"",      ".",   "-",    "e5",    "1e",  "1e+",  "0x10",
                                 "0X1p3", "inf", "-inf", "nan",   "1 ",  " 1",   "1_0",
                                 "1,5",   "007", "-01",  "1e999", "~",   "--1",  "1.2.3",
                                 "one",   "²",   "1f",   "+",     "0b1", "1e5.5"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char why[WHY_TEXT] = "";
        double value;
        if (number_read(texts[i], &value, why))
            fail_msg("\"%s\" was read as %g", texts[i], value);
        assert_true(why[0]);
    }
}

static void whole_numbers_reach_to_64_bits(void **state)
{
    (void)state;
    char why[WHY_TEXT];
    uint64_t value;
    assert_true(whole_read("18446744073709551615", &value, why));
    assert_true(value == UINT64_MAX);
    assert_true(whole_read("0", &value, why));
    assert_int_equal(value, 0);
    assert_false(whole_read("18446744073709551616", &value, why));
    assert_false(whole_read("-1", &value, why));
    assert_false(whole_read("1.0", &value, why));
    assert_false(whole_read("007", &value, why));
}

static void months_are_years_and_months(void **state)
{
    (void)state;
    char why[WHY_TEXT];
    int year, month;
    assert_true(month_read("2015-12", &year, &month, why));
    assert_int_equal(year, 2015);
    assert_int_equal(month, 12);
    const char *const texts[] = {"2015-00", "2015-13",    "2015-1", "15-01",
                                 "2015/01", "2015-01-01", "2015",   ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(month_read(texts[i], &year, &month, why));
}

static void a_number_written_reads_back_to_the_same_bits(void **state)
{
    (void)state;
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 100000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        double value, again;
        char text[NUMBER_TEXT], why[WHY_TEXT];
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value) || fabs(value) < 1e-300)
            continue;
        number_write(value, text);
        assert_true(number_read(text, &again, why));
        assert_memory_equal(&again, &value, sizeof value);
    }
}

static void a_number_is_written_as_short_as_it_can_be(void **state)
{
    (void)state;
    char text[NUMBER_TEXT];
    number_write(0.1, text);
    assert_string_equal(text, "0.1");
    number_write(0.30000000000000004, text);
    assert_string_equal(text, "0.30000000000000004");
    number_write(1.0 / 3, text);
    assert_string_equal(text, "0.3333333333333333");
    number_write(200, text);
    assert_string_equal(text, "200");
}

static void words_are_as_far_apart_as_their_letters(void **state)
{
    (void)state;
    assert_int_equal(word_distance("knobs", "knobs"), 0);
    assert_int_equal(word_distance("knobs", "knosb"), 1);
    assert_int_equal(word_distance("knob", "knobs"), 1);
    assert_int_equal(word_distance("kmobs", "knobs"), 1);
    assert_int_equal(word_distance("", "abc"), 3);
    assert_int_equal(word_distance("Rule-Room", "rule_room"), 0);
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[199] = '\0';
    assert_true(word_distance(longest, "a") == SIZE_MAX);
}

static void a_word_that_is_far_from_all_has_no_nearest(void **state)
{
    (void)state;
    struct nearest nearest = nearest_begin("zzzz");
    nearest_offer(&nearest, "knobs");
    assert_null(nearest.best);
    nearest = nearest_begin("knbs");
    nearest_offer(&nearest, "levers");
    nearest_offer(&nearest, "knobs");
    assert_string_equal(nearest.best, "knobs");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_as_people_write_them_are_read),
        cmocka_unit_test(what_only_looks_like_a_number_is_not_read),
        cmocka_unit_test(whole_numbers_reach_to_64_bits),
        cmocka_unit_test(months_are_years_and_months),
        cmocka_unit_test(a_number_written_reads_back_to_the_same_bits),
        cmocka_unit_test(a_number_is_written_as_short_as_it_can_be),
        cmocka_unit_test(words_are_as_far_apart_as_their_letters),
        cmocka_unit_test(a_word_that_is_far_from_all_has_no_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
