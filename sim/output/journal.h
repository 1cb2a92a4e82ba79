/* The journal: what a run tells in pieces of unknown size - events, and the
 * tables of snapshots - one entry behind another at the end of a file. */
#ifndef OUTPUT_JOURNAL_H
#define OUTPUT_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"

struct journal {
    int file;
    const char *path; /* borrowed; for sentences */
    off_t start, end;
};

struct journal_entry {
    uint32_t magic, kind, run, month;
    uint64_t rows, bytes;
    uint64_t place; /* in the file of what it holds */
};

/* A stretch of what an entry holds. */
struct journal_piece {
    const void *bytes;
    size_t count;
};

bool journal_add(struct journal *journal, uint32_t kind, uint32_t run, uint32_t month,
                 uint64_t rows, const struct journal_piece *pieces, size_t count,
                 struct spel_error *error);
/* The entry at `*place` (begin with journal->start); moves on to the next. At
 * the end `*more` is false. */
bool journal_next(const struct journal *journal, off_t *place, struct journal_entry *entry,
                  bool *more, struct spel_error *error);

/* What an entry holds, and all entries in order; memory_release releases. */
void *journal_values(const struct journal *journal, const struct journal_entry *entry,
                     struct spel_error *error);
bool journal_index(const struct journal *journal, struct journal_entry **entries, size_t *count,
                   struct spel_error *error);

#endif
