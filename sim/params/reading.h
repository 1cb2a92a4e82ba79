/* What the parts of the scenario reader share: layers of YAML, the values found
 * in them, and faults that know where they are. Private to params/. */
#ifndef PARAMS_READING_H
#define PARAMS_READING_H

#include <stdarg.h>
#include <yaml.h>

#include "params/keys.h"
#include "params/pool.h"
#include "params/scenario.h"

enum { LARGEST_SCENARIO = 1024 * 1024, MOST_ENTRIES = 10000, DEEPEST = 8, MOST_FAULTS = 50 };

struct reader;

/* One text of settings: a file, or one --set. */
struct layer {
    const char *file; /* as shown in sentences */
    const char *set;  /* the text of --set, or NULL */
    const char *path; /* of the file, to look beside it; NULL when there is none */
    char *text;       /* in memory from memory_take, NULL for --set */
    size_t length;
    bool has_document;
    yaml_document_t document;
    bool *visited; /* a node that is met twice is an alias */
    struct item *items;
    size_t item_count, item_room;
};

/* A node of a layer and what it is called. */
struct value {
    struct reader *reader;
    struct layer *layer;
    yaml_node_t *node;
    const char *path; /* as written, "knobs.vision" */
};

/* A value under a key that exists. */
struct item {
    struct value value;
    const struct key *key;
};

struct reader {
    struct scenario *scenario;
    struct spel_error *error;
    struct pool pool;
    struct keys keys;
    size_t faults, entries;
    bool broken; /* no memory: the error says so, nothing is added */
    bool has_municipality;
    bool base_lost; /* what it is based on cannot be read: what that says is not missing */
    /* the last ones given; node NULL for none */
    struct value municipality, schedule, snapshots, sweep, expect;
    const struct layer *own; /* the scenario itself, not what it is based on */
};

/* Memory of the reader's pool; on failure the reader is broken. */
void *reader_take(struct reader *reader, size_t count, size_t size);
char *reader_text(struct reader *reader, const char *text, size_t length);
/* Joins with a point between, or without when `one` is empty. */
const char *reader_join(struct reader *reader, const char *one, const char *other);

#if defined(__GNUC__)
#define FAULT_FORMAT(at) __attribute__((format(printf, at, at + 1)))
#else
#define FAULT_FORMAT(at)
#endif
/* `file:line:column: path = value: sentence`, or `--set path=value: sentence`; false. */
bool fault(const struct value *value, const char *format, ...) FAULT_FORMAT(2);
/* The same without the value, for keys and lists. */
bool fault_of_key(const struct value *value, const char *format, ...) FAULT_FORMAT(2);
/* A fault of a whole layer or of the result: `name: sentence`. */
bool fault_of(struct reader *reader, const char *name, const char *format, ...) FAULT_FORMAT(3);
/* Whether it is of use to look on. */
bool reader_goes_on(const struct reader *reader);

/* Values read strictly; each says its fault and returns false or NULL. */
bool value_number(const struct value *value, double min, double max, const char *unit,
                  double *number);
bool value_whole(const struct value *value, uint64_t min, uint64_t max, uint64_t *number);
bool value_yes(const struct value *value, bool *yes);
bool value_month(const struct value *value, int *year, int *month);
const char *value_text(const struct value *value, size_t longest);
/* The items of a list, or a single value as a list of one. */
size_t value_count(const struct value *value);
/* The pairs of a mapping. */
size_t value_pairs(const struct value *mapping);
struct value value_at(const struct value *value, size_t i);
/* A text of its own for the scenario; NULL when there is no memory. */
char *text_own(struct reader *reader, const char *text);

/* Parses the text of a layer into its document, whatever it holds. */
bool layer_load(struct reader *reader, struct layer *layer);
/* Loads a layer: from its text (checked to be YAML), or from one --set. */
bool layer_parse(struct reader *reader, struct layer *layer);
bool layer_parse_set(struct reader *reader, struct layer *layer);
/* Finds the values under all keys of a mapping. `lookup`: path so far in the table of keys;
 * `shown`: the same as written; `short_names`: parameters may leave out "parameters.". */
void layer_walk(struct reader *reader, struct layer *layer, yaml_node_t *node, const char *lookup,
                const char *shown, bool short_names);
void layer_clear(struct layer *layer);

/* The values under a few names in a mapping: found[i] belongs to names[i], with
 * node NULL where it is absent. Other keys and doubles are faults. */
bool value_mapping(const struct value *mapping, const char *const *names, size_t count,
                   struct value *found);

/* The sentence for a key that is not there, with the nearest that is. */
bool fault_unknown(const struct value *value, const char *lookup, bool short_names);

#endif
