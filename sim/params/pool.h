/* Small pieces of memory that are released together. */
#ifndef PARAMS_POOL_H
#define PARAMS_POOL_H

#include <stddef.h>

#include "base/error.h"

struct pool_block;

/* Zeroed is empty. */
struct pool {
    struct pool_block *first;
};

/* Zeroed memory that lives until pool_clear; NULL with a sentence when there is none. */
void *pool_take(struct pool *pool, size_t count, size_t size, struct spel_error *error);
/* A copy of `length` bytes and a zero. */
char *pool_text(struct pool *pool, const char *text, size_t length, struct spel_error *error);
void pool_clear(struct pool *pool);

#endif
