#include "world/households.h"

#include <string.h>

#include "world/circles.h"

enum { ADULT_MONTHS = 18 * 12 };

uint32_t households_size(const struct residents *residents, uint32_t i)
{
    uint32_t size = 1;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        size++;
    return size;
}

uint32_t households_partner(const struct residents *residents, uint32_t i)
{
    if (residents->position[i] != POSITION_PARTNER)
        return i;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        if (residents->position[j] == POSITION_PARTNER)
            return j;
    return i;
}

/* After somebody came or went: who are partners stay so while both are there;
 * of the others, one parent with children is a single parent, one person lives
 * alone, and children without a parent live with others. */
static void settle_positions(struct residents *residents, uint32_t i, uint32_t month)
{
    uint32_t size = 0, partners = 0, heads = 0, head = i, children = 0;
    uint32_t j = i;
    do {
        size++;
        partners += residents->position[j] == POSITION_PARTNER;
        if (residents->position[j] == POSITION_CHILD) {
            children++;
        } else {
            heads++;
            head = j;
        }
        j = residents->next[j];
    } while (j != i);
    if (partners == 1 || (heads == 1 && residents->position[head] != POSITION_OTHER))
        for (j = head; heads > 1 && residents->position[j] != POSITION_PARTNER;)
            j = residents->next[j], head = j;
    if (partners == 1 || heads == 1)
        residents->position[head] = children > 0 ? POSITION_SINGLE_PARENT
                                    : size == 1  ? POSITION_ALONE
                                                 : POSITION_OTHER;
    if (heads == 0) {
        j = i;
        do {
            const bool adult = residents_age_months(residents, j, month) >= ADULT_MONTHS;
            residents->position[j] = size == 1 && adult ? POSITION_ALONE : POSITION_OTHER;
            j = residents->next[j];
        } while (j != i);
    }
}

/* Takes i out of the ring; returns somebody who is left, or i. */
static uint32_t unlink_from(struct residents *residents, uint32_t i)
{
    uint32_t before = i;
    while (residents->next[before] != i)
        before = residents->next[before];
    const uint32_t left = residents->next[i];
    residents->next[before] = left;
    residents->next[i] = i;
    return left;
}

void households_part(struct world *world, uint32_t i, uint32_t month)
{
    struct residents *residents = &world->residents;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j]) {
        const bool ex = residents->position[i] == POSITION_PARTNER &&
                        residents->position[j] == POSITION_PARTNER;
        if (ex) {
            ties_drop(&world->ties, i, j);
            ties_drop(&world->ties, j, i);
        } else {
            ties_rename(&world->ties, i, j, TIE_KIN);
            ties_rename(&world->ties, j, i, TIE_KIN);
        }
    }
    const uint32_t left = unlink_from(residents, i);
    residents->position[i] = POSITION_ALONE;
    if (left != i)
        settle_positions(residents, left, month);
}

void households_remove(struct world *world, uint32_t i, uint32_t month)
{
    const uint32_t left = unlink_from(&world->residents, i);
    if (left != i)
        settle_positions(&world->residents, left, month);
}

void households_tie(struct ties *ties, uint32_t a, uint32_t b)
{
    const uint8_t strength = circles_strength(TIE_HOUSEHOLD, 0.5);
    ties_make(ties, a, b, TIE_HOUSEHOLD, strength);
    ties_make(ties, b, a, TIE_HOUSEHOLD, strength);
}

static void tie_members(struct world *world, uint32_t a, uint32_t b)
{
    ties_drop(&world->ties, a, b);
    ties_drop(&world->ties, b, a);
    households_tie(&world->ties, a, b);
}

void households_join(struct world *world, uint32_t a, uint32_t b)
{
    struct residents *residents = &world->residents;
    uint32_t i = a;
    do {
        uint32_t j = b;
        do {
            tie_members(world, i, j);
            j = residents->next[j];
        } while (j != b);
        i = residents->next[i];
    } while (i != a);
    const uint32_t after = residents->next[a];
    residents->next[a] = residents->next[b];
    residents->next[b] = after;
}

uint32_t vacancies_take(struct world *world, size_t neighbourhood)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    const struct residents *residents = &world->residents;
    const uint32_t first = n->first[neighbourhood], count = n->places[neighbourhood];
    const uint8_t gone = NEWS_LEFT | NEWS_MOVED;
    const uint8_t last = (1 << ID_OCCUPANT_BITS) - 1;
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t at = n->cursor[neighbourhood];
        n->cursor[neighbourhood] = at + 1 == count ? 0 : at + 1;
        if (residents->id[first + at] == 0 && !(residents->news[first + at] & gone) &&
            residents->occupants[first + at] < last)
            return first + at;
    }
    return COLUMN_NONE;
}

void vacancies_fill(struct world *world, size_t neighbourhood, uint32_t place, int age_months,
                    uint32_t month)
{
    struct residents *residents = &world->residents;
    const uint8_t occupant = residents->occupants[place] + 1;
    for (size_t c = 0; c < residents_columns.count; c++) {
        const struct column *column = &residents_columns.rows[c];
        const size_t bytes = column_size(column->type) * column->width;
        memset((char *)column_array(residents, column) + place * bytes, 0, bytes);
    }
    residents->occupants[place] = occupant;
    residents->id[place] = place << ID_OCCUPANT_BITS | occupant;
    residents->birth[place] = (int16_t)((int)month - age_months);
    residents->next[place] = place;
    residents->first_need[place] = COLUMN_NONE;
    residents->position[place] = POSITION_ALONE;
    residents->news[place] = NEWS_CAME;
    world->neighbourhoods.residents[neighbourhood]++;
}

void vacancies_leave(struct world *world, size_t neighbourhood, uint32_t place, uint8_t news)
{
    world->residents.id[place] = 0;
    world->residents.news[place] = news;
    world->residents.available[place] = 0;
    world->neighbourhoods.residents[neighbourhood]--;
}
