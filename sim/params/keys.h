/* The keys that a scenario may hold, made from the tables of parameters, knobs,
 * levers and processes, so that no name is said twice. Private to params/. */
#ifndef PARAMS_KEYS_H
#define PARAMS_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "params/table.h"

struct item;

/* The index of keys of the same kind. */
enum { WORDING_TITLE_NL, WORDING_TITLE_EN, WORDING_QUESTION_NL, WORDING_QUESTION_EN };
enum { PLACE_MUNICIPALITY, PLACE_SCALE };
enum { TIME_START, TIME_MONTHS };
enum { RUNS_REPLICATES, RUNS_SEED };
enum {
    RECORD_SERIES,
    RECORD_NEIGHBOURHOODS,
    RECORD_ORGANISATIONS,
    RECORD_PANEL,
    RECORD_SNAPSHOTS,
    RECORD_DIGEST
};

struct key {
    char path[PATH_TEXT + 16]; /* "knobs.vision", "parameters.needs.growth.care" */
    void (*apply)(const struct item *item);
    int index;   /* of the knob, lever, domain, process or setting; -1 for all */
    int setting; /* enum setting_kind when the schedule may set it, else -1 */
    const struct parameter *row;
    size_t first, span;  /* the numbers of the row it sets; span 1 elsewhere */
    const char *refusal; /* why a planned key is refused */
};

struct keys {
    struct key *rows; /* from memory_take */
    size_t count;
};

bool keys_make(struct keys *keys, struct spel_error *error);
void keys_clear(struct keys *keys);
const struct key *key_find(const struct keys *keys, const char *path);
/* Whether some key begins with `path` and a point. */
bool key_begins(const struct keys *keys, const char *path);

#endif
