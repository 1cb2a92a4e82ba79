/* `samenspel compare` as people call it: what it says, what it writes, and how it refuses. */
#include "cli/said.h"

#define SMALL                                                                                      \
    "run baseline --set place.scale=0.02 --months 13 --set record.panel=0 "                        \
    "--set settlement.burn_in=2 --set support_network.burn_in=2 --quiet "

/* Some runs that the tests compare. */
static int runs_make(void **state)
{
    if (folder_enter(state) != 0)
        return -1;
    run(*state, SMALL "--replicates 3 -o a.h5", OUTCOME_FINE);
    run(*state, SMALL "--replicates 3 -o b.h5 --set knobs.informal=0.9", OUTCOME_FINE);
    run(*state, SMALL "--replicates 1 -o one.h5 --set knobs.informal=0.9", OUTCOME_FINE);
    run(*state, SMALL "--replicates 1 -o seed.h5 --seed 5", OUTCOME_FINE);
    return 0;
}

static void it_says_what_differs_and_who_gains(void **state)
{
    struct said *said = *state;
    run(said, "compare a.h5 b.h5", OUTCOME_FINE);
    assert_string_equal(said->err, "");
    says(said->out,
         "Baseline      a (a.h5)\nScenario      b (b.h5)\nPairs         3, seed 20150101");
    says(said->out, "\nDiffers       knobs.informal: 0.5 -> 0.9\n");
    says(said->out, "\nself-reliance ");
    says(said->out, "month 13\n");
    says(said->out, "\nBy income\n  self-reliance, low ");
    says(said->out, "\nBy age\n  needs per resident, 0_17 ");
    says(said->out, "\n  needs per resident, debt ");
    says(said->out, "\nBy neighbourhood (14) ");
    run(said, "compare a.h5 b.h5 --lang nl --at 2015-06", OUTCOME_FINE);
    says(said->out, "\nNaar soort hulpvraag\n");
    says(said->out, " 2015-06\n");
}

static void one_pair_is_compared_without_intervals(void **state)
{
    struct said *said = *state;
    run(said, "compare a.h5 one.h5", OUTCOME_FINE);
    says(said->out, "3 and 1 replicates: the first 1 are pairs");
    run(said, "compare a.h5 one.h5 --lang nl", OUTCOME_FINE);
    says(said->out, "3 en 1 herhalingen: de eerste 1 zijn paren");
    run(said, "compare a.h5 one.h5", OUTCOME_FINE);
    says(said->out, "One pair: there are no intervals");
    const char *numbers = strstr(said->out, "\nresidents ");
    assert_non_null(numbers);
    assert_null(strstr(numbers, "±"));
}

/* Every line of the headlines has its numbers where the first has them, however long the name of a
 * place is. */
static void long_names_leave_the_columns_where_they_are(void **state)
{
    struct said *said = *state;
    given("towns.yaml", "samenspel: 1\nbased_on: baseline\nruns: {replicates: 1}\n"
                        "place: {municipality: [\"'s-Hertogenbosch\", Heerlen], scale: 0.01}\n"
                        "time: {months: 3}\nrecord: {panel: 0}\n"
                        "parameters: {settlement.burn_in: 2, support_network.burn_in: 2}\n");
    run(said, "run towns.yaml --quiet -o first.h5", OUTCOME_FINE);
    run(said, "run towns.yaml --quiet -o second.h5 --set knobs.informal=0.9", OUTCOME_FINE);
    run(said, "compare first.h5 second.h5 --lang nl --at 3", OUTCOME_FINE);
    const char *line = strstr(said->out, "\ninwoners, ");
    assert_non_null(line);
    const size_t width = strcspn(line + 1, "\n");
    size_t lines = 0;
    for (line++; strncmp(line, "\n", 1) != 0; line += strcspn(line, "\n") + 1) {
        size_t letters = 0;
        const char *unit = strstr(line, "  hour");
        for (const char *c = line; *c != '\n' && c != unit; c++)
            letters += ((unsigned char)*c & 0xc0) != 0x80;
        if (strstr(line, "hulpvraag, 's-Hertogenbosch"))
            assert_int_equal(letters, width);
        lines++;
    }
    assert_true(lines > 20);
}

static void tables_are_written_and_not_over_others(void **state)
{
    struct said *said = *state;
    run(said, "compare a.h5 b.h5 --quiet -o d.csv", OUTCOME_FINE);
    assert_string_equal(said->out, "");
    file_read("d.csv", said->out);
    assert_memory_equal(said->out, "scenario,variable,by,position,name,unit,at,first_month,", 55);
    says(said->out, "\n\"b\",trust_mean_by_income,income,\"low\",\"laag inkomen\",1,13,2,13,3,");
    refuses(said, "compare a.h5 b.h5 -o d.csv", "d.csv: exists; --force overwrites it");
    run(said, "compare a.h5 b.h5 --quiet --force -o d.csv", OUTCOME_FINE);
    run(said, "compare a.h5 b.h5 --quiet -o d.h5", OUTCOME_FINE);
    refuses(said, "info d.h5", "d.h5: holds differences between runs, not a run");
}

static void a_run_that_is_compared_is_never_written_over(void **state)
{
    struct said *said = *state;
    assert_int_equal(system("ln -s b.h5 also.h5"), 0);
    refuses(said, "compare a.h5 b.h5 --force -o b.h5", "b.h5: would overwrite what is read");
    refuses(said, "compare a.h5 b.h5 --force -o ./a.h5", "./a.h5: would overwrite");
    refuses(said, "compare a.h5 b.h5 --force -o also.h5", "also.h5: would overwrite");
    run(said, "compare a.h5 b.h5 --quiet", OUTCOME_FINE);
}

static void what_cannot_be_compared_is_refused_in_one_line(void **state)
{
    struct said *said = *state;
    assert_int_equal(system("echo nothing > text.h5"), 0);
    refuses(said, "compare text.h5 a.h5", "text.h5: not an HDF5 file");
    refuses(said, "compare a.h5 absent.h5", "absent.h5: no such file");
    refuses(said, "compare a.h5", "a.h5: holds one scenario, baseline: name a second file");
    refuses(said, "compare a.h5 b.h5 --baseline basline", "(did you mean baseline?)");
    refuses(said, "compare a.h5 seed.h5", "seed.h5: seed 5, where a.h5 has 20150101");
    refuses(said, "compare a.h5 b.h5 --at 2031", "--at 2031: the run has 13 months");
    refuses(said, "compare a.h5 b.h5 -o d.txt", "d.txt: a name that ends in .csv or .h5");
    refuses(said, "compare a.h5 b.h5 -o nowhere/d.csv", "nowhere/d.csv.tmp: cannot be made");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_what_differs_and_who_gains),
        cmocka_unit_test(one_pair_is_compared_without_intervals),
        cmocka_unit_test(long_names_leave_the_columns_where_they_are),
        cmocka_unit_test(tables_are_written_and_not_over_others),
        cmocka_unit_test(a_run_that_is_compared_is_never_written_over),
        cmocka_unit_test(what_cannot_be_compared_is_refused_in_one_line),
    };
    return cmocka_run_group_tests(tests, runs_make, folder_leave);
}
