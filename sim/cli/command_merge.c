#include <stdio.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "run/merge.h"

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct merge_report report;
    char command[ARGUMENTS_TEXT];
    if (!argument_output(arguments, arguments->positions[0], false))
        return OUTCOME_BAD_INPUT;
    arguments_text(arguments, command);
    const struct merge_options options = {
        .output = arguments->positions[0],
        .command = command,
        .parts = arguments->positions + 1,
        .part_count = arguments->position_count - 1,
        .force = argument_given(arguments, "force"),
    };
    if (!merge_parts(&options, &report, &error))
        return outcome_of(&error);
    printf("%s: %llu of %llu runs", options.output, (unsigned long long)report.done,
           (unsigned long long)report.runs);
    if (report.failed > 0)
        printf(", %llu failed", (unsigned long long)report.failed);
    printf(report.done < report.runs ? "; sweep --resume runs the rest\n" : "\n");
    if (report.done < report.runs)
        return OUTCOME_STOPPED;
    return report.failed > 0 ? OUTCOME_FAILED_RUNS : OUTCOME_FINE;
}

static const struct option_row options[] = {
    {"force", 0, NULL, "Overwrites OUT.h5."},
};

const struct command command_merge = {
    .name = "merge",
    .usage = "OUT.h5 PART.h5… [OPTION…]",
    .summary = "parts of one sweep into one file",
    .description =
        "Puts what the jobs of an array wrote (sweep --array I/N) into one file, the same as that "
        "of a sweep that was not divided. A part may be the log of a job that was stopped "
        "(PART.h5.part) where one other is a file; parts of another sweep or another version of "
        "the program are refused, and all parts stay as they are.\n"
        "Runs that are in none of the parts wait in the file, with outcome 4: sweep --resume -o "
        "OUT.h5 runs them.",
    .least = 2,
    .most = 100000,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
