#define _DEFAULT_SOURCE /* madvise */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { LINE = 64, HUGE_PAGE = 2 * 1024 * 1024 };

#ifdef SAMENSPEL_TESTING
static size_t fail_after;

void memory_fail_after(size_t calls)
{
    fail_after = calls;
}

static int fails_now(void)
{
    return fail_after > 0 && --fail_after == 0;
}
#else
void memory_fail_after(size_t calls)
{
    (void)calls;
}

static int fails_now(void)
{
    return 0;
}
#endif

void *memory_take(size_t count, size_t size, struct spel_error *error)
{
    if (size > 0 && count > (SIZE_MAX - HUGE_PAGE) / size) {
        error_set(error, SPEL_ERROR_MEMORY, "no memory for %zu rows of %zu bytes", count, size);
        return NULL;
    }
    const size_t wanted = count * size > 0 ? count * size : 1;
    const size_t alignment = wanted >= HUGE_PAGE ? HUGE_PAGE : LINE;
    const size_t bytes = (wanted + LINE - 1) / LINE * LINE;
    void *memory = NULL;
    if (fails_now() || posix_memalign(&memory, alignment, bytes) != 0) {
        error_set(error, SPEL_ERROR_MEMORY, "no memory for %zu rows of %zu bytes", count, size);
        return NULL;
    }
#ifdef MADV_HUGEPAGE
    if (bytes >= HUGE_PAGE)
        madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    memset(memory, 0, bytes);
    return memory;
}

void memory_release(void *memory)
{
    free(memory);
}
