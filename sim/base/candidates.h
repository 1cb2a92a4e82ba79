/* Rare events by skipping: candidates among a stretch of places are drawn at a
 * ceiling rate that no scenario moves; each comes with a lot of its own, and is
 * kept where the lot is below its chance over the ceiling. Every candidate
 * spends two words, kept or not, so that cost follows events and a shock in one
 * place moves nobody else's chances.
 *
 * They are drawn many at a time, for draws in a row cost a fraction of single
 * ones, and the columns that will be read of them are asked for early. */
#ifndef BASE_CANDIDATES_H
#define BASE_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/prefetch.h"
#include "base/stream.h"

enum { CANDIDATES_AHEAD = 64, CANDIDATES_COLUMNS = 4 };

/* A column that will be read of each candidate. */
struct candidates_column {
    const void *array;
    size_t size; /* bytes a place */
};

struct candidates {
    struct philox_key key;
    struct philox_block counter;
    float scale;
    uint64_t at, end;
    struct candidates_column columns[CANDIDATES_COLUMNS]; /* up to the first without an array */
    uint32_t drawn, used;
    uint32_t place[CANDIDATES_AHEAD], lots[CANDIDATES_AHEAD];
    double lot; /* of the candidate at hand, in (0, 1) */
};

/* Candidates among `length` places from `first`; `scale` is
 * stream_gap_scale(ceiling). The address is the first place. */
static inline void candidates_open(struct candidates *candidates, struct moment now,
                                   uint32_t purpose, uint32_t first, uint32_t length, double scale)
{
    candidates->key = now.key;
    candidates->counter = (struct philox_block){{first, now.month, purpose, 0}};
    candidates->scale = (float)scale;
    candidates->at = first;
    candidates->end = (uint64_t)first + length;
    candidates->columns[0].array = NULL;
    candidates->drawn = candidates->used = 0;
}

/* Asks for `size` bytes a place of `array` early: number `k` of such columns. */
static inline void candidates_read(struct candidates *candidates, size_t k, const void *array,
                                   size_t size)
{
    candidates->columns[k].array = array;
    candidates->columns[k].size = size;
    if (k + 1 < CANDIDATES_COLUMNS)
        candidates->columns[k + 1].array = NULL;
}

/* Draws the next candidates and asks for their columns. */
void candidates_draw(struct candidates *candidates);

/* Draws as candidates_next does when none is left, all that it has room for: `place` and `lots`
 * below `drawn`. False when there are no more. To be followed by candidates_keep. */
static inline bool candidates_more(struct candidates *candidates)
{
    candidates_draw(candidates);
    return candidates->drawn > 0;
}

/* Of those drawn only the ones marked by 1, and not by 0, are left. Most candidates are dropped,
 * and which cannot be foreseen: so they are marked and dropped without a branch. */
static inline void candidates_keep(struct candidates *candidates,
                                   const uint8_t marked[CANDIDATES_AHEAD])
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < candidates->drawn; k++) {
        candidates->place[kept] = candidates->place[k];
        candidates->lots[kept] = candidates->lots[k];
        kept += marked[k];
    }
    candidates->drawn = kept;
}

/* The next of those that are left. */
static inline bool candidates_left(struct candidates *candidates, uint32_t *place)
{
    if (candidates->used == candidates->drawn)
        return false;
    *place = candidates->place[candidates->used];
    candidates->lot = uniform_of(candidates->lots[candidates->used++]);
    return true;
}

static inline bool candidates_next(struct candidates *candidates, uint32_t *place)
{
    if (candidates->used == candidates->drawn) {
        candidates_draw(candidates);
        if (candidates->drawn == 0)
            return false;
    }
    return candidates_left(candidates, place);
}

#endif
