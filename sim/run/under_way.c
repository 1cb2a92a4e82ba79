#include "run/under_way.h"

#include <stdio.h>

#include "output/fitted.h"
#include "output/system.h"
#include "run/supply_trial.h"

static const double run_seconds = 5; /* between checkpoints at the ends of runs */

double under_way_seconds(const struct run *run)
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
    standing->seconds = under_way_seconds(run);
    if (!checkpoint_write(run->destination.checkpoint, run->scenarios, run->scenario_count,
                          standing, &run->ledger, run->replicate.model, &run->replicate.panel,
                          run->error))
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

uint32_t under_way_runs(const struct run *run)
{
    return (uint32_t)run->ledger.run_count;
}

struct run_progress under_way_progress(const struct run *run)
{
    const struct standing *standing = &run->standing;
    const uint64_t months = run->scenario->months;
    const uint32_t trials = run->options->elasticity ? SUPPLY_TRIALS : 0;
    return (struct run_progress){
        .run = standing->run,
        .runs = under_way_runs(run) + trials,
        .month = standing->months,
        .months = run->scenario->months,
        .done = standing->run * months + standing->months,
        .total = (under_way_runs(run) + trials) * months,
        .done_before = run->done_before,
        .seconds = system_seconds() - run->begun,
    };
}

void under_way_tell(const struct run *run, bool writing)
{
    struct run_progress progress = under_way_progress(run);
    progress.writing = writing;
    if (run->options->progress)
        run->options->progress(run->options->context, &progress);
}

bool under_way_settle(struct run *run, uint32_t number, struct spel_error *error)
{
    struct replicate *replicate = &run->replicate;
    const uint32_t replicates = run->scenario->replicates;
    if (!replicate_settle(replicate, &run->scenarios[number / replicates], number % replicates,
                          number, error))
        return false;
    run->provenance.settling = replicate->settling;
    run->provenance.burning_in = replicate->burning_in;
    if (!run->framed || frame_fits(&run->frame, replicate->model, &replicate->observation,
                                   &replicate->panel, error))
        return true;
    replicate_clear(replicate);
    return false;
}

bool under_way_frame(struct run *run)
{
    const struct standing *standing = &run->standing;
    if (!frame_init(&run->frame, run->scenarios, run->scenario_count, run->replicate.model,
                    &run->replicate.observation, &run->replicate.panel, run->error))
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

/* The months of the run under way; `stopped` when asked to end early. */
static bool run_months(struct run *run, bool *stopped)
{
    const struct run_options *options = run->options;
    struct standing *standing = &run->standing;
    if (standing->months == 0 &&
        !fitted_take(&run->trajectory.journal, run->replicate.model, standing->run, run->error))
        return false;
    while (standing->months < run->scenario->months) {
        spel_model_step(run->replicate.model);
        if (!replicate_tell(&run->replicate, standing->months, &run->trajectory, &run->ledger,
                            run->error))
            return false;
        standing->months++;
        run->ledger.runs[standing->run].months = standing->months;
        under_way_tell(run, false);
        *stopped = options->stop && options->stop(options->context);
        if ((*stopped || save_due(run)) && !save(run))
            return false;
        if (*stopped)
            return true;
    }
    run->ledger.runs[standing->run].status = LEDGER_FINISHED;
    return true;
}

/* A later run that cannot be settled fails alone. */
static void note_failure(struct run *run, const struct spel_error *reason)
{
    struct ledger_run *row = &run->ledger.runs[run->standing.run];
    row->status = LEDGER_FAILED;
    snprintf(row->message, sizeof row->message, "%.*s", LEDGER_MESSAGE - 1, reason->text);
}

bool under_way_go_on(struct run *run, bool *stopped)
{
    struct standing *standing = &run->standing;
    struct spel_error reason;
    error_clear(&reason);
    if (!run->replicate.model && !under_way_settle(run, standing->run, &reason)) {
        note_failure(run, &reason);
    } else {
        if (!run_months(run, stopped))
            return false;
        if (*stopped)
            return true;
        replicate_clear(&run->replicate);
    }
    standing->run++;
    standing->months = 0;
    const bool last = standing->run == under_way_runs(run);
    return (!last && system_seconds() - run->saved < run_seconds) || save(run);
}
