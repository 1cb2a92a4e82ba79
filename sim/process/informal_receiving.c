#include "process/informal_receiving.h"

#include "base/avx2.h"
#include "base/found.h"
#include "base/prefetch.h"
#include "process/informal_carrying.h"

static AVX2_EITHER void mark_loop(const struct helping *helping, size_t first, size_t length)
{
    struct residents *residents = &helping->world->residents;
    const uint32_t *restrict demand = residents->demand + first;
    const uint16_t *restrict available = residents->available + first;
    uint8_t *restrict traits = residents->traits + first;
    uint8_t overasked[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++) {
        const int32_t limit = (int32_t)asking_limit(helping, available[i]);
        overasked[i] = (int32_t)demand[i] > limit;
    }
    for (size_t i = 0; i < length; i++)
        traits[i] = (uint8_t)((traits[i] & ~TRAIT_OVERASKED) | overasked[i] * TRAIT_OVERASKED);
}
AVX2_WHERE_IT_CAN(mark, (const struct helping *helping, size_t first, size_t length),
                  (helping, first, length))

void receiving_mark(const struct helping *helping, size_t block)
{
    const struct blocks *blocks = &helping->world->blocks;
    mark(helping, blocks->first[block], blocks->length[block]);
}

/* The helper's share of a request; rounds down, so that nobody gives more than
 * they can. */
static uint32_t share_of(uint32_t units, uint32_t demand, uint32_t limit)
{
    return demand > limit ? (uint32_t)((uint64_t)units * limit / demand) : units;
}

/* A need gets of a helper who was asked too much its share instead of what it asked: whole units,
 * of which so many are exact. What the helper gives is added up. */
static void divide(const struct helping *helping, size_t row, uint32_t helper, uint32_t units)
{
    struct needs *needs = &helping->world->needs;
    struct residents *residents = &helping->world->residents;
    const uint32_t demand = residents->demand[helper];
    const uint32_t limit = asking_limit(helping, residents->available[helper]);
    const uint32_t presence = request_presence(units), other = request_all(units) - presence;
    const uint32_t near = share_of(presence, demand, limit), rest = share_of(other, demand, limit);
    const uint16_t part = (uint16_t)(near + rest);
    needs->presence[row] -= (float)(presence - near) / HELP_UNITS;
    needs->informal[row] -= (float)(other - rest) / HELP_UNITS;
    uint16_t *given = &residents->given[helper];
#pragma omp atomic
    *given += part;
}

static bool overasked(const struct world *world, uint32_t helper)
{
    return world->residents.traits[helper] & TRAIT_OVERASKED;
}

/* Where requests were not kept, they are found again. */
static void receive_again(const struct asking *asking, size_t first, const uint16_t *asked,
                          size_t count)
{
    uint32_t helper[TIE_SLOTS], units[TIE_SLOTS];
    struct requests requests = {.helper = helper, .units = units};
    for (size_t a = 0; a < count; a++) {
        asking_again(asking, (uint32_t)first + asked[a], &requests);
        for (size_t k = 0; k < requests.count; k++)
            if (overasked(asking->helping->world, helper[k]))
                divide(asking->helping, first + asked[a], helper[k], units[k]);
    }
}

/* Requests of those who were asked too much: few. */
static void receive(const struct helping *helping, size_t block)
{
    const struct world *world = helping->world;
    const size_t first = world->blocks.first[block], first_row = world->blocks.first_row[block];
    const uint32_t *restrict helper = world->scratch.known + first;
    const uint32_t *restrict units = world->scratch.request_units + first;
    const uint16_t *restrict row = world->scratch.request_row + first;
    uint8_t found[BLOCK_PLACES];
    uint16_t which[BLOCK_PLACES];
    const size_t count = world->scratch.requests[block];
    for (size_t k = 0; k < count; k++)
        found[k] = overasked(world, helper[k]);
    const size_t some = found_list(found, count, which);
    for (size_t k = 0; k < some; k++)
        divide(helping, first_row + row[which[k]], helper[which[k]], units[which[k]]);
}

void receiving_block(const struct helping *helping, size_t block)
{
    const struct world *world = helping->world;
    if (world->scratch.requests[block] != REQUESTS_LOST) {
        receive(helping, block);
        return;
    }
    const struct asking asking = asking_of(helping, block);
    const size_t first = world->blocks.first_row[block];
    uint16_t rows[BLOCK_ROWS];
    const size_t count = asking_asked(world, block, rows);
    receive_again(&asking, first, rows, count);
    carrying_grow(helping, first, rows, count);
}
