#include "output/followed.h"

#include <math.h>
#include <stdint.h>

#include "base/memory.h"
#include "output/trajectory.h"

struct panel_datasets {
    hid_t group, ids;
    struct hdf_axis person;
};

static hid_t make_field(struct hdf *hdf, const struct frame *frame,
                        const struct frame_scales *scales, const struct panel_datasets *made,
                        size_t field, bool fixed)
{
    const struct panel_field *row = &panel_fields[field];
    const struct hdf_axis *axes[] = {&scales->scenario, &scales->replicate, &scales->month,
                                     &made->person};
    const float unknown = NAN;
    const struct hdf_layout layout = {
        fixed, &unknown, {1, 1, frame->scenario->months, frame->persons}};
    const hid_t dataset = hdf_dataset(hdf, made->group, row->name, H5T_NATIVE_FLOAT, axes, 4,
                                      &layout, (struct hdf_words){row->unit, row->name, row->doc});
    hdf_attribute_text(hdf, dataset, "long_name_nl", row->name_nl);
    return dataset;
}

static struct panel_datasets begin(struct hdf *hdf, const struct frame *frame,
                                   const struct frame_scales *scales, bool fixed)
{
    struct panel_datasets made = {.group = hdf_group(hdf, hdf->file, "panel")};
    hdf_axis_link(hdf, &scales->scenario, made.group);
    hdf_axis_link(hdf, &scales->replicate, made.group);
    hdf_axis_link(hdf, &scales->month, made.group);
    made.person =
        hdf_axis_count(hdf, made.group, "person", frame->persons,
                       (struct hdf_words){"1", "person", "Residents who are followed, from 0."});
    const struct hdf_axis *axes[] = {&scales->scenario, &scales->replicate, &made.person};
    const struct hdf_layout layout = {.fixed = fixed};
    made.ids = hdf_dataset(
        hdf, made.group, "person_id", H5T_NATIVE_INT64, axes, 3, &layout,
        (struct hdf_words){"1", "number of the person", "The same number as in snapshots."});
    hdf_attribute_text(hdf, made.group, "description",
                       "Residents who are followed month by month; NaN once one is gone.");
    return made;
}

static void end(struct hdf *hdf, struct panel_datasets *made)
{
    hdf_release(hdf, made->ids);
    hdf_release(hdf, made->person.scale);
    hdf_release(hdf, made->group);
}

void followed_make(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                   bool fixed)
{
    if (frame->persons == 0)
        return;
    struct panel_datasets made = begin(hdf, frame, scales, fixed);
    for (size_t f = 0; f < panel_field_count; f++)
        hdf_release(hdf, make_field(hdf, frame, scales, &made, f, fixed));
    end(hdf, &made);
}

static void copy_field(struct hdf *hdf, const struct trajectory *trajectory, hid_t dataset,
                       size_t field, float *values)
{
    const struct frame *frame = trajectory->frame;
    for (uint32_t r = 0; r < frame_runs(frame) && !hdf->failed; r++) {
        const size_t start[] = {frame_scenario_of(frame, r), frame_replicate_of(frame, r), 0, 0};
        const size_t count[] = {1, 1, frame->scenario->months, frame->persons};
        if (trajectory_read(trajectory, variable_count + field, r, values, hdf->error))
            hdf_write(hdf, dataset, H5T_NATIVE_FLOAT, start, count, 4, values);
        else
            hdf->failed = true;
    }
}

static void copy_ids(struct hdf *hdf, const struct trajectory *trajectory, hid_t dataset,
                     int64_t *ids)
{
    const struct frame *frame = trajectory->frame;
    for (uint32_t r = 0; r < frame_runs(frame) && !hdf->failed; r++) {
        const size_t start[] = {frame_scenario_of(frame, r), frame_replicate_of(frame, r), 0};
        const size_t count[] = {1, 1, frame->persons};
        if (trajectory_read_persons(trajectory, r, ids, hdf->error))
            hdf_write(hdf, dataset, H5T_NATIVE_INT64, start, count, 3, ids);
        else
            hdf->failed = true;
    }
}

void followed_write(struct hdf *hdf, const struct frame *frame, const struct frame_scales *scales,
                    const struct trajectory *trajectory)
{
    if (frame->persons == 0 || hdf->failed)
        return;
    float *values =
        memory_take((size_t)frame->scenario->months * frame->persons, sizeof *values, hdf->error);
    int64_t *ids = memory_take(frame->persons, sizeof *ids, hdf->error);
    hdf->failed = !values || !ids;
    if (!hdf->failed) {
        struct panel_datasets made = begin(hdf, frame, scales, false);
        copy_ids(hdf, trajectory, made.ids, ids);
        for (size_t f = 0; f < panel_field_count; f++) {
            const hid_t dataset = make_field(hdf, frame, scales, &made, f, false);
            copy_field(hdf, trajectory, dataset, f, values);
            hdf_release(hdf, dataset);
        }
        end(hdf, &made);
    }
    memory_release(values);
    memory_release(ids);
}
