/* The key `sweep:` says what is varied, and within the limits of what it varies. */
#include "params/given.h"

#define SWEEP HEAD PLACE "sweep:\n"

static void levers_and_uncertainties_stand_apart_levers_first(void **state)
{
    (void)state;
    struct scenario scenario;
    given_scenario(&scenario,
                   SWEEP
                   "  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}, "
                   "history: [-1, 0, 1]}\n"
                   "  levers: {knobs.informal: [0, 0.5, 1], steering.all: {uniform: [0, 1]}}\n",
                   NULL);
    const struct sweep *sweep = &scenario.sweep;
    assert_int_equal(sweep->count, 4);
    assert_int_equal(sweep->levers, 2);
    assert_string_equal(sweep->factors[0].path, "knobs.informal");
    assert_int_equal(sweep->factors[0].value_count, 3);
    assert_true(factor_is_list(&sweep->factors[0]));
    assert_string_equal(sweep->factors[2].path, "parameters.trust.loss_gain_ratio");
    assert_int_equal(sweep->factors[2].shape, SHAPE_UNIFORM);
    assert_string_equal(sweep->factors[3].path, "history");
    assert_float_equal(sweep->factors[3].values[0], -1, 0);
    scenario_clear(&scenario);
}

static void chance_is_varied_by_its_seed(void **state)
{
    struct scenario scenario;
    (void)state;
    given_scenario(&scenario, SWEEP "  uncertainties: {runs.seed: {whole: [1, 999999999]}}\n",
                   NULL);
    assert_int_equal(scenario.sweep.count, 1);
    assert_string_equal(scenario.sweep.factors[0].path, "runs.seed");
    assert_int_equal(scenario.sweep.factors[0].shape, SHAPE_WHOLE);
    scenario_clear(&scenario);
    text_refused(SWEEP "  uncertainties: {runs.seed: {uniform: [1, 9]}}\n",
                 "s.yaml:4:40: sweep.uncertainties.runs.seed.uniform: whole numbers are expected, "
                 "as {whole: [1, 1000000]}");
    text_refused(SWEEP "  uncertainties: {runs.seed: [1.5]}\n",
                 "s.yaml:4:31: sweep.uncertainties.runs.seed = 1.5: a whole number is expected");
    text_refused(SWEEP "  uncertainties: {runs.replicates: [1, 2]}\n",
                 "s.yaml:4:19: sweep.uncertainties.runs.replicates: a sweep varies knobs, levers, "
                 "steering, history, parameters and runs.seed");
}

static void what_cannot_be_varied_is_refused_where_it_stands(void **state)
{
    (void)state;
    text_refused(
        SWEEP "  levers: {knobs.vison: [0, 1]}\n",
        "s.yaml:4:12: sweep.levers.knobs.vison: unknown key, allowed are vision, informal, "
        "formal, organisation, learning (did you mean vision?)");
    text_refused(SWEEP "  levers: {trust.drift: [0, 0.01]}\n",
                 "s.yaml:4:12: sweep.levers.trust.drift: this cannot be chosen: it stands under "
                 "uncertainties, not levers");
    text_refused(SWEEP "  uncertainties: {knobs.informal: [0, 1]}\n",
                 "s.yaml:4:19: sweep.uncertainties.knobs.informal: this can be chosen: it stands "
                 "under levers, not uncertainties");
    text_refused(SWEEP "  uncertainties: {time.months: [12, 24]}\n",
                 "s.yaml:4:19: sweep.uncertainties.time.months: a sweep varies knobs, levers, "
                 "steering, history, parameters and runs.seed");
    text_refused(SWEEP "  levers: {knobs.informal: [0, 2]}\n",
                 "s.yaml:4:32: sweep.levers.knobs.informal = 2: outside [0, 1]");
    text_refused(
        SWEEP "  uncertainties: {trust.drift: {uniform: [0.02, 0.01]}}\n",
        "s.yaml:4:42: sweep.uncertainties.trust.drift.uniform: the numbers are expected in "
        "order, the lowest first");
    text_refused(SWEEP "  uncertainties: {trust.drift: {uniform: [0.02]}}\n",
                 "s.yaml:4:42: sweep.uncertainties.trust.drift.uniform: 2 numbers are expected: "
                 "[low, high]");
    text_refused(SWEEP "  uncertainties: {trust.drift: {loguniform: [0, 0.02]}}\n",
                 "s.yaml:4:45: sweep.uncertainties.trust.drift.loguniform: a number above 0 is "
                 "expected for a logarithm");
    text_refused(SWEEP "  uncertainties: {trust.drift: {normal: [0, 0.02]}}\n",
                 "s.yaml:4:33: sweep.uncertainties.trust.drift.normal: unknown key, allowed are "
                 "uniform, loguniform, triangular, whole");
    text_refused(SWEEP
                 "  uncertainties: {trust.drift: [0, 0.01], parameters.trust.drift: [0, 0.02]}\n",
                 "s.yaml:4:43: sweep.uncertainties.parameters.trust.drift: this is varied twice: "
                 "leave one out");
    text_refused(HEAD PLACE "sweep: {}\n",
                 "s.yaml:3:8: sweep: from one to 200 things to vary are expected");
    text_refused(HEAD PLACE "sweep: 3\n",
                 "s.yaml:3:8: sweep = 3: keys below it are expected, as {levers: …}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levers_and_uncertainties_stand_apart_levers_first),
        cmocka_unit_test(chance_is_varied_by_its_seed),
        cmocka_unit_test(what_cannot_be_varied_is_refused_where_it_stands),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
