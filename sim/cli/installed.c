#include "cli/installed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/version.h"

enum { LONGEST_PATH = 4096 };

/* As an installed tree can be moved, its folders are found from the command itself. */
static bool from_command(struct installed *installed, struct spel_error *error)
{
    char path[LONGEST_PATH];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return true;
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    const size_t room = strlen(path) + sizeof SPEL_SCENARIOS_FROM_COMMAND + 1;
    installed->from_command = memory_take(room, 1, error);
    if (!installed->from_command)
        return false;
    snprintf(installed->from_command, room, "%s/%s", path, SPEL_SCENARIOS_FROM_COMMAND);
    return true;
}

bool installed_init(struct installed *installed, struct spel_error *error)
{
    const char *named = getenv("SAMENSPEL_SCENARIOS");
    size_t count = 0;
    *installed = (struct installed){0};
    if (named && named[0]) {
        installed->folders[0] = named;
        return true;
    }
    if (!from_command(installed, error))
        return false;
    installed->folders[count++] = "scenarios";
    if (installed->from_command)
        installed->folders[count++] = installed->from_command;
    installed->folders[count] = SPEL_SCENARIOS_INSTALLED;
    return true;
}

void installed_clear(struct installed *installed)
{
    memory_release(installed->from_command);
    installed->from_command = NULL;
}
