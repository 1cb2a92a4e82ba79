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

/* All ones when an entry so far after option 0 is of an earlier choice, else 0: serial numbers stay
 * below 2^31. As arithmetic, so that compilers make no branch of it, which would be a guess. */
static inline uint32_t dead_mask(uint32_t after)
{
    return 0 - (after >> 31);
}

/* Where the alter stands in the table, or would: seldom beyond the first place. Entries tell their
 * options, which tell whose they are; in the stead of a dead one anybody is looked at. */
static inline size_t place_of(const struct choice *choice, uint32_t alter)
{
    for (size_t at = alter & choice->where_mask;; at = (at + 1) & choice->where_mask) {
        const uint32_t after = choice->where[at] - choice->serial, live = ~dead_mask(after);
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

bool choice_reserve(struct choice *choice, size_t more)
{
    return choice->count + more <= choice->room || reserve(choice, 2 * (choice->count + more));
}

/* The option of somebody, who becomes the next one when there is none; there is room for it. New or
 * not, the same is done: a branch would be a guess. The next option is theirs beforehand, so that
 * only an entry of somebody else leads on. For ego it is the one behind all options. */
static inline uint32_t option_of(const struct choice *choice, uint32_t j, uint32_t *next)
{
    choice->alter[*next] = j;
    for (size_t at = j & choice->where_mask;; at = (at + 1) & choice->where_mask) {
        const uint32_t after = choice->where[at] - choice->serial, dead = dead_mask(after);
        const uint32_t option = after ^ ((after ^ *next) & dead);
        if (choice->alter[option] != j)
            continue;
        choice->where[at] = choice->serial + option;
        *next -= dead;
        return option;
    }
}

/* Marks each of these; there is room for all of them. */
static void mark_each(struct choice *choice, const uint32_t *slot, size_t slots,
                      uint8_t *restrict marks)
{
    const struct choice fixed = *choice; /* of which nothing moves */
    uint32_t next = (uint32_t)choice->count;
    for (size_t k = 0; k < slots; k++)
        marks[option_of(&fixed, lists_actor(slot[k]), &next)] = 1;
    choice->count = next;
}

/* One more in counts[] for each of these. */
static void count_each(struct choice *choice, const uint32_t *slot, size_t slots,
                       uint32_t *restrict counts)
{
    const struct choice fixed = *choice;
    uint32_t next = (uint32_t)choice->count;
    for (size_t k = 0; k < slots; k++)
        counts[option_of(&fixed, lists_actor(slot[k]), &next)]++;
    choice->count = next;
}

/* Copies the slots of a row, by eights, to where others will follow: the first eight whether there
 * are any or not, which can be foreseen. */
static inline size_t copy_row(const struct lists *lists, uint32_t actor, uint32_t *to)
{
    const uint32_t *row = lists_row(lists, actor);
    const uint32_t degree = lists_degree(lists, actor);
    memcpy(to, row, LISTS_HOME * sizeof *row);
    for (uint32_t k = LISTS_HOME; k < degree; k += LISTS_HOME)
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
    const uint32_t degree = lists_degree(&network->out, ego);
    const uint32_t named = counts & COUNT_BACK ? lists_degree(&network->in, ego) : 0;
    if (!choice_reserve(choice, degree + named))
        return false;
    mark_each(choice, lists_row(&network->out, ego), degree, choice->tied);
    choice->tied_count = choice->count;
    mark_each(choice, lists_row(&network->in, ego), named, choice->back);
    if (counts & (COUNT_TWO_PATH | COUNT_SHARED | COUNT_MUTUAL) &&
        !gather_beyond_out(choice, network, counts))
        return false;
    return !(counts & (COUNT_CYCLE | COUNT_COMMON)) || gather_beyond_in(choice, network, counts);
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
