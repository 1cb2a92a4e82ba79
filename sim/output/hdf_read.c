#include "output/hdf.h"

#include <string.h>

#include "base/memory.h"

static void refuse(struct hdf *hdf, const char *path, const char *sentence)
{
    if (!hdf->failed)
        error_set(hdf->error, SPEL_ERROR_FILE, "%s: %s %s", hdf->path, path, sentence);
    hdf->failed = true;
}

/* Opens a dataset of numbers or of text, and says how many values it has. */
static hid_t open_dataset(struct hdf *hdf, const char *path, bool text, size_t *count)
{
    *count = 0;
    if (hdf->failed)
        return H5I_INVALID_HID;
    const hid_t dataset = H5Dopen2(hdf->file, path, H5P_DEFAULT);
    if (dataset < 0) {
        refuse(hdf, path, "is missing");
        return dataset;
    }
    const hid_t type = H5Dget_type(dataset), space = H5Dget_space(dataset);
    const H5T_class_t kind = H5Tget_class(type);
    const bool numbers = kind == H5T_INTEGER || kind == H5T_FLOAT;
    *count = (size_t)H5Sget_simple_extent_npoints(space);
    if (text ? H5Tis_variable_str(type) <= 0 : !numbers)
        refuse(hdf, path, text ? "is not text" : "does not hold numbers");
    H5Tclose(type);
    H5Sclose(space);
    return dataset;
}

void *hdf_read_numbers(struct hdf *hdf, const char *path, hid_t memory, size_t size, size_t *count)
{
    const hid_t dataset = open_dataset(hdf, path, false, count);
    void *values = hdf->failed ? NULL : memory_take(*count, size, hdf->error);
    if (!values)
        hdf->failed = true;
    else if (*count > 0 && H5Dread(dataset, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        hdf_fail(hdf, "be read");
    hdf_release(hdf, dataset);
    if (!hdf->failed)
        return values;
    memory_release(values);
    return NULL;
}

static char *own_copy(struct hdf *hdf, const char *text)
{
    const size_t length = text ? strlen(text) : 0;
    char *copy = memory_take(length + 1, 1, hdf->error);
    if (copy && text)
        memcpy(copy, text, length);
    hdf->failed |= !copy;
    return copy;
}

void hdf_release_texts(char **texts, size_t count)
{
    for (size_t i = 0; texts && i < count; i++)
        memory_release(texts[i]);
    memory_release(texts);
}

/* HDF5 gives memory of its own, which goes back to it. */
char **hdf_read_texts(struct hdf *hdf, const char *path, size_t *count)
{
    const hid_t dataset = open_dataset(hdf, path, true, count);
    char **found = hdf->failed ? NULL : memory_take(*count, sizeof *found, hdf->error);
    char **texts = found ? memory_take(*count, sizeof *texts, hdf->error) : NULL;
    hdf->failed |= !texts;
    if (texts && *count > 0) {
        const hid_t space = H5Dget_space(dataset);
        if (H5Dread(dataset, hdf->text, H5S_ALL, H5S_ALL, H5P_DEFAULT, found) < 0)
            hdf_fail(hdf, "be read");
        for (size_t i = 0; i < *count && !hdf->failed; i++)
            texts[i] = own_copy(hdf, found[i]);
        H5Dvlen_reclaim(hdf->text, space, H5P_DEFAULT, found);
        H5Sclose(space);
    }
    memory_release(found);
    hdf_release(hdf, dataset);
    if (!hdf->failed)
        return texts;
    hdf_release_texts(texts, *count);
    return NULL;
}

char *hdf_read_text(struct hdf *hdf, const char *path)
{
    size_t count;
    char **texts = hdf_read_texts(hdf, path, &count);
    char *text = texts && count > 0 ? texts[0] : NULL;
    if (texts && count == 0)
        refuse(hdf, path, "is empty");
    for (size_t i = 1; texts && i < count; i++)
        memory_release(texts[i]);
    memory_release(texts);
    return text;
}

/* -1 when there is none. */
static hid_t open_attribute(struct hdf *hdf, const char *object, const char *name)
{
    if (hdf->failed || H5Aexists_by_name(hdf->file, object, name, H5P_DEFAULT) <= 0)
        return H5I_INVALID_HID;
    return H5Aopen_by_name(hdf->file, object, name, H5P_DEFAULT, H5P_DEFAULT);
}

char *hdf_read_attribute_of(struct hdf *hdf, const char *object, const char *name)
{
    const hid_t attribute = open_attribute(hdf, object, name);
    if (attribute < 0)
        return NULL;
    const hid_t type = H5Aget_type(attribute), space = H5Aget_space(attribute);
    char *found = NULL, *text = NULL;
    if (H5Tis_variable_str(type) > 0 && H5Sget_simple_extent_npoints(space) == 1 &&
        H5Aread(attribute, hdf->text, &found) >= 0) {
        text = own_copy(hdf, found);
        H5Dvlen_reclaim(hdf->text, space, H5P_DEFAULT, &found);
    }
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(attribute);
    return text;
}

char *hdf_read_attribute(struct hdf *hdf, const char *name)
{
    return hdf_read_attribute_of(hdf, "/", name);
}

size_t hdf_read_count_of(struct hdf *hdf, const char *object, const char *name)
{
    int64_t count = 0;
    const hid_t attribute = open_attribute(hdf, object, name);
    if (attribute < 0)
        return 0;
    const hid_t space = H5Aget_space(attribute);
    if (H5Sget_simple_extent_npoints(space) != 1 ||
        H5Aread(attribute, H5T_NATIVE_INT64, &count) < 0 || count < 0)
        count = 0;
    H5Sclose(space);
    H5Aclose(attribute);
    return (size_t)count;
}

bool hdf_has(struct hdf *hdf, const char *path)
{
    return !hdf->failed && H5Lexists(hdf->file, path, H5P_DEFAULT) > 0;
}
