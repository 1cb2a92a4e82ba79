/* What a scenario says is what is read: defaults, bases, knobs, levers, schedules and --set. */
#include "params/given.h"

#include "params/levers.h"
#include "params/table.h"

static void what_is_not_said_keeps_its_default(void **state)
{
    (void)state;
    struct scenario scenario;
    struct params defaults;
    params_default(&defaults);
    given_scenario(&scenario, HEAD PLACE, NULL);
    assert_string_equal(scenario.name, "s");
    assert_memory_equal(&scenario.params, &defaults, sizeof defaults);
    assert_int_equal(scenario.start_year, 2015);
    assert_int_equal(scenario.start_month, 1);
    assert_int_equal(scenario.months, 180);
    assert_int_equal(scenario.replicates, 1);
    assert_int_equal(scenario.seed, 20150101);
    assert_int_equal(scenario.panel, 200);
    assert_true(scenario.record_neighbourhoods && scenario.record_organisations);
    assert_false(scenario.digest_monthly);
    assert_int_equal(scenario.schedule_count + scenario.snapshot_count, 0);
    for (int i = 0; i < DOMAINS; i++)
        assert_true(scenario.steering[i] == 0.4);
    for (int i = 0; i < LEVERS; i++)
        assert_true(scenario.levers[i] == 0.5 && !scenario.lever_own[i]);
    scenario_clear(&scenario);
}

static void a_lever_follows_its_knob_unless_it_is_set_itself(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario, HEAD PLACE "knobs: {informal: 0.7}\nlevers: {empowerment: 0.2}\n",
                   NULL);
    assert_true(scenario.levers[CARER_SUPPORT] == 0.7);
    assert_true(scenario.levers[EMPOWERMENT] == 0.2);
    assert_true(scenario.lever_own[EMPOWERMENT] && !scenario.lever_own[CARER_SUPPORT]);
    assert_true(scenario.levers[OUTREACH] == 0.5);
    scenario_clear(&scenario);
}

static void what_is_said_of_all_gives_way_to_what_is_said_of_one(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario,
                   HEAD PLACE
                   "steering: {youth: 0.3, all: 0.6}\n"
                   "parameters: {needs.onset.care.75_84: 0.01, needs.onset.care: 0.002, "
                   "needs.onset: 0.003, needs: {growth: {debt: 0.01}, growth.care: 0.03}}\n",
                   NULL);
    assert_true(scenario.steering[YOUTH] == 0.3 && scenario.steering[CARE] == 0.6);
    const struct needs_params *needs = &scenario.params.needs;
    assert_true(needs->onset[CARE][8] == 0.01 && needs->onset[CARE][0] == 0.002);
    assert_true(needs->onset[SOCIAL][8] == 0.003);
    assert_true(needs->growth[DEBT] == 0.01 && needs->growth[CARE] == 0.03);
    assert_true(needs->growth[EDUCATION] == 0.02);
    scenario_clear(&scenario);
}

static void a_scenario_adds_to_the_one_it_is_based_on(void **state)
{
    (void)state;
    struct scenario scenario;
    given_file("base.yaml", HEAD PLACE "based_on: ground\nknobs: {formal: 0.1, learning: 0.2}\n"
                                       "steering: {youth: 0.9}\n");
    given_file("ground.yaml", HEAD "place: {municipality: Utrecht, scale: 0.5}\n"
                                   "time: {months: 12}\nsteering: {all: 0.8}\n");
    given_scenario(&scenario, HEAD "based_on: base\nknobs: {learning: 0.3}\nsteering: {all: 0.5}\n",
                   NULL);
    assert_string_equal(scenario.municipalities[0], "Zwolle");
    assert_true(scenario.scale == 0.5);
    assert_int_equal(scenario.months, 12);
    assert_true(scenario.knobs[KNOB_FORMAL] == 0.1 && scenario.knobs[KNOB_LEARNING] == 0.3);
    assert_true(scenario.steering[YOUTH] == 0.5);
    assert_memory_equal(scenario.text, "# ground.yaml\nsamenspel: 1\n", 27);
    assert_non_null(strstr(scenario.text, "\n# s.yaml\nsamenspel: 1\n"));
    scenario_clear(&scenario);
}

static void set_comes_after_the_files(void **state)
{
    (void)state;
    static const struct {
        const char *set;
        size_t offset;
        double value;
    } cases[] = {
        {"trust.gain=0.05", offsetof(struct scenario, params.trust.gain), 0.05},
        {"parameters.trust.gain=0.06", offsetof(struct scenario, params.trust.gain), 0.06},
        {"needs.growth.work=0.01", offsetof(struct scenario, params.needs.growth[WORK]), 0.01},
        {"needs={growth: {work: 0.03}}", offsetof(struct scenario, params.needs.growth[WORK]),
         0.03},
        {"knobs.formal=1e-1", offsetof(struct scenario, levers[RESULTS_FINANCING]), 0.1},
        {"levers.outreach=+.25", offsetof(struct scenario, levers[OUTREACH]), 0.25},
        {"steering.all=0.9", offsetof(struct scenario, steering[SOCIAL]), 0.9},
        {"history=-1", offsetof(struct scenario, history), -1},
        {"place.scale=0.25", offsetof(struct scenario, scale), 0.25},
    };
    struct scenario scenario;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        given_scenario(&scenario, HEAD PLACE "parameters: {trust.gain: 0.2}\n", cases[i].set);
        assert_true(*(const double *)(const void *)((const char *)&scenario + cases[i].offset) ==
                    cases[i].value);
        assert_non_null(strstr(scenario.text, cases[i].set));
        scenario_clear(&scenario);
    }
    given_scenario(&scenario, HEAD PLACE, "place.municipality='s-Hertogenbosch");
    assert_string_equal(scenario.municipalities[0], "'s-Hertogenbosch");
    scenario_clear(&scenario);
    given_scenario(&scenario, HEAD PLACE, "processes.needs=off");
    assert_true(scenario.process_off[PROCESS_NEEDS] && !scenario.process_off[PROCESS_TRUST]);
    scenario_clear(&scenario);
    given_scenario(&scenario, HEAD PLACE, "runs.seed=18446744073709551615");
    assert_true(scenario.seed == UINT64_MAX);
    scenario_clear(&scenario);
}

static void a_schedule_is_counted_in_months_from_the_start(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario,
                   HEAD PLACE "time: {start: 2015-03}\nschedule:\n"
                              "- {from: 2016-01, set: {steering.youth: 0.1, steering.all: 0.2}}\n"
                              "- from: 2015-03\n  to: 2015-06\n"
                              "  set: {needs.onset_factor.social: 1.5, levers: {outreach: 1}}\n"
                              "  only: {urbanity: [1, 2], neighbourhoods: [WK019310, WK019311]}\n",
                   NULL);
    assert_int_equal(scenario.schedule_count, 2);
    const struct schedule_entry *first = &scenario.schedule[0], *second = first + 1;
    assert_int_equal(first->from, 10);
    assert_true(first->to == UINT32_MAX);
    assert_int_equal(first->setting_count, 2);
    assert_int_equal(first->settings[0].index, -1);
    assert_int_equal(first->settings[1].index, YOUTH);
    assert_int_equal(first->urbanity, 0);
    assert_int_equal(second->from, 0);
    assert_int_equal(second->to, 3);
    assert_int_equal(second->settings[0].kind, SETTING_ONSET_FACTOR);
    assert_int_equal(second->settings[0].index, SOCIAL);
    assert_true(second->settings[0].value == 1.5);
    assert_int_equal(second->settings[1].kind, SETTING_LEVER);
    assert_int_equal(second->settings[1].index, OUTREACH);
    assert_int_equal(second->urbanity, 1 << 1 | 1 << 2);
    assert_int_equal(second->neighbourhood_count, 2);
    assert_string_equal(second->neighbourhoods[1], "WK019311");
    scenario_clear(&scenario);
}

static void only_the_places_that_are_named_are_kept(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario, HEAD "place: {municipality: [GM0193, Aa en Hunze]}\n", NULL);
    assert_int_equal(scenario.municipality_count, 2);
    assert_string_equal(scenario.municipalities[0], "Zwolle");
    assert_int_equal(scenario.places.count, 16 + 21);
    for (size_t i = 0; i < scenario.places.position_count; i++) {
        const char *code = scenario.places.positions[i].municipality_code;
        assert_true(!strcmp(code, "NL") || !strcmp(code, "GM0193") || !strcmp(code, "GM1680"));
    }
    scenario_clear(&scenario);
    given_scenario(&scenario, HEAD "place: {municipality: all}\n", NULL);
    assert_int_equal(scenario.municipality_count, 6);
    assert_int_equal(scenario.places.count, 104);
    scenario_clear(&scenario);
}

static void the_resolved_scenario_reads_back_to_the_same(void **state)
{
    (void)state;
    struct scenario scenario, again;
    struct spel_error error;
    given_scenario(&scenario,
                   HEAD PLACE
                   "title: {nl: \"een \\\"kop\\\"\\n\\\\ – …\", en: 'x: #y'}\n"
                   "parameters: {trust.gain: 0.1234567890123456789, needs.onset.debt: 1e-7}\n"
                   "levers: {outreach: 0.30000000000000004}\nhistory: -0.3\n"
                   "record: {snapshots: [2015-02, 2020-12], digest: monthly, panel: 0}\n"
                   "processes: {trust: off}\nschedule:\n"
                   "- {from: 2016-02, to: 2017-01, set: {needs.onset_factor: 0, "
                   "knobs.learning: 1}, only: {urbanity: 5, neighbourhoods: WK019310}}\n"
                   "- {from: 2017-01, set: {steering.all: 0.1}}\n"
                   "- {from: 2018-01, set: {incidents.all: 0.5, incidents.debt: 1}}\n",
                   NULL);
    assert_true(scenario_parse(&again, "again", scenario.resolved, strlen(scenario.resolved),
                               &scenario.places, &error));
    assert_string_equal(again.resolved, scenario.resolved);
    assert_string_equal(again.title.nl, scenario.title.nl);
    assert_memory_equal(&again.params, &scenario.params, sizeof again.params);
    assert_memory_equal(again.levers, scenario.levers, sizeof again.levers);
    assert_memory_equal(again.lever_own, scenario.lever_own, sizeof again.lever_own);
    assert_int_equal(again.places.count, 16);
    assert_int_equal(scenario.places.count, 0);
    scenario_clear(&scenario);
    scenario_clear(&again);
}

static void the_scenarios_that_come_along_are_without_fault(void **state)
{
    (void)state;
    struct scenario scenario;
    struct spel_error error;
    assert_true(given_read(&scenario, "baseline", NULL, &error));
    assert_string_equal(scenario.municipalities[0], "'s-Hertogenbosch");
    assert_int_equal(scenario.places.count, 14);
    scenario_clear(&scenario);
    assert_true(given_read(&scenario, "aa-en-hunze", NULL, &error));
    assert_int_equal(scenario.places.count, 21);
    assert_int_equal(scenario.months, 180);
    assert_true(scenario.title.nl[0] && scenario.title.en[0] && scenario.question.nl[0]);
    scenario_clear(&scenario);
}

static void clearing_what_was_never_read_is_safe(void **state)
{
    (void)state;
    struct scenario scenario = {0};
    scenario_clear(&scenario);
    assert_false(given_read(&scenario, "nowhere.yaml", NULL, NULL));
    scenario_clear(&scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_said_keeps_its_default),
        cmocka_unit_test(a_lever_follows_its_knob_unless_it_is_set_itself),
        cmocka_unit_test(what_is_said_of_all_gives_way_to_what_is_said_of_one),
        cmocka_unit_test(a_scenario_adds_to_the_one_it_is_based_on),
        cmocka_unit_test(set_comes_after_the_files),
        cmocka_unit_test(a_schedule_is_counted_in_months_from_the_start),
        cmocka_unit_test(only_the_places_that_are_named_are_kept),
        cmocka_unit_test(the_resolved_scenario_reads_back_to_the_same),
        cmocka_unit_test(the_scenarios_that_come_along_are_without_fault),
        cmocka_unit_test(clearing_what_was_never_read_is_safe),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
