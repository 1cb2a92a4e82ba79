/* From text to values under keys: YAML is parsed, and each key looked up. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/nearest.h"
#include "params/reading.h"

/* What people most often got wrong, behind libyaml's own words. */
static const char *help_with(const yaml_parser_t *parser, const struct layer *layer)
{
    const char *line = layer->set ? NULL : layer->text;
    for (size_t i = 0; line && i < parser->problem_mark.line; i++)
        line = (line = strchr(line, '\n')) ? line + 1 : NULL;
    if (parser->context && strstr(parser->context, "quoted scalar"))
        return " (a text with an apostrophe stands between double quotes)";
    if (line && memchr(line, '\t', strspn(line, " \t")))
        return " (a tab: spaces are expected)";
    return "";
}

static bool fault_of_yaml(struct reader *reader, const struct layer *layer,
                          const yaml_parser_t *parser)
{
    if (parser->error == YAML_MEMORY_ERROR) {
        reader->broken = true;
        return error_set(reader->error, SPEL_ERROR_MEMORY, "no memory to read %s", layer->file);
    }
    const bool reads = parser->error == YAML_READER_ERROR;
    const char *problem = parser->problem ? parser->problem : "unknown";
    const char *help = help_with(parser, layer);
    if (layer->set)
        return fault_of(reader, layer->file, "not a YAML value: %s%s", problem, help);
    if (reads)
        return fault_of(reader, layer->file, "not UTF-8 text: %s at byte %zu", problem,
                        parser->problem_offset + 1);
    char where[256];
    snprintf(where, sizeof where, "%.200s:%zu:%zu", layer->file, parser->problem_mark.line + 1,
             parser->problem_mark.column + 1);
    return fault_of(reader, where, "not YAML: %s%s", problem, help);
}

/* One document, and nothing after it. */
static bool documents_load(struct reader *reader, struct layer *layer, yaml_parser_t *parser)
{
    if (!yaml_parser_load(parser, &layer->document))
        return fault_of_yaml(reader, layer, parser);
    layer->has_document = true;
    if (!yaml_document_get_root_node(&layer->document))
        return fault_of(reader, layer->file, "the file is empty: it holds only comments");
    yaml_document_t next;
    if (!yaml_parser_load(parser, &next))
        return fault_of_yaml(reader, layer, parser);
    const bool more = yaml_document_get_root_node(&next) != NULL;
    yaml_document_delete(&next);
    return !more || fault_of(reader, layer->file, "more than one YAML document: one is expected");
}

static bool text_parse(struct reader *reader, struct layer *layer, const char *text, size_t length)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        reader->broken = true;
        return error_set(reader->error, SPEL_ERROR_MEMORY, "no memory to read %s", layer->file);
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    const bool fine = documents_load(reader, layer, &parser);
    yaml_parser_delete(&parser);
    return fine;
}

static bool visited_take(struct reader *reader, struct layer *layer)
{
    const size_t nodes = (size_t)(layer->document.nodes.top - layer->document.nodes.start);
    layer->visited = reader_take(reader, nodes + 1, sizeof *layer->visited);
    return layer->visited != NULL;
}

bool layer_load(struct reader *reader, struct layer *layer)
{
    return text_parse(reader, layer, layer->text, layer->length);
}

bool layer_parse(struct reader *reader, struct layer *layer)
{
    if (!layer_load(reader, layer) || !visited_take(reader, layer))
        return false;
    yaml_node_t *root = yaml_document_get_root_node(&layer->document);
    if (root->type != YAML_MAPPING_NODE)
        return fault_of(reader, layer->file,
                        "not a scenario: keys and values are expected, such as samenspel: 1");
    layer_walk(reader, layer, root, "", "", false);
    return true;
}

/* The value of --set is a plain text as it stands, or a list or mapping of YAML. */
static bool set_value(struct reader *reader, struct layer *layer, const char *text)
{
    if (text[0] == '[' || text[0] == '{')
        return text_parse(reader, layer, text, strlen(text));
    if (!yaml_document_initialize(&layer->document, NULL, NULL, NULL, 1, 1)) {
        reader->broken = true;
        return error_set(reader->error, SPEL_ERROR_MEMORY, "no memory for --set");
    }
    layer->has_document = true;
    return yaml_document_add_scalar(&layer->document, NULL, (const yaml_char_t *)text,
                                    (int)strlen(text), YAML_PLAIN_SCALAR_STYLE) > 0 ||
           fault_of(reader, layer->file, "not UTF-8 text");
}

static void walk_entry(struct reader *reader, struct layer *layer, yaml_node_t *node,
                       const char *lookup, const char *shown, bool short_names);

bool layer_parse_set(struct reader *reader, struct layer *layer)
{
    const char *equals = strchr(layer->set, '=');
    if (!equals || equals == layer->set)
        return fault_of(reader, layer->file, "path=value is expected, such as knobs.formal=0.6");
    if (strlen(layer->set) > 10000)
        return fault_of(reader, layer->file, "longer than 10000 bytes");
    const char *path = reader_text(reader, layer->set, (size_t)(equals - layer->set));
    if (!path || !set_value(reader, layer, equals + 1) || !visited_take(reader, layer))
        return false;
    walk_entry(reader, layer, yaml_document_get_root_node(&layer->document), path, path, true);
    return true;
}

static bool item_add(struct reader *reader, const struct value *value, const struct key *key)
{
    struct layer *layer = value->layer;
    for (size_t i = 0; i < layer->item_count; i++)
        if (layer->items[i].key == key && !layer->set)
            return fault_of_key(value, "this key stands there twice: leave one out");
    if (layer->item_count == layer->item_room) {
        const size_t room = layer->item_room ? 2 * layer->item_room : 64;
        struct item *items = reader_take(reader, room, sizeof *items);
        if (!items)
            return false;
        if (layer->item_count > 0)
            memcpy(items, layer->items, layer->item_count * sizeof *items);
        layer->items = items;
        layer->item_room = room;
    }
    layer->items[layer->item_count++] = (struct item){*value, key};
    return true;
}

static bool tag_is_plain(const yaml_node_t *node)
{
    const char *tag = (const char *)node->tag;
    const char *expected = node->type == YAML_SCALAR_NODE     ? YAML_STR_TAG
                           : node->type == YAML_SEQUENCE_NODE ? YAML_SEQ_TAG
                                                              : YAML_MAP_TAG;
    return !tag || strcmp(tag, expected) == 0;
}

/* One key with its value: a mapping is entered, anything else is an item. */
static void walk_entry(struct reader *reader, struct layer *layer, yaml_node_t *node,
                       const char *lookup, const char *shown, bool short_names)
{
    const struct value value = {reader, layer, node, shown};
    if (++reader->entries > MOST_ENTRIES) {
        if (reader->entries == MOST_ENTRIES + 1)
            fault_of_key(&value, "more than %d entries", MOST_ENTRIES);
        return;
    }
    const struct key *key = key_find(&reader->keys, lookup);
    bool begins = key_begins(&reader->keys, lookup);
    const char *full = lookup;
    if (!key && !begins && short_names) {
        lookup = reader_join(reader, "parameters", lookup);
        key = lookup ? key_find(&reader->keys, lookup) : NULL;
        begins = lookup && key_begins(&reader->keys, lookup);
    }
    if (reader->broken)
        return;
    const bool is_empty = node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0;
    if (!key && !begins)
        fault_unknown(&value, full, short_names);
    else if (!tag_is_plain(node))
        fault_of_key(&value, "a tag (!) is not allowed here");
    else if (begins && node->type == YAML_MAPPING_NODE)
        layer_walk(reader, layer, node, lookup, shown, false);
    else if (key)
        item_add(reader, &value, key);
    else if (!is_empty)
        fault(&value, "keys below it are expected, as {key: value}");
}

static bool key_is_new(struct layer *layer, const yaml_node_t *mapping,
                       const yaml_node_pair_t *pair)
{
    const yaml_node_t *key = yaml_document_get_node(&layer->document, pair->key);
    for (const yaml_node_pair_t *before = mapping->data.mapping.pairs.start; before < pair;
         before++) {
        const yaml_node_t *other = yaml_document_get_node(&layer->document, before->key);
        if (other->type == YAML_SCALAR_NODE && strcmp((const char *)other->data.scalar.value,
                                                      (const char *)key->data.scalar.value) == 0)
            return false;
    }
    return true;
}

static void walk_pair(struct reader *reader, struct layer *layer, yaml_node_t *mapping,
                      const yaml_node_pair_t *pair, const char *lookup, const char *shown,
                      bool short_names)
{
    yaml_node_t *key = yaml_document_get_node(&layer->document, pair->key);
    yaml_node_t *node = yaml_document_get_node(&layer->document, pair->value);
    const struct value at = {reader, layer, key, shown[0] ? shown : "scenario"};
    if (key->type != YAML_SCALAR_NODE) {
        fault_of_key(&at, "a key is expected to be a single word");
        return;
    }
    const char *name = (const char *)key->data.scalar.value;
    const char *path = reader_join(reader, shown, name);
    const char *found = reader_join(reader, lookup, name);
    if (!path || !found)
        return;
    const struct value named = {reader, layer, key, path};
    if (!key_is_new(layer, mapping, pair)) {
        fault_of_key(&named, "this key stands there twice: leave one out");
    } else if (strlen(name) != key->data.scalar.length) {
        fault_of_key(&named, "holds a zero byte");
    } else if (!key_find(&reader->keys, found) && !key_begins(&reader->keys, found) &&
               !short_names) {
        fault_unknown(&named, found, false);
    } else {
        walk_entry(reader, layer, node, found, path, short_names);
    }
}

void layer_walk(struct reader *reader, struct layer *layer, yaml_node_t *node, const char *lookup,
                const char *shown, bool short_names)
{
    const struct value value = {reader, layer, node, shown};
    bool *visited = &layer->visited[node - layer->document.nodes.start];
    if (*visited) {
        fault_of_key(&value, "an alias (*) is not allowed: write it out");
        return;
    }
    *visited = true;
    const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
    for (; pair < node->data.mapping.pairs.top && reader_goes_on(reader); pair++)
        walk_pair(reader, layer, node, pair, lookup, shown, short_names);
}

void layer_clear(struct layer *layer)
{
    memory_release(layer->text);
    if (layer->has_document)
        yaml_document_delete(&layer->document);
}
