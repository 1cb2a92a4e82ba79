/* Periods as people write them, and how they are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "params/period.h"

/* From March 2015 up to and including February 2017. */
static const struct calendar_span span = {2015, 3, 24};

static void reads(const char *text, uint32_t first, uint32_t count)
{
    struct period period;
    char why[WHY_TEXT];
    if (!period_read(text, span, &period, why))
        fail_msg("%s: %s", text, why);
    assert_int_equal(period.first, first);
    assert_int_equal(period.count, count);
    assert_string_equal(period.text, text);
}

static void refuses(const char *text, const char *sentence)
{
    struct period period;
    char why[WHY_TEXT];
    assert_false(period_read(text, span, &period, why));
    if (!strstr(why, sentence))
        fail_msg("%s: %s", text, why);
}

static void a_month_of_the_run_is_the_year_up_to_it(void **state)
{
    (void)state;
    reads("24", 12, 12);
    reads("12", 0, 12);
    reads("5", 0, 5);
}

static void dates_are_counted_from_the_start(void **state)
{
    (void)state;
    reads("2015-03", 0, 1);
    reads("2016-02", 11, 1);
    reads("2016", 10, 12);
    reads("2015-04..2015-06", 1, 3);
    reads("2015-12..2016", 9, 13);
}

static void of_a_year_that_is_there_in_part_the_part_is_taken(void **state)
{
    (void)state;
    reads("2015", 0, 10);
    reads("2017", 22, 2);
}

static void what_the_run_does_not_have_is_refused_with_what_it_has(void **state)
{
    (void)state;
    refuses("25", "the run has 24 months, 2015-03..2017-02");
    refuses("0", "the run has 24 months");
    refuses("2014", "2015-03..2017-02");
    refuses("2017-03", "2015-03..2017-02");
    refuses("2016-01..2017-03", "2015-03..2017-02");
    refuses("2014..2016", "2015-03..2017-02");
}

static void what_is_no_period_is_refused(void **state)
{
    (void)state;
    refuses("", "is expected");
    refuses("a long sentence that is no period", "is expected");
    refuses("2016-13", "");
    refuses("x", "");
    refuses("2016-05..", "");
    refuses("2016-05..2015-05", "ends before it begins");
}

static void the_usual_periods_end_with_the_last_month(void **state)
{
    (void)state;
    struct period periods[PERIODS_USUAL];
    assert_int_equal(period_usual(180, periods), 4);
    assert_int_equal(periods[0].first + periods[0].count, 12);
    assert_int_equal(periods[1].first + periods[1].count, 36);
    assert_int_equal(periods[3].first, 168);
    assert_int_equal(period_usual(200, periods), 5);
    assert_int_equal(periods[4].first, 188);
    assert_int_equal(period_usual(7, periods), 1);
    assert_int_equal(periods[0].count, 7);
    assert_string_equal(period_last(7).text, "7");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_of_the_run_is_the_year_up_to_it),
        cmocka_unit_test(dates_are_counted_from_the_start),
        cmocka_unit_test(of_a_year_that_is_there_in_part_the_part_is_taken),
        cmocka_unit_test(what_the_run_does_not_have_is_refused_with_what_it_has),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(the_usual_periods_end_with_the_last_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
