/* Digests of rows that are stored as columns: some rows at a time, whose columns are put one after
 * another, each read along.
 *
 * A row is a line of 32-bit words, made of its values as numbers: the first values in the lowest
 * bits, none across two words. Two words and two keys give (x + k) mod 2^32 * (y + l) mod 2^32, and
 * the products are summed modulo 2^64: NH of UMAC (Black, Halevi, Krawczyk, Krovetz and Rogaway,
 * CRYPTO 1999). Two sums with other keys stand beside each other, so that of two rows that differ
 * both are alike for one in 2^64 choices of keys. Both are mixed at the end, into the 128 bits
 * that a digest adds up. */
#ifndef BASE_ROW_HASH_H
#define BASE_ROW_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

enum { ROW_HASH_ROWS = 256 };

struct row_hash {
    uint64_t salt;
    size_t count;  /* rows */
    size_t pairs;  /* of words that are in the sums */
    size_t filled; /* bytes of the pair that is being made */
    uint32_t word[2][ROW_HASH_ROWS];
    uint64_t sum[2][ROW_HASH_ROWS];
};

/* `count` rows, at most ROW_HASH_ROWS; another salt hashes otherwise. */
void row_hash_begin(struct row_hash *hash, uint64_t salt, size_t count);
/* A value of `size` bytes, 1, 2, 4 or 8, of each row: that of row i is the one at i * step. */
void row_hash_put(struct row_hash *hash, const void *values, size_t size, size_t step);
/* Adds the rows that are `used` to the digest. */
void row_hash_end(struct row_hash *hash, const bool *used, struct digest *digest);

#endif
