/* What a need asks of the people its resident counts on. */
#ifndef PROCESS_INFORMAL_REQUESTS_H
#define PROCESS_INFORMAL_REQUESTS_H

#include <stdint.h>

/* What one need asks, in units: of each helper, one after the other by slot, and in all. The arrays
 * belong to the caller and have room for TIE_SLOTS. */
struct requests {
    uint32_t *helper;   /* place; behind the last of them, any place */
    uint32_t *units;    /* presence in the upper half, this with replaceable hours in the lower:
                         * what one person can give is far below 2^16 units */
    uint32_t count;     /* helpers asked */
    uint32_t slots;     /* a bit for each slot that is asked */
    uint32_t near, all; /* presence and units of all helpers */
};

static inline uint32_t request_presence(uint32_t units)
{
    return units >> 16;
}

static inline uint32_t request_all(uint32_t units)
{
    return units & UINT16_MAX;
}

#endif
