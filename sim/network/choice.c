#include "network/choice.h"

#include <string.h>

#include "base/memory.h"

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

/* Enters somebody who is not in the table yet. */
static void enter(struct choice *choice, uint32_t alter, size_t option)
{
    size_t at = alter & choice->where_mask;
    while (choice->where[at] != 0)
        at = (at + 1) & choice->where_mask;
    choice->where[at] = choice->serial + (uint32_t)option;
    choice->alter[option] = alter;
}

/* Ego and the options are entered anew, in a table at most a quarter full. */
static bool widen_where(struct choice *choice)
{
    size_t size = 1024;
    while (size < 4 * choice->room)
        size *= 2;
    uint32_t *where = memory_take(size, sizeof *where, NULL);
    if (!where)
        return false;
    memory_release(choice->where);
    choice->where = where;
    choice->where_mask = size - 1;
    choice->serial = 1;
    enter(choice, choice->ego, choice->room);
    for (size_t k = 0; k < choice->count; k++)
        enter(choice, choice->alter[k], k);
    return true;
}

/* What is known of alters is looked up where it is wanted, so that nothing moves. */
static bool take_known(struct choice *choice, size_t columns, size_t room)
{
    double *known = memory_take(columns * (room + 1), sizeof *known, NULL);
    if (!known)
        return false;
    memory_release(choice->known);
    choice->known = known;
    choice->columns = columns;
    return true;
}

/* Behind all options is one that stands for ego. */
static bool reserve(struct choice *choice, size_t options)
{
    bool fine = true;
    const size_t n = choice->count, room = options + 1;
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
    fine = fine && take_known(choice, choice->columns, options);
    if (fine)
        choice->room = options;
    return fine && widen_where(choice);
}

bool choice_init(struct choice *choice, size_t room, struct spel_error *error)
{
    *choice = (struct choice){0};
    return reserve(choice, room) || error_set(error, SPEL_ERROR_MEMORY, "no memory for options");
}

void choice_clear(struct choice *choice)
{
    void *all[] = {choice->alter,    choice->tied,    choice->back,         choice->relation,
                   choice->two_path, choice->shared,  choice->cycle,        choice->common,
                   choice->mutual,   choice->utility, choice->contribution, choice->weight,
                   choice->known,    choice->where};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        memory_release(all[i]);
    *choice = (struct choice){0};
}

/* Beyond the last option all counts are 0, so that an option that is added needs none set. */
static void forget_counts(struct choice *choice)
{
    const size_t n = choice->count;
    memset(choice->tied, 0, n);
    memset(choice->back, 0, n);
    memset(choice->relation, 0, n);
    if (choice->counts & COUNT_TWO_PATH)
        memset(choice->two_path, 0, n * sizeof *choice->two_path);
    if (choice->counts & COUNT_SHARED)
        memset(choice->shared, 0, n * sizeof *choice->shared);
    if (choice->counts & COUNT_CYCLE)
        memset(choice->cycle, 0, n * sizeof *choice->cycle);
    if (choice->counts & COUNT_COMMON)
        memset(choice->common, 0, n * sizeof *choice->common);
    if (choice->counts & COUNT_MUTUAL)
        memset(choice->mutual, 0, n * sizeof *choice->mutual);
}

void choice_open(struct choice *choice, uint32_t ego, unsigned counts)
{
    forget_counts(choice);
    choice->serial += (uint32_t)choice->room + 1;
    if (choice->serial > 0x7fffffffu) {
        memset(choice->where, 0, (choice->where_mask + 1) * sizeof *choice->where);
        choice->serial = 1;
    }
    choice->count = choice->tied_count = 0;
    choice->ego = ego;
    choice->counts = counts;
    choice->where[ego & choice->where_mask] = choice->serial + (uint32_t)choice->room;
    choice->alter[choice->room] = ego;
}

/* Where the alter stands in the table, or would: seldom beyond the first place. Entries tell their
 * options, which tell whose they are; in the stead of a dead one anybody is looked at. */
static inline size_t place_of(const struct choice *choice, uint32_t alter)
{
    for (size_t at = alter & choice->where_mask;; at = (at + 1) & choice->where_mask) {
        const uint32_t after = choice->where[at] - choice->serial, live = ~choice_dead(after);
        if (((choice->alter[after & live] ^ alter) & live) == 0)
            return at;
    }
}

uint32_t choice_find(const struct choice *choice, uint32_t alter)
{
    const uint32_t after = choice->where[place_of(choice, alter)] - choice->serial;
    return after < choice->count ? after : CHOICE_NONE;
}

uint32_t choice_put(struct choice *choice, uint32_t alter)
{
    const uint32_t option = choice_find(choice, alter);
    if (option != CHOICE_NONE)
        return option;
    if (choice->count == choice->room && !reserve(choice, 2 * choice->room))
        return CHOICE_NONE;
    const size_t k = choice->count++;
    choice->where[place_of(choice, alter)] = choice->serial + (uint32_t)k;
    choice->alter[k] = alter;
    return (uint32_t)k;
}

bool choice_keep(struct choice *choice, size_t columns)
{
    return columns <= choice->columns || take_known(choice, columns, choice->room);
}

bool choice_reserve(struct choice *choice, size_t more)
{
    return choice->count + more <= choice->room || reserve(choice, 2 * (choice->count + more));
}

bool choice_add_all(struct choice *choice, const struct network *network)
{
    for (uint32_t j = 0; j < network->actors; j++)
        if (j != choice->ego && choice_put(choice, j) == CHOICE_NONE)
            return false;
    return true;
}

void choice_drop_last(struct choice *choice)
{
    choice->count--;
    choice->where[place_of(choice, choice->alter[choice->count])] = 0;
}
