/* The support network evolves: an actor-oriented model (Snijders 2001, 2017).
 *
 * Each month a resident gets opportunities, more of them with few ties, to change
 * one of its own ties: make one, drop one, or change nothing, by multinomial logit
 *
 *     P(change) = exp(u(change)) / sum over all changes of exp(u)
 *
 * over the effects named in support_options.c. The month is cut into rounds: who
 * has an opportunity in a round chooses on the ties as they were at its start, and
 * all changes of a round are then made together. Whom too many chose at once
 * keeps the first of them. With `rounds` at 0 every choice is made and carried out
 * by itself, in the order of time.
 *
 * Reads residents (id, birth, next, strain), ties. Writes ties, ties made and lost
 * by choice, opportunities and those unused of neighbourhoods. */
#ifndef PROCESS_SUPPORT_NETWORK_H
#define PROCESS_SUPPORT_NETWORK_H

#include "params/params.h"
#include "world/world.h"

/* `more_kin` is a factor of kin_found for each municipality, or NULL for none. */
void support_network_step(const struct support_network_params *params, const double *more_kin,
                          struct moment now, struct world *world);

#endif
