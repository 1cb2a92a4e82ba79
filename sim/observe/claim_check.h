/* Whether the claims of a scenario name variables that there are, at places that it
 * has, and come to one number. */
#ifndef OBSERVE_CLAIM_CHECK_H
#define OBSERVE_CLAIM_CHECK_H

#include <stdbool.h>

#include "base/error.h"
#include "params/scenario.h"

/* Adds a line for each fault, with file, line and column. */
bool claim_check(const struct scenario *scenario, struct spel_error *error);
/* The same of one test, which sentences call `key`. */
bool claim_check_one(const struct scenario *scenario, const struct expectation *expectation,
                     const char *key, struct spel_error *error);

#endif
