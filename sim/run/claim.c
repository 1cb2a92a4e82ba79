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
    memory_release(claim->part);
    memory_release(claim->checkpoint);
    *claim = (struct claim){.part = NULL};
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
                            .checkpoint = system_path(options->output, ".checkpoint", error)};
    const bool fine = claim->part && claim->checkpoint && judge(claim, scenario, options, error);
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
