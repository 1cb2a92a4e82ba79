#include "output/sweep_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/inputs.h"
#include "output/sweep_factor.h"
#include "output/sweep_summary.h"

enum { HEX_TEXT = 20 };

size_t sweep_plan_offset(const struct sweep_plan *plan, size_t outcome)
{
    size_t offset = 0;
    for (size_t o = 0; o < outcome; o++)
        offset += plan->scenario->months * plan->frame->length[plan->outcomes[o]];
    return offset;
}

/* Everything that is written run by run. */
struct sweep_sets {
    hid_t status, months, digest, message;
    hid_t *series; /* by outcome */
};

void sweep_factor_name(const char *path, char name[SWEEP_NAME])
{
    const char *plain = sweep_factor_plain(path);
    size_t at = 0;
    for (; plain[at] && at + 1 < SWEEP_NAME; at++)
        name[at] = plain[at] == '.' ? '_' : plain[at];
    name[at] = '\0';
}

static void write_factor(struct hdf *hdf, hid_t group, const struct sweep_plan *plan,
                         const struct hdf_axis *point, size_t f)
{
    const struct factor *factor = &plan->sweep->factors[f];
    const struct sweep_factor_words words = sweep_factor_words(factor->path);
    char name[SWEEP_NAME];
    double *column = memory_take(plan->points, sizeof *column, hdf->error);
    hdf->failed |= !column;
    for (size_t p = 0; column && p < plan->points; p++)
        column[p] = plan->values[p * plan->sweep->count + f];
    sweep_factor_name(factor->path, name);
    const hid_t dataset = hdf_dataset(
        hdf, group, name, H5T_IEEE_F64LE, &point, 1, NULL,
        (struct hdf_words){words.unit, factor->path, "What was varied, as --set takes it."});
    const size_t start = 0;
    hdf_write(hdf, dataset, H5T_NATIVE_DOUBLE, &start, &plan->points, 1, column);
    hdf_attribute_text(hdf, dataset, "kind",
                       factor->kind == FACTOR_LEVER ? "lever" : "uncertainty");
    hdf_attribute_text(hdf, dataset, "distribution", shape_names[factor->shape]);
    if (words.name_en) {
        hdf_attribute_text(hdf, dataset, "name_en", words.name_en);
        hdf_attribute_text(hdf, dataset, "name_nl", words.name_nl);
    }
    hdf_release(hdf, dataset);
    memory_release(column);
}

/* What ended it, and when. */
static void write_until(struct hdf *hdf, const struct sweep_plan *plan, hid_t group)
{
    const int64_t rounds = plan->rounds;
    if (!plan->until)
        return;
    hdf_attribute_text(hdf, group, "until", plan->until);
    hdf_attribute_number(hdf, group, "until_replicates", H5T_NATIVE_INT64, &rounds);
}

/* Which of the policies a point is, and which of the worlds. */
static void write_crossing(struct hdf *hdf, hid_t group, const struct sweep_plan *plan,
                           const struct hdf_axis *point)
{
    int32_t *policy = memory_take(plan->points, sizeof *policy, hdf->error);
    int32_t *world = memory_take(plan->points, sizeof *world, hdf->error);
    hdf->failed |= !policy || !world;
    for (size_t p = 0; policy && world && p < plan->points; p++) {
        policy[p] = (int32_t)(p % plan->policies);
        world[p] = (int32_t)(p / plan->policies);
    }
    hdf_column(hdf, group, "policy", H5T_STD_I32LE, H5T_NATIVE_INT32, point, policy,
               (struct hdf_words){"1", "policy", "Which combination of the lists of levers."});
    hdf_column(
        hdf, group, "world", H5T_STD_I32LE, H5T_NATIVE_INT32, point, world,
        (struct hdf_words){"1", "world", "Which sample of everything else: row of the design."});
    memory_release(policy);
    memory_release(world);
}

static void write_design(struct hdf *hdf, const struct sweep_plan *plan, struct hdf_axis *point)
{
    const hid_t group = hdf_group(hdf, hdf->file, "design");
    const int64_t n = (int64_t)plan->n;
    *point = hdf_axis_count(hdf, group, "point", plan->points,
                            (struct hdf_words){"1", "point", "Point of the design, from 0."});
    write_crossing(hdf, group, plan, point);
    for (size_t f = 0; f < plan->sweep->count && !hdf->failed; f++)
        write_factor(hdf, group, plan, point, f);
    hdf_scalar_text(hdf, group, "identity", plan->identity,
                    (struct hdf_words){NULL, "identity", "What tells this sweep from another."});
    hdf_attribute_text(hdf, group, "design", plan->design);
    hdf_attribute_number(hdf, group, "n", H5T_NATIVE_INT64, &n);
    hdf_release(hdf, group);
}

static void make_runs(struct hdf *hdf, const struct sweep_plan *plan, struct frame_scales *scales,
                      struct sweep_sets *sets)
{
    const hid_t group = hdf_group(hdf, hdf->file, "runs");
    const int8_t waiting = LEDGER_WAITING;
    const int32_t none = 0;
    char hex[HEX_TEXT];
    hdf_axis_link(hdf, &scales->scenario, group);
    scales->replicate = frame_replicate_axis(plan->frame, hdf, group);
    const struct hdf_axis *axes[] = {&scales->scenario, &scales->replicate};
    const struct hdf_layout bytes = {true, &waiting, {0}}, counts = {true, &none, {0}};
    sets->status = hdf_dataset(hdf, group, "status", H5T_STD_I8LE, axes, 2, &bytes,
                               (struct hdf_words){"1", "status", "How the run went."});
    hdf_flags(hdf, sets->status, ledger_status_names, LEDGER_STATUSES);
    sets->months = hdf_dataset(hdf, group, "months", H5T_STD_I32LE, axes, 2, &counts,
                               (struct hdf_words){"month", "months", "Months that were run."});
    sets->digest = hdf_dataset(
        hdf, group, "digest", hdf->text, axes, 2, NULL,
        (struct hdf_words){NULL, "state digest", "Of the state, chained over its months."});
    sets->message = hdf_dataset(hdf, group, "message", hdf->text, axes, 2, NULL,
                                (struct hdf_words){NULL, "message", "Why a run failed."});
    const uint64_t seed = plan->scenario->seed;
    snprintf(hex, sizeof hex, "%016" PRIx64, seed);
    hdf_attribute_number(hdf, group, "seed", H5T_NATIVE_UINT64, &seed);
    hdf_attribute_text(hdf, group, "seed_hex", hex);
    hdf_attribute_text(hdf, group, "replay",
                       "samenspel run --from FILE --run POINT,REPLICATE repeats a run in full; "
                       "samenspel verify FILE --run POINT,REPLICATE compares it");
    write_until(hdf, plan, group);
    hdf_release(hdf, group);
}

static void make_series(struct hdf *hdf, const struct sweep_plan *plan, struct frame_scales *scales,
                        struct sweep_sets *sets)
{
    const hid_t group = hdf_group(hdf, hdf->file, "series");
    hdf_axis_link(hdf, &scales->scenario, group);
    hdf_axis_link(hdf, &scales->replicate, group);
    frame_axes_make(plan->frame, hdf, group, scales);
    for (size_t o = 0; o < plan->outcome_count && !hdf->failed; o++)
        sets->series[o] = frame_variable(plan->frame, hdf, group, scales, plan->outcomes[o], false);
    frame_names(plan->frame, hdf, group, scales);
    frame_drawable(hdf, group, "point", plan->outcomes[0]);
    hdf_release(hdf, group);
}

static void write_run(struct hdf *hdf, const struct sweep_plan *plan, const struct sweep_sets *sets,
                      const struct sweep_run *run, const float *values)
{
    const size_t one[HDF_RANK] = {1, 1};
    size_t start[HDF_RANK] = {run->point, run->replicate};
    const int8_t status = (int8_t)run->status;
    const int32_t months = (int32_t)run->months;
    char text[DIGEST_TEXT];
    const char *digest = text, *message = run->message;
    digest_text(run->chain, text);
    hdf_write(hdf, sets->status, H5T_NATIVE_INT8, start, one, 2, &status);
    hdf_write(hdf, sets->months, H5T_NATIVE_INT32, start, one, 2, &months);
    hdf_write(hdf, sets->digest, hdf->text, start, one, 2, &digest);
    hdf_write(hdf, sets->message, hdf->text, start, one, 2, &message);
    for (size_t o = 0; o < plan->outcome_count && run->status == LEDGER_FINISHED; o++) {
        size_t count[HDF_RANK];
        const size_t rank = frame_part(plan->frame, plan->outcomes[o], 1, count);
        hdf_write(hdf, sets->series[o], H5T_NATIVE_FLOAT, start, count, rank,
                  values + sweep_plan_offset(plan, o));
    }
}

static void write_runs(struct hdf *hdf, const struct sweep_plan *plan, struct sweep_log *log,
                       const struct sweep_sets *sets)
{
    struct sweep_run run;
    off_t place = log->first;
    const uint32_t replicates = plan->rounds > 0 ? plan->rounds : plan->replicates;
    float *values = memory_take(plan->run_values, sizeof *values, hdf->error);
    hdf->failed |= !values;
    for (bool more = true; more && !hdf->failed;) {
        if (!sweep_log_next(log, &place, &run, values, &more, hdf->error))
            hdf->failed = true;
        else if (more && run.point < plan->points && run.replicate < replicates)
            write_run(hdf, plan, sets, &run, values);
    }
    memory_release(values);
}

static void release_sets(struct hdf *hdf, const struct sweep_plan *plan, struct sweep_sets *sets)
{
    const hid_t own[] = {sets->status, sets->months, sets->digest, sets->message};
    for (size_t i = 0; i < 4; i++)
        hdf_release(hdf, own[i]);
    for (size_t o = 0; o < plan->outcome_count; o++)
        hdf_release(hdf, sets->series[o]);
    memory_release(sets->series);
}

static bool write_all(const char *path, const struct sweep_plan *plan, struct sweep_log *log,
                      const struct provenance *provenance, struct spel_error *error)
{
    struct hdf hdf;
    struct frame_scales scales = {.scenario = {.scale = H5I_INVALID_HID},
                                  .replicate = {.scale = H5I_INVALID_HID}};
    struct sweep_sets sets = {.series = memory_take(plan->outcome_count, sizeof(hid_t), error)};
    if (!sets.series || !hdf_create(&hdf, path, error)) {
        memory_release(sets.series);
        return false;
    }
    heading_write(&hdf, plan->scenario, true);
    hdf_attribute_text(&hdf, hdf.file, "kind", "sweep");
    write_design(&hdf, plan, &scales.scenario);
    make_runs(&hdf, plan, &scales, &sets);
    make_series(&hdf, plan, &scales, &sets);
    write_runs(&hdf, plan, log, &sets);
    sweep_summary_write(&hdf, plan, &scales, sets.series);
    release_sets(&hdf, plan, &sets);
    frame_scales_release(&hdf, &scales);
    inputs_write(&hdf, &plan->scenario->places);
    provenance_write(&hdf, plan->scenario, provenance);
    return hdf_close(&hdf);
}

bool sweep_file_write(const char *path, const struct sweep_plan *plan, struct sweep_log *log,
                      const struct provenance *provenance, struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    if (!temporary)
        return false;
    const bool fine = write_all(temporary, plan, log, provenance, error) &&
                      system_replace(temporary, path, error);
    if (!fine)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}
