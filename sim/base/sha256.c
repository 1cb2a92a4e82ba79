#include "base/sha256.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK = 64, WORDS = 8, ROUNDS = 64, LENGTH_AT = 56 };

/* clang-format off */
/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t round_constant[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
/* The same of the square roots of the first eight. */
static const uint32_t first_state[WORDS] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};
/* clang-format on */

static uint32_t rotated(uint32_t x, unsigned by)
{
    return x >> by | x << (32 - by);
}

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void schedule_fill(uint32_t schedule[ROUNDS], const unsigned char *block)
{
    for (size_t i = 0; i < 16; i++)
        schedule[i] = big_endian(block + 4 * i);
    for (size_t i = 16; i < ROUNDS; i++) {
        const uint32_t near = schedule[i - 15], late = schedule[i - 2];
        const uint32_t mixed_near = rotated(near, 7) ^ rotated(near, 18) ^ near >> 3;
        const uint32_t mixed_late = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10;
        schedule[i] = schedule[i - 16] + mixed_near + schedule[i - 7] + mixed_late;
    }
}

static void block_add(uint32_t state[WORDS], const unsigned char *block)
{
    uint32_t schedule[ROUNDS], s[WORDS];
    schedule_fill(schedule, block);
    memcpy(s, state, sizeof s);
    for (size_t i = 0; i < ROUNDS; i++) {
        const uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
        const uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        const uint32_t high = rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25);
        const uint32_t low = rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22);
        const uint32_t first = s[7] + high + choice + round_constant[i] + schedule[i];
        memmove(s + 1, s, (WORDS - 1) * sizeof *s);
        s[4] += first;
        s[0] = first + low + majority;
    }
    for (size_t i = 0; i < WORDS; i++)
        state[i] += s[i];
}

/* The rest of the message, one bit, zeros, and the length in bits. */
static void tail_add(uint32_t state[WORDS], const unsigned char *rest, size_t count,
                     uint64_t length)
{
    unsigned char tail[2 * BLOCK] = {0};
    if (count > 0)
        memcpy(tail, rest, count);
    tail[count] = 0x80;
    const size_t size = count < LENGTH_AT ? BLOCK : 2 * BLOCK;
    for (size_t i = 0; i < 8; i++)
        tail[size - 1 - i] = (unsigned char)(length * 8 >> 8 * i);
    for (size_t at = 0; at < size; at += BLOCK)
        block_add(state, tail + at);
}

void sha256_text(const void *bytes, size_t length, char text[SHA256_TEXT])
{
    const unsigned char *message = bytes;
    uint32_t state[WORDS];
    memcpy(state, first_state, sizeof state);
    size_t at = 0;
    for (; length - at >= BLOCK; at += BLOCK)
        block_add(state, message + at);
    tail_add(state, message + at, length - at, length);
    for (size_t i = 0; i < SHA256_TEXT - 1; i++)
        text[i] = "0123456789abcdef"[state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    text[SHA256_TEXT - 1] = '\0';
}
