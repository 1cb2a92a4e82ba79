#include "run/replay.h"

#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/heading.h"
#include "output/ledger.h"
#include "output/sweep_kept.h"
#include "output/system.h"

enum { SETTING = 40 };

/* The file of a sweep that is read from. */
struct replay {
    struct hdf hdf;
    struct heading heading;
    struct sweep_kept kept;
    bool same_program;
};

static bool open_sweep(struct replay *replay, const char *path, struct spel_error *error)
{
    *replay = (struct replay){.same_program = false};
    if (!heading_open(&replay->hdf, path, &replay->heading, error))
        return false;
    replay->same_program = strcmp(replay->heading.program, heading_program) == 0;
    return true;
}

static bool close_sweep(struct replay *replay)
{
    sweep_kept_clear(&replay->kept);
    heading_clear(&replay->heading);
    return hdf_close(&replay->hdf);
}

bool replay_is_sweep(const char *path)
{
    struct spel_error unheard = {.code = SPEL_FINE};
    struct replay replay;
    if (!open_sweep(&replay, path, &unheard))
        return false;
    const bool found = hdf_has(&replay.hdf, "/design") && hdf_has(&replay.hdf, "/design/identity");
    close_sweep(&replay);
    return found;
}

static bool has_run(const struct replay *replay, struct replay_run run, struct spel_error *error)
{
    const struct sweep_plan *plan = &replay->kept.plan;
    if (run.point >= (int)plan->points)
        return error_set(error, SPEL_ERROR_INPUT, "%s: point %d: the file has 0 to %zu",
                         replay->hdf.path, run.point, plan->points - 1);
    return run.replicate < (int)plan->replicates ||
           error_set(error, SPEL_ERROR_INPUT, "%s: replicate %d: the file has 0 to %u",
                     replay->hdf.path, run.replicate, plan->replicates - 1);
}

/* Reads the sweep, and whether it has what is asked for. */
static bool read_sweep(struct replay *replay, struct replay_run run, struct spel_error *error)
{
    return sweep_kept_read(&replay->hdf, &replay->kept) && has_run(replay, run, error);
}

bool replay_scenario(const char *path, struct replay_run run, const char *const *overrides,
                     size_t override_count, struct scenario *scenario, struct spel_error *error)
{
    struct replay replay;
    char last[SETTING];
    size_t count = 0;
    *scenario = (struct scenario){0};
    if (!open_sweep(&replay, path, error))
        return false;
    const char **settings = memory_take(override_count + 2, sizeof *settings, error);
    bool fine = settings != NULL;
    if (fine && !replay.same_program)
        fine = error_set(error, SPEL_ERROR_MISMATCH, "%s: written by %s, this is %s", path,
                         replay.heading.program, heading_program);
    if (fine)
        settings[count++] = "expect=[]";
    snprintf(last, sizeof last, "runs.replicates=%d", run.replicate + 1);
    if (fine && run.replicate >= 0)
        settings[count++] = last;
    for (size_t i = 0; fine && i < override_count; i++)
        settings[count++] = overrides[i];
    fine = fine && read_sweep(&replay, run, error) &&
           sweep_kept_at(&replay.hdf, &replay.kept, (size_t)run.point, settings, count, scenario);
    memory_release(settings);
    return close_sweep(&replay) && fine;
}

static void tell(const struct run_options *options, uint64_t done, uint64_t runs, double begun)
{
    const struct run_progress progress = {.run = (uint32_t)(done - 1),
                                          .runs = (uint32_t)runs,
                                          .month = 1,
                                          .months = 1,
                                          .done = done,
                                          .total = runs,
                                          .seconds = system_seconds() - begun};
    if (options->progress)
        options->progress(options->context, &progress);
}

/* Runs one again; its digest is that of all months at which it is taken. */
static enum verify_outcome run_again(const struct scenario *scenario, uint32_t replicate,
                                     struct verify_report *report, struct spel_error *error)
{
    struct digest chain = {0, 0};
    struct spel_model *model = spel_model_create(scenario, replicate, error);
    if (!model)
        return VERIFY_REFUSED;
    for (uint32_t month = 0; month < scenario->months; month++) {
        spel_model_step(model);
        if (ledger_due(scenario, month))
            chain = digest_chain(chain, spel_model_digest(model));
    }
    spel_model_free(model);
    digest_text(chain, report->found);
    report->runs++;
    report->digests++;
    return strcmp(report->expected, report->found) == 0 ? VERIFY_AGREES : VERIFY_DIFFERS;
}

/* What is compared with. */
struct records {
    int8_t *status;
    char **digests;
    size_t count;
};

static enum verify_outcome compare_point(struct replay *replay, const struct records *records,
                                         size_t point, int replicate, struct verify_report *report,
                                         struct spel_error *error)
{
    const size_t replicates = replay->kept.plan.replicates;
    enum verify_outcome outcome = VERIFY_AGREES;
    struct scenario scenario = {0};
    bool read = false;
    for (size_t r = 0; r < replicates && outcome == VERIFY_AGREES; r++) {
        const size_t at = point * replicates + r;
        if ((replicate >= 0 && (int)r != replicate) || records->status[at] != LEDGER_FINISHED)
            continue;
        if (!read && !sweep_kept_at(&replay->hdf, &replay->kept, point, NULL, 0, &scenario))
            return VERIFY_REFUSED;
        read = true;
        snprintf(report->expected, sizeof report->expected, "%s", records->digests[at]);
        report->run = (int)point;
        report->replicate = (int)r;
        outcome = run_again(&scenario, (uint32_t)r, report, error);
    }
    scenario_clear(&scenario);
    return outcome;
}

static enum verify_outcome compare_all(struct replay *replay, struct replay_run run,
                                       const struct run_options *options,
                                       struct verify_report *report, struct spel_error *error)
{
    struct records records = {.count = 0};
    const double begun = system_seconds();
    const size_t points = replay->kept.points;
    size_t count;
    enum verify_outcome outcome = VERIFY_REFUSED;
    records.status = hdf_read_numbers(&replay->hdf, "/runs/status", H5T_NATIVE_INT8, 1, &count);
    records.digests = hdf_read_texts(&replay->hdf, "/runs/digest", &records.count);
    if (records.status && records.digests &&
        records.count == points * replay->kept.plan.replicates && count == records.count)
        outcome = VERIFY_AGREES;
    for (size_t p = 0; p < points && outcome == VERIFY_AGREES; p++)
        if (run.point < 0 || run.point == (int)p) {
            outcome = compare_point(replay, &records, p, run.replicate, report, error);
            tell(options, p + 1, points, begun);
        }
    hdf_release_texts(records.digests, records.count);
    memory_release(records.status);
    return outcome;
}

enum verify_outcome replay_verify(const char *path, struct replay_run run,
                                  const struct run_options *options, struct verify_report *report,
                                  struct spel_error *error)
{
    struct replay replay;
    *report = (struct verify_report){.month = -1, .replicate = -1};
    if (!open_sweep(&replay, path, error))
        return VERIFY_REFUSED;
    snprintf(report->program, sizeof report->program, "%s", replay.heading.program);
    enum verify_outcome outcome = VERIFY_OTHER_PROGRAM;
    omp_set_num_threads(run_threads(options->threads));
    if (replay.same_program)
        outcome = read_sweep(&replay, run, error)
                      ? compare_all(&replay, run, options, report, error)
                      : VERIFY_REFUSED;
    close_sweep(&replay);
    return outcome;
}
