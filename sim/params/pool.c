#include "params/pool.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK_BYTES = 16384 };

struct pool_block {
    struct pool_block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

void *pool_take(struct pool *pool, size_t count, size_t size, struct spel_error *error)
{
    if (size > 0 && count > (SIZE_MAX - BLOCK_BYTES) / size / 2) {
        error_set(error, SPEL_ERROR_MEMORY, "no memory for %zu rows of %zu bytes", count, size);
        return NULL;
    }
    const size_t unit = alignof(max_align_t);
    const size_t wanted = (count * size + unit) / unit * unit;
    struct pool_block *block = pool->first;
    if (!block || block->size - block->used < wanted) {
        const size_t room = wanted > BLOCK_BYTES ? wanted : BLOCK_BYTES;
        block = memory_take(1, sizeof *block + room, error);
        if (!block)
            return NULL;
        block->size = room;
        block->next = pool->first;
        pool->first = block;
    }
    void *piece = block->bytes + block->used;
    block->used += wanted;
    return piece;
}

char *pool_text(struct pool *pool, const char *text, size_t length, struct spel_error *error)
{
    char *copy = pool_take(pool, length + 1, 1, error);
    if (copy)
        memcpy(copy, text, length);
    return copy;
}

void pool_clear(struct pool *pool)
{
    while (pool->first) {
        struct pool_block *block = pool->first;
        pool->first = block->next;
        memory_release(block);
    }
}
