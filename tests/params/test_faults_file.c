/* Files that are no scenario, or stand on what is none, are refused with their sentence. */
#include "params/given.h"

#include <sys/stat.h>

static void the_format_must_be_one_that_this_program_reads(void **state)
{
    (void)state;
    text_refused(PLACE, "s.yaml: the format is missing: it begins with samenspel: 1");
    text_refused("samenspel: 2\n" PLACE,
                 "s.yaml:1:12: samenspel = 2: a newer format than this program reads, which is 1");
    text_refused("samenspel: 0\n" PLACE,
                 "s.yaml:1:12: samenspel = 0: no such format: this program reads 1");
}

static void a_base_that_is_not_there_is_refused_with_the_nearest(void **state)
{
    (void)state;
    text_refused(HEAD "based_on: baselin\n",
                 "s.yaml:2:11: based_on = baselin: no such scenario beside this file or among the "
                 "installed ones (did you mean baseline?)");
    text_refused(HEAD "based_on: ../baseline\n",
                 "s.yaml:2:11: based_on = ../baseline: the name of a scenario is expected, without "
                 "folder and ending");
    given_file("s.yaml", HEAD "based_on: baselin\n");
    struct scenario scenario;
    struct spel_error error;
    assert_false(given_read(&scenario, "s.yaml", NULL, &error));
    assert_null(strchr(error.text, '\n')); /* what the base would have said is not missing */
    set_refused("based_on=baseline", "--set based_on=baseline: can only stand in a file");
}

static void scenarios_based_on_each_other_are_refused(void **state)
{
    (void)state;
    given_file("a.yaml", HEAD "based_on: b\n");
    given_file("b.yaml", HEAD "based_on: a\n");
    refused("a.yaml", NULL,
            "b.yaml:2:11: based_on = a: goes round in a circle: a.yaml → b.yaml → a.yaml");
    given_file("c.yaml", HEAD "based_on: c\n");
    refused("c.yaml", NULL, "c.yaml:2:11: based_on = c: goes round in a circle: c.yaml → c.yaml");
}

static void a_chain_of_bases_ends(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "chain%d.yaml", i);
        snprintf(text, sizeof text, HEAD "based_on: chain%d\n", i + 1);
        given_file(name, text);
    }
    refused(
        "chain0.yaml", NULL,
        "chain15.yaml:2:11: based_on = chain16: more than 16 scenarios, one based on the other");
}

static void a_file_that_is_no_scenario_is_refused(void **state)
{
    (void)state;
    refused("nowhere.yaml", NULL, "nowhere.yaml: cannot be opened: No such file or directory");
    refused("baselin", NULL,
            "baselin: no such file, and no scenario of that name here or among the installed ones "
            "(did you mean baseline?)");
    assert_int_equal(mkdir("folder", 0700), 0);
    refused("./folder", NULL, "./folder: cannot be opened: Is a directory");
    text_refused("", "s.yaml: the file is empty");
    text_refused(" \n\n", "s.yaml: the file is empty");
    text_refused("# only a comment\n", "s.yaml: the file is empty: it holds only comments");
    text_refused("samenspel: 1\001\n", "s.yaml: not a text file: byte 13 is a control character");
    text_refused("\211HDF\r\n", "s.yaml: an HDF5 file where a text is expected");
    text_refused("title: \xff\n", "s.yaml: not UTF-8 text: invalid leading UTF-8 octet at byte 8");
    text_refused("- a list\n",
                 "s.yaml: not a scenario: keys and values are expected, such as samenspel: 1");
    text_refused(HEAD "---\n" HEAD, "s.yaml: more than one YAML document: one is expected");
    text_refused(HEAD "title: {nl: \"x\n",
                 "s.yaml:3:1: not YAML: found unexpected end of stream (a text with an apostrophe "
                 "stands between double quotes)");
}

/* What follows from a fault is not said beside it. */
static void a_fault_is_one_line(void **state)
{
    static const char *const texts[] = {
        "- a list\n",
        "# only a comment\n",
        HEAD "based_on: nowhere\n",
        HEAD "based_on: s\n",
        HEAD "based_on: baseline\n---\n" HEAD,
        HEAD PLACE "schedule: [{from: 2016-01, set: {knobs.learnin: 0.8}}]\n",
        HEAD PLACE "schedule: [{from: 2016-01, set: {knobs.learning: 0.8}, only: {urbanity: 9}}]\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct scenario scenario;
        struct spel_error error;
        given_file("s.yaml", texts[i]);
        assert_false(given_read(&scenario, "s.yaml", NULL, &error));
        if (error.count != 1)
            fail_msg("%s", error.text);
    }
}

static void a_tab_is_named(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "knobs:\n\tinformal: 0.7\n",
                 "s.yaml:4:1: not YAML: found character that cannot start any token (a tab: spaces "
                 "are expected)");
}

static void a_mark_before_the_text_is_no_fault(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario, "\xEF\xBB\xBF" HEAD PLACE "history: 0.5\n", NULL);
    assert_float_equal(scenario.history, 0.5, 0);
    assert_null(strchr(scenario.text, '\xEF'));
    scenario_clear(&scenario);
    text_refused("\xEF\xBB\xBF", "s.yaml: the file is empty");
}

static void a_file_of_100_megabytes_is_refused_unread(void **state)
{
    (void)state;
    given_file("large.yaml", HEAD);
    assert_int_equal(truncate("large.yaml", 100 * 1024 * 1024), 0);
    refused("large.yaml", NULL, "large.yaml: larger than 1048576 bytes, which is the most");
}

static void aliases_are_refused_before_they_grow(void **state)
{
    (void)state;
    text_refused(HEAD PLACE "knobs: &k {formal: 0.4}\nlevers: *k\n",
                 "s.yaml:3:8: levers: an alias (*) is not allowed: write it out");
    text_refused(HEAD PLACE "parameters: &p {trust: *p}\n",
                 "s.yaml:3:13: parameters.trust: an alias (*) is not allowed: write it out");
}

static void too_many_entries_are_refused(void **state)
{
    (void)state;
    enum { LINES = 950, ROOM = 400 };
    char *text = calloc(LINES, ROOM);
    assert_non_null(text);
    size_t at = (size_t)sprintf(text, HEAD PLACE "schedule:\n");
    for (int i = 0; i < LINES; i++) {
        at += (size_t)sprintf(text + at, "- {from: 2016-01, set: {levers.outreach: 1");
        for (int d = 0; d < DOMAINS; d++)
            at += (size_t)sprintf(text + at, ", steering.%s: 0.4, needs.onset_factor.%s: 1",
                                  domain_names[d], domain_names[d]);
        at += (size_t)sprintf(text + at, "}}\n");
    }
    given_file("s.yaml", text);
    free(text);
    struct scenario scenario;
    struct spel_error error;
    assert_false(given_read(&scenario, "s.yaml", NULL, &error));
    assert_int_equal(error.count, 1);
    assert_non_null(strstr(error.text, "more than 10000 entries"));
}

static void after_fifty_faults_no_more_are_said(void **state)
{
    (void)state;
    char text[GIVEN_TEXT] = HEAD PLACE;
    for (int i = 0; i < 100; i++)
        sprintf(text + strlen(text), "wrong%d: 1\n", i);
    given_file("s.yaml", text);
    struct scenario scenario;
    struct spel_error error;
    assert_false(given_read(&scenario, "s.yaml", NULL, &error));
    assert_int_equal(error.count, 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_format_must_be_one_that_this_program_reads),
        cmocka_unit_test(a_base_that_is_not_there_is_refused_with_the_nearest),
        cmocka_unit_test(scenarios_based_on_each_other_are_refused),
        cmocka_unit_test(a_chain_of_bases_ends),
        cmocka_unit_test(a_file_that_is_no_scenario_is_refused),
        cmocka_unit_test(a_fault_is_one_line),
        cmocka_unit_test(a_tab_is_named),
        cmocka_unit_test(a_mark_before_the_text_is_no_fault),
        cmocka_unit_test(a_file_of_100_megabytes_is_refused_unread),
        cmocka_unit_test(aliases_are_refused_before_they_grow),
        cmocka_unit_test(too_many_entries_are_refused),
        cmocka_unit_test(after_fifty_faults_no_more_are_said),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
