#include "runs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "again.h"
#include "base/memory.h"
#include "observe/claim_check.h"
#include "output/heading.h"
#include "output/resolutions.h"
#include "params/scenarios.h"
#include "pooled.h"
#include "run/run.h"
#include "whole.h"

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

enum { NULL_SETTINGS = sizeof null_model / sizeof *null_model, PATH = 1024, SETTING = 64 };

/* One file: of the scenarios as they are, under the null model, or with more chances. */
struct file {
    bool null;
    unsigned more;       /* 0: none */
    uint64_t seed;       /* of these */
    uint32_t replicates; /* of these */
    const char *expect;  /* of these: which claims, as a setting */
};

static void path_of(char path[PATH], const char *folder, const char *name, const struct file *file)
{
    char which[SETTING] = "";
    if (file->more > 0)
        snprintf(which, sizeof which, "-more%u", file->more);
    snprintf(path, PATH, "%s/%s%s%s.h5", folder, name, file->null ? "-null" : "", which);
}

static bool read_scenarios(const struct runs_asked *asked, const char *name,
                           const struct file *file, struct scenarios *scenarios,
                           struct spel_error *error)
{
    static const char *const folders[] = {"scenarios", "scenarios/patterns", NULL};
    const char *overrides[NULL_SETTINGS + 3];
    char replicates[SETTING], seed[SETTING];
    size_t count = 0;
    for (size_t i = 0; file->null && i < NULL_SETTINGS; i++)
        overrides[count++] = null_model[i];
    snprintf(replicates, sizeof replicates, "runs.replicates=%s", asked->replicates);
    if (file->more > 0)
        snprintf(replicates, sizeof replicates, "runs.replicates=%" PRIu32, file->replicates);
    if (file->more > 0 || asked->replicates)
        overrides[count++] = replicates;
    snprintf(seed, sizeof seed, "runs.seed=%" PRIu64, file->seed);
    if (file->more > 0)
        overrides[count++] = seed;
    if (file->expect)
        overrides[count++] = file->expect;
    return scenarios_read(scenarios, name, overrides, count, folders, error) &&
           (claim_check(scenarios->rows, error) || (scenarios_clear(scenarios), false));
}

static bool make(const struct runs_asked *asked, const char *name, const struct file *file,
                 struct spel_error *error)
{
    char path[PATH];
    struct scenarios scenarios;
    if (!read_scenarios(asked, name, file, &scenarios, error))
        return false;
    path_of(path, asked->folder, name, file);
    const struct run_options options = {
        .output = path, .command = "samenspel-patterns", .resume = true, .checkpoint_seconds = 60};
    const enum run_outcome outcome =
        run_scenarios(scenarios.rows, scenarios.count, &options, error);
    if (outcome == RUN_SOME_FAILED)
        error_set(error, SPEL_ERROR_INTERNAL, "%s: some runs failed; see /runs in it", path);
    scenarios_clear(&scenarios);
    return outcome == RUN_DONE || outcome == RUN_WAS_DONE;
}

static bool read_file(const char *path, struct findings *findings, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    *findings = (struct findings){.count = 0};
    if (access(path, F_OK) != 0)
        return true;
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    heading_clear(&heading);
    const bool fine = findings_read(&hdf, findings);
    return hdf_close(&hdf) && fine;
}

static bool read_more(const char *folder, const char *name, unsigned number, struct findings *found,
                      bool *there, struct spel_error *error)
{
    char path[PATH];
    struct findings more;
    path_of(path, folder, name, &(struct file){.more = number});
    if (!read_file(path, &more, error))
        return false;
    *there = more.count > 0;
    const bool fine = !*there || pooled_add(found, &more) ||
                      error_set(error, SPEL_ERROR_FILE, "%s: is not about the claims of %s/%s.h5",
                                path, folder, name);
    findings_clear(&more);
    return fine;
}

bool runs_read(const char *folder, const char *name, struct findings *found, struct findings *null,
               struct spel_error *error)
{
    char path[PATH];
    *null = (struct findings){.count = 0};
    path_of(path, folder, name, &(struct file){.null = false});
    bool fine = read_file(path, found, error);
    bool there = fine && found->count > 0;
    for (unsigned number = 1; fine && there; number++)
        fine = read_more(folder, name, number, found, &there, error);
    path_of(path, folder, name, &(struct file){.null = true});
    return fine && read_file(path, null, error);
}

/* Runs one more file, of the claims that are undecided; `open`: whether the pattern was. */
static bool add_file(const struct runs_asked *asked, const char *name, const char *resolved,
                     struct file more, bool *open, struct spel_error *error)
{
    struct findings found, null;
    bool fine = runs_read(asked->folder, name, &found, &null, error);
    *open = fine && whole_open(&found);
    char *expect = *open ? again_setting(resolved, &found, error) : NULL;
    more.expect = expect;
    if (*open)
        fine = expect && make(asked, name, &more, error);
    memory_release(expect);
    findings_clear(&found);
    findings_clear(&null);
    return fine;
}

/* How many a file that is there already asked for; 0 when there is none. */
static uint32_t replicates_there(const struct runs_asked *asked, const char *name, unsigned number)
{
    static const char key[] = "\nruns.replicates: ";
    char path[PATH];
    struct hdf hdf;
    struct heading heading;
    struct resolutions found = {.count = 0};
    uint32_t replicates = 0;
    path_of(path, asked->folder, name, &(struct file){.more = number});
    if (access(path, F_OK) != 0 || !heading_open(&hdf, path, &heading, NULL))
        return 0;
    heading_clear(&heading);
    const char *line =
        resolutions_read(&hdf, &found) && found.count > 0 ? strstr(found.texts[0], key) : NULL;
    if (line)
        replicates = (uint32_t)strtoul(line + sizeof key - 1, NULL, 10);
    resolutions_clear(&found);
    hdf_close(&hdf);
    return replicates;
}

/* Each time as many replicates again as there are, of the next seed; what is there was
 * perhaps asked for with another `most`. */
static bool go_on(const struct runs_asked *asked, const char *name, struct spel_error *error)
{
    struct scenarios scenarios;
    if (!read_scenarios(asked, name, &(struct file){.null = false}, &scenarios, error))
        return false;
    const struct scenario *first = scenarios.rows;
    uint32_t total = first->replicates;
    bool fine = true, open = true;
    for (unsigned number = 1; fine && open && total < asked->most; number++) {
        const uint32_t left = asked->most - total;
        struct file more = {.more = number, .seed = first->seed + number};
        more.replicates = replicates_there(asked, name, number);
        if (more.replicates == 0)
            more.replicates = total < left ? total : left;
        fine = add_file(asked, name, first->resolved, more, &open, error);
        total += more.replicates;
    }
    scenarios_clear(&scenarios);
    return fine;
}

bool runs_make(const struct runs_asked *asked, const char *name, struct spel_error *error)
{
    struct findings found = {.count = 0}, null = {.count = 0};
    bool fine = make(asked, name, &(struct file){.null = false}, error) &&
                go_on(asked, name, error) && runs_read(asked->folder, name, &found, &null, error);
    if (fine && whole_emerges(&found))
        fine = make(asked, name, &(struct file){.null = true}, error);
    findings_clear(&found);
    findings_clear(&null);
    return fine;
}
