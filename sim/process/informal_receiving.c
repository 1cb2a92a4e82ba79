#include "process/informal_receiving.h"

#include "base/found.h"
#include "base/prefetch.h"
#include "process/informal_wide.h"

static void find_overasked(const struct helping *helping, size_t first, size_t length,
                           uint8_t *found)
{
    struct residents *residents = &helping->world->residents;
    const uint32_t *restrict demand = residents->demand + first;
    const uint16_t *restrict available = residents->available + first;
    uint8_t *restrict traits = residents->traits + first;
    for (size_t i = 0; i < length; i++) {
        const int32_t limit = (int32_t)asking_limit(helping, available[i]);
        found[i] = (int32_t)demand[i] > limit;
    }
    for (size_t i = 0; i < length; i++)
        traits[i] = (uint8_t)((traits[i] & ~TRAIT_OVERASKED) | found[i] * TRAIT_OVERASKED);
}

void receiving_mark(const struct helping *helping, size_t block)
{
    struct world *world = helping->world;
    const size_t first = world->blocks.first[block];
    const uint32_t *egos = world->ties.ego + first * TIE_SLOTS;
    uint8_t found[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    find_overasked(helping, first, world->blocks.length[block], found);
    const size_t count = found_list(found, world->blocks.length[block], places);
    for (size_t k = 0; k < count; k++)
        prefetch(egos + (size_t)places[k] * TIE_SLOTS);
    for (size_t k = 0; k < count; k++) {
        const uint32_t *ego = egos + (size_t)places[k] * TIE_SLOTS;
        for (size_t slot = 0; slot < TIE_SLOTS && ego[slot] != 0; slot++) {
            uint8_t *mark = &helping->is_short[tie_place(ego[slot])];
#pragma omp atomic write
            *mark = 1;
        }
    }
}

/* The helper's share of a request; rounds down, so that nobody gives more than
 * they can. */
static uint32_t share_of(uint32_t units, uint32_t demand, uint32_t limit)
{
    return demand > limit ? (uint32_t)((uint64_t)units * limit / demand) : units;
}

/* Some helper was asked too much: the hours are worked out anew, with each
 * helper's share, and what overloaded helpers give is added up. */
static void divide(const struct asking *asking, uint32_t row)
{
    struct world *world = asking->helping->world;
    const uint32_t *alter = asking_alters(asking, row);
    struct requests requests;
    asking_requests(asking, row, asking_presence(asking, row), world->needs.asked[row], &requests);
    uint32_t presence = 0, replaceable = 0;
    for (unsigned slots = requests.slots; slots != 0; slots &= slots - 1) {
        const unsigned k = lowest_bit(slots);
        const uint32_t helper = tie_place(alter[k]);
        const uint32_t demand = world->residents.demand[helper];
        const uint32_t limit = asking_limit(asking->helping, world->residents.available[helper]);
        const uint32_t near = share_of(requests.presence[k], demand, limit);
        const uint32_t other = share_of(requests.units[k] - requests.presence[k], demand, limit);
        presence += near;
        replaceable += other;
        if (demand > limit) {
            uint16_t *given = &world->residents.given[helper];
            const uint16_t units = (uint16_t)(near + other);
#pragma omp atomic
            *given += units;
        }
    }
    world->needs.presence[row] = (float)presence / HELP_UNITS;
    world->needs.informal[row] = (float)replaceable / HELP_UNITS;
}

/* Whether one of those whom the need asked can give less. */
static bool falls_short(const struct asking *asking, uint32_t row)
{
    const struct world *world = asking->helping->world;
    const uint32_t *alter = asking_alters(asking, row);
    unsigned any = 0;
    for (unsigned slots = world->needs.asked_of[row]; slots != 0; slots &= slots - 1)
        any |= world->residents.traits[tie_place(alter[lowest_bit(slots)])];
    return any & TRAIT_OVERASKED;
}

/* Needs of the block that asked. */
static size_t list_asked(const struct world *world, size_t block, uint16_t *rows)
{
    const size_t first = world->blocks.first_row[block], count = world->blocks.row_count[block];
    const uint8_t *restrict flags = world->needs.flags + first;
    const uint16_t *restrict asked_of = world->needs.asked_of + first;
    uint8_t asked[BLOCK_ROWS];
    for (size_t r = 0; r < count; r++)
        asked[r] = (asked_of[r] != 0) & !(flags[r] & NEED_ENDED);
    return found_list(asked, count, rows);
}

/* Of these needs, those whose residents count on somebody who was asked too much; as places in
 * the list. */
static size_t list_short(const struct helping *helping, size_t first, const uint16_t *rows,
                         size_t count, uint16_t *which)
{
    const uint32_t *resident = helping->world->needs.resident + first;
    uint8_t found[BLOCK_ROWS];
    for (size_t k = 0; k < count; k++)
        found[k] = helping->is_short[resident[rows[k]]];
    return found_list(found, count, which);
}

/* A tie that helped grows stronger. */
static void strengthen(const struct helping *helping, uint8_t *strength, unsigned slots)
{
    if (helping->wide) {
        informal_wide_grow(helping, strength, slots);
        return;
    }
    for (; slots != 0; slots &= slots - 1) {
        uint8_t *helped = &strength[lowest_bit(slots)];
        *helped = helping->grown[*helped];
    }
}

/* Needs of those who count on somebody who was asked too much: few, whose ties lie anywhere, so
 * all of these are asked for before the first is looked at. */
static void receive(const struct asking *asking, size_t first, const uint16_t *rows, size_t count)
{
    uint16_t which[BLOCK_ROWS];
    const size_t some = list_short(asking->helping, first, rows, count, which);
    for (size_t k = 0; k < some; k++)
        asking_look_ahead(asking->helping->world, first + rows[which[k]]);
    for (size_t k = 0; k < some; k++) {
        const uint32_t row = (uint32_t)first + rows[which[k]];
        if (falls_short(asking, row))
            divide(asking, row);
    }
}

/* Strengths change once all needs have been received: requests depend on them,
 * and several needs of one resident ask along the same ties. */
void receiving_block(const struct helping *helping, size_t block)
{
    const struct world *world = helping->world;
    const struct asking asking = asking_of(helping, block);
    const size_t first = world->blocks.first_row[block];
    const uint32_t *resident = world->needs.resident + first;
    uint8_t *strengths = world->ties.strength;
    uint16_t rows[BLOCK_ROWS];
    const size_t count = list_asked(world, block, rows);
    receive(&asking, first, rows, count);
    for (size_t k = 0; k < count; k++) {
        if (k + PREFETCH_AHEAD < count)
            prefetch(strengths + (size_t)resident[rows[k + PREFETCH_AHEAD]] * TIE_SLOTS);
        strengthen(helping, strengths + (size_t)resident[rows[k]] * TIE_SLOTS,
                   world->needs.asked_of[first + rows[k]]);
    }
}
