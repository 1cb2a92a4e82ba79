/* Verdicts on claims, from values in each replicate. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "params/period.h"
#include "run/interval.h"
#include "run/judging.h"

enum { FIVE = 5 };

static struct finding judged(const char *text, bool control, const double *values, size_t count,
                             size_t failed)
{
    static const struct calendar_span calendar = {2015, 1, 12};
    struct claim_test test;
    struct claim_fault fault;
    struct finding finding = {.control = control};
    assert_true(claim_parse(&test, text, &calendar, &fault));
    judging_one(&finding, &test, values, count, failed);
    return finding;
}

/* Mean 3, standard deviation √2.5, and 2.776445 is Student's t at 0.975 of 4. */
static const double values[FIVE] = {1, 2, 3, 4, 5};

static void an_interval_is_students_over_the_replicates(void **state)
{
    (void)state;
    const struct interval interval = interval_of(values, FIVE);
    const double half = 2.7764451051977987 * sqrt(2.5 / 5);
    assert_int_equal(interval.count, FIVE);
    assert_true(interval.mean == 3);
    assert_true(fabs(interval.low - (3 - half)) < 1e-9);
    assert_true(fabs(interval.high - (3 + half)) < 1e-9);
}

static void a_claim_is_held_broken_or_undecided_by_its_interval(void **state)
{
    (void)state;
    assert_int_equal(judged("x > 1", false, values, FIVE, 0).verdict, VERDICT_HELD);
    assert_int_equal(judged("x < 1", false, values, FIVE, 0).verdict, VERDICT_BROKEN);
    assert_int_equal(judged("x > 2", false, values, FIVE, 0).verdict, VERDICT_UNDECIDED);
    assert_int_equal(judged("x <= 5", false, values, FIVE, 0).verdict, VERDICT_HELD);
    assert_int_equal(judged("x >= 5", false, values, FIVE, 0).verdict, VERDICT_BROKEN);
    assert_string_equal(judged("x > 2", false, values, FIVE, 0).reason, "");
}

/* Without the mechanism the effect must be gone: the test broken, the control held. */
static void a_control_is_held_where_the_test_is_broken(void **state)
{
    (void)state;
    static const double nothing[FIVE] = {0};
    assert_int_equal(judged("x > 0", true, nothing, FIVE, 0).verdict, VERDICT_HELD);
    assert_int_equal(judged("x > 1", true, values, FIVE, 0).verdict, VERDICT_BROKEN);
    assert_int_equal(judged("x > 2", true, values, FIVE, 0).verdict, VERDICT_UNDECIDED);
}

static void one_replicate_decides_nothing_and_says_so(void **state)
{
    (void)state;
    const struct finding finding = judged("x > 0", false, values, 1, 0);
    assert_int_equal(finding.verdict, VERDICT_UNDECIDED);
    assert_string_equal(finding.reason, "one replicate has no interval: give runs.replicates more");
    assert_true(finding.estimate == 1 && isnan(finding.low));
}

static void a_replicate_that_failed_is_left_out(void **state)
{
    (void)state;
    const double failed[] = {1, 2, NAN, 3, 4, 5};
    const struct finding finding = judged("x > 1", false, failed, 6, 1);
    assert_int_equal(finding.replicates, FIVE);
    assert_int_equal(finding.verdict, VERDICT_HELD);
}

/* To leave it out would be to choose. */
static void what_is_no_number_in_some_replicate_is_undecided(void **state)
{
    (void)state;
    const double some[] = {1, 2, NAN, 3, 4, 5};
    const struct finding finding = judged("x > 1", false, some, 6, 0);
    assert_int_equal(finding.verdict, VERDICT_UNDECIDED);
    assert_string_equal(finding.reason, "in 1 of 6 replicates it is no number");
}

static void half_a_width_is_of_the_interval_itself(void **state)
{
    (void)state;
    const struct finding finding = judged("half_width(x) < 2", false, values, FIVE, 0);
    assert_true(fabs(finding.estimate - 2.7764451051977987 * sqrt(2.5 / 5)) < 1e-9);
    assert_int_equal(finding.verdict, VERDICT_HELD);
    assert_int_equal(judged("half_width(x) < 1.9", false, values, FIVE, 0).verdict, VERDICT_BROKEN);
    assert_int_equal(judged("half_width(x) < 2", false, values, 1, 0).verdict, VERDICT_UNDECIDED);
}

/* As if they had been one set, also where one of them is a single value or none. */
static void intervals_of_two_sets_join_to_that_of_all(void **state)
{
    (void)state;
    const struct interval all = interval_of(values, FIVE);
    for (size_t first = 0; first <= FIVE; first++) {
        const struct interval joined =
            interval_joined(interval_of(values, first), interval_of(values + first, FIVE - first));
        assert_int_equal(joined.count, FIVE);
        assert_true(fabs(joined.mean - all.mean) < 1e-12);
        assert_true(fabs(joined.low - all.low) < 1e-9 && fabs(joined.high - all.high) < 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interval_is_students_over_the_replicates),
        cmocka_unit_test(a_claim_is_held_broken_or_undecided_by_its_interval),
        cmocka_unit_test(a_control_is_held_where_the_test_is_broken),
        cmocka_unit_test(one_replicate_decides_nothing_and_says_so),
        cmocka_unit_test(a_replicate_that_failed_is_left_out),
        cmocka_unit_test(what_is_no_number_in_some_replicate_is_undecided),
        cmocka_unit_test(half_a_width_is_of_the_interval_itself),
        cmocka_unit_test(intervals_of_two_sets_join_to_that_of_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
