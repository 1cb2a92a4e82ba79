#include "base/row_hash.h"
#include "world/world.h"

/* The digest reads every column of every population. Rows are known by their
 * external id, places by the id of who lives there, ties by whom they name, so
 * that neither storage order nor padding enters. */

/* Some rows that lie behind one another. */
struct strip {
    const struct world *world;
    const struct population *population;
    size_t first, count;
    bool used[ROW_HASH_ROWS];
    uint64_t key[ROW_HASH_ROWS];
    struct row_hash hash;
};

/* The places of residents, and the rows of their ties: most rows there are. */
static void name_residents(struct strip *strip)
{
    const uint32_t *id = strip->world->residents.id + strip->first;
    for (size_t i = 0; i < strip->count; i++) {
        strip->key[i] = id[i];
        strip->used[i] = id[i] != 0;
    }
}

/* Of the needs of a block all that are given are used. */
static void name_needs(struct strip *strip)
{
    const struct needs *needs = &strip->world->needs;
    for (size_t i = 0; i < strip->count; i++) {
        const size_t row = strip->first + i;
        strip->key[i] = (uint64_t)world_external_id(strip->world, needs->resident[row]) << 3 |
                        needs->domain[row];
        strip->used[i] = true;
    }
}

/* By their number; collaborations, whose slots change hands, by who collaborates. */
static void name_others(struct strip *strip)
{
    const struct collaborations *ties = &strip->world->collaborations;
    const bool collaborations = strip->population->identity == IDENTITY_COLLABORATION;
    for (size_t i = 0; i < strip->count; i++) {
        const size_t row = strip->first + i;
        strip->key[i] = collaborations ? (uint64_t)ties->from[row] << 32 | ties->to[row] : row;
        strip->used[i] = world_row_used(strip->world, strip->population, row);
    }
}

static void put_keys(struct strip *strip)
{
    if (strip->population->identity == IDENTITY_RESIDENT)
        name_residents(strip);
    else if (strip->population->identity == IDENTITY_NEED)
        name_needs(strip);
    else
        name_others(strip);
    row_hash_put(&strip->hash, strip->key, sizeof *strip->key, 1);
}

static void put_places(struct strip *strip, const uint32_t *places, size_t step)
{
    uint32_t id[ROW_HASH_ROWS];
    for (size_t i = 0; i < strip->count; i++)
        id[i] = world_external_id(strip->world, places[i * step]);
    row_hash_put(&strip->hash, id, sizeof *id, 1);
}

static void put_column(struct strip *strip, const struct column *column)
{
    const size_t size = column_size(column->type), width = column->width;
    const char *values = column_array(strip->population->data, column);
    values += strip->first * width * size;
    for (size_t k = 0; k < width; k++, values += size) {
        if (column->role == COLUMN_PLACE)
            put_places(strip, (const uint32_t *)(const void *)values, width);
        else
            row_hash_put(&strip->hash, values, size, width);
    }
}

/* Ties are a set: what they come to is summed, and does not know their slots. */
static void put_ties(struct strip *strip)
{
    const struct world *world = strip->world;
    uint64_t sum[ROW_HASH_ROWS], product[ROW_HASH_ROWS];
    for (size_t i = 0; i < strip->count; i++) {
        const size_t ego = strip->first + i;
        const uint32_t *alter = world->ties.alter + ego * TIE_SLOTS;
        const uint8_t *strength = world->ties.strength + ego * TIE_SLOTS;
        uint64_t sums = 0, products = 0;
        for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
            const uint64_t id = world->residents.id[tie_place(alter[k])];
            const uint64_t tie = digest_mix(id << 32 | tie_kind(alter[k]) << 8 | strength[k]);
            sums += tie;
            products += (tie >> 32) * (uint32_t)tie;
        }
        sum[i] = sums;
        product[i] = products;
    }
    row_hash_put(&strip->hash, sum, sizeof *sum, 1);
    row_hash_put(&strip->hash, product, sizeof *product, 1);
}

static void add_strip(struct strip *strip, uint64_t salt, struct digest *digest)
{
    const struct columns columns = strip->population->columns;
    row_hash_begin(&strip->hash, salt, strip->count);
    put_keys(strip);
    if (columns.rows[0].role == COLUMN_TIE)
        put_ties(strip);
    else
        for (size_t c = 0; c < columns.count; c++)
            if (columns.rows[c].role != COLUMN_INDEX)
                put_column(strip, &columns.rows[c]);
    row_hash_end(&strip->hash, strip->used, digest);
}

static struct digest stretch(const struct world *world, const struct population *population,
                             size_t from, size_t end, uint64_t salt)
{
    struct digest sum = {0, 0};
    struct strip strip;
    strip.world = world;
    strip.population = population;
    for (size_t row = from; row < end; row += strip.count) {
        strip.first = row;
        strip.count = end - row < ROW_HASH_ROWS ? end - row : ROW_HASH_ROWS;
        add_strip(&strip, salt, &sum);
    }
    return sum;
}

struct digest world_digest(const struct world *world)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    struct digest total = {0, 0};
    for (size_t p = 0; p < POPULATIONS; p++) {
        const struct population *population = &list[p];
        const bool pool = population->identity == IDENTITY_NEED;
        const size_t parts = pool ? world->blocks.count : (population->rows + 4095) / 4096;
#pragma omp parallel for schedule(static)
        for (size_t part = 0; part < parts; part++) {
            const size_t from = pool ? world->blocks.first_row[part] : part * 4096;
            const size_t end = pool ? from + world->blocks.row_count[part]
                               : from + 4096 < population->rows ? from + 4096
                                                                : population->rows;
            const struct digest sum = stretch(world, population, from, end, (p + 1) << 16);
#pragma omp critical
            digest_add(&total, sum);
        }
    }
    return total;
}
