/* Lists of the few among many: a flat loop marks them, one byte each, and here their places
 * are listed without a branch, for who they are cannot be foreseen. */
#ifndef BASE_FOUND_H
#define BASE_FOUND_H

#include <stddef.h>
#include <stdint.h>

/* Places below `count`, at most 65536, that are marked by 1 and not by 0, in order; `places` has
 * room for all. Returns how many there are. */
static inline size_t found_list(const uint8_t *restrict marked, size_t count,
                                uint16_t *restrict places)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        places[found] = (uint16_t)i;
        found += marked[i];
    }
    return found;
}

#endif
