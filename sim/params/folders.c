#include "params/folders.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "params/nearest.h"

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The i-th place to look in, up to the slash; NULL after the last. */
static const char *place_at(const char *beside, const char *const *folders, size_t i,
                            size_t *length)
{
    if (beside && i == 0) {
        *length = (size_t)(file_name(beside) - beside);
        return beside;
    }
    const char *folder = folders ? folders[i - (beside != NULL)] : NULL;
    *length = folder ? strlen(folder) : 0;
    return folder;
}

/* Puts a slash between where there is none; the folder of a bare name is the current one. */
static char *joined(const char *folder, size_t length, const char *name, const char *ending,
                    struct spel_error *error)
{
    const size_t room = length + strlen(name) + strlen(ending) + 2;
    char *path = memory_take(room, 1, error);
    const char *slash = length > 0 && folder[length - 1] != '/' ? "/" : "";
    if (path)
        snprintf(path, room, "%.*s%s%s%s", (int)length, folder, slash, name, ending);
    return path;
}

char *folders_find(const char *beside, const char *const *folders, const char *name,
                   const char *ending, struct spel_error *error)
{
    size_t length;
    const char *folder;
    for (size_t i = 0; (folder = place_at(beside, folders, i, &length)); i++) {
        char *path = joined(folder, length, name, ending, error);
        if (!path || access(path, F_OK) == 0)
            return path;
        memory_release(path);
    }
    return NULL;
}

static bool ends_with(const char *text, const char *ending)
{
    const size_t length = strlen(text), own = strlen(ending);
    return length > own && strcmp(text + length - own, ending) == 0;
}

/* Keeps in `best` (of 256 bytes) the nearest name of a folder. */
static void folder_offer(const char *folder, const char *ending, const char *wanted, char *best,
                         size_t *distance)
{
    DIR *listing = opendir(folder);
    if (!listing)
        return;
    const struct dirent *entry;
    while ((entry = readdir(listing))) {
        if (!ends_with(entry->d_name, ending))
            continue;
        char name[256];
        snprintf(name, sizeof name, "%.*s", (int)(strlen(entry->d_name) - strlen(ending)),
                 entry->d_name);
        const size_t apart = word_distance(wanted, name);
        /* In the order of the alphabet, whatever the order in the folder. */
        if (apart < *distance || (apart == *distance && best[0] && strcmp(name, best) < 0)) {
            *distance = apart;
            strcpy(best, name);
        }
    }
    closedir(listing);
}

char *folders_nearest(const char *beside, const char *const *folders, const char *name,
                      const char *ending, struct spel_error *error)
{
    char best[256] = "";
    size_t length, distance = (strlen(name) + 2) / 3 + 1;
    const char *folder;
    for (size_t i = 0; (folder = place_at(beside, folders, i, &length)); i++) {
        char *path = joined(folder, length, length > 0 ? "" : ".", "", error);
        if (!path)
            return NULL;
        folder_offer(path, ending, name, best, &distance);
        memory_release(path);
    }
    return best[0] ? joined("", 0, best, "", error) : NULL;
}

char *folders_scenario(const char *argument, const char *const *folders, struct spel_error *error)
{
    static const char ending[] = ".yaml";
    const bool is_name = !strchr(argument, '/') && !ends_with(argument, ending);
    if (!is_name || access(argument, F_OK) == 0)
        return joined("", 0, argument, "", error);
    char *found = folders_find("", folders, argument, ending, error);
    if (found || (error && error->code == SPEL_ERROR_MEMORY))
        return found;
    char *near = folders_nearest("", folders, argument, ending, error);
    error_set(error, SPEL_ERROR_FILE,
              "%s: no such file, and no scenario of that name here or among the installed "
              "ones%s%s%s",
              argument, near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
    memory_release(near);
    return NULL;
}
