/* The table of patterns.
 *
 *   samenspel-patterns [--replicates N] [--kept FILE] FOLDER [PATTERN]...
 *
 * Runs each pattern of scenarios/patterns (or those named) as it is, and again under
 * the null model, in which no pattern that emerges may hold; prints what came of their
 * claims as a table. The runs are files in FOLDER: what is there already is not run
 * again, and what was interrupted goes on. With --kept the outcome is 1 when FILE lacks
 * a claim, or says that one is held that is broken here, or the reverse. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "kept.h"
#include "observe/claim_check.h"
#include "output/findings.h"
#include "output/heading.h"
#include "params/scenarios.h"
#include "run/run.h"

static const char *const pattern_names[] = {
    "fit",         "leak",           "carers",       "path",          "reflex",
    "start-small", "accountability", "challenge",    "no-free-lunch", "left-behind",
    "outreach",    "borrowing",      "whole-person", "which-results", "renewal",
};

/* No steering, provider or network makes help better or worse, nobody remembers, nobody learns. */
static const char *const null_model[] = {
    "formal_support.simple_loss=0",
    "formal_support.complex_loss=0",
    "formal_support.misaligned_loss=0",
    "formal_support.uncoordinated_loss=0",
    "formal_support.existing_offer_match=1",
    "formal_support.drift=0",
    "formal_support.network_gain=0",
    "formal_support.practice_gain=0",
    "processes.history=off",
    "processes.learning=off",
};

enum {
    NULL_SETTINGS = sizeof null_model / sizeof *null_model,
    PATTERNS = sizeof pattern_names / sizeof *pattern_names,
    PATH = 1024
};

struct asked {
    const char *folder, *replicates, *kept;
    int contrary; /* claims that the file kept tells otherwise */
};

static bool run_one(const struct asked *asked, const char *name, bool null, char path[PATH],
                    struct spel_error *error)
{
    static const char *const folders[] = {"scenarios", "scenarios/patterns", NULL};
    const char *overrides[NULL_SETTINGS + 1];
    char replicates[64];
    size_t count = 0;
    struct scenarios scenarios;
    for (size_t i = 0; null && i < NULL_SETTINGS; i++)
        overrides[count++] = null_model[i];
    snprintf(replicates, sizeof replicates, "runs.replicates=%s", asked->replicates);
    if (asked->replicates)
        overrides[count++] = replicates;
    snprintf(path, PATH, "%s/%s%s.h5", asked->folder, name, null ? "-null" : "");
    if (!scenarios_read(&scenarios, name, overrides, count, folders, error))
        return false;
    const struct run_options options = {
        .output = path, .command = "samenspel-patterns", .resume = true, .checkpoint_seconds = 60};
    bool fine = claim_check(scenarios.rows, error);
    if (fine) {
        const enum run_outcome outcome =
            run_scenarios(scenarios.rows, scenarios.count, &options, error);
        fine = outcome == RUN_DONE || outcome == RUN_WAS_DONE;
        if (outcome == RUN_SOME_FAILED)
            error_set(error, SPEL_ERROR_INTERNAL, "%s: some runs failed; see /runs in it", path);
    }
    scenarios_clear(&scenarios);
    return fine;
}

static bool read_one(const char *path, struct findings *findings, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    heading_clear(&heading);
    const bool fine = findings_read(&hdf, findings);
    return hdf_close(&hdf) && fine;
}

/* A claim that is about the pattern itself, not about where it must vanish or turn round. */
static bool is_main(const struct finding *row)
{
    return strncmp(row->claim, "knock-out", 9) != 0 && strncmp(row->claim, "control", 7) != 0 &&
           strncmp(row->claim, "reverse corner", 14) != 0;
}

/* The null model is for what emerges: what follows from one assumption may hold there. */
static bool emerges(const struct findings *findings)
{
    for (size_t f = 0; f < findings->count; f++)
        if (findings->rows[f].type == 'E' && is_main(&findings->rows[f]))
            return true;
    return false;
}

static void put_row(struct asked *asked, const struct finding *row, const struct finding *control,
                    const struct finding *null)
{
    static const char *const gone[VERDICTS] = {"gone", "**still there**", "undecided"};
    char test[2 * FINDING_TEXT + 8];
    snprintf(test, sizeof test, "`%s`%s%s", row->test, row->world[0] ? " " : "", row->world);
    printf("| %d %c | %s | %s | %.4g", row->pattern, row->type, row->claim, test, row->estimate);
    if (!isnan(row->low))
        printf(" [%.4g, %.4g]", row->low, row->high);
    printf(" | %d | %s%s | ", row->replicates, verdict_names[row->verdict],
           row->reason[0] ? " (no number in some)" : "");
    if (control)
        printf("%s %s", gone[control->verdict], control->world);
    printf(" | ");
    if (row->type == 'E' && null && is_main(row))
        printf("%s", null->verdict == VERDICT_HELD ? "**holds**" : "fails");
    printf(" |\n");
    fflush(stdout);
    if (asked->kept && !kept_agrees(asked->kept, test, row->verdict))
        asked->contrary++;
}

static bool pattern(struct asked *asked, const char *name, struct spel_error *error)
{
    char path[PATH];
    struct findings found = {.count = 0}, null = {.count = 0};
    bool fine = run_one(asked, name, false, path, error) && read_one(path, &found, error);
    if (fine && emerges(&found))
        fine = run_one(asked, name, true, path, error) && read_one(path, &null, error);
    for (size_t f = 0; fine && f < found.count; f++) {
        const struct finding *row = &found.rows[f];
        const bool has_control = f + 1 < found.count && found.rows[f + 1].control;
        if (!row->control)
            put_row(asked, row, has_control ? row + 1 : NULL,
                    f < null.count ? &null.rows[f] : NULL);
    }
    findings_clear(&found);
    findings_clear(&null);
    return fine;
}

static bool all(struct asked *asked, char **names, int count, struct spel_error *error)
{
    bool fine = true;
    printf("| pattern | claim | test: statistic, window, smallest effect | estimate [95%%] | "
           "replicates | verdict | knock-out | null model |\n|---|---|---|---|---|---|---|---|\n");
    for (int i = 0; fine && i < count; i++)
        fine = pattern(asked, names[i], error);
    for (size_t i = 0; fine && count == 0 && i < PATTERNS; i++)
        fine = pattern(asked, pattern_names[i], error);
    return fine;
}

int main(int count, char **arguments)
{
    struct asked asked = {0};
    struct spel_error error;
    int first = 1;
    error_clear(&error);
    for (; first + 1 < count && strncmp(arguments[first], "--", 2) == 0; first += 2) {
        if (strcmp(arguments[first], "--replicates") == 0)
            asked.replicates = arguments[first + 1];
        else if (strcmp(arguments[first], "--kept") == 0)
            asked.kept = arguments[first + 1];
        else
            break;
    }
    if (first >= count || arguments[first][0] == '-') {
        fprintf(stderr, "usage: samenspel-patterns [--replicates N] [--kept FILE] FOLDER "
                        "[PATTERN]...\n");
        return 2;
    }
    asked.folder = arguments[first];
    if (!all(&asked, arguments + first + 1, count - first - 1, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    return asked.contrary > 0;
}
