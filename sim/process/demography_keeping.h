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
    const struct position_row *positions[AGES]; /* NULL where the table has none */
    double density[AGES];                       /* persons of the table per year of age */
    double leaving[AGES];  /* chance a year that a child leaves home, as the table has it */
    double away[AGES];     /* share of them who leave the area at once */
    double emptying[AGES]; /* chance a year that others of the age go, beside usual moving */
    double filling[AGES];  /* who comes a year, as a share of the age, beside who replaces */
    double births;         /* against the rates of the country */
    double surplus[AGE_FIVES][POSITION_KINDS]; /* of an age, their share against the first day's */
};

void keeping_find(struct keeping *keeping, const struct places *places, const struct world *world,
                  size_t municipality);
/* The fourth power of a surplus, or of a ratio of two, within bounds: by how much
 * a rate leans. */
double keeping_factor(double surplus, double least, double most);

/* Counts residents by age and position, now and then. */
void keeping_count(struct moment now, struct world *world);

static inline int keeping_five(int years)
{
    return years / 5 < AGE_FIVES ? years / 5 : AGE_FIVES - 1;
}

/* Above 1 where there are more of this position at this age than there were. */
static inline double keeping_surplus(const struct keeping *keeping, int years,
                                     enum position position)
{
    return keeping->surplus[keeping_five(years)][position];
}

#endif
