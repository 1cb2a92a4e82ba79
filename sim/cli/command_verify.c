#include <stdio.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupts.h"
#include "cli/progress.h"
#include "cli/replay_run.h"
#include "output/heading.h"
#include "run/replay.h"

enum { MOST_THREADS = 1024, MOST_RUNS = 1000000 };

static enum outcome say(enum verify_outcome outcome, const char *path,
                        const struct verify_report *report, const struct spel_error *error)
{
    switch (outcome) {
    case VERIFY_REFUSED:
        return outcome_of(error);
    case VERIFY_OTHER_PROGRAM:
        printf("%s: not compared: written by %s, this is %s\n", path, report->program,
               heading_program);
        return OUTCOME_DIFFERS;
    case VERIFY_DIFFERS:
        if (report->replicate >= 0)
            printf("%s: point %d, replicate %d differs: the file has %s, now it is %s\n", path,
                   report->run, report->replicate, report->expected, report->found);
        else
            printf("%s: run %d (%s) differs after month %d: the file has %s, now it is %s\n", path,
                   report->run, report->scenario, report->month, report->expected, report->found);
        return OUTCOME_DIFFERS;
    case VERIFY_AGREES:
        break;
    }
    printf("%s: agrees: %zu digests of %zu runs\n", path, report->digests, report->runs);
    return OUTCOME_FINE;
}

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct verify_report report;
    struct progress progress;
    const char *path = arguments->positions[0];
    const bool sweep = replay_is_sweep(path);
    struct replay_run one = {-1, -1};
    unsigned long long threads = 0, number = MOST_RUNS + 1ull;
    if (!argument_whole(arguments, "threads", 1, MOST_THREADS, &threads) ||
        (sweep ? !replay_run_given(arguments, &one)
               : !argument_whole(arguments, "run", 0, MOST_RUNS, &number)))
        return OUTCOME_BAD_INPUT;
    progress_init(&progress, argument_given(arguments, "quiet"));
    const struct run_options options = {
        .threads = (int)threads, .progress = progress_tell, .context = &progress};
    const int row = number > MOST_RUNS ? -1 : (int)number;
    const enum verify_outcome outcome = sweep ? replay_verify(path, one, &options, &report, &error)
                                              : verify_file(path, row, &options, &report, &error);
    progress_end(&progress);
    return say(outcome, path, &report, &error);
}

static const struct option_row options[] = {
    {"run", 0, "N", "Only run N, a row of /runs, from 0; of a sweep, POINT or POINT,REPLICATE."},
    {"threads", 0, "N", "Threads to use; without it, all there are. They change no result."},
    {"quiet", 0, NULL, "No progress."},
};

const struct command command_verify = {
    .name = "verify",
    .usage = "OUT.h5 [OPTION…]",
    .summary = "runs a file again and compares",
    .description =
        "Runs again what a finished file holds, from the file alone, and compares the digests of "
        "the state at the same months.\n"
        "Of a sweep, each run has one digest, over all those months.\n"
        "A file of another version of the program is not compared: it says so, with outcome 1.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
