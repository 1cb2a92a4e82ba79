#include "process/informal_offering.h"

#include <string.h>

#include "base/avx2.h"
#include "world/hours.h"

void offering_ages(float by_age[AGE_MONTHS])
{
    for (int months = 0; months < AGE_MONTHS; months++)
        by_age[months] = hours_age_factor(months / 12) * (65535.0f / 255);
}

static AVX2_EITHER void offer_loop(const struct helping *helping, size_t block)
{
    struct residents *residents = &helping->world->residents;
    const size_t first = helping->world->blocks.first[block];
    const size_t length = helping->world->blocks.length[block];
    const uint32_t *restrict id = residents->id + first;
    const int16_t *restrict birth = residents->birth + first;
    const uint8_t *restrict worst = residents->worst + first;
    const uint8_t *restrict willingness = residents->willingness + first;
    const uint8_t *restrict burnout = residents->burnout + first;
    const float *restrict strain = residents->strain + first;
    uint16_t *restrict available = residents->available + first;
    float factor[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++) {
        const unsigned months = helping->now.month - (unsigned)birth[i];
        factor[i] = helping->by_age[months < AGE_MONTHS ? months : 0]; /* the unborn too */
    }
    for (size_t i = 0; i < length; i++) {
        const float able = factor[i] * (1 - strain[i]) * (1 - (float)worst[i] * (1.0f / 255));
        const int32_t share = (int32_t)(able * (float)willingness[i]);
        available[i] = (uint16_t)(((id[i] != 0) & (burnout[i] == 0)) ? share : 0);
    }
    memset(residents->demand + first, 0, length * sizeof *residents->demand);
    memset(residents->given + first, 0, length * sizeof *residents->given);
}
AVX2_WHERE_IT_CAN(offer, (const struct helping *helping, size_t block), (helping, block))

void offering_block(const struct helping *helping, size_t block)
{
    offer(helping, block);
}
