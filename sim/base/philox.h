/* Philox 4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw
 * (2011), "Parallel random numbers: as easy as 1, 2, 3", SC11. A block of four
 * words is a pure function of a key and a counter, so that a draw has an
 * address instead of a history. */
#ifndef BASE_PHILOX_H
#define BASE_PHILOX_H

#include <stddef.h>
#include <stdint.h>

struct philox_key {
    uint32_t word[2];
};

struct philox_block {
    uint32_t word[4];
};

static inline struct philox_block philox(struct philox_key key, struct philox_block counter)
{
    for (int round = 0; round < 10; round++) {
        const uint64_t left = (uint64_t)0xD2511F53u * counter.word[0];
        const uint64_t right = (uint64_t)0xCD9E8D57u * counter.word[2];
        const struct philox_block mixed = {
            {(uint32_t)(right >> 32) ^ counter.word[1] ^ key.word[0], (uint32_t)right,
             (uint32_t)(left >> 32) ^ counter.word[3] ^ key.word[1], (uint32_t)left}};
        counter = mixed;
        key.word[0] += 0x9E3779B9u;
        key.word[1] += 0xBB67AE85u;
    }
    return counter;
}

/* One block for each entity, the other three words of the counter the same:
 * words[w][i] is word w of the block of entity[i]. Eight at once where the
 * processor has AVX2, chosen at run time; the same bits everywhere. */
void philox_many(struct philox_key key, struct philox_block counter, const uint32_t *entity,
                 size_t count, uint32_t *words[4]);
/* The same for blocks that follow each other in one stream: word 3 of the counter
 * goes up by one from block to block. */
void philox_run(struct philox_key key, struct philox_block counter, size_t count,
                uint32_t *words[4]);

#endif
