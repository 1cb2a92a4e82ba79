/* Starting ties. Persons stand in circles: their household, a stretch of their
 * street, a circle of kin and one of friends. A circle is a run of persons (or
 * households) in an order that puts together who is likely to know each other:
 * kin by the age of the household's head modulo a generation, friends by age.
 * Each pair in a circle decides by draws addressed by the pair, so that both
 * ends see the same and nobody writes in another's row. */
#include "base/prefetch.h"
#include "base/sort.h"
#include "world/circles.h"
#include "world/draw.h"
#include "world/settlement.h"

enum { STREET_CIRCLE = 14, KIN_CIRCLE = 7, FRIEND_CIRCLE = 8, GENERATION = 28 };

struct tying {
    struct world *world;
    struct drafts *drafts;
    const struct scenario *scenario;
    uint64_t salt;
};

static double years_of(const struct tying *tying, uint32_t i)
{
    return residents_age_months(&tying->world->residents, i, 0) / 12.0;
}

static void tie_household(const struct tying *tying, uint32_t i)
{
    const struct residents *residents = &tying->world->residents;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        ties_name(&tying->world->ties, i, j, TIE_HOUSEHOLD, circles_strength(TIE_HOUSEHOLD, 0.5));
}

enum { CIRCLE_MOST = 16, CIRCLES_AHEAD = 4 };

/* What is read of one person of a circle. */
struct member {
    uint32_t place, id;
    uint32_t home; /* first place of the household */
    double years;
};

static struct member member_at(const struct tying *tying, uint32_t i)
{
    const struct residents *residents = &tying->world->residents;
    struct member member = {i, residents->id[i], i, years_of(tying, i)};
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        member.home = j < member.home ? j : member.home;
    return member;
}

/* The fits and lots of all pairs of a circle, [who][of whom]. */
struct circle {
    size_t count;
    struct member member[CIRCLE_MOST];
    double fit[CIRCLE_MOST][CIRCLE_MOST], lot[CIRCLE_MOST][CIRCLE_MOST];
};

/* Some are sociable, others less so: between 0.3 and 1.7, mean 1. */
static double sociability(const struct tying *tying, const struct member *member)
{
    return 0.3 + 1.4 * uniform_of((uint32_t)(digest_mix(tying->salt + member->id) >> 32));
}

/* With `reciprocity` both ends of a pair read one number, else each its own. */
static void draw_pair(const struct tying *tying, struct circle *circle, size_t a, size_t b,
                      enum tie_kind kind)
{
    const uint32_t id[2] = {circle->member[a].id, circle->member[b].id};
    const bool first = id[0] < id[1];
    const uint64_t pair =
        digest_mix(tying->salt ^ ((uint64_t)id[!first] << 32 | id[first])) + (uint64_t)kind;
    const uint64_t both = digest_mix(pair);
    const bool shared = uniform_of((uint32_t)both) < tying->scenario->params.settlement.reciprocity;
    const uint64_t one = shared ? both : digest_mix(pair + 16 + first);
    const uint64_t other = shared ? both : digest_mix(pair + 16 + !first);
    circle->lot[a][b] = uniform_of((uint32_t)(one >> 32));
    circle->lot[b][a] = uniform_of((uint32_t)(other >> 32));
}

static void draw_pairs(const struct tying *tying, struct circle *circle, enum tie_kind kind)
{
    for (size_t a = 0; a < circle->count; a++) {
        const struct member *one = &circle->member[a];
        circle->fit[a][a] = 0;
        for (size_t b = a + 1; b < circle->count; b++) {
            const struct member *other = &circle->member[b];
            const double fit =
                one->home == other->home ? 0 : circles_fit(kind, one->years, other->years);
            circle->fit[a][b] = circle->fit[b][a] = fit;
            if (fit > 0)
                draw_pair(tying, circle, a, b, kind);
        }
    }
}

/* Turns fits into chances in proportion to them that add up to `mean`. Where one
 * would be above 1 it is certain, and the others share what is left. */
static void spread_chances(double *fit, size_t count, double mean)
{
    bool certain[CIRCLE_MOST] = {false};
    double left = mean, fits = 0;
    for (bool changed = true; changed;) {
        const double before = left;
        changed = false;
        fits = 0;
        for (size_t b = 0; b < count; b++)
            fits += certain[b] ? 0 : fit[b];
        for (size_t b = 0; b < count; b++)
            if (!certain[b] && fit[b] > 0 && before * fit[b] >= fits) {
                certain[b] = changed = true;
                left -= 1;
            }
    }
    const double per_fit = fits > 0 ? left / fits : 0;
    for (size_t b = 0; b < count; b++)
        fit[b] = certain[b] ? 1 : per_fit * fit[b];
}

/* One circle: persons items[0 … count). Chances are set so that each has the
 * mean number of ties, as far as there are others, whatever their fit. */
static void tie_circle(const struct tying *tying, const uint64_t *items, size_t count,
                       enum tie_kind kind)
{
    const struct settlement_params *p = &tying->scenario->params.settlement;
    struct circle circle = {.count = count};
    for (size_t a = 0; a < count; a++)
        circle.member[a] = member_at(tying, sort_value(items[a]));
    draw_pairs(tying, &circle, kind);
    for (size_t a = 0; a < count; a++) {
        const struct member *ego = &circle.member[a];
        const double mean = circles_mean(p, kind, ego->years) * sociability(tying, ego);
        double *chance = circle.fit[a];
        spread_chances(chance, count, mean);
        for (size_t b = 0; b < count; b++)
            if (chance[b] > 0 && circle.lot[a][b] < chance[b])
                ties_name(&tying->world->ties, ego->place, circle.member[b].place, kind,
                          circles_strength(kind, circle.lot[a][b] / chance[b]));
    }
}

/* The persons of a circle lie anywhere: they are asked for early. */
static void ask_for(const struct tying *tying, const uint64_t *items, size_t count)
{
    const struct world *world = tying->world;
    for (size_t k = 0; k < count; k++) {
        const size_t i = sort_value(items[k]);
        prefetch(world->residents.id + i);
        prefetch(world->residents.birth + i);
        prefetch(world->residents.next + i);
        prefetch(world->ties.alter + i * TIE_SLOTS);
        prefetch(world->ties.strength + i * TIE_SLOTS);
    }
}

/* Persons in an order, and the circles into which it falls. */
struct order {
    const uint64_t *items;
    size_t count, circles;
    enum tie_kind kind;
};

static size_t start_of(const struct order *order, size_t circle)
{
    return order->count * circle / order->circles;
}

static void tie_one(const struct tying *tying, const struct order *order, size_t circle)
{
    const size_t from = start_of(order, circle), ahead = circle + CIRCLES_AHEAD;
    if (ahead < order->circles) {
        const size_t later = start_of(order, ahead);
        ask_for(tying, order->items + later, start_of(order, ahead + 1) - later);
    }
    tie_circle(tying, order->items + from, start_of(order, circle + 1) - from, order->kind);
}

static double lot_of(const struct tying *tying, uint32_t id, uint32_t purpose)
{
    return uniform_of((uint32_t)(digest_mix(tying->salt + ((uint64_t)purpose << 32) + id) >> 32));
}

/* Where a person stands in the order of friends: age, give or take two years.
 * Of kin: the age of the head modulo a generation, one key a household. */
static uint32_t key_of(const struct tying *tying, uint32_t i, enum tie_kind kind)
{
    const struct residents *residents = &tying->world->residents;
    if (kind == TIE_FRIEND) {
        const double key = years_of(tying, i) + 4 * lot_of(tying, residents->id[i], 3) + 1;
        return (uint32_t)(key * 1e6);
    }
    uint32_t head = i;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        if (residents->birth[j] < residents->birth[head] ||
            (residents->birth[j] == residents->birth[head] && j < head))
            head = j;
    const int years = (int)years_of(tying, head) % GENERATION;
    /* The low bits keep a household together. */
    return (uint32_t)years * 100000000u +
           (uint32_t)(lot_of(tying, residents->id[head], 4) * 99999999.0);
}

/* Those of one municipality whose circle of this kind is spread over it
 * (`local` false) or of one neighbourhood whose circle is there. */
static size_t gather(const struct tying *tying, uint64_t *items, size_t first, size_t end,
                     enum tie_kind kind, bool local)
{
    const struct residents *residents = &tying->world->residents;
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        if (residents->id[i] == 0)
            continue;
        uint32_t who = residents->id[i];
        if (kind == TIE_KIN) /* a household has one circle of kin */
            for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
                who = residents->id[j] < who ? residents->id[j] : who;
        const bool here = lot_of(tying, who, 5 + (uint32_t)kind) <
                          tying->scenario->params.settlement.circle_local;
        if (here == local)
            items[count++] = sort_item(key_of(tying, (uint32_t)i, kind), (uint32_t)i);
    }
    return count;
}

static void tie_streets(const struct tying *tying, size_t neighbourhood)
{
    const struct neighbourhoods *n = &tying->world->neighbourhoods;
    uint64_t circle[STREET_CIRCLE];
    size_t count = 0;
    for (uint32_t i = n->first[neighbourhood];
         i < n->first[neighbourhood] + n->places[neighbourhood]; i++) {
        if (tying->world->residents.id[i] == 0)
            continue;
        circle[count++] = sort_item(0, i);
        if (count == STREET_CIRCLE) {
            tie_circle(tying, circle, count, TIE_STREET);
            count = 0;
        }
    }
    tie_circle(tying, circle, count, TIE_STREET);
}

/* The order of one kind among places first … end, in the drafts of these places. */
static struct order order_of(const struct tying *tying, size_t first, size_t end,
                             enum tie_kind kind, bool local)
{
    uint64_t *items = tying->drafts->items + first;
    const size_t count = gather(tying, items, first, end, kind, local);
    const size_t size = kind == TIE_KIN ? KIN_CIRCLE : FRIEND_CIRCLE;
    sort_items(items, tying->drafts->spare + first, count);
    return (struct order){items, count, (count + size - 1) / size, kind};
}

static void tie_neighbourhoods(const struct tying *tying, enum tie_kind kind)
{
    const struct neighbourhoods *n = &tying->world->neighbourhoods;
#pragma omp parallel for schedule(dynamic)
    for (size_t i = 0; i < n->count; i++) {
        const struct order order =
            order_of(tying, n->first[i], n->first[i] + n->places[i], kind, true);
        for (size_t c = 0; c < order.circles; c++)
            tie_one(tying, &order, c);
    }
}

static void tie_municipality(const struct tying *tying, size_t municipality, enum tie_kind kind)
{
    const struct municipalities *m = &tying->world->municipalities;
    const struct neighbourhoods *n = &tying->world->neighbourhoods;
    const size_t from = m->first[municipality], last = from + m->neighbourhoods[municipality] - 1;
    const struct order order =
        order_of(tying, n->first[from], n->first[last] + n->places[last], kind, false);
#pragma omp parallel for schedule(static)
    for (size_t c = 0; c < order.circles; c++)
        tie_one(tying, &order, c);
}

void settle_ties(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                 struct moment now)
{
    const struct tying tying = {world, drafts, scenario,
                                (uint64_t)now.key.word[0] << 32 | now.key.word[1]};
#pragma omp parallel for schedule(static)
    for (size_t i = 0; i < world->residents.count; i++)
        if (world->residents.id[i] != 0)
            tie_household(&tying, (uint32_t)i);
#pragma omp parallel for schedule(dynamic)
    for (size_t i = 0; i < world->neighbourhoods.count; i++)
        tie_streets(&tying, i);
    static const enum tie_kind kinds[] = {TIE_KIN, TIE_FRIEND};
    for (size_t k = 0; k < 2; k++) {
        tie_neighbourhoods(&tying, kinds[k]);
        for (size_t m = 0; m < world->municipalities.count; m++)
            tie_municipality(&tying, m, kinds[k]);
    }
    ties_mirror(&world->ties);
}
