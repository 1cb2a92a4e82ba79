#include "output/finished.h"

#include <string.h>

#include "base/memory.h"
#include "output/accounts.h"
#include "output/fitted.h"
#include "output/followed.h"
#include "output/happenings.h"
#include "output/heading.h"
#include "output/inputs.h"
#include "output/naming.h"
#include "output/resolutions.h"
#include "output/settings.h"
#include "output/snapshot.h"
#include "output/summary.h"
#include "output/system.h"

static void copy_variable(struct hdf *hdf, const struct frame *frame,
                          const struct trajectory *trajectory, size_t v, hid_t dataset,
                          float *values)
{
    size_t start[HDF_RANK] = {0}, count[HDF_RANK];
    const size_t rank = frame_part(frame, v, 1, count);
    for (uint32_t r = 0; r < frame_runs(frame) && !hdf->failed; r++) {
        start[0] = frame_scenario_of(frame, r);
        start[1] = frame_replicate_of(frame, r);
        if (trajectory_read(trajectory, v, r, values, hdf->error))
            hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, start, count, rank, values);
        else
            hdf->failed = true;
    }
}

static void write_series(struct hdf *hdf, const struct frame *frame,
                         const struct trajectory *trajectory, struct frame_scales *scales)
{
    const hid_t group = hdf_group(hdf, hdf->file, "series");
    frame_scales_make(frame, hdf, group, scales);
    for (size_t v = 0; v < variable_count && !hdf->failed; v++) {
        if (frame->length[v] == 0)
            continue;
        const size_t count = frame->scenario->months * frame->length[v];
        float *values = memory_take(count, sizeof *values, hdf->error);
        hdf->failed |= !values;
        const hid_t dataset = frame_variable(frame, hdf, group, scales, v, false);
        copy_variable(hdf, frame, trajectory, v, dataset, values);
        hdf_release(hdf, dataset);
        memory_release(values);
    }
    frame_names(frame, hdf, group, scales);
    frame_drawable(hdf, group, "scenario", frame_headline(frame));
    hdf_release(hdf, group);
}

static void write_journal(struct hdf *hdf, const struct frame *frame,
                          const struct frame_scales *scales, const struct journal *journal)
{
    struct journal_entry *entries;
    size_t count;
    if (hdf->failed)
        return;
    if (!journal_index(journal, &entries, &count, hdf->error)) {
        hdf->failed = true;
        return;
    }
    fitted_write(hdf, frame, scales, journal, entries, count);
    snapshot_write(hdf, frame, journal, entries, count);
    happenings_write(hdf, frame, journal, entries, count);
    memory_release(entries);
}

static bool write_all(const char *path, const struct frame *frame,
                      const struct trajectory *trajectory, const struct ledger *ledger,
                      const struct elasticity *elasticity, const struct findings *findings,
                      const struct provenance *provenance, struct spel_error *error)
{
    struct hdf hdf;
    struct frame_scales scales;
    if (!hdf_create(&hdf, path, error))
        return false;
    heading_write(&hdf, frame->scenario, true);
    write_series(&hdf, frame, trajectory, &scales);
    summary_write(&hdf, frame, &scales, trajectory);
    followed_write(&hdf, frame, &scales, trajectory);
    write_journal(&hdf, frame, &scales, &trajectory->journal);
    if (elasticity)
        elasticity_write(&hdf, &scales, elasticity);
    if (findings)
        findings_write(&hdf, findings);
    settings_write(&hdf, frame, &scales);
    naming_write(&hdf);
    resolutions_write(&hdf, frame, &scales);
    frame_scales_release(&hdf, &scales);
    accounts_write(&hdf, frame, ledger);
    inputs_write(&hdf, &frame->scenario->places);
    provenance_write(&hdf, frame->scenario, provenance);
    return hdf_close(&hdf);
}

bool finished_write(const char *path, const struct frame *frame,
                    const struct trajectory *trajectory, const struct ledger *ledger,
                    const struct elasticity *elasticity, const struct findings *findings,
                    const struct provenance *provenance, struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    if (!temporary)
        return false;
    const bool fine =
        write_all(temporary, frame, trajectory, ledger, elasticity, findings, provenance, error) &&
        system_replace(temporary, path, error);
    if (!fine)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}

bool finished_is_of(const char *path, const struct scenario *scenarios, size_t count)
{
    struct hdf hdf;
    struct heading heading;
    if (!heading_open(&hdf, path, &heading, NULL))
        return false;
    struct resolutions found = {.count = 0};
    bool same = heading.finished && strcmp(heading.program, heading_program) == 0 &&
                resolutions_read(&hdf, &found) && found.count == count;
    for (size_t s = 0; same && s < count; s++)
        same = strcmp(found.names[s], scenarios[s].name) == 0 &&
               strcmp(found.texts[s], scenarios[s].resolved) == 0;
    resolutions_clear(&found);
    heading_clear(&heading);
    hdf_close(&hdf);
    return same;
}
