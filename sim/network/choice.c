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

/* The options are entered anew, in a table at most a quarter full. */
static bool widen_where(struct choice *choice)
{
    size_t size = 1024;
    while (size < 4 * choice->room)
        size *= 2;
    uint64_t *where = memory_take(size, sizeof *where, NULL);
    if (!where)
        return false;
    memory_release(choice->where);
    choice->where = where;
    choice->where_mask = size - 1;
    choice->serial = 1;
    for (size_t k = 0; k < choice->count; k++) {
        size_t at = choice->alter[k] & choice->where_mask;
        while (where[at] != 0)
            at = (at + 1) & choice->where_mask;
        where[at] = (uint64_t)choice->alter[k] << 32 | (k + 1);
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
    void *all[] = {choice->alter,    choice->tied,    choice->back,         choice->relation,
                   choice->two_path, choice->shared,  choice->cycle,        choice->common,
                   choice->mutual,   choice->utility, choice->contribution, choice->weight,
                   choice->where};
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
    choice->serial += (uint32_t)choice->count;
    if (choice->serial > 0x7fffffffu) {
        memset(choice->where, 0, (choice->where_mask + 1) * sizeof *choice->where);
        choice->serial = 1;
    }
    choice->count = choice->tied_count = 0;
    choice->ego = ego;
    choice->counts = counts;
}

/* 1 for an entry of this choice, 0 for one of an earlier. Written so that compilers make no branch
 * of it, which would be a guess. */
static inline uint64_t is_live(const struct choice *choice, uint64_t entry)
{
    return ((entry & UINT32_MAX) + ((UINT64_C(1) << 32) - choice->serial)) >> 32;
}

/* Where the alter stands in the table, or would: seldom beyond the first place. */
static inline size_t place_of(const struct choice *choice, uint32_t alter)
{
    size_t at = alter & choice->where_mask;
    while ((choice->where[at] >> 32 ^ alter) & (0 - is_live(choice, choice->where[at])))
        at = (at + 1) & choice->where_mask;
    return at;
}

uint32_t choice_find(const struct choice *choice, uint32_t alter)
{
    const uint32_t serial = (uint32_t)choice->where[place_of(choice, alter)];
    return serial >= choice->serial ? serial - choice->serial : CHOICE_NONE;
}

static inline uint32_t put(struct choice *choice, uint32_t alter)
{
    size_t at = place_of(choice, alter);
    const uint32_t serial = (uint32_t)choice->where[at];
    if (serial >= choice->serial)
        return serial - choice->serial;
    if (choice->count == choice->room) {
        if (!reserve(choice, 2 * choice->room))
            return CHOICE_NONE;
        at = place_of(choice, alter);
    }
    const size_t k = choice->count++;
    choice->where[at] = (uint64_t)alter << 32 | (choice->serial + (uint32_t)k);
    choice->alter[k] = alter;
    return (uint32_t)k;
}

uint32_t choice_put(struct choice *choice, uint32_t alter)
{
    return put(choice, alter);
}

bool choice_reserve(struct choice *choice, size_t more)
{
    return choice->count + more <= choice->room || reserve(choice, 2 * (choice->count + more));
}

/* One more in counts[] for each of these, ego excepted; there is room for all of them. New or not,
 * ego or not, the same is done: a branch would be a guess. */
static void count_each(struct choice *choice, const uint32_t *slot, size_t slots,
                       uint32_t *restrict counts)
{
    const struct choice fixed = *choice; /* of which nothing moves */
    size_t options = choice->count;
    for (size_t k = 0; k < slots; k++) {
        const uint32_t j = lists_actor(slot[k]);
        const size_t at = place_of(&fixed, j);
        const uint64_t entry = fixed.where[at], known = 0 - is_live(&fixed, entry);
        const uint64_t other = 0 - (uint64_t)(j != fixed.ego);
        const uint64_t option = (((uint32_t)entry - fixed.serial) & known) | (options & ~known);
        const uint64_t made = (uint64_t)j << 32 | (uint32_t)(fixed.serial + option);
        fixed.where[at] = (made & other) | (entry & ~other);
        fixed.alter[option] = j;
        counts[option] += other & 1;
        options += other & ~known & 1;
    }
    choice->count = options;
}

/* Copies the slots of a row, by eights, to where others will follow. */
static inline size_t copy_row(const struct lists *lists, uint32_t actor, uint32_t *to)
{
    const uint32_t *row = lists_row(lists, actor);
    const uint32_t degree = lists_degree(lists, actor);
    for (uint32_t k = 0; k < degree; k += LISTS_HOME)
        memcpy(to + k, row + k, LISTS_HOME * sizeof *row);
    return degree;
}

/* One more in counts[] for everybody in the rows of these actors. The rows are laid end to end
 * first, so that it is one loop instead of many short ones of unforeseen length. */
static void count_rows(struct choice *choice, const struct lists *lists, const uint32_t *actor,
                       size_t actors, uint32_t *restrict counts)
{
    uint32_t *slot = (uint32_t *)choice->contribution; /* free as yet, with twice the room */
    size_t slots = 0;
    for (size_t k = 0; k < actors; k++)
        slots += copy_row(lists, lists_actor(actor[k]), slot + slots);
    count_each(choice, slot, slots, counts);
}

/* Makes room for all whom the actors of the row name or are named by. */
static bool reserve_beyond(struct choice *choice, const struct network *network,
                           const struct lists *own)
{
    const uint32_t *row = lists_row(own, choice->ego);
    const uint32_t degree = lists_degree(own, choice->ego);
    size_t most = choice->count;
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t h = lists_actor(row[k]);
        most += lists_degree(&network->out, h) + lists_degree(&network->in, h);
    }
    return most <= choice->room || reserve(choice, 2 * most);
}

static bool gather_beyond_out(struct choice *choice, const struct network *network, unsigned counts)
{
    const uint32_t *row = lists_row(&network->out, choice->ego);
    const uint32_t degree = lists_degree(&network->out, choice->ego);
    if (!reserve_beyond(choice, network, &network->out))
        return false;
    if (counts & COUNT_TWO_PATH)
        count_rows(choice, &network->out, row, degree, choice->two_path);
    if (counts & COUNT_SHARED)
        count_rows(choice, &network->in, row, degree, choice->shared);
    for (uint32_t k = 0; counts & COUNT_MUTUAL && k < degree; k++)
        if (choice->back[choice_find(choice, lists_actor(row[k]))])
            count_rows(choice, &network->in, row + k, 1, choice->mutual);
    return true;
}

static bool gather_beyond_in(struct choice *choice, const struct network *network, unsigned counts)
{
    const uint32_t *row = lists_row(&network->in, choice->ego);
    const uint32_t degree = lists_degree(&network->in, choice->ego);
    if (!reserve_beyond(choice, network, &network->in))
        return false;
    if (counts & COUNT_CYCLE)
        count_rows(choice, &network->in, row, degree, choice->cycle);
    if (counts & COUNT_COMMON)
        count_rows(choice, &network->out, row, degree, choice->common);
    return true;
}

bool choice_gather(struct choice *choice, const struct network *network, uint32_t ego,
                   unsigned counts)
{
    choice_open(choice, ego, counts);
    const uint32_t *row = lists_row(&network->out, ego);
    const uint32_t degree = lists_degree(&network->out, ego);
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t option = put(choice, lists_actor(row[k]));
        if (option == CHOICE_NONE)
            return false;
        choice->tied[option] = 1;
    }
    choice->tied_count = choice->count;
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
    choice->where[place_of(choice, choice->alter[choice->count])] = 0;
}
