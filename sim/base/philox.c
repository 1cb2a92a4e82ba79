#include "base/philox.h"

#include "base/avx2.h"

#if AVX2_COMPILED
#include <immintrin.h>
#endif

static void one_by_one(struct philox_key key, struct philox_block counter, const uint32_t *entity,
                       size_t from, size_t count, uint32_t *words[4])
{
    const uint32_t first = counter.word[3];
    for (size_t i = from; i < count; i++) {
        if (entity)
            counter.word[0] = entity[i];
        else
            counter.word[3] = first + (uint32_t)i;
        const struct philox_block block = philox(key, counter);
        for (int w = 0; w < 4; w++)
            words[w][i] = block.word[w];
    }
}

#if AVX2_COMPILED
/* The high and low halves of eight products with one constant. */
AVX2 static inline void multiply(__m256i x, uint32_t constant, __m256i *high, __m256i *low)
{
    const __m256i factor = _mm256_set1_epi32((int)constant);
    const __m256i even = _mm256_mul_epu32(x, factor);
    const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), factor);
    *low = _mm256_mullo_epi32(x, factor);
    *high = _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xAA);
}

/* Without entities the last word of the counter runs on. */
AVX2 static void eight_at_once(struct philox_key key, struct philox_block counter,
                               const uint32_t *entity, size_t count, uint32_t *words[4])
{
    const __m256i run = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    for (size_t i = 0; i + 8 <= count; i += 8) {
        __m256i x0 = entity ? _mm256_loadu_si256((const __m256i *)(const void *)(entity + i))
                            : _mm256_set1_epi32((int)counter.word[0]);
        __m256i x1 = _mm256_set1_epi32((int)counter.word[1]);
        __m256i x2 = _mm256_set1_epi32((int)counter.word[2]);
        __m256i x3 =
            entity ? _mm256_set1_epi32((int)counter.word[3])
                   : _mm256_add_epi32(run, _mm256_set1_epi32((int)(counter.word[3] + (uint32_t)i)));
        uint32_t k0 = key.word[0], k1 = key.word[1];
        for (int round = 0; round < 10; round++) {
            __m256i high0, low0, high2, low2;
            multiply(x0, 0xD2511F53u, &high0, &low0);
            multiply(x2, 0xCD9E8D57u, &high2, &low2);
            x0 = _mm256_xor_si256(_mm256_xor_si256(high2, x1), _mm256_set1_epi32((int)k0));
            x1 = low2;
            x2 = _mm256_xor_si256(_mm256_xor_si256(high0, x3), _mm256_set1_epi32((int)k1));
            x3 = low0;
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        _mm256_storeu_si256((__m256i *)(void *)(words[0] + i), x0);
        _mm256_storeu_si256((__m256i *)(void *)(words[1] + i), x1);
        _mm256_storeu_si256((__m256i *)(void *)(words[2] + i), x2);
        _mm256_storeu_si256((__m256i *)(void *)(words[3] + i), x3);
    }
}
#endif

static void blocks_of(struct philox_key key, struct philox_block counter, const uint32_t *entity,
                      size_t count, uint32_t *words[4])
{
    size_t done = 0;
#if AVX2_COMPILED
    if (avx2_can()) {
        eight_at_once(key, counter, entity, count, words);
        done = count / 8 * 8;
    }
#endif
    one_by_one(key, counter, entity, done, count, words);
}

void philox_many(struct philox_key key, struct philox_block counter, const uint32_t *entity,
                 size_t count, uint32_t *words[4])
{
    blocks_of(key, counter, entity, count, words);
}

void philox_run(struct philox_key key, struct philox_block counter, size_t count,
                uint32_t *words[4])
{
    blocks_of(key, counter, NULL, count, words);
}
