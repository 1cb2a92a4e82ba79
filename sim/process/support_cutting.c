#include "process/support_cutting.h"

#include <string.h>

#include "process/support_mail.h"

enum { HEARD_MOST = 15 };

/* Where somebody lives who may have moved this month. */
static uint32_t home(const struct residents *residents, uint32_t place)
{
    return residents->news[place] & NEWS_MOVED ? residents->next[place] : place;
}

/* The same letter to everybody in a row. */
static size_t write_to(const struct world *world, const uint32_t *row, size_t degree,
                       enum support_news news, uint32_t about, uint64_t *letter)
{
    for (size_t k = 0; k < degree && letter; k++)
        letter[k] = support_letter(home(&world->residents, tie_place(row[k])), news, about,
                                   tie_kind(row[k]));
    return degree;
}

/* Of who moved the rows have gone along already. */
static size_t write_of(const struct world *world, uint32_t i, uint64_t *letter)
{
    const struct ties *ties = &world->ties;
    const uint8_t news = world->residents.news[i];
    const bool gone = news & (NEWS_LEFT | NEWS_MOVED);
    const size_t at = home(&world->residents, i);
    const uint32_t *egos = ties->ego + at * TIE_SLOTS, *alters = ties->alter + at * TIE_SLOTS;
    size_t count = 0;
    if (gone) {
        const bool moved = news & NEWS_MOVED;
        count += write_to(world, egos, ties->in_degree[at],
                          moved              ? SUPPORT_ALTER_MOVED
                          : news & NEWS_DIED ? SUPPORT_ALTER_DIED
                                             : SUPPORT_ALTER_LEFT,
                          i, letter);
        count +=
            write_to(world, alters, ties->degree[at], moved ? SUPPORT_EGO_MOVED : SUPPORT_EGO_LEFT,
                     i, letter ? letter + count : NULL);
        return count;
    }
    if (news & NEWS_GOOD)
        count += write_to(world, egos, ties->in_degree[at], SUPPORT_GOOD, i, letter);
    if (news & NEWS_BAD)
        count += write_to(world, egos, ties->in_degree[at], SUPPORT_BAD, i,
                          letter ? letter + count : NULL);
    return count;
}

static size_t write_block(const struct world *world, size_t block, uint64_t *letter)
{
    const uint32_t first = world->blocks.first[block];
    const uint32_t end = first + world->blocks.length[block];
    const uint8_t told = NEWS_LEFT | NEWS_MOVED | NEWS_GOOD | NEWS_BAD;
    size_t count = 0;
    for (uint32_t i = first; i < end; i++)
        if (world->residents.news[i] & told)
            count += write_of(world, i, letter ? letter + count : NULL);
    return count;
}

/* Gives a slot of a row another place, with the same kind. */
static void forward(uint32_t *row, size_t degree, uint32_t from, uint32_t to)
{
    for (size_t k = 0; k < degree; k++)
        if (tie_place(row[k]) == from)
            row[k] = tie_pack(to, tie_kind(row[k]));
}

static void lose(struct world *world, uint32_t ego, uint32_t alter, int32_t *lost)
{
    if (!ties_forget(&world->ties, ego, alter))
        return;
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, ego)];
#pragma omp atomic
    lost[n]++;
}

static void hear(uint8_t *heard, bool good)
{
    const uint8_t one = good ? 1 : 1 << 4, most = good ? HEARD_MOST : HEARD_MOST << 4;
    if ((*heard & most) != most)
        *heard = (uint8_t)(*heard + one);
}

static void read_letter(struct world *world, uint32_t to, enum support_news news, uint32_t tie)
{
    struct ties *ties = &world->ties;
    const uint32_t about = tie_place(tie), now_at = world->residents.next[about];
    if (world->residents.id[to] == 0)
        return; /* gone too: the rows are emptied below */
    switch (news) {
    case SUPPORT_ALTER_DIED:
        lose(world, to, about, world->neighbourhoods.ties_lost_by_death);
        break;
    case SUPPORT_ALTER_LEFT:
        lose(world, to, about, world->neighbourhoods.ties_lost_by_moving);
        break;
    case SUPPORT_ALTER_MOVED:
        forward(ties->alter + (size_t)to * TIE_SLOTS, ties->degree[to], about, now_at);
        break;
    case SUPPORT_EGO_LEFT:
        ties_forget_back(ties, to, about);
        break;
    case SUPPORT_EGO_MOVED:
        forward(ties->ego + (size_t)to * TIE_SLOTS, ties->in_degree[to], about, now_at);
        break;
    case SUPPORT_GOOD:
    case SUPPORT_BAD:
        hear(&world->residents.heard[to], news == SUPPORT_GOOD);
        break;
    case SUPPORT_NAMED:
    case SUPPORT_NOT_NAMED:
        break;
    }
}

static void empty_rows(struct ties *ties, size_t place)
{
    memset(ties->alter + place * TIE_SLOTS, 0, TIE_SLOTS * sizeof *ties->alter);
    memset(ties->strength + place * TIE_SLOTS, 0, TIE_SLOTS * sizeof *ties->strength);
    memset(ties->ego + place * TIE_SLOTS, 0, TIE_SLOTS * sizeof *ties->ego);
    ties->degree[place] = ties->in_degree[place] = 0;
}

void support_cutting(struct world *world)
{
    struct residents *residents = &world->residents;
    struct neighbourhoods *n = &world->neighbourhoods;
    memset(residents->heard, 0, residents->count);
    memset(n->ties_lost_by_death, 0, n->count * sizeof *n->ties_lost_by_death);
    memset(n->ties_lost_by_moving, 0, n->count * sizeof *n->ties_lost_by_moving);
    support_mail(world, write_block, read_letter);
#pragma omp parallel for schedule(static)
    for (size_t i = 0; i < residents->count; i++) {
        if (residents->news[i] & (NEWS_LEFT | NEWS_MOVED))
            empty_rows(&world->ties, i);
        residents->news[i] = 0;
    }
}
