/* Memory, taken in one place so that a test can make every allocation fail in
 * turn, and large arrays can ask for huge pages. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#include "base/error.h"

/* Zeroed memory for `count` things of `size` bytes, aligned to a cache line;
 * at least one byte. NULL with a sentence when there is none, or when the
 * product is too large. Released with memory_release. */
void *memory_take(size_t count, size_t size, struct spel_error *error);
/* Releasing NULL is safe. */
void memory_release(void *memory);

/* Tests set this in their thread: the n-th call from now fails (1 is the next),
 * 0 never. The only state of the library that is not an argument. */
void memory_fail_after(size_t calls);

#endif
