/* What several providers in one household lose where nobody coordinates them. */
#ifndef PROCESS_FORMAL_COORDINATION_H
#define PROCESS_FORMAL_COORDINATION_H

#include "process/formal_effect.h"

/* What is left to `count` of the served cases, at most FORMAL_TOGETHER, whose rows these are, of
 * what is lost by others in their households. */
void formal_coordinate(const struct formal_support_params *params,
                       const struct formal_served *served, const uint16_t *rows, size_t count,
                       struct formal_contracts *contracts, const struct world *world,
                       double *coordination);

#endif
