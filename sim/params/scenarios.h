/* The scenarios of one file: the one that was asked for, and those that its claims
 * name, in the order in which they name them.
 *
 * A named scenario is looked for as based_on is. It runs in the place, the months and
 * the record of the first, with its seed and replicates, so that both meet the same
 * chances. What --set says of parameters and processes holds for all of them, for it is
 * about the world; what it says of knobs, levers, steering, history and schedule is
 * about the first alone. A named scenario's own claims are left.
 *
 * A claim with `with` is about further entries, in which those settings hold: of the
 * first scenario and of each that it names. Its `without` gives entries again, with
 * those processes off: there the test must not hold. */
#ifndef PARAMS_SCENARIOS_H
#define PARAMS_SCENARIOS_H

#include "params/scenario.h"

enum { SCENARIOS_MOST = 64, SCENARIOS_NAME = 512 };

struct scenarios {
    struct scenario *rows; /* the first was asked for */
    size_t count;
};

/* As scenario_read, of the first and of the others. */
bool scenarios_read(struct scenarios *scenarios, const char *path, const char *const *overrides,
                    size_t override_count, const char *const *folders, struct spel_error *error);
void scenarios_clear(struct scenarios *scenarios);

/* What the entry of a scenario is called in a claim: "" is the first; `control`: with
 * the processes of `without` off. */
void scenarios_entry(const struct scenario *first, const struct expectation *expectation,
                     bool control, const char *scenario, char name[SCENARIOS_NAME]);

#endif
