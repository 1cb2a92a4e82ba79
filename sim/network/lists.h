/* Lists of neighbours: one direction of a directed graph. Each actor has a row,
 * which begins in a home of eight slots, beside those of other actors in their
 * order, and moves to a larger room in a pool when it is full; or rows have a
 * fixed room each and no heads.
 *
 * A slot holds an actor in its low 25 bits; the high 7 are free for a label. The
 * order within a row is the order of making, with the last in the gap of one
 * that was dropped: a function of the changes, never of threads. */
#ifndef NETWORK_LISTS_H
#define NETWORK_LISTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { LISTS_ACTOR_BITS = 25, LISTS_ACTOR = (1 << LISTS_ACTOR_BITS) - 1, LISTS_ROOMS = 26 };
/* Slots of a home. So many may be read from the begin of any row, whatever its degree. */
enum { LISTS_HOME = 8 };

struct list {
    uint32_t first;
    uint32_t degree : 27, room : 5; /* the room is 1 << room slots, the home at 0 */
};

struct lists {
    size_t actors;
    size_t stride;  /* slots from one home, or fixed row, to the next */
    uint32_t *slot; /* the pool, or all rows when their room is fixed */
    /* Rows that grow: */
    struct list *list;            /* head of actor 0; NULL when rows have a fixed room */
    size_t step;                  /* bytes from one head to the next: they may lie in a record */
    uint32_t *home;               /* of actor 0 */
    size_t pool, used;            /* slots there are, slots handed out */
    uint32_t vacant[LISTS_ROOMS]; /* first free row of each room, linked by their first slot */
    /* Rows with a fixed room: */
    uint8_t *degrees;
};

/* A pool that grows, with room for the part of `ties` that will not be at home. The caller has
 * set actors, list, step, home and stride; heads and homes are zeroed memory of its own. Cleared
 * also after a failure. */
bool lists_init(struct lists *lists, size_t ties, struct spel_error *error);
void lists_clear(struct lists *lists);
/* Makes it as if newly made, without giving memory back. */
void lists_empty(struct lists *lists);

static inline uint32_t lists_actor(uint32_t slot)
{
    return slot & LISTS_ACTOR;
}

static inline struct list *lists_at(const struct lists *lists, uint32_t actor)
{
    return (struct list *)(void *)((char *)lists->list + actor * lists->step);
}

static inline uint32_t *lists_home(const struct lists *lists, uint32_t actor)
{
    return lists->home + actor * lists->stride;
}

static inline uint32_t lists_degree(const struct lists *lists, uint32_t actor)
{
    return lists->list ? lists_at(lists, actor)->degree : lists->degrees[actor];
}

static inline const uint32_t *lists_row(const struct lists *lists, uint32_t actor)
{
    if (!lists->list)
        return lists->slot + actor * lists->stride;
    const struct list *list = lists_at(lists, actor);
    return list->room > 0 ? lists->slot + list->first : lists_home(lists, actor);
}

static inline bool lists_has(const struct lists *lists, uint32_t actor, uint32_t other)
{
    const uint32_t *row = lists_row(lists, actor);
    const uint32_t degree = lists_degree(lists, actor);
    for (uint32_t k = 0; k < degree; k++)
        if (lists_actor(row[k]) == other)
            return true;
    return false;
}

/* Adds a slot to a row of the pool; false with a sentence when there is no memory. */
bool lists_add(struct lists *lists, uint32_t actor, uint32_t slot, struct spel_error *error);
/* Takes `other` out of a row, which has it. */
void lists_remove(struct lists *lists, uint32_t actor, uint32_t other);
/* Bytes taken in all. */
size_t lists_bytes(const struct lists *lists);

#endif
