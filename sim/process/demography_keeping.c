#include "process/demography_keeping.h"

#include <string.h>

#include "world/positions.h"

/* Ages in years at which what follows from the table begins and ends; months
 * between two counts; persons added to both counts of a cell, so that few weigh
 * little; bounds of what follows. */
enum { YOUNGEST = 18, OLDEST = 60, COUNT_EVERY = 6, SMALL = 4 };
static const double AWAY_MOST = 0.9, LEAVING_LEAST = 0.02, LEAVING_MOST = 0.6, MOST = 2,
                    LEAST_BIRTHS = 0.7, MOST_BIRTHS = 1.4;

/* The row of each age in one municipality, or in the country. */
static void find_positions(const struct position_row *positions[AGES], const struct places *places,
                           const char *code)
{
    bool found = false;
    for (size_t r = 0; r < places->position_count; r++) {
        const struct position_row *row = &places->positions[r];
        if (strcmp(row->municipality_code, code) != 0) {
            if (found)
                return; /* its rows follow each other */
            continue;
        }
        found = true;
        for (int age = row->age_from; age < row->age_to && age < AGES; age++)
            positions[age] = row;
    }
}

static double density(const struct position_row *row)
{
    return row ? row->persons / (row->age_to - row->age_from) : 0;
}

/* Log of the children who live at home per year of age; of all persons, for each
 * of the country, so that large and small years of birth do not count. */
static double level(const struct position_row *here, const struct position_row *country,
                    bool children)
{
    const double share = children ? here->share[SHARE_CHILD] : 1 / (density(country) + 1e-3);
    return elementary_log(density(here) * share + 1e-6);
}

/* How that changes from one year of age to the next: on lines between the
 * middles of the bands; children are counted as whole until they are 18. */
static double slope(const struct position_row *const here[AGES],
                    const struct position_row *const country[AGES], int age, bool children)
{
    const int before = (int)(age + 0.5 - 2.5) / 5 * 5, after = before + 5;
    if (children && before < 20)
        return (level(here[20], country[20], true) - level(here[12], country[12], true)) / 4.5;
    return (level(here[after], country[after], children) -
            level(here[before], country[before], children)) /
           5;
}

/* Who leaves home, and who comes or goes beside usual moving, where the young are
 * more or fewer than a few years younger; those who leave home go first. */
static void find_flows(struct keeping *keeping, const struct position_row *const country[AGES])
{
    const struct position_row *const *here = keeping->positions;
    for (int age = YOUNGEST; age < OLDEST; age++) {
        const double leaving = -slope(here, country, age, true);
        const double change = slope(here, country, age, false);
        const double children = here[age] ? here[age]->share[SHARE_CHILD] : 0;
        keeping->leaving[age] = elementary_clamp(leaving, LEAVING_LEAST, LEAVING_MOST);
        keeping->filling[age] = change > 0 ? change : 0;
        if (change >= 0)
            continue;
        const double out = keeping->leaving[age] * children;
        keeping->away[age] = out > 0 ? elementary_clamp(-change / out, 0, AWAY_MOST) : 0;
        keeping->emptying[age] = (-change - keeping->away[age] * out) / (1 - children + 1e-3);
    }
    for (int age = OLDEST; age < AGES; age++)
        keeping->leaving[age] = keeping->leaving[OLDEST - 1];
}

/* Children under five for each that the rates by age would bring. */
static double infants(const struct position_row *const positions[AGES],
                      const struct rates_row *rates)
{
    double born = 0;
    for (int age = 0; age < AGES; age++)
        born += density(positions[age]) * rates[age].birth;
    return born > 0 ? density(positions[0]) / born : 0;
}

/* Births against the rates of the country: half of the difference in children, in
 * logs; the other half is of families that move. */
static double find_births(const struct position_row *const here[AGES],
                          const struct position_row *const country[AGES],
                          const struct rates_row *rates)
{
    const double ours = infants(here, rates), theirs = infants(country, rates);
    return ours > 0 && theirs > 0
               ? elementary_clamp(elementary_sqrt(ours / theirs), LEAST_BIRTHS, MOST_BIRTHS)
               : 1;
}

/* From each position's share of its age, against that of the first day. */
static void find_leans(struct keeping *keeping, const uint32_t *settled, const uint32_t *counted,
                       double power)
{
    for (int five = 0; five < AGE_FIVES; five++) {
        double before = 0, now = 0;
        for (int p = 0; p < POSITION_KINDS; p++) {
            before += settled[five * POSITION_KINDS + p];
            now += counted[five * POSITION_KINDS + p];
        }
        for (int p = 0; p < POSITION_KINDS; p++) {
            const int cell = five * POSITION_KINDS + p;
            const double wanted = before > 0 ? settled[cell] * now / before : 0;
            const double surplus = (counted[cell] + SMALL) / (wanted + SMALL);
            keeping->lean[five][p] =
                elementary_power(elementary_clamp(surplus, 1 / MOST, MOST), power);
        }
    }
}

void keeping_find(struct keeping *keeping, const struct demography_params *params,
                  const struct places *places, const struct world *world, size_t municipality)
{
    const struct municipalities *m = &world->municipalities;
    const size_t cells = municipality * AGE_FIVES * POSITION_KINDS;
    const struct position_row *country[AGES] = {NULL};
    *keeping = (struct keeping){.municipality = municipality};
    find_positions(country, places, "NL");
    find_positions(keeping->positions, places,
                   places->rows[m->first[municipality]].municipality_code);
    for (int age = 0; age < AGES; age++) {
        if (!keeping->positions[age])
            keeping->positions[age] = country[age];
        keeping->density[age] = density(keeping->positions[age]);
    }
    find_flows(keeping, country);
    keeping->births = find_births(keeping->positions, country, places->rates);
    find_leans(keeping, m->settled + cells, m->counted + cells, 4 * params->keeping);
}

bool keeping_follow(struct keeping *keeping, const struct demography_params *params,
                    const struct places *places, const struct world *world, size_t municipality)
{
    if (keeping->municipality == municipality)
        return false;
    keeping_find(keeping, params, places, world, municipality);
    return true;
}

void keeping_count(struct moment now, struct world *world)
{
    if (now.month % COUNT_EVERY == 1)
        positions_count(world, now.month, world->municipalities.counted);
}
