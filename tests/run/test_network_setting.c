/* A spec becomes a network and a model, with the constants of the reference; what does not fit is
 * refused with its place in the spec. */
#include "run/given_setting.h"

#include <math.h>

#include "run/network_constants.h"

static void says(const char *text, const char *line)
{
    struct network_spec spec;
    struct network_setting setting;
    struct spel_error error = {0};
    given_tables();
    given_file("n.yaml", text);
    if (!network_spec_read(&spec, "n.yaml", &error))
        fail_msg("not read: %s", error.text);
    assert_false(network_setting_init(&setting, &spec, &error));
    assert_string_equal(error.text, line);
    network_setting_clear(&setting);
    network_spec_clear(&spec);
}

/* mood1 is 1, 2, 3, 1: mean 7/4; of six pairs one is at 0, three at 1, two at 2. */
static void a_covariate_is_centred_by_its_own_values(void **state)
{
    (void)state;
    given_tables();
    struct given *given = given_setting(LEAST MOOD);
    const struct covariate *mood = &given->setting.start.covariates[0];
    assert_true(mood->mean == 1.75 && mood->range == 2 && mood->least == 1 && mood->most == 3);
    assert_true(fabs(mood->similarity_mean - (1 - (3 * 1 + 2 * 2) / 2.0 / 6)) < 1e-15);
    assert_true(network_attribute(&given->setting.start, 2, mood->column) == 3);
    given_clear(given);
}

static void constants_that_are_given_count(void **state)
{
    (void)state;
    given_tables();
    struct given *given =
        given_setting(LEAST "covariates: {mood: {file: actors.csv, column: mood1, centre: 2, "
                            "similarity_mean: 0.1, range: 4}}\n");
    const struct covariate *mood = &given->setting.start.covariates[0];
    assert_true(mood->mean == 2 && mood->range == 4 && mood->similarity_mean == 0.1);
    given_clear(given);
}

/* Waves 1 2 3 1 and 2 3 3 1: the mean is over both, the similarity over the first. */
static void a_behaviour_is_centred_over_its_waves(void **state)
{
    (void)state;
    given_tables();
    struct given *given =
        given_setting(ACTORS EFFECTS "rates: {network: 1, mood: 1}\n"
                                     "behaviours: {mood: {file: actors.csv, columns: [mood1, "
                                     "mood2], range: [0, 4]}}\n");
    const struct behaviour *mood = &given->setting.model.behaviours[0];
    assert_true(mood->covariate->mean == 2 && mood->covariate->range == 4);
    assert_true(fabs(mood->covariate->similarity_mean - (1 - 7 / 4.0 / 6)) < 1e-15);
    assert_true(mood->least == 0 && mood->most == 4);
    given_clear(given);
}

/* A unit square: eight sides and four diagonals among twelve ordered pairs. */
static void a_distance_is_centred_over_pairs(void **state)
{
    (void)state;
    given_tables();
    struct given *given = given_setting(
        LEAST "dyadic: {w: {euclidean: {file: actors.csv, columns: [x, y], scale: 10}}}\n");
    const struct dyadic *w = &given->setting.start.dyadics[0];
    assert_true(fabs(w->mean - 10 * (8 + 4 * sqrt(2)) / 12) < 1e-14);
    assert_true(fabs(network_pair(&given->setting.start, w, 0, 2) - 10) < 1e-14);
    assert_true(fabs(network_pair(&given->setting.start, w, 0, 3) - 10 * sqrt(2)) < 1e-14);
    given_clear(given);
}

static void pairs_that_are_not_listed_count_as_none(void **state)
{
    (void)state;
    given_tables();
    struct given *given = given_setting(LEAST "dyadic: {w: {file: pairs.csv}}\n");
    const struct dyadic *w = &given->setting.start.dyadics[0];
    assert_true(fabs(w->mean - (2.5 - 1e-3) / 12) < 1e-15);
    assert_true(network_pair(&given->setting.start, w, 2, 0) == 2.5);
    assert_true(network_pair(&given->setting.start, w, 0, 3) == 0);
    given_clear(given);
}

static void the_mean_similarity_needs_no_look_at_pairs(void **state)
{
    enum { COUNT = 500 };
    double value[COUNT], sum = 0, mean, range = 0;
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        value[i] = (double)(i * i * 7919 % 1009) / 8;
        for (size_t j = 0; j < i; j++) {
            sum += fabs(value[i] - value[j]);
            range = fmax(range, fabs(value[i] - value[j]));
        }
    }
    assert_true(network_similarity_mean(value, COUNT, range, &mean, NULL));
    assert_true(fabs(mean - (1 - sum / range / (COUNT * (COUNT - 1) / 2.0))) < 1e-12);
}

static void every_effect_of_the_tables_can_be_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < effect_count; i++) {
        static const char *const of[] = {"", "of: mood, ", "of: seen, "};
        char text[GIVEN_TEXT];
        given_tables();
        snprintf(text, sizeof text,
                 ACTORS RATES MOOD "dyadic: {seen: {file: pairs.csv}}\n"
                                   "effects: [{name: %s, %svalue: 0.5, type: creation}]\n",
                 effects[i].name, of[effects[i].of]);
        struct given *given = given_setting(text);
        const struct term *term = &given->setting.model.terms[0];
        assert_ptr_equal(term->effect, &effects[i]);
        assert_true(term->value == 0.5 && term->role == ROLE_CREATION);
        assert_true(term->parameter == effects[i].parameter);
        assert_int_equal(term->covariate != NULL, effects[i].of == OF_COVARIATE);
        assert_int_equal(term->dyadic != NULL, effects[i].of == OF_DYADIC);
        given_clear(given);
    }
}

static void an_effect_that_is_not_known_is_refused_with_the_nearest(void **state)
{
    (void)state;
    says(ACTORS RATES "effects: [{name: densty, value: -2}]\n",
         "n.yaml:3:18: effects[1].name: densty is no effect (did you mean density?)");
    says(ACTORS RATES "effects: [{name: reciprocity, value: 2}]\n",
         "n.yaml:3:18: effects[1].name: reciprocity is no effect: samenspel network effects lists "
         "them");
    says(ACTORS RATES "effects: [{name: avSim, value: 2}]\n",
         "n.yaml:3:18: effects[1].name: avSim is an effect on a behaviour: give on");
}

static void what_an_effect_is_of_is_checked(void **state)
{
    (void)state;
    says(ACTORS RATES MOOD "effects: [{name: simX, value: 1}]\n",
         "n.yaml:4:18: effects[1].name: of is missing: which covariate simX is of");
    says(ACTORS RATES MOOD "effects: [{name: simX, of: moood, value: 1}]\n",
         "n.yaml:4:28: effects[1].of: moood is no covariate or behaviour (did you mean mood?)");
    says(ACTORS RATES MOOD "effects: [{name: X, of: mood, value: 1}]\n",
         "n.yaml:4:25: effects[1].of: mood is no dyadic covariate");
    says(ACTORS RATES MOOD "effects: [{name: recip, of: mood, value: 1}]\n",
         "n.yaml:4:29: effects[1].of: recip is of no covariate: leave it out");
    says(ACTORS RATES "effects: [{name: linear, on: mood, value: 1}]\n",
         "n.yaml:3:30: effects[1].on: mood is no behaviour");
}

static void types_parameters_and_doubles_are_checked(void **state)
{
    (void)state;
    says(ACTORS RATES "effects: [{name: recip, value: 1, type: endowmnt}]\n",
         "n.yaml:3:41: effects[1].type: endowmnt: evaluation, creation or endowment is expected");
    says(ACTORS RATES "effects: [{name: recip, value: 1, parameter: 2}]\n",
         "n.yaml:3:46: effects[1].parameter: recip has no parameter: leave it out");
    says(ACTORS RATES "effects: [{name: inPop, value: 1, parameter: 2}]\n",
         "n.yaml:3:46: effects[1].parameter: inPop has no parameter: its square root is inPopSqrt");
    says(ACTORS RATES "effects: [{name: reciAct, value: 1, parameter: 0}]\n",
         "n.yaml:3:48: effects[1].parameter: 0: outside [1, 10]");
    says(ACTORS RATES "effects: [{name: gwespFF, value: 1, parameter: 100000}]\n",
         "n.yaml:3:48: effects[1].parameter: 100000: outside [0, 1000]");
    says(ACTORS RATES "effects: [{name: recip, value: 1}, {name: recip, value: 2, type: eval}]\n",
         "n.yaml:3:43: effects[2].name: recip stands there twice: leave one out");
    says(ACTORS EFFECTS "rates: {network: 1, network_by: {outdegre: 0.1, mood: 1}}\n" MOOD,
         "n.yaml:3:44: rates.network_by.outdegre: outdegre is no covariate, outdegree or indegree "
         "(did you mean outdegree?)");
}

static void a_period_that_would_never_end_is_refused(void **state)
{
    (void)state;
    says(ACTORS EFFECTS "rates: {network: 2, network_by: {outdegree: 30}}\n",
         "n.yaml:3:45: rates.network_by.outdegree: actor 1 would have 2.1e+13 opportunities, at "
         "most 1e+09 are allowed: its rate is 2 x exp(the sum of these)");
}

static void values_that_do_not_fit_their_range_are_refused(void **state)
{
    (void)state;
    says(LEAST "covariates: {m: {file: actors.csv, column: mood1, range: 1}}\n",
         "n.yaml:4:58: covariates.m.range: the values run from 1 to 3, which is further");
    says(ACTORS EFFECTS "rates: {network: 1, m: 1}\n"
                        "behaviours: {m: {file: actors.csv, column: mood1, range: [1, 2]}}\n",
         "n.yaml:4:58: behaviours.m.range: the values run from 1 to 3, which is further");
    given_file("halves.csv", "half,same\n1,3\n1.5,3\n2,3\n2,3\n");
    says(ACTORS EFFECTS "rates: {network: 1, half: 1}\nbehaviours: {half: {file: halves.csv}}\n",
         "n.yaml:4:20: behaviours.half: actor 2 has 1.5: a behaviour has whole values");
    says(LEAST "covariates: {same: {file: halves.csv}}\n",
         "n.yaml:4:20: covariates.same: all actors have the same value: give its range, or leave "
         "it out");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_covariate_is_centred_by_its_own_values),
        cmocka_unit_test(constants_that_are_given_count),
        cmocka_unit_test(a_behaviour_is_centred_over_its_waves),
        cmocka_unit_test(a_distance_is_centred_over_pairs),
        cmocka_unit_test(pairs_that_are_not_listed_count_as_none),
        cmocka_unit_test(the_mean_similarity_needs_no_look_at_pairs),
        cmocka_unit_test(every_effect_of_the_tables_can_be_named),
        cmocka_unit_test(an_effect_that_is_not_known_is_refused_with_the_nearest),
        cmocka_unit_test(what_an_effect_is_of_is_checked),
        cmocka_unit_test(types_parameters_and_doubles_are_checked),
        cmocka_unit_test(a_period_that_would_never_end_is_refused),
        cmocka_unit_test(values_that_do_not_fit_their_range_are_refused),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
