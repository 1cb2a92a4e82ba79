/* The part of demography that crosses neighbourhoods: who moves, where to, and
 * who arrives from outside. Moves are collected per neighbourhood, in parallel,
 * and carried out one after another in that order. */
#ifndef PROCESS_DEMOGRAPHY_MOVING_H
#define PROCESS_DEMOGRAPHY_MOVING_H

#include "params/scenario.h"
#include "world/settlement.h"
#include "world/world.h"

/* Households of one block that leave the neighbourhood: out of the area at
 * once, to another neighbourhood by the list of movers. */
void demography_choose_movers(const struct demography_params *params,
                              const struct scenario *scenario, struct moment now,
                              struct world *world, size_t block);
void demography_move(struct moment now, struct world *world);

/* Who arrives: ages by the rates of moving, positions by age of the country. */
struct arrivals {
    double up_to[AGES], total;
    const struct position_row *positions[AGES]; /* NULL where there is none */
};
struct arrivals demography_arrivals(const struct places *places);

/* Arrivals until the neighbourhood has the wanted number of residents. */
void demography_arrive(const struct scenario *scenario, const struct arrivals *arrivals,
                       struct moment now, struct world *world, size_t neighbourhood);

#endif
