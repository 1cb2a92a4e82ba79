#include "base/candidates.h"

void candidates_draw(struct candidates *candidates)
{
    candidates->drawn = candidates->used = 0;
    while (candidates->drawn < CANDIDATES_AHEAD && candidates->at < candidates->end) {
        candidates->at += stream_gap(&candidates->gaps, candidates->scale);
        const double lot = stream_uniform(&candidates->gaps);
        if (candidates->at >= candidates->end)
            break;
        const uint32_t place = (uint32_t)candidates->at++;
        for (size_t k = 0; k < CANDIDATES_COLUMNS && candidates->columns[k].array; k++)
            prefetch((const char *)candidates->columns[k].array +
                     place * candidates->columns[k].size);
        candidates->place[candidates->drawn] = place;
        candidates->lots[candidates->drawn++] = lot;
    }
}
