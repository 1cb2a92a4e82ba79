#include "cli/overrides.h"

#include <stdio.h>

#include "base/memory.h"
#include "observe/claim_check.h"

/* Options that stand for a --set. */
static const char *const short_options[OVERRIDE_OPTIONS][2] = {
    {"replicates", "runs.replicates"}, {"seed", "runs.seed"}, {"months", "time.months"}};

bool overrides_init(struct overrides *overrides, const struct arguments *arguments,
                    struct spel_error *error)
{
    *overrides = (struct overrides){.count = 0};
    overrides->texts =
        memory_take(arguments->given_count + OVERRIDE_OPTIONS, sizeof *overrides->texts, error);
    if (!overrides->texts || !installed_init(&overrides->installed, error))
        return false;
    overrides->count = argument_values(arguments, "set", overrides->texts);
    for (size_t i = 0; i < OVERRIDE_OPTIONS; i++) {
        const char *value = argument_value(arguments, short_options[i][0], NULL);
        if (!value)
            continue;
        snprintf(overrides->own[i], OVERRIDE_TEXT, "%s=%s", short_options[i][1], value);
        overrides->texts[overrides->count++] = overrides->own[i];
    }
    return true;
}

void overrides_clear(struct overrides *overrides)
{
    installed_clear(&overrides->installed);
    memory_release(overrides->texts);
    *overrides = (struct overrides){.count = 0};
}

bool overrides_scenarios(const struct arguments *arguments, struct scenarios *scenarios,
                         struct spel_error *error)
{
    struct overrides overrides;
    bool fine = overrides_init(&overrides, arguments, error) &&
                scenarios_read(scenarios, arguments->positions[0], overrides.texts, overrides.count,
                               overrides.installed.folders, error);
    if (fine && !claim_check(scenarios->rows, error)) {
        scenarios_clear(scenarios);
        fine = false;
    }
    overrides_clear(&overrides);
    return fine;
}
