#include <string.h>

#include "base/sort.h"
#include "world/draw.h"
#include "world/settlement.h"

enum { MAX_BANDS = 24, ROUNDS = 20, WIDE_BANDS = WIDE_AGE_BANDS };

/* One neighbourhood on its way: how many persons of which age band have which
 * position, and the table they come from. */
struct mix {
    const struct position_row *rows[MAX_BANDS];
    size_t bands;
    double wanted[MAX_BANDS][POSITION_SHARES];
    uint32_t count[MAX_BANDS][POSITION_SHARES];
};

static int wide_band(int age)
{
    return age < 15 ? 0 : age < 25 ? 1 : age < 45 ? 2 : age < 65 ? 3 : 4;
}

/* The rows of the municipality, or of the country where it has none. */
static void find_rows(struct mix *mix, const struct places *places, const char *code)
{
    mix->bands = 0;
    for (int attempt = 0; attempt < 2 && mix->bands == 0; attempt++)
        for (size_t r = 0; r < places->position_count && mix->bands < MAX_BANDS; r++)
            if (strcmp(places->positions[r].municipality_code, attempt ? "NL" : code) == 0)
                mix->rows[mix->bands++] = &places->positions[r];
}

/* Persons per five-year band: the neighbourhood's wide bands, divided as in
 * its municipality. */
static void spread_ages(struct mix *mix, const struct place_row *place, double residents)
{
    double total[WIDE_BANDS] = {0};
    for (size_t b = 0; b < mix->bands; b++)
        total[wide_band(mix->rows[b]->age_from)] += mix->rows[b]->persons;
    for (size_t b = 0; b < mix->bands; b++) {
        const int wide = wide_band(mix->rows[b]->age_from);
        const double here = total[wide] > 0 ? residents * place->age_2022[wide] *
                                                  mix->rows[b]->persons / total[wide]
                                            : 0;
        for (size_t s = 0; s < POSITION_SHARES; s++)
            mix->wanted[b][s] = here * mix->rows[b]->share[s];
    }
}

enum household_type { TYPE_SINGLE, TYPE_COUPLE, TYPE_CHILDREN, TYPES };

static int type_of(size_t share)
{
    switch (share) {
    case SHARE_ALONE:
    case SHARE_OTHER:
        return TYPE_SINGLE;
    case SHARE_PARTNER_NO_CHILDREN:
        return TYPE_COUPLE;
    case SHARE_PARTNER_CHILDREN:
    case SHARE_SINGLE_PARENT:
        return TYPE_CHILDREN;
    default:
        return -1;
    }
}

static void count_types(const struct mix *mix, double households[TYPES])
{
    for (int t = 0; t < TYPES; t++)
        households[t] = 0;
    for (size_t b = 0; b < mix->bands; b++)
        for (size_t s = 0; s < POSITION_SHARES; s++) {
            const bool two = s == SHARE_PARTNER_NO_CHILDREN || s == SHARE_PARTNER_CHILDREN;
            if (type_of(s) >= 0)
                households[type_of(s)] += mix->wanted[b][s] * (two ? 0.5 : 1);
        }
}

/* Iterative proportional fitting (Deming and Stephan 1940): positions of those
 * of 15 and over move until household types are as published, while each age
 * band keeps its size. */
static void fit_types(struct mix *mix, const struct place_row *place)
{
    const double wanted[TYPES] = {place->households_single, place->households_couple,
                                  place->households_children};
    for (int round = 0; round < ROUNDS; round++) {
        double now[TYPES], factor[TYPES];
        count_types(mix, now);
        const double all = now[0] + now[1] + now[2];
        for (int t = 0; t < TYPES; t++)
            factor[t] = now[t] > 0 && all > 0 ? wanted[t] / (now[t] / all) : 1;
        for (size_t b = 0; b < mix->bands; b++) {
            if (mix->rows[b]->age_from < 15)
                continue;
            double before = 0, after = 0;
            for (size_t s = 0; s < POSITION_SHARES; s++) {
                before += mix->wanted[b][s];
                if (type_of(s) >= 0)
                    mix->wanted[b][s] *= factor[type_of(s)];
                after += mix->wanted[b][s];
            }
            for (size_t s = 0; s < POSITION_SHARES && after > 0; s++)
                mix->wanted[b][s] *= before / after;
        }
    }
}

/* Whole persons: the fractions carry over to the next cell, so that no band and
 * no position is off by more than one. */
static uint32_t round_counts(struct mix *mix, uint32_t residents)
{
    uint32_t placed = 0;
    double carried = 0;
    for (size_t s = 0; s < POSITION_SHARES; s++)
        for (size_t b = 0; b < mix->bands; b++) {
            carried += mix->wanted[b][s];
            const double whole = carried + 0.5 > 0 ? (double)(uint32_t)(carried + 0.5) : 0;
            mix->count[b][s] = (uint32_t)whole;
            carried -= whole;
            if (placed + mix->count[b][s] > residents)
                mix->count[b][s] = residents - placed;
            placed += mix->count[b][s];
        }
    return placed;
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
                double u = stream_uniform(&draw);
                if (to - from > 5) /* the oldest thin out */
                    u = u * u;
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

/* Children go to families in the order of age, oldest to oldest; the spread in
 * their sorting key makes brothers and sisters of different age. Families left
 * over lose the name: they are couples, or live alone. */
static void place_children(struct making *making, uint64_t *families, uint32_t family_count,
                           const uint64_t *children, uint32_t child_count)
{
    struct drafts *drafts = making->drafts;
    for (uint32_t k = 0; k < child_count; k++) {
        const uint32_t child = sort_value(children[k]);
        if (family_count == 0) {
            drafts->position[making->first + child] = SHARE_OTHER;
            join(making, child, making->households++);
            continue;
        }
        const uint32_t family =
            child_count >= family_count ? (uint32_t)((uint64_t)k * family_count / child_count) : k;
        join(making, child, sort_value(families[family]));
    }
}

/* The address order: households by drawn lot. Returns places in use. */
static void lay_households(struct world *world, struct drafts *drafts, struct moment now,
                           size_t neighbourhood, uint32_t persons, uint32_t households)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const uint32_t first = n->first[neighbourhood];
    uint64_t *items = drafts->items + first;
    for (uint32_t k = 0; k < persons; k++) {
        struct stream draw = stream_open(now, DRAW_SETTLE_HOUSEHOLD,
                                         first + drafts->household[first + k] + 0x40000000u);
        items[k] = sort_item(stream_word(&draw) & 0xfffffff0u, k);
    }
    (void)households;
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
static void settle_rows(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                        struct moment now, size_t neighbourhood, uint32_t persons)
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
    (void)scenario;
    (void)now;
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

void settle_households(struct world *world, struct drafts *drafts, const struct scenario *scenario,
                       struct moment now, size_t neighbourhood)
{
    const struct place_row *row = &scenario->places.rows[neighbourhood];
    const uint32_t first = world->neighbourhoods.first[neighbourhood];
    const uint32_t residents = (uint32_t)world->neighbourhoods.target[2 * neighbourhood];
    struct mix mix;
    find_rows(&mix, &scenario->places, row->municipality_code);
    spread_ages(&mix, row, residents);
    fit_types(&mix, row);
    round_counts(&mix, residents);
    const uint32_t persons = draft_persons(drafts, &mix, first, now);

    uint32_t from[POSITION_SHARES + 1] = {0};
    for (size_t s = 0; s < POSITION_SHARES; s++) {
        from[s + 1] = from[s];
        for (size_t b = 0; b < mix.bands; b++)
            from[s + 1] += mix.count[b][s];
    }
    struct making making = {drafts, first, 0};
#define COUNT(s) (from[(s) + 1] - from[s])
    uint64_t *couples =
        by_age(drafts, first, from[SHARE_PARTNER_CHILDREN], COUNT(SHARE_PARTNER_CHILDREN), 24, now);
    make_pairs(&making, couples, COUNT(SHARE_PARTNER_CHILDREN), SHARE_SINGLE_PARENT);
    const uint32_t with_partner = making.households;
    make_singles(&making, from[SHARE_SINGLE_PARENT], COUNT(SHARE_SINGLE_PARENT));
    /* Families in the order of a parent's age: the numbers of the households. */
    const uint32_t family_count = making.households;
    uint64_t *families = drafts->items + first + from[SHARE_PARTNER_CHILDREN];
    for (uint32_t f = 0; f < with_partner; f++)
        families[f] = sort_item(drafts->age[first + sort_value(couples[2 * f])], f);
    for (uint32_t f = with_partner; f < family_count; f++)
        families[f] =
            sort_item(drafts->age[first + from[SHARE_SINGLE_PARENT] + f - with_partner], f);
    sort_items(families, drafts->spare + first + from[SHARE_PARTNER_CHILDREN], family_count);
    const uint64_t *children =
        by_age(drafts, first, from[SHARE_CHILD], COUNT(SHARE_CHILD), 36, now);
    place_children(&making, families, family_count, children, COUNT(SHARE_CHILD));
    const uint64_t *pairs = by_age(drafts, first, from[SHARE_PARTNER_NO_CHILDREN],
                                   COUNT(SHARE_PARTNER_NO_CHILDREN), 24, now);
    make_pairs(&making, pairs, COUNT(SHARE_PARTNER_NO_CHILDREN), SHARE_ALONE);
    make_singles(&making, from[SHARE_ALONE], COUNT(SHARE_ALONE));
    make_singles(&making, from[SHARE_OTHER], COUNT(SHARE_OTHER));
#undef COUNT
    lay_households(world, drafts, now, neighbourhood, persons, making.households);
    settle_rows(world, drafts, scenario, now, neighbourhood, persons);
    settle_income(world, drafts, now, neighbourhood, persons, row->low_income);
    for (uint32_t k = 0; k < persons; k++)
        settle_person(&world->residents, drafts->place[first + k], scenario, now);
    drafts->residents[neighbourhood] = persons;
    world->neighbourhoods.residents[neighbourhood] = persons;
    world->neighbourhoods.target[2 * neighbourhood] = (float)persons;
}
