/* The part of demography that crosses neighbourhoods: who moves, where to, and
 * who arrives from outside. Moves are collected per neighbourhood, in parallel,
 * and carried out one after another in that order. */
#ifndef PROCESS_DEMOGRAPHY_MOVING_H
#define PROCESS_DEMOGRAPHY_MOVING_H

#include "process/demography_census.h"

/* The monthly chance of who is likeliest to draw that his household moves. */
double demography_moving_likeliest(const struct demography_params *params,
                                   const struct scenario *scenario, const struct keeping *keeping);
/* Households of one block that leave the neighbourhood: out of the area at
 * once, to another neighbourhood by the list of movers. */
void demography_choose_movers(const struct census *census);
void demography_move(struct moment now, struct world *world);

/* Arrivals until each neighbourhood has the wanted number of residents: ages so
 * that the municipality keeps its published ages, positions as at those ages. */
void demography_arrive(const struct demography_params *params, const struct scenario *scenario,
                       struct moment now, struct world *world);

#endif
