#include "output/hdf.h"

#include <hdf5_hl.h>

#include "base/memory.h"

static hid_t whole(struct hdf *hdf, hid_t dataset, hid_t type, size_t length, const void *values)
{
    if (!hdf->failed && length > 0 &&
        H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        hdf_fail(hdf, "be written");
    return dataset;
}

/* A dataset of one axis that is not attached to anything: itself an axis. */
static hid_t loose(struct hdf *hdf, hid_t group, const char *name, hid_t type, size_t length)
{
    if (hdf->failed)
        return H5I_INVALID_HID;
    const hsize_t lengths = length;
    const hid_t space = H5Screate_simple(1, &lengths, NULL);
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_obj_track_times(creation, false);
    const hid_t dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    if (dataset < 0 || H5DSset_scale(dataset, name) < 0)
        hdf_fail(hdf, "be written");
    H5Pclose(creation);
    H5Sclose(space);
    return dataset;
}

struct hdf_axis hdf_axis_numbers(struct hdf *hdf, hid_t group, const char *name, hid_t type,
                                 hid_t memory, const void *values, size_t length,
                                 struct hdf_words words)
{
    const hid_t scale = loose(hdf, group, name, type, length);
    hdf_describe(hdf, scale, words);
    return (struct hdf_axis){name, whole(hdf, scale, memory, length, values), length};
}

struct hdf_axis hdf_axis_texts(struct hdf *hdf, hid_t group, const char *name,
                               const char *const *texts, size_t length, struct hdf_words words)
{
    return hdf_axis_numbers(hdf, group, name, hdf->text, hdf->text, texts, length, words);
}

struct hdf_axis hdf_axis_count(struct hdf *hdf, hid_t group, const char *name, size_t length,
                               struct hdf_words words)
{
    const hid_t scale = loose(hdf, group, name, H5T_STD_I32LE, length);
    hdf_describe(hdf, scale, words);
    int *numbers = hdf->failed ? NULL : memory_take(length, sizeof *numbers, hdf->error);
    if (!numbers) {
        hdf->failed = true;
    } else {
        for (size_t i = 0; i < length; i++)
            numbers[i] = (int)i;
        whole(hdf, scale, H5T_NATIVE_INT, length, numbers);
    }
    memory_release(numbers);
    return (struct hdf_axis){name, scale, length};
}

void hdf_axis_link(struct hdf *hdf, const struct hdf_axis *axis, hid_t group)
{
    if (!hdf->failed && H5Olink(axis->scale, group, axis->name, H5P_DEFAULT, H5P_DEFAULT) < 0)
        hdf_fail(hdf, "be written");
}

void hdf_column(struct hdf *hdf, hid_t group, const char *name, hid_t type, hid_t memory,
                const struct hdf_axis *axis, const void *values, struct hdf_words words)
{
    hid_t dataset = hdf_dataset(hdf, group, name, type, &axis, 1, NULL, words);
    hdf_release(hdf, whole(hdf, dataset, memory, axis->length, values));
}

void hdf_column_texts(struct hdf *hdf, hid_t group, const char *name, const struct hdf_axis *axis,
                      const char *const *texts, struct hdf_words words)
{
    hdf_column(hdf, group, name, hdf->text, hdf->text, axis, texts, words);
}

void hdf_scalar_text(struct hdf *hdf, hid_t group, const char *name, const char *text,
                     struct hdf_words words)
{
    hid_t dataset = hdf_dataset(hdf, group, name, hdf->text, NULL, 0, NULL, words);
    hdf_release(hdf, whole(hdf, dataset, hdf->text, 1, &text));
}

void hdf_scalar_number(struct hdf *hdf, hid_t group, const char *name, double value,
                       struct hdf_words words)
{
    hid_t dataset = hdf_dataset(hdf, group, name, H5T_IEEE_F64LE, NULL, 0, NULL, words);
    hdf_release(hdf, whole(hdf, dataset, H5T_NATIVE_DOUBLE, 1, &value));
}
