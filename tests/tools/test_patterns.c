/* What the table of patterns makes of findings. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "again.h"
#include "base/memory.h"
#include "pooled.h"
#include "run/interval.h"
#include "whole.h"

enum { ROWS = 6 };

static struct finding row(char type, const char *claim, enum verdict verdict)
{
    struct finding finding = {.type = type, .pattern = 5, .verdict = verdict};
    snprintf(finding.claim, sizeof finding.claim, "%s", claim);
    return finding;
}

static const struct findings none = {.count = 0};

static void what_a_claim_is_for_stands_before_its_sentence(void **state)
{
    (void)state;
    struct finding rows[] = {
        row('E', "help works", VERDICT_HELD),
        row('E', "reverse corner: not there", VERDICT_HELD),
        row('E', "knock-out: gone", VERDICT_HELD),
        row('V', "control, history frozen", VERDICT_HELD),
    };
    assert_int_equal(whole_part(&rows[0]), PART_MAIN);
    assert_int_equal(whole_part(&rows[1]), PART_CORNER);
    assert_int_equal(whole_part(&rows[2]), PART_GONE);
    assert_int_equal(whole_part(&rows[3]), PART_GONE);
    rows[0].control = true;
    assert_int_equal(whole_part(&rows[0]), PART_GONE);
}

/* The verdict of a pattern with these of two claims and a reverse corner; its knock-out is
 * still there, which is told apart. */
static enum verdict of(enum verdict one, enum verdict other, enum verdict corner)
{
    struct finding rows[] = {row('E', "one", one), row('V', "other", other),
                             row('E', "reverse corner: so", corner),
                             row('E', "knock-out: gone", VERDICT_BROKEN)};
    const struct findings found = {4, rows};
    const struct whole whole = whole_of(&found, &none);
    assert_true(whole.follows && whole.emerges && !whole.nulled);
    assert_int_equal(whole.counts[PART_GONE][VERDICT_BROKEN], 1);
    assert_int_equal(whole.counts[PART_CORNER][corner], 1);
    return whole.verdict;
}

static void a_pattern_holds_when_all_its_claims_and_its_corner_do(void **state)
{
    (void)state;
    assert_int_equal(of(VERDICT_HELD, VERDICT_HELD, VERDICT_HELD), VERDICT_HELD);
    assert_int_equal(of(VERDICT_HELD, VERDICT_HELD, VERDICT_UNDECIDED), VERDICT_UNDECIDED);
    assert_int_equal(of(VERDICT_UNDECIDED, VERDICT_HELD, VERDICT_HELD), VERDICT_UNDECIDED);
    assert_int_equal(of(VERDICT_UNDECIDED, VERDICT_HELD, VERDICT_BROKEN), VERDICT_BROKEN);
    assert_int_equal(of(VERDICT_BROKEN, VERDICT_UNDECIDED, VERDICT_HELD), VERDICT_BROKEN);
}

/* Of the null model only the main claims of type E count. */
static void the_null_model_fails_a_pattern_when_one_claim_that_emerges_is_not_held(void **state)
{
    (void)state;
    struct finding rows[] = {row('E', "one", VERDICT_HELD), row('E', "two", VERDICT_HELD),
                             row('V', "three", VERDICT_HELD),
                             row('E', "reverse corner: so", VERDICT_HELD)};
    struct finding there[] = {row('E', "one", VERDICT_HELD), row('E', "two", VERDICT_HELD),
                              row('V', "three", VERDICT_BROKEN),
                              row('E', "reverse corner: so", VERDICT_BROKEN)};
    const struct findings found = {4, rows}, null = {4, there};
    assert_int_equal(whole_of(&found, &null).null, VERDICT_HELD);
    there[1].verdict = VERDICT_UNDECIDED;
    assert_int_equal(whole_of(&found, &null).null, VERDICT_UNDECIDED);
    there[0].verdict = VERDICT_BROKEN;
    assert_int_equal(whole_of(&found, &null).null, VERDICT_BROKEN);
    assert_true(whole_of(&found, &null).nulled);
}

/* More replicates decide neither what is no number nor what is not asked. */
static void a_pattern_is_open_while_an_interval_is_too_wide(void **state)
{
    (void)state;
    struct finding rows[] = {row('E', "one", VERDICT_UNDECIDED),
                             row('E', "knock-out: gone", VERDICT_UNDECIDED)};
    const struct findings found = {2, rows};
    assert_true(whole_open(&found));
    snprintf(rows[0].reason, sizeof rows[0].reason, "in 1 of 6 replicates it is no number");
    assert_false(whole_open(&found));
    rows[0] = row('E', "one", VERDICT_BROKEN);
    assert_false(whole_open(&found));
}

static void fill(struct finding *finding, const char *test, const double *values, size_t count)
{
    const struct interval interval = interval_of(values, count);
    *finding = row('E', "so", VERDICT_UNDECIDED);
    snprintf(finding->test, sizeof finding->test, "%s", test);
    finding->threshold = 1;
    finding->replicates = (int)count;
    finding->estimate = interval.mean;
    finding->low = interval.low;
    finding->high = interval.high;
}

static enum verdict pooled(const char *test, bool control)
{
    static const double values[ROWS] = {1, 2, 4, 1.5, 3, 2.5};
    struct finding one, other;
    fill(&one, test, values, 2);
    fill(&other, test, values + 2, 4);
    one.control = other.control = control;
    struct findings found = {1, &one};
    const struct findings more = {1, &other};
    assert_true(pooled_add(&found, &more));
    const struct interval all = interval_of(values, ROWS);
    assert_int_equal(one.replicates, ROWS);
    assert_true(fabs(one.estimate - all.mean) < 1e-12);
    assert_true(fabs(one.low - all.low) < 1e-9 && fabs(one.high - all.high) < 1e-9);
    return one.verdict;
}

/* The interval of all six lies above 1; that of the first two does not. */
static void files_together_are_judged_as_one(void **state)
{
    (void)state;
    assert_int_equal(pooled("mean(x) > 1", false), VERDICT_HELD);
    assert_int_equal(pooled("mean(x) >= 1", false), VERDICT_HELD);
    assert_int_equal(pooled("mean(x)@2015..2016 < 1", false), VERDICT_BROKEN);
    assert_int_equal(pooled("mean(x) <= 1", false), VERDICT_BROKEN);
    assert_int_equal(pooled("mean(x) > 1", true), VERDICT_BROKEN);
}

static void what_is_no_number_in_one_file_is_undecided_in_all(void **state)
{
    (void)state;
    static const double high[] = {3, 3.1, 2.9, 3};
    struct finding one, other;
    fill(&one, "mean(x) > 1", high, 4);
    fill(&other, "mean(x) > 1", high, 4);
    snprintf(other.reason, sizeof other.reason, "in 1 of 5 replicates it is no number");
    struct findings found = {1, &one};
    const struct findings more = {1, &other};
    assert_true(pooled_add(&found, &more));
    assert_int_equal(one.verdict, VERDICT_UNDECIDED);
    assert_string_equal(one.reason, other.reason);
}

static void files_about_other_claims_are_not_put_together(void **state)
{
    (void)state;
    static const double some[] = {1, 2};
    struct finding one, other;
    fill(&one, "mean(x) > 1", some, 2);
    fill(&other, "mean(y) > 1", some, 2);
    struct findings found = {1, &one};
    const struct findings more = {1, &other};
    assert_false(pooled_add(&found, &more));
    assert_false(pooled_add(&found, &none));
    assert_int_equal(one.replicates, 2);
}

/* Of three claims the second was not run again. */
static void a_claim_that_was_left_out_stays_as_it_was(void **state)
{
    (void)state;
    static const double some[] = {1, 2, 4, 1.5};
    struct finding rows[3], again[2];
    for (size_t f = 0; f < 3; f++)
        fill(&rows[f], f == 0 ? "mean(x) > 1" : "mean(y) > 1", some, 2);
    rows[2].control = true;
    fill(&again[0], "mean(x) > 1", some + 2, 2);
    fill(&again[1], "mean(y) > 1", some + 2, 2);
    again[1].control = true;
    struct findings found = {3, rows};
    const struct findings more = {2, again};
    assert_true(pooled_add(&found, &more));
    assert_int_equal(rows[0].replicates, 4);
    assert_int_equal(rows[1].replicates, 2);
    assert_int_equal(rows[2].replicates, 4);
}

static void undecided(struct finding *row, bool control, bool decided)
{
    *row =
        (struct finding){.control = control, .verdict = decided ? VERDICT_HELD : VERDICT_UNDECIDED};
}

static void only_undecided_claims_and_controls_are_asked_again(void **state)
{
    (void)state;
    static const char resolved[] = "samenspel: 1\nexpect:\n"
                                   "  - {claim: {nl: \"a\"}, test: \"a > 1\", without: [trust]}\n"
                                   "  - {claim: {nl: \"b\"}, test: \"b > 1\"}\n"
                                   "  - {claim: {nl: \"c\"}, test: \"c > 1\", without: [needs]}\n";
    struct finding rows[5];
    const struct findings found = {5, rows};
    undecided(&rows[0], false, false);
    undecided(&rows[1], true, true);
    undecided(&rows[2], false, true);
    undecided(&rows[3], false, false);
    undecided(&rows[4], true, false);
    char *setting = again_setting(resolved, &found, NULL);
    assert_string_equal(setting, "expect=[{claim: {nl: \"a\"}, test: \"a > 1\"}, "
                                 "{claim: {nl: \"c\"}, test: \"c > 1\", without: [needs]}]");
    memory_release(setting);
    undecided(&rows[0], false, true);
    undecided(&rows[3], false, true);
    setting = again_setting(resolved, &found, NULL);
    assert_string_equal(setting, "expect=[]");
    memory_release(setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_claim_is_for_stands_before_its_sentence),
        cmocka_unit_test(a_pattern_holds_when_all_its_claims_and_its_corner_do),
        cmocka_unit_test(the_null_model_fails_a_pattern_when_one_claim_that_emerges_is_not_held),
        cmocka_unit_test(a_pattern_is_open_while_an_interval_is_too_wide),
        cmocka_unit_test(files_together_are_judged_as_one),
        cmocka_unit_test(what_is_no_number_in_one_file_is_undecided_in_all),
        cmocka_unit_test(files_about_other_claims_are_not_put_together),
        cmocka_unit_test(a_claim_that_was_left_out_stays_as_it_was),
        cmocka_unit_test(only_undecided_claims_and_controls_are_asked_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
