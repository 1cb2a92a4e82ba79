#include "params/network_spec.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/file_text.h"
#include "params/folders.h"
#include "params/network_spec_parts.h"

enum { SENTENCE = 400, FIRST_RUNS = 1000, MOST_RUNS = 10000000 };

enum top {
    TOP_NETWORK,
    TOP_COVARIATES,
    TOP_DYADIC,
    TOP_BEHAVIOURS,
    TOP_RATES,
    TOP_MAX_DEGREE,
    TOP_EFFECTS,
    TOP_SIMULATE,
    TOPS
};
static const char *const top_names[TOPS] = {"network", "covariates", "dyadic",  "behaviours",
                                            "rates",   "max_degree", "effects", "simulate"};

struct spec_mark spec_mark_of(const struct value *value)
{
    return (struct spec_mark){value->node->start_mark.line + 1, value->node->start_mark.column + 1,
                              value->path};
}

bool spec_text(const struct value *value, const char **text, struct spec_mark *mark)
{
    const char *read = value_text(value, SPEC_TEXT);
    if (read && !read[0])
        return fault_of_key(value, "no value: a text is expected");
    *text = read ? reader_text(value->reader, read, strlen(read)) : NULL;
    *mark = spec_mark_of(value);
    return *text != NULL;
}

bool spec_number(const struct value *value, double least, double most, struct spec_number *number)
{
    if (!value->node)
        return true;
    number->given = true;
    number->mark = spec_mark_of(value);
    return value_number(value, least, most, NULL, &number->value);
}

size_t spec_pair_count(const struct value *mapping)
{
    if (mapping->node->type != YAML_MAPPING_NODE) {
        const bool empty =
            mapping->node->type == YAML_SCALAR_NODE && mapping->node->data.scalar.length == 0;
        if (!empty)
            fault(mapping, "keys below it are expected, as {name: …}");
        return 0;
    }
    return value_pairs(mapping);
}

static const char *name_at(const struct value *mapping, size_t i, struct value *key)
{
    const yaml_node_pair_t *pair = mapping->node->data.mapping.pairs.start + i;
    *key = *mapping;
    key->node = yaml_document_get_node(&mapping->layer->document, pair->key);
    const bool is_word =
        key->node->type == YAML_SCALAR_NODE &&
        strlen((const char *)key->node->data.scalar.value) == key->node->data.scalar.length;
    return is_word ? (const char *)key->node->data.scalar.value : NULL;
}

/* Letters, digits, points and low lines, so that names can stand in columns of tables. */
static bool is_name(const char *text)
{
    return text[0] && strlen(text) < SPEC_NAME &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.")] ==
               '\0';
}

bool spec_pair_at(const struct value *mapping, size_t i, const char **name, struct value *entry)
{
    struct value key, other;
    const char *text = name_at(mapping, i, &key);
    if (!text || !is_name(text))
        return fault_of_key(&key, "a name is expected: at most %d letters, digits, . and _",
                            SPEC_NAME - 1);
    *entry = key;
    *name = reader_text(mapping->reader, text, strlen(text));
    entry->path = reader_join(mapping->reader, mapping->path, text);
    for (size_t k = 0; k < i && entry->path; k++) {
        const char *before = name_at(mapping, k, &other);
        if (before && strcmp(before, text) == 0)
            return fault_of_key(entry, "this key stands there twice: leave one out");
    }
    entry->node = yaml_document_get_node(&mapping->layer->document,
                                         mapping->node->data.mapping.pairs.start[i].value);
    return *name && entry->path;
}

static void read_network(struct network_spec *spec, const struct value *value)
{
    static const char *const names[] = {"actors", "edges"};
    struct value found[2];
    uint64_t actors;
    if (!value_mapping(value, names, 2, found))
        return;
    if (!found[0].node)
        fault_of_key(value, "actors is missing: how many there are");
    else if (value_whole(&found[0], 2, SPEC_MOST_ACTORS, &actors))
        spec->actors = (uint32_t)actors;
    if (found[1].node)
        spec_text(&found[1], &spec->edges, &spec->edges_mark);
}

static void read_simulate(struct network_spec *spec, const struct value *value)
{
    static const char *const names[] = {"runs", "seed", "sampler"};
    struct value found[3];
    uint64_t runs;
    if (!value_mapping(value, names, 3, found))
        return;
    if (found[0].node && value_whole(&found[0], 1, MOST_RUNS, &runs))
        spec->runs = (uint32_t)runs;
    if (found[1].node)
        value_whole(&found[1], 0, UINT64_MAX, &spec->seed);
    const char *sampler = found[2].node ? value_text(&found[2], SPEC_TEXT) : NULL;
    if (!sampler)
        return;
    spec->dense = strcmp(sampler, "dense") == 0;
    if (!spec->dense && strcmp(sampler, "sparse") != 0)
        fault(&found[2], "sparse or dense is expected");
}

static void read_top(struct network_spec *spec, struct reader *reader, struct value *found)
{
    uint64_t most;
    for (int top = 0; top < TOPS; top++)
        if (!found[top].node && (top == TOP_NETWORK || top == TOP_RATES || top == TOP_EFFECTS))
            fault_of(reader, spec->file, "%s: is missing", top_names[top]);
    if (found[TOP_NETWORK].node)
        read_network(spec, &found[TOP_NETWORK]);
    if (found[TOP_COVARIATES].node)
        spec_read_covariates(spec, &found[TOP_COVARIATES]);
    if (found[TOP_BEHAVIOURS].node)
        spec_read_behaviours(spec, &found[TOP_BEHAVIOURS]);
    if (found[TOP_DYADIC].node)
        spec_read_dyadics(spec, &found[TOP_DYADIC]);
    if (found[TOP_RATES].node && reader_goes_on(reader))
        spec_read_rates(spec, &found[TOP_RATES]);
    if (found[TOP_EFFECTS].node)
        spec_read_effects(spec, &found[TOP_EFFECTS]);
    if (found[TOP_SIMULATE].node)
        read_simulate(spec, &found[TOP_SIMULATE]);
    if (found[TOP_MAX_DEGREE].node &&
        value_whole(&found[TOP_MAX_DEGREE], 1, SPEC_MOST_ACTORS, &most))
        spec->max_degree = (uint32_t)most;
}

static void read_document(struct network_spec *spec, struct reader *reader, struct layer *layer)
{
    struct value found[TOPS];
    if (!layer_load(reader, layer))
        return;
    const struct value root = {reader, layer, yaml_document_get_root_node(&layer->document), ""};
    if (root.node->type != YAML_MAPPING_NODE)
        fault_of(reader, spec->file,
                 "not a network spec: keys and values are expected, such as network: {actors: 50}");
    else if (value_mapping(&root, top_names, TOPS, found))
        read_top(spec, reader, found);
}

/* The name of the file without folder and ending. */
static const char *name_of(struct reader *reader, const char *path)
{
    const char *file = file_name(path), *ending = strrchr(file, '.');
    return reader_text(reader, file,
                       ending && ending > file ? (size_t)(ending - file) : strlen(file));
}

bool network_spec_parse(struct network_spec *spec, const char *path, const char *text,
                        size_t length, struct spel_error *error)
{
    struct reader reader = {.error = error};
    struct layer layer = {.path = path};
    *spec = (struct network_spec){.runs = FIRST_RUNS, .seed = 1};
    if (!text_is_readable(path, text, length, LARGEST_SCENARIO, error))
        return false;
    layer.file = spec->file = reader_text(&reader, path, strlen(path));
    spec->name = name_of(&reader, path);
    spec->text = layer.text = reader_text(&reader, text, length);
    layer.length = length;
    if (!reader.broken)
        read_document(spec, &reader, &layer);
    layer.text = NULL; /* of the pool, which the spec keeps */
    layer_clear(&layer);
    spec->pool = reader.pool;
    if (reader.faults == 0 && !reader.broken)
        return true;
    network_spec_clear(spec);
    return false;
}

bool network_spec_read(struct network_spec *spec, const char *path, struct spel_error *error)
{
    size_t length;
    *spec = (struct network_spec){0};
    char *text = file_text_read(path, LARGEST_SCENARIO, &length, error);
    bool fine = text && network_spec_parse(spec, path, text, length, error);
    memory_release(text);
    if (fine && !spec_read_tables(spec, error)) {
        network_spec_clear(spec);
        fine = false;
    }
    return fine;
}

void network_spec_clear(struct network_spec *spec)
{
    pool_clear(&spec->pool);
    *spec = (struct network_spec){0};
}

bool network_spec_fault(const struct network_spec *spec, const struct spec_mark *mark,
                        struct spel_error *error, const char *format, ...)
{
    char sentence[SENTENCE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    return error_add(error, SPEL_ERROR_INPUT, "%s:%zu:%zu: %s: %s", spec->file, mark->line,
                     mark->column, mark->path, sentence);
}
