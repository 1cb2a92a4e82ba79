#include "params/layers.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/file_text.h"
#include "params/folders.h"

static const struct item *item_of(const struct layer *layer, const char *path)
{
    for (size_t i = 0; i < layer->item_count; i++)
        if (strcmp(layer->items[i].key->path, path) == 0)
            return &layer->items[i];
    return NULL;
}

/* A file of settings: its text, the keys in it, and that it is of this format. */
static bool file_load(struct reader *reader, struct layers *layers, const char *path)
{
    struct layer *layer = &layers->files[layers->file_count++];
    layer->file = layer->path = reader_text(reader, path, strlen(path));
    if (!layer->file)
        return false;
    layer->text = file_text_read(path, LARGEST_SCENARIO, &layer->length, reader->error);
    if (!layer->text) {
        reader->faults++;
        return false;
    }
    return layer_parse(reader, layer);
}

static void format_check(struct reader *reader, const struct layer *layer)
{
    if (reader_goes_on(reader) && !item_of(layer, "samenspel"))
        fault_of(reader, layer->file, "the format is missing: it begins with samenspel: 1");
}

/* The circle of files as a → b → a, when `path` is among those read. */
static bool is_circle(const struct layers *layers, const struct item *base, const char *path)
{
    char chain[300];
    size_t at = 0;
    bool inside = false;
    for (size_t i = 0; i < layers->file_count; i++) {
        inside = inside || strcmp(layers->files[i].path, path) == 0;
        if (inside && at < sizeof chain)
            at += (size_t)snprintf(chain + at, sizeof chain - at, "%s → ",
                                   file_name(layers->files[i].path));
    }
    if (inside)
        fault(&base->value, "goes round in a circle: %s%s", at < sizeof chain ? chain : "",
              file_name(path));
    else if (layers->file_count == MOST_LAYERS)
        fault(&base->value, "more than %d scenarios, one based on the other", MOST_LAYERS);
    return inside || layers->file_count == MOST_LAYERS;
}

/* Where the scenario stands on which this one is based; NULL with a fault. */
static const char *base_find(struct reader *reader, const struct layer *layer,
                             const struct item *base, const char *const *folders)
{
    const char *name = value_text(&base->value, PATH_TEXT);
    if (!name)
        return NULL;
    if (!name[0] || strchr(name, '/')) {
        fault(&base->value, "the name of a scenario is expected, without folder and ending");
        return NULL;
    }
    char *found = folders_find(layer->path, folders, name, ".yaml", reader->error);
    const char *kept = found ? reader_text(reader, found, strlen(found)) : NULL;
    if (!found) {
        char *near = folders_nearest(layer->path, folders, name, ".yaml", reader->error);
        fault(&base->value, "no such scenario beside this file or among the installed ones%s%s%s",
              near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
        memory_release(near);
    }
    memory_release(found);
    return kept;
}

/* The file, the file it is based on, and so on. */
void layers_load_files(struct reader *reader, struct layers *layers, const char *path,
                       const char *const *folders)
{
    while (path && file_load(reader, layers, path)) {
        const struct layer *layer = &layers->files[layers->file_count - 1];
        format_check(reader, layer);
        const struct item *base = item_of(layer, "based_on");
        path = base ? base_find(reader, layer, base, folders) : NULL;
        if (path && is_circle(layers, base, path))
            path = NULL;
        reader->base_lost = base && !path;
    }
    reader->base_lost |= path != NULL;
}

static const char *set_name(struct reader *reader, const char *text)
{
    static const char option[] = "--set ";
    const size_t room = strlen(text) + sizeof option;
    char *name = reader_take(reader, room, 1);
    if (name)
        snprintf(name, room, "%s%s", option, text);
    return name;
}

void layers_load_sets(struct reader *reader, struct layers *layers, const char *const *overrides,
                      size_t count)
{
    if (count == 0)
        return;
    layers->sets = reader_take(reader, count, sizeof *layers->sets);
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        struct layer *layer = &layers->sets[layers->set_count++];
        layer->set = overrides[i];
        layer->file = set_name(reader, overrides[i]);
        if (layer->file)
            layer_parse_set(reader, layer);
    }
}

void layers_load_text(struct reader *reader, struct layers *layers, const char *name,
                      const char *text, size_t length)
{
    struct layer *layer = &layers->files[layers->file_count++];
    layer->file = name;
    if (!text_is_readable(name, text, length, LARGEST_SCENARIO, reader->error)) {
        reader->faults++;
        return;
    }
    layer->text = memory_take(length + 1, 1, reader->error);
    reader->broken = !layer->text;
    if (reader->broken)
        return;
    memcpy(layer->text, text, length);
    layer->length = length;
    if (layer_parse(reader, layer))
        format_check(reader, layer);
}

char *layers_text(const struct layers *layers, struct spel_error *error)
{
    size_t room = 1;
    for (size_t i = 0; i < layers->file_count; i++)
        room += layers->files[i].length + strlen(file_name(layers->files[i].file)) + 5;
    for (size_t i = 0; i < layers->set_count; i++)
        room += strlen(layers->sets[i].set) + 16;
    char *text = memory_take(room, 1, error);
    size_t at = 0;
    for (size_t i = layers->file_count; i > 0 && text; i--) {
        const struct layer *layer = &layers->files[i - 1];
        const char *end = layer->text[layer->length - 1] == '\n' ? "" : "\n";
        at += (size_t)snprintf(text + at, room - at, "# %s\n%s%s", file_name(layer->file),
                               layer->text, end);
    }
    for (size_t i = 0; i < layers->set_count && text; i++)
        at += (size_t)snprintf(text + at, room - at, "# --set %s\n", layers->sets[i].set);
    return text;
}

void layers_clear(struct layers *layers)
{
    for (size_t i = 0; i < layers->file_count; i++)
        layer_clear(&layers->files[i]);
    for (size_t i = 0; i < layers->set_count; i++)
        layer_clear(&layers->sets[i]);
}
