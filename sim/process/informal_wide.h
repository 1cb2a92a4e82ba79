/* The part of informal support that looks at all ties of a resident at once, eight in a
 * register, where the processor has AVX2. Nothing about ties can be foreseen, how many there
 * are included: so there is no branch on them, and empty slots weigh nothing. The same bits as
 * what informal_asking.c and informal_support.c do slot after slot. */
#ifndef PROCESS_INFORMAL_WIDE_H
#define PROCESS_INFORMAL_WIDE_H

#include "base/avx2.h"
#include "process/informal_asking.h"

/* Of every set of eight slots, those that are in it, from the lowest on. */
void informal_wide_packing(uint8_t packed[256][8]);

/* The rest only where avx2_can() says so. */

/* What `i` asks for so many hours in all, where so much is available of each whom it counts on. */
void informal_wide_requests(const struct helping *helping, uint32_t i,
                            const uint16_t available[TIE_SLOTS], float presence, float replaceable,
                            struct requests *requests);
/* Of the residents of `count` needs, which `rows` lists, ties in the slots that each asked grow
 * stronger. */
void informal_wide_grow(const struct helping *helping, uint8_t *strengths, const uint32_t *resident,
                        const uint16_t *asked_of, const uint16_t *rows, size_t count);

#endif
