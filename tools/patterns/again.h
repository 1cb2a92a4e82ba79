/* Which claims of a pattern get more replicates. */
#ifndef PATTERNS_AGAIN_H
#define PATTERNS_AGAIN_H

#include "base/error.h"
#include "output/findings.h"

/* The setting `expect=[…]` with the undecided ones of the claims of a scenario, given
 * what came of all of them; a control beside one is left when it is decided. Whether a
 * claim is among them rests on its own replicates alone. `resolved`: the scenario as one
 * text. From memory_take; NULL for lack of memory. */
char *again_setting(const char *resolved, const struct findings *found, struct spel_error *error);

#endif
