/* `samenspel report`: the report is made by the Python package, which is looked for in the places
 * where the quick start and pip put it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/screen.h"

enum { LONGEST_PATH = 4096 };

static const char program[] = "samenspel-report";
static const char *const kinds[] = {"advice", "validation", NULL};

/* The environment of the quick start lies beside the build that it made: build/venv. */
static bool beside_build(char path[LONGEST_PATH])
{
    static const char rest[] = "/../venv/bin/samenspel-report";
    const ssize_t length = readlink("/proc/self/exe", path, LONGEST_PATH - sizeof rest);
    if (length <= 0)
        return false;
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash)
        return false;
    memcpy(slash, rest, sizeof rest);
    return access(path, X_OK) == 0;
}

/* The words after the first of the command, behind `before`, NULL at the end. */
static char **words_after(const struct arguments *arguments, const char *const *before,
                          size_t count, struct spel_error *error)
{
    const size_t given = arguments->count > 2 ? (size_t)arguments->count - 2 : 0;
    const char **words = memory_take(count + given + 1, sizeof *words, error);
    for (size_t i = 0; words && i < count; i++)
        words[i] = before[i];
    for (size_t i = 0; words && i < given; i++)
        words[count + i] = arguments->words[2 + i];
    return (char **)words;
}

/* Becomes the program; returns only where there is none of that name. */
static bool become(const struct arguments *arguments, const char *const *before, size_t count,
                   struct spel_error *error)
{
    char **words = words_after(arguments, before, count, error);
    if (!words)
        return false;
    fflush(NULL);
    execvp(words[0], words);
    const int why = errno;
    memory_release(words);
    if (why == ENOENT || why == EACCES || why == ENOTDIR)
        return true;
    return error_set(error, SPEL_ERROR_FILE, "%s: cannot be run: %s", before[0], strerror(why));
}

static bool python_has_it(void)
{
    return system(
               "python3 -c 'import sys, importlib.util as u; "
               "sys.exit(not (u.find_spec(\"samenspel\") and u.find_spec(\"samenspel.report\")))'"
               " >/dev/null 2>&1") == 0;
}

static enum outcome look_everywhere(const struct arguments *arguments)
{
    struct spel_error error = {.code = SPEL_FINE};
    const char *named = getenv("SAMENSPEL_REPORT");
    static const char *const module[] = {"python3", "-m", "samenspel.report"};
    char path[LONGEST_PATH];
    if (named && named[0]) {
        if (!become(arguments, &named, 1, &error))
            return outcome_of(&error);
        return bad_input("report", "SAMENSPEL_REPORT names %s, which cannot be run", named);
    }
    const char *const places[] = {beside_build(path) ? path : NULL, program};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && !become(arguments, &places[i], 1, &error))
            return outcome_of(&error);
    if (python_has_it() && !become(arguments, module, sizeof module / sizeof *module, &error))
        return outcome_of(&error);
    return bad_input("report", "needs the Python package samenspel: pip install ./analysis, in the "
                               "folder of the sources, installs it");
}

static enum outcome run(const struct arguments *arguments)
{
    if (argument_among(arguments, "lang", language_words) < 0 ||
        argument_among(arguments, "kind", kinds) < 0)
        return OUTCOME_BAD_INPUT;
    return look_everywhere(arguments);
}

static const struct option_row options[] = {
    {"lang", 0, "en|nl", "Language of the report."},
    {"kind", 0, "advice|validation", "For who decides, or for who judges the model."},
    {"output", 'o', "OUT.html",
     "Where it goes; without it, beside the file, as FILE.en.html or FILE-validation.en.html."},
    {"scenario", 0, "NAME", "What it is about; without it, the first scenario of the file."},
    {"baseline", 0, "NAME|FILE.h5",
     "What it is compared with: a scenario of the file, or another run on the same seed."},
    {"municipality", 0, "NAME", "Which, of several; without it, the first."},
    {"explain", 0, "FILE.csv", "What samenspel explain -o wrote: the mechanisms."},
    {"sweep", 0, "FILE.h5", "Of samenspel sweep: which assumptions the outcome depends on."},
    {"force", 0, NULL, "Overwrites OUT.html."},
    {"quiet", 0, NULL, "Nothing on the screen."},
};

const struct command command_report = {
    .name = "report",
    .usage = "FILE.h5 [OPTION…]",
    .summary = "a report with pictures, in Dutch or English",
    .description =
        "Writes one HTML file that needs nothing else and prints to A4. Kind advice: the question, "
        "the answer in odds, words and numbers, who gains and who loses, costs, years 1, 3, 10 and "
        "15, why, how sure and on which assumptions. Kind validation: claims held and missed, fit "
        "to published figures, sensitivity, and fingerprints of the runs.\n"
        "FILE.h5 is a run, or what samenspel compare -o wrote. With more scenarios the first is "
        "compared with the one that its claims name; with one, with its own first year; or with "
        "what --baseline says.\n"
        "The Python package samenspel makes it: the program that SAMENSPEL_REPORT names, the "
        "environment that the quick start made, samenspel-report, or python3 -m samenspel.report.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
