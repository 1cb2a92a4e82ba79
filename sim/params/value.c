/* Values read strictly: nothing is a number that people would not call one. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "params/nearest.h"
#include "params/numbers.h"
#include "params/reading.h"

static const char *kind_name(const yaml_node_t *node)
{
    return node->type == YAML_SEQUENCE_NODE ? "a list" : "a mapping";
}

/* The text of a single value; `what` is expected. */
static const char *scalar(const struct value *value, bool plain, const char *what)
{
    const yaml_node_t *node = value->node;
    if (node->type != YAML_SCALAR_NODE) {
        fault(value, "%s where %s is expected", kind_name(node), what);
        return NULL;
    }
    const char *text = (const char *)node->data.scalar.value;
    if (strlen(text) != node->data.scalar.length) {
        fault(value, "holds a zero byte");
        return NULL;
    }
    if (plain && node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) {
        fault(value, "a text in quotes where %s is expected: leave the quotes out", what);
        return NULL;
    }
    return text;
}

bool value_number(const struct value *value, double min, double max, const char *unit,
                  double *number)
{
    char why[WHY_TEXT], low[NUMBER_TEXT], high[NUMBER_TEXT];
    double read;
    const char *text = scalar(value, true, "a number");
    if (!text)
        return false;
    if (!number_read(text, &read, why))
        return fault(value, "%s", why);
    if (!(read >= min && read <= max)) {
        number_write(min, low);
        number_write(max, high);
        const bool named = unit && strcmp(unit, "1") != 0;
        return fault(value, "outside [%s, %s]%s%s", low, high, named ? " " : "", named ? unit : "");
    }
    *number = read;
    return true;
}

bool value_whole(const struct value *value, uint64_t min, uint64_t max, uint64_t *number)
{
    char why[WHY_TEXT];
    uint64_t read;
    const char *text = scalar(value, true, "a whole number");
    if (!text)
        return false;
    if (!whole_read(text, &read, why))
        return fault(value, "%s", why);
    if (read < min || read > max)
        return fault(value, "outside [%llu, %llu]", (unsigned long long)min,
                     (unsigned long long)max);
    *number = read;
    return true;
}

bool value_yes(const struct value *value, bool *yes)
{
    static const char *const words[] = {"no", "off", "false", "yes", "on", "true"};
    const char *text = scalar(value, true, "yes or no");
    if (!text)
        return false;
    for (size_t i = 0; i < 6; i++)
        if (strcmp(text, words[i]) == 0) {
            *yes = i >= 3;
            return true;
        }
    return fault(value, "neither yes nor no (on and off, true and false will do)");
}

bool value_month(const struct value *value, int *year, int *month)
{
    char why[WHY_TEXT];
    const char *text = scalar(value, false, "a month such as 2015-01");
    return text && (month_read(text, year, month, why) || fault(value, "%s", why));
}

const char *value_text(const struct value *value, size_t longest)
{
    const char *text = scalar(value, false, "a text");
    if (text && strlen(text) > longest) {
        fault(value, "longer than %zu bytes", longest);
        return NULL;
    }
    return text;
}

size_t value_count(const struct value *value)
{
    if (value->node->type != YAML_SEQUENCE_NODE)
        return 1;
    return (size_t)(value->node->data.sequence.items.top - value->node->data.sequence.items.start);
}

size_t value_pairs(const struct value *mapping)
{
    return (size_t)(mapping->node->data.mapping.pairs.top -
                    mapping->node->data.mapping.pairs.start);
}

struct value value_at(const struct value *value, size_t i)
{
    struct value one = *value;
    if (value->node->type == YAML_SEQUENCE_NODE)
        one.node = yaml_document_get_node(&value->layer->document,
                                          value->node->data.sequence.items.start[i]);
    return one;
}

static void mapping_pair(const struct value *mapping, const yaml_node_pair_t *pair,
                         const char *const *names, size_t count, struct value *found)
{
    struct reader *reader = mapping->reader;
    yaml_document_t *document = &mapping->layer->document;
    struct value key = {reader, mapping->layer, yaml_document_get_node(document, pair->key),
                        mapping->path};
    const char *name = scalar(&key, false, "a word");
    key.path = name ? reader_join(reader, mapping->path, name) : NULL;
    if (!key.path)
        return;
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; i < count; i++) {
        nearest_offer(&nearest, names[i]);
        if (strcmp(names[i], name) != 0)
            continue;
        if (found[i].node)
            fault_of_key(&key, "this key stands there twice: leave one out");
        found[i] = key;
        found[i].node = yaml_document_get_node(document, pair->value);
        return;
    }
    if (nearest.best) {
        fault_of_key(&key, "unknown key (did you mean %s?)", nearest.best);
        return;
    }
    char list[300] = "";
    for (size_t i = 0, at = 0; i < count && at < sizeof list; i++)
        at += (size_t)snprintf(list + at, sizeof list - at, "%s%s", i > 0 ? ", " : "", names[i]);
    fault_of_key(&key, "unknown key, allowed are %s", list);
}

bool value_mapping(const struct value *mapping, const char *const *names, size_t count,
                   struct value *found)
{
    memset(found, 0, count * sizeof *found);
    if (mapping->node->type != YAML_MAPPING_NODE)
        return fault(mapping, "keys below it are expected, as {%s: …}", names[0]);
    const size_t faults = mapping->reader->faults;
    const yaml_node_pair_t *pair = mapping->node->data.mapping.pairs.start;
    for (; pair < mapping->node->data.mapping.pairs.top && reader_goes_on(mapping->reader); pair++)
        mapping_pair(mapping, pair, names, count, found);
    return mapping->reader->faults == faults && !mapping->reader->broken;
}
