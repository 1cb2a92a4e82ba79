/* `samenspel network` as people call it: what it writes, what it says, and how it refuses. */
#include "cli/said.h"

#define EXAMPLE "\"$SAMENSPEL_SCENARIOS\"/network/neighbours.yaml"

static void a_simulation_says_what_it_found_and_writes_it(void **state)
{
    struct said *said = *state;
    run(said, "network simulate " EXAMPLE " --runs 5", OUTCOME_FINE);
    says(said->out, "\nties ");
    says(said->out, "5 simulations, ");
    says(said->out, " mini-steps/s, ");
    says(said->out, "\nneighbours\n");
    file_read("neighbours/moments.csv", said->out);
    assert_memory_equal(said->out, "statistic,n_sims,mean,sd\nties,5,", 32);
    file_read("neighbours/degrees.csv", said->out);
    assert_memory_equal(said->out, "degree,n_sims,out_mean,out_sd,in_mean,in_sd\n0,5,", 48);
    assert_int_equal(access("neighbours/values.csv", F_OK), -1);
    run(said, "network simulate " EXAMPLE " --runs 2 -o one.csv --quiet", OUTCOME_FINE);
    assert_string_equal(said->out, "");
    assert_string_equal(said->err, "");
    refuses(said, "network simulate " EXAMPLE " --runs 2 -o one.csv",
            "one.csv: exists; --force overwrites it");
}

static void a_file_of_networks_is_not_taken_for_a_run(void **state)
{
    struct said *said = *state;
    run(said, "network simulate " EXAMPLE " --runs 2 -o networks.h5 --quiet", OUTCOME_FINE);
    assert_int_equal(WEXITSTATUS(system(COMMAND " info networks.h5 2>said.err")), 2);
    file_read("said.err", said->err);
    says(said->err,
         "networks.h5: holds simulated networks, not a run; it was written by samenspel");
}

static void threads_change_no_file(void **state)
{
    struct said *said = *state;
    char line[LINE];
    for (int threads = 1; threads <= 3; threads += 2) {
        snprintf(line, sizeof line,
                 "network simulate " EXAMPLE
                 " --runs 37 --values --ends --chains --quiet --threads %d -o t%d",
                 threads, threads);
        run(said, line, OUTCOME_FINE);
    }
    assert_int_equal(system("diff -r t1 t3 && test -s t1/chains.csv"), 0);
}

/* Its own chains have the probabilities that it drew by: none is impossible. */
static void what_was_simulated_replays(void **state)
{
    struct said *said = *state;
    run(said, "network simulate " EXAMPLE " --runs 1 --chains --quiet -o played", OUTCOME_FINE);
    run(said, "network replay " EXAMPLE " played/chains.csv", OUTCOME_FINE);
    assert_memory_equal(said->out, "run,step,log_p_option,log_p_choice\n1,1,-5.99146454710798,",
                        57);
    assert_null(strstr(said->out, "Inf"));
}

static void a_chain_is_held_against_its_own_figures(void **state)
{
    struct said *said = *state;
    static const char head[] =
        "step,variable,ego,alter,difference,nochange,log_p_option,log_p_choice\n";
    char text[LINE];
    snprintf(text, sizeof text, "%s1,fr,203,48,,0,-5.99146454711,-1.02666325591\n", head);
    given("chain.csv", text);
    run(said, "network replay " EXAMPLE " chain.csv --against", OUTCOME_FINE);
    says(said->out, "chain.csv: 1 rows; largest difference ");
    snprintf(text, sizeof text, "%s1,fr,203,48,,0,-5.99146454711,-1.0266633\n", head);
    given("chain.csv", text);
    run(said, "network replay " EXAMPLE " chain.csv --against", OUTCOME_DIFFERS);
    says(said->out, "4.4e-08 in log_p_choice (line 2)");
}

static void effects_are_listed(void **state)
{
    struct said *said = *state;
    run(said, "network effects", OUTCOME_FINE);
    says(said->out, "density: 1\n");
    says(said->out, "avSim: ");
    run(said, "network effects gwespFF --format json", OUTCOME_FINE);
    says(said->out, "\"parameter\": 69");
    refuses(said, "network effects simY", "no effect matches \"simY\" (did you mean simX?)");
}

static void what_does_not_fit_is_refused(void **state)
{
    struct said *said = *state;
    refuses(said, "network simulat " EXAMPLE, "simulat: simulate, replay or effects is expected");
    refuses(said, "network simulate", "an argument is missing: network simulate SPEC.yaml");
    refuses(said, "network replay " EXAMPLE,
            "an argument is missing: network replay SPEC.yaml CHAIN.csv");
    refuses(said, "network simulate a b", "one argument too many, \"b\"");
    refuses(said, "network simulate " EXAMPLE " --against", "--against is not for simulate");
    refuses(said, "network replay " EXAMPLE " c.csv --runs 3", "--runs is not for replay");
    refuses(said, "network simulate " EXAMPLE " --sampler fast",
            "--sampler fast: one of sparse, dense is expected");
    refuses(said, "network simulate " EXAMPLE " -o m.csv --ends", "m.csv holds the moments alone");
    refuses(said, "network simulate none.yaml", "none.yaml: cannot be opened");
    refuses(said, "network replay " EXAMPLE " none.csv", "none.csv: cannot be opened");
    assert_int_equal(access("m.csv", F_OK), -1);
}

static void rates_that_grow_without_end_are_refused(void **state)
{
    struct said *said = *state;
    given("grows.yaml", "network: {actors: 40}\neffects: [{name: density, value: 3}]\n"
                        "rates: {network: 9, network_by: {outdegree: 2}}\n");
    refuses(said, "network simulate grows.yaml --runs 1",
            "grows.yaml:3:45: rates.network_by.outdegree: simulation 1: what raises a rate has "
            "brought actor ");
    says(said->err, "to more than 1e+09 opportunities");
    assert_int_equal(access("grows", F_OK), -1);
}

static void a_spec_with_a_fault_writes_nothing(void **state)
{
    struct said *said = *state;
    given("bad.yaml", "network: {actors: 3, edges: e.csv}\nrates: {network: 1}\n"
                      "effects: [{name: densty, value: 1}]\n");
    given("e.csv", "ego,alter\n1,2\n");
    refuses(said, "network simulate bad.yaml",
            "bad.yaml:3:18: effects[1].name: densty is no effect (did you mean density?)");
    given("e.csv", "ego,alter\n1,1\n");
    refuses(said, "network simulate bad.yaml",
            "e.csv:2:3: alter = \"1\": an actor has no tie to itself");
    assert_int_equal(access("bad", F_OK), -1);
    assert_int_equal(access("bad.tmp", F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_simulation_says_what_it_found_and_writes_it),
        cmocka_unit_test(a_file_of_networks_is_not_taken_for_a_run),
        cmocka_unit_test(threads_change_no_file),
        cmocka_unit_test(what_was_simulated_replays),
        cmocka_unit_test(a_chain_is_held_against_its_own_figures),
        cmocka_unit_test(effects_are_listed),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(rates_that_grow_without_end_are_refused),
        cmocka_unit_test(a_spec_with_a_fault_writes_nothing),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
