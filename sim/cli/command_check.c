#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/overrides.h"
#include "params/resolved.h"

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

/* What makes no difference to a run. */
static bool is_wording(const char *line)
{
    return strncmp(line, "title.", 6) == 0 || strncmp(line, "question.", 9) == 0 ||
           strncmp(line, "expect: []", 10) == 0;
}

/* Each line of a resolved scenario that another does not have; `whose`: what the other's
 * value is called. */
static void print_differences(const char *resolved, const char *defaults, const char *whose)
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
                printf("   # %s %.*s", whose, (int)(plain_length - value), plain + value);
            putchar('\n');
        }
        line += length + (line[length] == '\n');
    }
}

/* Allowed, as a run can be cut short for a quick look; but worth a word. */
static void print_never(const struct scenario *scenario)
{
    for (size_t i = 0; i < scenario->schedule_count; i++)
        if (scenario->schedule[i].from >= scenario->months)
            printf(
                "# schedule[%zu] begins after the last of the %u months: nothing of it happens\n",
                i + 1, (unsigned)scenario->months);
}

static enum outcome differences(const struct scenarios *scenarios)
{
    const struct scenario *scenario = scenarios->rows;
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
    print_differences(scenario->resolved, defaults, "default");
    print_never(scenario);
    for (size_t s = 1; s < scenarios->count; s++) {
        const struct scenario *other = &scenarios->rows[s];
        printf("# %s, for the claims, differs from %s in:\n", other->name, scenario->name);
        print_differences(other->resolved, scenario->resolved, scenario->name);
    }
    memory_release(defaults);
    return OUTCOME_FINE;
}

static enum outcome check_run(const struct arguments *arguments)
{
    struct spel_error error = {0};
    struct scenarios scenarios;
    if (!overrides_scenarios(arguments, &scenarios, &error))
        return outcome_of(&error);
    const enum outcome outcome = differences(&scenarios);
    scenarios_clear(&scenarios);
    return outcome;
}

const struct command command_check = {
    .name = "check",
    .usage = "SCENARIO [--set PATH=VALUE]...",
    .summary = "validates a scenario without running it",
    .description =
        "Reads a scenario with everything it is based on, and says every fault in it on a line of "
        "its own, with file, line and column. Without faults it prints what differs from the "
        "defaults, and for each scenario that its claims name what differs from this one.\n"
        "SCENARIO is a file, or the name of one in the current folder or among the installed ones.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = check_run,
};
