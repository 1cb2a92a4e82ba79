#include <inttypes.h>
#include <stdio.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/info_sweep.h"
#include "cli/screen.h"
#include "cli/screen_claims.h"
#include "output/contents.h"
#include "output/sweep_contents.h"

/* How far the first day is from what is published, in percentage points. */
static void put_fit(const struct fit_distance *fit)
{
    if (!fit->known)
        return;
    printf(
        "fit         mean difference by neighbourhood, in points: ages %.2f, households %.2f, low "
        "income %.2f, needs %.2f\n",
        100 * fit->mean[FIT_AGE_SHARE], 100 * fit->mean[FIT_HOUSEHOLD_SHARE],
        100 * fit->mean[FIT_LOW_INCOME_SHARE], 100 * fit->mean[FIT_NEED_SHARE]);
}

static void put_contents(const char *path, const struct contents *contents)
{
    printf("file        %s\n", path);
    printf("title       %s\n", contents->title);
    printf("scenario    ");
    for (size_t s = 0; s < contents->scenario_count; s++)
        printf("%s%s", s > 0 ? ", " : "", contents->scenarios[s]);
    putchar('\n');
    printf("written by  %s\n", contents->program);
    printf("months      %zu from %s\n", contents->months, contents->start);
    const size_t runs = contents->scenario_count * contents->replicates;
    printf("replicates  %zu", contents->replicates);
    if (contents->scenario_count > 1)
        printf(" of each scenario");
    if (contents->finished)
        printf(": %zu finished, %zu failed\nseed        %" PRIu64 "\n", contents->runs_finished,
               runs - contents->runs_finished, contents->seed);
    else
        printf("\nstatus      not finished: %zu of %zu months of all runs are there\n",
               contents->months_done, contents->months * runs);
    for (size_t r = 0; r < contents->digest_count; r++)
        printf("digest %-4zu %s\n", r, contents->digests[r]);
    for (size_t r = 0; r < contents->message_count; r++)
        if (contents->messages[r][0])
            printf("failed %-4zu %s\n", r, contents->messages[r]);
    printf("groups      %s\n", contents->groups);
    put_fit(&contents->fit);
}

static enum outcome run(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    struct contents contents;
    const char *path = arguments->positions[0];
    const int language = argument_among(arguments, "lang", language_words);
    if (language < 0)
        return OUTCOME_BAD_INPUT;
    if (sweep_contents_are(path))
        return info_sweep(path);
    if (!contents_read(path, &contents, &error))
        return outcome_of(&error);
    put_contents(path, &contents);
    const bool finished = contents.finished;
    contents_clear(&contents);
    if (!finished)
        return OUTCOME_FINE;
    putchar('\n');
    size_t broken;
    return screen_results(path, (enum language)language, &error) &&
                   screen_claims(path, (enum language)language, false, &broken, &error)
               ? OUTCOME_FINE
               : outcome_of(&error);
}

static const struct option_row options[] = {
    {"lang", 0, "en|nl", "Language of the results."},
};

const struct command command_info = {
    .name = "info",
    .usage = "OUT.h5 [OPTION…]",
    .summary = "says what is in a file",
    .description =
        "Scenario, seed, version of the program, how each replicate went, digests of "
        "the state, how well the first day fits published figures, and the headline "
        "results, and what came of the claims.\n"
        "Of a sweep: its design, what was varied and kept, how many runs there are and why "
        "some failed.\n"
        "Also says how far a file is that still grows (OUT.h5.part).",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
