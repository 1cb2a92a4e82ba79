/* Lists of the few among many: a flat loop marks them, one byte each, and here their places
 * are listed, for who they are cannot be foreseen. */
#ifndef BASE_FOUND_H
#define BASE_FOUND_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__) && defined(__GNUC__) && !defined(SAMENSPEL_PORTABLE)
#include <emmintrin.h>

/* Marks that are looked at together, sixteen at a time. */
enum { FOUND_AT_ONCE = 64, FOUND_REGISTER = 16 };

/* A bit for each of so many marks. */
static inline uint64_t found_bits(const uint8_t *marked)
{
    uint64_t bits = 0;
    for (int k = 0; k < FOUND_AT_ONCE; k += FOUND_REGISTER) {
        const __m128i marks = _mm_loadu_si128((const __m128i *)(const void *)(marked + k));
        const int high = _mm_movemask_epi8(_mm_slli_epi16(marks, 7)); /* 1 to the highest bit */
        bits |= (uint64_t)(unsigned)high << k;
    }
    return bits;
}

/* The whole stretches of FOUND_AT_ONCE: the one branch that cannot be foreseen is the end of each,
 * and nothing is done for who is not marked. Says how far it came. */
static inline size_t found_stretches(const uint8_t *restrict marked, size_t count,
                                     uint16_t *restrict places, size_t *found)
{
    size_t listed = 0, i = 0;
    for (; i + FOUND_AT_ONCE <= count; i += FOUND_AT_ONCE)
        for (uint64_t bits = found_bits(marked + i); bits != 0; bits &= bits - 1)
            places[listed++] = (uint16_t)(i + (size_t)__builtin_ctzll(bits));
    *found = listed;
    return i;
}
#else
static inline size_t found_stretches(const uint8_t *restrict marked, size_t count,
                                     uint16_t *restrict places, size_t *found)
{
    (void)marked, (void)count, (void)places;
    *found = 0;
    return 0;
}
#endif

/* Places below `count`, at most 65536, that are marked by 1 and not by 0, in order; `places` has
 * room for all. Returns how many there are. */
static inline size_t found_list(const uint8_t *restrict marked, size_t count,
                                uint16_t *restrict places)
{
    size_t found;
    for (size_t i = found_stretches(marked, count, places, &found); i < count; i++) {
        places[found] = (uint16_t)i; /* without a branch */
        found += marked[i];
    }
    return found;
}

#endif
