/* Moments and degrees come to the disk whole or not at all, and nothing is overwritten unasked. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "output/hdf.h"
#include "output/network_results.h"

enum { RUNS = 4, STATISTICS = 2, TEXT = 4096 };

static int folder_enter(void **state)
{
    char folder[] = "/tmp/samenspel_network_XXXXXX";
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int folder_leave(void **state)
{
    char folder[TEXT], line[TEXT + 16];
    (void)state;
    if (!getcwd(folder, sizeof folder) || chdir("/") != 0)
        return -1;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

/* Four runs: ties 1, 2, 3, 6; a ratio that one run does not have. */
static struct network_results some_results(void)
{
    static const double values[RUNS * STATISTICS] = {1, 0.5, 2, 0.25, 3, NAN, 6, 0.75};
    static const uint64_t sum[] = {4, 8}, square[] = {6, 20};
    static const char *const variables[] = {"network"};
    struct network_results results = {.runs = RUNS,
                                      .statistics = STATISTICS,
                                      .variables = variables,
                                      .variable_count = 1,
                                      .spec = "network: {}",
                                      .name = "little"};
    results.names = calloc(STATISTICS, sizeof *results.names);
    results.values = malloc(sizeof values);
    results.out = (struct network_degrees){2, malloc(sizeof sum), malloc(sizeof square)};
    assert_true(results.names && results.values && results.out.sum && results.out.square);
    strcpy(results.names[0], "ties");
    strcpy(results.names[1], "ratio");
    memcpy(results.values, values, sizeof values);
    memcpy(results.out.sum, sum, sizeof sum);
    memcpy(results.out.square, square, sizeof square);
    return results;
}

static void file_is(const char *path, const char *expected)
{
    char text[TEXT] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(text, expected);
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

static void written(const char *path, bool force, bool all)
{
    static int32_t tie[] = {1, 2, 3}, steps[] = {1, 1, 0, 2, 3, 0, 1, 2, 0, 3, 3, 0};
    const struct network_rows ends = {3, 1, 1, tie}, chains = {6, 2, 2, steps};
    struct network_results results = some_results();
    struct network_output output;
    struct spel_error error = {0};
    assert_true(network_output_open(&output, path, force, &error));
    output.values = output.ends = output.chains = all;
    assert_true(network_output_add(&output, &ends, &chains, results.variables, &error));
    if (!network_output_finish(&output, &results, &error))
        fail_msg("%s", error.text);
    network_output_clear(&output);
    network_results_clear(&results);
}

static void moments_are_over_the_runs_that_have_a_number(void **state)
{
    (void)state;
    struct network_results results = some_results();
    const struct network_moments ties = network_moments_of(&results, 0);
    const struct network_moments ratio = network_moments_of(&results, 1);
    assert_true(ties.count == 4 && ties.mean == 3 && fabs(ties.sd - sqrt(14.0 / 3)) < 1e-15);
    assert_true(ratio.count == 3 && ratio.mean == 0.5 && ratio.sd == 0.25);
    /* Over four runs 8 in all, their squares 20: mean 2, variance (20 - 4 * 4) / 3. */
    const struct network_moments degree = network_degree_moments(&results.out, 1, RUNS);
    assert_true(degree.mean == 2 && fabs(degree.sd - sqrt(4.0 / 3)) < 1e-15);
    assert_true(network_degree_moments(&results.out, 9, RUNS).mean == 0);
    network_results_clear(&results);
}

static void a_folder_holds_a_table_a_question(void **state)
{
    (void)state;
    written("out", false, true);
    file_is("out/moments.csv", "statistic,n_sims,mean,sd\nties,4,3,2.160246899469287\n"
                               "ratio,3,0.5,0.25\n");
    file_is("out/degrees.csv", "degree,n_sims,out_mean,out_sd,in_mean,in_sd\n"
                               "0,4,1,0.816496580927726,0,0\n1,4,2,1.1547005383792515,0,0\n");
    file_is("out/values.csv", "run,ties,ratio\n1,1,0.5\n2,2,0.25\n3,3,NA\n4,6,0.75\n");
    file_is("out/ends.csv", "run,ego,alter\n1,2,3\n");
    file_is("out/chains.csv", "run,step,variable,ego,alter,difference,nochange\n"
                              "1,1,network,2,3,,0\n1,2,network,3,3,,1\n");
    assert_false(is_there("out.tmp") || is_there("out.old"));
}

static void a_file_of_moments_holds_nothing_else(void **state)
{
    (void)state;
    written("moments.csv", false, false);
    file_is("moments.csv", "statistic,n_sims,mean,sd\nties,4,3,2.160246899469287\n"
                           "ratio,3,0.5,0.25\n");
    assert_false(is_there("moments.csv.tmp"));
}

static void one_file_of_hdf5_holds_all(void **state)
{
    struct hdf hdf;
    size_t count;
    struct spel_error error = {0};
    (void)state;
    written("all.h5", false, true);
    assert_true(hdf_open(&hdf, "all.h5", &error));
    double *mean = hdf_read_numbers(&hdf, "/moments/mean", H5T_NATIVE_DOUBLE, 8, &count);
    assert_true(mean && count == STATISTICS && mean[0] == 3 && mean[1] == 0.5);
    free(mean);
    double *values = hdf_read_numbers(&hdf, "/values/value", H5T_NATIVE_DOUBLE, 8, &count);
    assert_true(values && count == RUNS * STATISTICS && values[6] == 6 && isnan(values[5]));
    free(values);
    int32_t *alter = hdf_read_numbers(&hdf, "/ends/alter", H5T_NATIVE_INT32, 4, &count);
    assert_true(alter && count == 1 && alter[0] == 3);
    free(alter);
    char *spec = hdf_read_text(&hdf, "/provenance/spec");
    assert_string_equal(spec, "network: {}");
    free(spec);
    assert_true(hdf_close(&hdf));
}

static void what_is_there_is_overwritten_only_when_asked(void **state)
{
    static const char *const paths[] = {"there", "there.csv", "there.h5"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct network_output output;
        struct spel_error error = {0};
        char line[64];
        written(paths[i], false, false);
        assert_false(network_output_open(&output, paths[i], false, &error));
        snprintf(line, sizeof line, "%s: exists; --force overwrites it", paths[i]);
        assert_string_equal(error.text, line);
        written(paths[i], true, false);
    }
    assert_true(is_there("there/moments.csv"));
    assert_false(is_there("there.old"));
}

static void files_of_others_are_never_removed(void **state)
{
    struct network_output output;
    struct spel_error error = {0};
    (void)state;
    written("mine", false, false);
    fclose(fopen("mine/notes.txt", "w"));
    assert_false(network_output_open(&output, "mine", true, &error));
    assert_string_equal(error.text, "mine: holds notes.txt, which is not of samenspel network; "
                                    "choose another name");
    assert_true(is_there("mine/notes.txt") && is_there("mine/moments.csv"));
}

static void what_is_not_finished_leaves_nothing(void **state)
{
    static const char *const paths[] = {"left", "left.csv", "left.h5"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        static int32_t tie[] = {1, 2, 3};
        const struct network_rows ends = {3, 1, 1, tie};
        struct network_output output;
        struct spel_error error = {0};
        char temporary[64];
        assert_true(network_output_open(&output, paths[i], false, &error));
        output.ends = output.form != NETWORK_CSV;
        assert_true(network_output_add(&output, &ends, NULL, NULL, &error));
        network_output_clear(&output);
        snprintf(temporary, sizeof temporary, "%s.tmp", paths[i]);
        assert_false(is_there(paths[i]) || is_there(temporary));
    }
}

static void a_place_that_cannot_be_written_is_named(void **state)
{
    struct network_output output;
    struct spel_error error = {0};
    (void)state;
    assert_false(network_output_open(&output, "none/out", false, &error));
    assert_string_equal(error.text, "none/out.tmp: cannot be made: No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_over_the_runs_that_have_a_number),
        cmocka_unit_test(a_folder_holds_a_table_a_question),
        cmocka_unit_test(a_file_of_moments_holds_nothing_else),
        cmocka_unit_test(one_file_of_hdf5_holds_all),
        cmocka_unit_test(what_is_there_is_overwritten_only_when_asked),
        cmocka_unit_test(files_of_others_are_never_removed),
        cmocka_unit_test(what_is_not_finished_leaves_nothing),
        cmocka_unit_test(a_place_that_cannot_be_written_is_named),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
