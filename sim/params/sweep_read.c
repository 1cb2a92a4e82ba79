/* The key `sweep:`, which says what a sweep varies:
 *
 *     sweep:
 *       levers:        {knobs.informal: [0, 0.5, 1]}
 *       uncertainties: {trust.loss_gain_ratio: {uniform: [1, 5]}} */
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "params/apply.h"

enum { MOST_FACTORS = 200, MOST_VALUES = 1000, CORNERS = 3 };

/* Of chances that are varied: every whole number up to it is a double, and is written plainly. */
static const double MOST_SEED = 999999999;

/* What a key of the scenario can be varied between, if it can. */
struct limits {
    double min, max;
    bool whole;
};

static bool limits_of(const struct value *at, const struct key *key, enum factor_kind kind,
                      struct limits *limits)
{
    const bool is_lever =
        key->apply == apply_knob || key->apply == apply_lever || key->apply == apply_steering;
    *limits = (struct limits){0, 1, false};
    if (key->apply == apply_parameter)
        *limits = (struct limits){key->row->min, key->row->max, false};
    else if (key->apply == apply_history)
        *limits = (struct limits){-1, 1, false};
    else if (key->apply == apply_runs && key->index == RUNS_SEED)
        *limits = (struct limits){0, MOST_SEED, true};
    else if (!is_lever)
        return fault_of_key(at, "a sweep varies knobs, levers, steering, history, parameters "
                                "and runs.seed");
    if (is_lever && kind == FACTOR_UNCERTAINTY)
        return fault_of_key(at, "this can be chosen: it stands under levers, not uncertainties");
    if (!is_lever && kind == FACTOR_LEVER)
        return fault_of_key(at, "this cannot be chosen: it stands under uncertainties, not levers");
    return true;
}

static bool increasing(const struct value *list, const struct factor *factor)
{
    const double *v = factor->values;
    for (size_t i = 1; i < factor->value_count; i++)
        if (factor->shape != SHAPE_VALUES && v[i] < v[i - 1])
            return fault_of_key(list, "the numbers are expected in order, the lowest first");
    if (factor->shape != SHAPE_VALUES && v[0] == v[factor->value_count - 1])
        return fault_of_key(list, "both ends are the same: there is nothing to vary");
    if (factor->shape == SHAPE_LOGUNIFORM && v[0] <= 0)
        return fault_of_key(list, "a number above 0 is expected for a logarithm");
    return true;
}

static bool numbers_read(const struct value *list, const struct limits *limits,
                         struct factor *factor)
{
    struct reader *reader = list->reader;
    const size_t count = value_count(list);
    const size_t corners = factor->shape == SHAPE_TRIANGULAR ? CORNERS : 2;
    if (limits->whole && factor->shape != SHAPE_VALUES && factor->shape != SHAPE_WHOLE)
        return fault_of_key(list, "whole numbers are expected, as {whole: [1, 1000000]}");
    if (factor->shape != SHAPE_VALUES && count != corners)
        return fault_of_key(list, "%zu numbers are expected: %s", corners,
                            corners == CORNERS ? "[low, mode, high]" : "[low, high]");
    if (count < 1 || count > MOST_VALUES)
        return fault_of_key(list, "from one to %d numbers are expected", MOST_VALUES);
    factor->values = memory_take(count, sizeof *factor->values, reader->error);
    reader->broken = !factor->values;
    for (size_t i = 0; i < count && reader_goes_on(reader); i++) {
        const struct value one = value_at(list, i);
        double number;
        if (!value_number(&one, limits->min, limits->max, "1", &number))
            continue;
        if ((factor->shape == SHAPE_WHOLE || limits->whole) && number != (double)(int64_t)number)
            fault(&one, "a whole number is expected");
        factor->values[factor->value_count++] = number;
    }
    return factor->value_count == count && increasing(list, factor);
}

/* A list of values, or one of the shapes with its corners. */
static bool shape_read(const struct value *value, const struct limits *limits,
                       struct factor *factor)
{
    const char *const *shapes = shape_names + 1;
    struct value found[SHAPES - 1];
    if (value->node->type != YAML_MAPPING_NODE)
        return numbers_read(value, limits, factor);
    if (!value_mapping(value, shapes, SHAPES - 1, found))
        return false;
    size_t named = 0;
    for (size_t i = 0; i < SHAPES - 1; i++)
        named += found[i].node != NULL;
    if (named != 1)
        return fault_of_key(value, "one of uniform, loguniform, triangular and whole is expected, "
                                   "as {uniform: [1, 5]}");
    size_t shape = 0;
    while (!found[shape].node)
        shape++;
    factor->shape = (enum factor_shape)(shape + 1);
    return numbers_read(&found[shape], limits, factor);
}

/* Parameters may leave out "parameters." here as in --set. */
static const struct key *factor_key(const struct value *named, const char *name)
{
    struct reader *reader = named->reader;
    const struct key *key = key_find(&reader->keys, name);
    const char *full = key ? NULL : reader_join(reader, "parameters", name);
    if (!key && full)
        key = key_find(&reader->keys, full);
    if (!key && !reader->broken)
        fault_unknown(named, name, true);
    return key;
}

static bool is_new(const struct sweep *sweep, const char *path)
{
    for (size_t i = 0; i < sweep->count; i++)
        if (strcmp(sweep->factors[i].path, path) == 0)
            return false;
    return true;
}

static void factor_read(const struct value *group, const yaml_node_pair_t *pair,
                        enum factor_kind kind)
{
    struct reader *reader = group->reader;
    struct sweep *sweep = &reader->scenario->sweep;
    yaml_document_t *document = &group->layer->document;
    struct value named = *group;
    struct limits limits;
    named.node = yaml_document_get_node(document, pair->key);
    const char *name = value_text(&named, PATH_TEXT);
    named.path = name ? reader_join(reader, group->path, name) : NULL;
    const struct key *key = named.path ? factor_key(&named, name) : NULL;
    if (!key || !limits_of(&named, key, kind, &limits))
        return;
    if (!is_new(sweep, key->path)) {
        fault_of_key(&named, "this is varied twice: leave one out");
        return;
    }
    struct factor *factor = &sweep->factors[sweep->count];
    *factor = (struct factor){.path = text_own(reader, key->path), .kind = kind};
    if (!factor->path)
        return;
    sweep->count++;
    sweep->levers += kind == FACTOR_LEVER;
    struct value value = named;
    value.node = yaml_document_get_node(document, pair->value);
    shape_read(&value, &limits, factor);
}

static size_t pairs_in(const struct value *group)
{
    return group->node && group->node->type == YAML_MAPPING_NODE ? value_pairs(group) : 0;
}

void sweep_resolve(struct reader *reader)
{
    static const char *const names[FACTOR_KINDS] = {"levers", "uncertainties"};
    struct sweep *sweep = &reader->scenario->sweep;
    struct value found[FACTOR_KINDS];
    if (!reader->sweep.node || !reader_goes_on(reader) ||
        !value_mapping(&reader->sweep, names, FACTOR_KINDS, found))
        return;
    const size_t count = pairs_in(&found[0]) + pairs_in(&found[1]);
    for (size_t k = 0; k < FACTOR_KINDS; k++)
        if (found[k].node && pairs_in(&found[k]) == 0)
            fault_of_key(&found[k], "what is varied is expected below it, as "
                                    "{knobs.informal: [0, 0.5, 1]}");
    if (count == 0 || count > MOST_FACTORS) {
        if (reader->faults == 0)
            fault_of_key(&reader->sweep, "from one to %d things to vary are expected",
                         MOST_FACTORS);
        return;
    }
    sweep->factors = memory_take(count, sizeof *sweep->factors, reader->error);
    reader->broken = !sweep->factors;
    for (size_t k = 0; k < FACTOR_KINDS; k++)
        for (size_t i = 0; i < pairs_in(&found[k]) && reader_goes_on(reader); i++)
            factor_read(&found[k], found[k].node->data.mapping.pairs.start + i,
                        (enum factor_kind)k);
}
