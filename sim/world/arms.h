/* The two arms of a comparison: where something new is tried, and the rest.
 *
 * Pilots are whole neighbourhoods. A municipality of fewer than four has too few to
 * compare: there half of the households take part, by a hash of the household that
 * is another half in each domain, and steering is in force by half. */
#ifndef WORLD_ARMS_H
#define WORLD_ARMS_H

#include "world/world.h"

enum { LEAST_NEIGHBOURHOODS = 4 };

/* Whether the municipality compares halves of its households. */
static inline bool arms_halve(const struct world *world, size_t municipality)
{
    return world->municipalities.neighbourhoods[municipality] < LEAST_NEIGHBOURHOODS;
}

/* The half of a resident's household, 0 or 1; half 1 takes part in pilots. */
size_t arms_half(const struct world *world, uint32_t resident, size_t domain);

/* How many neighbourhoods take part in a trial of the domain, by half or whole. */
uint32_t arms_pilots(const struct world *world, size_t municipality, size_t domain);
/* Ends the trial of the domain, whatever came of it: nothing is chosen by it. Halves
 * become one again. */
void arms_let_go(struct world *world, size_t municipality, size_t domain);

/* Steering in force for a resident of neighbourhood `n`. */
static inline double arms_steering(const struct world *world, size_t n, size_t domain,
                                   uint32_t resident)
{
    const struct neighbourhoods *all = &world->neighbourhoods;
    const size_t at = n * DOMAINS + domain;
    return all->pilot[at] == PILOT_HALF && arms_half(world, resident, domain) == 1
               ? all->enacted_half[at]
               : all->enacted[at];
}

/* Steering in force over the whole neighbourhood. */
static inline double arms_steering_mean(const struct world *world, size_t n, size_t domain)
{
    const struct neighbourhoods *all = &world->neighbourhoods;
    const size_t at = n * DOMAINS + domain;
    return all->pilot[at] == PILOT_HALF ? ((double)all->enacted[at] + all->enacted_half[at]) / 2
                                        : all->enacted[at];
}

#endif
