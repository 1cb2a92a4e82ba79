/* Asks for a cache line that will be read soon; changes nothing else. */
#ifndef BASE_PREFETCH_H
#define BASE_PREFETCH_H

static inline void prefetch(const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#else
    (void)address;
#endif
}

/* How many rows ahead to ask: enough to cover memory, few enough to stay in the
 * first cache. */
enum { PREFETCH_AHEAD = 12 };

#endif
