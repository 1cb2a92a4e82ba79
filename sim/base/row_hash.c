#include "base/row_hash.h"

#include <string.h>

#include "base/wide.h"

enum { WORD_BYTES = 4, PAIR_BYTES = 8 };

void row_hash_begin(struct row_hash *hash, uint64_t salt, size_t count)
{
    hash->salt = salt;
    hash->count = count;
    hash->pairs = hash->filled = 0;
    for (size_t lane = 0; lane < 2; lane++)
        memset(hash->sum[lane], 0, count * sizeof *hash->sum[lane]);
}

static void take_pair(struct row_hash *hash)
{
    for (size_t lane = 0; lane < 2; lane++) {
        const uint64_t keys = digest_mix(hash->salt + 2 * hash->pairs + lane);
        wide_products(hash->sum[lane], hash->word[0], (uint32_t)keys, hash->word[1],
                      (uint32_t)(keys >> 32), hash->count);
    }
    hash->pairs++;
    hash->filled = 0;
}

static inline uint32_t value_at(const unsigned char *values, size_t size, size_t at)
{
    uint16_t half;
    uint32_t word;
    switch (size) {
    case 1:
        return values[at];
    case 2:
        memcpy(&half, values + at * sizeof half, sizeof half);
        return half;
    default:
        memcpy(&word, values + at * sizeof word, sizeof word);
        return word;
    }
}

/* What the word held is kept where the values do not come first in it. */
static inline void pack(uint32_t *restrict word, const void *restrict values, size_t size,
                        size_t step, unsigned shift, size_t count)
{
    const uint32_t kept = shift > 0 ? UINT32_MAX : 0;
    for (size_t i = 0; i < count; i++)
        word[i] = (word[i] & kept) | value_at(values, size, i * step) << shift;
}

/* The word of the pair in which `size` more bytes find room, and from which bit. */
static uint32_t *room_for(struct row_hash *hash, size_t size, unsigned *shift)
{
    if (hash->filled % WORD_BYTES + size > WORD_BYTES)
        hash->filled += WORD_BYTES - hash->filled % WORD_BYTES;
    if (hash->filled == PAIR_BYTES)
        take_pair(hash);
    uint32_t *word = hash->word[hash->filled / WORD_BYTES];
    *shift = 8 * (unsigned)(hash->filled % WORD_BYTES);
    hash->filled += size;
    return word;
}

/* Eight bytes are two values of four. */
static void put_long(struct row_hash *hash, const unsigned char *values, size_t step)
{
    for (unsigned half = 0; half < 2; half++) {
        unsigned shift;
        uint32_t *word = room_for(hash, WORD_BYTES, &shift);
        for (size_t i = 0; i < hash->count; i++) {
            uint64_t value;
            memcpy(&value, values + i * step * sizeof value, sizeof value);
            word[i] = (uint32_t)(value >> (32 * half));
        }
    }
}

void row_hash_put(struct row_hash *hash, const void *values, size_t size, size_t step)
{
    unsigned shift;
    if (size == 8) {
        put_long(hash, values, step);
        return;
    }
    uint32_t *word = room_for(hash, size, &shift);
    if (size == 1 && step == 1)
        pack(word, values, 1, 1, shift, hash->count);
    else if (size == 1)
        pack(word, values, 1, step, shift, hash->count);
    else if (size == 2 && step == 1)
        pack(word, values, 2, 1, shift, hash->count);
    else if (size == 2)
        pack(word, values, 2, step, shift, hash->count);
    else if (step == 1)
        pack(word, values, 4, 1, 0, hash->count);
    else
        pack(word, values, 4, step, 0, hash->count);
}

void row_hash_end(struct row_hash *hash, const bool *used, struct digest *digest)
{
    if (hash->filled > 0 && hash->filled <= WORD_BYTES)
        memset(hash->word[1], 0, hash->count * sizeof *hash->word[1]);
    if (hash->filled > 0)
        take_pair(hash);
    for (size_t i = 0; i < hash->count; i++) {
        if (!used[i])
            continue;
        const uint64_t low = digest_mix(hash->sum[0][i] ^ hash->salt);
        const uint64_t high = digest_mix(hash->sum[1][i] + low);
        digest_add(digest, (struct digest){low, high});
    }
}
