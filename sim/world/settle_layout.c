#include <string.h>

#include "base/memory.h"
#include "world/settlement.h"

/* Five per cent and twenty places more than the larger of both counts, for
 * births and arrivals. */
static uint32_t places_of(const struct place_row *row, double scale)
{
    const double larger =
        row->residents_2022 > row->residents_2024 ? row->residents_2022 : row->residents_2024;
    return (uint32_t)(1.05 * larger * scale) + 20;
}

static uint32_t blocks_of(uint32_t places)
{
    return (places + BLOCK_PLACES - 1) / BLOCK_PLACES;
}

/* Rows of the pool for a stretch of places: well above what is there on the
 * first day, since a need that finds no row is lost (and counted). */
static uint32_t rows_of(uint32_t places)
{
    return places * ROWS_OF_TEN / 10 + 64;
}

static size_t municipalities_in(const struct places *places)
{
    size_t count = 0;
    for (size_t r = 0; r < places->count; r++)
        count += r == 0 || strcmp(places->rows[r].municipality_code,
                                  places->rows[r - 1].municipality_code) != 0;
    return count;
}

static void lay_neighbourhoods(struct world *world, const struct scenario *scenario)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    struct municipalities *m = &world->municipalities;
    uint32_t place = 0, block = 0, municipality = 0;
    for (size_t r = 0; r < n->count; r++) {
        const struct place_row *row = &scenario->places.rows[r];
        if (r > 0 && strcmp(row->municipality_code, row[-1].municipality_code) != 0)
            municipality++;
        if (m->neighbourhoods[municipality]++ == 0)
            m->first[municipality] = (uint32_t)r;
        n->municipality[r] = municipality;
        n->first[r] = place;
        n->places[r] = places_of(row, scenario->scale);
        n->first_block[r] = block;
        n->block_count[r] = blocks_of(n->places[r]);
        n->urbanity[r] = (uint8_t)row->urbanity;
        n->target[2 * r] = (float)(uint32_t)(row->residents_2022 * scenario->scale + 0.5);
        n->target[2 * r + 1] = (float)(uint32_t)(row->residents_2024 * scenario->scale + 0.5);
        place += n->places[r];
        block += n->block_count[r];
    }
}

static void lay_blocks(struct world *world)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    struct blocks *blocks = &world->blocks;
    uint32_t row = 0;
    for (size_t i = 0; i < n->count; i++) {
        uint32_t place = 0;
        for (uint32_t k = 0; k < n->block_count[i]; k++) {
            const size_t b = n->first_block[i] + k;
            const uint32_t end = (uint32_t)((uint64_t)n->places[i] * (k + 1) / n->block_count[i]);
            blocks->first[b] = n->first[i] + place;
            blocks->length[b] = end - place;
            blocks->neighbourhood[b] = (uint32_t)i;
            blocks->first_row[b] = row;
            blocks->row_capacity[b] = rows_of(end - place);
            row += blocks->row_capacity[b];
            place = end;
        }
    }
}

bool settle_layout(struct world *world, const struct scenario *scenario, struct spel_error *error)
{
    const struct places *places = &scenario->places;
    uint64_t total = 0;
    size_t blocks = 0, rows = 0;
    for (size_t r = 0; r < places->count; r++) {
        const uint32_t here = places_of(&places->rows[r], scenario->scale);
        total += here;
        blocks += blocks_of(here);
        rows += (size_t)here * ROWS_OF_TEN / 10 + 65 * (size_t)blocks_of(here);
    }
    if (places->count == 0)
        return error_set(error, SPEL_ERROR_INPUT, "%s: place: no neighbourhood to settle",
                         scenario->name);
    if (total >= (1u << ID_PLACE_BITS))
        return error_set(error, SPEL_ERROR_INPUT,
                         "%s: place: %llu places for residents, at most %u are possible",
                         scenario->name, (unsigned long long)total, (1u << ID_PLACE_BITS) - 1);
    uint32_t *lengths = memory_take(places->count, sizeof *lengths, error);
    if (!lengths)
        return false;
    for (size_t r = 0; r < places->count; r++)
        lengths[r] = places_of(&places->rows[r], scenario->scale);
    const bool taken =
        municipalities_init(&world->municipalities, municipalities_in(places), error) &&
        neighbourhoods_init(&world->neighbourhoods, places->count, error) &&
        blocks_init(&world->blocks, blocks, error) &&
        residents_init(&world->residents, (size_t)total, error) &&
        needs_init(&world->needs, rows, error) && ties_init(&world->ties, (size_t)total, error) &&
        scratch_init(&world->scratch, blocks, places->count, lengths, rows, error) &&
        events_init(&world->events, 64 + 8 * municipalities_in(places) + 2 * places->count, error);
    memory_release(lengths);
    if (taken) {
        lay_neighbourhoods(world, scenario);
        lay_blocks(world);
    }
    return taken;
}
