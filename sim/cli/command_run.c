#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupts.h"
#include "cli/overrides.h"
#include "cli/progress.h"
#include "cli/replay_run.h"
#include "cli/screen.h"
#include "cli/screen_claims.h"
#include "observe/claim_check.h"
#include "output/system.h"
#include "params/scenarios.h"
#include "run/run.h"
#include "run/trial.h"

enum { MOST_THREADS = 1024 };
static const unsigned long long most_months = 1000000;

/* --from SWEEP.h5 --run POINT,REPLICATE. */
static bool read_replayed(const struct arguments *arguments, struct scenarios *scenarios,
                          const char *from, struct spel_error *error)
{
    struct replay_run run = {-1, -1};
    struct overrides overrides;
    if (!replay_run_given(arguments, &run))
        return error_set(error, SPEL_ERROR_INTERNAL, "%s: --run was not checked", from);
    *scenarios = (struct scenarios){.rows = memory_take(1, sizeof *scenarios->rows, error)};
    bool fine =
        overrides_init(&overrides, arguments, error) && scenarios->rows &&
        replay_scenario(from, run, overrides.texts, overrides.count, scenarios->rows, error);
    scenarios->count = fine;
    fine = fine && claim_check(scenarios->rows, error);
    overrides_clear(&overrides);
    if (!fine)
        scenarios_clear(scenarios);
    return fine;
}

static void put_bytes(uint64_t bytes)
{
    const double megabytes = (double)bytes / 1e6;
    if (megabytes >= 1000)
        printf("%.1f GB", megabytes / 1000);
    else
        printf("%.0f MB", megabytes);
}

static enum outcome dry_run(const struct scenarios *scenarios, int threads)
{
    static const struct spel_error none = {.code = SPEL_FINE};
    struct spel_error error = none;
    struct trial trial;
    if (!trial_run(&trial, scenarios->rows, scenarios->count, threads, &error))
        return outcome_of(&error);
    printf("runs    %u of %u months, %zu residents each\n", trial.runs, trial.months,
           trial.residents);
    if (trial.tried < trial.residents)
        printf("tried   on %zu of them and on half as many\n", trial.tried);
    printf("time    about %.0f s: the first day %.2f s, the run-in %.2f s, a month %.4f s, on %d "
           "threads\n",
           trial.seconds, trial.settling, trial.burning_in, trial.month, run_threads(threads));
    printf("memory  about ");
    put_bytes(trial.memory);
    printf("\ndisk    at most ");
    put_bytes(trial.disk);
    printf(" while it runs\n");
    return OUTCOME_FINE;
}

static enum outcome report(enum run_outcome outcome, const struct run_options *options,
                           enum language language, bool quiet, const struct spel_error *error)
{
    struct spel_error reading = {.code = SPEL_FINE};
    if (outcome == RUN_STOPPED || outcome == RUN_REFUSED || outcome == RUN_BROKEN)
        fprintf(stderr, "%s\n", error->text);
    switch (outcome) {
    case RUN_STOPPED:
        return OUTCOME_STOPPED;
    case RUN_REFUSED:
        return OUTCOME_BAD_INPUT;
    case RUN_BROKEN:
        return OUTCOME_MACHINE;
    case RUN_WAS_DONE:
        fprintf(stderr, "%s: was finished already\n", options->output);
        break;
    case RUN_SOME_FAILED:
        fprintf(stderr, "%s: some runs failed; see /runs in it\n", options->output);
        break;
    case RUN_DONE:
        break;
    }
    size_t broken;
    if ((!quiet && !screen_results(options->output, language, &reading)) ||
        !screen_claims(options->output, language, quiet, &broken, &reading))
        return outcome_of(&reading);
    if (!quiet)
        printf("%s\n", options->output);
    if (outcome == RUN_SOME_FAILED)
        return OUTCOME_FAILED_RUNS;
    return broken > 0 ? OUTCOME_DIFFERS : OUTCOME_FINE;
}

/* Runs scenarios that have been read, into a file named after the first where no
 * other was asked for. */
static enum outcome run_into(const struct arguments *arguments, const struct scenarios *scenarios,
                             struct run_options *options, struct spel_error *error)
{
    const bool quiet = argument_given(arguments, "quiet");
    const int language = argument_among(arguments, "lang", language_words);
    struct progress progress;
    char command[ARGUMENTS_TEXT];
    char *own = system_path(scenarios->rows->name, ".h5", error);
    if (language < 0 || !own) {
        memory_release(own);
        return language < 0 ? OUTCOME_BAD_INPUT : OUTCOME_MACHINE;
    }
    arguments_text(arguments, command);
    progress_init(&progress, quiet);
    options->output = argument_value(arguments, "output", own);
    options->command = command;
    options->stop = interrupts_waiting;
    options->progress = progress_tell;
    options->context = &progress;
    const enum run_outcome outcome =
        run_scenarios(scenarios->rows, scenarios->count, options, error);
    progress_end(&progress);
    const enum outcome said = report(outcome, options, (enum language)language, quiet, error);
    memory_release(own);
    return said;
}

/* A scenario, or a run of a sweep. */
static bool source_given(const struct arguments *arguments)
{
    const bool from = argument_given(arguments, "from"), run = argument_given(arguments, "run");
    const bool scenario = arguments->position_count > 0;
    struct replay_run which;
    if (from == run && scenario != from)
        return replay_run_given(arguments, &which);
    bad_input("run", "a scenario is expected, or --from SWEEP.h5 with --run POINT,REPLICATE");
    return false;
}

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct scenarios scenarios;
    unsigned long long threads = 0, checkpoint_months = 0;
    if (!argument_whole(arguments, "threads", 1, MOST_THREADS, &threads) ||
        !argument_whole(arguments, "checkpoint-every", 1, most_months, &checkpoint_months))
        return OUTCOME_BAD_INPUT;
    if (!source_given(arguments))
        return OUTCOME_BAD_INPUT;
    interrupts_hold();
    interrupts_ignore_size();
    const char *from = argument_value(arguments, "from", NULL);
    if (from ? !read_replayed(arguments, &scenarios, from, &error)
             : !overrides_scenarios(arguments, &scenarios, &error))
        return outcome_of(&error);
    struct run_options options = {
        .force = argument_given(arguments, "force"),
        .resume = argument_given(arguments, "resume"),
        .elasticity = argument_given(arguments, "elasticity"),
        .threads = (int)threads,
        .checkpoint_months = (uint32_t)checkpoint_months,
        .checkpoint_seconds = 60,
    };
    const enum outcome outcome = argument_given(arguments, "dry-run")
                                     ? dry_run(&scenarios, options.threads)
                                     : run_into(arguments, &scenarios, &options, &error);
    scenarios_clear(&scenarios);
    return outcome;
}

static const struct option_row options[] = {
    {"output", 'o', "OUT.h5", "The file to write; without it, the scenario's name with .h5, here."},
    {"set", 0, "PATH=VALUE", "Sets one value of the scenario; may be given more than once."},
    {"replicates", 0, "N", "Runs that differ by chance alone: --set runs.replicates=N."},
    {"seed", 0, "N", "Seed of all chances: --set runs.seed=N."},
    {"months", 0, "N", "Months to run: --set time.months=N."},
    {"threads", 0, "N", "Threads to use; without it, all there are. They change no result."},
    {"from", 0, "SWEEP.h5", "Runs no scenario but a run of this sweep again, from its file alone."},
    {"run", 0, "POINT[,REPLICATE]",
     "Which: all replicates of a point, or those up to the one named, which is the last."},
    {"force", 0, NULL, "Overwrites OUT.h5, and begins anew where a run was interrupted."},
    {"resume", 0, NULL, "Goes on where a run was interrupted, or begins where there is nothing."},
    {"elasticity", 0, NULL,
     "Runs twice more, with a tenth less and more formal help: does prevalence tip?"},
    {"dry-run", 0, NULL,
     "Says how many runs, how long, how much memory and disk, of a large place from a small part "
     "of it; writes nothing."},
    {"checkpoint-every", 0, "MONTHS",
     "Saves the state each so many months; without it, each minute."},
    {"lang", 0, "en|nl", "Language of the results on the screen."},
    {"quiet", 0, NULL, "No progress and no results on the screen."},
};

const struct command command_scenario_run = {
    .name = "run",
    .usage = "SCENARIO.yaml|--from SWEEP.h5 --run POINT,REPLICATE [OPTION…]",
    .summary = "runs a scenario into one HDF5 file",
    .description =
        "Runs all replicates of a scenario month by month, writes one file, and shows the headline "
        "results.\n"
        "While it runs there are OUT.h5.part, with the series so far, which opens at any moment, "
        "and OUT.h5.checkpoint; OUT.h5 appears when all is done. Ctrl-C ends at the next month; "
        "--resume goes on from there.\n"
        "Claims of the scenario (its key expect) are held against the replicates, each held, "
        "broken "
        "or undecided; the scenarios that they name are run into the same file, in the same place "
        "and months and with the same seeds. What --set says of parameters and processes holds for "
        "all of them. With a broken claim the outcome is 1.\n"
        "SCENARIO is a file, or the name of a scenario that is installed.",
    .least = 0,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
