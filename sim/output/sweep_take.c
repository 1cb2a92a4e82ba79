/* The runs of a finished sweep, taken over into the log of the same one. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/sweep_identity.h"

/* What is read run by run. */
struct taking {
    const struct sweep_plan *plan;
    struct hdf hdf;
    size_t points, replicates; /* of the file */
    int8_t *status;
    int32_t *months;
    char **digests, **messages;
    hid_t *series;
    float *values;
};

static size_t length_of(struct hdf *hdf, const char *path)
{
    size_t count = 0;
    int32_t *numbers = hdf_read_numbers(hdf, path, H5T_NATIVE_INT32, sizeof *numbers, &count);
    memory_release(numbers);
    return count;
}

static bool open_all(struct taking *taking, struct spel_error *error)
{
    const struct sweep_plan *plan = taking->plan;
    struct hdf *hdf = &taking->hdf;
    size_t count;
    char path[96];
    taking->points = length_of(hdf, "/runs/point");
    taking->replicates = length_of(hdf, "/runs/replicate");
    taking->status = hdf_read_numbers(hdf, "/runs/status", H5T_NATIVE_INT8, sizeof(int8_t), &count);
    taking->months =
        hdf_read_numbers(hdf, "/runs/months", H5T_NATIVE_INT32, sizeof(int32_t), &count);
    taking->digests = hdf_read_texts(hdf, "/runs/digest", &count);
    taking->messages = hdf_read_texts(hdf, "/runs/message", &count);
    taking->values = memory_take(plan->run_values, sizeof(float), error);
    taking->series = memory_take(plan->outcome_count, sizeof(hid_t), error);
    for (size_t o = 0; taking->series && o < plan->outcome_count; o++) {
        snprintf(path, sizeof path, "/series/%s", variables[plan->outcomes[o]].name);
        taking->series[o] = hdf->failed ? H5I_INVALID_HID : H5Dopen2(hdf->file, path, H5P_DEFAULT);
        if (!hdf->failed && taking->series[o] < 0)
            hdf_fail(hdf, "be read");
    }
    return !hdf->failed && taking->values && taking->series;
}

static void close_all(struct taking *taking)
{
    const size_t runs = taking->points * taking->replicates;
    for (size_t o = 0; taking->series && o < taking->plan->outcome_count; o++)
        hdf_release(&taking->hdf, taking->series[o]);
    hdf_release_texts(taking->digests, runs);
    hdf_release_texts(taking->messages, runs);
    memory_release(taking->status);
    memory_release(taking->months);
    memory_release(taking->series);
    memory_release(taking->values);
}

static bool take_run(struct taking *taking, size_t at, struct sweep_log *log,
                     struct spel_error *error)
{
    const struct sweep_plan *plan = taking->plan;
    struct sweep_run run = {.point = (uint32_t)(at / taking->replicates),
                            .replicate = (uint32_t)(at % taking->replicates),
                            .status = (uint32_t)taking->status[at],
                            .months = (uint32_t)taking->months[at]};
    const size_t start[HDF_RANK] = {run.point, run.replicate};
    unsigned long long high = 0, low = 0;
    sscanf(taking->digests[at], "%16llx%16llx", &high, &low);
    run.chain = (struct digest){.low = low, .high = high};
    snprintf(run.message, sizeof run.message, "%s", taking->messages[at]);
    for (size_t o = 0; o < plan->outcome_count; o++) {
        size_t count[HDF_RANK];
        const size_t rank = frame_part(plan->frame, plan->outcomes[o], 1, count);
        hdf_read_part(&taking->hdf, taking->series[o], H5T_NATIVE_FLOAT, start, count, rank,
                      taking->values + sweep_plan_offset(plan, o));
    }
    return !taking->hdf.failed && sweep_log_add(log, &run, taking->values, error);
}

static bool is_of(struct hdf *hdf, const struct sweep_plan *plan, struct spel_error *error)
{
    if (!hdf_has(hdf, "/design/identity"))
        return error_set(error, SPEL_ERROR_MISMATCH, "%s: a single run, not a sweep", hdf->path);
    char *found = hdf_read_text(hdf, "/design/identity");
    const bool same = found && sweep_identity_same(hdf->path, found, plan->identity, error);
    memory_release(found);
    return same;
}

/* A run that would have no place in the file to come is not thrown away silently. */
static bool has_room(const struct taking *taking, struct spel_error *error)
{
    const struct sweep_plan *plan = taking->plan;
    return (taking->points <= plan->points && taking->replicates <= plan->replicates) ||
           error_set(error, SPEL_ERROR_INPUT,
                     "%s: has %zu points and %zu replicates, more than the %zu and %u asked for; "
                     "--n and --replicates can only grow, --force begins anew",
                     taking->hdf.path, taking->points, taking->replicates, plan->points,
                     plan->replicates);
}

static bool take_all(struct taking *taking, struct sweep_log *log, const unsigned char *done,
                     struct spel_error *error)
{
    bool fine = true;
    for (size_t at = 0; fine && at < taking->points * taking->replicates; at++) {
        const size_t point = at / taking->replicates, replicate = at % taking->replicates;
        const size_t number = replicate * taking->plan->points + point;
        if (taking->status[at] == LEDGER_WAITING || done[number / 8] >> (number % 8) & 1)
            continue;
        fine = take_run(taking, at, log, error);
    }
    return fine;
}

bool sweep_file_take(const char *path, const struct sweep_plan *plan, struct sweep_log *log,
                     const unsigned char *done, struct spel_error *error)
{
    struct heading heading;
    struct taking taking = {.plan = plan};
    if (!heading_open(&taking.hdf, path, &heading, error))
        return false;
    const bool fine = is_of(&taking.hdf, plan, error) && open_all(&taking, error) &&
                      has_room(&taking, error) && take_all(&taking, log, done, error);
    close_all(&taking);
    heading_clear(&heading);
    return hdf_close(&taking.hdf) && fine;
}
