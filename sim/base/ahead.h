/* Stretches of columns asked for before they are read. One column read in order is foreseen by the
 * processor; a dozen of them, begun anew in every block and page, are not. */
#ifndef BASE_AHEAD_H
#define BASE_AHEAD_H

#include <stddef.h>

/* What is to be asked for of a column. */
struct ahead {
    size_t from, count;
};

/* Of a stretch of `count` elements from `first`: those from `done` to before `done + step`. */
static inline struct ahead ahead_of(size_t first, size_t count, size_t done, size_t step)
{
    const size_t from = done < count ? done : count;
    return (struct ahead){first + from, count - from < step ? count - from : step};
}

static inline void ahead_ask(const void *column, size_t size, struct ahead ahead)
{
#if defined(__GNUC__)
    enum { LINE = 64 };
    const char *memory = (const char *)column + ahead.from * size;
    for (size_t k = 0; k < ahead.count * size; k += LINE)
        __builtin_prefetch(memory + k, 0, 2);
    __asm__ volatile(""); /* or a compiler finds that nothing is done, and leaves out the call */
#else
    (void)column, (void)size, (void)ahead;
#endif
}

/* Asks for so much of a column. */
#define AHEAD_ASK(column, stretch) ahead_ask(column, sizeof *(column), stretch)

#endif
