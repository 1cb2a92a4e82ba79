#include "world/blocks.h"

#define INDEX(member, text)                                                                        \
    {                                                                                              \
#member, COLUMN_U32, COLUMN_INDEX, 1, offsetof(struct blocks, member), "1", text           \
    }

/* clang-format off */
static const struct column rows[] = {
    INDEX(first, "first place of the block"),
    INDEX(length, "number of places"),
    INDEX(neighbourhood, "the neighbourhood it lies in"),
    INDEX(first_row, "first row of its stretch of the pool of needs"),
    INDEX(row_capacity, "rows in that stretch"),
    INDEX(row_count, "rows in use"),
    INDEX(lost_onsets, "onsets that found no room in the pool since the start"),
};
/* clang-format on */

const struct columns blocks_columns = {rows, sizeof rows / sizeof *rows};

bool blocks_init(struct blocks *blocks, size_t count, struct spel_error *error)
{
    blocks->count = count;
    return columns_allocate(blocks_columns, blocks, count, error);
}

void blocks_clear(struct blocks *blocks)
{
    columns_release(blocks_columns, blocks);
    blocks->count = 0;
}

size_t blocks_find(const struct blocks *blocks, uint32_t place)
{
    size_t low = 0, high = blocks->count - 1;
    while (low < high) {
        const size_t middle = (low + high + 1) / 2;
        if (blocks->first[middle] <= place)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
