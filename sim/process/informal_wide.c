#include "process/informal_wide.h"

/* Slots of a register, and registers of a resident's ties: one does for most. */
enum { LANES = 8, REGISTERS = TIE_SLOTS / LANES };

void informal_wide_packing(uint8_t packed[256][8])
{
    for (unsigned set = 0; set < 256; set++) {
        size_t count = 0;
        for (uint8_t k = 0; k < LANES; k++)
            if (set >> k & 1)
                packed[set][count++] = k;
        while (count < LANES)
            packed[set][count++] = 0;
    }
}

#if AVX2_COMPILED
#include <immintrin.h>

/* What each tie could give, with what weight, its kind and its strength. */
struct ties_wide {
    __m256 most[REGISTERS], weight[REGISTERS];
    __m256i place[REGISTERS], kind[REGISTERS], strength[REGISTERS];
};

/* A small table by kind: eight looked up at once. */
AVX2 static inline __m256 by_kind(const float table[KINDS_WIDE], __m256i kind)
{
    return _mm256_permutevar8x32_ps(_mm256_loadu_ps(table), kind);
}

AVX2 static inline void weigh(const struct helping *helping, const uint32_t *alter,
                              const uint8_t *strength, const uint16_t *available, int registers,
                              struct ties_wide *t)
{
    for (int h = 0; h < registers; h++) {
        const __m256i ties = _mm256_loadu_si256((const __m256i *)(const void *)(alter + h * LANES));
        const __m128i bytes =
            _mm_loadl_epi64((const __m128i *)(const void *)(strength + h * LANES));
        const __m128i words =
            _mm_loadu_si128((const __m128i *)(const void *)(available + h * LANES));
        t->place[h] = _mm256_and_si256(ties, _mm256_set1_epi32((1 << TIE_PLACE_BITS) - 1));
        t->kind[h] = _mm256_srli_epi32(ties, TIE_PLACE_BITS);
        t->strength[h] = _mm256_cvtepu8_epi32(bytes);
        t->most[h] = _mm256_mul_ps(by_kind(helping->capacity, t->kind[h]),
                                   _mm256_cvtepi32_ps(_mm256_cvtepu16_epi32(words)));
        t->weight[h] = _mm256_mul_ps(_mm256_mul_ps(t->most[h], _mm256_cvtepi32_ps(t->strength[h])),
                                     _mm256_set1_ps(1.0f / 255));
    }
}

/* The place in the order of strength, and then of slot, of ties beyond kin; 0 for the others. */
AVX2 static inline __m256i order_of(const struct ties_wide *t, int h, __m256i beyond_kin)
{
    const __m256i slot =
        _mm256_add_epi32(_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(h * LANES));
    const __m256i strength = _mm256_add_epi32(t->strength[h], _mm256_set1_epi32(1));
    return _mm256_and_si256(_mm256_or_si256(_mm256_slli_epi32(strength, 4), slot), beyond_kin);
}

/* Of the kinds beyond kin only the STRONGEST are asked, before whom fewer than so many come in
 * the order. The others lose their weight. */
AVX2 static inline void leave_out(int registers, struct ties_wide *t)
{
    __m256i beyond_kin[REGISTERS], order[REGISTERS];
    for (int h = 0; h < registers; h++) {
        beyond_kin[h] = _mm256_cmpgt_epi32(t->kind[h], _mm256_set1_epi32(TIE_KIN));
        order[h] = order_of(t, h, beyond_kin[h]);
    }
    for (int h = 0; h < registers; h++) {
        __m256i before = _mm256_setzero_si256();
        for (int k = 0; k < registers * LANES; k++) {
            const __m256i other =
                _mm256_permutevar8x32_epi32(order[k / LANES], _mm256_set1_epi32(k % LANES));
            before = _mm256_sub_epi32(before, _mm256_cmpgt_epi32(other, order[h]));
        }
        const __m256i late = _mm256_cmpgt_epi32(before, _mm256_set1_epi32(STRONGEST - 1));
        const __m256 out = _mm256_castsi256_ps(_mm256_and_si256(late, beyond_kin[h]));
        t->most[h] = _mm256_andnot_ps(out, t->most[h]);
        t->weight[h] = _mm256_andnot_ps(out, t->weight[h]);
    }
}

/* Slot after slot, as everywhere: the order of a sum decides its last bits. */
AVX2 static inline float total_of(const __m256 *values, int registers)
{
    float each[TIE_SLOTS], total = 0;
    for (int h = 0; h < registers; h++)
        _mm256_storeu_ps(each + h * LANES, values[h]);
    for (int k = 0; k < registers * LANES; k++)
        total += each[k];
    return total;
}

AVX2 static inline uint32_t sum_of(const __m256i *values, int registers)
{
    const __m256i both = registers == 1 ? values[0] : _mm256_add_epi32(values[0], values[1]);
    __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
    sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0x4e));
    return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0xb1)));
}

/* All bits of the first slot with most, in `one`; of none where all are 0. Says whether there
 * is one. */
AVX2 static inline bool slot_of_most(const __m256 *values, int registers, __m256 *one)
{
    static const uint32_t ones[2 * TIE_SLOTS] = {[TIE_SLOTS] = UINT32_MAX};
    __m256 most = registers == 1 ? values[0] : _mm256_max_ps(values[0], values[1]);
    most = _mm256_max_ps(most, _mm256_permute2f128_ps(most, most, 1));
    most = _mm256_max_ps(most, _mm256_permute_ps(most, 0x4e));
    most = _mm256_max_ps(most, _mm256_permute_ps(most, 0xb1));
    const __m256 some = _mm256_cmp_ps(most, _mm256_setzero_ps(), _CMP_GT_OQ);
    unsigned equal = 0;
    for (int h = 0; h < registers; h++)
        equal |= (unsigned)_mm256_movemask_ps(_mm256_cmp_ps(values[h], most, _CMP_EQ_OQ))
                 << h * LANES;
    const uint32_t *first = ones + TIE_SLOTS - lowest_bit(equal);
    for (int h = 0; h < registers; h++)
        one[h] =
            _mm256_and_ps(some, _mm256_loadu_ps((const float *)(const void *)first + h * LANES));
    return _mm256_movemask_ps(some) != 0;
}

/* What is asked of every slot: `shared` and `other` by weight, and beside it `first` and
 * `second` of one. No request is above what the helper could give. */
struct wishes {
    float shared, other, first, second;
};

AVX2 static inline __m256i units_of(__m256 hours)
{
    return _mm256_cvttps_epi32(_mm256_mul_ps(_mm256_set1_ps(HELP_UNITS), hours));
}

/* Those of eight whose slot is in `set`, and behind them anything: room for eight. */
AVX2 static inline void store_packed(const struct helping *helping, unsigned set, __m256i values,
                                     uint32_t *to)
{
    const __m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)helping->packed[set]);
    const __m256i packed = _mm256_permutevar8x32_epi32(values, _mm256_cvtepu8_epi32(bytes));
    _mm256_storeu_si256((__m256i *)(void *)to, packed);
}

AVX2 static inline void request(const struct helping *helping, const struct ties_wide *t,
                                struct wishes wishes, const __m256 *one, int registers,
                                struct requests *requests)
{
    __m256i near[REGISTERS], all[REGISTERS];
    for (int h = 0; h < registers; h++) {
        const __m256 wished =
            _mm256_add_ps(_mm256_mul_ps(_mm256_set1_ps(wishes.shared), t->weight[h]),
                          _mm256_and_ps(one[h], _mm256_set1_ps(wishes.first)));
        const __m256 wanted =
            _mm256_add_ps(_mm256_mul_ps(_mm256_set1_ps(wishes.other), t->weight[h]),
                          _mm256_and_ps(one[h], _mm256_set1_ps(wishes.second)));
        const __m256 with = _mm256_min_ps(wished, t->most[h]);
        const __m256 beside = _mm256_min_ps(wanted, _mm256_sub_ps(t->most[h], with));
        near[h] = units_of(with);
        all[h] = _mm256_add_epi32(near[h], units_of(beside));
        const __m256i asked = _mm256_cmpgt_epi32(all[h], _mm256_setzero_si256());
        const unsigned set = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(asked));
        const __m256i both = _mm256_or_si256(_mm256_slli_epi32(near[h], 16), all[h]);
        store_packed(helping, set, t->place[h], requests->helper + requests->count);
        store_packed(helping, set, both, requests->units + requests->count);
        requests->slots |= set << h * LANES;
        requests->count += (uint32_t)__builtin_popcount(set);
    }
    requests->near = sum_of(near, registers);
    requests->all = sum_of(all, registers);
}

/* Little help is asked of the one who would give most. */
AVX2 static inline void ask_one(const struct helping *helping, const struct ties_wide *t,
                                float presence, float replaceable, int registers,
                                struct requests *requests)
{
    __m256 one[REGISTERS];
    const struct wishes wishes = {0, 0, presence, replaceable};
    slot_of_most(t->weight, registers, one);
    request(helping, t, wishes, one, registers, requests);
}

/* Presence is asked of the primary carer first, the household member, else the kin, who can do
 * most; the rest of all by weight. */
AVX2 static inline void ask_all(const struct helping *helping, const struct ties_wide *t,
                                float presence, float replaceable, int registers,
                                struct requests *requests)
{
    __m256 able[REGISTERS], one[REGISTERS];
    const float total = total_of(t->weight, registers);
    if (total <= 0)
        return;
    for (int h = 0; h < registers; h++)
        able[h] = _mm256_mul_ps(t->weight[h], by_kind(helping->nearness, t->kind[h]));
    const bool someone = slot_of_most(able, registers, one);
    const float part = 1 / total, primary = someone ? presence * helping->primary_share : 0;
    const struct wishes wishes = {(presence - primary) * part, replaceable * part, primary, 0};
    request(helping, t, wishes, one, registers, requests);
}

AVX2 static inline void ask(const struct helping *helping, uint32_t i, const uint16_t *available,
                            float presence, float replaceable, int registers,
                            struct requests *requests)
{
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    struct ties_wide t;
    weigh(helping, alter, helping->world->ties.strength + (size_t)i * TIE_SLOTS, available,
          registers, &t);
    leave_out(registers, &t);
    requests->count = requests->slots = requests->near = requests->all = 0;
    if (presence + replaceable < ASK_ONE)
        ask_one(helping, &t, presence, replaceable, registers, requests);
    else
        ask_all(helping, &t, presence, replaceable, registers, requests);
}

AVX2 void informal_wide_requests(const struct helping *helping, uint32_t i,
                                 const uint16_t available[TIE_SLOTS], float presence,
                                 float replaceable, struct requests *requests)
{
    if (helping->world->ties.alter[(size_t)i * TIE_SLOTS + LANES] == 0)
        ask(helping, i, available, presence, replaceable, 1, requests);
    else
        ask(helping, i, available, presence, replaceable, REGISTERS, requests);
}

/* As the table `grown`, worked out: strength + ((255 - strength) growth + 128) / 256. */
AVX2 static inline void grow(const struct helping *helping, uint8_t strength[TIE_SLOTS],
                             unsigned slots)
{
    const __m256i bit = _mm256_setr_epi16(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096,
                                          8192, 16384, INT16_MIN);
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)strength);
    const __m256i before = _mm256_cvtepu8_epi16(bytes);
    const __m256i room = _mm256_sub_epi16(_mm256_set1_epi16(255), before);
    const __m256i product = _mm256_mullo_epi16(room, _mm256_set1_epi16((int16_t)helping->growth));
    const __m256i more = _mm256_srli_epi16(_mm256_add_epi16(product, _mm256_set1_epi16(128)), 8);
    const __m256i set = _mm256_and_si256(_mm256_set1_epi16((int16_t)slots), bit);
    const __m256i helped = _mm256_cmpeq_epi16(set, bit);
    const __m256i after = _mm256_add_epi16(before, _mm256_and_si256(more, helped));
    const __m128i low = _mm256_castsi256_si128(after), high = _mm256_extracti128_si256(after, 1);
    _mm_storeu_si128((__m128i *)(void *)strength, _mm_packus_epi16(low, high));
}

AVX2 void informal_wide_grow(const struct helping *helping, uint8_t *strengths,
                             const uint32_t *resident, const uint16_t *asked_of,
                             const uint16_t *rows, size_t count)
{
    for (size_t k = 0; k < count; k++)
        grow(helping, strengths + (size_t)resident[rows[k]] * TIE_SLOTS, asked_of[rows[k]]);
}

#else
void informal_wide_requests(const struct helping *helping, uint32_t i,
                            const uint16_t available[TIE_SLOTS], float presence, float replaceable,
                            struct requests *requests)
{
    (void)helping, (void)i, (void)available, (void)presence, (void)replaceable, (void)requests;
}

void informal_wide_grow(const struct helping *helping, uint8_t *strengths, const uint32_t *resident,
                        const uint16_t *asked_of, const uint16_t *rows, size_t count)
{
    (void)helping, (void)strengths, (void)resident, (void)asked_of, (void)rows, (void)count;
}
#endif
