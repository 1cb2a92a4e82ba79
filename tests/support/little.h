/* A scenario that runs in a moment: the baseline with few residents, two
 * replicates of some months, a panel and snapshots. */
#ifndef TESTS_LITTLE_H
#define TESTS_LITTLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "params/scenario.h"

/* `settings`: further `path=value`, up to a NULL; NULL for none. Reads the
 * scenarios from SAMENSPEL_SCENARIOS. */
bool little_scenario(struct scenario *scenario, const char *const *settings,
                     struct spel_error *error);

/* A new empty folder, and a path in it; both in `text`. */
enum { LITTLE_PATH = 256 };
bool little_folder(char text[LITTLE_PATH]);
void little_path(const char *folder, const char *name, char text[LITTLE_PATH]);
/* Removes the folder with the files in it. */
void little_remove(const char *folder);

#endif
