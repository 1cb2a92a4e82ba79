/* Sorting in linear time: items whose high 32 bits are the key and whose low
 * 32 bits are what is sorted. Equal keys keep their order. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t sort_item(uint32_t key, uint32_t value)
{
    return (uint64_t)key << 32 | value;
}

static inline uint32_t sort_value(uint64_t item)
{
    return (uint32_t)item;
}

/* Sorts `items`; `spare` has room for as many. */
void sort_items(uint64_t *items, uint64_t *spare, size_t count);

#endif
