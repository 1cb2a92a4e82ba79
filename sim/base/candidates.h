/* Rare events by skipping: candidates among a stretch of places are drawn at a
 * ceiling rate that no scenario moves; each is then kept, or not, by its own
 * addressed draw. Cost follows events, and a shock moves nobody else's chance. */
#ifndef BASE_CANDIDATES_H
#define BASE_CANDIDATES_H

#include <stdbool.h>

#include "base/stream.h"

struct candidates {
    struct stream gaps;
    double scale;
    uint64_t at, end;
};

/* Candidates among `length` places from `first`; `scale` is
 * stream_gap_scale(ceiling). The address is the first place. */
static inline struct candidates candidates_open(struct moment now, uint32_t purpose,
                                                uint32_t first, uint32_t length, double scale)
{
    const struct candidates candidates = {stream_open(now, purpose, first), scale, first,
                                          (uint64_t)first + length};
    return candidates;
}

static inline bool candidates_next(struct candidates *candidates, uint32_t *place)
{
    candidates->at += stream_gap(&candidates->gaps, candidates->scale);
    if (candidates->at >= candidates->end)
        return false;
    *place = (uint32_t)candidates->at++;
    return true;
}

#endif
