/* A digest that does not depend on the order of rows: the sum modulo 2^128 of
 * keyed hashes of (external id, column, value). */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

struct digest {
    uint64_t low, high;
};

/* A bijection of 64 bits that mixes well (the finaliser of Stafford's variant
 * 13 of MurmurHash3, as in SplitMix64 by Steele, Lea and Flood 2014). */
static inline uint64_t digest_mix(uint64_t x)
{
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

static inline void digest_add(struct digest *digest, struct digest term)
{
    const uint64_t low = digest->low + term.low;
    digest->high += term.high + (low < term.low);
    digest->low = low;
}

/* The keyed hash of one value of one row. */
static inline struct digest digest_of(uint64_t id, uint64_t column, uint64_t value)
{
    const uint64_t keyed = digest_mix(id * 0xD6E8FEB86659FD93u + column);
    const uint64_t hash = digest_mix(keyed ^ (value * 0xA0761D6478BD642Fu));
    const struct digest digest = {hash, (hash ^ keyed) * 0xE7037ED1A0B428DBu + (hash >> 29)};
    return digest;
}

/* Chains the digest of a month to what came before. */
struct digest digest_chain(struct digest before, struct digest month);

enum { DIGEST_TEXT = 33 };
/* 32 hexadecimal digits and a zero. */
void digest_text(struct digest digest, char text[DIGEST_TEXT]);

#endif
