/* When memory runs out while a spec is read, made into a model, simulated or replayed, at whatever
 * moment, that is said and nothing is left behind. */
#include "run/given_setting.h"

#include "base/memory.h"
#include "run/network_replay.h"
#include "run/network_runs.h"

enum { STRIDE = 7 }; /* allocations are many: each so many-th is made to fail */

static const char spec_text[] =
    ACTORS "covariates: {x: {file: actors.csv}}\n"
           "dyadic: {w: {euclidean: {file: actors.csv, columns: [x, y]}}, p: {file: pairs.csv}}\n"
           "behaviours: {mood: {file: actors.csv, columns: [mood1, mood2]}}\n"
           "rates: {network: 3, mood: 1, network_by: {outdegree: 0.1}}\n"
           "effects: [{name: density, value: -1}, {name: X, of: w, value: -1},\n"
           "  {name: X, of: p, value: 1}, {name: inPop, value: 0.1},\n"
           "  {name: simX, of: mood, value: 1}, {name: avSim, on: mood, value: 1}]\n"
           "simulate: {runs: 2}\n";

static bool simulated(const struct network_setting *setting, struct spel_error *error)
{
    static const char *const variables[] = {"network", "mood"};
    const struct network_options options = {.threads = 1};
    struct network_results results = {.variables = variables, .variable_count = 2};
    struct network_output output;
    if (!network_output_open(&output, "out.h5", false, error))
        return false;
    output.ends = output.chains = true;
    const bool fine = network_runs(setting, &options, &output, &results, error) == NETWORK_DONE;
    network_output_clear(&output);
    network_results_clear(&results);
    return fine;
}

static bool replayed(const struct network_setting *setting, struct spel_error *error)
{
    const struct network_replay_options options = {.against = false};
    struct network_replay_report report;
    return network_replay(setting, "chain.csv", &options, &report, error);
}

/* All of it; false with what failed. */
static bool whole(struct spel_error *error)
{
    struct network_spec spec;
    struct network_setting setting;
    error_clear(error);
    if (!network_spec_read(&spec, "n.yaml", error))
        return false;
    const bool fine = network_setting_init(&setting, &spec, error) && simulated(&setting, error) &&
                      replayed(&setting, error);
    network_setting_clear(&setting);
    network_spec_clear(&spec);
    return fine;
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    given_tables();
    given_file("n.yaml", spec_text);
    given_file("chain.csv", "step,variable,ego,alter,difference\n1,net,1,3,\n2,mood,2,,1\n");
    bool fine = false;
    size_t failures = 0, at = 1;
    for (; !fine; at += at < 200 ? 1 : STRIDE) {
        struct spel_error error;
        memory_fail_after(at);
        fine = whole(&error);
        memory_fail_after(0);
        failures += !fine;
        if (!fine && (error.code != SPEL_ERROR_MEMORY || !strstr(error.text, "no memory")))
            fail_msg("allocation %zu: %s", at, error.text);
    }
    /* Else nothing was made to fail, and nothing was tried. */
    assert_in_range(failures, 60, 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail)};
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
