#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/installed.h"
#include "params/resolved.h"
#include "params/scenario.h"

static const struct option_row options[] = {
    {"set", 's', "PATH=VALUE",
     "Sets one value of the scenario, such as knobs.vision=0.5; may be given several times."},
};

/* The line of `text` that begins with the path of `line`, or NULL. */
static const char *line_of_path(const char *text, const char *line)
{
    const size_t length = strcspn(line, ":\n") + 1;
    for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
        if (strncmp(text, line, length) == 0)
            return text;
    return NULL;
}

static bool is_wording(const char *line)
{
    return strncmp(line, "title.", 6) == 0 || strncmp(line, "question.", 9) == 0;
}

/* Each line of the resolved scenario that the defaults do not have. */
static void print_differences(const char *resolved, const char *defaults)
{
    for (const char *line = resolved; *line;) {
        const size_t length = strcspn(line, "\n");
        const char *plain = line_of_path(defaults, line);
        const size_t plain_length = plain ? strcspn(plain, "\n") : 0;
        const bool same = plain && plain_length == length && strncmp(plain, line, length) == 0;
        if (!same && !is_wording(line)) {
            const size_t value = plain ? strcspn(plain, ":") + 2 : 0;
            printf("%.*s", (int)length, line);
            if (plain && value < plain_length && strncmp(plain + value, "[]", 2) != 0)
                printf("   # default %.*s", (int)(plain_length - value), plain + value);
            putchar('\n');
        }
        line += length + (line[length] == '\n');
    }
}

static enum outcome differences(const struct scenario *scenario)
{
    struct spel_error error = {0};
    struct scenario plain;
    if (!scenario_default(&plain, "defaults", &error))
        return outcome_of(&error);
    char *defaults = resolved_text(&plain, &error);
    scenario_clear(&plain);
    if (!defaults)
        return outcome_of(&error);
    printf("# %s: no faults; %zu neighbourhoods, %u months. It differs from the defaults in:\n",
           scenario->name, scenario->places.count, (unsigned)scenario->months);
    print_differences(scenario->resolved, defaults);
    memory_release(defaults);
    return OUTCOME_FINE;
}

static bool read(const struct arguments *arguments, struct scenario *scenario,
                 struct spel_error *error)
{
    struct installed installed;
    if (!installed_init(&installed, error))
        return false;
    const char **sets = memory_take(arguments->given_count, sizeof *sets, error);
    const size_t count = sets ? argument_values(arguments, "set", sets) : 0;
    const bool fine = sets && scenario_read(scenario, arguments->positions[0], sets, count,
                                            installed.folders, error);
    memory_release(sets);
    installed_clear(&installed);
    return fine;
}

static enum outcome check_run(const struct arguments *arguments)
{
    struct spel_error error = {0};
    struct scenario scenario;
    if (!read(arguments, &scenario, &error))
        return outcome_of(&error);
    const enum outcome outcome = differences(&scenario);
    scenario_clear(&scenario);
    return outcome;
}

const struct command command_check = {
    .name = "check",
    .usage = "SCENARIO [--set PATH=VALUE]...",
    .summary = "validates a scenario without running it",
    .description =
        "Reads a scenario with everything it is based on, and says every fault in it on a line of "
        "its own, with file, line and column. Without faults it prints what differs from the "
        "defaults.\n"
        "SCENARIO is a file, or the name of one in the current folder or among the installed ones.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = check_run,
};
