#include <math.h>

#include "output/frame.h"

/* Its name in Dutch, a sentence in plain words, and whether more of it is better for the people it
 * is about (1), less (-1), or who can say (0). */
static void say_meaning(struct hdf *hdf, hid_t dataset, const struct variable *row)
{
    hdf_attribute_text(hdf, dataset, "long_name_nl", row->name_nl);
    hdf_attribute_text(hdf, dataset, "plain_en", row->layman_en);
    hdf_attribute_text(hdf, dataset, "plain_nl", row->layman_nl);
    hdf_attribute_number(hdf, dataset, "better", H5T_NATIVE_INT, &row->better);
}

hid_t frame_dataset(struct hdf *hdf, hid_t group, size_t variable,
                    const struct hdf_axis *const before[FRAME_BEFORE],
                    const struct hdf_axis own[AXES], const struct hdf_layout *layout)
{
    const struct variable *row = &variables[variable];
    const struct hdf_axis *axes[HDF_RANK] = {before[0], before[1], before[2]};
    struct hdf_layout whole = {.fixed = false};
    if (layout)
        whole = *layout;
    for (size_t a = 0; a < row->axis_count; a++) {
        axes[FRAME_BEFORE + a] = &own[row->axes[a]];
        whole.chunk[FRAME_BEFORE + a] = axes[FRAME_BEFORE + a]->length;
    }
    const hid_t dataset =
        hdf_dataset(hdf, group, row->name, H5T_NATIVE_FLOAT, axes, FRAME_BEFORE + row->axis_count,
                    layout ? &whole : NULL, (struct hdf_words){row->unit, row->name_en, row->doc});
    say_meaning(hdf, dataset, row);
    return dataset;
}

size_t frame_part(const struct frame *frame, size_t variable, size_t second, size_t count[HDF_RANK])
{
    const struct variable *row = &variables[variable];
    count[0] = 1;
    count[1] = second;
    count[2] = frame->scenario->months;
    for (size_t a = 0; a < row->axis_count; a++)
        count[FRAME_BEFORE + a] = frame->axis_length[row->axes[a]];
    return FRAME_BEFORE + row->axis_count;
}

hid_t frame_variable(const struct frame *frame, struct hdf *hdf, hid_t group,
                     const struct frame_scales *scales, size_t variable, bool fixed)
{
    const struct hdf_axis *const before[] = {&scales->scenario, &scales->replicate, &scales->month};
    const float unknown = NAN;
    const struct hdf_layout layout = {fixed, &unknown, {1, 1, frame->scenario->months}};
    return frame_dataset(hdf, group, variable, before, scales->axes, &layout);
}

size_t frame_headline(const struct frame *frame)
{
    size_t v = 0;
    while (v + 1 < variable_count && !(variables[v].headline && frame->length[v] > 0))
        v++;
    return v;
}

void frame_drawable(struct hdf *hdf, hid_t group, const char *first, size_t variable)
{
    const struct variable *row = &variables[variable];
    const char *axes[HDF_RANK] = {first, "replicate", "month"};
    for (size_t a = 0; a < row->axis_count; a++)
        axes[FRAME_BEFORE + a] = axis_names[row->axes[a]];
    hdf_attribute_text(hdf, group, "NX_class", "NXdata");
    hdf_attribute_text(hdf, group, "signal", row->name);
    hdf_attribute_texts(hdf, group, "axes", axes, FRAME_BEFORE + row->axis_count);
}
