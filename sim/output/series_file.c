#include "output/series_file.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

static bool read_start(struct series_file *file)
{
    struct hdf *hdf = &file->hdf;
    char *start = NULL, why[WHY_TEXT];
    const hid_t month = H5Dopen2(hdf->file, "/series/month", H5P_DEFAULT);
    const hid_t attribute =
        month < 0 ? -1 : H5Aopen_by_name(month, ".", "calendar_start", H5P_DEFAULT, H5P_DEFAULT);
    const hid_t space = attribute < 0 ? -1 : H5Aget_space(attribute);
    bool fine = attribute >= 0 && H5Aread(attribute, hdf->text, &start) >= 0 && start &&
                month_read(start, &file->span.start_year, &file->span.start_month, why);
    if (start)
        H5Dvlen_reclaim(hdf->text, space, H5P_DEFAULT, &start);
    hdf_release(hdf, space);
    hdf_release(hdf, attribute);
    hdf_release(hdf, month);
    return fine ||
           error_set(hdf->error, SPEL_ERROR_FILE, "%s: /series/month has no start", hdf->path);
}

static size_t length_of(struct hdf *hdf, const char *path)
{
    size_t count = 0;
    memory_release(hdf_read_numbers(hdf, path, H5T_NATIVE_INT, sizeof(int), &count));
    return count;
}

static void read_axes(struct series_file *file)
{
    struct hdf *hdf = &file->hdf;
    for (enum axis axis = 0; axis < AXES; axis++) {
        char path[64], names[64];
        size_t count = 0;
        snprintf(path, sizeof path, "/series/%s", axis_names[axis]);
        snprintf(names, sizeof names, "/series/%s_name", axis_names[axis]);
        if (!hdf_has(hdf, path))
            continue;
        file->labels[axis] = hdf_read_texts(hdf, path, &file->axis_length[axis]);
        file->titles[axis] = hdf_read_texts(hdf, names, &count);
        if (file->titles[axis] && count != file->axis_length[axis]) {
            hdf_release_texts(file->titles[axis], count);
            file->titles[axis] = NULL;
            hdf->failed =
                !error_set(hdf->error, SPEL_ERROR_FILE, "%s: %s is damaged", hdf->path, names);
        }
    }
}

static bool read_all(struct series_file *file)
{
    struct hdf *hdf = &file->hdf;
    size_t runs = 0;
    resolutions_read(hdf, &file->scenarios);
    file->replicates = length_of(hdf, "/series/replicate");
    file->span.months = (uint32_t)length_of(hdf, "/series/month");
    uint64_t *seed = hdf_read_numbers(hdf, "/runs/seed", H5T_NATIVE_UINT64, sizeof *seed, &runs);
    file->seed = seed && runs > 0 ? seed[0] : 0;
    memory_release(seed);
    if (!hdf->failed && (runs == 0 || file->replicates == 0 || file->span.months == 0))
        hdf->failed = !error_set(hdf->error, SPEL_ERROR_FILE, "%s: /series and /runs do not agree",
                                 hdf->path);
    read_axes(file);
    return !hdf->failed && read_start(file);
}

bool series_file_open(struct series_file *file, const char *path, struct spel_error *error)
{
    *file = (struct series_file){.hdf = {.path = path}};
    if (!heading_open(&file->hdf, path, &file->heading, error)) {
        *file = (struct series_file){.hdf = {.path = NULL}};
        return false;
    }
    if (file->heading.finished ? read_all(file)
                               : error_set(error, SPEL_ERROR_INPUT,
                                           "%s: a run that is not finished; finish it with run "
                                           "--resume",
                                           path))
        return true;
    series_file_close(file);
    return false;
}

void series_file_close(struct series_file *file)
{
    if (!file->hdf.path)
        return;
    resolutions_clear(&file->scenarios);
    for (enum axis axis = 0; axis < AXES; axis++) {
        hdf_release_texts(file->labels[axis], file->axis_length[axis]);
        hdf_release_texts(file->titles[axis], file->axis_length[axis]);
    }
    heading_clear(&file->heading);
    hdf_close(&file->hdf);
    *file = (struct series_file){.hdf = {.path = NULL}};
}

size_t series_file_scenario(const struct series_file *file, const char *name)
{
    size_t s = 0;
    while (s < file->scenarios.count && strcmp(file->scenarios.names[s], name) != 0)
        s++;
    return s;
}

bool series_file_has(struct series_file *file, size_t variable)
{
    char path[96];
    snprintf(path, sizeof path, "/series/%s", variables[variable].name);
    return series_file_length(file, variable) > 0 && hdf_has(&file->hdf, path);
}

size_t series_file_length(const struct series_file *file, size_t variable)
{
    size_t length = 1;
    for (size_t a = 0; a < variables[variable].axis_count; a++)
        length *= file->axis_length[variables[variable].axes[a]];
    return length;
}

float *series_file_read(struct series_file *file, size_t variable)
{
    char path[96];
    size_t count = 0;
    struct hdf *hdf = &file->hdf;
    snprintf(path, sizeof path, "/series/%s", variables[variable].name);
    float *values = hdf_read_numbers(hdf, path, H5T_NATIVE_FLOAT, sizeof *values, &count);
    const size_t wanted = file->scenarios.count * file->replicates * file->span.months *
                          series_file_length(file, variable);
    if (!values || count == wanted)
        return values;
    memory_release(values);
    hdf->failed = true;
    error_set(hdf->error, SPEL_ERROR_FILE, "%s: %s has %zu values where %zu are expected",
              hdf->path, path, count, wanted);
    return NULL;
}

void series_file_position(const struct series_file *file, size_t variable, size_t position,
                          enum series_name name, char text[SERIES_PLACE])
{
    const struct variable *row = &variables[variable];
    size_t used = 0, stride = series_file_length(file, variable);
    text[0] = '\0';
    for (size_t a = 0; a < row->axis_count; a++) {
        const size_t length = file->axis_length[row->axes[a]];
        const bool place = row->axes[a] == AXIS_MUNICIPALITY || row->axes[a] == AXIS_NEIGHBOURHOOD;
        const bool title = name == SERIES_TITLE || (name == SERIES_ENGLISH && place);
        char **const names = title ? file->titles[row->axes[a]] : file->labels[row->axes[a]];
        stride /= length;
        if (length > 1 && used < SERIES_PLACE)
            used += (size_t)snprintf(text + used, SERIES_PLACE - used, "%s%s", used ? ", " : "",
                                     names[position / stride % length]);
    }
}
