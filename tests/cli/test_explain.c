/* `samenspel explain` as people call it. */
#include "cli/said.h"

#define SMALL                                                                                      \
    "explain baseline --set place.scale=0.008 --months 4 --set record.panel=0 "                    \
    "--set settlement.burn_in=2 --set support_network.burn_in=2 "

static void it_says_what_is_needed_and_what_is_enough(void **state)
{
    struct said *said = *state;
    run(said, SMALL "--replicates 2 --lever carer_support --outcome strain_mean -o e.csv",
        OUTCOME_FINE);
    says(said->out, "Effect of levers.carer_support 0 -> 1 on strain of carers, month 4\n");
    says(said->out, "baseline, 2 pairs, seed 20150101\n");
    says(said->out, "\nall mechanisms on ");
    says(said->out, "\n  informal support                0 ");
    says(said->out, "\nthe rest: interaction ");
    says(said->out, "Not on the way");
    file_read("e.csv", said->out);
    assert_memory_equal(said->out, "knob,from,to,outcome,position,at,arm,process,", 45);
    says(said->out,
         "\nlevers.carer_support,0,1,strain_mean,\"\",4,without,informal_support,,2,0,0,0,");
    says(said->out, ",alone,informal_support,");
    says(said->out,
         ",above_zero,unit,outcome_nl,outcome_en,knob_nl,knob_en,process_nl,process_en\n");
    says(said->out, ",1,\"belasting van mantelzorgers\",\"strain of carers\","
                    "\"steun voor mantelzorgers\",\"support for carers\","
                    "\"informele steun\",\"informal support\"\n");
    says(said->out, ",\"steun voor mantelzorgers\",\"support for carers\",\"\",\"\"\n");
    refuses(said, SMALL "--lever carer_support --outcome strain_mean -o e.csv",
            "e.csv: exists; --force overwrites it");
}

static void in_dutch_and_with_one_pair(void **state)
{
    struct said *said = *state;
    run(said,
        SMALL "--knob informal --from 0.2 --to 0.9 --outcome need_share_by_domain[care] --lang nl "
              "--at 2015-03",
        OUTCOME_FINE);
    says(said->out,
         "Effect van knobs.informal 0.2 -> 0.9 op hulpvragen per inwoner, per domein, care, ");
    says(said->out, "Eén paar: er zijn geen intervallen.");
    assert_null(strstr(said->out, " ±"));
}

static void a_dry_run_says_how_many_runs(void **state)
{
    struct said *said = *state;
    run(said, SMALL "--replicates 5 --knob informal --outcome strain_mean --at 3 --dry-run",
        OUTCOME_FINE);
    says(said->out, "runs    at most ");
    says(said->out, " of 3 months, ");
}

static void bad_input_is_one_line(void **state)
{
    struct said *said = *state;
    refuses(said, SMALL "--knob infromal --outcome strain_mean",
            "--knob infromal: no such knob (did you mean informal?)");
    refuses(said, SMALL "--lever outreech --outcome strain_mean",
            "--lever outreech: no such lever (did you mean outreach?)");
    refuses(said, SMALL "--outcome strain_mean", "either --knob or --lever is expected");
    refuses(said, SMALL "--knob informal --lever outreach --outcome strain_mean",
            "either --knob or --lever is expected");
    refuses(said, SMALL "--knob informal --outcome strain_maen",
            "--outcome strain_maen: no such variable (did you mean strain_mean?)");
    refuses(said, SMALL "--knob informal", "--outcome names the variable to explain");
    refuses(said, SMALL "--knob informal --outcome strain_mean[care", "does not end in ]");
    refuses(said, SMALL "--knob informal --outcome need_share_by_domain --quiet",
            "need_share_by_domain: one of these is expected in [ ]: care; youth; ");
    refuses(said, SMALL "--knob informal --outcome strain_mean --to 1.5",
            "--to 1.5: outside [0, 1]");
    refuses(said, SMALL "--knob informal --outcome strain_mean --from x", "--from x: ");
    refuses(said, SMALL "--knob informal --outcome strain_mean --from 0.5 --to 0.5",
            "--from and --to are the same");
    refuses(said, SMALL "--knob informal --outcome strain_mean --at 5",
            "--at 5: the run has 4 months");
    refuses(said, "explain nowhere --knob informal --outcome strain_mean", "nowhere");
    assert_int_equal(access("e.h5", F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_what_is_needed_and_what_is_enough),
        cmocka_unit_test(in_dutch_and_with_one_pair),
        cmocka_unit_test(a_dry_run_says_how_many_runs),
        cmocka_unit_test(bad_input_is_one_line),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
