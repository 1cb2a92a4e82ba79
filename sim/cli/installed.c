#include "cli/installed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/version.h"

enum { LONGEST_PATH = 4096 };
static const char patterns[] = "patterns";

static bool join(char **path, const char *folder, const char *name, struct spel_error *error)
{
    const size_t room = strlen(folder) + strlen(name) + 2;
    *path = memory_take(room, 1, error);
    if (*path)
        snprintf(*path, room, "%s/%s", folder, name);
    return *path != NULL;
}

/* As an installed tree can be moved, its folders are found from the command itself. */
static bool from_command(char **folder, const char *rest, struct spel_error *error)
{
    char path[LONGEST_PATH];
    const ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return true;
    path[length] = '\0';
    *strrchr(path, '/') = '\0';
    return join(folder, path, rest, error);
}

/* Adds a folder, where there is one, and its patterns/. */
static bool add(struct installed *installed, size_t *count, const char *folder,
                struct spel_error *error)
{
    if (!folder)
        return true;
    char **own = &installed->owned[2 + *count / 2];
    if (!join(own, folder, patterns, error))
        return false;
    installed->folders[(*count)++] = folder;
    installed->folders[(*count)++] = *own;
    return true;
}

bool installed_init(struct installed *installed, struct spel_error *error)
{
    const char *named = getenv("SAMENSPEL_SCENARIOS");
    size_t count = 0;
    *installed = (struct installed){0};
    bool fine = true;
    if (named && named[0]) {
        fine = add(installed, &count, named, error);
    } else {
        char **owned = installed->owned;
        fine = from_command(&owned[0], SPEL_SCENARIOS_FROM_COMMAND, error) &&
               from_command(&owned[1], SPEL_SCENARIOS_FROM_BUILD, error) &&
               add(installed, &count, "scenarios", error) &&
               add(installed, &count, owned[0], error) &&
               add(installed, &count, SPEL_SCENARIOS_INSTALLED, error) &&
               add(installed, &count, owned[1], error);
    }
    if (!fine)
        installed_clear(installed);
    return fine;
}

void installed_clear(struct installed *installed)
{
    for (size_t i = 0; i < INSTALLED_FOLDERS; i++) {
        memory_release(installed->owned[i]);
        installed->owned[i] = NULL;
    }
}
