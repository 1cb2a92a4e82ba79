#include "output/hdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "output/hdf_scales.h"
#include "output/system.h"

enum { CHUNK_ROWS = 1 << 16, MOST_METADATA = 256 << 10 };

/* The innermost message of HDF5, and the number of the system's error in it. */
struct cause {
    char text[160];
    int number;
};

static herr_t find_cause(unsigned depth, const H5E_error2_t *entry, void *data)
{
    struct cause *cause = data;
    const char *description = entry->desc ? entry->desc : "";
    if (depth == 0) {
        const size_t length = strcspn(description, "\n");
        const size_t kept = length < sizeof cause->text ? length : sizeof cause->text - 1;
        memcpy(cause->text, description, kept);
        cause->text[kept] = '\0';
    }
    const char *number = strstr(description, "errno = ");
    if (number && cause->number == 0)
        cause->number = (int)strtol(number + 8, NULL, 10);
    return 0;
}

bool hdf_fail(struct hdf *hdf, const char *what)
{
    if (hdf->failed)
        return false;
    hdf->failed = true;
    struct cause cause = {.text = "", .number = 0};
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, find_cause, &cause);
    if (cause.number != 0)
        return system_failed(hdf->path, what, cause.number, hdf->error);
    return error_set(hdf->error, SPEL_ERROR_FILE, "%s: cannot %s: %s", hdf->path, what, cause.text);
}

/* HDF5 would print what fails, and try again at the end of the program what a
 * full disk refused. */
static void begin(struct hdf *hdf, const char *path, struct spel_error *error)
{
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    *hdf = (struct hdf){.path = path, .file = H5I_INVALID_HID, .error = error};
    hdf->text = H5Tcopy(H5T_C_S1);
    H5Tset_size(hdf->text, H5T_VARIABLE);
    H5Tset_cset(hdf->text, H5T_CSET_UTF8);
}

/* The cache of where chunks lie would grow with their number, to 32 MB. */
static void keep_small(hid_t access)
{
    H5AC_cache_config_t config = {.version = H5AC__CURR_CACHE_CONFIG_VERSION};
    H5Pget_mdc_config(access, &config);
    config.set_initial_size = true;
    config.initial_size = config.min_size = config.max_size = MOST_METADATA;
    H5Pset_mdc_config(access, &config);
}

/* A file system without locks is no reason to refuse. */
static hid_t access_list(void)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    keep_small(access);
#if H5_VERSION_GE(1, 10, 7)
    H5Pset_file_locking(access, true, true);
#endif
    return access;
}

bool hdf_create(struct hdf *hdf, const char *path, struct spel_error *error)
{
    begin(hdf, path, error);
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    const hid_t access = access_list();
    H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110);
    hdf->file = H5Fcreate(path, H5F_ACC_TRUNC, creation, access);
    if (hdf->file < 0)
        hdf_fail(hdf, "be made");
    H5Pclose(creation);
    H5Pclose(access);
    if (hdf->failed)
        hdf_close(hdf);
    return !hdf->failed;
}

/* Says what is wrong with a path in terms of what people see. */
static bool refuse(struct hdf *hdf, enum spel_error_code code, const char *sentence)
{
    hdf->failed = true;
    return error_set(hdf->error, code, "%s: %s", hdf->path, sentence);
}

bool hdf_open(struct hdf *hdf, const char *path, struct spel_error *error)
{
    begin(hdf, path, error);
    const hid_t access = access_list();
    H5Pset_cache(access, 0, 0, 0, H5D_CHUNK_CACHE_W0_DEFAULT); /* each chunk is read once */
    struct stat status;
    if (stat(path, &status) != 0)
        refuse(hdf, SPEL_ERROR_INPUT, "no such file");
    else if (!S_ISREG(status.st_mode))
        refuse(hdf, SPEL_ERROR_INPUT, "not a file");
    else if (status.st_size == 0)
        refuse(hdf, SPEL_ERROR_INPUT, "an empty file");
    else if (H5Fis_hdf5(path) <= 0)
        refuse(hdf, SPEL_ERROR_INPUT, "not an HDF5 file, or one that cannot be read");
    else if ((hdf->file = H5Fopen(path, H5F_ACC_RDONLY, access)) < 0)
        hdf_fail(hdf, "be opened");
    H5Pclose(access);
    if (hdf->failed)
        hdf_close(hdf);
    return !hdf->failed;
}

bool hdf_close(struct hdf *hdf)
{
    hdf_scales_list(hdf);
    if (hdf->text > 0)
        H5Tclose(hdf->text);
    if (hdf->file >= 0 && H5Fclose(hdf->file) < 0)
        hdf_fail(hdf, "be written");
    hdf->file = H5I_INVALID_HID;
    hdf->text = 0;
    return !hdf->failed;
}

void hdf_release(struct hdf *hdf, hid_t object)
{
    if (object > 0 && H5Idec_ref(object) < 0)
        hdf_fail(hdf, "be written");
}

hid_t hdf_group(struct hdf *hdf, hid_t parent, const char *name)
{
    if (hdf->failed)
        return H5I_INVALID_HID;
    const hid_t creation = H5Pcreate(H5P_GROUP_CREATE);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    const hid_t group = H5Gcreate2(parent, name, H5P_DEFAULT, creation, H5P_DEFAULT);
    if (group < 0)
        hdf_fail(hdf, "be written");
    H5Pclose(creation);
    return group;
}

static void attribute(struct hdf *hdf, hid_t object, const char *name, hid_t type, hid_t memory,
                      const void *values, const size_t *count)
{
    if (hdf->failed)
        return;
    const hsize_t length = count ? *count : 1;
    const hid_t space = count ? H5Screate_simple(1, &length, NULL) : H5Screate(H5S_SCALAR);
    const hid_t made = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
    if (made < 0 || H5Awrite(made, memory, values) < 0 || H5Aclose(made) < 0)
        hdf_fail(hdf, "be written");
    H5Sclose(space);
}

void hdf_attribute_text(struct hdf *hdf, hid_t object, const char *name, const char *text)
{
    attribute(hdf, object, name, hdf->text, hdf->text, &text, NULL);
}

void hdf_attribute_texts(struct hdf *hdf, hid_t object, const char *name, const char *const *texts,
                         size_t count)
{
    attribute(hdf, object, name, hdf->text, hdf->text, texts, &count);
}

void hdf_attribute_number(struct hdf *hdf, hid_t object, const char *name, hid_t type,
                          const void *value)
{
    attribute(hdf, object, name, type, type, value, NULL);
}

void hdf_describe(struct hdf *hdf, hid_t object, struct hdf_words words)
{
    hdf_attribute_text(hdf, object, "units", words.unit ? words.unit : "1");
    if (words.title)
        hdf_attribute_text(hdf, object, "long_name", words.title);
    if (words.doc)
        hdf_attribute_text(hdf, object, "description", words.doc);
}

enum { MOST_FLAGS = 32, MOST_MEANINGS = 1024 };

void hdf_flags(struct hdf *hdf, hid_t object, const char *const *meanings, size_t count)
{
    int8_t values[MOST_FLAGS];
    char text[MOST_MEANINGS] = "";
    for (size_t i = 0; i < count && i < MOST_FLAGS; i++) {
        values[i] = (int8_t)i;
        if (i > 0)
            strncat(text, " ", sizeof text - strlen(text) - 1);
        strncat(text, meanings[i], sizeof text - strlen(text) - 1);
    }
    attribute(hdf, object, "flag_values", H5T_STD_I8LE, H5T_NATIVE_INT8, values, &count);
    hdf_attribute_text(hdf, object, "flag_meanings", text);
}

static hid_t creation_of(const struct hdf_layout *layout, hid_t type, const hsize_t *lengths,
                         size_t rank)
{
    const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_obj_track_times(creation, false);
    size_t values = 1;
    for (size_t a = 0; a < rank; a++)
        values *= lengths[a];
    if (rank == 0 || values == 0 || H5Tis_variable_str(type) > 0)
        return creation;
    if (layout && layout->fixed) {
        H5Pset_layout(creation, H5D_CONTIGUOUS);
        H5Pset_alloc_time(creation, H5D_ALLOC_TIME_EARLY);
        H5Pset_fill_time(creation, H5D_FILL_TIME_ALLOC);
        return creation;
    }
    hsize_t chunk[HDF_RANK] = {0};
    for (size_t a = 0; a < rank; a++)
        chunk[a] = layout && layout->chunk[a] ? layout->chunk[a]
                   : lengths[a] > CHUNK_ROWS  ? CHUNK_ROWS
                                              : lengths[a];
    H5Pset_chunk(creation, (int)rank, chunk);
    H5Pset_shuffle(creation);
    H5Pset_deflate(creation, 1);
    return creation;
}

hid_t hdf_dataset(struct hdf *hdf, hid_t group, const char *name, hid_t type,
                  const struct hdf_axis *const *axes, size_t rank, const struct hdf_layout *layout,
                  struct hdf_words words)
{
    if (hdf->failed)
        return H5I_INVALID_HID;
    hsize_t lengths[HDF_RANK] = {0};
    for (size_t a = 0; a < rank; a++)
        lengths[a] = axes[a]->length;
    const hid_t space = rank ? H5Screate_simple((int)rank, lengths, NULL) : H5Screate(H5S_SCALAR);
    const hid_t creation = creation_of(layout, type, lengths, rank);
    if (layout && layout->fill)
        H5Pset_fill_value(creation, type, layout->fill);
    const hid_t access = H5Pcreate(H5P_DATASET_ACCESS);
    if (layout && layout->chunk[0])
        H5Pset_chunk_cache(access, 0, 0, H5D_CHUNK_CACHE_W0_DEFAULT);
    const hid_t dataset = H5Dcreate2(group, name, type, space, H5P_DEFAULT, creation, access);
    if (dataset < 0)
        hdf_fail(hdf, "be written");
    H5Pclose(access);
    H5Pclose(creation);
    H5Sclose(space);
    hdf_scales_use(hdf, dataset, axes, rank);
    hdf_describe(hdf, dataset, words);
    return dataset;
}

/* Moves a part of a dataset: from memory into it, or where `from` is NULL out of it. */
static void move(struct hdf *hdf, hid_t dataset, hid_t type, const size_t *start,
                 const size_t *count, size_t rank, const void *from, void *to)
{
    hsize_t first[HDF_RANK] = {0}, span[HDF_RANK] = {0};
    if (hdf->failed)
        return;
    for (size_t a = 0; a < rank; a++) {
        first[a] = start[a];
        span[a] = count[a];
    }
    const hid_t space = H5Dget_space(dataset), memory = H5Screate_simple((int)rank, span, NULL);
    H5Sselect_hyperslab(space, H5S_SELECT_SET, first, NULL, span, NULL);
    const herr_t moved = from ? H5Dwrite(dataset, type, memory, space, H5P_DEFAULT, from)
                              : H5Dread(dataset, type, memory, space, H5P_DEFAULT, to);
    if (moved < 0)
        hdf_fail(hdf, from ? "be written" : "be read");
    H5Sclose(memory);
    H5Sclose(space);
}

void hdf_write(struct hdf *hdf, hid_t dataset, hid_t type, const size_t *start, const size_t *count,
               size_t rank, const void *values)
{
    move(hdf, dataset, type, start, count, rank, values, NULL);
}

void hdf_read_part(struct hdf *hdf, hid_t dataset, hid_t type, const size_t *start,
                   const size_t *count, size_t rank, void *values)
{
    move(hdf, dataset, type, start, count, rank, NULL, values);
}
