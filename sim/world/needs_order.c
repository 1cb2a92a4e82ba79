/* Puts the rows of the pool in the order of their residents, so that neighbours
 * in life are neighbours in memory here too. New needs come at the end of a
 * block and holes are filled from there, so the order wears off slowly. */
#include <string.h>

#include "world/world.h"

/* The rows of the block in the order of places, by the chains. */
static uint32_t list_rows(const struct world *world, size_t b, uint32_t *order)
{
    uint32_t count = 0;
    const uint32_t first = world->blocks.first[b];
    for (uint32_t i = first; i < first + world->blocks.length[b]; i++)
        for (uint32_t row = world->residents.id[i] ? world->residents.first_need[i] : COLUMN_NONE;
             row != COLUMN_NONE; row = world->needs.next[row])
            order[count++] = row;
    return count;
}

/* A copy of an element of one, two or four bytes, which is one instruction for each where its size
 * is known. */
static inline void gather(char *spare, const char *array, size_t bytes, const uint32_t *order,
                          uint32_t count)
{
    for (uint32_t k = 0; k < count; k++)
        memcpy(spare + k * bytes, array + order[k] * bytes, bytes);
}

static void reorder(char *array, size_t bytes, uint32_t first, const uint32_t *order,
                    uint32_t count, char *spare)
{
    if (bytes == 4)
        gather(spare, array, 4, order, count);
    else if (bytes == 2)
        gather(spare, array, 2, order, count);
    else if (bytes == 1)
        gather(spare, array, 1, order, count);
    else
        gather(spare, array, bytes, order, count);
    memcpy(array + first * bytes, spare, count * bytes);
}

/* Chains lie in a row afterwards: each link points to the next row. */
static void relink(struct world *world, uint32_t first, uint32_t count)
{
    struct needs *needs = &world->needs;
    for (uint32_t k = count; k-- > 0;) {
        const uint32_t row = first + k, i = needs->resident[row];
        const bool last = k + 1 == count || needs->resident[row + 1] != i;
        needs->next[row] = last ? COLUMN_NONE : row + 1;
        world->residents.first_need[i] = row;
    }
}

static void order_block(struct world *world, size_t b)
{
    uint32_t order[BLOCK_ROWS], spare[BLOCK_ROWS];
    const uint32_t first = world->blocks.first_row[b];
    const uint32_t count = list_rows(world, b, order);
    if (count != world->blocks.row_count[b])
        return; /* somebody left this month: the next time will do */
    for (size_t c = 0; c < needs_columns.count; c++) {
        const struct column *column = &needs_columns.rows[c];
        reorder(column_array(&world->needs, column), column_size(column->type), first, order, count,
                (char *)spare);
    }
    relink(world, first, count);
}

void world_order_needs(struct world *world)
{
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        order_block(world, b);
}
