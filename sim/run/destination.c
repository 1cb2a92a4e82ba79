#include "run/destination.h"

#include "base/memory.h"
#include "output/finished.h"
#include "output/system.h"

void destination_tidy(const struct destination *destination)
{
    system_remove(destination->checkpoint, NULL);
    system_remove(destination->part, NULL);
}

void destination_clear(struct destination *destination)
{
    if (destination->lock)
        system_unlock(destination->lock, destination->locked);
    memory_release(destination->part);
    memory_release(destination->checkpoint);
    memory_release(destination->lock);
    *destination = (struct destination){.part = NULL, .locked = -1};
}

/* Whether the run may begin or go on, given what is there. */
static bool judge(struct destination *destination, const struct scenario *scenarios,
                  size_t scenario_count, const struct run_options *options,
                  struct spel_error *error)
{
    const char *output = options->output;
    const bool done = system_exists(output);
    const bool begun = system_exists(destination->part) || system_exists(destination->checkpoint);
    if (done && options->resume && finished_is_of(output, scenarios, scenario_count)) {
        destination->finished = true;
        return true;
    }
    if (done && !options->force)
        return error_set(error, SPEL_ERROR_INPUT,
                         options->resume ? "%s: exists, and is another run's; --force overwrites it"
                                         : "%s: exists; --force overwrites it",
                         output);
    if (begun && !options->resume && !options->force)
        return error_set(error, SPEL_ERROR_INPUT,
                         "%s: there is an unfinished run (%s.part); --resume goes on with it, "
                         "--force begins anew",
                         output, output);
    destination->goes_on = options->resume && system_exists(destination->checkpoint);
    return true;
}

/* One process at a time: the lock ends with the process, so that after a kill
 * nothing needs to be cleared away. */
bool destination_take(struct destination *destination, const struct scenario *scenarios,
                      size_t scenario_count, const struct run_options *options,
                      struct spel_error *error)
{
    *destination =
        (struct destination){.part = system_path(options->output, ".part", error),
                             .checkpoint = system_path(options->output, ".checkpoint", error),
                             .lock = system_path(options->output, ".lock", error),
                             .locked = -1};
    if (destination->part && destination->checkpoint && destination->lock)
        destination->locked = system_lock(destination->lock, options->output, error);
    const bool fine =
        destination->locked >= 0 && judge(destination, scenarios, scenario_count, options, error);
    if (fine && !destination->goes_on &&
        (!system_remove(destination->checkpoint, error) ||
         !system_remove(destination->part, error))) {
        destination_clear(destination);
        return false;
    }
    if (!fine)
        destination_clear(destination);
    return fine;
}

enum run_outcome destination_failure(const struct destination *destination,
                                     const struct spel_error *error)
{
    const bool full = error && error->code == SPEL_ERROR_DISK;
    return full || system_exists(destination->checkpoint) ? RUN_STOPPED : RUN_BROKEN;
}

enum run_outcome destination_refusal(const struct destination *destination,
                                     const struct spel_error *error)
{
    switch (error ? error->code : SPEL_ERROR_INTERNAL) {
    case SPEL_ERROR_INPUT:
    case SPEL_ERROR_FILE:
    case SPEL_ERROR_MISMATCH:
        return RUN_REFUSED;
    default:
        return destination_failure(destination, error);
    }
}
