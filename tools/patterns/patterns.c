/* The table of patterns.
 *
 *   samenspel-patterns [--replicates N] [--until-decided MOST] [--kept FILE] [--print]
 *                      FOLDER [PATTERN]...
 *
 * Runs each pattern of scenarios/patterns (or those named) as it is, and again under
 * the null model, in which no pattern that emerges may hold; prints what came of their
 * claims as a table, and of the patterns as another. The runs are files in FOLDER: what
 * is there already is not run again, and what was interrupted goes on. With
 * --until-decided the undecided claims of a pattern that has one get as many replicates
 * again, of other seeds, until they have MOST; a claim that was decided stays as it was,
 * and what it alone compares is not run. With --print nothing is run: what FOLDER has is
 * printed, whichever revision ran it. With --kept the outcome is 1 when FILE lacks a
 * row, or says that one is held that is broken here, or the reverse. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "runs.h"
#include "table.h"

static const char *const pattern_names[] = {
    "fit",         "leak",           "carers",       "path",          "reflex",
    "start-small", "accountability", "challenge",    "no-free-lunch", "left-behind",
    "outreach",    "borrowing",      "whole-person", "which-results", "renewal",
};

enum { PATTERNS = sizeof pattern_names / sizeof *pattern_names };

struct asked {
    struct runs_asked runs;
    const char *kept;
    bool print;
    const char *const *names;
    size_t count;
};

static const char usage[] =
    "usage: samenspel-patterns [--replicates N] [--until-decided MOST] [--kept FILE] [--print] "
    "FOLDER [PATTERN]...\n\n"
    "Runs the patterns into files in FOLDER and prints what came of their claims.\n"
    "  --replicates N        of each scenario, in place of what the scenarios ask for\n"
    "  --until-decided MOST  undecided claims get as many replicates again until they have MOST;\n"
    "                        only the scenarios that they compare are run\n"
    "  --kept FILE           the outcome is 1 when the table in FILE says the opposite\n"
    "  --print               runs nothing, prints what FOLDER has\n";

/* The rows of a pattern, or its line among the patterns. */
static bool put(const struct asked *asked, const char *name, bool whole, int *contrary,
                struct spel_error *error)
{
    struct findings found = {.count = 0}, null = {.count = 0};
    const bool fine = (whole || asked->print || runs_make(&asked->runs, name, error)) &&
                      runs_read(asked->runs.folder, name, &found, &null, error);
    if (fine && found.count == 0 && !whole)
        fprintf(stderr, "%s/%s.h5: has not been run\n", asked->runs.folder, name);
    if (fine && whole)
        *contrary += table_whole(name, &found, &null, asked->kept);
    else if (fine)
        *contrary += table_rows(&found, &null, asked->kept);
    findings_clear(&found);
    findings_clear(&null);
    return fine;
}

static bool put_all(const struct asked *asked, int *contrary, struct spel_error *error)
{
    bool fine = true;
    table_head();
    for (size_t i = 0; fine && i < asked->count; i++)
        fine = put(asked, asked->names[i], false, contrary, error);
    if (fine)
        table_wholes_head();
    for (size_t i = 0; fine && i < asked->count; i++)
        fine = put(asked, asked->names[i], true, contrary, error);
    return fine;
}

static bool whole_number(const char *text, uint32_t *number)
{
    char *end;
    errno = 0;
    const unsigned long read = strtoul(text, &end, 10);
    *number = (uint32_t)read;
    return errno == 0 && end != text && *end == '\0' && text[0] != '-' && read <= 1000000;
}

/* Where the folder stands among the arguments; 0 when they are not as they must be. */
static int options(struct asked *asked, int count, char **arguments)
{
    int at = 1;
    for (; at < count && strncmp(arguments[at], "--", 2) == 0; at++) {
        const char *option = arguments[at];
        asked->print |= strcmp(option, "--print") == 0;
        if (strcmp(option, "--print") == 0)
            continue;
        const char *value = at + 1 < count ? arguments[++at] : "";
        if (strcmp(option, "--replicates") == 0)
            asked->runs.replicates = value;
        else if (strcmp(option, "--kept") == 0)
            asked->kept = value;
        else if (strcmp(option, "--until-decided") != 0 || !whole_number(value, &asked->runs.most))
            return 0;
    }
    return at < count && arguments[at][0] != '-' ? at : 0;
}

int main(int count, char **arguments)
{
    struct asked asked = {.names = pattern_names, .count = PATTERNS};
    struct spel_error error;
    int contrary = 0;
    error_clear(&error);
    if (count == 2 && strcmp(arguments[1], "--help") == 0)
        return fputs(usage, stdout) < 0 ? 2 : 0;
    const int folder = options(&asked, count, arguments);
    if (folder == 0) {
        fputs(usage, stderr);
        return 2;
    }
    asked.runs.folder = arguments[folder];
    if (count > folder + 1) {
        asked.names = (const char *const *)&arguments[folder + 1];
        asked.count = (size_t)(count - folder - 1);
    }
    if (!put_all(&asked, &contrary, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    return contrary > 0;
}
