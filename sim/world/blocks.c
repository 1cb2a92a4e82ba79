#include "world/blocks.h"

#ifdef _OPENMP
#include <omp.h>
#endif

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

/* The first block of part `part` of `parts` that are about equal in places. */
static size_t part_begins(const struct blocks *blocks, size_t part, size_t parts)
{
    const size_t last = blocks->count - 1;
    const uint64_t places = (uint64_t)blocks->first[last] + blocks->length[last];
    if (part == parts)
        return blocks->count;
    return part == 0 ? 0 : blocks_find(blocks, (uint32_t)(places * part / parts));
}

struct share blocks_share(const struct blocks *blocks)
{
#ifdef _OPENMP
    const size_t part = (size_t)omp_get_thread_num(), parts = (size_t)omp_get_num_threads();
#else
    const size_t part = 0, parts = 1;
#endif
    struct share share = {0, 0, 0, 0};
    if (blocks->count == 0)
        return share;
    share.block = part_begins(blocks, part, parts);
    share.end = part_begins(blocks, part + 1, parts);
    if (share.block < share.end) {
        share.first = blocks->first[share.block];
        share.places = blocks->first[share.end - 1] + blocks->length[share.end - 1] - share.first;
    }
    return share;
}
