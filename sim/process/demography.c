#include "process/demography.h"

#include "base/candidates.h"
#include "process/demography_moving.h"
#include "world/draw.h"
#include "world/households.h"

/* Ceilings of the monthly chances. Above the highest rate of the tables times
 * the largest factor that a scenario may set, so nothing is cut off. */
static const double DEATH_CEILING = 0.15, BIRTH_CEILING = 0.03, LEAVING_CEILING = 0.05,
                    PARTNER_CEILING = 0.05, PARTING_CEILING = 0.02;

/* Who may be met when looking for a partner. */
enum { SEARCH = 12 };

/* One neighbourhood's month. */
struct census {
    const struct demography_params *params;
    const struct scenario *scenario;
    struct moment now;
    struct world *world;
    size_t neighbourhood;
    uint32_t first, length; /* of the block */
};

static int years_of(const struct census *census, uint32_t i)
{
    return residents_age_months(&census->world->residents, i, census->now.month) / 12;
}

static const struct rates_row *rates_of(const struct census *census, uint32_t i)
{
    const int years = years_of(census, i);
    return &census->scenario->places.rates[years < AGES ? years : AGES - 1];
}

static void leave(const struct census *census, uint32_t i)
{
    households_remove(census->world, i, census->now.month);
    vacancies_leave(census->world, census->neighbourhood, i, NEWS_LEFT);
}

/* Candidates of the block, of whom presence, position and age will be read. */
static void open_candidates(struct candidates *candidates, const struct census *census,
                            enum draw purpose, double ceiling)
{
    const struct residents *residents = &census->world->residents;
    candidates_open(candidates, census->now, purpose, census->first, census->length,
                    stream_gap_scale(ceiling));
    candidates_read(candidates, 0, residents->id, sizeof *residents->id);
    candidates_read(candidates, 1, residents->position, sizeof *residents->position);
    candidates_read(candidates, 2, residents->birth, sizeof *residents->birth);
}

static void deaths(const struct census *census)
{
    struct world *world = census->world;
    struct candidates candidates;
    open_candidates(&candidates, census, DRAW_DEATH_GAP, DEATH_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (world->residents.id[i] == 0)
            continue;
        const double chance = rates_of(census, i)->death / 12 * census->params->death_factor;
        if (candidates.lot * DEATH_CEILING >= chance)
            continue;
        leave(census, i);
        world->neighbourhoods.died[census->neighbourhood]++;
    }
}

/* Clients with a severe care need go on to long-term care, outside the model. */
static void care_exits(const struct census *census, size_t block)
{
    struct world *world = census->world;
    const uint32_t first = world->blocks.first_row[block];
    for (uint32_t row = first; row < first + world->blocks.row_count[block]; row++) {
        const uint32_t i = world->needs.resident[row];
        if (world->needs.domain[row] != CARE ||
            world->needs.severity[row] < census->params->long_term_care_severity ||
            world->residents.id[i] == 0 || !(world->residents.known[i] >> CARE & 1))
            continue;
        struct stream draw = stream_open(census->now, DRAW_CARE_EXIT, world->residents.id[i]);
        if (stream_uniform(&draw) >= census->params->long_term_care / 12)
            continue;
        leave(census, i);
        world->neighbourhoods.care_exits[census->neighbourhood]++;
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
    households_join(world, mother, place, census->now.month);
    if (residents->position[mother] == POSITION_ALONE)
        residents->position[mother] = POSITION_SINGLE_PARENT;
    world->neighbourhoods.born[census->neighbourhood]++;
}

/* Couples have most of the children: 1.45 times the rate of their age, others
 * 0.3 times, which keeps the total at about six in ten living as a couple. */
static void births(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    struct candidates candidates;
    open_candidates(&candidates, census, DRAW_BIRTH_GAP, BIRTH_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (residents->id[i] == 0)
            continue;
        const double part = residents->position[i] == POSITION_PARTNER ? 1.45 : 0.3;
        const double chance = rates_of(census, i)->birth / 12 * census->params->birth_factor * part;
        if (candidates.lot * BIRTH_CEILING < chance &&
            households_size(residents, i) < TIE_SLOTS / 2)
            bear(census, i);
    }
}

/* Children leave from 18, soonest in the late twenties: the shape follows the
 * share that lives at home by age (CBS 71488NED). */
static void leavings(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    struct candidates candidates;
    open_candidates(&candidates, census, DRAW_LEAVE_HOME_GAP, LEAVING_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (residents->id[i] == 0 || residents->position[i] != POSITION_CHILD)
            continue;
        const int years = years_of(census, i);
        if (years < 18)
            continue;
        const double shape = years < 20   ? 0.4
                             : years < 22 ? 1.3
                             : years < 25 ? 1.8
                             : years < 35 ? 1.6
                                          : 0.7;
        if (candidates.lot * LEAVING_CEILING < census->params->leave_home / 12 * shape)
            households_part(census->world, i, census->now.month);
    }
}

static bool single(const struct census *census, uint32_t i)
{
    const struct residents *residents = &census->world->residents;
    return residents->id[i] != 0 && residents->position[i] != POSITION_PARTNER &&
           residents->position[i] != POSITION_OTHER && years_of(census, i) >= 18;
}

static bool together(const struct residents *residents, uint32_t i, uint32_t j)
{
    for (uint32_t k = residents->next[i]; k != i; k = residents->next[k])
        if (k == j)
            return true;
    return i == j;
}

/* Somebody single of about the same age, met among some of the neighbourhood. */
static uint32_t meet(const struct census *census, uint32_t i, struct stream *draw)
{
    const struct neighbourhoods *n = &census->world->neighbourhoods;
    for (int k = 0; k < SEARCH; k++) {
        const uint32_t j =
            n->first[census->neighbourhood] + stream_below(draw, n->places[census->neighbourhood]);
        const int apart = years_of(census, i) - years_of(census, j);
        if (single(census, j) && apart > -8 && apart < 8 &&
            !together(&census->world->residents, i, j))
            return j;
    }
    return i;
}

static void pair(const struct census *census, uint32_t i, uint32_t j)
{
    struct residents *residents = &census->world->residents;
    if (residents->position[i] == POSITION_CHILD)
        households_part(census->world, i, census->now.month);
    if (residents->position[j] == POSITION_CHILD)
        households_part(census->world, j, census->now.month);
    if (households_size(residents, i) + households_size(residents, j) > TIE_SLOTS / 2)
        return;
    residents->position[i] = residents->position[j] = POSITION_PARTNER;
    households_join(census->world, i, j, census->now.month);
}

static void pairings(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    struct candidates candidates;
    open_candidates(&candidates, census, DRAW_PARTNER_GAP, PARTNER_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (!single(census, i))
            continue;
        const int years = years_of(census, i);
        const double shape = years < 21   ? 0.25
                             : years < 25 ? 0.7
                             : years < 35 ? 0.9
                             : years < 45 ? 0.5
                             : years < 60 ? 0.45
                                          : 0.22;
        /* Who still lives at home or has children at home pairs less often. */
        const double ready = residents->position[i] == POSITION_CHILD           ? 0.4
                             : residents->position[i] == POSITION_SINGLE_PARENT ? 0.6
                                                                                : 1;
        if (candidates.lot * PARTNER_CEILING >= census->params->partnering / 12 * shape * ready)
            continue;
        struct stream draw = stream_open(census->now, DRAW_PARTNER, residents->id[i]);
        const uint32_t j = meet(census, i, &draw);
        if (j != i)
            pair(census, i, j);
    }
}

static void partings(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    struct candidates candidates;
    open_candidates(&candidates, census, DRAW_PART_GAP, PARTING_CEILING);
    for (uint32_t i; candidates_next(&candidates, &i);) {
        if (residents->id[i] == 0 || residents->position[i] != POSITION_PARTNER)
            continue;
        const double shape = years_of(census, i) < 60 ? 1 : 0.1;
        /* Either of both can draw it, hence half the rate. */
        if (candidates.lot * PARTING_CEILING < census->params->parting / 24 * shape)
            households_part(census->world, i, census->now.month);
    }
}

static void neighbourhood_month(const struct demography_params *params,
                                const struct scenario *scenario, struct moment now,
                                struct world *world, size_t neighbourhood)
{
    struct neighbourhoods *n = &world->neighbourhoods;
    n->born[neighbourhood] = n->died[neighbourhood] = n->care_exits[neighbourhood] = 0;
    n->arrived[neighbourhood] = n->departed[neighbourhood] = 0;
    world->scratch.mover_count[neighbourhood] = 0;
    for (uint32_t k = 0; k < n->block_count[neighbourhood]; k++) {
        const size_t block = n->first_block[neighbourhood] + k;
        const struct census census = {params,
                                      scenario,
                                      now,
                                      world,
                                      neighbourhood,
                                      world->blocks.first[block],
                                      world->blocks.length[block]};
        deaths(&census);
        care_exits(&census, block);
        births(&census);
        leavings(&census);
        pairings(&census);
        partings(&census);
        demography_choose_movers(params, scenario, now, world, block);
    }
}

void demography_step(const struct demography_params *params, const struct scenario *scenario,
                     struct moment now, struct world *world)
{
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        neighbourhood_month(params, scenario, now, world, n);
    demography_move(now, world);
#pragma omp parallel for schedule(dynamic)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        demography_arrive(params, scenario, now, world, n);
}
