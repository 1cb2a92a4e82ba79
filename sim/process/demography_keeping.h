/* What keeps a municipality the kind of place that it is: a student city goes on
 * to receive students and to see them leave, a village goes on to see its young
 * depart. From the published positions by age of the municipality, against those
 * of the country, follow how soon its children leave home, who comes and who
 * goes; and rates lean against what still drifts from the first day. */
#ifndef PROCESS_DEMOGRAPHY_KEEPING_H
#define PROCESS_DEMOGRAPHY_KEEPING_H

#include "params/scenario.h"
#include "world/world.h"

struct keeping {
    size_t municipality;
    const struct position_row *positions[AGES]; /* NULL where the table has none */
    double density[AGES];                       /* persons of the table per year of age */
    double leaving[AGES];  /* chance a year that a child leaves home, as the table has it */
    double away[AGES];     /* share of them who leave the area at once */
    double emptying[AGES]; /* chance a year that others of the age go, beside usual moving */
    double filling[AGES];  /* who comes a year, as a share of the age, beside who replaces */
    double births;         /* against the rates of the country */
    /* Positions' shares of their age against the first day's, to the power four times
     * demography.keeping: how much more often they are left, and less often come to. */
    double lean[AGE_FIVES][POSITION_KINDS];
};

void keeping_find(struct keeping *keeping, const struct demography_params *params,
                  const struct places *places, const struct world *world, size_t municipality);
/* The same, unless it is of that municipality already: neighbourhoods of one follow each other,
 * and a month changes nothing that it hangs on. Says whether it was found anew. */
bool keeping_follow(struct keeping *keeping, const struct demography_params *params,
                    const struct places *places, const struct world *world, size_t municipality);
/* Of no municipality yet. */
static inline void keeping_open(struct keeping *keeping)
{
    keeping->municipality = SIZE_MAX;
}

/* Counts residents by age and position, now and then. */
void keeping_count(struct moment now, struct world *world);

static inline int keeping_five(int years)
{
    return years / 5 < AGE_FIVES ? years / 5 : AGE_FIVES - 1;
}

/* Above 1 where there are more of this position at this age than there were. */
static inline double keeping_lean(const struct keeping *keeping, int years, enum position position)
{
    return keeping->lean[keeping_five(years)][position];
}

/* The chance a year that a child of the age leaves home: as the table has it where
 * demography.leave_home is the usual 0.12. */
static inline double keeping_leaving_home(const struct keeping *keeping,
                                          const struct demography_params *params, int years)
{
    return params->leave_home / 0.12 * keeping->leaving[years];
}

/* Share of the age that is no child at home, by the table. */
static inline double keeping_heads(const struct keeping *keeping, int years)
{
    const struct position_row *row = keeping->positions[years];
    return row ? 1 - row->share[SHARE_CHILD] : 0;
}

/* Who comes in a year, as a share of the age: for those on their own who move away, at this rate,
 * as children go along, and beside. */
static inline double keeping_coming(const struct keeping *keeping, double moving_away, int years)
{
    return moving_away * keeping_heads(keeping, years) + keeping->filling[years];
}

/* A lean, or what is made of some, as a factor of a rate. */
static inline double keeping_factor(double lean)
{
    return elementary_clamp(lean, 0.25, 4);
}

#endif
