/* Every key and value that is not allowed is refused with its sentence, and where it stands. */
#include "params/given.h"

static void an_unknown_key_is_refused_with_the_nearest_that_is_known(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "titel: {nl: x}\n",
                 "s.yaml:3:1: titel: unknown key (did you mean title?)");
    text_refused(HEAD PLACE "knobs: {informel: 0.6}\n",
                 "s.yaml:3:9: knobs.informel: unknown key, allowed are vision, informal, formal, "
                 "organisation, learning (did you mean informal?)");
    text_refused(
        HEAD PLACE "parameters: {hours.own_strenght: 0.1}\n",
        "s.yaml:3:14: parameters.hours.own_strenght: unknown key, allowed are required, presence, "
        "replaceable, own_strength, informal_effect (did you mean own_strength?)");
    text_refused(
        HEAD PLACE "qwertyuiop: 1\n",
        "s.yaml:3:1: qwertyuiop: unknown key, allowed are samenspel, title, question, based_on, "
        "place, time, history, schedule, runs, record, sweep, expect, knobs, levers, "
        "processes, steering, parameters");
    text_refused(HEAD PLACE "levers: {qwertyuiop: 1}\n",
                 "s.yaml:3:10: levers.qwertyuiop: unknown key: samenspel params lists them");
    text_refused(HEAD PLACE "title: {fr: x}\n",
                 "s.yaml:3:9: title.fr: unknown key, allowed are nl, en");
    text_refused(HEAD PLACE "schedule: [{qwertyuiop: 2016-01}]\n",
                 "s.yaml:3:13: schedule[1].qwertyuiop: unknown key, allowed are from, to, set, "
                 "only");
    set_refused("loss_gain_ratio=2", "--set loss_gain_ratio=2: unknown key (did you mean "
                                     "parameters.trust.loss_gain_ratio?)");
}

static void a_key_that_stands_there_twice_is_refused(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "history: 0\nhistory: 1\n",
                 "s.yaml:4:1: history: this key stands there twice: leave one out");
    text_refused(HEAD PLACE "parameters:\n  trust.gain: 0.1\n  trust: {gain: 0.2}\n",
                 "s.yaml:5:17: parameters.trust.gain: this key stands there twice: leave one out");
    text_refused(HEAD PLACE "schedule: [{from: 2016-01, from: 2017-01, set: {history: 0}}]\n",
                 "s.yaml:3:28: schedule[1].from: this key stands there twice: leave one out");
}

static void a_number_is_written_as_people_write_numbers(void **state)
{
    (void)state;
    text_refused(
        HEAD PLACE "history: \"0.5\"\n",
        "s.yaml:3:10: history = 0.5: a text in quotes where a number is expected: leave the "
        "quotes out");
    text_refused(HEAD PLACE "history: 0x1\n",
                 "s.yaml:3:10: history = 0x1: hexadecimal: a decimal number is expected");
    text_refused(
        HEAD PLACE "history: nan\n",
        "s.yaml:3:10: history = nan: not a number: digits with a decimal point are expected");
    text_refused(
        HEAD PLACE "history: .inf\n",
        "s.yaml:3:10: history = .inf: not a number: digits with a decimal point are expected");
    text_refused(HEAD PLACE "history: 0.5x\n",
                 "s.yaml:3:10: history = 0.5x: not a number: letters or signs after the digits");
    text_refused(HEAD PLACE "history: 0,5\n",
                 "s.yaml:3:10: history = 0,5: not a number: the decimal sign is a point");
    text_refused(HEAD PLACE "knobs: {informal: 0,5}\n",
                 "s.yaml:3:21: knobs.5: a number where a key is expected: the decimal sign is a "
                 "point");
    text_refused(HEAD PLACE "history: 50%\n",
                 "s.yaml:3:10: history = 50%: not a number: a share is expected, as 0.7 for 70%");
    text_refused(HEAD PLACE "history: 1e999\n",
                 "s.yaml:3:10: history = 1e999: too large for a number");
    text_refused(HEAD PLACE "history: 010\n",
                 "s.yaml:3:10: history = 010: begins with a zero: leave it out");
    text_refused(HEAD PLACE "history:\n", "s.yaml:3:9: history: no value: a number is expected");
    text_refused(HEAD PLACE "history: [0]\n",
                 "s.yaml:3:10: history: a list where a number is expected");
    text_refused(
        HEAD PLACE "runs: {seed: 1.5}\n",
        "s.yaml:3:14: runs.seed = 1.5: not a whole number from 0: digits only are expected");
    text_refused(HEAD PLACE "runs: {seed: 18446744073709551616}\n",
                 "s.yaml:3:14: runs.seed = 18446744073709551616: too large: at most "
                 "18446744073709551615");
}

static void a_value_of_the_wrong_kind_is_refused(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "knobs: 0.5\n",
                 "s.yaml:3:8: knobs = 0.5: keys below it are expected, as {key: value}");
    text_refused(HEAD PLACE "time: {start: {a: 1}}\n",
                 "s.yaml:3:15: time.start: a mapping where a month such as 2015-01 is expected");
    text_refused(
        HEAD PLACE "record: {neighbourhoods: perhaps}\n",
        "s.yaml:3:26: record.neighbourhoods = perhaps: neither yes nor no (on and off, true "
        "and false will do)");
    text_refused(HEAD PLACE "record: {digest: daily}\n",
                 "s.yaml:3:18: record.digest = daily: yearly or monthly is expected");
    text_refused(HEAD PLACE "record: {series: some}\n",
                 "s.yaml:3:18: record.series = some: only \"all\" is allowed: every variable is "
                 "recorded");
    text_refused(HEAD PLACE "schedule: {from: 2016-01}\n",
                 "s.yaml:3:11: schedule: a list of at most 1000 lines is expected, as [{from: "
                 "2019-01, set: {…}}]");
    text_refused(HEAD PLACE "history: !!int 1\n",
                 "s.yaml:3:10: history: a tag (!) is not allowed here");
}

static void a_value_outside_its_range_is_refused_with_the_range(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "knobs: {formal: 1.01}\n",
                 "s.yaml:3:17: knobs.formal = 1.01: outside [0, 1]");
    text_refused(HEAD PLACE "levers: {outreach: -0.1}\n",
                 "s.yaml:3:20: levers.outreach = -0.1: outside [0, 1]");
    text_refused(HEAD PLACE "steering: {youth: 2}\n",
                 "s.yaml:3:19: steering.youth = 2: outside [0, 1]");
    text_refused(HEAD PLACE "history: -2\n", "s.yaml:3:10: history = -2: outside [-1, 1]");
    text_refused(HEAD PLACE "time: {months: 0}\n",
                 "s.yaml:3:16: time.months = 0: outside [1, 2400]");
    text_refused(HEAD PLACE "runs: {replicates: 0}\n",
                 "s.yaml:3:20: runs.replicates = 0: outside [1, 100000]");
    text_refused(HEAD PLACE "parameters: {trust.loss_gain_ratio: 9}\n",
                 "s.yaml:3:37: parameters.trust.loss_gain_ratio = 9: outside [1, 5]");
    text_refused(HEAD PLACE "parameters: {hours.required: {care: 300}}\n",
                 "s.yaml:3:37: parameters.hours.required.care = 300: outside [0, 200] hour/month");
    text_refused(HEAD "place: {municipality: Zwolle, scale: 0}\n",
                 "s.yaml:2:38: place.scale = 0: outside (0, 1]: nobody would be left");
    set_refused("trust.loss_gain_ratio=9", "--set trust.loss_gain_ratio=9: outside [1, 5]");
    text_refused(HEAD PLACE "parameters: {settlement.trust_mean: 0.02}\n",
                 "s: settlement.trust_sd: too wide for settlement.trust_mean: its square is below "
                 "mean × (1 - mean)");
}

/* Candidates for a new debt come at 0.02 a month; the default is below a twelfth. */
static void a_chance_above_its_ceiling_is_refused(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "parameters: {needs.onset: {debt: {30_44: 0.03}}}\n",
                 "s: needs.onset.debt.30_44 = 0.03 times a needs.onset_factor of 1: above the "
                 "ceiling of 0.02 a month");
    text_refused(HEAD PLACE "parameters: {needs.onset: {debt: {30_44: 0.01}}}\n"
                            "schedule: [{from: 2016-01, set: {needs.onset_factor.debt: 3}}]\n",
                 "s: needs.onset.debt.30_44 = 0.01 times a needs.onset_factor of 3: above the "
                 "ceiling of 0.02 a month");
}

static void what_cannot_be_switched_off_is_refused_with_a_sentence(void **state)
{
    (void)state;
    text_refused(
        HEAD PLACE "processes: {calendar: off}\n",
        "s.yaml:3:23: processes.calendar: the calendar cannot be switched off: it moves time");
    text_refused(HEAD PLACE "processes: {observe: off}\n",
                 "s.yaml:3:22: processes.observe: measuring cannot be switched off: it changes "
                 "nothing");
}

static void all_faults_are_said_in_one_go(void **state)
{
    (void)state;
    struct scenario scenario;
    struct spel_error error;
    given_file("s.yaml",
               HEAD "knobs: {formal: 2, lerning: 0}\nhistory: x\nplace: {municipality: Zwole}\n");
    assert_false(given_read(&scenario, "s.yaml", "trust.gain=5", &error));
    assert_int_equal(error.count, 5);
    assert_int_equal(error.code, SPEL_ERROR_INPUT);
    const char *const starts[] = {
        "s.yaml:2:20: ", "s.yaml:2:17: ", "s.yaml:3:10: ", "--set trust.gain=5: ", "s.yaml:4:23: "};
    const char *line = error.text;
    for (size_t i = 0; i < 5; i++, line = strchr(line, '\n') ? strchr(line, '\n') + 1 : "")
        assert_memory_equal(line, starts[i], strlen(starts[i]));
}

static void a_set_without_path_or_value_is_refused(void **state)
{
    (void)state;
    set_refused("history", "--set history: path=value is expected, such as knobs.formal=0.6");
    set_refused("=1", "--set =1: path=value is expected, such as knobs.formal=0.6");
    set_refused("history=", "--set history=: no value: a number is expected");
    set_refused(
        "place.municipality=[Zwolle",
        "--set place.municipality=[Zwolle: not a YAML value: did not find expected ',' or ']'");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_key_is_refused_with_the_nearest_that_is_known),
        cmocka_unit_test(a_key_that_stands_there_twice_is_refused),
        cmocka_unit_test(a_number_is_written_as_people_write_numbers),
        cmocka_unit_test(a_value_of_the_wrong_kind_is_refused),
        cmocka_unit_test(a_value_outside_its_range_is_refused_with_the_range),
        cmocka_unit_test(a_chance_above_its_ceiling_is_refused),
        cmocka_unit_test(what_cannot_be_switched_off_is_refused_with_a_sentence),
        cmocka_unit_test(all_faults_are_said_in_one_go),
        cmocka_unit_test(a_set_without_path_or_value_is_refused),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
