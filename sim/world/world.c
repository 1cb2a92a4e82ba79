#include "world/world.h"

#include <string.h>

#include "base/found.h"

void world_populations(const struct world *world, struct population list[POPULATIONS])
{
    struct world *w = (struct world *)(uintptr_t)world;
    const struct population all[POPULATIONS] = {
        {"municipalities", municipalities_columns, &w->municipalities, w->municipalities.count,
         IDENTITY_INDEX},
        {"neighbourhoods", neighbourhoods_columns, &w->neighbourhoods, w->neighbourhoods.count,
         IDENTITY_INDEX},
        {"blocks", blocks_columns, &w->blocks, w->blocks.count, IDENTITY_INDEX},
        {"residents", residents_columns, &w->residents, w->residents.count, IDENTITY_RESIDENT},
        {"support_ties", ties_columns, &w->ties, w->ties.count, IDENTITY_RESIDENT},
        {"needs", needs_columns, &w->needs, w->needs.capacity, IDENTITY_NEED},
        {"organisations", organisations_columns, &w->organisations, w->organisations.count,
         IDENTITY_ORGANISATION},
        {"initiatives", initiatives_columns, &w->initiatives, w->initiatives.count,
         IDENTITY_INITIATIVE},
        {"collaboration_ties", collaborations_columns, &w->collaborations, w->collaborations.count,
         IDENTITY_COLLABORATION},
    };
    memcpy(list, all, sizeof all);
}

bool world_row_used(const struct world *world, const struct population *population, size_t row)
{
    switch (population->identity) {
    case IDENTITY_RESIDENT:
        return world->residents.id[row] != 0;
    case IDENTITY_NEED: {
        const struct blocks *blocks = &world->blocks;
        size_t low = 0, high = blocks->count - 1;
        while (low < high) {
            const size_t middle = (low + high + 1) / 2;
            if (blocks->first_row[middle] <= row)
                low = middle;
            else
                high = middle - 1;
        }
        return row - blocks->first_row[low] < blocks->row_count[low];
    }
    case IDENTITY_ORGANISATION:
        return organisations_present(&world->organisations, row);
    case IDENTITY_INITIATIVE:
        return world->organisations.kind[row] == ORGANISATION_INITIATIVE;
    case IDENTITY_COLLABORATION:
        return collaborations_used(&world->collaborations, row);
    case IDENTITY_INDEX:
        break;
    }
    return true;
}

uint32_t world_residents(const struct world *world, size_t municipality)
{
    const size_t first = world->municipalities.first[municipality];
    const size_t end = first + world->municipalities.neighbourhoods[municipality];
    uint32_t residents = 0;
    for (size_t i = first; i < end; i++)
        residents += world->neighbourhoods.residents[i];
    return residents;
}

double world_lever(const struct world *world, size_t municipality, enum lever lever)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = world->municipalities.first[municipality];
    const size_t end = first + world->municipalities.neighbourhoods[municipality];
    double residents = 0, sum = 0;
    for (size_t i = first; i < end; i++) {
        residents += n->residents[i];
        sum += n->residents[i] * (double)n->lever[i * LEVERS + (size_t)lever];
    }
    return residents > 0 ? sum / residents : 0;
}

void world_clear(struct world *world)
{
    municipalities_clear(&world->municipalities);
    neighbourhoods_clear(&world->neighbourhoods);
    blocks_clear(&world->blocks);
    residents_clear(&world->residents);
    needs_clear(&world->needs);
    ties_clear(&world->ties);
    organisations_clear(&world->organisations);
    initiatives_clear(&world->initiatives);
    collaborations_clear(&world->collaborations);
    events_clear(&world->events);
    scratch_clear(&world->scratch);
}

static void link_need(struct residents *residents, struct needs *needs, uint32_t row)
{
    const uint32_t i = needs->resident[row];
    needs->next[row] = residents->first_need[i];
    residents->first_need[i] = row;
    residents->needs[i] |= (uint8_t)(1u << needs->domain[row]);
}

/* The link that points to `row` in its resident's chain. */
static uint32_t *link_to(struct residents *residents, struct needs *needs, uint32_t row)
{
    uint32_t *link = &residents->first_need[needs->resident[row]];
    while (*link != row)
        link = &needs->next[*link];
    return link;
}

static void unlink_need(struct world *world, uint32_t row)
{
    struct residents *residents = &world->residents;
    struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const uint8_t bit = (uint8_t)(1u << needs->domain[row]);
    *link_to(residents, needs, row) = needs->next[row];
    residents->needs[i] &= (uint8_t)~bit;
    /* A need that may come back is not forgotten at once: see `ended`. */
    if (!(residents->ended[i] & bit))
        residents->known[i] &= (uint8_t)~bit;
}

/* Marks the rows of a block that are over: ended, or of somebody who is no longer there. */
static void mark_over(const struct world *world, size_t b, uint8_t over[BLOCK_ROWS])
{
    const uint32_t first = world->blocks.first_row[b], rows = world->blocks.row_count[b];
    const uint32_t *resident = world->needs.resident + first, *id = world->residents.id;
    const uint8_t *flags = world->needs.flags + first;
    for (uint32_t k = 0; k < rows; k++)
        over[k] = id[resident[k]] == 0;
    for (uint32_t k = 0; k < rows; k++)
        over[k] |= (flags[k] & NEED_ENDED) != 0;
}

/* The last row fills the hole of one that is over, as often as that was over too. */
static void compact_block(struct world *world, size_t b)
{
    struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[b];
    uint8_t over[BLOCK_ROWS];
    uint16_t holes[BLOCK_ROWS];
    uint32_t left = world->blocks.row_count[b];
    mark_over(world, b, over);
    const size_t count = found_list(over, left, holes);
    for (size_t k = 0; k < count && holes[k] < left; k++) {
        const uint32_t row = first + holes[k];
        do {
            unlink_need(world, row);
            if (--left == holes[k])
                break;
            *link_to(&world->residents, needs, first + left) = row;
            columns_copy_row(needs_columns, needs, first + left, row);
        } while (over[left]);
    }
    world->blocks.row_count[b] = left;
}

void world_compact_needs(struct world *world)
{
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        compact_block(world, b);
}

bool world_add_need(struct world *world, size_t block, uint32_t place, enum domain domain,
                    uint32_t *row)
{
    struct needs *needs = &world->needs;
    const uint32_t used = world->blocks.row_count[block];
    if (used == world->blocks.row_capacity[block]) {
        world->blocks.lost_onsets[block]++;
        return false;
    }
    *row = world->blocks.first_row[block] + used;
    world->blocks.row_count[block]++;
    needs->resident[*row] = place;
    needs->domain[*row] = (uint8_t)domain;
    needs_begin(needs, *row);
    link_need(&world->residents, needs, *row);
    return true;
}
