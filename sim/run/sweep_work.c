/* The runs of a sweep, over threads and ranks. Rank 0 hands out numbers: to its own threads, and
 * by one thread that does nothing else to the other ranks. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "base/memory.h"
#include "output/system.h"
#include "run/sweep_alone.h"
#include "run/sweeping.h"

int sweeping_threads(const struct sweeping *s)
{
    return ranks_threads(s->ranks, s->options->threads);
}

static bool is_asked_to_stop(const struct sweeping *s)
{
    const struct sweep_options *options = s->options;
    return (options->stop && options->stop(options->context)) ||
           (options->max_seconds > 0 && system_seconds() - s->begun > options->max_seconds) ||
           system_exists(s->stop_file);
}

/* Of a run under way: it ends early on request, and when the sweep knows enough without it. */
static bool must_leave(void *context)
{
    const struct sweeping *s = context;
    bool enough;
#pragma omp atomic read
    enough = s->enough;
    return enough || (s->options->stop && s->options->stop(s->options->context));
}

/* Of rank 0, with the lock: the next run that nobody has begun. */
static uint64_t next_number(struct sweeping *s)
{
    s->stopped |= !s->broken && is_asked_to_stop(s);
    while (!s->stopped && !s->broken && s->next < s->limit) {
        const uint64_t number = s->next++;
        if (sweeping_is_mine(s->options, number) && !sweep_done_has(&s->done, number))
            return number | (sweep_done_begun(&s->done, number) ? RANKS_ALONE : 0);
    }
    return RANKS_NOTHING;
}

/* Of rank 0, with the lock. Round over the points, a replicate of each at a time: later rounds
 * are not wanted once the claim holds. */
static void note_end(struct sweeping *s, const struct sweep_run *run, double value)
{
    s->finished++;
    s->failed += run->status == LEDGER_FAILED;
    until_note(&s->until, run->point, run->replicate, run->status, value);
    if (s->until.held > 0) {
        s->limit = (uint64_t)s->until.held * s->made.plan.points;
#pragma omp atomic write
        s->enough = true;
    }
    sweeping_tell(s, false);
}

static struct sweep_run run_numbered(const struct sweeping *s, uint64_t number)
{
    const uint64_t points = s->made.plan.points;
    return (struct sweep_run){.point = (uint32_t)(number % points),
                              .replicate = (uint32_t)(number / points)};
}

/* False at the end. */
static bool take_next(struct sweeping *s, size_t worker, struct sweep_run *run, bool *alone)
{
    const struct ranks_message asked = {.kind = RANKS_ASKS};
    uint64_t number = RANKS_NOTHING;
    omp_set_lock(&s->changing);
    if (s->ranks->rank == 0)
        number = next_number(s);
    else if (!s->stopped && !s->broken)
        number = ranks_ask(s->ranks, &asked);
    *alone = (number & RANKS_ALONE) != 0;
    if (number != RANKS_NOTHING) {
        *run = run_numbered(s, number & ~RANKS_ALONE);
        s->broken |= !sweep_log_begin(&s->log, worker, run, s->error);
    }
    const bool goes_on = number != RANKS_NOTHING && !s->broken;
    omp_unset_lock(&s->changing);
    return goes_on;
}

/* With the lock: on the disk first, then it is told. */
static void keep(struct sweeping *s, const struct sweep_run *run, const float *values)
{
    double value = NAN;
    if (!sweep_log_add(&s->log, run, values, s->error) ||
        (s->until.text && run->status == LEDGER_FINISHED &&
         !until_value(&s->until, values, &value, s->error))) {
        s->broken = true;
    } else if (s->ranks->rank == 0) {
        sweep_done_add(&s->done, run); /* those of others when their logs are taken in */
        note_end(s, run, value);
    } else {
        const struct ranks_message told = {.kind = RANKS_TELLS,
                                           .point = run->point,
                                           .replicate = run->replicate,
                                           .status = run->status,
                                           .value = value};
        ranks_tell(s->ranks, &told);
    }
}

/* `went`: whether the run came to an end. */
static void put(struct sweeping *s, const struct sweep_run *run, const float *values, bool went)
{
    omp_set_lock(&s->changing);
    if (went)
        keep(s, run, values);
    else
        s->stopped |= !s->enough;
    omp_unset_lock(&s->changing);
}

/* The series of a run for each worker are taken before they begin. */
static void work(struct sweeping *s, size_t worker, float *values)
{
    struct sweep_run run;
    bool alone;
    while (take_next(s, worker, &run, &alone)) {
        const bool went =
            (alone ? sweep_alone_run : sweep_point_run)(&s->made.plan, &s->each, &run, values);
        put(s, &run, values, went);
    }
}

static void hear(struct sweeping *s, int from, const struct ranks_message *message, int *left)
{
    uint64_t number = RANKS_NOTHING;
    omp_set_lock(&s->changing);
    if (message->kind == RANKS_ASKS) {
        number = next_number(s);
    } else if (message->kind == RANKS_TELLS) {
        const struct sweep_run run = {
            .point = message->point, .replicate = message->replicate, .status = message->status};
        note_end(s, &run, message->value);
    } else {
        s->stopped |= message->stopped != 0;
        --*left;
    }
    omp_unset_lock(&s->changing);
    if (message->kind == RANKS_ASKS)
        ranks_answer(s->ranks, from, number);
}

/* Until all other ranks have left. */
static void serve(struct sweeping *s)
{
    const struct timespec moment = {.tv_nsec = 500000};
    struct ranks_message message;
    int from, left = s->ranks->count - 1;
    while (left > 0)
        if (ranks_hear(s->ranks, &from, &message))
            hear(s, from, &message, &left);
        else
            nanosleep(&moment, NULL);
}

/* Small runs one a core, a large one over all cores: `inside` is threads for each run. */
static void work_all(struct sweeping *s, float *values, size_t workers, int inside)
{
    const size_t serves = s->ranks->rank == 0 && s->ranks->count > 1,
                 each = s->made.plan.run_values;
    omp_set_dynamic(0);
    omp_set_num_threads(inside);
    if (workers + serves == 1) {
        omp_set_max_active_levels(1);
        work(s, 0, values);
        return;
    }
    omp_set_max_active_levels(inside > 1 ? 2 : 1);
#pragma omp parallel num_threads((int)(workers + serves))
    {
        const size_t thread = (size_t)omp_get_thread_num();
        if (thread < serves)
            serve(s);
        else if (values)
            work(s, thread - serves, values + (thread - serves) * each);
    }
}

void sweeping_work(struct sweeping *s)
{
    const int threads = sweeping_threads(s);
    const size_t workers = sweep_workers(&s->made, threads, s->ranks->beside);
    float *values = memory_take(workers * s->made.plan.run_values, sizeof *values, s->error);
    s->begun = system_seconds();
    s->broken = !values;
    s->each = *s->options;
    s->each.stop = must_leave;
    s->each.context = s;
    omp_init_lock(&s->changing);
    work_all(s, values, workers, threads / (int)workers);
    omp_destroy_lock(&s->changing);
    memory_release(values);
    if (s->ranks->rank > 0) {
        const struct ranks_message left = {.kind = RANKS_LEAVES,
                                           .stopped = s->stopped || s->broken};
        ranks_tell(s->ranks, &left);
    }
}
