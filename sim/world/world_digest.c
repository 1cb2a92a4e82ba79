#include "world/world.h"

/* The digest reads every column of every population. Rows are known by their
 * external id, places by the id of who lives there, ties by whom they name, so
 * that neither storage order nor padding enters. */

static uint64_t key_of(const struct world *world, const struct population *population, size_t row)
{
    switch (population->identity) {
    case IDENTITY_RESIDENT:
        return world->residents.id[row];
    case IDENTITY_NEED:
        return (uint64_t)world_external_id(world, world->needs.resident[row]) << 3 |
               world->needs.domain[row];
    case IDENTITY_COLLABORATION:
        return (uint64_t)world->collaborations.from[row] << 32 | world->collaborations.to[row];
    case IDENTITY_ORGANISATION:
    case IDENTITY_INITIATIVE:
    case IDENTITY_INDEX:
        break;
    }
    return row;
}

/* Some rows at a time, so that their keys are made once and each column is read along. */
enum { STRIP = 256 };
struct strip {
    size_t row[STRIP];
    uint64_t key[STRIP];
    size_t count;
};

static inline uint64_t value_at(const void *array, size_t size, size_t at)
{
    switch (size) {
    case 1:
        return ((const uint8_t *)array)[at];
    case 2:
        return ((const uint16_t *)array)[at];
    case 4:
        return ((const uint32_t *)array)[at];
    default:
        return ((const uint64_t *)array)[at];
    }
}

/* One value of each row: `at` is that of the first row of the array. */
static inline void add_values(struct digest *sum, const struct strip *strip, const void *array,
                              size_t size, size_t width, size_t at, uint64_t name)
{
    for (size_t i = 0; i < strip->count; i++)
        digest_add(
            sum, digest_of(strip->key[i], name, value_at(array, size, strip->row[i] * width + at)));
}

static void add_places(struct digest *sum, const struct world *world, const struct strip *strip,
                       const uint32_t *array, size_t width, size_t at, uint64_t name)
{
    for (size_t i = 0; i < strip->count; i++)
        digest_add(sum, digest_of(strip->key[i], name,
                                  world_external_id(world, array[strip->row[i] * width + at])));
}

static void add_column(struct digest *sum, const struct world *world, const struct strip *strip,
                       const void *array, const struct column *column, uint64_t name)
{
    const size_t size = column_size(column->type), width = column->width;
    for (size_t k = 0; k < width; k++) {
        if (column->role == COLUMN_PLACE)
            add_places(sum, world, strip, array, width, k, name + k);
        else if (size == 1)
            add_values(sum, strip, array, 1, width, k, name + k);
        else if (size == 2)
            add_values(sum, strip, array, 2, width, k, name + k);
        else if (size == 4)
            add_values(sum, strip, array, 4, width, k, name + k);
        else
            add_values(sum, strip, array, 8, width, k, name + k);
    }
}

static void add_strip(struct digest *sum, const struct world *world,
                      const struct population *population, const struct strip *strip, uint64_t salt)
{
    for (size_t c = 0; c < population->columns.count; c++) {
        const struct column *column = &population->columns.rows[c];
        if (column->role != COLUMN_INDEX)
            add_column(sum, world, strip, column_array(population->data, column), column,
                       salt + c * 64);
    }
}

/* Ties are a set: a tie is known by both ends, not by its slot. */
static void add_ties(struct digest *sum, const struct world *world, size_t ego, uint64_t salt)
{
    const uint32_t *alter = world->ties.alter + ego * TIE_SLOTS;
    const uint8_t *strength = world->ties.strength + ego * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        const uint64_t both = (uint64_t)world->residents.id[ego] << 32 |
                              world_external_id(world, tie_place(alter[k]));
        digest_add(sum, digest_of(both, salt, (uint64_t)tie_kind(alter[k]) << 8 | strength[k]));
    }
}

static struct digest stretch(const struct world *world, const struct population *population,
                             size_t from, size_t end, uint64_t salt)
{
    const bool sparse = population->identity == IDENTITY_RESIDENT ||
                        population->identity == IDENTITY_ORGANISATION ||
                        population->identity == IDENTITY_INITIATIVE ||
                        population->identity == IDENTITY_COLLABORATION;
    const bool ties = population->columns.rows[0].role == COLUMN_TIE;
    struct digest sum = {0, 0};
    struct strip strip = {.count = 0};
    for (size_t row = from; row < end; row++) {
        if (sparse && !world_row_used(world, population, row))
            continue;
        if (ties) {
            add_ties(&sum, world, row, salt);
            continue;
        }
        strip.row[strip.count] = row;
        strip.key[strip.count++] = key_of(world, population, row);
        if (strip.count == STRIP) {
            add_strip(&sum, world, population, &strip, salt);
            strip.count = 0;
        }
    }
    add_strip(&sum, world, population, &strip, salt);
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
