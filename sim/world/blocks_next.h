/* The block after the one at hand, whose columns are asked for while that is worked on. */
#ifndef WORLD_BLOCKS_NEXT_H
#define WORLD_BLOCKS_NEXT_H

#include "base/ahead.h"
#include "world/blocks.h"

/* About how many places there are to a row of the pool. */
enum { PLACES_A_ROW = 3 };

struct blocks_next {
    struct ahead rows, places;
};

/* Of the block after `block`, where it comes before `end`: `step` rows of the pool from the one
 * `done` on, and the places of about as many residents; nothing where there is none. Where rows are
 * added meanwhile, `end` is that of the thread's own share. */
static inline struct blocks_next blocks_next(const struct blocks *blocks, size_t block, size_t end,
                                             size_t done, size_t step)
{
    const size_t next = block + 1;
    if (next >= end)
        return (struct blocks_next){{0, 0}, {0, 0}};
    return (struct blocks_next){
        ahead_of(blocks->first_row[next], blocks->row_count[next], done, step),
        ahead_of(blocks->first[next], blocks->length[next], done * PLACES_A_ROW,
                 step * PLACES_A_ROW)};
}

#endif
