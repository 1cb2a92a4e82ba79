#include "process/demography_moving.h"

#include <string.h>

#include "base/candidates.h"
#include "world/circles.h"
#include "world/draw.h"
#include "world/households.h"

static const double MOVING_CEILING = 0.06;
enum { HOUSEHOLD_MOST = TIE_SLOTS };

static int years_of(const struct world *world, uint32_t i, uint32_t month)
{
    return residents_age_months(&world->residents, i, month) / 12;
}

/* Another neighbourhood of the municipality, in proportion to its places; the
 * own one when there is no other. */
static uint32_t destination(const struct world *world, uint32_t from, struct stream *draw)
{
    const struct municipalities *m = &world->municipalities;
    const struct neighbourhoods *n = &world->neighbourhoods;
    const uint32_t home = n->municipality[from];
    const uint32_t first = m->first[home], last = first + m->neighbourhoods[home] - 1;
    const uint32_t start = n->first[first], end = n->first[last] + n->places[last];
    const uint32_t place = start + stream_below(draw, end - start);
    uint32_t low = first, high = last;
    while (low < high) {
        const uint32_t middle = (low + high + 1) / 2;
        if (n->first[middle] <= place)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static void depart(struct world *world, uint32_t neighbourhood, uint32_t i)
{
    struct residents *residents = &world->residents;
    uint32_t j = i;
    do {
        const uint32_t next = residents->next[j];
        vacancies_leave(world, neighbourhood, j, NEWS_LEFT);
        world->neighbourhoods.departed[neighbourhood]++;
        j = next;
    } while (j != i);
}

/* One entry a household: who belongs to it is read when it moves. */
static void list_mover(struct world *world, uint32_t neighbourhood, uint32_t to, uint32_t i)
{
    struct scratch *scratch = &world->scratch;
    const uint32_t count = scratch->mover_count[neighbourhood];
    if (count == scratch->mover_room[neighbourhood]) {
        world->neighbourhoods.refused_births[neighbourhood]++;
        return;
    }
    scratch->movers[scratch->mover_first[neighbourhood] + count] = (struct mover){i, to};
    scratch->mover_count[neighbourhood]++;
}

void demography_choose_movers(const struct demography_params *params,
                              const struct scenario *scenario, struct moment now,
                              struct world *world, size_t block)
{
    struct residents *residents = &world->residents;
    const uint32_t neighbourhood = world->blocks.neighbourhood[block];
    struct candidates candidates;
    candidates_open(&candidates, now, DRAW_MOVE_GAP, world->blocks.first[block],
                    world->blocks.length[block], stream_gap_scale(MOVING_CEILING));
    candidates_read(&candidates, 0, residents->id, sizeof *residents->id);
    candidates_read(&candidates, 1, residents->position, sizeof *residents->position);
    candidates_read(&candidates, 2, residents->birth, sizeof *residents->birth);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (residents->id[i] == 0 || residents->news[i] & NEWS_CAME ||
            residents->position[i] == POSITION_CHILD)
            continue;
        const int years = years_of(world, i, now.month);
        const double rate = scenario->places.rates[years < AGES ? years : AGES - 1].moving;
        const double halves = residents->position[i] == POSITION_PARTNER ? 0.5 : 1;
        if (candidates.lot * MOVING_CEILING >=
            rate / 12 * params->moving_factor * params->moving_out * halves)
            continue;
        struct stream draw = stream_open(now, DRAW_MOVE, residents->id[i]);
        const uint32_t to = stream_uniform(&draw) < params->moving_local
                                ? destination(world, neighbourhood, &draw)
                                : COLUMN_NONE;
        if (to == COLUMN_NONE)
            depart(world, neighbourhood, i);
        else if (to != neighbourhood)
            list_mover(world, neighbourhood, to, i);
    }
}

/* The rows of the pool go along; the old ones fall out at compaction. */
static void take_needs(struct world *world, uint32_t from, uint32_t to)
{
    struct needs *needs = &world->needs;
    const size_t block = blocks_find(&world->blocks, to);
    uint32_t row = world->residents.first_need[from];
    world->residents.first_need[to] = COLUMN_NONE;
    world->residents.needs[to] = 0;
    for (; row != COLUMN_NONE; row = needs->next[row]) {
        uint32_t new_row;
        const uint32_t next = needs->next[row];
        if (!world_add_need(world, block, to, (enum domain)needs->domain[row], &new_row))
            continue;
        const uint32_t link = needs->next[new_row];
        columns_copy_row(needs_columns, needs, row, new_row);
        needs->resident[new_row] = to;
        needs->next[new_row] = link;
        needs->provider[new_row] = NO_PROVIDER; /* contracts differ by neighbourhood */
        needs->next[row] = next;
    }
}

static void move_person(struct world *world, uint32_t from, uint32_t to, uint32_t neighbourhood)
{
    struct residents *residents = &world->residents;
    const uint8_t occupants = residents->occupants[to];
    columns_copy_row(residents_columns, residents, from, to);
    columns_copy_row(ties_columns, &world->ties, from, to);
    residents->occupants[to] = occupants;
    residents->news[to] = residents->news[from] & (uint8_t)~NEWS_MOVED;
    take_needs(world, from, to);
    world->neighbourhoods.residents[neighbourhood]++;
}

/* The household of one mover. Stays when the new neighbourhood is full. */
static void move_household(struct world *world, struct mover mover, uint32_t from_neighbourhood)
{
    struct residents *residents = &world->residents;
    uint32_t old[HOUSEHOLD_MOST], place[HOUSEHOLD_MOST];
    uint32_t size = 0, found = 0;
    uint32_t member = mover.from;
    do {
        old[size++] = member;
        member = residents->next[member];
    } while (member != mover.from && size < HOUSEHOLD_MOST);
    while (found < size &&
           (place[found] = vacancies_take(world, mover.to_neighbourhood)) != COLUMN_NONE)
        residents->news[place[found++]] = NEWS_LEFT; /* so that it is not found twice */
    for (uint32_t k = 0; k < found; k++)
        residents->news[place[k]] = 0;
    if (found < size || member != mover.from) {
        world->neighbourhoods.refused_births[mover.to_neighbourhood] += (int32_t)size;
        return;
    }
    for (uint32_t k = 0; k < size; k++)
        move_person(world, old[k], place[k], mover.to_neighbourhood);
    for (uint32_t k = 0; k < size; k++) {
        residents->next[place[k]] = place[(k + 1) % size];
        vacancies_leave(world, from_neighbourhood, old[k], NEWS_MOVED);
        residents->next[old[k]] = place[k]; /* where ties are forwarded to */
    }
}

void demography_move(struct moment now, struct world *world)
{
    (void)now;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        const struct mover *movers = world->scratch.movers + world->scratch.mover_first[n];
        for (uint32_t k = 0; k < world->scratch.mover_count[n]; k++)
            if (world->residents.id[movers[k].from] != 0) /* still there */
                move_household(world, movers[k], (uint32_t)n);
    }
}
