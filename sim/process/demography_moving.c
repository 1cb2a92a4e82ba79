#include "process/demography_moving.h"

#include "params/ceilings.h"
#include "world/households.h"

enum { HOUSEHOLD_MOST = TIE_SLOTS };

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

/* Chances this month that the household of i moves, and that it leaves the area
 * beside that; each half a couple's, either of whom can draw it. Where a position
 * is more frequent at its age than on the first day, more of them go. */
struct going {
    double moving, leaving;
};

static struct going going(const struct demography_params *params, const struct rates_row *rates,
                          const struct keeping *keeping, int age, enum position position)
{
    const double share = position == POSITION_PARTNER ? 0.5 / 12 : 1.0 / 12;
    const double lean = keeping_factor(keeping_lean(keeping, age, position));
    return (struct going){rates[age].moving * params->moving_factor * params->moving_out * share *
                              lean,
                          keeping->emptying[age] * params->moving_factor * share * lean};
}

static struct going going_of(const struct census *census, uint32_t i)
{
    const int years = census_years(census, i), age = years < AGES ? years : AGES - 1;
    return going(census->params, census->scenario->places.rates, census->keeping, age,
                 (enum position)census->world->residents.position[i]);
}

double demography_moving_likeliest(const struct demography_params *params,
                                   const struct scenario *scenario, const struct keeping *keeping)
{
    double most = 0;
    for (int age = 0; age < AGES; age++)
        for (int position = 0; position < POSITION_KINDS; position++) {
            const struct going go =
                going(params, scenario->places.rates, keeping, age, (enum position)position);
            if (position != POSITION_CHILD && go.moving + go.leaving > most)
                most = go.moving + go.leaving;
        }
    return most;
}

/* Whether the household of i moves, by its lot, and where to. */
static void choose_move(const struct census *census, uint32_t i, double lot)
{
    struct world *world = census->world;
    const struct going go = going_of(census, i);
    if (lot >= go.moving + go.leaving)
        return;
    struct stream draw = stream_open(census->now, DRAW_MOVE, world->residents.id[i]);
    const uint32_t from = (uint32_t)census->neighbourhood;
    const uint32_t to = lot < go.moving && stream_uniform(&draw) < census->params->moving_local
                            ? destination(world, from, &draw)
                            : COLUMN_NONE;
    if (to == COLUMN_NONE)
        depart(world, from, i);
    else if (to != from)
        list_mover(world, from, to, i);
}

void demography_choose_movers(const struct census *census)
{
    const struct residents *residents = &census->world->residents;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_MOVE_GAP, moving_ceiling,
                      census->likeliest->moving);
    while (census_more(&candidates, census, ~(1u << POSITION_CHILD)))
        for (uint32_t i; candidates_left(&candidates, &i);)
            if (residents->id[i] != 0 && !(residents->news[i] & NEWS_CAME))
                choose_move(census, i, candidates.lot * moving_ceiling);
}

/* A need that found no row in the new pool is over, and no longer known; the one
 * that ended before may still come back. */
static void lose(struct world *world, uint32_t place, int domain)
{
    const uint8_t bit = (uint8_t)(1u << domain);
    if (!(world->residents.ended[place] & bit))
        world->residents.known[place] &= (uint8_t)~bit;
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
        if (!world_add_need(world, block, to, (enum domain)needs->domain[row], &new_row)) {
            lose(world, to, needs->domain[row]);
            continue;
        }
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
