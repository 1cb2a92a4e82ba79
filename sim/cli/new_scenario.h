/* A commented scenario to edit, written from the tables. */
#ifndef CLI_NEW_SCENARIO_H
#define CLI_NEW_SCENARIO_H

#include <stdbool.h>
#include <stdio.h>

/* Every line that sets something can stand by itself; those at their default are
 * commented out with # and no space after it. */
void new_scenario_write(FILE *file, const char *name, const char *municipality, bool dutch);

#endif
