/* The whole scenario as one YAML text, defaults included, that reads back to the
 * same scenario: one line a value, as `path: value`. */
#ifndef PARAMS_RESOLVED_H
#define PARAMS_RESOLVED_H

#include "params/scenario.h"

/* In memory from memory_take; the decimal sign of the locale must be a point. */
char *resolved_text(const struct scenario *scenario, struct spel_error *error);

#endif
