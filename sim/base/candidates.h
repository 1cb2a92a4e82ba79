/* Rare events by skipping: candidates among a stretch of places are drawn at a
 * ceiling rate that no scenario moves; each comes with a lot of its own, and is
 * kept where the lot is below its chance over the ceiling. Every candidate
 * spends two words, kept or not, so that cost follows events and a shock in one
 * place moves nobody else's chances. */
#ifndef BASE_CANDIDATES_H
#define BASE_CANDIDATES_H

#include <stdbool.h>

#include "base/stream.h"

struct candidates {
    struct stream gaps;
    double scale;
    uint64_t at, end;
    double lot; /* of the candidate at hand, in (0, 1) */
};

/* Candidates among `length` places from `first`; `scale` is
 * stream_gap_scale(ceiling). The address is the first place. */
static inline struct candidates candidates_open(struct moment now, uint32_t purpose, uint32_t first,
                                                uint32_t length, double scale)
{
    const struct candidates candidates = {stream_open(now, purpose, first), scale, first,
                                          (uint64_t)first + length, 1};
    return candidates;
}

static inline bool candidates_next(struct candidates *candidates, uint32_t *place)
{
    candidates->at += stream_gap(&candidates->gaps, candidates->scale);
    candidates->lot = stream_uniform(&candidates->gaps);
    if (candidates->at >= candidates->end)
        return false;
    *place = (uint32_t)candidates->at++;
    return true;
}

#endif
