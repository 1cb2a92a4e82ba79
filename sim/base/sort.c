#include "base/sort.h"

#include <string.h>

enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS };

static void by_digit(const uint64_t *from, uint64_t *to, size_t count, unsigned shift)
{
    size_t start[DIGITS + 1] = {0};
    for (size_t i = 0; i < count; i++)
        start[(from[i] >> shift & (DIGITS - 1)) + 1]++;
    for (size_t d = 0; d < DIGITS; d++)
        start[d + 1] += start[d];
    for (size_t i = 0; i < count; i++)
        to[start[from[i] >> shift & (DIGITS - 1)]++] = from[i];
}

void sort_items(uint64_t *items, uint64_t *spare, size_t count)
{
    for (unsigned shift = 32; shift < 64; shift += 2 * DIGIT_BITS) {
        by_digit(items, spare, count, shift);
        by_digit(spare, items, count, shift + DIGIT_BITS);
    }
}
