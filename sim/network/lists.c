#include "network/lists.h"

#include <string.h>

#include "base/memory.h"

enum { SMALLEST_ROOM = 4 };
#define NOTHING UINT32_MAX

bool lists_init(struct lists *lists, size_t ties, struct spel_error *error)
{
    lists->pool = ties / 4 + 64;
    lists->used = 0;
    lists->slot = memory_take(lists->pool, sizeof *lists->slot, error);
    memset(lists->vacant, 0xff, sizeof lists->vacant);
    return lists->list && lists->home && lists->slot;
}

void lists_clear(struct lists *lists)
{
    memory_release(lists->slot);
    *lists = (struct lists){0};
}

void lists_empty(struct lists *lists)
{
    for (uint32_t i = 0; i < lists->actors; i++)
        *lists_at(lists, i) = (struct list){0};
    memset(lists->vacant, 0xff, sizeof lists->vacant);
    lists->used = 0;
}

static bool grow_pool(struct lists *lists, size_t least, struct spel_error *error)
{
    const size_t pool =
        lists->pool + lists->pool / 2 > least ? lists->pool + lists->pool / 2 : least;
    if (pool >= NOTHING)
        return error_set(error, SPEL_ERROR_MEMORY, "a network holds at most %u places for ties",
                         NOTHING);
    uint32_t *slot = memory_take(pool, sizeof *slot, error);
    if (!slot)
        return false;
    memcpy(slot, lists->slot, lists->used * sizeof *slot);
    memory_release(lists->slot);
    lists->slot = slot;
    lists->pool = pool;
    return true;
}

/* A row that was left, or fresh slots at the end. */
static bool take_room(struct lists *lists, unsigned room, uint32_t *first, struct spel_error *error)
{
    if (lists->vacant[room] != NOTHING) {
        *first = lists->vacant[room];
        lists->vacant[room] = lists->slot[*first];
        return true;
    }
    const size_t size = (size_t)1 << room;
    if (lists->used + size > lists->pool && !grow_pool(lists, lists->used + size, error))
        return false;
    *first = (uint32_t)lists->used;
    lists->used += size;
    return true;
}

/* The row as it may be written. */
static uint32_t *row_of(const struct lists *lists, uint32_t actor)
{
    const struct list *list = lists_at(lists, actor);
    return list->room > 0 ? lists->slot + list->first : lists_home(lists, actor);
}

static bool move_to_larger(struct lists *lists, uint32_t actor, struct spel_error *error)
{
    struct list *list = lists_at(lists, actor);
    const unsigned room = list->room == 0 ? SMALLEST_ROOM : list->room + 1;
    uint32_t first;
    if (room >= LISTS_ROOMS)
        return error_set(error, SPEL_ERROR_MEMORY, "an actor has too many ties");
    if (!take_room(lists, room, &first, error))
        return false;
    memcpy(lists->slot + first, row_of(lists, actor), list->degree * sizeof *lists->slot);
    if (list->room > 0) {
        lists->slot[list->first] = lists->vacant[list->room];
        lists->vacant[list->room] = list->first;
    }
    list->first = first;
    list->room = room;
    return true;
}

bool lists_add(struct lists *lists, uint32_t actor, uint32_t slot, struct spel_error *error)
{
    struct list *list = lists_at(lists, actor);
    const uint32_t most = list->room == 0 ? LISTS_HOME : 1u << list->room;
    if (list->degree == most && !move_to_larger(lists, actor, error))
        return false;
    row_of(lists, actor)[list->degree++] = slot;
    return true;
}

void lists_remove(struct lists *lists, uint32_t actor, uint32_t other)
{
    struct list *list = lists_at(lists, actor);
    uint32_t *row = row_of(lists, actor);
    for (uint32_t k = 0; k < list->degree; k++)
        if (lists_actor(row[k]) == other) {
            row[k] = row[--list->degree];
            return;
        }
}

size_t lists_bytes(const struct lists *lists)
{
    return lists->actors * (sizeof(struct list) + LISTS_HOME * sizeof *lists->home) +
           lists->pool * sizeof *lists->slot;
}
