/* Expressions of claims on made-up series. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "observe/claim_check.h"
#include "observe/claim_value.h"
#include "params/period.h"
#include "support/village.h"

enum { MONTHS = 24, PLACES = 3 };

static const struct calendar_span calendar = {2015, 1, MONTHS};
static const char *const scenarios[] = {"own", "calm", "storm"};

static size_t scenario_of(void *context, const char *name)
{
    (void)context;
    size_t s = 0;
    while (name[0] && s < 3 && strcmp(scenarios[s], name) != 0)
        s++;
    return s;
}

static size_t length_of(void *context, enum axis axis)
{
    (void)context;
    return axis == AXIS_MUNICIPALITY ? 1 : PLACES;
}

static const char *label_of(void *context, enum axis axis, size_t i)
{
    static const char *const labels[] = {"care", "work", "debt"};
    (void)context;
    return axis == AXIS_MUNICIPALITY ? "GM0001" : labels[i];
}

/* trust_mean: month m is (1 + s) × m. need_share_by_domain: month and place, 10 m + p.
 * strain_mean: halves each month from 8 (s = 0) or is 0. Others are 2. */
static bool read_series(void *context, size_t variable, size_t scenario, float *values,
                        struct spel_error *error)
{
    const char *name = variables[variable].name;
    (void)context;
    if (scenario > 2)
        return error_set(error, SPEL_ERROR_INTERNAL, "no such scenario");
    for (size_t m = 0; m < MONTHS; m++) {
        if (strcmp(name, "trust_mean") == 0)
            values[m] = (float)((1 + scenario) * m);
        else if (strcmp(name, "strain_mean") == 0)
            values[m] = scenario == 0 ? 8 * powf(0.5F, (float)m) : 0;
        else if (strcmp(name, "need_share_by_domain") == 0)
            for (size_t p = 0; p < PLACES; p++)
                values[m * PLACES + p] = (float)(10 * m + p);
        else
            values[m] = 2;
    }
    return true;
}

static const struct claim_source source = {NULL,      MONTHS,   scenario_of,
                                           length_of, label_of, read_series};

static double value_of(const char *text)
{
    struct claim_test test;
    struct claim_fault fault;
    struct spel_error error;
    double value;
    if (!claim_parse(&test, text, &calendar, &fault))
        fail_msg("%s: at %zu: %s", text, fault.at, fault.sentence);
    if (!claim_value(&test, &source, &value, &error))
        fail_msg("%s: %s", text, error.text);
    return value;
}

static void is(const char *text, double expected)
{
    const double value = value_of(text);
    if (!(fabs(value - expected) < 1e-9))
        fail_msg("%s is %.17g, not %.17g", text, value, expected);
}

static void a_mean_a_sum_and_a_share_are_over_all_months_and_places(void **state)
{
    (void)state;
    is("mean(trust_mean)@2015 > 0", 5.5);
    is("sum(trust_mean)@2016 > 0", 210); /* 12 … 23 */
    is("trust_mean@2016-03 > 0", 14);
    is("mean(need_share_by_domain)@2015-01 > 0", 1);
    is("mean(need_share_by_domain)@2015-01..2015-02 > 0", 6);
    is("need_share_by_domain[debt]@2015-02 > 0", 12);
    is("need_share_by_domain[GM0001, work]@2015-02 > 0", 11);
    is("share(trust_mean, 20)@2016 > 0", 3.0 / 12);
    is("share(need_share_by_domain)@2015-01 > 0", 2.0 / 3);
}

static void scenarios_and_expressions_are_set_against_each_other(void **state)
{
    (void)state;
    is("mean(diff(trust_mean, calm)@2015) > 0", -5.5);
    is("diff(mean(trust_mean), calm)@2015 > 0", -5.5);
    is("mean(trust_mean, storm)@2015 > 0", 16.5);
    is("ratio(trust_mean, storm)@2015-04 > 0", 1.0 / 3);
    is("ratio(sum(trust_mean), sum(residents))@2015 > 0", 66.0 / 24);
    is("ratio(ratio(sum(trust_mean), sum(residents)), calm)@2015 > 0", 0.5);
    is("diff(mean(trust_mean@2016), mean(trust_mean@2015)) > 0", 12);
    is("mean(diff(need_share_by_domain, mean(trust_mean)))@2015-01 > 0", 1);
}

static void the_best_of_several_scenarios_can_be_set_against_one(void **state)
{
    (void)state;
    is("max(mean(trust_mean), calm)@2015 > 0", 11);
    is("min(mean(trust_mean), calm)@2015 > 0", 5.5);
    is("ratio(max(max(mean(trust_mean), calm), mean(trust_mean, storm)), mean(trust_mean))@2015 > "
       "0",
       3);
    is("mean(max(need_share_by_domain, mean(trust_mean)))@2015-01..2015-02 > 0", 36.5 / 6);
    assert_true(
        isnan(value_of("max(ratio(mean(trust_mean), storm), mean(residents))@2015-01 > 0")));
    assert_true(
        isnan(value_of("max(mean(residents), ratio(mean(trust_mean), storm))@2015-01 > 0")));
}

/* (own - calm) - (storm - calm), which is own - storm. */
static void differences_of_differences_may_be_of_further_scenarios(void **state)
{
    (void)state;
    is("diff(mean(diff(trust_mean, calm)), mean(diff(trust_mean, calm), storm))@2015 > 0", -11);
    is("diff(mean(diff(trust_mean, calm)), storm)@2015 > 0", -11);
}

static void a_spread_is_over_places_and_of_one_place_over_months(void **state)
{
    (void)state;
    is("sd(need_share_by_domain)@2015-07 > 0", 1); /* 60, 61, 62 */
    is("mean(sd(need_share_by_domain))@2015 > 0", 1);
    is("sd(trust_mean)@2015-01..2015-03 > 0", 1);
    is("sd(need_share_by_domain[care])@2015-01..2015-03 > 0", 10);
}

static void a_slope_is_the_rise_a_year(void **state)
{
    (void)state;
    is("slope(trust_mean)@2015 > 0", 12);
    is("slope(trust_mean, storm)@2016 > 0", 36);
    is("mean(slope(need_share_by_domain))@2015 > 0", 120);
    is("slope(residents)@2015 > 0", 0);
}

/* 8, 4, 2, 1, 0.5 … */
static void times_are_counted_until_it_stays_below(void **state)
{
    (void)state;
    is("settles(strain_mean, 1.5)@2015 > 0", 3);
    is("settles(diff(strain_mean, calm), 1.5)@2015 > 0", 3);
    is("settles(strain_mean, 9)@2015 > 0", 0);
    is("settles(trust_mean, 5)@2015 > 0", 12); /* it rises: never */
    is("half_life(strain_mean)@2015 > 0", 2);  /* 4 is not below 4 */
    is("half_life(residents)@2015 > 0", 12);
    is("abs(diff(mean(trust_mean), storm))@2015 > 0", 11);
    assert_true(isnan(value_of("half_life(strain_mean, calm)@2015 > 0")));
}

static void what_is_divided_by_nothing_is_no_number(void **state)
{
    (void)state;
    assert_true(isnan(value_of("ratio(mean(trust_mean), mean(strain_mean, calm)) > 0")));
    assert_true(isnan(value_of("mean(ratio(residents, abs(trust_mean))) > 0")));
}

/* A village with this test as its claim. */
static void check(const char *test, const char *sentence)
{
    struct scenario scenario;
    struct spel_error error;
    char more[400];
    snprintf(more, sizeof more, "expect: [{claim: so, test: \"%s\"}]\n", test);
    village_scenario(&scenario, more);
    error_clear(&error);
    const bool fine = claim_check(&scenario, &error);
    if (fine != !sentence || (sentence && !strstr(error.text, sentence)))
        fail_msg("%s: %s", test, fine ? "no fault" : error.text);
    scenario_clear(&scenario);
}

static void claims_are_of_variables_and_places_that_there_are(void **state)
{
    (void)state;
    check("mean(trust_mean) > 0", NULL);
    check(
        "mean(trust_maen) > 0",
        "village:3:34: expect[1].test = mean(trust_maen) > 0: no variable \"trust_maen\" (did you "
        "mean trust_mean?)");
    check("mean(need_share_by_domain[care]) > 0", NULL);
    check("mean(need_share_by_domain[caer]) > 0",
          "need_share_by_domain has no place \"caer\"; its axes are municipality and domain (did "
          "you mean care?)");
    check("mean(need_share_by_domain[care, work]) > 0", "has no place \"work\"");
    check("mean(trust_mean[GM1680]) > 0", NULL);
    check("mean(lever_effective[outreach]) > 0", NULL);
    check("mean(trust_mean_by_income[low]) > 0", NULL);
    check("mean(degree_distribution[16]) > 0", NULL);
    check("mean(degree_distribution[17]) > 0", "has no place \"17\"");
    check("mean(organisation_trust[organisation_3]) > 0", NULL);
    check("mean(organisation_trust[institution_3]) > 0", "has no place \"institution_3\"");
}

static void a_claim_comes_to_one_number(void **state)
{
    (void)state;
    check("trust_mean@2015-03 > 0", NULL);
    check("diff(trust_mean, baseline)@2015 > 0",
          "12 months are left where one number is expected: take the mean(…), or name one month");
    check("need_share_by_domain@2015-03 > 0",
          "several places are left where one number is expected: take the mean(…) or sd(…), or "
          "name one as [WHERE]");
    check("trust_mean_by_income@2015-03 > 0", "several places are left");
    check("sd(need_share_by_domain)@2015 > 0", "12 months are left");
    check("sd(need_share_by_domain)@2015-03 > 0", NULL);
    check("slope(trust_mean)@2015-03 > 0", "slope needs more than one month");
    check("settles(need_share_by_domain, 0.1)@2015 > 0",
          "settles is of one place: several are left");
    check("mean(diff(abs(trust_mean@2015), abs(trust_mean@2016-01..2016-03))) > 0",
          "diff of 12 months and of 3");
    check("mean(diff(abs(need_share_by_domain), abs(trust_mean_by_neighbourhood))) > 0",
          "diff of places on different axes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mean_a_sum_and_a_share_are_over_all_months_and_places),
        cmocka_unit_test(scenarios_and_expressions_are_set_against_each_other),
        cmocka_unit_test(the_best_of_several_scenarios_can_be_set_against_one),
        cmocka_unit_test(differences_of_differences_may_be_of_further_scenarios),
        cmocka_unit_test(a_spread_is_over_places_and_of_one_place_over_months),
        cmocka_unit_test(a_slope_is_the_rise_a_year),
        cmocka_unit_test(times_are_counted_until_it_stays_below),
        cmocka_unit_test(what_is_divided_by_nothing_is_no_number),
        cmocka_unit_test(claims_are_of_variables_and_places_that_there_are),
        cmocka_unit_test(a_claim_comes_to_one_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
