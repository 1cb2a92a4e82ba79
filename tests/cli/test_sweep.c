/* The sweep through the command: what it refuses, and with which outcome it leaves. */
#include "cli/said.h"

#define VILLAGE                                                                                    \
    "samenspel: 1\nbased_on: aa-en-hunze\nplace: {scale: 0.02}\ntime: {months: 3}\n"               \
    "runs: {replicates: 2}\nrecord: {panel: 0}\n"                                                  \
    "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n"
#define VARIED                                                                                     \
    "sweep:\n  levers: {knobs.informal: [0, 1]}\n"                                                 \
    "  uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}}\n"

static void refused(struct said *said, const char *arguments, const char *sentence)
{
    run(said, arguments, OUTCOME_BAD_INPUT);
    says(said->err, sentence);
    assert_int_not_equal(access("s-sweep.h5", F_OK), 0);
    assert_int_not_equal(access("s-sweep.h5.part", F_OK), 0);
}

static void bad_input_is_one_line_and_writes_nothing(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    given("none.yaml", VILLAGE);
    given("table.csv", "knobs.informal,knobs.vison\n0,1\n");
    given("words.csv", "knobs.informal\nmuch\n");
    refused(said, "sweep s.yaml --design latin",
            "--design latin: grid, lhs, sobol, saltelli, morris or file:TABLE.csv is expected");
    refused(said, "sweep s.yaml --array 4/3",
            "--array 4/3: which of how many parts is expected, as 3/8");
    refused(said, "sweep s.yaml --array 0/3", "--array 0/3: which of how many");
    refused(said, "sweep s.yaml --max-time 3d",
            "--max-time 3d: a time is expected, as 90s, 15m or 2h");
    refused(said, "sweep s.yaml --max-time 0", "--max-time 0: a time is expected");
    refused(said, "sweep s.yaml --n 0", "--n 0: outside");
    refused(said, "sweep s.yaml --outcomes residents,hapiness",
            "--outcomes hapiness: no such variable in this scenario");
    refused(said, "sweep none.yaml",
            "none.yaml: nothing is varied: the key sweep: is missing, as in sweep:");
    refused(said, "sweep s.yaml --design file:absent.csv", "absent.csv");
    refused(said, "sweep s.yaml --design file:table.csv", "knobs.vison");
    refused(said, "sweep s.yaml --design file:words.csv", "words.csv:2");
    refused(said, "sweep absent.yaml", "absent.yaml");
    refused(said, "sweep s.yaml -o nowhere/out.h5",
            "nowhere/out.h5: cannot be written in that folder");
}

static void a_dry_run_says_what_to_expect_and_writes_nothing(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    run(said, "sweep s.yaml --design sobol --n 8 --dry-run --threads 1", OUTCOME_FINE);
    says(said->out, "points  16: 2 policies × 8 worlds\n");
    says(said->out, "runs    32: 2 replicates of each point, 1 at a time\n");
    says(said->out, "memory  about ");
    assert_int_not_equal(access("s-sweep.h5", F_OK), 0);
}

static void what_is_there_is_not_overwritten_unasked(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    run(said, "sweep s.yaml --design sobol --n 2 --quiet -o out.h5", OUTCOME_FINE);
    assert_string_equal(said->out, "");
    assert_string_equal(said->err, "");
    run(said, "sweep s.yaml --design sobol --n 2 -o out.h5", OUTCOME_BAD_INPUT);
    says(said->err, "out.h5: exists; --resume adds what is new, --force overwrites it");
    run(said, "sweep s.yaml --design sobol --n 2 -o out.h5 --resume", OUTCOME_FINE);
    says(said->err, "out.h5: was finished already");
    run(said, "sweep s.yaml --design sobol --n 2 -o out.h5 --resume --seed 2", OUTCOME_BAD_INPUT);
    says(said->err, "out.h5: of another sweep: \"design: sobol, seed 20150101\" there, \"design: "
                    "sobol, seed 2\" here");
    run(said, "sweep s.yaml --design sobol --n 2 -o out.h5 --force --quiet", OUTCOME_FINE);
}

static void a_stop_file_and_a_time_end_it_with_outcome_four(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    given("stopped.h5.stop", "");
    run(said, "sweep s.yaml --n 2 -o stopped.h5", OUTCOME_STOPPED);
    says(said->err, "stopped.h5: stopped after 0 of 8 runs; --resume goes on");
    run(said, "sweep s.yaml --n 2 -o stopped.h5", OUTCOME_BAD_INPUT);
    says(said->err, "there is an unfinished sweep (stopped.h5.part); --resume goes on with it");
    assert_int_equal(remove("stopped.h5.stop"), 0);
    run(said, "sweep s.yaml --n 2 -o stopped.h5 --resume --max-time 0.001", OUTCOME_STOPPED);
    run(said, "sweep s.yaml --n 2 -o stopped.h5 --resume", OUTCOME_FINE);
}

static void runs_that_fail_are_outcome_three(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE);
    given("bad.csv", "knobs.informal\n0\n7\n");
    run(said, "sweep s.yaml --design file:bad.csv -o bad.h5", OUTCOME_FAILED_RUNS);
    says(said->err, "bad.h5: some runs failed; /runs in it says which and why");
    run(said, "info bad.h5", OUTCOME_FINE);
    says(said->out, "runs        4: 2 finished, 2 failed, 0 not run\n");
    says(said->out, "failed      1,0: ");
    says(said->out, "failed      1,1: ");
}

static void what_is_in_a_sweep_is_said(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    run(said,
        "sweep s.yaml --design sobol --n 2 --quiet -o in.h5 --outcomes residents,trust_mean "
        "--until "
        "'half_width(trust_mean@2015-02) < 5' --replicates 3",
        OUTCOME_FINE);
    run(said, "info in.h5", OUTCOME_FINE);
    says(said->out, "sweep       sobol, n 2: 4 points, 3 replicates of each, 3 months\n");
    says(said->out, "runs        12: 8 finished, 0 failed, 4 not run\n");
    says(said->out, "until       half_width(trust_mean@2015-02) < 5: held after 2 replicates\n");
    says(said->out, "varied      knobs.informal as values 0 1\n"
                    "            parameters.trust.loss_gain_ratio as uniform 1 5\n"
                    "kept        residents, trust_mean\n");
    run(said, "sweep s.yaml --until 'residents@2015-02 > 0' --array 1/2", OUTCOME_BAD_INPUT);
    says(said->err, "--until and --array: a part does not see the runs");
    run(said, "sweep s.yaml --design sobol --n 2 -o in.h5 --force --until 'residents@2015-02 < 0'",
        OUTCOME_DIFFERS);
    says(said->err, "after 2 replicates of each point residents@2015-02 < 0 does not hold yet");
}

static void a_run_comes_back_from_the_file(void **state)
{
    struct said *said = *state;
    given("s.yaml", VILLAGE VARIED);
    run(said, "sweep s.yaml --design sobol --n 2 --quiet -o from.h5", OUTCOME_FINE);
    assert_int_equal(remove("s.yaml"), 0);
    run(said, "verify from.h5 --run 2,1", OUTCOME_FINE);
    says(said->out, "from.h5: agrees: 1 digests of 1 runs");
    run(said, "run --from from.h5 --run 2,1 -o again.h5 --quiet", OUTCOME_FINE);
    run(said, "verify again.h5", OUTCOME_FINE);
    run(said, "info again.h5", OUTCOME_FINE);
    says(said->out, "replicates  2: 2 finished");
    run(said, "run --from from.h5 --run two -o no.h5", OUTCOME_BAD_INPUT);
    assert_string_equal(said->err, "samenspel run: --run two: a point of the sweep is expected, "
                                   "from 0, or POINT,REPLICATE as 3,0\n");
    run(said, "run --from from.h5 -o no.h5", OUTCOME_BAD_INPUT);
    says(said->err, "a scenario is expected, or --from SWEEP.h5 with --run POINT,REPLICATE");
    run(said, "run -o no.h5", OUTCOME_BAD_INPUT);
    run(said, "merge merged.h5 from.h5", OUTCOME_FINE);
    says(said->out, "merged.h5: 8 of 8 runs\n");
    run(said, "merge merged.h5 from.h5", OUTCOME_BAD_INPUT);
    says(said->err, "merged.h5: exists; --force overwrites it");
    run(said, "merge other.h5 again.h5", OUTCOME_BAD_INPUT);
    says(said->err, "again.h5: a single run, not a sweep");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_input_is_one_line_and_writes_nothing),
        cmocka_unit_test(a_dry_run_says_what_to_expect_and_writes_nothing),
        cmocka_unit_test(what_is_there_is_not_overwritten_unasked),
        cmocka_unit_test(a_stop_file_and_a_time_end_it_with_outcome_four),
        cmocka_unit_test(runs_that_fail_are_outcome_three),
        cmocka_unit_test(what_is_in_a_sweep_is_said),
        cmocka_unit_test(a_run_comes_back_from_the_file),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
