/* Rare events by skipping: candidates among a stretch of places are drawn at a
 * ceiling rate that no scenario moves; each comes with a lot of its own, and is
 * kept where the lot is below its chance over the ceiling. Every candidate
 * spends two words, kept or not, so that cost follows events and a shock in one
 * place moves nobody else's chances.
 *
 * They are drawn many at a time, for draws in a row cost a fraction of single
 * ones. What is read of them is not asked for early: they stand in the order of
 * places and mostly so close that the columns run through the cache anyhow. */
#ifndef BASE_CANDIDATES_H
#define BASE_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/stream.h"

enum { CANDIDATES_AHEAD = 64 };

struct candidate {
    uint32_t place, lot;
};

struct candidates {
    struct philox_key key;
    struct philox_block counter;
    float scale;
    uint32_t most; /* a larger lot comes to nothing */
    uint64_t at, end;
    uint32_t drawn, used;
    struct candidate of[CANDIDATES_AHEAD];
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
    candidates->drawn = candidates->used = 0;
    candidates->most = UINT32_MAX;
}

/* Leaves out from the first whose lot is not below `chance`, at the most that of anybody over the
 * ceiling: nothing need be read of them. */
static inline void candidates_below(struct candidates *candidates, double chance)
{
    candidates->most = word_below(chance);
}

/* Draws the next candidates; none may be left, and more to come. */
void candidates_draw(struct candidates *candidates);

/* Draws as candidates_next does when none is left, all that it has room for: `of` below `drawn`.
 * False when there are no more. To be followed by candidates_keep. */
static inline bool candidates_more(struct candidates *candidates)
{
    do
        candidates_draw(candidates);
    while (candidates->drawn == 0 && candidates->at < candidates->end);
    return candidates->drawn > 0;
}

/* Of those drawn only the ones marked by 1, and not by 0, are left. Most candidates are dropped,
 * and which cannot be foreseen: so they are marked and dropped without a branch. */
static inline void candidates_keep(struct candidates *candidates,
                                   const uint8_t marked[CANDIDATES_AHEAD])
{
    const uint32_t drawn = candidates->drawn;
    uint32_t kept = 0;
    for (uint32_t k = 0; k < drawn; k++) {
        candidates->of[kept] = candidates->of[k];
        kept += marked[k];
    }
    candidates->drawn = kept;
}

/* The next of those that are left. */
static inline bool candidates_left(struct candidates *candidates, uint32_t *place)
{
    if (candidates->used == candidates->drawn)
        return false;
    const struct candidate next = candidates->of[candidates->used++];
    *place = next.place;
    candidates->lot = uniform_of(next.lot);
    return true;
}

static inline bool candidates_next(struct candidates *candidates, uint32_t *place)
{
    if (candidates->used == candidates->drawn && !candidates_more(candidates))
        return false;
    return candidates_left(candidates, place);
}

#endif
