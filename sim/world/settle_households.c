#include <string.h>

#include "base/sort.h"
#include "world/draw.h"
#include "world/settle_mix.h"
#include "world/settlement.h"

enum { CHILDREN_MOST = 7 };

/* Where in a band of ages somebody is, 0 … 1: the oldest thin out; before 18
 * nobody lives without others; in the early twenties those who still live at home
 * are the younger ones. */
static double within_band(enum position_share share, int from, int years, double u)
{
    if (years > 5)
        return u * u;
    if (from == 15 && share != SHARE_CHILD && share != SHARE_OTHER)
        return 0.6 + 0.4 * u;
    if (from == 20 || (from == 25 && share == SHARE_CHILD))
        return share == SHARE_CHILD ? u * u : 1 - (1 - u) * (1 - u);
    return u;
}

/* Writes ages and positions of the drafted persons; returns their number. */
static uint32_t draft_persons(struct drafts *drafts, const struct mix *mix, uint32_t first,
                              struct moment now)
{
    uint32_t person = 0;
    for (size_t s = 0; s < POSITION_SHARES; s++)
        for (size_t b = 0; b < mix->bands; b++) {
            const int from = mix->rows[b]->age_from, to = mix->rows[b]->age_to;
            for (uint32_t k = 0; k < mix->count[b][s]; k++, person++) {
                struct stream draw = stream_open(now, DRAW_SETTLE_HOUSEHOLD, first + person);
                const double u =
                    within_band((enum position_share)s, from, to - from, stream_uniform(&draw));
                drafts->age[first + person] = (uint16_t)(12 * from + (int)(u * 12 * (to - from)));
                drafts->position[first + person] = (uint8_t)s;
            }
        }
    return person;
}

/* Sorts the drafted persons of one position by age plus a normal spread. */
static uint64_t *by_age(struct drafts *drafts, uint32_t first, uint32_t from, uint32_t count,
                        double spread_months, struct moment now)
{
    uint64_t *items = drafts->items + first + from;
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t person = first + from + k;
        struct stream draw = stream_open(now, DRAW_SETTLE_PERSON, person);
        const double key = drafts->age[person] + spread_months * stream_normal(&draw) + 2000;
        items[k] = sort_item(key > 0 ? (uint32_t)(key * 1000) : 0, from + k);
    }
    sort_items(items, drafts->spare + first + from, count);
    return items;
}

/* Numbers of households as they are made; see settle_households. */
struct making {
    struct drafts *drafts;
    uint32_t first;      /* place */
    uint32_t households; /* made so far */
};

static void join(struct making *making, uint32_t person, uint32_t household)
{
    making->drafts->household[making->first + person] = household;
}

/* One who finds nobody left to pair with is counted under `unpaired`. */
static void make_pairs(struct making *making, const uint64_t *items, uint32_t count,
                       enum position_share unpaired)
{
    for (uint32_t k = 0; k + 1 < count; k += 2) {
        join(making, sort_value(items[k]), making->households);
        join(making, sort_value(items[k + 1]), making->households++);
    }
    if (count % 2 == 1) {
        const uint32_t person = sort_value(items[count - 1]);
        making->drafts->position[making->first + person] = (uint8_t)unpaired;
        join(making, person, making->households++);
    }
}

static void make_singles(struct making *making, uint32_t from, uint32_t count)
{
    for (uint32_t k = 0; k < count; k++)
        join(making, from + k, making->households++);
}

/* How many children more than one a family has, against others: of 20 families
 * with children at home about 8 have one, 8 two and the rest more (CBS 71486NED,
 * households by size, 2020). The young still wait for a second, and of the older
 * some have left, so that families in between have most; `rank` is 0 to 1 by the
 * age of a parent. */
static double more_children(const struct making *making, uint32_t family, double rank,
                            struct moment now)
{
    struct stream draw =
        stream_open(now, DRAW_SETTLE_HOUSEHOLD, making->first + family + 0x60000000u);
    const double u = stream_uniform(&draw);
    const double drawn = u < 0.4 ? 0 : u < 0.82 ? 1 : u < 0.95 ? 2 : 3;
    return drawn * (0.75 + rank * (1.2 - 1.55 * rank));
}

/* Children go to families in the order of age, youngest to youngest; the spread
 * in their sorting key makes brothers and sisters of different age. Each family
 * gets one, what is left goes by weights. Families left over lose the name. */
static void place_children(struct making *making, uint64_t *families, uint32_t family_count,
                           const uint64_t *children, uint32_t child_count, struct moment now)
{
    const uint32_t extra = child_count > family_count ? child_count - family_count : 0;
    double weights = 0, due = 0;
    for (uint32_t f = 0; f < family_count; f++)
        weights += more_children(making, f, (f + 0.5) / family_count, now);
    uint32_t child = 0, given = 0;
    for (uint32_t f = 0; f < family_count && child < child_count; f++) {
        const double more = more_children(making, f, (f + 0.5) / family_count, now);
        due += weights > 0 ? more * extra / weights : 0;
        const uint32_t most = given + CHILDREN_MOST - 1;
        uint32_t up_to = f + 1 == family_count ? extra : (uint32_t)(due + 1e-9);
        if (up_to > most && f + 1 < family_count)
            up_to = most;
        const uint32_t here = 1 + up_to - given;
        given = up_to;
        for (uint32_t k = 0; k < here && child < child_count; k++)
            join(making, sort_value(children[child++]), sort_value(families[f]));
    }
    for (; child < child_count; child++) { /* no family at all */
        making->drafts->position[making->first + sort_value(children[child])] = SHARE_OTHER;
        join(making, sort_value(children[child]), making->households++);
    }
}

/* The address order: households by drawn lot. */
static void lay_households(struct world *world, struct drafts *drafts, struct moment now,
                           size_t neighbourhood, uint32_t persons)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const uint32_t first = n->first[neighbourhood];
    uint64_t *items = drafts->items + first;
    for (uint32_t k = 0; k < persons; k++) {
        struct stream draw = stream_open(now, DRAW_SETTLE_HOUSEHOLD,
                                         first + drafts->household[first + k] + 0x40000000u);
        items[k] = sort_item(stream_word(&draw) & 0xfffffff0u, k);
    }
    sort_items(items, drafts->spare + first, persons);
    size_t block = n->first_block[neighbourhood];
    uint32_t in_block = 0;
    for (uint32_t k = 0; k < persons; k++) {
        const uint32_t quota =
            (uint32_t)((uint64_t)world->blocks.length[block] * persons / n->places[neighbourhood]) +
            1;
        const bool starts = k == 0 || drafts->household[first + sort_value(items[k])] !=
                                          drafts->household[first + sort_value(items[k - 1])];
        const bool full = in_block >= world->blocks.length[block];
        if ((full || (starts && in_block >= quota)) &&
            block + 1 < n->first_block[neighbourhood] + n->block_count[neighbourhood]) {
            block++;
            in_block = 0;
        }
        drafts->place[first + k] = world->blocks.first[block] + in_block++;
    }
}

/* Positions as they are lived, and the ring of each household. */
static void settle_rows(struct world *world, struct drafts *drafts, size_t neighbourhood,
                        uint32_t persons)
{
    static const uint8_t lived[POSITION_SHARES] = {
        [SHARE_CHILD] = POSITION_CHILD,
        [SHARE_ALONE] = POSITION_ALONE,
        [SHARE_PARTNER_NO_CHILDREN] = POSITION_PARTNER,
        [SHARE_PARTNER_CHILDREN] = POSITION_PARTNER,
        [SHARE_SINGLE_PARENT] = POSITION_SINGLE_PARENT,
        [SHARE_OTHER] = POSITION_OTHER,
    };
    struct residents *residents = &world->residents;
    const uint32_t first = world->neighbourhoods.first[neighbourhood];
    const uint64_t *items = drafts->items + first;
    uint32_t head = 0;
    for (uint32_t k = 0; k < persons; k++) {
        const uint32_t person = first + sort_value(items[k]), place = drafts->place[first + k];
        residents->id[place] = place << ID_OCCUPANT_BITS | 1;
        residents->occupants[place] = 1;
        residents->birth[place] = (int16_t)-drafts->age[person];
        residents->position[place] = lived[drafts->position[person]];
        const bool starts = k == 0 || drafts->household[person] !=
                                          drafts->household[first + sort_value(items[k - 1])];
        if (starts)
            head = place;
        else
            residents->next[drafts->place[first + k - 1]] = place;
        residents->next[place] = head;
    }
}

/* Households by lot until the published share of persons has a low income;
 * those alone and single parents have twice the lots. */
static void settle_income(struct world *world, struct drafts *drafts, struct moment now,
                          size_t neighbourhood, uint32_t persons, double share)
{
    struct residents *residents = &world->residents;
    const uint32_t first = world->neighbourhoods.first[neighbourhood];
    uint64_t *items = drafts->spare + first; /* items hold the address order no longer */
    for (uint32_t k = 0; k < persons; k++) {
        const uint32_t place = drafts->place[first + k];
        uint32_t lot_of = place;
        bool poorer = residents->position[place] == POSITION_ALONE;
        for (uint32_t other = residents->next[place]; other != place;
             other = residents->next[other]) {
            lot_of = other < lot_of ? other : lot_of;
            poorer |= residents->position[other] == POSITION_SINGLE_PARENT;
        }
        poorer |= residents->position[place] == POSITION_SINGLE_PARENT;
        struct stream draw = stream_open(now, DRAW_SETTLE_PERSON, lot_of + 0x40000000u);
        const double lot = stream_uniform(&draw) * (poorer ? 0.5 : 1);
        items[k] = sort_item((uint32_t)(lot * 4294967295.0), place);
    }
    sort_items(items, drafts->items + first, persons);
    const uint32_t poor = (uint32_t)(share * persons + 0.5);
    for (uint32_t k = 0; k < poor; k++)
        residents->traits[sort_value(items[k])] |= TRAIT_LOW_INCOME;
}

/* Families in the order of a parent's age: pairs first, then single parents; the
 * items hold the numbers of the households. */
static uint64_t *list_families(const struct making *making, const uint64_t *couples,
                               const uint32_t *from, uint32_t with_partner)
{
    const struct drafts *drafts = making->drafts;
    uint64_t *families = drafts->items + making->first + from[SHARE_PARTNER_CHILDREN];
    for (uint32_t f = 0; f < with_partner; f++)
        families[f] = sort_item(drafts->age[making->first + sort_value(couples[2 * f])], f);
    for (uint32_t f = with_partner; f < making->households; f++) {
        const uint32_t parent = from[SHARE_SINGLE_PARENT] + f - with_partner;
        families[f] = sort_item(drafts->age[making->first + parent], f);
    }
    sort_items(families, drafts->spare + making->first + from[SHARE_PARTNER_CHILDREN],
               making->households);
    return families;
}

/* Everyone of one position, by age. */
static uint64_t *sorted(const struct making *making, enum position_share share,
                        const uint32_t *from, double spread_months, struct moment now)
{
    return by_age(making->drafts, making->first, from[share], from[share + 1] - from[share],
                  spread_months, now);
}

static void make_households(struct making *making, const uint32_t *from, struct moment now)
{
#define COUNT(share) (from[(share) + 1] - from[share])
    uint64_t *couples = sorted(making, SHARE_PARTNER_CHILDREN, from, 24, now);
    make_pairs(making, couples, COUNT(SHARE_PARTNER_CHILDREN), SHARE_SINGLE_PARENT);
    const uint32_t with_partner = making->households;
    make_singles(making, from[SHARE_SINGLE_PARENT], COUNT(SHARE_SINGLE_PARENT));
    const uint32_t family_count = making->households;
    uint64_t *families = list_families(making, couples, from, with_partner);
    const uint64_t *children = sorted(making, SHARE_CHILD, from, 36, now);
    place_children(making, families, family_count, children, COUNT(SHARE_CHILD), now);
    const uint64_t *pairs = sorted(making, SHARE_PARTNER_NO_CHILDREN, from, 24, now);
    make_pairs(making, pairs, COUNT(SHARE_PARTNER_NO_CHILDREN), SHARE_ALONE);
    make_singles(making, from[SHARE_ALONE], COUNT(SHARE_ALONE));
    make_singles(making, from[SHARE_OTHER], COUNT(SHARE_OTHER));
#undef COUNT
}

void settle_households(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                       struct moment now, size_t neighbourhood)
{
    const struct place_row *row = &scenario->places.rows[neighbourhood];
    const uint32_t first = world->neighbourhoods.first[neighbourhood];
    const uint32_t residents = (uint32_t)world->neighbourhoods.target[2 * neighbourhood];
    struct mix mix;
    settle_mix(&mix, &scenario->places, row, residents);
    const uint32_t persons = draft_persons(drafts, &mix, first, now);

    uint32_t from[POSITION_SHARES + 1] = {0};
    for (size_t s = 0; s < POSITION_SHARES; s++) {
        from[s + 1] = from[s];
        for (size_t b = 0; b < mix.bands; b++)
            from[s + 1] += mix.count[b][s];
    }
    struct making making = {drafts, first, 0};
    make_households(&making, from, now);
    lay_households(world, drafts, now, neighbourhood, persons);
    settle_rows(world, drafts, neighbourhood, persons);
    settle_income(world, drafts, now, neighbourhood, persons, row->low_income);
    for (uint32_t k = 0; k < persons; k++)
        settle_person(&world->residents, drafts->place[first + k], scenario, now);
    drafts->residents[neighbourhood] = persons;
    world->neighbourhoods.residents[neighbourhood] = persons;
    world->neighbourhoods.target[2 * neighbourhood] = (float)persons;
}
