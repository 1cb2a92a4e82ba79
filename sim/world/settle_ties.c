/* Starting ties. Persons stand in circles: their household, a stretch of their
 * street, a circle of kin and one of friends. A circle is a run of persons (or
 * households) in an order that puts together who is likely to know each other:
 * kin by the age of the household's head modulo a generation, friends by age.
 * Each pair in a circle decides by draws addressed by the pair, so that both
 * ends see the same and nobody writes in another's row. */
#include <string.h>

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

/* Some are sociable, others less so: between 0.3 and 1.7, mean 1. */
static double sociability(const struct tying *tying, uint32_t i)
{
    const uint64_t mixed = digest_mix(tying->salt + tying->world->residents.id[i]);
    return 0.3 + 1.4 * uniform_of((uint32_t)(mixed >> 32));
}

/* With `reciprocity` both ends of a pair read one number, else each its own. */
static double pair_lot(const struct tying *tying, uint32_t i, uint32_t j, enum tie_kind kind)
{
    const uint32_t *id = tying->world->residents.id;
    const uint32_t low = id[i] < id[j] ? id[i] : id[j], high = id[i] < id[j] ? id[j] : id[i];
    const uint64_t pair = digest_mix(tying->salt ^ ((uint64_t)low << 32 | high)) + (uint64_t)kind;
    const uint64_t both = digest_mix(pair);
    if (uniform_of((uint32_t)both) < tying->scenario->params.settlement.reciprocity)
        return uniform_of((uint32_t)(both >> 32));
    return uniform_of((uint32_t)(digest_mix(pair + 16 + (id[i] == low)) >> 32));
}

static void consider(const struct tying *tying, uint32_t i, uint32_t j, enum tie_kind kind,
                     double chance)
{
    const double lot = pair_lot(tying, i, j, kind);
    if (lot < chance)
        ties_make(&tying->world->ties, i, j, kind, circles_strength(kind, lot / chance));
}

static void tie_household(const struct tying *tying, uint32_t i)
{
    const struct residents *residents = &tying->world->residents;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        ties_make(&tying->world->ties, i, j, TIE_HOUSEHOLD, circles_strength(TIE_HOUSEHOLD, 0.5));
}

static bool same_household(const struct residents *residents, uint32_t i, uint32_t j)
{
    for (uint32_t k = residents->next[i]; k != i; k = residents->next[k])
        if (k == j)
            return true;
    return false;
}

enum { CIRCLE_MOST = 32 };

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
    for (size_t b = 0; b < count; b++)
        fit[b] = certain[b] ? 1 : fits > 0 ? left * fit[b] / fits : 0;
}

/* One circle: persons items[0 … count). Chances are set so that each has the
 * mean number of ties, as far as there are others, whatever their fit. */
static void tie_circle(const struct tying *tying, const uint64_t *items, size_t count,
                       enum tie_kind kind, double share)
{
    const struct settlement_params *p = &tying->scenario->params.settlement;
    for (size_t a = 0; a < count; a++) {
        const uint32_t i = sort_value(items[a]);
        const double years = years_of(tying, i);
        const double mean = circles_mean(p, kind, years) * sociability(tying, i) * share;
        double chance[CIRCLE_MOST];
        for (size_t b = 0; b < count; b++) {
            const uint32_t j = sort_value(items[b]);
            chance[b] = a == b || same_household(&tying->world->residents, i, j)
                            ? 0
                            : circles_fit(kind, years, years_of(tying, j));
        }
        spread_chances(chance, count, mean);
        for (size_t b = 0; b < count; b++)
            if (chance[b] > 0)
                consider(tying, i, sort_value(items[b]), kind, chance[b]);
    }
}

static void tie_circles(const struct tying *tying, uint64_t *items, uint64_t *spare, size_t count,
                        size_t size, enum tie_kind kind)
{
    sort_items(items, spare, count);
    const size_t circles = (count + size - 1) / size;
#pragma omp parallel for schedule(static)
    for (size_t c = 0; c < circles; c++) {
        const size_t from = count * c / circles, to = count * (c + 1) / circles;
        tie_circle(tying, items + from, to - from, kind, 1);
    }
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
            tie_circle(tying, circle, count, TIE_STREET, 1);
            count = 0;
        }
    }
    tie_circle(tying, circle, count, TIE_STREET, 1);
}

void settle_ties(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                 struct moment now)
{
    const struct tying tying = {world, drafts, scenario,
                                (uint64_t)now.key.word[0] << 32 | now.key.word[1]};
    const struct neighbourhoods *n = &world->neighbourhoods;
#pragma omp parallel for schedule(static)
    for (size_t i = 0; i < world->residents.count; i++)
        if (world->residents.id[i] != 0)
            tie_household(&tying, (uint32_t)i);
#pragma omp parallel for schedule(dynamic)
    for (size_t i = 0; i < n->count; i++)
        tie_streets(&tying, i);
    static const enum tie_kind kinds[] = {TIE_KIN, TIE_FRIEND};
    static const size_t sizes[] = {KIN_CIRCLE, FRIEND_CIRCLE};
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < n->count; i++) {
            const size_t count = gather(&tying, drafts->items, n->first[i],
                                        n->first[i] + n->places[i], kinds[k], true);
            tie_circles(&tying, drafts->items, drafts->spare, count, sizes[k], kinds[k]);
        }
        for (size_t m = 0; m < world->municipalities.count; m++) {
            const size_t from = world->municipalities.first[m];
            const size_t last = from + world->municipalities.neighbourhoods[m] - 1;
            const size_t count = gather(&tying, drafts->items, n->first[from],
                                        n->first[last] + n->places[last], kinds[k], false);
            tie_circles(&tying, drafts->items, drafts->spare, count, sizes[k], kinds[k]);
        }
    }
}
