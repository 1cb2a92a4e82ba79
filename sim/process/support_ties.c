#include "process/support_ties.h"

#include <string.h>

#include "base/sort.h"
#include "world/circles.h"
#include "world/draw.h"

enum { TRIES = 6, NEAR = 60, YEARS_MOST = 128 };

/* One neighbourhood's month: who wants a tie of which kind. */
struct wishes {
    const struct settlement_params *params;
    struct moment now;
    struct world *world;
    size_t neighbourhood;
    struct wish *list;
    uint32_t count, room;
    const bool
        *changes; /* [age in years] whether a mean number of ties differs from a year before */
};

static double years_of(const struct wishes *wishes, uint32_t i)
{
    return residents_age_months(&wishes->world->residents, i, wishes->now.month) / 12.0;
}

static void wish(struct wishes *wishes, uint32_t ego, enum tie_kind kind)
{
    if (wishes->count < wishes->room)
        wishes->list[wishes->count++] = (struct wish){ego, (uint32_t)kind};
}

/* Whether an alter may have something to tell, which few have. Slots are read eight
 * at a time, for their number cannot be foreseen; an empty one reads place 0. */
static inline bool may_hear(const uint8_t *news, const uint32_t *alter)
{
    unsigned any = 0;
    for (size_t from = 0; from < TIE_SLOTS && alter[from] != 0; from += TIE_SLOTS / 2)
        for (size_t k = from; k < from + TIE_SLOTS / 2; k++)
            any |= news[tie_place(alter[k])];
    return (any & ~(unsigned)NEWS_CAME) != 0;
}

/* Reads what alters have to tell, drops who left, forwards who moved. */
static void sweep(struct wishes *wishes, uint32_t i)
{
    const struct residents *residents = &wishes->world->residents;
    struct ties *ties = &wishes->world->ties;
    uint32_t *alter = ties->alter + (size_t)i * TIE_SLOTS;
    unsigned good = 0, bad = 0;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        const uint8_t news = residents->news[tie_place(alter[k])];
        if (news == 0)
            continue;
        good += (news & NEWS_GOOD) != 0;
        bad += (news & NEWS_BAD) != 0;
        if (news & NEWS_MOVED) {
            alter[k] = tie_pack(residents->next[tie_place(alter[k])], tie_kind(alter[k]));
        } else if (news & NEWS_LEFT) {
            const enum tie_kind kind = tie_kind(alter[k]);
            ties_drop(ties, i, tie_place(alter[k]));
            wishes->world->neighbourhoods.ties_lost[wishes->neighbourhood]++;
            if (kind != TIE_HOUSEHOLD)
                wish(wishes, i, kind);
            k--; /* the last tie came here */
        }
    }
    residents->heard[i] = (uint8_t)((good < 15 ? good : 15) | (bad < 15 ? bad : 15) << 4);
}

static uint32_t whole(double mean, struct stream *draw)
{
    return (uint32_t)(mean + stream_uniform(draw));
}

/* A share of the ties of a kind ends, each by a draw of its own. */
static void fall_away(struct ties *ties, uint32_t i, enum tie_kind kind, double share,
                      struct stream *draw)
{
    const uint32_t *alter = ties->alter + (size_t)i * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0;) {
        if (tie_kind(alter[k]) == kind && stream_uniform(draw) < share)
            ties_drop(ties, i, tie_place(alter[k])); /* the last one comes here */
        else
            k++;
    }
}

/* A newcomer wants what others of the age have; at birthdays the wish follows
 * the mean: friends come between 4 and 18, some go after 65. */
static void grow(struct wishes *wishes, uint32_t i)
{
    struct residents *residents = &wishes->world->residents;
    const int months = residents_age_months(residents, i, wishes->now.month);
    const bool came = residents->news[i] & NEWS_CAME;
    if (!came && (months % 12 != 0 || months == 0))
        return;
    if (!came && !wishes->changes[months / 12 & (YEARS_MOST - 1)])
        return;
    /* At a birthday, for the middle of the year to come. */
    const double years = months / 12.0 + (came ? 0 : 0.5);
    struct stream draw = stream_open(wishes->now, DRAW_BIRTHDAY, residents->id[i]);
    const double sociable = 0.3 + 1.4 * stream_uniform(&draw);
    for (int kind = TIE_KIN; kind < TIE_KINDS; kind++) {
        const double mean = circles_mean(wishes->params, (enum tie_kind)kind, years);
        const double before = circles_mean(wishes->params, (enum tie_kind)kind, years - 1);
        const double change = came ? mean * sociable : mean - before;
        for (double more = change; more > 0 && whole(more < 1 ? more : 1, &draw) > 0; more -= 1)
            wish(wishes, i, (enum tie_kind)kind);
        if (change < 0)
            fall_away(&wishes->world->ties, i, (enum tie_kind)kind, -change / before, &draw);
    }
}

/* Somebody to tie to: near by address (street), else anyone of the neighbourhood,
 * or of the municipality where circles are spread. */
static uint32_t propose(const struct wishes *wishes, uint32_t i, enum tie_kind kind,
                        struct stream *draw)
{
    const struct world *world = wishes->world;
    const struct neighbourhoods *n = &world->neighbourhoods;
    uint32_t first = n->first[wishes->neighbourhood], length = n->places[wishes->neighbourhood];
    if (kind == TIE_STREET) {
        const uint32_t from = i - first < NEAR ? first : i - NEAR;
        const uint32_t end = i + NEAR < first + length ? i + NEAR : first + length;
        return from + stream_below(draw, end - from);
    }
    if (stream_uniform(draw) >= wishes->params->circle_local) {
        const struct municipalities *m = &world->municipalities;
        const uint32_t home = n->municipality[wishes->neighbourhood];
        const size_t last = m->first[home] + m->neighbourhoods[home] - 1;
        first = n->first[m->first[home]];
        length = n->first[last] + n->places[last] - first;
    }
    return first + stream_below(draw, length);
}

static bool suits(const struct wishes *wishes, uint32_t i, uint32_t j, enum tie_kind kind,
                  double lot)
{
    const struct residents *residents = &wishes->world->residents;
    return j != i && residents->id[j] != 0 &&
           lot < circles_fit(kind, years_of(wishes, i), years_of(wishes, j)) &&
           !ties_has(&wishes->world->ties, i, j);
}

static void tie(struct wishes *wishes, uint32_t i, uint32_t j, enum tie_kind kind, double lot)
{
    if (ties_make(&wishes->world->ties, i, j, kind, circles_strength(kind, lot)))
        wishes->world->neighbourhoods.ties_made[wishes->neighbourhood]++;
}

/* The tries run over draws of the one who wishes; the last is taken as it comes,
 * so that a tie lost is a tie drawn. */
static void seek(struct wishes *wishes, const struct wish *one, uint32_t turn)
{
    struct stream draw = stream_open(wishes->now, DRAW_TIE, wishes->world->residents.id[one->ego]);
    draw.counter.word[3] = turn << 16; /* several wishes of one person draw apart */
    for (int k = 0; k < 3 * TRIES; k++) {
        const uint32_t j = propose(wishes, one->ego, (enum tie_kind)one->kind, &draw);
        const double lot = k < 2 * TRIES ? stream_uniform(&draw) : 0;
        if (suits(wishes, one->ego, j, (enum tie_kind)one->kind, lot) ||
            (k == 3 * TRIES - 1 && wishes->world->residents.id[j] != 0)) {
            tie(wishes, one->ego, j, (enum tie_kind)one->kind, stream_uniform(&draw));
            return;
        }
    }
}

/* A friend of a friend, or `ego` where there is none to be read: rows of other
 * neighbourhoods may be in change. */
static uint32_t friend_of_friend(const struct wishes *wishes, uint32_t ego, struct stream *draw)
{
    const struct ties *ties = &wishes->world->ties;
    const struct neighbourhoods *n = &wishes->world->neighbourhoods;
    const uint32_t first = n->first[wishes->neighbourhood];
    const size_t degree = ties_degree(ties, ego);
    if (degree == 0)
        return ego;
    const uint32_t via =
        tie_place(ties->alter[(size_t)ego * TIE_SLOTS + stream_below(draw, (uint32_t)degree)]);
    if (via < first || via >= first + n->places[wishes->neighbourhood])
        return ego;
    const size_t further = ties_degree(ties, via);
    return further == 0
               ? ego
               : tie_place(
                     ties->alter[(size_t)via * TIE_SLOTS + stream_below(draw, (uint32_t)further)]);
}

/* A share of new ties of kin and friends closes a triangle. */
static bool seek_among_friends(struct wishes *wishes, const struct wish *one, uint32_t turn)
{
    struct stream draw = stream_open(wishes->now, DRAW_TIE, wishes->world->residents.id[one->ego]);
    draw.counter.word[3] = 0x40000000u | turn;
    if (one->kind == TIE_STREET || stream_uniform(&draw) >= wishes->params->closure)
        return false;
    for (int k = 0; k < 3 * TRIES; k++) {
        const uint32_t j = friend_of_friend(wishes, one->ego, &draw);
        if (suits(wishes, one->ego, j, (enum tie_kind)one->kind, stream_uniform(&draw))) {
            tie(wishes, one->ego, j, (enum tie_kind)one->kind, stream_uniform(&draw));
            return true;
        }
    }
    return false;
}

/* Wishes in the order of a lot; with the chance of reciprocity two that follow
 * each other and suit are granted as one mutual tie. */
static void grant(struct wishes *wishes, uint64_t *items, uint64_t *spare)
{
    const struct residents *residents = &wishes->world->residents;
    for (uint32_t k = 0; k < wishes->count; k++) {
        const struct wish *one = &wishes->list[k];
        const uint64_t lot =
            digest_mix((uint64_t)wishes->now.key.word[0] << 32 ^
                       ((uint64_t)wishes->now.month << 40) ^ residents->id[one->ego]);
        /* By kind, then by age in steps of ten years, then by lot. */
        const uint32_t key = one->kind << 28 | (uint32_t)(years_of(wishes, one->ego) / 10) << 24 |
                             (uint32_t)(lot >> 40);
        items[k] = sort_item(key, k);
    }
    sort_items(items, spare, wishes->count);
    for (uint32_t k = 0; k < wishes->count; k++) {
        const struct wish *one = &wishes->list[sort_value(items[k])];
        if (seek_among_friends(wishes, one, k))
            continue;
        if (k + 1 < wishes->count) {
            const struct wish *other = &wishes->list[sort_value(items[k + 1])];
            struct stream draw = stream_open(wishes->now, DRAW_TIE, residents->id[one->ego]);
            draw.counter.word[3] = 0x80000000u | k;
            if (other->kind == one->kind && stream_uniform(&draw) < wishes->params->reciprocity &&
                suits(wishes, one->ego, other->ego, (enum tie_kind)one->kind, 0) &&
                !ties_has(&wishes->world->ties, other->ego, one->ego)) {
                const double lot = stream_uniform(&draw);
                tie(wishes, one->ego, other->ego, (enum tie_kind)one->kind, lot);
                tie(wishes, other->ego, one->ego, (enum tie_kind)one->kind, lot);
                k++;
                continue;
            }
        }
        seek(wishes, one, k);
    }
}

static void find_changes(const struct settlement_params *params, bool changes[YEARS_MOST])
{
    changes[0] = true;
    for (int years = 1; years < YEARS_MOST; years++) {
        changes[years] = false;
        for (int kind = TIE_KIN; kind < TIE_KINDS; kind++)
            changes[years] |= circles_mean(params, (enum tie_kind)kind, years + 0.5) !=
                              circles_mean(params, (enum tie_kind)kind, years - 0.5);
    }
}

/* `changes` is NULL when no ties are drawn. */
static void neighbourhood_month(const struct settlement_params *params, const bool *changes,
                                struct moment now, struct world *world, size_t neighbourhood)
{
    struct scratch *scratch = &world->scratch;
    struct neighbourhoods *n = &world->neighbourhoods;
    const uint32_t from = scratch->wish_first[neighbourhood];
    struct wishes wishes = {params,
                            now,
                            world,
                            neighbourhood,
                            scratch->wishes + from,
                            0,
                            scratch->wish_room[neighbourhood],
                            changes};
    n->ties_lost[neighbourhood] = n->ties_made[neighbourhood] = 0;
    const uint32_t first = n->first[neighbourhood], end = first + n->places[neighbourhood];
    for (uint32_t i = first; i < end; i++) {
        if (world->residents.id[i] == 0)
            continue;
        world->residents.heard[i] = 0;
        if (may_hear(world->residents.news, world->ties.alter + (size_t)i * TIE_SLOTS))
            sweep(&wishes, i);
        if (changes)
            grow(&wishes, i);
    }
    if (changes)
        grant(&wishes, scratch->wish_items + from, scratch->wish_spare + from);
}

void support_ties_step(const struct settlement_params *params, struct moment now, bool draws,
                       struct world *world)
{
    bool changes[YEARS_MOST];
    find_changes(params, changes);
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        neighbourhood_month(params, draws ? changes : NULL, now, world, n);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        memset(world->residents.news + world->blocks.first[b], 0, world->blocks.length[b]);
}
