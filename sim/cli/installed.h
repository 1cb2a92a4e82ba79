/* Where the scenarios and place tables of this installation are. */
#ifndef CLI_INSTALLED_H
#define CLI_INSTALLED_H

#include "base/error.h"

enum { INSTALLED_FOLDERS = 8 };

/* The folders to look in, for scenario_read: the one that the environment names
 * (SAMENSPEL_SCENARIOS), and no other; else scenarios/ in the current folder, the
 * installed ones seen from the command, those of the configuration, and those of the sources
 * in which a command that is not installed was built; and in each its folder patterns/. */
struct installed {
    const char *folders[INSTALLED_FOLDERS + 1]; /* NULL-terminated */
    char *owned[INSTALLED_FOLDERS];             /* from memory_take */
};

bool installed_init(struct installed *installed, struct spel_error *error);
void installed_clear(struct installed *installed);

#endif
