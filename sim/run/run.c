#include "run/run.h"

#include <omp.h>

#include "output/finished.h"
#include "output/system.h"
#include "run/judging.h"
#include "run/supply_trial.h"
#include "run/under_way.h"

int run_threads(int wanted)
{
    return wanted > 0 ? wanted : omp_get_num_procs();
}

/* Settles the first run to be done (or any, when all are), makes or
 * opens the file, and puts the checkpoint's state in place. */
static bool begin(struct run *run)
{
    struct standing *standing = &run->standing;
    const bool all_done = standing->run == under_way_runs(run);
    if (!under_way_settle(run, all_done ? 0 : standing->run, run->error) || !under_way_frame(run))
        return false;
    if (run->restoring && standing->months > 0 &&
        !checkpoint_restore(&run->checkpoint, run->replicate.model, &run->replicate.panel,
                            run->error))
        return false;
    if (all_done)
        replicate_clear(&run->replicate);
    run->done_before = (uint64_t)standing->run * run->scenario->months + standing->months;
    run->begun = run->saved = system_seconds();
    run->seconds_before = standing->seconds;
    return true;
}

/* The trial of supply, where it was asked for. */
static bool try_supply(struct run *run)
{
    bool stopped = false;
    if (!run->options->elasticity ||
        supply_trial(&run->elasticity, run->scenario, run->options, under_way_progress(run),
                     run->begun, &stopped, run->error))
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
    under_way_tell(run, true);
    if (!judging_all(&run->findings, &run->trajectory, &run->ledger, run->error))
        return destination_failure(&run->destination, run->error);
    run->provenance.seconds = under_way_seconds(run);
    if (!finished_write(run->options->output, &run->frame, &run->trajectory, &run->ledger,
                        run->options->elasticity ? &run->elasticity : NULL, &run->findings,
                        &run->provenance, run->error))
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
    while (run->standing.run < under_way_runs(run)) {
        if (!under_way_go_on(run, &stopped))
            return destination_failure(&run->destination, run->error);
        if (stopped) {
            const uint32_t replicates = run->scenario->replicates;
            const bool one = run->scenario_count == 1;
            error_set(run->error, SPEL_FINE,
                      "%s: stopped after month %u of replicate %u%s%s; --resume goes on",
                      run->options->output, run->standing.months,
                      run->standing.run % replicates + 1, one ? "" : " of ",
                      one ? "" : run->scenarios[run->standing.run / replicates].name);
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
    findings_clear(&run->findings);
    ledger_clear(&run->ledger);
    destination_clear(&run->destination);
}

/* Takes the ledger, and reads where the run stood, if it goes on. */
static bool open_checkpoint(struct run *run)
{
    if (!ledger_init(&run->ledger, run->scenario, run->scenario_count, run->error))
        return false;
    run->restoring = run->destination.goes_on &&
                     checkpoint_open(&run->checkpoint, run->destination.checkpoint, run->scenarios,
                                     run->scenario_count, &run->ledger, run->error);
    if (run->restoring)
        run->standing = run->checkpoint.standing;
    return run->restoring || !run->destination.goes_on;
}

enum run_outcome run_scenarios(const struct scenario *scenarios, size_t scenario_count,
                               const struct run_options *options, struct spel_error *error)
{
    struct run run = {.scenarios = scenarios,
                      .scenario = scenarios,
                      .scenario_count = scenario_count,
                      .options = options,
                      .error = error};
    run.provenance.command = options->command;
    run.provenance.threads = run_threads(options->threads);
    system_time(run.provenance.started);
    omp_set_num_threads(run.provenance.threads);
    if (!destination_take(&run.destination, scenarios, scenario_count, options, error))
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

enum run_outcome run_scenario(const struct scenario *scenario, const struct run_options *options,
                              struct spel_error *error)
{
    return run_scenarios(scenario, 1, options, error);
}
