#include "output/contents.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/heading.h"
#include "output/ledger.h"

static herr_t add_group(hid_t file, const char *name, const H5L_info_t *info, void *data)
{
    struct contents *contents = data;
    const size_t used = strlen(contents->groups);
    (void)file;
    (void)info;
    snprintf(contents->groups + used, CONTENTS_GROUPS - used, "%s%s", used ? ", " : "", name);
    return 0;
}

static void read_start(struct hdf *hdf, struct contents *contents)
{
    const hid_t month = H5Dopen2(hdf->file, "/series/month", H5P_DEFAULT);
    char *start = NULL;
    const hid_t attribute = month < 0 ? -1 : H5Aopen(month, "calendar_start", H5P_DEFAULT);
    const hid_t space = attribute < 0 ? -1 : H5Aget_space(attribute);
    if (attribute >= 0 && H5Aread(attribute, hdf->text, &start) >= 0 && start) {
        snprintf(contents->start, sizeof contents->start, "%s", start);
        H5Dvlen_reclaim(hdf->text, space, H5P_DEFAULT, &start);
    }
    hdf_release(hdf, space);
    hdf_release(hdf, attribute);
    hdf_release(hdf, month);
}

/* Months are there when the first variable has a number. */
static void count_months(struct hdf *hdf, struct contents *contents)
{
    char *signal = NULL;
    const hid_t series = H5Gopen2(hdf->file, "/series", H5P_DEFAULT);
    const hid_t attribute = series < 0 ? -1 : H5Aopen(series, "signal", H5P_DEFAULT);
    const hid_t space = attribute < 0 ? -1 : H5Aget_space(attribute);
    if (attribute >= 0 && H5Aread(attribute, hdf->text, &signal) >= 0 && signal) {
        char path[128];
        size_t count;
        snprintf(path, sizeof path, "/series/%s", signal);
        float *values = hdf_read_numbers(hdf, path, H5T_NATIVE_FLOAT, sizeof *values, &count);
        const size_t rows = contents->scenario_count * contents->replicates * contents->months;
        for (size_t i = 0; values && rows > 0 && i < rows; i++)
            contents->months_done += !isnan(values[i * (count / rows)]);
        memory_release(values);
        H5Dvlen_reclaim(hdf->text, space, H5P_DEFAULT, &signal);
    }
    hdf_release(hdf, space);
    hdf_release(hdf, attribute);
    hdf_release(hdf, series);
}

static void read_runs(struct hdf *hdf, struct contents *contents)
{
    size_t count;
    int *status = hdf_read_numbers(hdf, "/runs/status", H5T_NATIVE_INT, sizeof *status, &count);
    for (size_t r = 0; status && r < count; r++)
        contents->runs_finished += status[r] == LEDGER_FINISHED;
    memory_release(status);
    uint64_t *seed = hdf_read_numbers(hdf, "/runs/seed", H5T_NATIVE_UINT64, sizeof *seed, &count);
    if (seed && count > 0)
        contents->seed = seed[0];
    memory_release(seed);
    contents->digests = hdf_read_texts(hdf, "/runs/digest", &contents->digest_count);
    contents->messages = hdf_read_texts(hdf, "/runs/message", &contents->message_count);
}

static void read_axes(struct hdf *hdf, struct contents *contents)
{
    memory_release(hdf_read_numbers(hdf, "/series/replicate", H5T_NATIVE_INT, sizeof(int),
                                    &contents->replicates));
    memory_release(
        hdf_read_numbers(hdf, "/series/month", H5T_NATIVE_INT, sizeof(int), &contents->months));
    contents->scenarios = hdf_read_texts(hdf, "/series/scenario", &contents->scenario_count);
}

bool contents_read(const char *path, struct contents *contents, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    *contents = (struct contents){.program = NULL};
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    contents->program = heading.program;
    contents->title = heading.title;
    contents->finished = heading.finished;
    read_axes(&hdf, contents);
    if (!hdf.failed) {
        read_start(&hdf, contents);
        H5Literate(hdf.file, H5_INDEX_CRT_ORDER, H5_ITER_INC, NULL, add_group, contents);
    }
    if (contents->finished) {
        read_runs(&hdf, contents);
        fitted_read(&hdf, &contents->fit);
    } else if (!hdf.failed) {
        count_months(&hdf, contents);
    }
    if (hdf_close(&hdf))
        return true;
    contents_clear(contents);
    return false;
}

void contents_clear(struct contents *contents)
{
    memory_release(contents->program);
    memory_release(contents->title);
    hdf_release_texts(contents->scenarios, contents->scenario_count);
    hdf_release_texts(contents->digests, contents->digest_count);
    hdf_release_texts(contents->messages, contents->message_count);
    *contents = (struct contents){.program = NULL};
}
