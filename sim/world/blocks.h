/* Blocks: stretches of at most a few thousand places of one neighbourhood, the
 * unit in which work is shared out over threads. A block also owns a stretch
 * of the pool of needs, in which its residents' rows lie. */
#ifndef WORLD_BLOCKS_H
#define WORLD_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/column.h"

/* A block has room for six needs to ten places, and some. */
enum { BLOCK_PLACES = 4096, ROWS_OF_TEN = 6, BLOCK_ROWS = BLOCK_PLACES * ROWS_OF_TEN / 10 + 64 };

struct blocks {
    size_t count;
    uint32_t *first;  /* place */
    uint32_t *length; /* places */
    uint32_t *neighbourhood;
    uint32_t *first_row; /* of the pool of needs */
    uint32_t *row_capacity;
    uint32_t *row_count;
    uint32_t *lost_onsets; /* onsets that found no room in the pool, since the start */
};

extern const struct columns blocks_columns;

bool blocks_init(struct blocks *blocks, size_t count, struct spel_error *error);
void blocks_clear(struct blocks *blocks);
/* The block of a place. */
size_t blocks_find(const struct blocks *blocks, uint32_t place);

/* What one thread of a team works on: whole blocks, and the places of them.
 * Within a team the same call gives the same share, so that a thread may write
 * any row of its share until the team meets at a barrier. */
struct share {
    size_t block, end; /* blocks from `block` to before `end` */
    uint32_t first, places;
};

struct share blocks_share(const struct blocks *blocks);

static inline bool share_has(const struct share *share, uint32_t place)
{
    return place - share->first < share->places;
}

#endif
