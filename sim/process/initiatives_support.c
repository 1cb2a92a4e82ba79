#include "base/digest.h"
#include "process/initiatives_parts.h"
#include "world/hours.h"

/* Whom members know come first; others are in LOTS groups by a lot that lasts. */
enum { LOTS = 63, GROUPS = LOTS + 1, KNOWN = 8192 };

/* What one initiative does in a month. */
struct helping_out {
    const struct world *world;
    uint32_t row, name;
    int domain;
    double replaceable;
    uint32_t ended;        /* needs that ended with its help */
    uint64_t room[GROUPS]; /* units that each group could take */
    double share[GROUPS];  /* that each gets */
    uint32_t known[KNOWN]; /* open addressing: places + 1 */
};

static size_t slot_of(const struct helping_out *helping, uint32_t place)
{
    size_t at = place % KNOWN;
    while (helping->known[at] != 0 && helping->known[at] != place + 1)
        at = (at + 1) % KNOWN;
    return at;
}

/* Members, and those who have a tie with one: at most a quarter of the table. */
static void know(struct helping_out *helping)
{
    const struct ties *ties = &helping->world->ties;
    const struct initiatives *s = &helping->world->initiatives;
    for (size_t k = 0; k < s->members[helping->row]; k++) {
        const uint32_t i = s->member[(size_t)helping->row * INITIATIVE_MEMBERS + k];
        const size_t at = (size_t)i * TIE_SLOTS;
        helping->known[slot_of(helping, i)] = i + 1;
        for (size_t t = 0; t < ties->degree[i]; t++)
            helping->known[slot_of(helping, tie_place(ties->alter[at + t]))] =
                tie_place(ties->alter[at + t]) + 1;
        for (size_t t = 0; t < ties->in_degree[i]; t++)
            helping->known[slot_of(helping, tie_place(ties->ego[at + t]))] =
                tie_place(ties->ego[at + t]) + 1;
    }
}

static uint32_t group_of(const struct helping_out *helping, uint32_t need)
{
    const uint32_t place = helping->world->needs.resident[need];
    if (helping->known[slot_of(helping, place)] != 0)
        return 0;
    const uint64_t both = (uint64_t)helping->name << 32 | helping->world->residents.id[place];
    return 1 + (uint32_t)(((digest_mix(both) >> 32) * LOTS) >> 32);
}

/* Units that a need can still take: phi (R - O) - I, less what others gave. */
static uint32_t room_of(const struct helping_out *helping, uint32_t need)
{
    const struct needs *needs = &helping->world->needs;
    const double left = helping->replaceable * needs->net[need] - hours_from_people(needs, need);
    return left > 0 ? (uint32_t)(left * PLEDGE_UNITS) : 0;
}

static void look_at_block(struct helping_out *helping, size_t block)
{
    const struct needs *needs = &helping->world->needs;
    const uint32_t first = helping->world->blocks.first_row[block];
    for (uint32_t need = first; need < first + helping->world->blocks.row_count[block]; need++) {
        if (needs->domain[need] != helping->domain)
            continue;
        if (needs->flags[need] & NEED_ENDED)
            helping->ended += needs->initiative[need] > 0;
        else
            helping->room[group_of(helping, need)] += room_of(helping, need);
    }
}

/* Group after group gets all that it can take, until the hours run out. */
static void share_out(struct helping_out *helping, uint64_t units)
{
    for (size_t g = 0; g < GROUPS; g++) {
        const uint64_t room = helping->room[g];
        helping->share[g] = room <= units ? 1 : (double)units / (double)room;
        units -= room <= units ? room : units;
    }
}

/* Returns the units given. */
static uint64_t help_block(const struct helping_out *helping, struct needs *needs, size_t block)
{
    const uint32_t first = helping->world->blocks.first_row[block];
    uint64_t given = 0;
    for (uint32_t need = first; need < first + helping->world->blocks.row_count[block]; need++) {
        if (needs->domain[need] != helping->domain || needs->flags[need] & NEED_ENDED)
            continue;
        const double share = helping->share[group_of(helping, need)];
        if (share <= 0)
            continue;
        const uint32_t units = (uint32_t)(share * room_of(helping, need));
        needs->initiative[need] += (float)units / PLEDGE_UNITS;
        given += units;
    }
    return given;
}

static bool in_area(const struct world *world, size_t municipality, uint32_t n, uint32_t area)
{
    return world->neighbourhoods.municipality[n] == municipality &&
           world->neighbourhoods.area[n] == area;
}

/* How its help shows: needs that ended for each 100 hours, over about a year. */
static void keep_record(struct initiatives *s, const struct helping_out *helping)
{
    const double hours = s->offered[helping->row];
    const double seen = hours > 0 ? 100 * helping->ended / hours : 0;
    s->record[helping->row] +=
        (float)(((seen < 1 ? seen : 1) - (double)s->record[helping->row]) / 12);
}

static void help(const struct initiating *initiating, size_t municipality, uint32_t area,
                 struct helping_out *helping)
{
    struct world *world = initiating->world;
    const struct municipalities *m = &world->municipalities;
    const struct neighbourhoods *n = &world->neighbourhoods;
    struct initiatives *s = &world->initiatives;
    const uint32_t end = m->first[municipality] + m->neighbourhoods[municipality];
    uint64_t given = 0;
    know(helping);
    for (uint32_t k = area; k < end; k++)
        for (uint32_t b = 0; in_area(world, municipality, k, area) && b < n->block_count[k]; b++)
            look_at_block(helping, n->first_block[k] + b);
    share_out(helping, (uint64_t)((double)s->offered[helping->row] * PLEDGE_UNITS + 0.5));
    for (uint32_t k = area; k < end; k++)
        for (uint32_t b = 0; in_area(world, municipality, k, area) && b < n->block_count[k]; b++)
            given += help_block(helping, &world->needs, n->first_block[k] + b);
    s->hours[helping->row] = (float)((double)given / PLEDGE_UNITS);
    keep_record(s, helping);
}

void support_area(const struct initiating *initiating, size_t municipality, uint32_t area)
{
    const struct world *world = initiating->world;
    const struct initiatives *s = &world->initiatives;
    const uint32_t first = world->municipalities.first_organisation[municipality];
    for (uint32_t row = first; row < first + world->municipalities.organisations[municipality];
         row++) {
        if (!membership_of(world, row) || world->neighbourhoods.area[s->neighbourhood[row]] != area)
            continue;
        struct helping_out helping = {.world = world,
                                      .row = row,
                                      .name = organisations_key(&world->organisations, row),
                                      .domain = s->domain[row],
                                      .replaceable =
                                          initiating->params->hours.replaceable[s->domain[row]]};
        help(initiating, municipality, area, &helping);
    }
}
