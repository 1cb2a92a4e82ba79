#include "process/demography.h"

#include "base/found.h"
#include "process/demography_households.h"
#include "process/demography_moving.h"
#include "world/households.h"
#include "world/settlement.h"

/* Ceilings of the monthly chances. Above the highest rate of the tables times
 * the largest factor that a scenario may set, so nothing is cut off. */
static const double DEATH_CEILING = 0.15, BIRTH_CEILING = 0.05;

/* Births of couples at the most and of others, against the rate of their age. */
static const double MOST_READY = 2.2, OTHERS_READY = 0.3;

static const struct rates_row *rates_of(const struct census *census, uint32_t i)
{
    const unsigned years = (unsigned)census_years(census, i); /* a vacant place may have any */
    return &census->scenario->places.rates[years < AGES ? years : AGES - 1];
}

static void leave(const struct census *census, uint32_t i)
{
    households_remove(census->world, i, census->now.month);
    vacancies_leave(census->world, census->neighbourhood, i, NEWS_LEFT | NEWS_DIED);
}

static void deaths(const struct census *census)
{
    struct world *world = census->world;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_DEATH_GAP, DEATH_CEILING, census->likeliest->death);
    while (candidates_more(&candidates)) {
        uint8_t dies[CANDIDATES_AHEAD];
        for (uint32_t k = 0; k < candidates.drawn; k++) {
            const uint32_t i = candidates.of[k].place;
            const double chance = rates_of(census, i)->death / 12 * census->params->death_factor;
            dies[k] = (uniform_of(candidates.of[k].lot) * DEATH_CEILING < chance) &
                      (world->residents.id[i] != 0);
        }
        candidates_keep(&candidates, dies);
        for (uint32_t i; candidates_left(&candidates, &i);) {
            leave(census, i);
            world->neighbourhoods.died[census->neighbourhood]++;
        }
    }
}

/* Rows of clients of the block who go on to long-term care, outside the model: with a severe care
 * need. */
static size_t care_exits(const struct demography_params *params, struct moment now,
                         const struct world *world, size_t block, uint16_t rows[BLOCK_ROWS])
{
    const struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[block];
    const double severe = params->long_term_care_severity;
    uint8_t marked[BLOCK_ROWS];
    for (uint32_t k = 0; k < world->blocks.row_count[block]; k++)
        marked[k] = (needs->domain[first + k] == CARE) & (needs->severity[first + k] >= severe);
    const size_t count = found_list(marked, world->blocks.row_count[block], rows);
    size_t leaving = 0;
    for (size_t k = 0; k < count; k++) {
        const uint32_t i = needs->resident[first + rows[k]];
        if (world->residents.id[i] == 0 || !(world->residents.known[i] >> CARE & 1))
            continue;
        struct stream draw = stream_open(now, DRAW_CARE_EXIT, world->residents.id[i]);
        if (stream_uniform(&draw) < params->long_term_care / 12)
            rows[leaving++] = rows[k];
    }
    return leaving;
}

static void leave_for_care(const struct census *census, size_t block)
{
    struct world *world = census->world;
    uint16_t rows[BLOCK_ROWS];
    const size_t count = care_exits(census->params, census->now, world, block, rows);
    for (size_t k = 0; k < count; k++)
        leave(census, world->needs.resident[world->blocks.first_row[block] + rows[k]]);
    world->neighbourhoods.care_exits[census->neighbourhood] += (uint32_t)count;
}

void demography_settle_care(const struct scenario *scenario, struct moment now, struct world *world)
{
    struct course course;
    settle_course(&course, scenario, CARE);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++) {
        uint16_t rows[BLOCK_ROWS];
        const size_t count = care_exits(&scenario->params.demography, now, world, b, rows);
        for (size_t k = 0; k < count; k++) {
            const uint32_t row = world->blocks.first_row[b] + rows[k];
            const uint32_t i = world->needs.resident[row];
            struct stream draw = stream_open(now, DRAW_ARRIVAL_NEED + CARE, world->residents.id[i]);
            world->residents.known[i] &= (uint8_t) ~(1u << CARE);
            needs_begin(&world->needs, row);
            settle_need(world, &course, row, &draw, now.month);
        }
    }
}

static void bear(const struct census *census, uint32_t mother)
{
    struct world *world = census->world;
    struct residents *residents = &world->residents;
    const uint32_t place = vacancies_take(world, census->neighbourhood);
    if (place == COLUMN_NONE) {
        world->neighbourhoods.refused_births[census->neighbourhood]++;
        return;
    }
    vacancies_fill(world, census->neighbourhood, place, 0, census->now.month);
    residents->traits[place] = residents->traits[mother] & TRAIT_LOW_INCOME;
    residents->position[place] = POSITION_CHILD;
    settle_person(residents, place, census->scenario, census->now);
    households_join(world, mother, place);
    if (residents->position[mother] == POSITION_ALONE)
        residents->position[mother] = POSITION_SINGLE_PARENT;
    world->neighbourhoods.born[census->neighbourhood]++;
}

/* How often somebody has a child against others of the age: couples soonest the
 * second, seldom a third; others seldom. */
static double readiness(const struct residents *residents, uint32_t i)
{
    static const double couple[] = {1.45, 2.2, 0.6, 0.45};
    uint32_t children = 0;
    if (residents->position[i] != POSITION_PARTNER)
        return OTHERS_READY;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        children += residents->position[j] == POSITION_CHILD;
    return couple[children < 3 ? children : 3];
}

/* A month, at the usual readiness. Newborns, who fill places while births go on, have none. */
static double birth_rate(const struct census *census, uint32_t i)
{
    return rates_of(census, i)->birth / 12 * census->params->birth_factor * census->keeping->births;
}

static void births(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_BIRTH_GAP, BIRTH_CEILING, census->likeliest->birth);
    while (candidates_more(&candidates)) {
        uint8_t may[CANDIDATES_AHEAD];
        for (uint32_t k = 0; k < candidates.drawn; k++) {
            const uint32_t i = candidates.of[k].place;
            const double most = birth_rate(census, i) * MOST_READY;
            may[k] =
                (uniform_of(candidates.of[k].lot) * BIRTH_CEILING < most) & (residents->id[i] != 0);
        }
        candidates_keep(&candidates, may);
        for (uint32_t i; candidates_left(&candidates, &i);)
            if (candidates.lot * BIRTH_CEILING < birth_rate(census, i) * readiness(residents, i) &&
                households_size(residents, i) < TIE_SLOTS / 2)
                bear(census, i);
    }
}

static void block_month(const struct census *census, size_t block)
{
    deaths(census);
    leave_for_care(census, block);
    births(census);
    demography_leave_home(census);
    demography_pair(census);
    demography_part(census);
    demography_choose_movers(census);
}

static struct likeliest find_likeliest(const struct demography_params *params,
                                       const struct scenario *scenario,
                                       const struct keeping *keeping)
{
    struct likeliest likeliest = {0};
    for (int age = 0; age < AGES; age++) {
        const struct rates_row *rates = &scenario->places.rates[age];
        if (rates->death > likeliest.death)
            likeliest.death = rates->death;
        if (rates->birth > likeliest.birth)
            likeliest.birth = rates->birth;
    }
    likeliest.death *= params->death_factor / 12;
    likeliest.birth *= params->birth_factor / 12 * keeping->births * MOST_READY;
    demography_households_likeliest(&likeliest, params, keeping);
    likeliest.moving = demography_moving_likeliest(params, scenario, keeping);
    return likeliest;
}

/* Of the municipality at which a thread is. */
struct at {
    struct keeping keeping;
    struct likeliest likeliest;
};

static void neighbourhood_month(const struct demography_params *params,
                                const struct scenario *scenario, struct moment now,
                                struct world *world, struct at *at, size_t neighbourhood)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    n->born[neighbourhood] = n->died[neighbourhood] = n->care_exits[neighbourhood] = 0;
    n->arrived[neighbourhood] = n->departed[neighbourhood] = 0;
    world->scratch.mover_count[neighbourhood] = 0;
    if (keeping_follow(&at->keeping, params, &scenario->places, world,
                       n->municipality[neighbourhood]))
        at->likeliest = find_likeliest(params, scenario, &at->keeping);
    for (uint32_t k = 0; k < n->block_count[neighbourhood]; k++) {
        const size_t block = n->first_block[neighbourhood] + k;
        const struct census census = {params,
                                      scenario,
                                      &at->keeping,
                                      &at->likeliest,
                                      now,
                                      world,
                                      neighbourhood,
                                      world->blocks.first[block],
                                      world->blocks.length[block]};
        block_month(&census, block);
    }
}

void demography_step(const struct demography_params *params, const struct scenario *scenario,
                     struct moment now, struct world *world)
{
    keeping_count(now, world);
#pragma omp parallel
    {
        struct at at;
        keeping_open(&at.keeping);
#pragma omp for schedule(dynamic)
        for (size_t n = 0; n < world->neighbourhoods.count; n++)
            neighbourhood_month(params, scenario, now, world, &at, n);
    }
    demography_move(now, world);
    demography_arrive(params, scenario, now, world);
}
