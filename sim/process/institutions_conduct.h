/* What an institution does by itself. Once a year, in the month in which it was founded, it
 * looks at its pay-off, learns, and chooses a level of network effort; and it may renew itself.
 * Every month routine moves, and the openness of all organisations. */
#ifndef PROCESS_INSTITUTIONS_CONDUCT_H
#define PROCESS_INSTITUTIONS_CONDUCT_H

#include "params/scenario.h"
#include "world/world.h"

/* What is the same for all organisations of a municipality in a month. */
struct climate {
    double engagement, error_tolerance; /* levers */
    double learning;                    /* share of monitoring that serves it */
    double cost;                        /* mean of institutions that give hours */
};
struct climate institutions_climate(const struct scenario *scenario, const struct world *world,
                                    size_t municipality);

/* Pay-off of the last year, in units: (margin + motive outcome) / unit; motive is what
 * self-interest leaves. */
double institutions_payoff(const struct institutions_params *params, const struct organisations *o,
                           uint32_t i);
/* Learns from it and chooses effort, as world/effort.h says. */
void institutions_choose_effort(const struct institutions_params *params, struct moment now,
                                struct organisations *o, uint32_t i);
/* Renews with chance renewal routine (1 - self_interest) / 0.6, where the reserve can bear it. */
void institutions_renew(const struct institutions_params *params, struct moment now,
                        struct organisations *o, uint32_t i);
/* Openness goes to 0.4 + openness_trust (trust - 0.59) + openness_engagement (engagement - 0.5)
 * + openness_errors (error_tolerance - 0.5), and is punished by tightening where it was used. */
void institutions_open_up(const struct institutions_params *params, const struct climate *climate,
                          struct world *world, uint32_t i);
/* Routine grows by routine_growth (1 - routine) (0.5 + size) (0.5 + control); size is its cost
 * over that and the mean, control what monitoring leaves to control. */
void institutions_settle_down(const struct institutions_params *params,
                              const struct climate *climate, struct organisations *o, uint32_t i);

#endif
