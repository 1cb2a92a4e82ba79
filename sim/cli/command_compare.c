#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/compare_screen.h"
#include "output/comparison_file.h"
#include "params/nearest.h"

/* The files that were named; `other` is `base` when there is one. */
struct pair {
    struct series_file base, second;
    struct series_file *other;
};

static bool open_pair(const struct arguments *arguments, struct pair *pair,
                      struct spel_error *error)
{
    *pair = (struct pair){.other = &pair->base};
    if (!series_file_open(&pair->base, arguments->positions[0], error))
        return false;
    if (arguments->position_count < 2)
        return true;
    pair->other = &pair->second;
    return series_file_open(&pair->second, arguments->positions[1], error);
}

static void close_pair(struct pair *pair)
{
    series_file_close(&pair->base);
    series_file_close(&pair->second);
}

static bool list_scenarios(const struct series_file *file, const char *what,
                           struct spel_error *error)
{
    char names[1024] = "";
    for (size_t s = 0; s < file->scenarios.count; s++) {
        const size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", used ? ", " : "",
                 file->scenarios.names[s]);
    }
    return error_set(error, SPEL_ERROR_INPUT, "%s: %s: %s", file->hdf.path, what, names);
}

/* The scenario that --baseline names; without it, the only one, or the first of two files. */
static bool choose_baseline(const struct arguments *arguments, const struct pair *pair,
                            size_t *baseline, struct spel_error *error)
{
    const struct series_file *file = &pair->base;
    const char *name = argument_value(arguments, "baseline", NULL);
    *baseline = 0;
    if (!name)
        return file->scenarios.count == 1 ||
               list_scenarios(file, "--baseline names what to compare with, one of", error);
    *baseline = series_file_scenario(file, name);
    if (*baseline < file->scenarios.count)
        return true;
    char what[256];
    struct nearest nearest = nearest_begin(name);
    for (size_t s = 0; s < file->scenarios.count; s++)
        nearest_offer(&nearest, file->scenarios.names[s]);
    if (nearest.best)
        return error_set(error, SPEL_ERROR_INPUT, "%s: no scenario \"%s\" (did you mean %s?)",
                         file->hdf.path, name, nearest.best);
    snprintf(what, sizeof what, "no scenario \"%s\"; it has", name);
    return list_scenarios(file, what, error);
}

static bool make(const struct arguments *arguments, struct pair *pair,
                 struct comparison *comparison, struct spel_error *error)
{
    size_t baseline;
    const char **periods = memory_take(arguments->given_count, sizeof *periods, error);
    if (!periods)
        return false;
    const size_t count = argument_values(arguments, "at", periods);
    const bool fine =
        choose_baseline(arguments, pair, &baseline, error) &&
        comparison_make(comparison, &pair->base, baseline, pair->other, periods, count, error);
    memory_release(periods);
    return fine;
}

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct comparison comparison = {.base = NULL};
    struct pair pair = {.other = NULL};
    char command[ARGUMENTS_TEXT];
    const char *output = argument_value(arguments, "output", NULL);
    const int language = argument_among(arguments, "lang", language_words);
    if (language < 0)
        return OUTCOME_BAD_INPUT;
    arguments_text(arguments, command);
    const bool fine =
        (!output || comparison_file_may(output, argument_given(arguments, "force"), &error)) &&
        open_pair(arguments, &pair, &error) && make(arguments, &pair, &comparison, &error) &&
        (!output || comparison_file_write(output, &comparison, command, &error));
    if (fine && !argument_given(arguments, "quiet"))
        compare_screen(&comparison, (enum language)language);
    comparison_clear(&comparison);
    close_pair(&pair);
    return fine ? OUTCOME_FINE : outcome_of(&error);
}

static const struct option_row options[] = {
    {"output", 'o', "OUT", "Writes all differences: OUT.csv, a table, or OUT.h5, month by month."},
    {"baseline", 0, "NAME", "The scenario of the first file to compare with."},
    {"at", 0, "TIME",
     "When: a month of the run (36: the year up to it), 2025, 2025-03 or FROM..TO; may be given "
     "more than once. Without it: 12, 36, 120, 180 and the last month."},
    {"force", 0, NULL, "Overwrites OUT."},
    {"lang", 0, "en|nl", "Language of the results on the screen."},
    {"quiet", 0, NULL, "Nothing on the screen."},
};

const struct command command_compare = {
    .name = "compare",
    .usage = "BASELINE.h5 [OTHER.h5] [OPTION…]",
    .summary = "compares runs of the same seed",
    .description =
        "Holds the scenarios of OTHER.h5, or the other ones of the same file, against the "
        "baseline: "
        "replicate by replicate on the same chances, so that what is left of the difference is "
        "what "
        "the scenario does. Shows the differences of the headline variables with 95% intervals "
        "(Student's t over the pairs), and who gains and who loses by income, need and "
        "neighbourhood.\n"
        "Runs of different seeds, places or first months are no pairs and are refused; other "
        "versions, months, replicates and settings are said. With one pair there are no intervals. "
        "Where "
        "twenty results differ by chance alone, one of them will bear a star.",
    .least = 1,
    .most = 2,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
