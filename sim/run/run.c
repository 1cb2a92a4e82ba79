#include "run/run.h"

#include <omp.h>
#include <stdio.h>

#include "output/checkpoint.h"
#include "output/finished.h"
#include "output/fitted.h"
#include "output/system.h"
#include "output/trajectory.h"
#include "run/destination.h"
#include "run/replicate.h"
#include "run/supply_trial.h"

static const double replicate_seconds = 5; /* between checkpoints at the ends of replicates */

/* A run under way. */
struct run {
    const struct scenario *scenario;
    const struct run_options *options;
    struct spel_error *error;
    struct destination destination;
    struct ledger ledger;
    struct standing standing;
    struct checkpoint checkpoint; /* that the run goes on from */
    bool restoring;
    bool framed; /* frame and trajectory are there */
    struct frame frame;
    struct trajectory trajectory;
    struct replicate replicate; /* the one under way */
    struct elasticity elasticity;
    struct provenance provenance;
    double begun, saved, seconds_before;
    uint64_t done_before;
};

int run_threads(int wanted)
{
    return wanted > 0 ? wanted : omp_get_num_procs();
}

static double seconds_so_far(const struct run *run)
{
    return run->seconds_before + system_seconds() - run->begun;
}

static bool save(struct run *run)
{
    struct standing *standing = &run->standing;
    if (!trajectory_sync(&run->trajectory, run->error))
        return false;
    standing->journal_start = run->trajectory.journal.start;
    standing->journal_end = run->trajectory.journal.end;
    standing->seconds = seconds_so_far(run);
    if (!checkpoint_write(run->destination.checkpoint, run->scenario, standing, &run->ledger,
                          run->replicate.model, &run->replicate.panel, run->error))
        return false;
    run->saved = system_seconds();
    return true;
}

static bool save_due(const struct run *run)
{
    const struct run_options *options = run->options;
    if (options->checkpoint_months > 0)
        return run->standing.months % options->checkpoint_months == 0;
    return system_seconds() - run->saved >= options->checkpoint_seconds;
}

static struct run_progress progress_of(const struct run *run)
{
    const struct scenario *scenario = run->scenario;
    const struct standing *standing = &run->standing;
    const uint64_t months = scenario->months;
    const uint32_t trials = run->options->elasticity ? SUPPLY_TRIALS : 0;
    return (struct run_progress){
        .replicate = standing->replicate,
        .replicates = scenario->replicates + trials,
        .month = standing->months,
        .months = scenario->months,
        .done = standing->replicate * months + standing->months,
        .total = (scenario->replicates + trials) * months,
        .done_before = run->done_before,
        .seconds = system_seconds() - run->begun,
    };
}

static void tell(const struct run *run, bool writing)
{
    struct run_progress progress = progress_of(run);
    progress.writing = writing;
    if (run->options->progress)
        run->options->progress(run->options->context, &progress);
}

/* Settles a replicate that fits the file. */
static bool settle(struct run *run, uint32_t number, struct spel_error *error)
{
    struct replicate *replicate = &run->replicate;
    if (!replicate_settle(replicate, run->scenario, number, error))
        return false;
    run->provenance.settling = replicate->settling;
    run->provenance.burning_in = replicate->burning_in;
    if (!run->framed || frame_fits(&run->frame, &replicate->observation, &replicate->panel, error))
        return true;
    replicate_clear(replicate);
    return false;
}

/* Makes the file that grows, or goes on with it. */
static bool frame_run(struct run *run)
{
    const struct standing *standing = &run->standing;
    if (!frame_init(&run->frame, run->scenario, run->replicate.model, &run->replicate.observation,
                    &run->replicate.panel, run->error))
        return false;
    run->framed =
        run->restoring
            ? trajectory_open(&run->trajectory, run->destination.part, &run->frame,
                              standing->journal_start, standing->journal_end, run->error)
            : trajectory_create(&run->trajectory, run->destination.part, &run->frame, run->error);
    if (!run->framed)
        frame_clear(&run->frame);
    return run->framed;
}

/* The months of the replicate under way; `stopped` when asked to end early. */
static bool run_months(struct run *run, bool *stopped)
{
    const struct run_options *options = run->options;
    struct standing *standing = &run->standing;
    if (standing->months == 0 && !fitted_take(&run->trajectory.journal, run->replicate.model,
                                              standing->replicate, run->error))
        return false;
    while (standing->months < run->scenario->months) {
        spel_model_step(run->replicate.model);
        if (!replicate_tell(&run->replicate, standing->months, &run->trajectory, &run->ledger,
                            run->error))
            return false;
        standing->months++;
        run->ledger.runs[standing->replicate].months = standing->months;
        tell(run, false);
        *stopped = options->stop && options->stop(options->context);
        if ((*stopped || save_due(run)) && !save(run))
            return false;
        if (*stopped)
            return true;
    }
    run->ledger.runs[standing->replicate].status = LEDGER_FINISHED;
    return true;
}

/* A later replicate that cannot be settled fails alone. */
static void note_failure(struct run *run, const struct spel_error *reason)
{
    struct ledger_run *row = &run->ledger.runs[run->standing.replicate];
    row->status = LEDGER_FAILED;
    snprintf(row->message, sizeof row->message, "%.*s", LEDGER_MESSAGE - 1, reason->text);
}

static bool run_replicate(struct run *run, bool *stopped)
{
    struct standing *standing = &run->standing;
    struct spel_error reason;
    error_clear(&reason);
    if (!run->replicate.model && !settle(run, standing->replicate, &reason)) {
        note_failure(run, &reason);
    } else {
        if (!run_months(run, stopped))
            return false;
        if (*stopped)
            return true;
        replicate_clear(&run->replicate);
    }
    standing->replicate++;
    standing->months = 0;
    const bool last = standing->replicate == run->scenario->replicates;
    return (!last && system_seconds() - run->saved < replicate_seconds) || save(run);
}

/* Settles the first replicate to be run (or any, when all are done), makes or
 * opens the file, and puts the checkpoint's state in place. */
static bool begin(struct run *run)
{
    struct standing *standing = &run->standing;
    const bool all_done = standing->replicate == run->scenario->replicates;
    if (!settle(run, all_done ? 0 : standing->replicate, run->error) || !frame_run(run))
        return false;
    if (run->restoring && standing->months > 0 &&
        !checkpoint_restore(&run->checkpoint, run->replicate.model, &run->replicate.panel,
                            run->error))
        return false;
    if (all_done)
        replicate_clear(&run->replicate);
    run->done_before = (uint64_t)standing->replicate * run->scenario->months + standing->months;
    run->begun = run->saved = system_seconds();
    run->seconds_before = standing->seconds;
    return true;
}

/* The trial of supply, where it was asked for. */
static bool try_supply(struct run *run)
{
    bool stopped = false;
    if (!run->options->elasticity ||
        supply_trial(&run->elasticity, run->scenario, run->options, progress_of(run), run->begun,
                     &stopped, run->error))
        return true;
    return stopped && error_set(run->error, SPEL_FINE,
                                "%s: stopped on the way to the elasticity; --resume "
                                "--elasticity goes on",
                                run->options->output);
}

static enum run_outcome finish(struct run *run)
{
    if (!try_supply(run))
        return RUN_STOPPED;
    tell(run, true);
    run->provenance.seconds = seconds_so_far(run);
    if (!finished_write(run->options->output, &run->frame, &run->trajectory, &run->ledger,
                        run->options->elasticity ? &run->elasticity : NULL, &run->provenance,
                        run->error))
        return RUN_STOPPED;
    destination_tidy(&run->destination);
    for (size_t r = 0; r < run->ledger.run_count; r++)
        if (run->ledger.runs[r].status == LEDGER_FAILED)
            return RUN_SOME_FAILED;
    return RUN_DONE;
}

static enum run_outcome run_all(struct run *run)
{
    if (!begin(run))
        return destination_refusal(&run->destination, run->error);
    bool stopped = false;
    while (run->standing.replicate < run->scenario->replicates) {
        if (!run_replicate(run, &stopped))
            return destination_failure(&run->destination, run->error);
        if (stopped) {
            error_set(run->error, SPEL_FINE,
                      "%s: stopped after month %u of replicate %u; --resume "
                      "goes on",
                      run->options->output, run->standing.months, run->standing.replicate + 1);
            return RUN_STOPPED;
        }
    }
    return finish(run);
}

static void clear(struct run *run)
{
    replicate_clear(&run->replicate);
    if (run->restoring)
        checkpoint_close(&run->checkpoint);
    if (run->framed) {
        trajectory_close(&run->trajectory);
        frame_clear(&run->frame);
    }
    ledger_clear(&run->ledger);
    destination_clear(&run->destination);
}

/* Takes the ledger, and reads where the run stood, if it goes on. */
static bool open_checkpoint(struct run *run)
{
    if (!ledger_init(&run->ledger, run->scenario, run->error))
        return false;
    run->restoring =
        run->destination.goes_on && checkpoint_open(&run->checkpoint, run->destination.checkpoint,
                                                    run->scenario, &run->ledger, run->error);
    if (run->restoring)
        run->standing = run->checkpoint.standing;
    return run->restoring || !run->destination.goes_on;
}

enum run_outcome run_scenario(const struct scenario *scenario, const struct run_options *options,
                              struct spel_error *error)
{
    struct run run = {.scenario = scenario, .options = options, .error = error};
    run.provenance.command = options->command;
    run.provenance.threads = run_threads(options->threads);
    system_time(run.provenance.started);
    omp_set_num_threads(run.provenance.threads);
    if (!destination_take(&run.destination, scenario, options, error))
        return error && error->code == SPEL_ERROR_MEMORY ? RUN_BROKEN : RUN_REFUSED;
    enum run_outcome outcome;
    if (run.destination.finished) {
        destination_tidy(&run.destination);
        outcome = RUN_WAS_DONE;
    } else if (open_checkpoint(&run)) {
        outcome = run_all(&run);
    } else {
        outcome = destination_refusal(&run.destination, run.error);
    }
    clear(&run);
    return outcome;
}
