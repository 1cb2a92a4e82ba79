#include "run/sweep.h"

#include <omp.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/sweep_identity.h"
#include "output/system.h"
#include "run/run.h"
#include "run/sweep_done.h"
#include "run/sweep_plan.h"
#include "run/sweep_point.h"

static const double TELL_SECONDS = 0.2;

/* A sweep that is being run. What threads share is changed under one lock. */
struct sweeping {
    const struct sweep_options *options;
    struct spel_error *error;
    struct sweep_made made;
    struct sweep_log log;
    char *part, *lock, *stop_file;
    int locked;
    struct sweep_done done;
    uint64_t next, finished, failed, before, mine;
    bool went_on; /* the log was there */
    bool stopped, broken;
    double begun, told;
    omp_lock_t changing; /* held by the thread that changes any of these */
    struct provenance provenance;
};

/* Round over the points, a replicate of each at a time. */
static struct sweep_run run_number(const struct sweeping *s, uint64_t number)
{
    const uint64_t points = s->made.plan.points;
    return (struct sweep_run){.point = (uint32_t)(number % points),
                              .replicate = (uint32_t)(number / points)};
}

static bool is_mine(const struct sweep_options *options, uint64_t number)
{
    return options->parts == 0 || number % options->parts == options->part - 1;
}

/* Counts the runs of this part, and those that there are already. */
static void count(struct sweeping *s)
{
    for (uint64_t number = 0; number < s->done.runs; number++) {
        const bool mine = is_mine(s->options, number);
        s->mine += mine;
        s->finished += mine && sweep_done_has(&s->done, number);
        s->failed += mine && sweep_done_failed(&s->done, number);
    }
    s->before = s->finished;
}

/* What the log holds; then what a finished file holds and the log does not: all of it at
 * first, the rest after a kill on the way. A file of another sweep is none of ours once ours has
 * begun. */
static bool note_done(struct sweeping *s)
{
    const char *output = s->options->output;
    if (!sweep_done_init(&s->done, &s->made.plan, s->error) ||
        !sweep_done_note(&s->done, &s->log, s->log.first, s->error))
        return false;
    if (s->options->resume && system_exists(output) &&
        !sweep_done_take(&s->done, output, &s->log, s->error)) {
        if (!s->went_on || s->error->code != SPEL_ERROR_MISMATCH)
            return false;
        error_clear(s->error);
    }
    count(s);
    return true;
}

static void tell(struct sweeping *s, bool writing)
{
    const double now = system_seconds();
    if (!s->options->progress || (!writing && now - s->told < TELL_SECONDS))
        return;
    const struct sweep_progress progress = {.done = s->finished,
                                            .failed = s->failed,
                                            .total = s->mine,
                                            .done_before = s->before,
                                            .seconds = now - s->begun,
                                            .writing = writing};
    s->told = now;
    s->options->progress(s->options->context, &progress);
}

static bool must_stop(const struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    return (options->stop && options->stop(options->context)) ||
           (options->max_seconds > 0 && system_seconds() - s->begun > options->max_seconds) ||
           system_exists(s->stop_file);
}

/* The next run that nobody has begun; false at the end. */
static bool take_next(struct sweeping *s, struct sweep_run *run)
{
    bool found = false;
    omp_set_lock(&s->changing);
    s->stopped |= !s->broken && must_stop(s);
    while (!s->stopped && !s->broken && !found && s->next < s->done.runs) {
        const uint64_t number = s->next++;
        found = is_mine(s->options, number) && !sweep_done_has(&s->done, number);
        if (found)
            *run = run_number(s, number);
    }
    omp_unset_lock(&s->changing);
    return found;
}

/* `went`: whether the run came to an end. */
static void put(struct sweeping *s, const struct sweep_run *run, const float *values, bool went)
{
    omp_set_lock(&s->changing);
    if (!went) {
        s->stopped = true;
    } else if (sweep_log_add(&s->log, run, values, s->error)) {
        s->finished++;
        s->failed += run->status == LEDGER_FAILED;
        tell(s, false);
    } else {
        s->broken = true;
    }
    omp_unset_lock(&s->changing);
}

/* The series of a run for each worker are taken before they begin. */
static void work(struct sweeping *s, float *values)
{
    struct sweep_run run;
    while (take_next(s, &run)) {
        const bool went = sweep_point_run(&s->made.plan, s->options, &run, values);
        put(s, &run, values, went);
    }
}

/* Small runs one a core, a large one over all cores. */
static void work_all(struct sweeping *s)
{
    const int threads = run_threads(s->options->threads);
    const size_t workers = sweep_workers(&s->made, threads), each = s->made.plan.run_values;
    float *values = memory_take(workers * each, sizeof *values, s->error);
    s->begun = system_seconds();
    s->broken = !values;
    omp_set_max_active_levels(1);
    omp_set_num_threads(threads);
    omp_init_lock(&s->changing);
    if (workers == 1 && values)
        work(s, values);
    else if (values) {
#pragma omp parallel num_threads((int)workers)
        work(s, values + (size_t)omp_get_thread_num() * each);
    }
    omp_destroy_lock(&s->changing);
    memory_release(values);
}

static bool take_place(struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    s->part = system_path(options->output, ".part", s->error);
    s->lock = system_path(options->output, ".lock", s->error);
    s->stop_file = system_path(options->output, ".stop", s->error);
    if (!s->part || !s->lock || !s->stop_file)
        return false;
    s->locked = system_lock(s->lock, options->output, s->error);
    if (s->locked < 0)
        return false;
    if (system_exists(options->output) && !options->resume && !options->force)
        return error_set(s->error, SPEL_ERROR_INPUT,
                         "%s: exists; --resume adds what is new, --force overwrites it",
                         options->output);
    if (system_exists(s->part) && !options->resume && !options->force)
        return error_set(s->error, SPEL_ERROR_INPUT,
                         "%s: there is an unfinished sweep (%s.part); --resume goes on with it, "
                         "--force begins anew",
                         options->output, options->output);
    return options->resume || system_remove(s->part, s->error);
}

/* The log that was there, or a new one, which a refusal does not leave behind. */
static bool open_log(struct sweeping *s)
{
    const struct sweep_plan *plan = &s->made.plan;
    s->went_on = system_exists(s->part);
    if (!sweep_log_open(&s->log, s->part, plan->identity, plan->run_values, s->error))
        return false;
    if (note_done(s))
        return true;
    sweep_log_close(&s->log);
    if (!s->went_on)
        system_remove(s->part, NULL);
    return false;
}

static enum sweep_outcome finish(struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    if (s->broken)
        return s->error->code == SPEL_ERROR_MEMORY ? SWEEP_BROKEN : SWEEP_STOPPED;
    const bool lacking = s->finished < s->mine;
    if (lacking)
        error_set(s->error, SPEL_FINE, "%s: stopped after %llu of %llu runs; --resume goes on",
                  options->output, (unsigned long long)s->finished, (unsigned long long)s->mine);
    if (lacking && !options->so_far)
        return SWEEP_STOPPED;
    tell(s, true);
    s->provenance.seconds = system_seconds() - s->begun;
    if (!sweep_file_write(options->output, &s->made.plan, &s->log, &s->provenance, s->error))
        return SWEEP_STOPPED;
    system_remove(s->part, NULL);
    if (lacking)
        return SWEEP_STOPPED;
    return s->failed > 0 ? SWEEP_SOME_FAILED : SWEEP_DONE;
}

static void clear(struct sweeping *s)
{
    sweep_log_close(&s->log);
    sweep_made_clear(&s->made);
    if (s->lock)
        system_unlock(s->lock, s->locked);
    sweep_done_clear(&s->done);
    memory_release(s->part);
    memory_release(s->lock);
    memory_release(s->stop_file);
}

enum sweep_outcome sweep_run(const struct sweep_options *options, struct spel_error *error)
{
    struct sweeping s = {.options = options, .error = error, .log = {.file = -1}, .locked = -1};
    enum sweep_outcome outcome = SWEEP_REFUSED;
    s.provenance.command = options->command;
    s.provenance.threads = run_threads(options->threads);
    system_time(s.provenance.started);
    if (sweep_make(&s.made, options, error) && take_place(&s) && open_log(&s)) {
        const bool was_done = !s.went_on && s.finished == s.mine && system_exists(options->output);
        if (s.finished < s.mine && !options->so_far)
            work_all(&s);
        outcome = was_done ? SWEEP_WAS_DONE : finish(&s);
        if (outcome == SWEEP_WAS_DONE)
            system_remove(s.part, NULL);
    } else if (error->code == SPEL_ERROR_MEMORY) {
        outcome = SWEEP_BROKEN;
    } else if (error->code == SPEL_ERROR_DISK) {
        outcome = SWEEP_STOPPED;
    }
    clear(&s);
    return outcome;
}
