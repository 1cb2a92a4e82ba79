/* Simulated networks have the distribution that the model says, whatever the number of threads, and
 * come to the disk whole or not at all. */
#include "run/given_setting.h"

#include <math.h>

#include "output/network_results.h"
#include "run/network_runs.h"

static const char *const variables[] = {"network", "mood"};

#define TWO "network: {actors: 2, edges: two.csv}\n"

static struct network_results simulated(const struct given *given, int threads,
                                        struct network_output *output)
{
    struct network_results results = {.variables = variables,
                                      .variable_count = 1 + given->spec.behaviour_count,
                                      .spec = given->spec.text,
                                      .name = given->spec.name,
                                      .command = "",
                                      .sampler = "",
                                      .started = ""};
    struct spel_error error = {0};
    const struct network_options options = {.threads = threads};
    if (network_runs(&given->setting, &options, output, &results, &error) != NETWORK_DONE)
        fail_msg("failed: %s", error.text);
    return results;
}

static double mean_of(const struct network_results *results, const char *name)
{
    for (size_t s = 0; s < results->statistics; s++)
        if (strcmp(results->names[s], name) == 0)
            return network_moments_of(results, s).mean;
    fail_msg("no statistic %s", name);
    return NAN;
}

/* Simulates a spec and gives the mean of one statistic. */
static double mean_by(const char *text, const char *statistic)
{
    struct network_output output = {0};
    struct given *given = given_setting(text);
    struct network_results results = simulated(given, 2, &output);
    const double mean = mean_of(&results, statistic);
    network_results_clear(&results);
    given_clear(given);
    return mean;
}

/* One possible tie each: from none it is made at the rate a, from one dropped at the rate b. */
static double chance_of_tie(double a, double b, double start)
{
    const double rest = a / (a + b);
    return rest + (start - rest) * exp(-(a + b));
}

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

static void two_actors_have_the_ties_that_theory_says(void **state)
{
    (void)state;
    given_file("two.csv", "ego,alter\n1,2\n");
    const double up = 1.5 * logistic(-0.4), down = 1.5 * (1 - logistic(-0.4));
    const double expected = chance_of_tie(up, down, 1) + chance_of_tie(up, down, 0);
    const double dense = mean_by(TWO "rates: {network: 1.5}\n"
                                     "effects: [{name: density, value: -0.4}]\n"
                                     "simulate: {runs: 20000, sampler: dense}\n",
                                 "ties");
    const double sparse = mean_by(TWO "rates: {network: 1.5}\n"
                                      "effects: [{name: density, value: -0.4}]\n"
                                      "simulate: {runs: 20000, sampler: sparse}\n",
                                  "ties");
    /* The standard error is at most 0.7 / sqrt(20000). */
    assert_true(fabs(dense - expected) < 0.02 && fabs(sparse - expected) < 0.02);
}

static void rates_follow_degrees_and_covariates(void **state)
{
    (void)state;
    given_file("two.csv", "ego,alter\n1,2\n");
    given_file("v.csv", "v\n0\n2\n");
    const double on = logistic(0.3), rate[2] = {1.2 * exp(-0.5), 1.2 * exp(0.5)};
    double expected = 0;
    for (int i = 0; i < 2; i++)
        expected += chance_of_tie(rate[i] * on, rate[i] * exp(0.7) * (1 - on), 1 - i);
    const double mean = mean_by(TWO "covariates: {v: {file: v.csv}}\n"
                                    "rates: {network: 1.2, network_by: {outdegree: 0.7, v: 0.5}}\n"
                                    "effects: [{name: density, value: 0.3}]\n"
                                    "simulate: {runs: 20000}\n",
                                "ties");
    assert_true(fabs(mean - expected) < 0.02);
}

static void creation_and_endowment_weigh_on_their_own_changes(void **state)
{
    (void)state;
    given_file("two.csv", "ego,alter\n1,2\n");
    const double up = 2 * logistic(-0.2 + 0.6), down = 2 * (1 - logistic(-0.2 + 0.9));
    const double expected = chance_of_tie(up, down, 1) + chance_of_tie(up, down, 0);
    const double mean = mean_by(TWO "rates: {network: 2}\n"
                                    "effects: [{name: density, value: -0.2},\n"
                                    "  {name: density, value: 0.6, type: creation},\n"
                                    "  {name: density, value: 0.9, type: endowment}]\n"
                                    "simulate: {runs: 20000}\n",
                                "ties");
    assert_true(fabs(mean - expected) < 0.02);
}

static void a_behaviour_of_two_values_goes_up_and_down_as_theory_says(void **state)
{
    (void)state;
    given_file("two.csv", "ego,alter\n1,2\n");
    given_file("v.csv", "mood\n1\n2\n");
    const double up = 1.1 * logistic(0.8), down = 1.1 * logistic(-0.8);
    const double expected = 1 + (chance_of_tie(up, down, 0) + chance_of_tie(up, down, 1)) / 2;
    const double mean = mean_by(TWO "behaviours: {mood: {file: v.csv, range: [1, 2]}}\n"
                                    "rates: {network: 0.5, mood: 1.1}\n"
                                    "effects: [{name: linear, on: mood, value: 0.8}]\n"
                                    "simulate: {runs: 20000}\n",
                                "beh_mean");
    assert_true(fabs(mean - expected) < 0.015);
}

static void nobody_makes_ties_beyond_the_maximum_degree(void **state)
{
    struct network_output output = {0};
    (void)state;
    given_tables();
    struct given *given = given_setting(ACTORS "rates: {network: 50}\nmax_degree: 2\n"
                                               "effects: [{name: density, value: 2}]\n"
                                               "simulate: {runs: 50}\n");
    struct network_results results = simulated(given, 1, &output);
    assert_int_equal(results.out.count, 3);
    assert_true(results.out.sum[2] > 150);
    network_results_clear(&results);
    given_clear(given);
}

#define MIXED                                                                                      \
    ACTORS "behaviours: {mood: {file: actors.csv, column: mood1, range: [1, 5]}}\n"                \
           "rates: {network: 5, mood: 2, network_by: {outdegree: 0.1}}\n"                          \
           "effects: [{name: density, value: -1}, {name: recip, value: 1},\n"                      \
           "  {name: simX, of: mood, value: 0.5}, {name: avSim, on: mood, value: 1}]\n"            \
           "simulate: {runs: 100}\n"

static void results_are_the_same_for_any_number_of_threads(void **state)
{
    static const int threads[] = {1, 2, 3, 8};
    struct network_results first = {0};
    (void)state;
    given_tables();
    struct given *given = given_setting(MIXED);
    for (size_t t = 0; t < 4; t++) {
        struct network_output output = {0};
        struct network_results results = simulated(given, threads[t], &output);
        if (t == 0) {
            first = results;
            continue;
        }
        assert_int_equal(results.mini_steps, first.mini_steps);
        assert_memory_equal(results.values, first.values,
                            first.runs * first.statistics * sizeof *first.values);
        assert_int_equal(results.in.count, first.in.count);
        assert_memory_equal(results.in.square, first.in.square,
                            first.in.count * sizeof *first.in.square);
        network_results_clear(&results);
    }
    network_results_clear(&first);
    given_clear(given);
}

static void another_seed_draws_otherwise(void **state)
{
    (void)state;
    given_tables();
    struct network_output output = {0};
    struct given *given = given_setting(MIXED);
    struct network_results one = simulated(given, 1, &output);
    given->spec.seed++;
    struct network_results other = simulated(given, 1, &output);
    assert_true(mean_of(&one, "ties") != mean_of(&other, "ties"));
    assert_true(fabs(mean_of(&one, "ties") - mean_of(&other, "ties")) < 1.5);
    network_results_clear(&one);
    network_results_clear(&other);
    given_clear(given);
}

/* Sums of ends, of degrees and of the statistic. */
static void what_is_kept_of_each_run_agrees_with_its_statistics(void **state)
{
    struct spel_error error = {0};
    struct network_output output;
    (void)state;
    given_tables();
    struct given *given = given_setting(MIXED);
    assert_true(network_output_open(&output, "kept.h5", false, &error));
    output.ends = output.chains = true;
    struct network_results results = simulated(given, 2, &output);
    uint64_t degrees = 0, actors = 0;
    for (size_t d = 0; d < results.out.count; d++) {
        degrees += d * results.out.sum[d];
        actors += results.out.sum[d];
    }
    assert_int_equal(actors, 400);
    assert_int_equal(degrees, output.ends_rows.count);
    assert_true(fabs(mean_of(&results, "ties") - (double)degrees / 100) < 1e-9);
    assert_int_equal(results.mini_steps, output.chains_rows.count);
    assert_int_equal(output.chains_rows.cells[6 * (output.chains_rows.count - 1)], 100);
    network_output_clear(&output);
    network_results_clear(&results);
    given_clear(given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_actors_have_the_ties_that_theory_says),
        cmocka_unit_test(rates_follow_degrees_and_covariates),
        cmocka_unit_test(creation_and_endowment_weigh_on_their_own_changes),
        cmocka_unit_test(a_behaviour_of_two_values_goes_up_and_down_as_theory_says),
        cmocka_unit_test(nobody_makes_ties_beyond_the_maximum_degree),
        cmocka_unit_test(results_are_the_same_for_any_number_of_threads),
        cmocka_unit_test(another_seed_draws_otherwise),
        cmocka_unit_test(what_is_kept_of_each_run_agrees_with_its_statistics),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
