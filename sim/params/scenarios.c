#include "params/scenarios.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "params/folders.h"
#include "params/pool.h"

enum { MOST_SETTINGS = 400 };

/* What is held while the scenarios are read. */
struct gathering {
    struct scenarios *scenarios;
    const char *path; /* of the first */
    const char *const *overrides;
    size_t override_count;
    const char *const *folders;
    struct pool pool;
    const char *common[MOST_SETTINGS]; /* what all others are set to */
    size_t common_count;
    struct spel_error *error;
};

void scenarios_entry(const struct scenario *first, const struct expectation *expectation,
                     bool control, const char *scenario, char name[SCENARIOS_NAME])
{
    static const char plain[] = "parameters.";
    const size_t skipped = sizeof plain - 1;
    size_t at = (size_t)snprintf(name, SCENARIOS_NAME, "%s", scenario[0] ? scenario : first->name);
    for (size_t i = 0; i < expectation->with_count && at < SCENARIOS_NAME; i++) {
        const char *setting = expectation->with[i];
        setting += strncmp(setting, plain, skipped) == 0 ? skipped : 0;
        at += (size_t)snprintf(name + at, SCENARIOS_NAME - at, "%s%s", i > 0 ? ", " : " with ",
                               setting);
    }
    for (size_t i = 0; control && i < expectation->without_count && at < SCENARIOS_NAME; i++)
        at += (size_t)snprintf(name + at, SCENARIOS_NAME - at, "%s%s", i > 0 ? ", " : " without ",
                               expectation->without[i]);
}

static bool begins(const char *text, const char *const *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static bool add_common(struct gathering *gathering, const char *text, size_t length)
{
    if (gathering->common_count == MOST_SETTINGS)
        return error_set(gathering->error, SPEL_ERROR_INPUT,
                         "more than %d settings for the scenarios that claims name", MOST_SETTINGS);
    const char *copy = pool_text(&gathering->pool, text, length, gathering->error);
    gathering->common[gathering->common_count++] = copy;
    return copy != NULL;
}

/* The lines of the resolved scenario on what a file has in common, as settings. */
static bool take_frame(struct gathering *gathering)
{
    static const char *const frame[] = {"place.", "time.", "runs.", "record."};
    const char *line = gathering->scenarios->rows[0].resolved;
    for (; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const char *colon = strstr(line, ": ");
        if (!begins(line, frame, sizeof frame / sizeof *frame) || !colon)
            continue;
        const size_t length = strcspn(line, "\n"), path = (size_t)(colon - line);
        char *text = pool_text(&gathering->pool, line, length, gathering->error);
        if (!text)
            return false;
        memmove(text + path + 1, text + path + 2, length - path - 1);
        text[path] = '=';
        if (!add_common(gathering, text, length - 1))
            return false;
    }
    return true;
}

/* Of what was set by hand, what is about the world. */
static bool take_world(struct gathering *gathering)
{
    static const char *const others[] = {"place.",   "time.",    "runs.",    "record.",  "knobs.",
                                         "levers.",  "steering", "history",  "schedule", "title",
                                         "question", "expect",   "based_on", "samenspel"};
    for (size_t i = 0; i < gathering->override_count; i++) {
        const char *text = gathering->overrides[i];
        if (!begins(text, others, sizeof others / sizeof *others) &&
            !add_common(gathering, text, strlen(text)))
            return false;
    }
    return true;
}

/* The place of a claim in its list, from 1. */
static size_t number_of(const struct gathering *gathering, const struct expectation *expectation)
{
    return (size_t)(expectation - gathering->scenarios->rows[0].expectations) + 1;
}

/* The file of a named scenario; NULL with a sentence that says where it was named. */
static char *find(struct gathering *gathering, const struct expectation *expectation,
                  const struct claim_node *node)
{
    char *found = folders_find(gathering->path, gathering->folders, node->scenario, ".yaml",
                               gathering->error);
    if (found || (gathering->error && gathering->error->code == SPEL_ERROR_MEMORY))
        return found;
    char *near = folders_nearest(gathering->path, gathering->folders, node->scenario, ".yaml",
                                 gathering->error);
    char where[64] = "";
    if (expectation->line > 0)
        snprintf(where, sizeof where, ":%zu:%zu", expectation->line, expectation->column);
    error_add(
        gathering->error, SPEL_ERROR_INPUT,
        "%s%s: expect[%zu].test = %s: no scenario \"%s\" beside this file or among the installed "
        "ones%s%s%s; a variable there stands in a function",
        expectation->file, where, number_of(gathering, expectation), expectation->text,
        node->scenario, near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
    memory_release(near);
    return NULL;
}

/* The settings of an entry: what is common, then what the claim sets. */
static bool settings_of(struct gathering *gathering, const struct expectation *expectation,
                        bool control, bool own, const char **settings, size_t *count)
{
    *count = 0;
    for (size_t i = 0; own && i < gathering->override_count; i++)
        settings[(*count)++] = gathering->overrides[i];
    for (size_t i = 0; !own && i < gathering->common_count; i++)
        settings[(*count)++] = gathering->common[i];
    for (size_t i = 0; i < expectation->with_count; i++)
        settings[(*count)++] = expectation->with[i];
    for (size_t i = 0; control && i < expectation->without_count; i++) {
        char text[CLAIM_WORD + 16];
        snprintf(text, sizeof text, "processes.%s=off", expectation->without[i]);
        settings[*count] = pool_text(&gathering->pool, text, strlen(text), gathering->error);
        if (!settings[(*count)++])
            return false;
    }
    settings[(*count)++] = "expect=[]";
    return true;
}

static bool rename_entry(struct scenario *scenario, const char *name, struct spel_error *error)
{
    char *copy = memory_take(strlen(name) + 1, 1, error);
    if (!copy)
        return false;
    strcpy(copy, name);
    memory_release(scenario->name);
    scenario->name = copy;
    return true;
}

static bool read_entry(struct gathering *gathering, const struct expectation *expectation,
                       bool control, const struct claim_node *node, const char *name)
{
    struct scenarios *scenarios = gathering->scenarios;
    const bool own = !node || strcmp(node->scenario, scenarios->rows[0].name) == 0;
    const size_t most = gathering->override_count + gathering->common_count +
                        expectation->with_count + expectation->without_count + 1;
    const char **settings = pool_take(&gathering->pool, most, sizeof *settings, gathering->error);
    char *found = own ? NULL : find(gathering, expectation, node);
    size_t count;
    if (scenarios->count == SCENARIOS_MOST)
        error_set(gathering->error, SPEL_ERROR_INPUT, "%s: claims ask for more than %d scenarios",
                  gathering->path, SCENARIOS_MOST);
    bool fine = settings && (own || found) && scenarios->count < SCENARIOS_MOST &&
                settings_of(gathering, expectation, control, own, settings, &count);
    struct scenario *row = &scenarios->rows[scenarios->count];
    fine = fine && scenario_read_beside(row, own ? gathering->path : found, gathering->path,
                                        settings, count, gathering->folders, gathering->error);
    scenarios->count += fine;
    memory_release(found);
    return fine && rename_entry(row, name, gathering->error);
}

static bool have_entry(struct gathering *gathering, const struct expectation *expectation,
                       bool control, const struct claim_node *node)
{
    const struct scenarios *scenarios = gathering->scenarios;
    char name[SCENARIOS_NAME];
    scenarios_entry(scenarios->rows, expectation, control, node ? node->scenario : "", name);
    if (strlen(name) == SCENARIOS_NAME - 1)
        return error_add(gathering->error, SPEL_ERROR_INPUT,
                         "%s: expect[%zu]: too much is set in one claim: %.80s…", expectation->file,
                         number_of(gathering, expectation), name);
    for (size_t s = 0; s < scenarios->count; s++)
        if (strcmp(scenarios->rows[s].name, name) == 0)
            return true;
    return read_entry(gathering, expectation, control, node, name);
}

/* All entries that a claim is about. */
static bool have_entries(struct gathering *gathering, const struct expectation *expectation,
                         bool control)
{
    bool fine = have_entry(gathering, expectation, control, NULL);
    for (size_t n = 0; fine && n < expectation->test.count; n++)
        if (expectation->test.nodes[n].scenario[0])
            fine = have_entry(gathering, expectation, control, &expectation->test.nodes[n]);
    return fine;
}

static bool gather(struct gathering *gathering)
{
    const struct scenario *first = gathering->scenarios->rows;
    if (!take_frame(gathering) || !take_world(gathering))
        return false;
    for (size_t e = 0; e < first->expectation_count; e++) {
        const struct expectation *expectation = &first->expectations[e];
        if (!have_entries(gathering, expectation, false) ||
            (expectation->without_count > 0 && !have_entries(gathering, expectation, true)))
            return false;
    }
    return true;
}

bool scenarios_read(struct scenarios *scenarios, const char *name, const char *const *overrides,
                    size_t override_count, const char *const *folders, struct spel_error *error)
{
    *scenarios = (struct scenarios){.rows = NULL};
    if (error)
        error_clear(error);
    char *path = folders_scenario(name, folders, error);
    scenarios->rows = path ? memory_take(SCENARIOS_MOST, sizeof *scenarios->rows, error) : NULL;
    struct gathering gathering = {.scenarios = scenarios,
                                  .path = path,
                                  .overrides = overrides,
                                  .override_count = override_count,
                                  .folders = folders,
                                  .error = error};
    bool fine = scenarios->rows && scenario_read_beside(scenarios->rows, path, path, overrides,
                                                        override_count, folders, error);
    scenarios->count = fine;
    fine = fine && gather(&gathering);
    pool_clear(&gathering.pool);
    memory_release(path);
    if (!fine)
        scenarios_clear(scenarios);
    return fine;
}

void scenarios_clear(struct scenarios *scenarios)
{
    for (size_t s = 0; s < scenarios->count; s++)
        scenario_clear(&scenarios->rows[s]);
    memory_release(scenarios->rows);
    *scenarios = (struct scenarios){.rows = NULL};
}
