#include "process/demography_households.h"

#include "world/households.h"

/* Ceilings of the monthly chances, which no leaning passes; and who may be met
 * when looking for a partner. */
static const double LEAVING_CEILING = 0.06, PARTNER_CEILING = 0.05, PARTING_CEILING = 0.02;
enum { SEARCH = 30 };

static void leave_home(const struct census *census, uint32_t i, double away)
{
    struct stream draw = stream_open(census->now, DRAW_LEAVE_HOME, census->world->residents.id[i]);
    if (stream_uniform(&draw) >= away) {
        households_part(census->world, i, census->now.month);
        return;
    }
    households_remove(census->world, i, census->now.month);
    vacancies_leave(census->world, census->neighbourhood, i, NEWS_LEFT);
    census->world->neighbourhoods.departed[census->neighbourhood]++;
}

/* The monthly chance that a child of the age leaves home. */
static double leaving_home(const struct demography_params *params, const struct keeping *keeping,
                           int age)
{
    const double lean = keeping_lean(keeping, age, POSITION_CHILD);
    return keeping_leaving_home(keeping, params, age) / 12 * keeping_factor(lean * lean);
}

/* Children leave from 18, as soon as the table of the municipality says; part of
 * them leave the area, where the table has fewer people after that age. */
void demography_leave_home(const struct census *census)
{
    struct residents *residents = &census->world->residents;
    const struct keeping *keeping = census->keeping;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_LEAVE_HOME_GAP, LEAVING_CEILING,
                      census->likeliest->leaving_home);
    while (census_more(&candidates, census, 1u << POSITION_CHILD))
        for (uint32_t i; candidates_left(&candidates, &i);) {
            const int years = census_years(census, i);
            if (years < 18 || residents->id[i] == 0 || residents->position[i] != POSITION_CHILD)
                continue;
            const int age = years < AGES ? years : AGES - 1;
            if (candidates.lot * LEAVING_CEILING < leaving_home(census->params, keeping, age))
                leave_home(census, i, keeping->away[age]);
        }
}

static bool single(const struct census *census, uint32_t i)
{
    const struct residents *residents = &census->world->residents;
    return residents->id[i] != 0 && residents->position[i] != POSITION_PARTNER &&
           residents->position[i] != POSITION_OTHER && residents->position[i] != POSITION_CHILD;
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
        const int apart = census_years(census, i) - census_years(census, j);
        if (single(census, j) && apart > -8 && apart < 8 &&
            !together(&census->world->residents, i, j))
            return j;
    }
    return i;
}

static void pair(const struct census *census, uint32_t i, uint32_t j)
{
    struct residents *residents = &census->world->residents;
    if (households_size(residents, i) + households_size(residents, j) > TIE_SLOTS / 2)
        return;
    residents->position[i] = residents->position[j] = POSITION_PARTNER;
    households_join(census->world, i, j);
}

/* By how much pairing leans at an age: the fewer couples and the more singles there
 * are than there were, the sooner; parting the reverse. */
static double lean_to_pair(const struct keeping *keeping, int years)
{
    return keeping_factor(keeping_lean(keeping, years, POSITION_ALONE) /
                          keeping_lean(keeping, years, POSITION_PARTNER));
}

/* The monthly chance to pair, by age; who has children at home pairs less often. */
static double pairing(const struct demography_params *params, const struct keeping *keeping,
                      int years, bool parent)
{
    const double shape = years < 21   ? 0.4
                         : years < 25 ? 1.05
                         : years < 35 ? 1.35
                         : years < 45 ? 0.5
                         : years < 60 ? 0.45
                                      : 0.22;
    const double ready = parent ? 0.6 : 1;
    return params->partnering / 12 * shape * ready * lean_to_pair(keeping, years);
}

static double pairing_of(const struct census *census, uint32_t i)
{
    const bool parent = census->world->residents.position[i] == POSITION_SINGLE_PARENT;
    return pairing(census->params, census->keeping, census_years(census, i), parent);
}

void demography_pair(const struct census *census)
{
    const struct residents *residents = &census->world->residents;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_PARTNER_GAP, PARTNER_CEILING,
                      census->likeliest->pairing);
    while (census_more(&candidates, census, 1u << POSITION_ALONE | 1u << POSITION_SINGLE_PARENT))
        for (uint32_t i; candidates_left(&candidates, &i);) {
            if (!single(census, i) || candidates.lot * PARTNER_CEILING >= pairing_of(census, i))
                continue;
            struct stream draw = stream_open(census->now, DRAW_PARTNER, residents->id[i]);
            const uint32_t j = meet(census, i, &draw);
            if (j != i)
                pair(census, i, j);
        }
}

/* The monthly chance to part of one of a couple: either can draw it, hence half the rate. */
static double parting(const struct demography_params *params, const struct keeping *keeping,
                      int years)
{
    const double shape = (years < 60 ? 1 : 0.1) / lean_to_pair(keeping, years);
    return params->parting / 24 * shape;
}

void demography_part(const struct census *census)
{
    const struct residents *residents = &census->world->residents;
    struct candidates candidates;
    census_candidates(&candidates, census, DRAW_PART_GAP, PARTING_CEILING,
                      census->likeliest->parting);
    while (census_more(&candidates, census, 1u << POSITION_PARTNER))
        for (uint32_t i; candidates_left(&candidates, &i);) {
            if (residents->id[i] == 0 || residents->position[i] != POSITION_PARTNER)
                continue;
            const int years = census_years(census, i);
            if (candidates.lot * PARTING_CEILING < parting(census->params, census->keeping, years))
                households_part(census->world, i, census->now.month);
        }
}

void demography_households_likeliest(struct likeliest *likeliest,
                                     const struct demography_params *params,
                                     const struct keeping *keeping)
{
    likeliest->leaving_home = likeliest->pairing = likeliest->parting = 0;
    for (int age = 0; age < AGES; age++) {
        const double leaves = leaving_home(params, keeping, age);
        const double pairs = pairing(params, keeping, age, false);
        const double parts = parting(params, keeping, age);
        if (leaves > likeliest->leaving_home)
            likeliest->leaving_home = leaves;
        if (pairs > likeliest->pairing)
            likeliest->pairing = pairs;
        if (parts > likeliest->parting)
            likeliest->parting = parts;
    }
}
