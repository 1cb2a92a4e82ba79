#include "support/little.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_SETTINGS = 24 };

static const char *const usual[] = {"place.scale=0.02",
                                    "time.months=14",
                                    "runs.replicates=2",
                                    "record.panel=5",
                                    "record.snapshots=[2015-02, 2016-01]",
                                    "settlement.burn_in=2",
                                    "support_network.burn_in=2"};

bool little_scenario(struct scenario *scenario, const char *const *settings,
                     struct spel_error *error)
{
    const char *folder = getenv("SAMENSPEL_SCENARIOS");
    const char *const folders[] = {folder, NULL};
    const char *all[MOST_SETTINGS];
    char path[LITTLE_PATH];
    size_t count = sizeof usual / sizeof *usual;
    memcpy(all, usual, sizeof usual);
    for (size_t i = 0; settings && settings[i] && count < MOST_SETTINGS; i++)
        all[count++] = settings[i];
    little_path(folder ? folder : "scenarios", "baseline.yaml", path);
    return scenario_read(scenario, path, all, count, folders, error);
}

bool little_folder(char text[LITTLE_PATH])
{
    const char *parent = getenv("TMPDIR");
    snprintf(text, LITTLE_PATH, "%s/samenspel-XXXXXX", parent ? parent : "/tmp");
    return mkdtemp(text) != NULL;
}

void little_path(const char *folder, const char *name, char text[LITTLE_PATH])
{
    const int length = snprintf(text, LITTLE_PATH, "%s/%s", folder, name);
    if (length < 0 || length >= LITTLE_PATH)
        abort();
}

void little_remove(const char *folder)
{
    DIR *open = opendir(folder);
    struct dirent *entry;
    char path[LITTLE_PATH];
    while (open && (entry = readdir(open)) != NULL) {
        little_path(folder, entry->d_name, path);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlink(path);
    }
    if (open)
        closedir(open);
    rmdir(folder);
}
