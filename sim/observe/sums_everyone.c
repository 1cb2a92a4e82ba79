/* What every resident of a block adds, in flat loops without a branch. */
#include <string.h>

#include "base/avx2.h"
#include "observe/sums.h"

#if AVX2_COMPILED
#include <immintrin.h>
#endif

/* The parts of a real are added apart, four at a time, in an order that no thread changes. */
enum { PARTS = 4 };
struct reals {
    double s[PARTS], squares[PARTS], s_low[PARTS], trust[PARTS], trust_low[PARTS];
};

/* Columns of a block, from its first place. */
struct columns_read {
    const uint32_t *id;
    const int16_t *birth;
    const uint16_t *given;
    const uint8_t *traits, *needs, *known;
    const float *self_reliance, *trust;
    size_t length;
};

struct counts {
    uint32_t people, low, grown, adults, older, elderly, years, given, needy, hidden;
};

static AVX2_EITHER void count_loop(struct counts *counts, const struct columns_read *read,
                                   int month)
{
    const uint32_t *id = read->id;
    const uint8_t *traits = read->traits, *needs = read->needs, *known = read->known;
    struct counts c = {0};
    for (size_t i = 0; i < read->length; i++) {
        const uint32_t here = id[i] != 0;
        /* A vacant place may have any age. */
        const uint32_t age = (uint32_t)(uint16_t)(month - read->birth[i]) / 12 * here;
        c.people += here;
        c.grown += age >= ADULT_FROM;
        c.adults += age >= 20;
        c.older += age >= OLDER_FROM;
        c.elderly += age >= OLD_FROM;
        c.years += age;
        c.given += here * read->given[i];
        c.low += here & (traits[i] & TRAIT_LOW_INCOME);
        c.needy += here & (needs[i] != 0);
        c.hidden += here & ((needs[i] & ~known[i]) != 0);
    }
    *counts = c;
}
AVX2_ALSO(count, (struct counts * counts, const struct columns_read *read, int month),
          (counts, read, month))

/* Adds place `i` to part `k`. */
static inline void add_place(struct reals *reals, const struct columns_read *read, size_t i,
                             size_t k)
{
    const double here = read->id[i] != 0, low = (read->traits[i] & TRAIT_LOW_INCOME) != 0;
    const double s = here * (double)read->self_reliance[i];
    const double trust = here * (double)read->trust[i];
    reals->s[k] += s;
    reals->squares[k] += s * s;
    reals->s_low[k] += low * s;
    reals->trust[k] += trust;
    reals->trust_low[k] += low * trust;
}

/* The last places of the block, which fill no four. */
static inline void add_last(struct reals *reals, const struct columns_read *read)
{
    for (size_t i = read->length - read->length % PARTS; i < read->length; i++)
        add_place(reals, read, i, i % PARTS);
}

static void add_loop(struct reals *reals, const struct columns_read *read)
{
    *reals = (struct reals){.s = {0}};
    for (size_t i = 0; i + PARTS <= read->length; i += PARTS)
        for (size_t k = 0; k < PARTS; k++)
            add_place(reals, read, i + k, k);
    add_last(reals, read);
}

#if AVX2_COMPILED
AVX2 static inline __m128i read_four_bytes(const uint8_t *from)
{
    int four;
    memcpy(&four, from, sizeof four);
    return _mm_cvtepu8_epi32(_mm_cvtsi32_si128(four));
}

/* Four numbers in double, 0 where `out` has its bits. */
AVX2 static inline __m256d read_four(const float *from, __m256i out)
{
    return _mm256_andnot_pd(_mm256_castsi256_pd(out), _mm256_cvtps_pd(_mm_loadu_ps(from)));
}

/* One part to a lane: the same sums. */
AVX2 static void add_avx2(struct reals *reals, const struct columns_read *read)
{
    const size_t fours = read->length - read->length % PARTS;
    const __m128i bit = _mm_set1_epi32(TRAIT_LOW_INCOME);
    __m256d s = _mm256_setzero_pd(), squares = s, s_low = s, trust = s, trust_low = s;
    for (size_t i = 0; i < fours; i += PARTS) {
        const __m128i id = _mm_loadu_si128((const __m128i *)(const void *)(read->id + i));
        const __m128i traits = read_four_bytes(read->traits + i);
        const __m256i vacant = _mm256_cvtepi32_epi64(_mm_cmpeq_epi32(id, _mm_setzero_si128()));
        const __m256d low = _mm256_castsi256_pd(
            _mm256_cvtepi32_epi64(_mm_cmpeq_epi32(_mm_and_si128(traits, bit), bit)));
        const __m256d here = read_four(read->self_reliance + i, vacant);
        const __m256d trusts = read_four(read->trust + i, vacant);
        s = _mm256_add_pd(s, here);
        squares = _mm256_add_pd(squares, _mm256_mul_pd(here, here));
        s_low = _mm256_add_pd(s_low, _mm256_and_pd(low, here));
        trust = _mm256_add_pd(trust, trusts);
        trust_low = _mm256_add_pd(trust_low, _mm256_and_pd(low, trusts));
    }
    _mm256_storeu_pd(reals->s, s);
    _mm256_storeu_pd(reals->squares, squares);
    _mm256_storeu_pd(reals->s_low, s_low);
    _mm256_storeu_pd(reals->trust, trust);
    _mm256_storeu_pd(reals->trust_low, trust_low);
    add_last(reals, read);
}
#else
#define add_avx2 add_loop
#endif

static double added(const double *parts)
{
    return (parts[0] + parts[1]) + (parts[2] + parts[3]);
}

static void add_up(double *people, const struct counts *counts, const struct reals *reals)
{
    people[PEOPLE] += counts->people;
    people[PEOPLE_LOW_INCOME] += counts->low;
    people[PEOPLE_18] += counts->grown;
    people[PEOPLE_20] += counts->adults;
    people[PEOPLE_65] += counts->older;
    people[PEOPLE_80] += counts->elderly;
    people[PEOPLE_AGE] += counts->years;
    people[PEOPLE_HOURS_GIVEN] += counts->given / 16.0;
    people[PEOPLE_NEEDY] += counts->needy;
    people[PEOPLE_HIDDEN] += counts->hidden;
    people[PEOPLE_SELF_RELIANCE] += added(reals->s);
    people[PEOPLE_SELF_RELIANCE_SQUARED] += added(reals->squares);
    people[PEOPLE_SELF_RELIANCE_LOW] += added(reals->s_low);
    people[PEOPLE_TRUST] += added(reals->trust);
    people[PEOPLE_TRUST_LOW] += added(reals->trust_low);
}

void sums_measure_everyone(double *people, const struct spel_model *model, size_t b, bool wide)
{
    const struct residents *residents = &model->world.residents;
    const size_t first = model->world.blocks.first[b];
    const struct columns_read read = {.id = residents->id + first,
                                      .birth = residents->birth + first,
                                      .given = residents->given + first,
                                      .traits = residents->traits + first,
                                      .needs = residents->needs + first,
                                      .known = residents->known + first,
                                      .self_reliance = residents->self_reliance + first,
                                      .trust = residents->trust + first,
                                      .length = model->world.blocks.length[b]};
    struct counts counts;
    struct reals reals;
    if (wide) {
        count_avx2(&counts, &read, (int)model->now.month);
        add_avx2(&reals, &read);
    } else {
        count_loop(&counts, &read, (int)model->now.month);
        add_loop(&reals, &read);
    }
    add_up(people, &counts, &reals);
}
