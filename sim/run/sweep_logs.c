/* Each rank writes a log of its own, that of rank 0 is the sweep's: OUT.h5.part and
 * OUT.h5.part.1, OUT.h5.part.2… Rank 0 takes the others in, at the end or, after a kill, at the
 * beginning of what goes on. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "output/system.h"
#include "params/folders.h"
#include "run/sweeping.h"

enum { NUMBER_LONGEST = 16 };

static const double PATIENCE_SECONDS = 60; /* of a folder on another machine */

char *sweeping_log_name(const struct sweeping *s, int rank)
{
    char ending[NUMBER_LONGEST];
    snprintf(ending, sizeof ending, ".%d", rank);
    return system_path(s->part, rank > 0 ? ending : "", s->error);
}

/* What is done to each log of another rank. */
typedef bool each_log(struct sweeping *s, const char *path);

static bool take_in(struct sweeping *s, const char *path)
{
    const struct sweep_plan *plan = &s->made.plan;
    struct sweep_log log = {.file = -1};
    bool fine = sweep_log_open(&log, path, plan->identity, plan->run_values, s->error);
    if (fine) {
        sweep_done_note_begun(&s->done, &log);
        fine = sweep_done_copy(&s->done, &log, &s->log, s->error) &&
               system_sync(s->log.file, s->log.path, s->error);
    }
    sweep_log_close(&log);
    return fine && system_remove(path, s->error);
}

static bool remove_it(struct sweeping *s, const char *path)
{
    return system_remove(path, s->error);
}

/* Whether a name is that of the log with a point and a number behind it. */
static bool is_log(const char *name, const char *log)
{
    const size_t length = strlen(log);
    return strncmp(name, log, length) == 0 && name[length] == '.' && name[length + 1] != '\0' &&
           strspn(name + length + 1, "0123456789") == strlen(name + length + 1) &&
           strlen(name + length) < NUMBER_LONGEST;
}

static bool with_each(struct sweeping *s, each_log *act)
{
    const char *log = file_name(s->part);
    char *folder = system_path(s->part, "/", s->error);
    if (!folder)
        return false;
    folder[log - s->part] = '\0';
    DIR *open = opendir(folder[0] ? folder : ".");
    bool fine = true;
    for (struct dirent *entry = NULL; open && fine && (entry = readdir(open)) != NULL;) {
        if (!is_log(entry->d_name, log))
            continue;
        char *path = system_path(s->part, entry->d_name + strlen(log), s->error);
        fine = path && act(s, path);
        memory_release(path);
    }
    if (open)
        closedir(open);
    memory_release(folder);
    return fine;
}

bool sweeping_collect(struct sweeping *s)
{
    return with_each(s, take_in);
}

bool sweeping_forget(struct sweeping *s)
{
    return with_each(s, remove_it);
}

bool sweeping_sees(const struct sweeping *s)
{
    const struct timespec moment = {.tv_nsec = 50000000};
    const double begun = system_seconds();
    for (int rank = 1; rank < s->ranks->count; rank++) {
        char *path = sweeping_log_name(s, rank);
        bool there = false;
        while (path && !(there = system_exists(path)) &&
               system_seconds() - begun < PATIENCE_SECONDS)
            nanosleep(&moment, NULL);
        if (path && !there)
            error_set(
                s->error, SPEL_ERROR_INPUT,
                "%s: made by rank %d, and not seen by rank 0: all must run in one folder that "
                "their machines share",
                path, rank);
        memory_release(path);
        if (!there)
            return false;
    }
    return true;
}
