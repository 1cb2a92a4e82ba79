#include "run/claim.h"

#include "base/memory.h"
#include "output/finished.h"
#include "output/system.h"

void claim_tidy(const struct claim *claim)
{
    system_remove(claim->checkpoint, NULL);
    system_remove(claim->part, NULL);
}

void claim_clear(struct claim *claim)
{
    if (claim->lock)
        system_unlock(claim->lock, claim->locked);
    memory_release(claim->part);
    memory_release(claim->checkpoint);
    memory_release(claim->lock);
    *claim = (struct claim){.part = NULL, .locked = -1};
}

/* One process at a time: the lock ends with the process, so that after a kill
 * nothing needs to be cleared away. */
static bool hold(struct claim *claim, const char *output, struct spel_error *error)
{
    long holder;
    claim->locked = system_lock(claim->lock, &holder, error);
    return claim->locked >= 0 ||
           (holder > 0 &&
            error_set(error, SPEL_ERROR_INPUT,
                      "%s: process %ld is running into it; wait until it ends", output, holder));
}

/* Whether the run may begin or go on, given what is there. */
static bool judge(struct claim *claim, const struct scenario *scenario,
                  const struct run_options *options, struct spel_error *error)
{
    const char *output = options->output;
    const bool done = system_exists(output);
    const bool begun = system_exists(claim->part) || system_exists(claim->checkpoint);
    if (done && options->resume && finished_is_of(output, scenario)) {
        claim->finished = true;
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
    claim->goes_on = options->resume && system_exists(claim->checkpoint);
    return true;
}

bool claim_output(struct claim *claim, const struct scenario *scenario,
                  const struct run_options *options, struct spel_error *error)
{
    *claim = (struct claim){.part = system_path(options->output, ".part", error),
                            .checkpoint = system_path(options->output, ".checkpoint", error),
                            .lock = system_path(options->output, ".lock", error),
                            .locked = -1};
    const bool fine = claim->part && claim->checkpoint && claim->lock &&
                      hold(claim, options->output, error) && judge(claim, scenario, options, error);
    if (fine && !claim->goes_on &&
        (!system_remove(claim->checkpoint, error) || !system_remove(claim->part, error))) {
        claim_clear(claim);
        return false;
    }
    if (!fine)
        claim_clear(claim);
    return fine;
}

enum run_outcome claim_failure(const struct claim *claim, const struct spel_error *error)
{
    const bool full = error && error->code == SPEL_ERROR_DISK;
    return full || system_exists(claim->checkpoint) ? RUN_STOPPED : RUN_BROKEN;
}

enum run_outcome claim_refusal(const struct claim *claim, const struct spel_error *error)
{
    switch (error ? error->code : SPEL_ERROR_INTERNAL) {
    case SPEL_ERROR_INPUT:
    case SPEL_ERROR_FILE:
    case SPEL_ERROR_MISMATCH:
        return RUN_REFUSED;
    default:
        return claim_failure(claim, error);
    }
}
