/* Every fault of a network spec and its tables is one line that says where it stands. */
#include "params/given_network.h"

/* This line and no other. */
static void says(const char *line)
{
    static const struct network_spec nothing;
    struct network_spec spec;
    struct spel_error error = {0};
    assert_false(network_spec_read(&spec, "n.yaml", &error));
    assert_string_equal(error.text, line);
    assert_memory_equal(&spec, &nothing, sizeof nothing);
}

static void spec_refused(const char *text, const char *line)
{
    given_tables();
    given_file("n.yaml", text);
    says(line);
}

static void edges_refused(const char *text, const char *line)
{
    given_tables();
    given_file("n.yaml", LEAST);
    given_file("edges.csv", text);
    says(line);
}

static void actors_refused(const char *text, const char *line)
{
    given_tables();
    given_file("n.yaml", LEAST MOOD);
    given_file("actors.csv", text);
    says(line);
}

static void an_unknown_key_is_refused_with_the_nearest(void **state)
{
    (void)state;
    spec_refused(LEAST "efects: []\n", "n.yaml:4:1: efects: unknown key (did you mean effects?)");
    spec_refused("network: {actor: 4}\n" RATES EFFECTS,
                 "n.yaml:1:11: network.actor: unknown key (did you mean actors?)");
    spec_refused(ACTORS RATES "effects: [{name: density, valeu: 1}]\n",
                 "n.yaml:3:27: effects[1].valeu: unknown key (did you mean value?)");
    spec_refused(LEAST "covariates: {mood: {file: actors.csv, colum: mood1}}\n",
                 "n.yaml:4:39: covariates.mood.colum: unknown key (did you mean column?)");
    spec_refused(ACTORS EFFECTS "rates: {netwrok: 5}\n",
                 "n.yaml:3:18: rates.netwrok: neither network nor a behaviour (did you mean "
                 "network?)");
}

static void a_key_that_stands_there_twice_is_refused(void **state)
{
    (void)state;
    spec_refused(LEAST RATES, "n.yaml:4:1: rates: this key stands there twice: leave one out");
    spec_refused(LEAST "covariates: {m: {file: actors.csv, column: x}, m: {file: actors.csv}}\n",
                 "n.yaml:4:48: covariates.m: this key stands there twice: leave one out");
    spec_refused(LEAST MOOD "dyadic: {mood: {file: pairs.csv}}\n",
                 "n.yaml:5:16: dyadic.mood: this name has a meaning already: choose another");
    spec_refused(LEAST "covariates: {outdegree: {file: actors.csv}}\n",
                 "n.yaml:4:25: covariates.outdegree: this name has a meaning already: choose "
                 "another");
}

static void what_is_needed_and_missing_is_named(void **state)
{
    (void)state;
    spec_refused(RATES EFFECTS, "n.yaml: network: is missing");
    spec_refused("network: {edges: edges.csv}\n" RATES EFFECTS,
                 "n.yaml:1:10: network: actors is missing: how many there are");
    spec_refused(ACTORS EFFECTS "rates: {}\n",
                 "n.yaml:3:8: rates: network is missing: how often an actor may change it in the "
                 "period");
    spec_refused(LEAST "behaviours: {mood: {file: actors.csv, column: mood1}}\n",
                 "n.yaml:2:8: rates: mood is missing: how often an actor may change it in the "
                 "period");
    spec_refused(ACTORS RATES "effects: [{value: 1}]\n",
                 "n.yaml:3:11: effects[1]: name is missing: the effect's short name");
    spec_refused(ACTORS RATES "effects: [{name: density}]\n",
                 "n.yaml:3:11: effects[1]: value is missing: the effect's parameter");
    spec_refused(LEAST "dyadic: {w: {euclidean: {file: actors.csv}}}\n",
                 "n.yaml:4:25: dyadic.w.euclidean: columns: the two of the coordinates are "
                 "expected, such as [x, y]");
    spec_refused(LEAST "dyadic: {w: {centre: 1}}\n",
                 "n.yaml:4:13: dyadic.w: one of file (of pairs) and euclidean is expected");
}

static void a_covariate_that_is_no_behaviour_may_not_have_its_name(void **state)
{
    (void)state;
    static const char line[] =
        "n.yaml:4:20: behaviours.mood: this name has a meaning already: choose another";
    spec_refused(ACTORS "rates: {network: 1, mood: 1}\n" EFFECTS
                        "behaviours: {mood: {file: actors.csv, column: mood1}}\n"
                        "covariates: {mood: {file: actors.csv, column: mood2}}\n",
                 line);
    spec_refused(ACTORS "rates: {network: 1, mood: 1}\n" EFFECTS
                        "behaviours: {mood: {file: actors.csv, column: mood1}}\n"
                        "covariates: {mood: {file: actors.csv, column: mood1, centre: 2}}\n",
                 line);
}

static void a_value_of_the_wrong_kind_or_range_is_refused(void **state)
{
    (void)state;
    spec_refused("network: {actors: 1}\n" RATES EFFECTS,
                 "n.yaml:1:19: network.actors = 1: outside [2, 33554430]");
    spec_refused(ACTORS "rates: {network: -1}\n" EFFECTS,
                 "n.yaml:2:18: rates.network = -1: outside [0, 1000000] 1/period");
    spec_refused(ACTORS RATES "effects: {name: density}\n",
                 "n.yaml:3:10: effects: a list is expected, as [{name: density, value: -2}]");
    spec_refused(ACTORS RATES "effects: [{name: density, value: many}]\n",
                 "n.yaml:3:34: effects[1].value = many: not a number: digits with a decimal point "
                 "are expected");
    spec_refused(LEAST "simulate: {sampler: quick}\n",
                 "n.yaml:4:21: simulate.sampler = quick: sparse or dense is expected");
    spec_refused(LEAST "simulate: {runs: 0}\n",
                 "n.yaml:4:18: simulate.runs = 0: outside [1, 10000000]");
    spec_refused(LEAST "max_degree: 0\n", "n.yaml:4:13: max_degree = 0: outside [1, 33554430]");
    spec_refused(ACTORS EFFECTS "rates: {network: 1, b: 1}\n"
                                "behaviours: {b: {file: actors.csv, column: mood1, range: 4}}\n",
                 "n.yaml:4:58: behaviours.b.range: [least, most] is expected, such as [1, 5]");
    spec_refused(LEAST "covariates: {mood: 3}\n",
                 "n.yaml:4:20: covariates.mood = 3: keys below it are expected, as {file: …}");
    spec_refused("- 1\n", "n.yaml: not a network spec: keys and values are expected, such as "
                          "network: {actors: 50}");
}

static void a_table_that_is_not_there_is_named_where_it_is_asked_for(void **state)
{
    (void)state;
    spec_refused("network: {actors: 4, edges: edgse.csv}\n" RATES EFFECTS,
                 "n.yaml:1:29: network.edges: edgse.csv: cannot be opened: No such file or "
                 "directory");
    given_file("n.yaml", LEAST MOOD);
    remove("actors.csv");
    says("n.yaml:4:27: covariates.mood.file: actors.csv: cannot be opened: No such file or "
         "directory");
}

static void a_tie_that_cannot_be_is_refused_with_its_line(void **state)
{
    (void)state;
    edges_refused("ego,alter\n1,2\n3,3\n",
                  "edges.csv:3:3: alter = \"3\": an actor has no tie to itself");
    edges_refused("ego,alter\n1,2\n2,1\n1,2\n",
                  "edges.csv:4:3: alter = \"2\": the pair 1, 2 stands in line 2 already");
    edges_refused("ego,alter\n1,5\n",
                  "edges.csv:2:3: alter = \"5\": no such actor: they are numbered from 1 to 4");
    edges_refused("ego,alter\n0,2\n",
                  "edges.csv:2:1: ego = \"0\": no such actor: they are numbered from 1 to 4");
    edges_refused("ego,alter\n1.5,2\n", "edges.csv:2:1: ego = \"1.5\": not a whole number");
    edges_refused("ego,alter\nx,2\n", "edges.csv:2:1: ego = \"x\": not a number: digits with a "
                                      "decimal point are expected");
    edges_refused("ego,alter,value\n1,2,1\n2,1,0\n",
                  "edges.csv:3:5: value = \"0\": 1 is expected: only ties that are there have a "
                  "row");
    edges_refused("ego,alter\n1,NA\n",
                  "edges.csv:2:3: alter = \"NA\": missing values are not allowed");
}

static void a_table_that_is_not_in_order_is_refused(void **state)
{
    (void)state;
    edges_refused("from,to\n1,2\n", "edges.csv:1:1: ego: no such column among from, to");
    edges_refused("ego,altre\n1,2\n",
                  "edges.csv:1:1: alter: no such column among ego, altre (did you mean altre?)");
    edges_refused("ego,alter\n1,2,3\n", "edges.csv:2:1: 3 cells where the line of names has 2 (row "
                                        "names? write the table without them)");
    edges_refused("ego,alter\n1\n", "edges.csv:2:1: 1 cells where the line of names has 2");
    edges_refused("ego,ego\n1,2\n", "edges.csv:1:5: the column \"ego\" stands there twice");
    edges_refused("ego,alter\n\"1,2\n", "edges.csv:2:1: a quote is not closed on its line");
    edges_refused("# nothing\n", "edges.csv:1:1: a line with the names of columns is missing");
    edges_refused("", "edges.csv: the file is empty");
}

static void an_attribute_has_one_number_an_actor(void **state)
{
    (void)state;
    actors_refused("mood1\n1\n2\n3\n",
                   "actors.csv:4:1: 3 rows where there are 4 actors: one row an "
                   "actor is expected");
    spec_refused("network: {actors: 5}\n" RATES EFFECTS
                 "dyadic: {w: {euclidean: {file: actors.csv, columns: [x, y]}}}\n",
                 "actors.csv:5:1: 4 rows where there are 5 actors: one row an actor is expected");
    actors_refused("mood1\n1\n2\n3\n1\n2\n", "actors.csv:6:1: 5 rows where there are 4 actors: one "
                                             "row an actor is expected");
    actors_refused("actor,mood1\n1,1\n2,1\n2,1\n4,1\n",
                   "actors.csv:4:1: actor = \"2\": this actor stands there twice");
    actors_refused("mood1\n1\n\"\"\n3\n1\n",
                   "actors.csv:3:1: mood1 = \"\": missing values are not allowed");
    actors_refused("mood1\n1\n1,5\n3\n1\n", "actors.csv:3:1: 2 cells where the line of names has 1 "
                                            "(row names? write the table without them)");
    actors_refused("mood2\n1\n2\n3\n1\n",
                   "actors.csv:1:1: mood1: no such column among mood2 (did you mean mood2?)");
    actors_refused("mood1\n1\n1e13\n3\n1\n",
                   "actors.csv:3:1: mood1 = \"1e13\": outside [-1e12, 1e12]");
}

static void a_pair_has_a_number_that_can_be_reckoned_with(void **state)
{
    (void)state;
    given_tables();
    given_file("n.yaml", LEAST "dyadic: {w: {file: pairs.csv}}\n");
    given_file("pairs.csv", "ego,alter,value\n3,1,1e300\n");
    says("pairs.csv:2:5: value = \"1e300\": outside [-1e12, 1e12]");
}

static void every_fault_has_its_line(void **state)
{
    struct network_spec spec;
    struct spel_error error = {0};
    (void)state;
    given_tables();
    given_file("edges.csv", "ego,alter\n1,1\n9,2\n");
    given_file("n.yaml", LEAST MOOD "dyadic: {w: {file: none.csv}}\n");
    assert_false(network_spec_read(&spec, "n.yaml", &error));
    assert_int_equal(error.count, 3);
    assert_true(
        has_line(error.text, "edges.csv:2:3: alter = \"1\": an actor has no tie to itself"));
    assert_true(has_line(error.text, "n.yaml:5:20: dyadic.w.file: none.csv: cannot be opened: No "
                                     "such file or directory"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_key_is_refused_with_the_nearest),
        cmocka_unit_test(a_key_that_stands_there_twice_is_refused),
        cmocka_unit_test(what_is_needed_and_missing_is_named),
        cmocka_unit_test(a_covariate_that_is_no_behaviour_may_not_have_its_name),
        cmocka_unit_test(a_value_of_the_wrong_kind_or_range_is_refused),
        cmocka_unit_test(a_table_that_is_not_there_is_named_where_it_is_asked_for),
        cmocka_unit_test(a_tie_that_cannot_be_is_refused_with_its_line),
        cmocka_unit_test(a_table_that_is_not_in_order_is_refused),
        cmocka_unit_test(an_attribute_has_one_number_an_actor),
        cmocka_unit_test(a_pair_has_a_number_that_can_be_reckoned_with),
        cmocka_unit_test(every_fault_has_its_line),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
