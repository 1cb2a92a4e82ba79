#include "run/sweep.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/system.h"
#include "run/sweeping.h"

static const double TELL_SECONDS = 0.2;

bool sweeping_is_mine(const struct sweep_options *options, uint64_t number)
{
    return options->parts == 0 || number % options->parts == options->part - 1;
}

void sweeping_count(struct sweeping *s)
{
    s->mine = s->finished = s->failed = 0;
    for (uint64_t number = 0; number < s->limit; number++) {
        const bool mine = sweeping_is_mine(s->options, number);
        s->mine += mine;
        s->finished += mine && sweep_done_has(&s->done, number);
        s->failed += mine && sweep_done_failed(&s->done, number);
    }
}

void sweeping_tell(struct sweeping *s, bool writing)
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

static bool take_place(struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    s->lock = system_path(options->output, ".lock", s->error);
    if (!s->lock)
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
    return options->resume || (system_remove(s->part, s->error) && sweeping_forget(s));
}

/* What is wanted: all, or the rounds after which the claim holds. */
static void limit(struct sweeping *s)
{
    s->limit = s->until.held > 0 ? (uint64_t)s->until.held * s->made.plan.points : s->done.runs;
    s->enough = s->until.held > 0;
    sweeping_count(s);
}

/* What the logs hold; then what a finished file holds and they do not: all of it at first, the
 * rest after a kill on the way. A file of another sweep is none of ours once ours has begun. */
static bool note_done(struct sweeping *s)
{
    const char *output = s->options->output;
    if (!sweep_done_init(&s->done, &s->made.plan, s->error) ||
        !sweep_done_note(&s->done, &s->log, s->log.first, s->error))
        return false;
    sweep_done_note_begun(&s->done, &s->log);
    if (!sweeping_collect(s))
        return false;
    if (s->options->resume && system_exists(output) &&
        !sweep_done_take(&s->done, output, &s->log, s->error)) {
        if (!s->went_on || s->error->code != SPEL_ERROR_MISMATCH)
            return false;
        error_clear(s->error);
    }
    if (!until_read(&s->until, &s->log, s->error))
        return false;
    limit(s);
    s->before = s->finished;
    s->next = s->options->so_far ? s->limit : 0;
    return true;
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

/* The same sweep for all ranks, told from the scenario that each has read. */
static bool make(struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    char size[64] = "";
    const bool made = sweep_make(&s->made, options, s->error) &&
                      until_init(&s->until, options->until, &s->made.plan, s->error);
    s->made.plan.until = options->until;
    s->part = system_path(options->output, ".part", NULL);
    s->stop_file = system_path(options->output, ".stop", NULL);
    snprintf(size, sizeof size, "%zu %u", s->made.plan.points, s->made.plan.replicates);
    struct spel_error *error = made ? s->error : NULL;
    const bool same = ranks_same(s->ranks, s->made.identity, "scenario", error);
    const bool equal = ranks_same(s->ranks, size, "design", same ? error : NULL);
    return ranks_agree(s->ranks, made && same && equal && s->part && s->stop_file, s->error);
}

/* Rank 0 first, as it may refuse, and takes in the logs that a killed sweep has left. */
static bool begin(struct sweeping *s)
{
    const struct sweep_plan *plan = &s->made.plan;
    const bool first = s->ranks->rank == 0;
    if (!make(s) || !ranks_agree(s->ranks, !first || (take_place(s) && open_log(s)), s->error))
        return false;
    char *own = first ? NULL : sweeping_log_name(s, s->ranks->rank);
    const bool opened =
        first || (own && sweep_log_open(&s->log, own, plan->identity, plan->run_values, s->error));
    memory_release(own);
    return ranks_agree(s->ranks, opened, s->error) &&
           ranks_agree(s->ranks, !first || sweeping_sees(s), s->error);
}

static enum sweep_outcome write_file(struct sweeping *s)
{
    s->made.plan.rounds = s->until.held;
    sweeping_tell(s, true);
    s->provenance.seconds = system_seconds() - s->begun;
    if (!sweep_file_write(s->options->output, &s->made.plan, &s->log, &s->provenance, s->error))
        return SWEEP_STOPPED;
    system_remove(s->part, NULL);
    if (s->finished < s->mine)
        return SWEEP_STOPPED;
    if (s->failed > 0)
        return SWEEP_SOME_FAILED;
    if (!s->until.text || s->until.held > 0)
        return SWEEP_DONE;
    error_set(s->error, SPEL_FINE, "%s: after %u replicates of each point %s does not hold yet",
              s->options->output, s->made.plan.replicates, s->until.text);
    return SWEEP_NOT_YET;
}

/* Of rank 0, when all have left. */
static enum sweep_outcome finish(struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    if (!sweeping_collect(s))
        return SWEEP_STOPPED;
    sweep_log_rest(&s->log);
    limit(s);
    if (!s->went_on && s->before == s->mine && system_exists(options->output)) {
        system_remove(s->part, NULL);
        return SWEEP_WAS_DONE;
    }
    if (s->finished < s->mine)
        error_set(s->error, SPEL_FINE, "%s: stopped after %llu of %llu runs; --resume goes on",
                  options->output, (unsigned long long)s->finished, (unsigned long long)s->mine);
    return s->finished < s->mine && !options->so_far ? SWEEP_STOPPED : write_file(s);
}

static void clear(struct sweeping *s)
{
    sweep_log_close(&s->log);
    until_clear(&s->until);
    sweep_made_clear(&s->made);
    if (s->lock)
        system_unlock(s->lock, s->locked);
    sweep_done_clear(&s->done);
    memory_release(s->part);
    memory_release(s->lock);
    memory_release(s->stop_file);
}

static enum sweep_outcome outcome_of(const struct spel_error *error)
{
    if (error->code == SPEL_ERROR_MEMORY)
        return SWEEP_BROKEN;
    return error->code == SPEL_ERROR_DISK ? SWEEP_STOPPED : SWEEP_REFUSED;
}

static enum sweep_outcome run(struct sweeping *s)
{
    const bool first = s->ranks->rank == 0;
    if (!begin(s))
        return outcome_of(s->error);
    s->begun = system_seconds();
    if (s->ranks->count > 1 || (s->finished < s->mine && !s->options->so_far))
        sweeping_work(s);
    if (!first)
        sweep_log_close(&s->log);
    if (!ranks_agree(s->ranks, !s->broken, s->error))
        return s->error->code == SPEL_ERROR_MEMORY ? SWEEP_BROKEN : SWEEP_STOPPED;
    return first ? finish(s) : SWEEP_HELPED;
}

enum sweep_outcome sweep_run(const struct sweep_options *options, struct spel_error *error)
{
    const struct ranks alone = {.rank = 0, .count = 1, .beside = 1};
    struct sweeping s = {.options = options,
                         .ranks = options->ranks ? options->ranks : &alone,
                         .error = error,
                         .log = {.file = -1},
                         .locked = -1};
    s.provenance.command = options->command;
    s.provenance.threads = sweeping_threads(&s);
    system_time(s.provenance.started);
    enum sweep_outcome outcome = run(&s);
    if (s.ranks->rank > 0)
        outcome = SWEEP_HELPED;
    clear(&s);
    return outcome;
}
