#include "base/candidates.h"

#include "base/avx2.h"

enum { BLOCKS = CANDIDATES_AHEAD / 2, AT_ONCE = 8 };

/* -log(u) in float, to about 1e-7 of itself, for u of the upper 24 bits of a word:
 * mantissa in [sqrt(1/2), sqrt(2)), then 2 artanh((m - 1) / (m + 1)) as a series. */
static inline float minus_log(uint32_t word)
{
    const float u = ((float)(int32_t)(word >> 8) + 0.5f) * 0x1p-24f;
    uint32_t bits;
    memcpy(&bits, &u, sizeof bits);
    const int32_t exponent = (int32_t)(bits - 0x3f3504f3u) >> 23;
    const uint32_t scaled = bits - ((uint32_t)exponent << 23);
    float mantissa;
    memcpy(&mantissa, &scaled, sizeof mantissa);
    const float ratio = (mantissa - 1) / (mantissa + 1), square = ratio * ratio;
    float sum = 2.0f / 9;
    sum = sum * square + 2.0f / 7;
    sum = sum * square + 2.0f / 5;
    sum = sum * square + 2.0f / 3;
    sum = sum * square + 2;
    return (float)-exponent * 0.693147181f - ratio * sum;
}

/* How many places each candidate lies beyond the one before, as stream_gap. */
static AVX2_EITHER void find_gaps_loop(const uint32_t *words, size_t count, float scale,
                                       int32_t *gaps)
{
    for (size_t k = 0; k < count; k++) {
        const float gap = minus_log(words[k]) * scale;
        gaps[k] = (int32_t)(gap > 0 ? gap : 0);
    }
}

AVX2_WHERE_IT_CAN(find_gaps, (const uint32_t *words, size_t count, float scale, int32_t *gaps),
                  (words, count, scale, gaps))

/* Blocks for about as many candidates as the rest of the stretch will have. */
static size_t blocks_wanted(const struct candidates *candidates)
{
    const float left = (float)(candidates->end - candidates->at) / (candidates->scale + 0.5f) / 2;
    const size_t wanted = ((size_t)left / AT_ONCE + 1) * AT_ONCE;
    return wanted < BLOCKS ? wanted : BLOCKS;
}

/* A block of the stream holds two candidates: gap, lot, gap, lot. */
void candidates_draw(struct candidates *candidates)
{
    uint32_t words[4][BLOCKS];
    int32_t gaps[2][BLOCKS];
    candidates->drawn = candidates->used = 0;
    if (candidates->at >= candidates->end)
        return;
    const size_t blocks = blocks_wanted(candidates);
    philox_run(candidates->key, candidates->counter, blocks,
               (uint32_t *[4]){words[0], words[1], words[2], words[3]});
    candidates->counter.word[3] += (uint32_t)blocks;
    find_gaps(words[0], blocks, candidates->scale, gaps[0]);
    find_gaps(words[2], blocks, candidates->scale, gaps[1]);
    uint64_t at = candidates->at;
    const uint64_t end = candidates->end;
    const uint32_t most = candidates->most;
    uint32_t drawn = 0;
    for (size_t k = 0; k < blocks; k++) {
        at += (uint64_t)gaps[0][k];
        if (at >= end)
            break;
        candidates->of[drawn] = (struct candidate){(uint32_t)at++, words[1][k]};
        drawn += words[1][k] <= most;
        at += (uint64_t)gaps[1][k];
        if (at >= end)
            break;
        candidates->of[drawn] = (struct candidate){(uint32_t)at++, words[3][k]};
        drawn += words[3][k] <= most;
    }
    candidates->at = at;
    candidates->drawn = drawn;
}
