#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/commands.h"
#include "cli/interrupts.h"
#include "cli/overrides.h"
#include "cli/progress.h"
#include "output/system.h"
#include "params/folders.h"
#include "run/sweep.h"

enum { MOST_THREADS = 1024, MOST_PARTS = 100000, NAME_LONGEST = 200 };
static const unsigned long long most_points = 10000000;

static void tell(void *context, const struct sweep_progress *now)
{
    struct progress *progress = context;
    if (progress->quiet || (!progress_due(progress, now->seconds) && !now->writing))
        return;
    const double made = (double)(now->done - now->done_before);
    const double rate = now->seconds > 0 ? made / now->seconds : 0;
    if (progress->terminal)
        fputs("\r\033[K", stderr);
    fprintf(stderr, "%llu of %llu runs", (unsigned long long)now->done,
            (unsigned long long)now->total);
    if (now->failed > 0)
        fprintf(stderr, ", %llu failed", (unsigned long long)now->failed);
    fprintf(stderr, ", %.1f runs/s, ", rate);
    progress_put_left(rate > 0 ? (double)(now->total - now->done) / rate : 0);
    if (!progress->terminal)
        fputc('\n', stderr);
    progress->line_is_open = progress->terminal;
    fflush(stderr);
}

/* "--design sobol", "--design file:design.csv". */
static bool design_given(const struct arguments *arguments, struct sweep_options *options)
{
    const char *given = argument_value(arguments, "design", "grid");
    options->table = strncmp(given, "file:", 5) == 0 ? given + 5 : NULL;
    options->design = DESIGN_FILE;
    if (options->table && options->table[0])
        return true;
    for (int kind = 0; kind < DESIGN_FILE; kind++)
        if (strcmp(given, design_names[kind]) == 0) {
            options->design = (enum design_kind)kind;
            return true;
        }
    bad_input("sweep",
              "--design %s: grid, lhs, sobol, saltelli, morris or file:TABLE.csv is "
              "expected",
              given);
    return false;
}

/* "3/8": the third of eight parts. */
static bool part_given(const struct arguments *arguments, struct sweep_options *options)
{
    const char *given = argument_value(arguments, "array", NULL);
    unsigned part, parts;
    char rest;
    if (!given)
        return true;
    if (sscanf(given, "%u/%u%c", &part, &parts, &rest) == 2 && part >= 1 && part <= parts &&
        parts <= MOST_PARTS) {
        options->part = part;
        options->parts = parts;
        return true;
    }
    bad_input("sweep", "--array %s: which of how many parts is expected, as 3/8", given);
    return false;
}

/* "90", "90s", "15m", "2h". */
static bool time_given(const struct arguments *arguments, struct sweep_options *options)
{
    const char *given = argument_value(arguments, "max-time", NULL);
    double number;
    char unit = 's', rest;
    if (!given)
        return true;
    const int read = sscanf(given, "%lf%c%c", &number, &unit, &rest);
    const double seconds = unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : 0;
    if (read >= 1 && read <= 2 && number > 0 && seconds > 0 && number * seconds < 1e9) {
        options->max_seconds = number * seconds;
        return true;
    }
    bad_input("sweep", "--max-time %s: a time is expected, as 90s, 15m or 2h", given);
    return false;
}

static enum outcome dry_run(const struct sweep_options *options, struct spel_error *error)
{
    struct sweep_forecast forecast;
    if (!sweep_forecast(&forecast, options, error))
        return outcome_of(error);
    printf("points  %zu: %zu policies × %zu worlds\n", forecast.points, forecast.policies,
           forecast.worlds);
    printf("runs    %zu: %u replicates of each point, %zu at a time\n", forecast.runs,
           forecast.replicates, forecast.workers);
    printf("time    about %.0f s: %.2f s a run\n", forecast.seconds, forecast.run_seconds);
    printf("memory  about %.0f MB\ndisk    at most %.0f MB while it runs\n",
           (double)forecast.memory / 1e6, (double)forecast.disk / 1e6);
    return OUTCOME_FINE;
}

static enum outcome report(enum sweep_outcome outcome, const struct sweep_options *options,
                           bool quiet, const struct spel_error *error)
{
    switch (outcome) {
    case SWEEP_STOPPED:
        fprintf(stderr, "%s\n", error->text);
        return OUTCOME_STOPPED;
    case SWEEP_REFUSED:
        fprintf(stderr, "%s\n", error->text);
        return OUTCOME_BAD_INPUT;
    case SWEEP_BROKEN:
        fprintf(stderr, "%s\n", error->text);
        return OUTCOME_MACHINE;
    case SWEEP_HELPED:
        return OUTCOME_FINE;
    case SWEEP_NOT_YET:
        fprintf(stderr, "%s\n", error->text);
        break;
    case SWEEP_WAS_DONE:
        fprintf(stderr, "%s: was finished already\n", options->output);
        break;
    case SWEEP_SOME_FAILED:
        fprintf(stderr, "%s: some runs failed; /runs in it says which and why\n", options->output);
        break;
    case SWEEP_DONE:
        break;
    }
    if (!quiet)
        printf("%s\n", options->output);
    return outcome == SWEEP_SOME_FAILED ? OUTCOME_FAILED_RUNS
           : outcome == SWEEP_NOT_YET   ? OUTCOME_DIFFERS
                                        : OUTCOME_FINE;
}

/* The name of the scenario with -sweep.h5, and which part of how many. */
static void own_name(const struct arguments *arguments, const struct sweep_options *options,
                     char name[NAME_LONGEST])
{
    const char *file = file_name(arguments->positions[0]);
    const char *ending = strrchr(file, '.');
    const int length = (int)(ending && ending > file ? (size_t)(ending - file) : strlen(file));
    int at = snprintf(name, NAME_LONGEST, "%.*s-sweep", length > 120 ? 120 : length, file);
    if (options->parts > 0)
        at += snprintf(name + at, (size_t)(NAME_LONGEST - at), "-%u-of-%u", options->part,
                       options->parts);
    snprintf(name + at, (size_t)(NAME_LONGEST - at), ".h5");
}

/* What needs the overrides and the name to be there. */
static enum outcome run_into(const struct arguments *arguments, struct sweep_options *options,
                             struct overrides *overrides)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct progress progress;
    char command[ARGUMENTS_TEXT], name[NAME_LONGEST];
    const bool quiet = argument_given(arguments, "quiet");
    if (!overrides_init(overrides, arguments, &error))
        return outcome_of(&error);
    own_name(arguments, options, name);
    arguments_text(arguments, command);
    progress_init(&progress, quiet || options->ranks->rank > 0);
    options->context = &progress;
    options->overrides = overrides->texts;
    options->override_count = overrides->count;
    options->folders = overrides->installed.folders;
    options->output = argument_value(arguments, "output", name);
    options->command = command;
    if (argument_given(arguments, "dry-run"))
        return dry_run(options, &error);
    const enum sweep_outcome outcome = sweep_run(options, &error);
    progress_end(&progress);
    return report(outcome, options, quiet, &error);
}

/* Of all that were started together, rank 0 alone speaks. */
static enum outcome run_in_ranks(const struct arguments *arguments, struct sweep_options *options,
                                 struct overrides *overrides)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct ranks ranks;
    if (!ranks_begin(&ranks, &error))
        return outcome_of(&error);
    options->ranks = &ranks;
    enum outcome outcome = OUTCOME_FINE;
    if (ranks.rank == 0 || !argument_given(arguments, "dry-run"))
        outcome = run_into(arguments, options, overrides);
    ranks_end(&ranks);
    options->ranks = NULL;
    return outcome;
}

static enum outcome run(const struct arguments *arguments)
{
    struct overrides overrides = {.count = 0};
    unsigned long long threads = 0, n = 0;
    struct sweep_options options = {.scenario = arguments->positions[0],
                                    .outcomes = argument_value(arguments, "outcomes", NULL),
                                    .until = argument_value(arguments, "until", NULL),
                                    .force = argument_given(arguments, "force"),
                                    .resume = argument_given(arguments, "resume") ||
                                              argument_given(arguments, "so-far"),
                                    .so_far = argument_given(arguments, "so-far"),
                                    .stop = interrupts_waiting,
                                    .progress = tell};
    if (!argument_whole(arguments, "threads", 1, MOST_THREADS, &threads) ||
        !argument_whole(arguments, "n", 1, most_points, &n) || !design_given(arguments, &options) ||
        !part_given(arguments, &options) || !time_given(arguments, &options))
        return OUTCOME_BAD_INPUT;
    if (options.until && options.parts > 0)
        return bad_input("sweep", "--until and --array: a part does not see the runs that the "
                                  "claim is judged by; leave one of the two out");
    options.threads = (int)threads;
    options.n = (size_t)n;
    interrupts_hold();
    interrupts_ignore_size();
    const enum outcome outcome = run_in_ranks(arguments, &options, &overrides);
    overrides_clear(&overrides);
    return outcome;
}

static const struct option_row options[] = {
    {"output", 'o', "OUT.h5", "The file to write; without it, the scenario's name, -sweep.h5."},
    {"design", 0, "DESIGN",
     "Where the uncertainties are tried: grid, lhs, sobol, saltelli, morris or file:TABLE.csv."},
    {"n", 0, "N", "Samples of the design; without it, as many as are usual for it."},
    {"outcomes", 0, "NAMES", "Variables to keep, by commas; without it, the headlines."},
    {"set", 0, "PATH=VALUE", "Sets one value of the scenario; may be given more than once."},
    {"replicates", 0, "N", "Runs of each point: --set runs.replicates=N."},
    {"seed", 0, "N", "Seed of all chances, and of the sampling: --set runs.seed=N."},
    {"months", 0, "N", "Months to run: --set time.months=N."},
    {"threads", 0, "N", "Threads to use; without it, all there are. They change no result."},
    {"array", 0, "I/N", "Runs part I of N alone, as one job of an array."},
    {"max-time", 0, "TIME", "Stops after 90s, 15m or 2h; --resume goes on."},
    {"until", 0, "CLAIM",
     "Ends when this holds at every point, as 'half_width(OUTCOME@MONTH) < 3'; judged after each "
     "round over the points."},
    {"force", 0, NULL, "Overwrites OUT.h5, and begins anew where a sweep was interrupted."},
    {"resume", 0, NULL,
     "Goes on where a sweep was interrupted, and adds points or replicates to a finished one."},
    {"so-far", 0, NULL, "Runs nothing: writes OUT.h5 with the runs that an interrupted sweep has."},
    {"dry-run", 0, NULL, "Says how many runs, how long, how much memory and disk; writes nothing."},
    {"quiet", 0, NULL, "No progress on the screen."},
};

const struct command command_scenario_sweep = {
    .name = "sweep",
    .usage = "SCENARIO.yaml [OPTION…]",
    .summary = "runs a scenario at many points of a design",
    .description =
        "Runs the scenario with all combinations of what its key sweep: varies: every policy "
        "(lists of levers) meets every world (samples of everything else), each with the same "
        "seeds, and writes one HDF5 file.\n"
        "The order goes round over the points, so that a sweep that is stopped is still a fair "
        "sample. While it runs there is OUT.h5.part; a file OUT.h5.stop, Ctrl-C or --max-time ends "
        "it after the month under way, --resume goes on. A run that fails is a row in /runs.\n"
        "With --resume and a larger --n or --replicates a finished file gets what is new; sobol, "
        "saltelli and morris can grow so.\n"
        "With --until 'half_width(OUTCOME@MONTH) < x' replicates are added, round after round, "
        "until "
        "at every point the 95% interval of the outcome is as narrow as that, at most "
        "runs.replicates of them. Any claim that a scenario may have under expect can stand there; "
        "it must hold at all points. /runs says after how many replicates it held. When it never "
        "did, the outcome is 1.\n"
        "Under mpirun or srun the ranks share the runs: rank 0 hands them out, each has a log of "
        "its "
        "own (OUT.h5.part.R) in the same folder, and --resume with any number of ranks goes on "
        "after whatever ended them.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
