/* The grammar of claims. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "params/claim.h"
#include "params/period.h"

/* Fifteen years from January 2015. */
static const struct calendar_span fifteen = {2015, 1, 180};

static void reads(const char *text, struct claim_test *test)
{
    struct claim_fault fault;
    if (!claim_parse(test, text, &fifteen, &fault))
        fail_msg("%s: at %zu: %s", text, fault.at, fault.sentence);
}

static void is_refused(const char *text, size_t at, const char *sentence)
{
    struct claim_test test;
    struct claim_fault fault;
    assert_false(claim_parse(&test, text, &fifteen, &fault));
    assert_string_equal(fault.sentence, sentence);
    assert_int_equal(fault.at, at);
}

static void a_claim_is_an_expression_a_time_and_a_comparison(void **state)
{
    (void)state;
    struct claim_test test;
    reads("mean(diff(informal_hours, baseline)@2025) > 0", &test);
    assert_int_equal(test.count, 3);
    const struct claim_node *mean = &test.nodes[test.root];
    const struct claim_node *diff = &test.nodes[mean->first];
    const struct claim_node *variable = &test.nodes[diff->first];
    assert_int_equal(mean->function, CLAIM_MEAN);
    assert_int_equal(diff->function, CLAIM_DIFF);
    assert_string_equal(diff->scenario, "baseline");
    assert_int_equal(diff->second, -1);
    assert_int_equal(variable->function, CLAIM_VARIABLE);
    assert_string_equal(variable->name, "informal_hours");
    assert_int_equal(test.comparison, CLAIM_ABOVE);
    assert_true(test.number == 0);
    assert_int_equal(variable->from, 120);
    assert_int_equal(variable->months, 12);
}

static void a_time_is_a_month_a_year_or_from_and_to(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t from, months;
    } times[] = {
        {"mean(x)@2015-01 > 0", 0, 1},
        {"mean(x)@2029-12 > 0", 179, 1},
        {"mean(x)@2016 > 0", 12, 12},
        {"mean(x)@2016..2018 > 0", 12, 36},
        {"mean(x)@2015-03..2016 > 0", 2, 22},
        {"mean(x) > 0", 0, 180},
        {"mean( x @ 2015..2015-02 ) > 0", 0, 2},
    };
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        struct claim_test test;
        reads(times[i].text, &test);
        assert_int_equal(test.nodes[1].from, times[i].from);
        assert_int_equal(test.nodes[1].months, times[i].months);
    }
}

/* The mean of 2029 less that of 2015, whatever time stands outside. */
static void a_time_further_in_goes_first(void **state)
{
    (void)state;
    struct claim_test test;
    reads("diff(mean(x@2029), mean(x))@2015 >= -0.5", &test);
    const struct claim_node *diff = &test.nodes[test.root];
    assert_int_equal(test.nodes[test.nodes[diff->first].first].from, 168);
    assert_int_equal(test.nodes[test.nodes[diff->second].first].from, 0);
    assert_int_equal(test.nodes[test.nodes[diff->second].first].months, 12);
    assert_int_equal(test.comparison, CLAIM_AT_LEAST);
    assert_true(test.number == -0.5);
}

static void places_numbers_and_scenarios_are_told_apart(void **state)
{
    (void)state;
    struct claim_test test;
    reads("share(need_share_by_domain[GM0796, care], 0.1, 03-room.for_all) <= 1e-2", &test);
    assert_int_equal(test.nodes[1].where_count, 2);
    assert_string_equal(test.nodes[1].where[0], "GM0796");
    assert_string_equal(test.nodes[1].where[1], "care");
    assert_true(test.nodes[0].number == 0.1);
    assert_string_equal(test.nodes[0].scenario, "03-room.for_all");
    assert_int_equal(test.comparison, CLAIM_AT_MOST);
    reads("ratio(sum(ended), sum(spending)) < 2", &test);
    assert_true(test.nodes[0].second >= 0);
    assert_string_equal(test.nodes[0].scenario, "");
    reads("ratio(x[care], y[care]) < 2", &test);
    assert_true(test.nodes[0].second >= 0);
    reads("settles(diff(x, calm), 0.05) < 48", &test);
    assert_true(test.nodes[0].number == 0.05);
}

static void what_is_wrong_is_said_at_its_letter(void **state)
{
    (void)state;
    is_refused("", 0, "a function or a variable is expected");
    is_refused("maen(x) > 0", 0,
               "unknown function \"maen\", allowed are mean, sum, share, diff, ratio, max, min, "
               "slope, sd, half_width, abs, settles, half_life (did you mean mean?)");
    is_refused("mean(x > 0", 7, "\")\" is expected");
    is_refused("mean() > 0", 5, "a function or a variable is expected");
    is_refused("mean(x)", 7, "one of < <= > >= is expected");
    is_refused("mean(x) == 0", 8, "one of < <= > >= is expected");
    is_refused("mean(x) > many", 10, "not a number: digits with a decimal point are expected");
    is_refused("mean(x) > 0 or", 12, "nothing more is expected after the number");
    is_refused("diff(x) > 0", 0, "diff needs a scenario or a second expression after a comma");
    is_refused("settles(x, calm) > 0", 0, "settles needs a number after a comma");
    is_refused("mean(x, sum(y)) > 0", 8,
               "the name of a scenario is expected: mean has no second expression");
    is_refused("diff(x, a, b) > 0", 11,
               "nothing more is expected after the scenario or second expression");
    is_refused("mean(half_width(x)) > 0", 5,
               "half_width can only stand outermost: it looks at all replicates");
    is_refused("mean(x)@2014 > 0", 8, "before the first month, which is 2015-01");
    is_refused("mean(x)@2030-01 > 0", 8,
               "after the last month, which is 2029-12 (--set expect=[] leaves claims out)");
    is_refused("mean(x)@2018..2017 > 0", 8, "the time ends before it begins");
    is_refused("mean(x)@soon > 0", 8, "a time is expected, such as 2025, 2025-03 or 2025..2029");
    is_refused("mean(x)@2018-13 > 0", 8, "not a month: a year has months 01 to 12");
    is_refused("mean(x[]) > 0", 7, "a place, such as care or WK079601, is expected");
    is_refused("mean(x[a, b, c]) > 0", 12, "more than 2 places");
}

/* Deeply nested input must not take the stack with it. */
static void more_functions_than_fit_are_refused(void **state)
{
    (void)state;
    char text[400] = "";
    struct claim_test test;
    struct claim_fault fault;
    for (size_t i = 0; i < 80; i++)
        strcat(text, "abs(");
    strcat(text, "x");
    assert_false(claim_parse(&test, text, &fifteen, &fault));
    assert_string_equal(fault.sentence, "more than 64 functions and variables");
}

static void each_comparison_is_what_its_sign_says(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool below, at, above;
    } rows[] = {{"x < 1", true, false, false},
                {"x <= 1", true, true, false},
                {"x > 1", false, false, true},
                {"x >= 1", false, true, true}};
    for (size_t i = 0; i < 4; i++) {
        struct claim_test test;
        reads(rows[i].text, &test);
        assert_int_equal(claim_fulfilled(&test, 0.5), rows[i].below);
        assert_int_equal(claim_fulfilled(&test, 1), rows[i].at);
        assert_int_equal(claim_fulfilled(&test, 1.5), rows[i].above);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_is_an_expression_a_time_and_a_comparison),
        cmocka_unit_test(a_time_is_a_month_a_year_or_from_and_to),
        cmocka_unit_test(a_time_further_in_goes_first),
        cmocka_unit_test(places_numbers_and_scenarios_are_told_apart),
        cmocka_unit_test(what_is_wrong_is_said_at_its_letter),
        cmocka_unit_test(more_functions_than_fit_are_refused),
        cmocka_unit_test(each_comparison_is_what_its_sign_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
