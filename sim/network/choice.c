#include "network/choice.h"

#include <string.h>

#include "base/memory.h"
#include "base/prefetch.h"

static void *widen(void *old, size_t count, size_t room, size_t size, bool *fine)
{
    void *memory = memory_take(room, size, NULL);
    if (!memory) {
        *fine = false;
        return old;
    }
    if (old)
        memcpy(memory, old, count * size);
    memory_release(old);
    return memory;
}

/* The places of options are found anew, in a table at most half full. */
static bool widen_where(struct choice *choice)
{
    size_t size = 256;
    while (size < 2 * choice->room)
        size *= 2;
    uint64_t *where = memory_take(size, sizeof *where, NULL);
    if (!where)
        return false;
    memory_release(choice->where);
    choice->where = where;
    choice->where_mask = size - 1;
    for (size_t k = 0; k < choice->count; k++) {
        size_t at = choice->alter[k] & choice->where_mask;
        while (where[at] != 0)
            at = (at + 1) & choice->where_mask;
        where[at] = (uint64_t)choice->alter[k] << 32 | (k + 1);
        choice->home[k] = (uint32_t)at;
    }
    return true;
}

static bool reserve(struct choice *choice, size_t room)
{
    bool fine = true;
    const size_t n = choice->count;
    choice->alter = widen(choice->alter, n, room, sizeof *choice->alter, &fine);
    choice->tied = widen(choice->tied, n, room, sizeof *choice->tied, &fine);
    choice->back = widen(choice->back, n, room, sizeof *choice->back, &fine);
    choice->relation = widen(choice->relation, n, room, sizeof *choice->relation, &fine);
    choice->two_path = widen(choice->two_path, n, room, sizeof *choice->two_path, &fine);
    choice->shared = widen(choice->shared, n, room, sizeof *choice->shared, &fine);
    choice->cycle = widen(choice->cycle, n, room, sizeof *choice->cycle, &fine);
    choice->common = widen(choice->common, n, room, sizeof *choice->common, &fine);
    choice->mutual = widen(choice->mutual, n, room, sizeof *choice->mutual, &fine);
    choice->utility = widen(choice->utility, n, room, sizeof *choice->utility, &fine);
    choice->contribution =
        widen(choice->contribution, n, room, sizeof *choice->contribution, &fine);
    choice->weight = widen(choice->weight, n, room, sizeof *choice->weight, &fine);
    choice->home = widen(choice->home, n, room, sizeof *choice->home, &fine);
    if (fine)
        choice->room = room;
    return fine && widen_where(choice);
}

bool choice_init(struct choice *choice, size_t room, struct spel_error *error)
{
    *choice = (struct choice){0};
    return reserve(choice, room) || error_set(error, SPEL_ERROR_MEMORY, "no memory for options");
}

void choice_clear(struct choice *choice)
{
    void *all[] = {choice->alter,    choice->tied,   choice->back,    choice->relation,
                   choice->two_path, choice->shared, choice->cycle,   choice->common,
                   choice->mutual,   choice->home,   choice->utility, choice->contribution,
                   choice->weight,   choice->where};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        memory_release(all[i]);
    *choice = (struct choice){0};
}

void choice_open(struct choice *choice, uint32_t ego)
{
    for (size_t k = 0; k < choice->count; k++)
        choice->where[choice->home[k]] = 0;
    choice->count = 0;
    choice->ego = ego;
}

uint32_t choice_find(const struct choice *choice, uint32_t alter)
{
    for (size_t at = alter & choice->where_mask; choice->where[at] != 0;
         at = (at + 1) & choice->where_mask)
        if ((uint32_t)(choice->where[at] >> 32) == alter)
            return (uint32_t)choice->where[at] - 1;
    return CHOICE_NONE;
}

static inline uint32_t put(struct choice *choice, uint32_t alter)
{
    size_t at = alter & choice->where_mask;
    for (; choice->where[at] != 0; at = (at + 1) & choice->where_mask)
        if ((uint32_t)(choice->where[at] >> 32) == alter)
            return (uint32_t)choice->where[at] - 1;
    if (choice->count == choice->room) {
        if (!reserve(choice, 2 * choice->room))
            return CHOICE_NONE;
        at = alter & choice->where_mask;
        while (choice->where[at] != 0)
            at = (at + 1) & choice->where_mask;
    }
    const size_t k = choice->count++;
    choice->where[at] = (uint64_t)alter << 32 | (k + 1);
    choice->home[k] = (uint32_t)at;
    choice->alter[k] = alter;
    choice->tied[k] = choice->back[k] = choice->relation[k] = 0;
    choice->two_path[k] = choice->shared[k] = choice->cycle[k] = 0;
    choice->common[k] = choice->mutual[k] = 0;
    return (uint32_t)k;
}

uint32_t choice_put(struct choice *choice, uint32_t alter)
{
    return put(choice, alter);
}

/* One more for everybody in the row, ego excepted. The array is named by where it
 * stands in the choice, because an addition may move it. */
static bool count_row(struct choice *choice, const struct lists *lists, uint32_t actor,
                      uint32_t *const *counts)
{
    const uint32_t *row = lists_row(lists, actor);
    const uint32_t degree = lists_degree(lists, actor);
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t j = lists_actor(row[k]);
        if (j == choice->ego)
            continue;
        const uint32_t option = put(choice, j);
        if (option == CHOICE_NONE)
            return false;
        (*counts)[option]++;
    }
    return true;
}

static bool gather_beyond_out(struct choice *choice, const struct network *network, unsigned counts)
{
    const uint32_t *row = lists_row(&network->out, choice->ego);
    const uint32_t degree = lists_degree(&network->out, choice->ego);
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t h = lists_actor(row[k]);
        if (counts & COUNT_TWO_PATH && !count_row(choice, &network->out, h, &choice->two_path))
            return false;
        if (counts & COUNT_SHARED && !count_row(choice, &network->in, h, &choice->shared))
            return false;
        if (counts & COUNT_MUTUAL && choice->back[choice_find(choice, h)] &&
            !count_row(choice, &network->in, h, &choice->mutual))
            return false;
    }
    return true;
}

static bool gather_beyond_in(struct choice *choice, const struct network *network, unsigned counts)
{
    const uint32_t *row = lists_row(&network->in, choice->ego);
    const uint32_t degree = lists_degree(&network->in, choice->ego);
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t h = lists_actor(row[k]);
        if (counts & COUNT_CYCLE && !count_row(choice, &network->in, h, &choice->cycle))
            return false;
        if (counts & COUNT_COMMON && !count_row(choice, &network->out, h, &choice->common))
            return false;
    }
    return true;
}

/* Rows that will be read lie anywhere in memory: they are asked for together, first
 * where they are, then what they hold. */
static void ask_for_rows(const struct network *network, uint32_t ego, unsigned counts)
{
    const uint32_t *row = lists_row(&network->out, ego);
    const uint32_t degree = lists_degree(&network->out, ego);
    const bool in = counts & (COUNT_SHARED | COUNT_MUTUAL);
    for (uint32_t k = 0; k < degree && network->out.list; k++) {
        prefetch(&network->out.list[lists_actor(row[k])]);
        if (in)
            prefetch(&network->in.list[lists_actor(row[k])]);
    }
    for (uint32_t k = 0; k < degree; k++) {
        if (counts & COUNT_TWO_PATH)
            prefetch(lists_row(&network->out, lists_actor(row[k])));
        if (in)
            prefetch(lists_row(&network->in, lists_actor(row[k])));
    }
}

bool choice_gather(struct choice *choice, const struct network *network, uint32_t ego,
                   unsigned counts)
{
    choice_open(choice, ego);
    ask_for_rows(network, ego, counts);
    const uint32_t *row = lists_row(&network->out, ego);
    const uint32_t degree = lists_degree(&network->out, ego);
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t option = put(choice, lists_actor(row[k]));
        if (option == CHOICE_NONE)
            return false;
        choice->tied[option] = 1;
    }
    const uint32_t *named_by = lists_row(&network->in, ego);
    const uint32_t named = counts & COUNT_BACK ? lists_degree(&network->in, ego) : 0;
    for (uint32_t k = 0; k < named; k++) {
        const uint32_t option = put(choice, lists_actor(named_by[k]));
        if (option == CHOICE_NONE)
            return false;
        choice->back[option] = 1;
    }
    if (counts & (COUNT_TWO_PATH | COUNT_SHARED | COUNT_MUTUAL) &&
        !gather_beyond_out(choice, network, counts))
        return false;
    return !(counts & (COUNT_CYCLE | COUNT_COMMON)) || gather_beyond_in(choice, network, counts);
}

bool choice_add_all(struct choice *choice, const struct network *network)
{
    for (uint32_t j = 0; j < network->actors; j++)
        if (j != choice->ego && put(choice, j) == CHOICE_NONE)
            return false;
    return true;
}

void choice_drop_last(struct choice *choice)
{
    choice->count--;
    choice->where[choice->home[choice->count]] = 0;
}
