#include "run/sweep_done.h"

#include <string.h>

#include "base/memory.h"

static bool bit(const unsigned char *bits, uint64_t number)
{
    return bits[number / 8] >> (number % 8) & 1;
}

static void set(unsigned char *bits, uint64_t number)
{
    bits[number / 8] |= (unsigned char)(1u << number % 8);
}

bool sweep_done_init(struct sweep_done *done, const struct sweep_plan *plan,
                     struct spel_error *error)
{
    *done = (struct sweep_done){.plan = plan, .runs = (uint64_t)plan->points * plan->replicates};
    done->bits = memory_take(done->runs / 8 + 1, 1, error);
    done->failed = memory_take(done->runs / 8 + 1, 1, error);
    done->begun = memory_take(done->runs / 8 + 1, 1, error);
    return done->bits && done->failed && done->begun;
}

void sweep_done_clear(struct sweep_done *done)
{
    memory_release(done->bits);
    memory_release(done->failed);
    memory_release(done->begun);
    *done = (struct sweep_done){.plan = NULL};
}

bool sweep_done_has(const struct sweep_done *done, uint64_t number)
{
    return bit(done->bits, number);
}

bool sweep_done_failed(const struct sweep_done *done, uint64_t number)
{
    return bit(done->failed, number);
}

bool sweep_done_begun(const struct sweep_done *done, uint64_t number)
{
    return bit(done->begun, number) && !bit(done->bits, number);
}

void sweep_done_note_begun(struct sweep_done *done, const struct sweep_log *log)
{
    struct sweep_run run;
    for (size_t worker = 0; worker < SWEEP_LOG_WORKERS; worker++)
        if (sweep_log_begun(log, worker, &run) && run.point < done->plan->points &&
            run.replicate < done->plan->replicates)
            set(done->begun, (uint64_t)run.replicate * done->plan->points + run.point);
}

static bool has_room(const struct sweep_done *done, const char *path, const struct sweep_run *run,
                     struct spel_error *error)
{
    const struct sweep_plan *plan = done->plan;
    return (run->point < plan->points && run->replicate < plan->replicates) ||
           error_set(error, SPEL_ERROR_INPUT,
                     "%s: has replicate %u of point %u, and %zu points of %u replicates are asked "
                     "for; --n and --replicates can only grow, --force begins anew",
                     path, run->replicate, run->point, plan->points, plan->replicates);
}

void sweep_done_add(struct sweep_done *done, const struct sweep_run *run)
{
    const uint64_t number = (uint64_t)run->replicate * done->plan->points + run->point;
    if (!bit(done->bits, number) && run->status == LEDGER_FAILED)
        set(done->failed, number);
    set(done->bits, number);
}

bool sweep_done_note(struct sweep_done *done, struct sweep_log *log, off_t place,
                     struct spel_error *error)
{
    struct sweep_run run = {.point = 0};
    bool more;
    while (sweep_log_next(log, &place, &run, NULL, &more, error)) {
        if (!more)
            return true;
        if (!has_room(done, log->path, &run, error))
            return false;
        sweep_done_add(done, &run);
    }
    return false;
}

bool sweep_done_copy(struct sweep_done *done, struct sweep_log *from, struct sweep_log *log,
                     struct spel_error *error)
{
    struct sweep_run run = {.point = 0};
    off_t place = from->first;
    bool more = true;
    float *values = memory_take(from->values, sizeof *values, error);
    bool fine = values != NULL;
    while (values && (fine = sweep_log_next(from, &place, &run, values, &more, error)) && more) {
        const uint64_t number = (uint64_t)run.replicate * done->plan->points + run.point;
        fine = has_room(done, from->path, &run, error) &&
               (bit(done->bits, number) || sweep_log_add(log, &run, values, error));
        if (!fine)
            break;
        sweep_done_add(done, &run);
    }
    memory_release(values);
    return fine;
}

bool sweep_done_take(struct sweep_done *done, const char *path, struct sweep_log *log,
                     struct spel_error *error)
{
    const off_t end = log->end;
    return sweep_file_take(path, done->plan, log, done->bits, error) &&
           sweep_done_note(done, log, end, error);
}
