/* Claims through the command: a small pair of villages. */
#include "cli/said.h"

#define VILLAGE                                                                                    \
    "samenspel: 1\nbased_on: aa-en-hunze\nplace: {scale: 0.02}\ntime: {months: 14}\n"              \
    "runs: {replicates: 3}\nrecord: {panel: 0}\n"                                                  \
    "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n"

/* Nobody helps in `alone`; the pair is otherwise the same. */
static void pair(const char *claims)
{
    char text[LINE];
    given("alone.yaml", VILLAGE "processes: {informal_support: off}\n");
    snprintf(text, sizeof text, "%s%s", VILLAGE, claims);
    given("near.yaml", text);
}

static void a_claim_that_holds_is_held_and_its_control_gone(void **state)
{
    struct said *said = *state;
    pair("expect:\n"
         "  - {claim: {nl: \"buren helpen\", en: \"neighbours help\"}, type: V, pattern: 3,\n"
         "     test: \"mean(diff(informal_hours, alone)) > 1\", without: [informal_support]}\n");
    run(said, "run near.yaml", OUTCOME_FINE);
    says(said->out, "held         neighbours help (pattern 3, V)\n             "
                    "mean(diff(informal_hours, alone)) > 1: ");
    says(said->out, "gone         The same, which must be gone: without informal_support\n");
    says(said->out, "mean(diff(informal_hours, alone)) > 1: 0, 3 replicates\n");
    run(said, "info near.h5 --lang nl", OUTCOME_FINE);
    says(said->out, "scenario    near, alone, near without informal_support, alone without "
                    "informal_support\n");
    says(said->out, "replicates  3 of each scenario: 12 finished, 0 failed");
    says(said->out, "klopt        buren helpen (patroon 3, V)");
    run(said, "verify near.h5 --run 10", OUTCOME_FINE);
}

/* Quiet says nothing, but the outcome does; and again when there is nothing left to do. */
static void a_broken_claim_is_outcome_one(void **state)
{
    struct said *said = *state;
    pair("expect: [{claim: \"nobody helps\", test: \"mean(diff(informal_hours, alone)) < 0\"}]\n");
    run(said, "run near.yaml", OUTCOME_DIFFERS);
    says(said->out, "broken       nobody helps\n");
    run(said, "run near.yaml --quiet --resume", OUTCOME_DIFFERS);
    assert_string_equal(said->out, "");
}

static void an_undecided_claim_is_no_failure_and_says_why(void **state)
{
    struct said *said = *state;
    pair("expect: [{claim: \"so\", test: \"mean(diff(informal_hours, alone)) > 0\"}]\n");
    run(said, "run near.yaml --replicates 1", OUTCOME_FINE);
    says(said->out, "undecided    so\n");
    says(said->out, ", 1 replicates; one replicate has no interval: give runs.replicates more\n");
}

/* What is switched off by hand is off in both, so that nothing is left of the difference. */
static void what_set_says_of_the_world_holds_for_all_scenarios(void **state)
{
    struct said *said = *state;
    pair("expect: [{claim: \"gone\", test: \"abs(mean(diff(informal_hours, alone))) <= 0\"}]\n");
    run(said, "run near.yaml --set processes.informal_support=off", OUTCOME_FINE);
    says(said->out, "held         gone\n");
}

static void claims_that_cannot_be_are_bad_input(void **state)
{
    struct said *said = *state;
    pair("expect: [{claim: \"so\", test: \"mean(informal_huors) > 0\"}]\n");
    refuses(said, "run near.yaml",
            "near.yaml:8:36: expect[1].test = mean(informal_huors) > 0: no variable "
            "\"informal_huors\" (did you mean informal_hours?)");
    refuses(said, "check near.yaml", "no variable \"informal_huors\"");
    pair("expect: [{claim: \"so\", test: \"mean(diff(informal_hours, alnoe)) > 0\"}]\n");
    refuses(said, "run near.yaml",
            "no scenario \"alnoe\" beside this file or among the installed "
            "ones (did you mean alone?)");
}

static void check_says_in_what_the_scenarios_differ(void **state)
{
    struct said *said = *state;
    pair("expect: [{claim: \"so\", test: \"mean(diff(informal_hours, alone)) > 0\"}]\n");
    run(said, "check near.yaml", OUTCOME_FINE);
    says(said->out, "# alone, for the claims, differs from near in:\n"
                    "processes.informal_support: off   # near on\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_claim_that_holds_is_held_and_its_control_gone),
        TEST(a_broken_claim_is_outcome_one),
        TEST(an_undecided_claim_is_no_failure_and_says_why),
        TEST(what_set_says_of_the_world_holds_for_all_scenarios),
        TEST(claims_that_cannot_be_are_bad_input),
        TEST(check_says_in_what_the_scenarios_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
