/* What a command line changes of a scenario: --set, and the options that stand for one. */
#ifndef CLI_OVERRIDES_H
#define CLI_OVERRIDES_H

#include "cli/arguments.h"
#include "cli/installed.h"
#include "params/scenarios.h"

enum { OVERRIDE_TEXT = 64, OVERRIDE_OPTIONS = 3 };

struct overrides {
    const char **texts; /* "path=value" */
    size_t count;
    struct installed installed; /* where scenarios are looked for */
    char own[OVERRIDE_OPTIONS][OVERRIDE_TEXT];
};

/* Must stay where it is; borrows the arguments. Cleared also after a failure. */
bool overrides_init(struct overrides *overrides, const struct arguments *arguments,
                    struct spel_error *error);
void overrides_clear(struct overrides *overrides);

/* Reads the scenario that a command line names and what it changes of it, with those that its
 * claims name; the claims are checked. */
bool overrides_scenarios(const struct arguments *arguments, struct scenarios *scenarios,
                         struct spel_error *error);

#endif
