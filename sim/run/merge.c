#include "run/merge.h"

#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/heading.h"
#include "output/sweep_kept.h"
#include "output/system.h"
#include "run/sweep_done.h"
#include "run/sweep_plan.h"

/* What is being put together. */
struct merging {
    const struct merge_options *options;
    struct sweep_kept kept;
    struct frame frame;
    bool framed;
    struct sweep_done done;
    struct sweep_log log;
    char *working, *lock;
    int locked;
    struct spel_error *error;
};

/* The sweep that a part is of, with as many points and replicates as it has. */
static bool read_kept(const char *path, struct sweep_kept *kept, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    *kept = (struct sweep_kept){.points = 0};
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    bool fine = strcmp(heading.program, heading_program) == 0 ||
                error_set(error, SPEL_ERROR_MISMATCH, "%s: written by %s, this is %s", path,
                          heading.program, heading_program);
    fine = fine && sweep_kept_read(&hdf, kept);
    heading_clear(&heading);
    return hdf_close(&hdf) && fine;
}

static size_t runs_of(const struct sweep_kept *kept)
{
    return kept->points * kept->plan.replicates;
}

/* The largest of the parts says what the whole is. */
static bool find_whole(struct merging *m)
{
    for (size_t p = 0; p < m->options->part_count; p++) {
        const char *path = m->options->parts[p];
        struct sweep_kept kept;
        if (sweep_log_is(path))
            continue;
        const bool fine = read_kept(path, &kept, m->error);
        if (fine && runs_of(&kept) > runs_of(&m->kept)) {
            sweep_kept_clear(&m->kept);
            m->kept = kept;
            m->kept.plan.scenario = &m->kept.scenario;
            m->kept.plan.sweep = &m->kept.sweep;
        } else {
            sweep_kept_clear(&kept);
        }
        if (!fine)
            return false;
    }
    return m->kept.points > 0 ||
           error_set(m->error, SPEL_ERROR_INPUT,
                     "%s: a log alone does not say which sweep it is of; sweep --resume --so-far "
                     "writes what there is into a file",
                     m->options->parts[0]);
}

static bool make_frame(struct merging *m)
{
    struct spel_model *model = model_settle(&m->kept.scenario, 0, m->error);
    m->framed = model && sweep_frame(&m->frame, model, m->error);
    spel_model_free(model);
    m->kept.plan.frame = &m->frame;
    if (m->framed)
        m->kept.plan.run_values = sweep_plan_offset(&m->kept.plan, m->kept.plan.outcome_count);
    return m->framed;
}

/* The lock of the sweep that writes into a log, by the name of the log, OUT.h5.part or of one of
 * its ranks OUT.h5.part.3; "" where there is none to take: the log has another name, or the lock
 * is held already. NULL without memory. */
static char *lock_of(const struct merging *m, const char *path)
{
    static const char ending[] = ".part", locks[] = ".lock";
    const size_t short_of = strlen(ending);
    size_t length = strlen(path);
    while (length > 0 && path[length - 1] >= '0' && path[length - 1] <= '9')
        length--;
    length = length > 0 && path[length - 1] == '.' ? length - 1 : strlen(path);
    char *lock = system_path(path, "", m->error);
    if (!lock)
        return NULL;
    const bool named =
        length > short_of && strncmp(path + length - short_of, ending, short_of) == 0;
    if (named)
        memcpy(lock + length - short_of, locks, sizeof locks);
    if (!named || strcmp(lock, m->lock) == 0)
        lock[0] = '\0';
    return lock;
}

/* A log that a sweep is writing into is not touched. */
static bool add_log(struct merging *m, const char *path)
{
    struct sweep_log log = {.file = -1};
    char *lock = lock_of(m, path);
    if (!lock)
        return false;
    const int locked = lock[0] ? system_lock(lock, path, m->error) : -1;
    const bool fine =
        (!lock[0] || locked >= 0) &&
        sweep_log_open(&log, path, m->kept.identity, m->kept.plan.run_values, m->error) &&
        sweep_done_copy(&m->done, &log, &m->log, m->error);
    sweep_log_close(&log);
    system_unlock(lock, locked);
    memory_release(lock);
    return fine;
}

static bool add_all(struct merging *m)
{
    const struct merge_options *options = m->options;
    if (!sweep_done_init(&m->done, &m->kept.plan, m->error) ||
        !system_remove(m->working, m->error) ||
        !sweep_log_open(&m->log, m->working, m->kept.identity, m->kept.plan.run_values, m->error))
        return false;
    for (size_t p = 0; p < options->part_count; p++)
        if (sweep_log_is(options->parts[p])
                ? !add_log(m, options->parts[p])
                : !sweep_done_take(&m->done, options->parts[p], &m->log, m->error))
            return false;
    return true;
}

static bool take_place(struct merging *m)
{
    const struct merge_options *options = m->options;
    m->working = system_path(options->output, ".merge", m->error);
    m->lock = system_path(options->output, ".lock", m->error);
    if (!m->working || !m->lock)
        return false;
    m->locked = system_lock(m->lock, options->output, m->error);
    if (m->locked < 0)
        return false;
    return !system_exists(options->output) || options->force ||
           error_set(m->error, SPEL_ERROR_INPUT, "%s: exists; --force overwrites it",
                     options->output);
}

static void clear(struct merging *m)
{
    sweep_log_close(&m->log);
    if (m->working)
        system_remove(m->working, NULL);
    if (m->lock)
        system_unlock(m->lock, m->locked);
    memory_release(m->working);
    memory_release(m->lock);
    sweep_done_clear(&m->done);
    if (m->framed)
        frame_clear(&m->frame);
    sweep_kept_clear(&m->kept);
}

bool merge_parts(const struct merge_options *options, struct merge_report *report,
                 struct spel_error *error)
{
    struct merging m = {.options = options, .log = {.file = -1}, .locked = -1, .error = error};
    struct provenance provenance = {.command = options->command, .threads = 1};
    *report = (struct merge_report){.runs = 0};
    system_time(provenance.started);
    const bool fine = take_place(&m) && find_whole(&m) && make_frame(&m) && add_all(&m) &&
                      sweep_file_write(options->output, &m.kept.plan, &m.log, &provenance, error);
    report->runs = m.done.runs;
    for (uint64_t number = 0; fine && number < m.done.runs; number++) {
        report->done += sweep_done_has(&m.done, number);
        report->failed += sweep_done_failed(&m.done, number);
    }
    clear(&m);
    return fine;
}
