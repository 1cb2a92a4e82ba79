/* `samenspel report` as people call it: it finds the program that makes the report, and hands it
 * every word. What a report says is tested with the Python package. */
#include "cli/said.h"

/* Runs a copy of the command that lies alone, with nothing to be found on the path. */
static int alone(struct said *said, const char *environment)
{
    char line[LINE];
    snprintf(line, sizeof line,
             "mkdir -p bare/bin && cp '%s' bare/bin/samenspel && cd bare && "
             "env PATH=/nowhere %s bin/samenspel report run.h5 >../said.out 2>../said.err",
             COMMAND, environment);
    const int status = system(line);
    file_read("said.out", said->out);
    file_read("said.err", said->err);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void every_word_goes_to_the_program_that_is_named(void **state)
{
    struct said *said = *state;
    assert_int_equal(setenv("SAMENSPEL_REPORT", "echo", 1), 0);
    run(said, "report run.h5 --lang nl --baseline 'a b.h5' -o out.html", OUTCOME_FINE);
    assert_string_equal(said->out, "--lang nl --baseline a b.h5 -o out.html run.h5\n");
    assert_int_equal(unsetenv("SAMENSPEL_REPORT"), 0);
}

static void its_outcome_is_that_of_the_program(void **state)
{
    struct said *said = *state;
    assert_int_equal(setenv("SAMENSPEL_REPORT", "false", 1), 0);
    run(said, "report run.h5", OUTCOME_DIFFERS);
    assert_int_equal(unsetenv("SAMENSPEL_REPORT"), 0);
}

static void a_program_that_cannot_be_run_is_named(void **state)
{
    struct said *said = *state;
    assert_int_equal(setenv("SAMENSPEL_REPORT", "./none", 1), 0);
    refuses(said, "report run.h5", "SAMENSPEL_REPORT names ./none, which cannot be run");
    assert_int_equal(unsetenv("SAMENSPEL_REPORT"), 0);
}

static void without_the_package_it_says_in_one_line_how_to_install_it(void **state)
{
    struct said *said = *state;
    assert_int_equal(alone(said, ""), OUTCOME_BAD_INPUT);
    says(said->err, "samenspel report: needs the Python package samenspel: pip install ./analysis");
    assert_ptr_equal(strchr(said->err, '\n'), said->err + strlen(said->err) - 1);
}

static void the_environment_beside_the_build_is_found(void **state)
{
    struct said *said = *state;
    assert_int_equal(system("mkdir -p bare/venv/bin && printf '#!/bin/sh\\necho found $1\\n' "
                            ">bare/venv/bin/samenspel-report && "
                            "chmod +x bare/venv/bin/samenspel-report"),
                     0);
    assert_int_equal(alone(said, ""), OUTCOME_FINE);
    assert_string_equal(said->out, "found run.h5\n");
}

static void bad_words_are_refused_before_anything_is_looked_for(void **state)
{
    struct said *said = *state;
    refuses(said, "report", "samenspel report: ");
    refuses(said, "report run.h5 --lang de", "--lang de: one of en, nl is expected");
    refuses(said, "report run.h5 --kind memo", "--kind memo: one of advice, validation");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_goes_to_the_program_that_is_named),
        cmocka_unit_test(its_outcome_is_that_of_the_program),
        cmocka_unit_test(a_program_that_cannot_be_run_is_named),
        cmocka_unit_test(without_the_package_it_says_in_one_line_how_to_install_it),
        cmocka_unit_test(the_environment_beside_the_build_is_found),
        cmocka_unit_test(bad_words_are_refused_before_anything_is_looked_for),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
