#include "output/trajectory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "output/followed.h"
#include "output/heading.h"
#include "output/system.h"

enum { SLOTS = 12 };
static const size_t most_buffered = 16u << 20; /* floats: 64 MB */

static bool prepare(struct trajectory *trajectory, const char *path, const struct frame *frame,
                    struct spel_error *error)
{
    *trajectory = (struct trajectory){.frame = frame, .file = -1};
    trajectory->lane_count = variable_count + panel_field_count;
    trajectory->total = frame->total + panel_field_count * frame->persons;
    trajectory->slots = trajectory->total * SLOTS > most_buffered ? 1 : SLOTS;
    trajectory->path = system_path(path, "", error);
    trajectory->lanes = memory_take(trajectory->lane_count, sizeof *trajectory->lanes, error);
    trajectory->buffer =
        memory_take(trajectory->slots * trajectory->total, sizeof *trajectory->buffer, error);
    if (!trajectory->path || !trajectory->lanes || !trajectory->buffer) {
        trajectory_close(trajectory);
        return false;
    }
    for (size_t v = 0; v < variable_count; v++)
        trajectory->lanes[v] = (struct lane){0, frame->length[v], frame->offset[v]};
    for (size_t f = 0; f < panel_field_count; f++)
        trajectory->lanes[variable_count + f] =
            (struct lane){0, frame->persons, frame->total + f * frame->persons};
    return true;
}

static void make_series(struct hdf *hdf, const struct frame *frame, struct frame_scales *scales)
{
    const hid_t series = hdf_group(hdf, hdf->file, "series");
    frame_scales_make(frame, hdf, series, scales);
    for (size_t v = 0; v < variable_count; v++)
        if (frame->length[v] > 0)
            hdf_release(hdf, frame_variable(frame, hdf, series, scales, v, true));
    frame_names(frame, hdf, series, scales);
    frame_drawable(hdf, series, "scenario", frame_headline(frame));
    hdf_release(hdf, series);
}

static bool make_file(const char *path, const struct frame *frame, struct spel_error *error)
{
    struct hdf hdf;
    if (!hdf_create(&hdf, path, error))
        return false;
    heading_write(&hdf, frame->scenario, false);
    struct frame_scales scales;
    make_series(&hdf, frame, &scales);
    followed_make(&hdf, frame, &scales, true);
    frame_scales_release(&hdf, &scales);
    return hdf_close(&hdf);
}

static off_t place_of(struct hdf *hdf, const char *group, const char *name, size_t values)
{
    char path[128];
    snprintf(path, sizeof path, "/%s/%s", group, name);
    const hid_t dataset = hdf->failed ? H5I_INVALID_HID : H5Dopen2(hdf->file, path, H5P_DEFAULT);
    const hid_t space = dataset < 0 ? H5I_INVALID_HID : H5Dget_space(dataset);
    const haddr_t place = dataset < 0 ? HADDR_UNDEF : H5Dget_offset(dataset);
    const bool fits = space >= 0 && H5Sget_simple_extent_npoints(space) == (hssize_t)values;
    hdf_release(hdf, space);
    hdf_release(hdf, dataset);
    if (!hdf->failed && (!fits || place == HADDR_UNDEF)) {
        hdf->failed = true;
        error_set(hdf->error, SPEL_ERROR_MISMATCH, "%s: %s is not of this run", hdf->path, path);
    }
    return (off_t)place;
}

/* Where HDF5 has put each dataset. */
static bool find_places(struct trajectory *trajectory, struct spel_error *error)
{
    struct hdf hdf;
    if (!hdf_open(&hdf, trajectory->path, error))
        return false;
    const size_t runs = frame_runs(trajectory->frame);
    const size_t months = runs * trajectory->frame->scenario->months;
    for (size_t l = 0; l < trajectory->lane_count; l++) {
        struct lane *lane = &trajectory->lanes[l];
        const bool field = l >= variable_count;
        const char *name = field ? panel_fields[l - variable_count].name : variables[l].name;
        if (lane->length > 0)
            lane->place = place_of(&hdf, field ? "panel" : "series", name, months * lane->length);
    }
    const size_t persons = trajectory->frame->persons;
    if (persons > 0)
        trajectory->persons = place_of(&hdf, "panel", "person_id", runs * persons);
    return hdf_close(&hdf);
}

static bool begin(struct trajectory *trajectory, off_t start, off_t end, struct spel_error *error)
{
    struct stat status;
    if (!find_places(trajectory, error))
        return false;
    trajectory->file = open(trajectory->path, O_RDWR);
    if (trajectory->file < 0 || fstat(trajectory->file, &status) != 0)
        return system_failed(trajectory->path, "be opened", errno, error);
    if (start == 0)
        start = end = status.st_size;
    if (status.st_size < end)
        return error_set(error, SPEL_ERROR_FILE, "%s: %lld bytes are missing: it is damaged",
                         trajectory->path, (long long)(end - status.st_size));
    if (ftruncate(trajectory->file, end) != 0)
        return system_failed(trajectory->path, "be written", errno, error);
    trajectory->journal = (struct journal){trajectory->file, trajectory->path, start, end};
    trajectory->flushed = system_seconds();
    return true;
}

/* Made beside its place and then put there, so that nobody finds half of it. */
static bool place_file(const char *path, const struct frame *frame, struct spel_error *error)
{
    char *temporary = system_path(path, ".tmp", error);
    const bool fine =
        temporary && make_file(temporary, frame, error) && system_replace(temporary, path, error);
    if (!fine && temporary)
        system_remove(temporary, NULL);
    memory_release(temporary);
    return fine;
}

bool trajectory_create(struct trajectory *trajectory, const char *path, const struct frame *frame,
                       struct spel_error *error)
{
    if (!prepare(trajectory, path, frame, error))
        return false;
    if (place_file(path, frame, error) && begin(trajectory, 0, 0, error))
        return true;
    trajectory_close(trajectory);
    return false;
}

bool trajectory_open(struct trajectory *trajectory, const char *path, const struct frame *frame,
                     off_t start, off_t end, struct spel_error *error)
{
    if (!prepare(trajectory, path, frame, error))
        return false;
    if (begin(trajectory, start, end, error))
        return true;
    trajectory_close(trajectory);
    return false;
}

bool trajectory_flush(struct trajectory *trajectory, struct spel_error *error)
{
    const size_t months = trajectory->frame->scenario->months;
    for (size_t l = 0; l < trajectory->lane_count && trajectory->held > 0; l++) {
        const struct lane *lane = &trajectory->lanes[l];
        const size_t before = (trajectory->run * months + trajectory->first) * lane->length;
        const size_t bytes = trajectory->held * lane->length * sizeof(float);
        if (!system_write(trajectory->file, trajectory->buffer + lane->offset * trajectory->slots,
                          bytes, lane->place + (off_t)(before * sizeof(float)), trajectory->path,
                          error))
            return false;
    }
    trajectory->held = 0;
    trajectory->flushed = system_seconds();
    return true;
}

bool trajectory_add(struct trajectory *trajectory, uint32_t run, uint32_t month,
                    const float *values, const float *panel, struct spel_error *error)
{
    const bool follows = trajectory->held > 0 && run == trajectory->run &&
                         month == trajectory->first + trajectory->held;
    if (!follows && !trajectory_flush(trajectory, error))
        return false;
    if (trajectory->held == 0) {
        trajectory->run = run;
        trajectory->first = month;
    }
    for (size_t l = 0; l < trajectory->lane_count; l++) {
        const struct lane *lane = &trajectory->lanes[l];
        const float *from = l < variable_count
                                ? values + lane->offset
                                : panel + (l - variable_count) * trajectory->frame->persons;
        float *to =
            trajectory->buffer + lane->offset * trajectory->slots + trajectory->held * lane->length;
        if (lane->length > 0)
            memcpy(to, from, lane->length * sizeof(float));
    }
    trajectory->held++;
    if (trajectory->held < trajectory->slots && system_seconds() - trajectory->flushed < 1)
        return true;
    return trajectory_flush(trajectory, error);
}

bool trajectory_sync(struct trajectory *trajectory, struct spel_error *error)
{
    return trajectory_flush(trajectory, error) &&
           system_sync(trajectory->file, trajectory->path, error);
}

bool trajectory_read(const struct trajectory *trajectory, size_t lane, uint32_t run, float *values,
                     struct spel_error *error)
{
    const struct lane *row = &trajectory->lanes[lane];
    const size_t bytes = trajectory->frame->scenario->months * row->length * sizeof(float);
    return system_read(trajectory->file, values, bytes, row->place + (off_t)(run * bytes),
                       trajectory->path, error);
}

bool trajectory_add_persons(struct trajectory *trajectory, uint32_t run, const uint32_t *ids,
                            struct spel_error *error)
{
    const size_t bytes = sizeof(int64_t);
    off_t place = trajectory->persons + (off_t)(run * trajectory->frame->persons * bytes);
    for (size_t p = 0; p < trajectory->frame->persons; p++, place += (off_t)bytes) {
        const int64_t id = ids[p];
        if (!system_write(trajectory->file, &id, bytes, place, trajectory->path, error))
            return false;
    }
    return true;
}

bool trajectory_read_persons(const struct trajectory *trajectory, uint32_t run, int64_t *ids,
                             struct spel_error *error)
{
    const size_t bytes = trajectory->frame->persons * sizeof *ids;
    return system_read(trajectory->file, ids, bytes, trajectory->persons + (off_t)(run * bytes),
                       trajectory->path, error);
}

void trajectory_close(struct trajectory *trajectory)
{
    if (trajectory->path && trajectory->file >= 0)
        close(trajectory->file);
    memory_release(trajectory->path);
    memory_release(trajectory->lanes);
    memory_release(trajectory->buffer);
    *trajectory = (struct trajectory){.file = -1};
}
