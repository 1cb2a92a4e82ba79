/* What residents know of each other who have no tie: a part of support_network. */
#ifndef PROCESS_SUPPORT_KNOWN_H
#define PROCESS_SUPPORT_KNOWN_H

#include "params/params.h"
#include "world/world.h"

/* What is known of everybody, in one word, so that a look costs one cache line: age in months,
 * burden, how many count on them, whether somebody lives there, and goes to the meeting place of
 * the neighbourhood. */
enum {
    KNOWN_AGE = (1 << 11) - 1,
    KNOWN_BURDEN = 11,
    KNOWN_NAMED = 19,
    KNOWN_PRESENT = 1 << 24,
    KNOWN_MEETS = 1 << 25
};

static inline uint32_t known_age(uint32_t known)
{
    return known & KNOWN_AGE;
}

static inline uint32_t known_burden(uint32_t known)
{
    return known >> KNOWN_BURDEN & 255;
}

static inline uint32_t known_named(uint32_t known)
{
    return known >> KNOWN_NAMED & 31;
}

/* Whether somebody lives there on whom one more can count: sixteen, who are the most, have a bit
 * to themselves. */
static inline bool known_open(uint32_t known)
{
    const uint32_t full = (uint32_t)TIE_SLOTS << KNOWN_NAMED;
    return (known & (KNOWN_PRESENT | full)) == KNOWN_PRESENT;
}

/* What somebody is by nature, for life: 64 bits, of which the high ones say how sociable, and
 * the low ones how soon one goes to a meeting place. */
uint64_t support_nature(struct moment now, uint32_t id);

/* Writes scratch.known of all residents. */
void support_know(const struct support_network_params *params, struct moment now,
                  struct world *world);
/* How many count on somebody has changed. */
static inline void support_named(struct world *world, uint32_t place)
{
    uint32_t *known = &world->scratch.known[place];
    *known = (*known & ~(31u << KNOWN_NAMED)) | (uint32_t)world->ties.in_degree[place]
                                                    << KNOWN_NAMED;
}

#endif
