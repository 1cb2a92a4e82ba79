/* Covariates, dyadic covariates and behaviours of a network spec. */
#include <math.h>
#include <string.h>
#include <yaml.h>

#include "params/network_spec_parts.h"

static const double largest = 1e12;

enum { KEY_FILE, KEY_COLUMN, KEY_COLUMNS, KEY_CENTRE, KEY_SIMILARITY, KEY_RANGE, KEYS };
static const char *const attribute_keys[KEYS] = {"file",   "column",          "columns",
                                                 "centre", "similarity_mean", "range"};

enum { PAIR_FILE, PAIR_EUCLIDEAN, PAIR_CENTRE, PAIR_KEYS };
static const char *const pair_keys[PAIR_KEYS] = {"file", "euclidean", "centre"};

enum { PLANE_FILE, PLANE_COLUMNS, PLANE_SCALE, PLANE_CENTRE, PLANE_KEYS };
static const char *const plane_keys[PLANE_KEYS] = {"file", "columns", "scale", "centre"};

/* The columns of waves, the first of which is the start; or that of the attribute's own name. */
static void read_columns(struct spec_attribute *attribute, const struct value *entry,
                         const struct value *one, const struct value *several)
{
    attribute->wave_count = 1;
    if (one->node && several->node) {
        fault_of_key(several, "column and columns: leave one out");
    } else if (several->node) {
        attribute->wave_count = value_count(several);
        if (attribute->wave_count < 1 || attribute->wave_count > SPEC_WAVES) {
            fault_of_key(several, "between 1 and %d waves are expected", SPEC_WAVES);
            attribute->wave_count = 0;
        }
        for (size_t i = 0; i < attribute->wave_count; i++) {
            const struct value wave = value_at(several, i);
            spec_text(&wave, &attribute->column[i], &attribute->column_mark[i]);
        }
    } else if (one->node) {
        spec_text(one, &attribute->column[0], &attribute->column_mark[0]);
    } else {
        attribute->column[0] = attribute->name;
        attribute->column_mark[0] = spec_mark_of(entry);
    }
}

/* A behaviour runs from a least to a most value; a covariate's range is a number or such a pair. */
static void read_range(struct spec_attribute *attribute, const struct value *range, bool behaviour)
{
    double end[2];
    if (!range->node)
        return;
    if (range->node->type != YAML_SEQUENCE_NODE && !behaviour) {
        spec_number(range, 0, largest, &attribute->range);
        return;
    }
    if (range->node->type != YAML_SEQUENCE_NODE || value_count(range) != 2) {
        fault_of_key(range, "[least, most] is expected, such as [1, 5]");
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        const struct value one = value_at(range, i);
        if (!value_number(&one, -largest, largest, NULL, &end[i]))
            return;
        if (behaviour && (end[i] != floor(end[i]) || fabs(end[i]) > 1e6)) {
            fault(&one, "a behaviour has whole values, up to a million");
            return;
        }
    }
    attribute->range = (struct spec_number){true, end[1] - end[0], spec_mark_of(range)};
    attribute->least = end[0];
    attribute->most = end[1];
    if (end[1] <= end[0])
        fault_of_key(range, "the least value stands first, and lies below the most");
}

static void read_attribute(struct spec_attribute *attribute, const struct value *entry,
                           const char *name, bool behaviour)
{
    struct value found[KEYS];
    *attribute = (struct spec_attribute){.name = name, .mark = spec_mark_of(entry)};
    if (!value_mapping(entry, attribute_keys, KEYS, found))
        return;
    if (!found[KEY_FILE].node)
        fault_of_key(entry, "file is missing: the table that it stands in");
    else
        spec_text(&found[KEY_FILE], &attribute->file, &attribute->file_mark);
    if (found[KEY_COLUMNS].node && !behaviour)
        fault_of_key(&found[KEY_COLUMNS], "only a behaviour has waves: give its one column");
    read_columns(attribute, entry, &found[KEY_COLUMN], &found[KEY_COLUMNS]);
    spec_number(&found[KEY_CENTRE], -largest, largest, &attribute->centre);
    spec_number(&found[KEY_SIMILARITY], -largest, 1, &attribute->similarity_mean);
    read_range(attribute, &found[KEY_RANGE], behaviour);
}

static size_t covariate_at(const struct network_spec *spec, const char *name)
{
    size_t i = 0;
    while (i < spec->covariate_count && strcmp(spec->covariates[i].name, name) != 0)
        i++;
    return i;
}

static bool name_is_free(const struct network_spec *spec, const char *name)
{
    static const char *const reserved[] = {"network", "outdegree", "indegree"};
    for (size_t i = 0; i < 3; i++)
        if (strcmp(reserved[i], name) == 0)
            return false;
    for (size_t i = 0; i < spec->behaviour_count; i++)
        if (strcmp(spec->behaviours[i].name, name) == 0)
            return false;
    return true;
}

static bool is_taken(const struct value *entry)
{
    return fault_of_key(entry, "this name has a meaning already: choose another");
}

/* The i-th entry of a mapping whose keys are names that the spec brings in. */
static bool new_name_at(const struct network_spec *spec, const struct value *value, size_t i,
                        const char **name, struct value *entry)
{
    return spec_pair_at(value, i, name, entry) && (name_is_free(spec, *name) || is_taken(entry));
}

/* A covariate that is the start of the behaviour of its name is that behaviour. */
static void become(struct network_spec *spec, const struct spec_attribute *behaviour,
                   const struct value *entry)
{
    const size_t at = covariate_at(spec, behaviour->name);
    if (at == spec->covariate_count || !behaviour->file || !behaviour->column[0])
        return;
    struct spec_attribute *same = &spec->covariates[at];
    const bool own = same->centre.given || same->range.given || same->similarity_mean.given;
    if (own || !same->file || strcmp(same->file, behaviour->file) != 0 || !same->column[0] ||
        strcmp(same->column[0], behaviour->column[0]) != 0)
        is_taken(entry);
    else
        memmove(same, same + 1, (--spec->covariate_count - at) * sizeof *same);
}

static void read_attributes(struct network_spec *spec, const struct value *value,
                            struct spec_attribute **list, size_t *count, bool behaviour)
{
    const size_t pairs = spec_pair_count(value);
    struct spec_attribute *attributes = reader_take(value->reader, pairs + 1, sizeof *attributes);
    *list = attributes;
    for (size_t i = 0; attributes && i < pairs && reader_goes_on(value->reader); i++) {
        struct value entry;
        const char *name;
        if (!new_name_at(spec, value, i, &name, &entry))
            continue;
        read_attribute(&attributes[*count], &entry, name, behaviour);
        if (behaviour)
            become(spec, &attributes[*count], &entry);
        (*count)++;
    }
}

void spec_read_covariates(struct network_spec *spec, const struct value *value)
{
    read_attributes(spec, value, &spec->covariates, &spec->covariate_count, false);
}

void spec_read_behaviours(struct network_spec *spec, const struct value *value)
{
    read_attributes(spec, value, &spec->behaviours, &spec->behaviour_count, true);
    spec->behaviour_rates =
        reader_take(value->reader, spec->behaviour_count + 1, sizeof *spec->behaviour_rates);
}

static void read_plane(struct spec_dyadic *dyadic, const struct value *plane)
{
    struct value found[PLANE_KEYS];
    struct spec_number scale = {0};
    dyadic->in_plane = true;
    if (!value_mapping(plane, plane_keys, PLANE_KEYS, found))
        return;
    if (!found[PLANE_FILE].node)
        fault_of_key(plane, "file is missing: the table that the coordinates stand in");
    else
        spec_text(&found[PLANE_FILE], &dyadic->file, &dyadic->file_mark);
    if (!found[PLANE_COLUMNS].node || value_count(&found[PLANE_COLUMNS]) != 2) {
        fault_of_key(found[PLANE_COLUMNS].node ? &found[PLANE_COLUMNS] : plane,
                     "columns: the two of the coordinates are expected, such as [x, y]");
    } else {
        for (size_t i = 0; i < 2; i++) {
            const struct value one = value_at(&found[PLANE_COLUMNS], i);
            spec_text(&one, &dyadic->column[i], &dyadic->column_mark[i]);
        }
    }
    spec_number(&found[PLANE_SCALE], 1e-12, largest, &scale);
    dyadic->scale = scale.given ? scale.value : 1;
    spec_number(&found[PLANE_CENTRE], -largest, largest, &dyadic->centre);
}

static void read_dyadic(struct spec_dyadic *dyadic, const struct value *entry, const char *name)
{
    struct value found[PAIR_KEYS];
    *dyadic = (struct spec_dyadic){.name = name, .mark = spec_mark_of(entry)};
    if (!value_mapping(entry, pair_keys, PAIR_KEYS, found))
        return;
    if (!found[PAIR_FILE].node == !found[PAIR_EUCLIDEAN].node)
        fault_of_key(entry, "one of file (of pairs) and euclidean is expected");
    else if (found[PAIR_FILE].node)
        spec_text(&found[PAIR_FILE], &dyadic->file, &dyadic->file_mark);
    else
        read_plane(dyadic, &found[PAIR_EUCLIDEAN]);
    spec_number(&found[PAIR_CENTRE], -largest, largest, &dyadic->centre);
}

void spec_read_dyadics(struct network_spec *spec, const struct value *value)
{
    const size_t pairs = spec_pair_count(value);
    spec->dyadics = reader_take(value->reader, pairs + 1, sizeof *spec->dyadics);
    for (size_t i = 0; spec->dyadics && i < pairs && reader_goes_on(value->reader); i++) {
        struct value entry;
        const char *name;
        if (!new_name_at(spec, value, i, &name, &entry) ||
            (covariate_at(spec, name) < spec->covariate_count && !is_taken(&entry)))
            continue;
        read_dyadic(&spec->dyadics[spec->dyadic_count++], &entry, name);
    }
}
