/* The organisations' side of formal support: contracted hours that follow seen
 * demand, and what a month of work does to organisations and their ties. */
#ifndef PROCESS_FORMAL_CONTRACTS_H
#define PROCESS_FORMAL_CONTRACTS_H

#include "params/params.h"
#include "world/world.h"

/* Administrative share A for a neighbourhood and domain, teams included. */
double contracts_administration(const struct formal_support_params *params,
                                const struct world *world, size_t n, int domain);

/* Contracted paid hours move towards seen demand, held by the budget of the
 * municipality, and give this month's supply of client hours. */
void contracts_follow(const struct formal_support_params *params, struct world *world);

/* Hours, paid hours and pay per organisation from the sums per contract
 * (scratch.granted), friction, openness, collaboration, position, quadrant. */
void contracts_settle(const struct formal_support_params *params, struct world *world);

/* Of this only friction, the strength of collaboration ties and network position, which
 * must come to rest before the first month. */
void contracts_wear(const struct formal_support_params *params, struct world *world);

#endif
