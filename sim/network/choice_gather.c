/* The local set: whom ego names, who names it, and those two steps away. */
#include <string.h>

#include "base/wide.h"
#include "network/choice.h"

/* The option of somebody, who becomes the next one when there is none; there is room for it. New or
 * not, the same is done: a branch would be a guess. The next option is theirs beforehand, so that
 * only an entry of somebody else leads on. For ego it is the one behind all options. */
static inline uint32_t option_of(const struct choice *choice, uint32_t j, uint32_t *next)
{
    choice->alter[*next] = j;
    for (size_t at = j & choice->where_mask;; at = (at + 1) & choice->where_mask) {
        const uint32_t after = choice->where[at] - choice->serial, dead = choice_dead(after);
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
    size_t most = 0;
    for (uint32_t k = 0; k < degree; k++) {
        const uint32_t h = lists_actor(row[k]);
        most += lists_degree(&network->out, h) + lists_degree(&network->in, h);
    }
    return choice_reserve(choice, most);
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
    if (!choice_keep(choice, counts / COUNT_KNOWN))
        return false;
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

void choice_learn(struct choice *choice, const struct network *network, size_t from, size_t end)
{
    wide_columns(choice->known + from, choice->room + 1, choice->counts / COUNT_KNOWN,
                 network->record, network->record_size, choice->alter + from,
                 choice_in_fours(choice, from, end));
}
