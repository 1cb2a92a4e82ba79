/* A chain of mini-steps is replayed to the probabilities that can be worked out by hand. */
#include "run/given_setting.h"

#include <math.h>

#include "run/network_replay.h"

enum { MOST_ROWS = 16 };

struct told {
    size_t count;
    struct network_replay_row row[MOST_ROWS];
};

static void keep(void *context, const struct network_replay_row *row)
{
    struct told *told = context;
    assert_in_range(told->count, 0, MOST_ROWS - 1);
    told->row[told->count++] = *row;
}

/* Four actors, ties 1-2, 2-1 and 4-3; behaviour 1, 2, 3, 1. */
#define SPEC                                                                                       \
    ACTORS "behaviours: {mood: {file: actors.csv, column: mood1, range: [1, 3]}}\n"                \
           "rates: {network: 6, mood: 2}\nmax_degree: 2\n"                                         \
           "effects: [{name: density, value: -1}, {name: recip, value: 0.5},\n"                    \
           "  {name: linear, on: mood, value: 0.25}]\n"
#define HEAD_ROW "step,variable,ego,alter,difference,nochange\n"

static bool replayed(const char *chain, bool against, struct told *told,
                     struct network_replay_report *report, struct spel_error *error)
{
    given_tables();
    given_file("chain.csv", chain);
    struct given *given = given_setting(SPEC);
    *told = (struct told){0};
    error_clear(error);
    const struct network_replay_options options = {against, keep, told};
    const bool fine = network_replay(&given->setting, "chain.csv", &options, report, error);
    given_clear(given);
    return fine;
}

static void says(const char *chain, const char *line)
{
    struct told told;
    struct network_replay_report report;
    struct spel_error error;
    assert_false(replayed(chain, false, &told, &report, &error));
    assert_string_equal(error.text, line);
}

static void near(double value, double expected)
{
    if (fabs(value - expected) > 1e-12)
        fail_msg("%.17g is not %.17g", value, expected);
}

static void probabilities_are_those_of_the_state_before_each_step(void **state)
{
    struct told told;
    struct network_replay_report report;
    struct spel_error error;
    (void)state;
    assert_true(replayed(HEAD_ROW "1,fr,3,4,,0\n2,fr,4,4,,1\n3,mood,1,,1,0\n4,mood,3,,0,1\n", false,
                         &told, &report, &error));
    assert_int_equal(told.count, 4);
    const double other = exp(-1), mutual = exp(-0.5), drop = exp(0.5);
    near(told.row[0].log_option, log(6.0 / 32));
    near(told.row[0].log_choice, log(mutual / (1 + 2 * other + mutual)));
    /* By then the tie of 4 to 3 is mutual. */
    near(told.row[1].log_choice, log(1 / (1 + 2 * other + drop)));
    near(told.row[2].log_option, log(2.0 / 32));
    near(told.row[2].log_choice, log(exp(0.25) / (1 + exp(0.25))));
    near(told.row[3].log_choice, log(1 / (1 + exp(-0.25))));
}

static void each_run_of_a_chain_begins_anew(void **state)
{
    struct told told;
    struct network_replay_report report;
    struct spel_error error;
    (void)state;
    assert_true(replayed("run,step,variable,ego,alter,difference\n1,1,network,3,4,\n"
                         "1,2,network,3,4,\n2,1,network,3,4,\n",
                         false, &told, &report, &error));
    assert_true(told.row[0].log_choice == told.row[2].log_choice);
    assert_true(told.row[0].log_choice != told.row[1].log_choice);
    assert_int_equal(told.row[2].run, 2);
}

static void what_the_maximum_degree_excludes_has_no_chance(void **state)
{
    struct told told;
    struct network_replay_report report;
    struct spel_error error;
    (void)state;
    assert_true(replayed(HEAD_ROW "1,fr,1,3,,0\n2,fr,1,4,,0\n", false, &told, &report, &error));
    assert_true(isfinite(told.row[0].log_choice));
    assert_true(isinf(told.row[1].log_choice) && told.row[1].log_choice < 0);
}

static void what_has_no_rate_has_no_chance(void **state)
{
    struct told told = {0};
    struct network_replay_report report;
    struct spel_error error = {0};
    (void)state;
    given_tables();
    given_file("chain.csv", HEAD_ROW "1,fr,1,3,,0\n");
    struct given *given = given_setting(ACTORS "rates: {network: 0}\n" EFFECTS);
    const struct network_replay_options options = {false, keep, &told};
    assert_true(network_replay(&given->setting, "chain.csv", &options, &report, &error));
    assert_true(isinf(told.row[0].log_option));
    given_clear(given);
}

static void the_largest_difference_is_told_with_its_line(void **state)
{
    struct told told;
    struct network_replay_report report;
    struct spel_error error;
    char chain[GIVEN_TEXT];
    (void)state;
    snprintf(chain, sizeof chain,
             "step,variable,ego,alter,difference,nochange,log_p_option,log_p_choice\n"
             "1,fr,4,4,,1,%.17g,%.17g\n2,fr,4,4,,1,%.17g,%.17g\n",
             log(6.0 / 32), log(1 / (1 + 2 * exp(-1) + exp(1))), log(6.0 / 32) + 1e-6,
             log(1 / (1 + 2 * exp(-1) + exp(1))) - 1e-3);
    assert_true(replayed(chain, true, &told, &report, &error));
    assert_int_equal(report.rows, 2);
    assert_true(fabs(report.worst_option - 1e-6) < 1e-12 && report.row_option == 3);
    assert_true(fabs(report.worst_choice - 1e-3) < 1e-12 && report.row_choice == 3);
}

static void a_row_that_cannot_be_is_refused_with_its_line(void **state)
{
    (void)state;
    says(HEAD_ROW "1,fr,1,9,,0\n",
         "chain.csv:2:8: alter = \"9\": no such actor: they are numbered from 1 to 4");
    says(HEAD_ROW "1,fr,1,2,,1\n", "chain.csv:2:11: nochange = \"1\": the row says otherwise");
    says(HEAD_ROW "1,fr,1,2,,0\n2,mod,1,,1,0\n",
         "chain.csv:3:3: variable = \"mod\": neither the network nor a behaviour of the spec");
    says(HEAD_ROW "1,mood,1,,2,0\n", "chain.csv:2:11: difference = \"2\": outside [-1, 1]");
    says(HEAD_ROW "1,mood,1,,-1,0\n",
         "chain.csv:2:11: difference = \"-1\": beyond the range of the behaviour");
    says("step,variable,ego,altr,difference\n1,fr,1,2,\n",
         "chain.csv:1:1: alter: no such column among step, variable, ego, altr, difference (did "
         "you mean altr?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(probabilities_are_those_of_the_state_before_each_step),
        cmocka_unit_test(each_run_of_a_chain_begins_anew),
        cmocka_unit_test(what_the_maximum_degree_excludes_has_no_chance),
        cmocka_unit_test(what_has_no_rate_has_no_chance),
        cmocka_unit_test(the_largest_difference_is_told_with_its_line),
        cmocka_unit_test(a_row_that_cannot_be_is_refused_with_its_line),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
