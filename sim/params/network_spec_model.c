/* Rates and effects of a network spec. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "params/nearest.h"
#include "params/network_spec_parts.h"

enum { KEY_TEXT = SPEC_NAME + 8 };
static const double highest_rate = 1e6, largest_value = 1000, largest_parameter = 1e6;

enum { KEY_NAME, KEY_VALUE, KEY_TYPE, KEY_OF, KEY_ON, KEY_PARAMETER, KEYS };
static const char *const effect_keys[KEYS] = {"name", "value", "type", "of", "on", "parameter"};

/* The variable that a rate is of: its name, with `_by` for what raises or lowers it. */
static struct spec_rate *rate_named(struct network_spec *spec, const char *key, bool *by)
{
    const size_t length = strlen(key);
    for (size_t i = 0; i <= spec->behaviour_count; i++) {
        const char *name = i == 0 ? "network" : spec->behaviours[i - 1].name;
        const size_t own = strlen(name);
        if (strncmp(key, name, own) != 0 || (length != own && strcmp(key + own, "_by") != 0))
            continue;
        *by = length != own;
        return i == 0 ? &spec->network_rate : &spec->behaviour_rates[i - 1];
    }
    return NULL;
}

static void fault_of_rate(const struct network_spec *spec, const struct value *entry,
                          const char *name)
{
    char offered[KEY_TEXT], best[KEY_TEXT] = "";
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; i <= spec->behaviour_count; i++)
        for (int by = 0; by < 2; by++) {
            const char *before = nearest.best;
            snprintf(offered, sizeof offered, "%s%s",
                     i == 0 ? "network" : spec->behaviours[i - 1].name, by ? "_by" : "");
            nearest.best = NULL;
            nearest_offer(&nearest, offered);
            if (nearest.best)
                strcpy(best, offered);
            nearest.best = nearest.best ? best : before;
        }
    fault_of_key(entry, "neither network nor a behaviour%s%s%s", best[0] ? " (did you mean " : "",
                 best, best[0] ? "?)" : "");
}

static void read_rate_terms(struct spec_rate *rate, const struct value *value)
{
    const size_t pairs = spec_pair_count(value);
    rate->terms = reader_take(value->reader, pairs + 1, sizeof *rate->terms);
    for (size_t i = 0; rate->terms && i < pairs && reader_goes_on(value->reader); i++) {
        struct value entry;
        struct spec_rate_term *term = &rate->terms[rate->term_count];
        if (spec_pair_at(value, i, &term->name, &entry) &&
            value_number(&entry, -largest_value, largest_value, NULL, &term->value)) {
            term->mark = spec_mark_of(&entry);
            rate->term_count++;
        }
    }
}

void spec_read_rates(struct network_spec *spec, const struct value *value)
{
    const size_t pairs = spec_pair_count(value);
    const size_t faults = value->reader->faults;
    spec->network_rate.value = -1;
    for (size_t i = 0; i < spec->behaviour_count; i++)
        spec->behaviour_rates[i].value = -1;
    for (size_t i = 0; i < pairs && reader_goes_on(value->reader); i++) {
        struct value entry;
        const char *name;
        bool by;
        if (!spec_pair_at(value, i, &name, &entry))
            continue;
        struct spec_rate *rate = rate_named(spec, name, &by);
        if (!rate)
            fault_of_rate(spec, &entry, name);
        else if (by)
            read_rate_terms(rate, &entry);
        else
            value_number(&entry, 0, highest_rate, "1/period", &rate->value);
    }
    for (size_t i = 0; i <= spec->behaviour_count && value->reader->faults == faults; i++) {
        const struct spec_rate *rate = i == 0 ? &spec->network_rate : &spec->behaviour_rates[i - 1];
        if (rate->value < 0)
            fault_of_key(value, "%s is missing: how often an actor may change it in the period",
                         i == 0 ? "network" : spec->behaviours[i - 1].name);
    }
}

static void read_effect(struct network_spec *spec, const struct value *entry)
{
    struct value found[KEYS];
    struct spec_effect *effect = &spec->effects[spec->effect_count++];
    *effect = (struct spec_effect){.type = "evaluation", .mark = spec_mark_of(entry)};
    if (!value_mapping(entry, effect_keys, KEYS, found))
        return;
    if (!found[KEY_NAME].node)
        fault_of_key(entry, "name is missing: the effect's short name");
    else
        spec_text(&found[KEY_NAME], &effect->name, &effect->mark);
    if (!found[KEY_VALUE].node)
        fault_of_key(entry, "value is missing: the effect's parameter");
    else
        value_number(&found[KEY_VALUE], -largest_value, largest_value, NULL, &effect->value);
    if (found[KEY_TYPE].node)
        spec_text(&found[KEY_TYPE], &effect->type, &effect->type_mark);
    if (found[KEY_OF].node)
        spec_text(&found[KEY_OF], &effect->of, &effect->of_mark);
    if (found[KEY_ON].node)
        spec_text(&found[KEY_ON], &effect->on, &effect->on_mark);
    spec_number(&found[KEY_PARAMETER], -largest_parameter, largest_parameter, &effect->parameter);
}

void spec_read_effects(struct network_spec *spec, const struct value *value)
{
    const size_t count = value_count(value);
    if (value->node->type != YAML_SEQUENCE_NODE) {
        fault_of_key(value, "a list is expected, as [{name: density, value: -2}]");
        return;
    }
    spec->effects = reader_take(value->reader, count + 1, sizeof *spec->effects);
    for (size_t i = 0; spec->effects && i < count && reader_goes_on(value->reader); i++) {
        struct value entry = value_at(value, i);
        char path[32];
        snprintf(path, sizeof path, "effects[%zu]", i + 1);
        entry.path = reader_text(value->reader, path, strlen(path));
        if (entry.path)
            read_effect(spec, &entry);
    }
}
