/* What a scenario expects, and the scenarios that its claims name. */
#include "params/given.h"

#include "params/scenarios.h"

#define CLAIM "expect:\n  - {claim: \"so\", test: \"mean(trust_mean) > 0\""

static void a_claim_of_a_scenario_has_all_that_stands_there(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(
        &scenario,
        HEAD PLACE
        "expect:\n"
        "  - {claim: {nl: \"zo\", en: \"so\"}, test: \"mean(trust_mean) > 0\", type: E,\n"
        "     pattern: 3, with: {trust.gain: 0.1, levers.outreach: 1},\n"
        "     without: [trust, finance]}\n"
        "  - {claim: both, test: \"mean(trust_mean) < 1\"}\n",
        NULL);
    assert_int_equal(scenario.expectation_count, 2);
    const struct expectation *one = &scenario.expectations[0], *other = &scenario.expectations[1];
    assert_string_equal(one->claim.nl, "zo");
    assert_string_equal(one->claim.en, "so");
    assert_string_equal(one->text, "mean(trust_mean) > 0");
    assert_int_equal(one->type, 'E');
    assert_int_equal(one->pattern, 3);
    assert_int_equal(one->with_count, 2);
    assert_string_equal(one->with[0], "parameters.trust.gain=0.1");
    assert_int_equal(one->without_count, 2);
    assert_string_equal(one->without[1], "finance");
    assert_int_equal(one->line, 4);
    assert_int_equal(one->column, 42);
    assert_string_equal(other->claim.nl, "both");
    assert_int_equal(other->type, 0);
    scenario_clear(&scenario);
}

/* The resolved text is what a run is verified from. */
static void claims_are_in_the_resolved_text_and_read_back_from_it(void **state)
{
    (void)state;
    struct scenario scenario, again;
    struct spel_error error;
    given_scenario(&scenario,
                   HEAD PLACE CLAIM ", type: V, with: {trust.gain: 0.1}, without: [trust]}\n",
                   NULL);
    given_file("again.yaml", scenario.resolved);
    if (!given_read(&again, "again.yaml", NULL, &error))
        fail_msg("%s", error.text);
    assert_string_equal(scenario.resolved, again.resolved);
    assert_int_equal(again.expectation_count, 1);
    scenario_clear(&scenario);
    scenario_clear(&again);
}

static void claims_of_a_base_are_left_and_set_replaces_them(void **state)
{
    (void)state;
    struct scenario scenario;
    given_file("base.yaml", HEAD PLACE CLAIM "}\n");
    given_scenario(&scenario, HEAD "based_on: base\n", NULL);
    assert_int_equal(scenario.expectation_count, 0);
    scenario_clear(&scenario);
    given_scenario(&scenario, HEAD PLACE CLAIM "}\n", "expect=[]");
    assert_int_equal(scenario.expectation_count, 0);
    scenario_clear(&scenario);
    given_scenario(&scenario, HEAD PLACE, "expect=[{claim: a, test: \"mean(trust_mean) < 1\"}]");
    assert_int_equal(scenario.expectation_count, 1);
    scenario_clear(&scenario);
}

static void a_claim_that_is_not_as_it_must_be_is_refused(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "expect: yes\n",
                 "s.yaml:3:9: expect = yes: a list of claims is expected");
    text_refused(HEAD PLACE "expect: [so]\n",
                 "s.yaml:3:10: expect[1] = so: a claim is expected, as {claim: …, test: …}");
    text_refused(HEAD PLACE "expect: [{claim: so}]\n", "s.yaml:3:10: expect[1]: test is missing");
    text_refused(
        HEAD PLACE "expect: [{claim: so, test: \"maen(x) > 0\"}]\n",
        "s.yaml:3:29: expect[1].test = maen(x) > 0: unknown function \"maen\", allowed are "
        "mean, sum, share, diff, ratio, max, min, slope, sd, half_width, abs, settles, half_life "
        "(did you mean mean?)");
    text_refused(HEAD PLACE CLAIM ", type: X}\n",
                 "s.yaml:4:55: expect[1].type = X: V (follows from one assumption) or E (emerges "
                 "from several) is expected");
    text_refused(HEAD PLACE CLAIM ", without: [trusst]}\n",
                 "s.yaml:4:59: expect[1].without = trusst: no process of that name (did you mean "
                 "trust?)");
    text_refused(HEAD PLACE CLAIM ", with: {time.months: 3}}\n",
                 "s.yaml:4:69: expect[1].with.time.months: a claim can set parameters, processes, "
                 "levers, knobs, steering and history");
    text_refused(HEAD PLACE CLAIM ", with: {trust.gian: 3}}\n",
                 "s.yaml:4:68: expect[1].with.trust.gian: unknown key (did you mean "
                 "gain?)");
}

static bool family(struct scenarios *scenarios, const char *const *sets, size_t count,
                   struct spel_error *error)
{
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    return scenarios_read(scenarios, "s.yaml", sets, count, folders, error);
}

static void scenarios_that_claims_name_are_read_in_the_frame_of_the_first(void **state)
{
    (void)state;
    struct scenarios scenarios;
    struct spel_error error;
    static const char *const sets[] = {"trust.gain=0.11", "knobs.formal=0.9", "runs.seed=7"};
    given_file("room.yaml",
               HEAD "place: {municipality: Utrecht}\ntime: {months: 99}\n"
                    "knobs: {informal: 0.9}\nparameters: {trust.gain: 0.2}\n" CLAIM "}\n");
    given_file("s.yaml", HEAD PLACE "time: {start: 2016-01, months: 24}\nruns: {replicates: 3}\n"
                                    "expect:\n"
                                    "  - {claim: a, test: \"mean(diff(trust_mean, room)) > 0\"}\n"
                                    "  - {claim: b, test: \"mean(diff(trust_mean, s)) > 0\"}\n");
    if (!family(&scenarios, sets, 3, &error))
        fail_msg("%s", error.text);
    assert_int_equal(scenarios.count, 2);
    const struct scenario *first = &scenarios.rows[0], *room = &scenarios.rows[1];
    assert_string_equal(room->name, "room");
    assert_int_equal(room->months, 24);
    assert_int_equal(room->start_year, 2016);
    assert_int_equal(room->replicates, 3);
    assert_int_equal(room->seed, 7);
    assert_string_equal(room->municipalities[0], "Zwolle");
    assert_int_equal(room->places.count, first->places.count);
    assert_true(room->params.trust.gain == 0.11);
    assert_true(room->knobs[KNOB_FORMAL] == 0.5 && first->knobs[KNOB_FORMAL] == 0.9);
    assert_true(room->knobs[KNOB_INFORMAL] == 0.9);
    assert_int_equal(room->expectation_count, 0);
    scenarios_clear(&scenarios);
}

static void what_a_claim_sets_and_switches_off_makes_entries_of_its_own(void **state)
{
    (void)state;
    struct scenarios scenarios;
    struct spel_error error;
    given_file("room.yaml", HEAD PLACE);
    given_file(
        "s.yaml", HEAD PLACE
        "expect:\n"
        "  - {claim: a, test: \"mean(diff(trust_mean, room)) > 0\", with: {trust.gain: 0.11},"
        " without: [trust]}\n"
        "  - {claim: b, test: \"mean(trust_mean) > 0\", with: {trust.gain: 0.11}}\n");
    if (!family(&scenarios, NULL, 0, &error))
        fail_msg("%s", error.text);
    static const char *const names[] = {"s", "s with trust.gain=0.11", "room with trust.gain=0.11",
                                        "s with trust.gain=0.11 without trust",
                                        "room with trust.gain=0.11 without trust"};
    assert_int_equal(scenarios.count, 5);
    for (size_t s = 0; s < 5; s++) {
        assert_string_equal(scenarios.rows[s].name, names[s]);
        assert_int_equal(scenarios.rows[s].process_off[PROCESS_TRUST], s >= 3);
        assert_int_equal(scenarios.rows[s].params.trust.gain == 0.11, s >= 1);
    }
    scenarios_clear(&scenarios);
}

static void a_scenario_that_is_not_there_is_said_with_the_nearest(void **state)
{
    (void)state;
    struct scenarios scenarios;
    struct spel_error error;
    given_file("room.yaml", HEAD PLACE);
    given_file("s.yaml", HEAD PLACE "expect:\n  - {claim: a, test: \"mean(diff(trust_mean, rom)) "
                                    "> 0\"}\n");
    assert_false(family(&scenarios, NULL, 0, &error));
    assert_string_equal(
        error.text, "s.yaml:4:23: expect[1].test = mean(diff(trust_mean, rom)) > 0: no scenario "
                    "\"rom\" beside this file or among the installed ones (did you mean room?); a "
                    "variable there stands in a function");
    assert_null(scenarios.rows);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_claim_of_a_scenario_has_all_that_stands_there),
        TEST(claims_are_in_the_resolved_text_and_read_back_from_it),
        TEST(claims_of_a_base_are_left_and_set_replaces_them),
        TEST(a_claim_that_is_not_as_it_must_be_is_refused),
        TEST(scenarios_that_claims_name_are_read_in_the_frame_of_the_first),
        TEST(what_a_claim_sets_and_switches_off_makes_entries_of_its_own),
        TEST(a_scenario_that_is_not_there_is_said_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
