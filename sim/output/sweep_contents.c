#include "output/sweep_contents.h"

#include <string.h>

#include "base/memory.h"
#include "output/heading.h"

bool sweep_contents_are(const char *path)
{
    struct spel_error unheard = {.code = SPEL_FINE};
    struct hdf hdf;
    struct heading heading;
    if (!heading_open(&hdf, path, &heading, &unheard))
        return false;
    char *kind = hdf_read_attribute(&hdf, "kind");
    const bool found = kind && strcmp(kind, "sweep") == 0;
    memory_release(kind);
    heading_clear(&heading);
    hdf_close(&hdf);
    return found;
}

static size_t length_of(struct hdf *hdf, const char *path)
{
    size_t count = 0;
    memory_release(hdf_read_numbers(hdf, path, H5T_NATIVE_INT32, sizeof(int32_t), &count));
    return count;
}

static void count_runs(struct hdf *hdf, struct sweep_contents *contents)
{
    size_t messages = 0;
    contents->status = hdf_read_numbers(hdf, "/runs/status", H5T_NATIVE_INT8, 1, &contents->runs);
    contents->messages = hdf_read_texts(hdf, "/runs/message", &messages);
    if (!hdf->failed &&
        (messages != contents->runs || contents->runs != contents->points * contents->replicates))
        hdf->failed = !error_set(hdf->error, SPEL_ERROR_FILE, "%s: /runs is damaged", hdf->path);
    for (size_t r = 0; !hdf->failed && r < contents->runs; r++)
        if (contents->status[r] >= 0 && contents->status[r] < LEDGER_STATUSES)
            contents->of_status[contents->status[r]]++;
}

bool sweep_contents_read(const char *path, struct sweep_contents *contents,
                         struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    *contents = (struct sweep_contents){.program = NULL};
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    contents->program = heading.program;
    contents->title = heading.title;
    contents->design = hdf_read_attribute_of(&hdf, "/design", "design");
    contents->n = hdf_read_count_of(&hdf, "/design", "n");
    contents->identity = hdf_read_text(&hdf, "/design/identity");
    contents->seed = hdf_read_attribute_of(&hdf, "/runs", "seed_hex");
    contents->until = hdf_read_attribute_of(&hdf, "/runs", "until");
    contents->until_replicates = hdf_read_count_of(&hdf, "/runs", "until_replicates");
    contents->points = length_of(&hdf, "/runs/point");
    contents->replicates = length_of(&hdf, "/runs/replicate");
    contents->months = length_of(&hdf, "/series/month");
    count_runs(&hdf, contents);
    return hdf_close(&hdf);
}

void sweep_contents_clear(struct sweep_contents *contents)
{
    memory_release(contents->program);
    memory_release(contents->title);
    memory_release(contents->design);
    memory_release(contents->identity);
    memory_release(contents->seed);
    memory_release(contents->until);
    memory_release(contents->status);
    hdf_release_texts(contents->messages, contents->runs);
    *contents = (struct sweep_contents){.program = NULL};
}
