#include "world/membership.h"

#include "world/founding.h"

/* A neighbourhood has initiatives of its own from so many residents. */
enum { AREA_RESIDENTS = 5000 };

/* Four times as many as there usually are, and in a village some. */
uint32_t membership_room(double residents)
{
    return (uint32_t)(residents * 0.0004) + 6;
}

/* Small neighbourhoods are added up in their order until they are enough; those left at
 * the end go with the ones before. */
static void share_areas(struct neighbourhoods *n, uint32_t first, uint32_t end)
{
    uint32_t area = COLUMN_NONE, last = COLUMN_NONE, residents = 0;
    for (uint32_t i = first; i < end; i++) {
        n->area[i] = i;
        if (n->residents[i] >= AREA_RESIDENTS)
            continue;
        area = area == COLUMN_NONE ? i : area;
        n->area[i] = area;
        residents += n->residents[i];
        if (residents < AREA_RESIDENTS)
            continue;
        last = area;
        area = COLUMN_NONE;
        residents = 0;
    }
    for (uint32_t i = first; i < end && area != COLUMN_NONE && last != COLUMN_NONE; i++)
        n->area[i] = n->area[i] == area ? last : n->area[i];
}

void membership_share_areas(struct world *world)
{
    const struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++)
        share_areas(&world->neighbourhoods, m->first[i], m->first[i] + m->neighbourhoods[i]);
}

static uint32_t neighbourhood_of(const struct world *world, uint32_t place)
{
    return world->blocks.neighbourhood[blocks_find(&world->blocks, place)];
}

bool membership_reaches(const struct world *world, size_t i, uint32_t place)
{
    const uint32_t *area = world->neighbourhoods.area;
    return area[neighbourhood_of(world, place)] == area[world->initiatives.neighbourhood[i]];
}

uint32_t membership_begin(struct world *world, uint32_t founder, enum domain domain, uint32_t month)
{
    const uint32_t neighbourhood = neighbourhood_of(world, founder);
    const size_t m = world->neighbourhoods.municipality[neighbourhood];
    const uint32_t i = founding_begin(world, m, ORGANISATION_INITIATIVE, month);
    if (i == COLUMN_NONE)
        return i;
    world->organisations.domains[i] = (uint8_t)(1u << domain);
    world->initiatives.neighbourhood[i] = neighbourhood;
    world->initiatives.domain[i] = (uint8_t)domain;
    world->initiatives.founder[i] = founder;
    world->initiatives.dependence[i] = 1;
    membership_join(world, i, founder);
    return i;
}

bool membership_join(struct world *world, size_t i, uint32_t place)
{
    struct initiatives *s = &world->initiatives;
    uint16_t *membership = &world->residents.membership[place];
    if (s->members[i] == INITIATIVE_MEMBERS || *membership != 0)
        return false;
    s->pledge[i * INITIATIVE_MEMBERS + s->members[i]] = 0;
    s->member[i * INITIATIVE_MEMBERS + s->members[i]++] = place;
    s->joined[i]++;
    *membership = (uint16_t)(i + 1);
    return true;
}

static void take_out(struct world *world, size_t i, size_t k, double loss)
{
    struct initiatives *s = &world->initiatives;
    uint32_t *member = s->member + i * INITIATIVE_MEMBERS;
    uint16_t *pledge = s->pledge + i * INITIATIVE_MEMBERS;
    if (s->founder[i] == member[k]) {
        s->founder[i] = COLUMN_NONE;
        s->energy[i] *= (float)(1 - loss * (double)s->dependence[i]);
    }
    s->members[i]--;
    for (; k < s->members[i]; k++) {
        member[k] = member[k + 1];
        pledge[k] = pledge[k + 1];
    }
}

void membership_leave(struct world *world, size_t i, size_t k, double loss)
{
    world->residents.membership[world->initiatives.member[i * INITIATIVE_MEMBERS + k]] = 0;
    take_out(world, i, k, loss);
}

void membership_dissolve(struct world *world, size_t i)
{
    const uint32_t *member = world->initiatives.member + i * INITIATIVE_MEMBERS;
    for (size_t k = 0; k < world->initiatives.members[i]; k++)
        world->residents.membership[member[k]] = 0;
    columns_clear_row(initiatives_columns, &world->initiatives, i);
}

static void follow_member(struct world *world, size_t i, size_t k, double loss)
{
    uint32_t *member = &world->initiatives.member[i * INITIATIVE_MEMBERS + k];
    const uint32_t before = *member;
    if (world->residents.news[before] & NEWS_MOVED) {
        *member = world->residents.next[before];
        if (world->initiatives.founder[i] == before)
            world->initiatives.founder[i] = *member;
        if (!membership_reaches(world, i, *member))
            membership_leave(world, i, k, loss);
    } else if (world->residents.id[before] == 0) {
        take_out(world, i, k, loss);
    }
}

void membership_follow(struct world *world, double loss)
{
    for (size_t i = 0; i < world->organisations.count; i++)
        for (size_t k = membership_of(world, i) ? world->initiatives.members[i] : 0; k > 0; k--)
            follow_member(world, i, k - 1, loss);
}

void membership_reserve(struct world *world, double total)
{
    const struct initiatives *s = &world->initiatives;
    for (size_t i = 0; i < s->count; i++)
        for (size_t at = i * INITIATIVE_MEMBERS; at < i * INITIATIVE_MEMBERS + s->members[i];
             at++) {
            uint16_t *available = &world->residents.available[s->member[at]];
            const double part = s->pledge[at] / (double)PLEDGE_UNITS / total * 65535;
            *available = part < *available ? (uint16_t)(*available - part) : 0;
        }
}
