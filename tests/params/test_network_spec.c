/* A network spec is read with its tables, however programs write these. */
#include "params/given_network.h"

#define WHOLE                                                                                      \
    ACTORS                                                                                         \
    "covariates: {x: {file: actors.csv, centre: 0.5, similarity_mean: 0.25, range: 2}}\n"          \
    "dyadic:\n"                                                                                    \
    "  far: {euclidean: {file: actors.csv, columns: [x, y], scale: 0.001}, centre: 1.5}\n"         \
    "  seen: {file: pairs.csv}\n"                                                                  \
    "behaviours: {mood: {file: actors.csv, columns: [mood1, mood2], range: [1, 5]}}\n"             \
    "rates: {network: 5, mood: 1.2, network_by: {outdegree: 0.1, x: 0.2}}\n"                       \
    "max_degree: 3\n"                                                                              \
    "effects:\n"                                                                                   \
    "  - {name: density, value: -2.0}\n"                                                           \
    "  - {name: gwespFF, value: 1.2, parameter: 69, type: endowment}\n"                            \
    "  - {name: avSim, on: mood, value: 3}\n"                                                      \
    "simulate: {runs: 7, seed: 18446744073709551615, sampler: dense}\n"

static void read_fine(struct network_spec *spec, const char *text)
{
    struct spel_error error = {0};
    given_tables();
    given_file("n.yaml", text);
    if (!network_spec_read(spec, "n.yaml", &error))
        fail_msg("refused: %s", error.text);
    assert_int_equal(error.count, 0);
}

static void actors_and_what_is_known_of_them_are_read(void **state)
{
    struct network_spec spec;
    (void)state;
    read_fine(&spec, WHOLE);
    assert_string_equal(spec.name, "n");
    assert_int_equal(spec.actors, 4);
    assert_int_equal(spec.tie_count, 3);
    assert_int_equal(spec.ego[2], 3);
    assert_int_equal(spec.alter[2], 2);
    assert_true(spec.covariates[0].centre.value == 0.5 && spec.covariates[0].range.value == 2);
    assert_true(spec.covariates[0].values[3] == 1 && spec.covariates[0].values[2] == 0);
    assert_true(spec.behaviours[0].values[2] == 3 && spec.behaviours[0].values[4 + 3] == 1);
    assert_true(spec.behaviours[0].least == 1 && spec.behaviours[0].most == 5);
    assert_true(spec.dyadics[0].in_plane && spec.dyadics[0].scale == 0.001);
    assert_true(spec.dyadics[0].coordinate[1][2] == 1 && spec.dyadics[0].centre.value == 1.5);
    assert_int_equal(spec.dyadics[1].pair_count, 2);
    assert_true(spec.dyadics[1].ego[0] == 0 && spec.dyadics[1].value[0] == -1e-3);
    network_spec_clear(&spec);
}

static void rates_effects_and_the_simulation_are_read(void **state)
{
    struct network_spec spec;
    (void)state;
    read_fine(&spec, WHOLE);
    assert_true(spec.network_rate.value == 5 && spec.behaviour_rates[0].value == 1.2);
    assert_string_equal(spec.network_rate.terms[1].name, "x");
    assert_true(spec.network_rate.terms[1].value == 0.2);
    assert_int_equal(spec.max_degree, 3);
    assert_int_equal(spec.effect_count, 3);
    assert_string_equal(spec.effects[1].type, "endowment");
    assert_true(spec.effects[1].parameter.value == 69);
    assert_string_equal(spec.effects[2].on, "mood");
    assert_int_equal(spec.effects[2].mark.line, 12);
    assert_true(spec.runs == 7 && spec.seed == UINT64_MAX && spec.dense);
    network_spec_clear(&spec);
}

static void what_is_not_given_has_a_default(void **state)
{
    struct network_spec spec;
    (void)state;
    read_fine(&spec, "network: {actors: 4}\n" RATES EFFECTS MOOD);
    assert_true(spec.runs == 1000 && spec.seed == 1 && !spec.dense);
    assert_true(spec.tie_count == 0 && spec.max_degree == 0);
    assert_string_equal(spec.effects[0].type, "evaluation");
    assert_false(spec.covariates[0].centre.given || spec.covariates[0].range.given);
    network_spec_clear(&spec);
}

static void a_covariate_that_is_where_a_behaviour_starts_is_that_behaviour(void **state)
{
    struct network_spec spec;
    (void)state;
    read_fine(&spec, ACTORS
              "rates: {network: 1, mood: 1}\n" EFFECTS
              "covariates: {mood: {file: actors.csv, column: mood1}, x: {file: actors.csv}}\n"
              "behaviours: {mood: {file: actors.csv, column: mood1, centre: 2}}\n");
    assert_int_equal(spec.covariate_count, 1);
    assert_string_equal(spec.covariates[0].name, "x");
    assert_true(spec.behaviours[0].centre.value == 2 && spec.behaviours[0].values[2] == 3);
    network_spec_clear(&spec);
}

static void tables_are_read_as_programs_write_them(void **state)
{
    static const char *const edges[] = {
        "\"\",\"ego\",\"alter\"\r\n\"1\",1,2\r\n\"2\",4,3\r\n\"3\",2,1\r\n",
        "\357\273\277alter;ego\n2;1\n3;4\n1;2", /* the mark of UTF-8 before it */
        "# who names whom\n\nego\talter\tweight\n1\t2\t\n4\t3\t\n2\t1\t\n\n",
        "\"ego\" , \"alter\"\n 1 , 2 \n4,\"3\"\n2.0,1e0\n"};
    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        struct network_spec spec;
        struct spel_error error = {0};
        given_tables();
        given_file("n.yaml", LEAST);
        given_file("edges.csv", edges[i]);
        if (!network_spec_read(&spec, "n.yaml", &error))
            fail_msg("%zu: %s", i, error.text);
        assert_int_equal(spec.tie_count, 3);
        assert_true(spec.ego[0] == 0 && spec.alter[0] == 1 && spec.ego[2] == 3);
        network_spec_clear(&spec);
    }
}

static void paths_are_relative_to_the_spec(void **state)
{
    struct network_spec spec;
    struct spel_error error = {0};
    (void)state;
    assert_int_equal(system("mkdir -p inner"), 0);
    given_file("inner/e.csv", "ego,alter\n1,2\n");
    given_file("inner/n.yaml", "network: {actors: 4, edges: e.csv}\n" RATES EFFECTS);
    assert_true(network_spec_read(&spec, "inner/n.yaml", &error));
    assert_int_equal(spec.tie_count, 1);
    network_spec_clear(&spec);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actors_and_what_is_known_of_them_are_read),
        cmocka_unit_test(rates_effects_and_the_simulation_are_read),
        cmocka_unit_test(what_is_not_given_has_a_default),
        cmocka_unit_test(a_covariate_that_is_where_a_behaviour_starts_is_that_behaviour),
        cmocka_unit_test(tables_are_read_as_programs_write_them),
        cmocka_unit_test(paths_are_relative_to_the_spec),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
