/* The layers of a scenario: a file, the files it is based on, and --set. Private
 * to params/. */
#ifndef PARAMS_LAYERS_H
#define PARAMS_LAYERS_H

#include "params/reading.h"

enum { MOST_LAYERS = 16 };

/* Zeroed is empty. */
struct layers {
    struct layer files[MOST_LAYERS]; /* the one that was asked for first */
    size_t file_count;
    struct layer *sets; /* of the reader's pool, in the order given */
    size_t set_count;
};

/* Faults go to the reader. */
void layers_load_files(struct reader *reader, struct layers *layers, const char *path,
                       const char *const *folders);
void layers_load_text(struct reader *reader, struct layers *layers, const char *name,
                      const char *text, size_t length);
void layers_load_sets(struct reader *reader, struct layers *layers, const char *const *overrides,
                      size_t count);
/* All texts as read, what is based on something after it, in memory from memory_take. */
char *layers_text(const struct layers *layers, struct spel_error *error);
void layers_clear(struct layers *layers);

#endif
