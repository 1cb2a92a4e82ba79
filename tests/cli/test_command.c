/* The command says what it does, does what it says, and ends with the outcome that it promises. */
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/said.h"

static void the_patterns_are_found_by_name_and_without_fault(void **state)
{
    static const char *const patterns[] = {
        "fit",           "leak",          "carers",         "path",
        "reflex",        "start-small",   "accountability", "challenge",
        "no-free-lunch", "left-behind",   "outreach",       "borrowing",
        "whole-person",  "which-results", "renewal",        "path-dependence"};
    struct said *said = *state;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        char line[64];
        snprintf(line, sizeof line, "check %s", patterns[i]);
        run(said, line, OUTCOME_FINE);
        assert_string_equal(said->err, "");
        says(said->out, "pattern: ");
    }
    refuses(said, "check carer", "(did you mean carers?)");
}

static void a_scenario_without_faults_is_told_by_what_differs(void **state)
{
    struct said *said = *state;
    run(said, "check baseline", OUTCOME_FINE);
    assert_string_equal(said->err, "");
    says(said->out, "14 neighbourhoods, 180 months");
    says(said->out, "\nplace.municipality: [\"'s-Hertogenbosch\"]\n");
    assert_null(strstr(said->out, "knobs."));
    run(said, "check baseline --set knobs.formal=0.75 -s levers.outreach=1 -s trust.gain=0.2",
        OUTCOME_FINE);
    says(said->out, "\nknobs.formal: 0.75   # default 0.5\n");
    says(said->out, "\nlevers.outreach: 1\n");
    says(said->out, "\nparameters.trust.gain: 0.2   # default 0.1\n");
}

static void what_never_happens_is_said(void **state)
{
    struct said *said = *state;
    given("late.yaml", "samenspel: 1\nbased_on: baseline\nschedule:\n"
                       "  - {from: 2015-02, set: {knobs.formal: 0.6}}\n"
                       "  - {from: 2016-01, set: {knobs.formal: 0.8}}\n");
    run(said, "check late.yaml --set time.months=12", OUTCOME_FINE);
    says(said->out,
         "# schedule[2] begins after the last of the 12 months: nothing of it happens\n");
    assert_null(strstr(said->out, "# schedule[1]"));
    run(said, "check late.yaml --set time.months=13", OUTCOME_FINE);
    assert_null(strstr(said->out, "nothing of it happens"));
}

static void every_fault_is_a_line_on_stderr(void **state)
{
    struct said *said = *state;
    run(said, "check baseline -s knobs.formal=2 -s historie=1", OUTCOME_BAD_INPUT);
    assert_string_equal(said->out, "");
    assert_string_equal(said->err, "--set historie=1: unknown key (did you mean history?)\n"
                                   "--set knobs.formal=2: outside [0, 1]\n");
    refuses(said, "check baselin", "(did you mean baseline?)");
}

static void what_is_misspelt_is_refused_with_the_nearest(void **state)
{
    struct said *said = *state;
    refuses(said, "chekc", "samenspel: no command \"chekc\" (did you mean check?)");
    refuses(said, "params --fromat json",
            "samenspel params: no option --fromat (did you mean --format?)");
    refuses(said, "params -z", "samenspel params: no option -z");
    refuses(said, "params --format", "samenspel params: --format: a value is missing");
    refuses(said, "params --format xml",
            "samenspel params: --format xml: one of text, md, json is expected");
    refuses(said, "params --help=x", "samenspel params: --help takes no value");
    refuses(said, "params loss_gain_raito", "(did you mean loss_gain_ratio?)");
    refuses(said, "places Utrect", "(did you mean Utrecht?)");
    refuses(said, "help chekc", "samenspel help: no command \"chekc\"");
}

static void too_few_or_too_many_arguments_are_refused_with_the_usage(void **state)
{
    struct said *said = *state;
    refuses(said, "check", "samenspel check: an argument is missing: samenspel check SCENARIO");
    refuses(said, "check a b", "samenspel check: one argument too many, \"b\"");
    run(said, "", OUTCOME_BAD_INPUT);
    says(said->err, "Usage: samenspel COMMAND");
}

static void every_command_has_help_and_a_man_page(void **state)
{
    struct said *said = *state;
    char line[LINE];
    for (size_t i = 0; commands[i]; i++) {
        snprintf(line, sizeof line, "%s --help", commands[i]->name);
        run(said, line, OUTCOME_FINE);
        says(said->out, commands[i]->usage);
        for (size_t o = 0; o < commands[i]->option_count; o++) {
            snprintf(line, sizeof line, "--%s", commands[i]->options[o].name);
            says(said->out, line);
        }
        snprintf(line, sizeof line, "help --man %s", commands[i]->name);
        run(said, line, OUTCOME_FINE);
        assert_memory_equal(said->out, ".TH SAMENSPEL\\-", 15);
        run(said, "help", OUTCOME_FINE);
        says(said->out, commands[i]->summary);
        run(said, "help --names", OUTCOME_FINE);
        says(said->out, commands[i]->name);
    }
    run(said, "--version", OUTCOME_FINE);
    assert_memory_equal(said->out, "samenspel ", 10);
}

/* Braces and brackets close in order, outside texts, and nothing else follows. */
static void is_json(const char *text)
{
    char open[64];
    size_t depth = 0;
    for (; *text; text++) {
        if (*text == '"') {
            for (text++; *text && *text != '"'; text++) {
                assert_true((unsigned char)*text >= ' ');
                text += *text == '\\';
            }
            assert_int_equal(*text, '"');
        } else if (*text == '{' || *text == '[') {
            assert_true(depth < sizeof open);
            open[depth++] = *text;
        } else if (*text == '}' || *text == ']') {
            assert_true(depth > 0 && open[--depth] == (*text == '}' ? '{' : '['));
        } else {
            assert_non_null(strchr(" ,:\n-+.0123456789etrufalsn", *text));
        }
    }
    assert_int_equal(depth, 0);
}

static void parameters_are_listed_in_three_formats_and_two_languages(void **state)
{
    struct said *said = *state;
    run(said, "params loss_gain_ratio", OUTCOME_FINE);
    says(said->out, "trust.loss_gain_ratio: ");
    says(said->out, "    default: 2\n    range: [1, 5]\n    grade: assumed\n");
    run(said, "params loss_gain_ratio --lang nl", OUTCOME_FINE);
    says(said->out, "    standaard: 2\n    bereik: [1, 5]\n    zekerheid: aangenomen\n");
    run(said, "params --format md hours.required", OUTCOME_FINE);
    says(said->out, "| path | name |");
    says(said->out, "care ");
    run(said, "params --format json", OUTCOME_FINE);
    is_json(said->out);
    says(said->out, "{\"path\": \"trust.gain\", ");
    says(said->out, "\"default\": {\"care\": ");
    says(said->out, "{\"path\": \"levers.outreach\", ");
    run(said, "params needs.onset.care.75_84", OUTCOME_FINE);
    says(said->out, "needs.onset: ");
}

static void variables_are_listed_too(void **state)
{
    struct said *said = *state;
    run(said, "variables", OUTCOME_FINE);
    says(said->out, "    axes: scenario, replicate, month");
    run(said, "variables --format json", OUTCOME_FINE);
    is_json(said->out);
    says(said->out, "\"axes\": [\"scenario\", \"replicate\", \"month\"");
    refuses(said, "variables no_such_variable_at_all", "no variable matches");
}

static void places_are_listed_by_name_code_or_pattern(void **state)
{
    struct said *said = *state;
    run(said, "places", OUTCOME_FINE);
    says(said->out, "GM0796  's-Hertogenbosch");
    assert_null(strstr(said->out, "WK0796"));
    run(said, "places hertogenbosch", OUTCOME_FINE);
    says(said->out, "WK079601");
    run(said, "places WK079601", OUTCOME_FINE);
    says(said->out, "WK079601");
    assert_null(strstr(said->out, "WK079602"));
}

/* Takes the # away from every setting that is commented out. */
static void uncomment(const char *from, const char *to)
{
    static char text[TEXT];
    file_read(from, text);
    FILE *file = fopen(to, "wb");
    assert_non_null(file);
    for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const bool setting = line[0] == '#' && (line[1] != ' ' || line[2] == ' ');
        fprintf(file, "%.*s\n", (int)strcspn(line + setting, "\n"), line + setting);
    }
    fclose(file);
}

static void a_new_scenario_is_one_without_differences(void **state)
{
    struct said *said = *state;
    run(said, "new mine --place Zwolle", OUTCOME_FINE);
    run(said, "check mine", OUTCOME_FINE);
    says(said->out, "It differs from the defaults in:\nplace.municipality: [\"Zwolle\"]\n");
    assert_null(strstr(said->out, "default "));
    refuses(said, "new mine", "mine.yaml is there already: --force writes over it");
    run(said, "new mine.yaml --lang nl --force", OUTCOME_FINE);
    run(said, "check mine.yaml", OUTCOME_FINE);
    refuses(said, "new other --place Zwole", "(did you mean Zwolle?)");
    assert_int_not_equal(access("other.yaml", F_OK), 0);
    refuses(said, "new nowhere/other",
            "nowhere/other.yaml: cannot be written: No such file or directory");
}

static void every_line_of_a_new_scenario_may_be_set(void **state)
{
    struct said *said = *state;
    run(said, "new all_lines", OUTCOME_FINE);
    uncomment("all_lines.yaml", "set.yaml");
    run(said, "check set.yaml", OUTCOME_FINE);
    says(said->out, "\nprocesses.needs: off   # default on\n");
    says(said->out, "\nlevers.outreach: 0.5\n");
    assert_null(strstr(said->out, "parameters."));
}

static void what_is_read_is_not_overwritten(void **state)
{
    struct said *said = *state;
    given("mine.yaml", "samenspel: 1\nbased_on: baseline\n");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    refuses(said, "run mine.yaml --force -o mine.yaml",
            "samenspel run: mine.yaml: would overwrite what is read: another name is expected");
    refuses(said, "run mine --force -o ./mine.yaml", "./mine.yaml: would overwrite what is read");
    refuses(said, "sweep mine.yaml --force -o mine.yaml", "would overwrite what is read");
    refuses(said, "run --from mine.yaml --run 0 --force -o mine.yaml",
            "would overwrite what is read");
    refuses(said, "compare mine.yaml mine.yaml --force -o mine.yaml",
            "would overwrite what is read");
    refuses(said, "merge mine.yaml mine.yaml --force", "would overwrite what is read");
    refuses(said, "run mine.yaml --force -o pipe",
            "pipe: not a file: it cannot be replaced by one");
    refuses(said, "run mine.yaml --force -o folder", "folder: a folder: a file in it is expected");
    refuses(said, "run mine.yaml -o ''", "the output has no name: a file is expected, as OUT.h5");
    file_read("mine.yaml", said->out);
    assert_string_equal(said->out, "samenspel: 1\nbased_on: baseline\n");
}

/* The command as built finds the scenarios of the sources, also from another folder. */
static void the_command_that_is_not_installed_finds_the_scenarios(void **state)
{
    struct said *said = *state;
    char folder[LINE];
    snprintf(folder, sizeof folder, "%s", getenv("SAMENSPEL_SCENARIOS"));
    assert_int_equal(unsetenv("SAMENSPEL_SCENARIOS"), 0);
    run(said, "check baseline", OUTCOME_FINE);
    run(said, "places", OUTCOME_FINE);
    assert_int_equal(setenv("SAMENSPEL_SCENARIOS", "/nowhere", 1), 0);
    refuses(said, "places", "SAMENSPEL_SCENARIOS can name the folder that holds it");
    assert_int_equal(setenv("SAMENSPEL_SCENARIOS", folder, 1), 0);
}

static void a_result_that_cannot_be_written_is_said(void **state)
{
    struct said *said = *state;
    char line[LINE];
    if (access("/dev/full", W_OK) != 0)
        skip();
    snprintf(line, sizeof line, COMMAND " params >/dev/full 2>said.err");
    const int status = system(line);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), OUTCOME_MACHINE);
    file_read("said.err", said->err);
    assert_string_equal(said->err, "samenspel: the result cannot be written\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_patterns_are_found_by_name_and_without_fault),
        cmocka_unit_test(a_scenario_without_faults_is_told_by_what_differs),
        cmocka_unit_test(what_never_happens_is_said),
        cmocka_unit_test(every_fault_is_a_line_on_stderr),
        cmocka_unit_test(what_is_misspelt_is_refused_with_the_nearest),
        cmocka_unit_test(too_few_or_too_many_arguments_are_refused_with_the_usage),
        cmocka_unit_test(every_command_has_help_and_a_man_page),
        cmocka_unit_test(parameters_are_listed_in_three_formats_and_two_languages),
        cmocka_unit_test(variables_are_listed_too),
        cmocka_unit_test(places_are_listed_by_name_code_or_pattern),
        cmocka_unit_test(a_new_scenario_is_one_without_differences),
        cmocka_unit_test(every_line_of_a_new_scenario_may_be_set),
        cmocka_unit_test(what_is_read_is_not_overwritten),
        cmocka_unit_test(the_command_that_is_not_installed_finds_the_scenarios),
        cmocka_unit_test(a_result_that_cannot_be_written_is_said),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
