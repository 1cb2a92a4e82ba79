/* The collaboration network evolves: an actor-oriented model (Snijders 2001, 2017)
 * of the organisations of each municipality, by the engine of network/.
 *
 * Opportunities come to the organisations of a municipality at a constant rate,
 * one after the other in continuous time. At each, one of them makes one tie,
 * drops one, or changes nothing, by multinomial logit
 *
 *     P(change) = exp(u(change)) / sum over all changes of exp(u)
 *
 * over cost, reciprocity, shared partners, complementary domains, alignment,
 * rivalry, effort, trust, history, brokerage by the municipality and the strength
 * of the tie: see collaboration_choice.c. All others of the municipality are looked
 * at. A new tie starts weak; formal_support lets it grow by joint work. Where there
 * are fewer than two organisations nothing is drawn.
 *
 * Reads organisations (domains, network_effort, trust, vision), municipalities
 * (history), levers, contracts. Writes collaboration_ties; municipalities:
 * collaborations_made, collaborations_lost. */
#ifndef PROCESS_COLLABORATION_NETWORK_H
#define PROCESS_COLLABORATION_NETWORK_H

#include "params/params.h"
#include "world/world.h"

/* `vision_distance`: how far apart two visions are that agree in nothing. */
void collaboration_network_step(const struct collaboration_network_params *params,
                                double vision_distance, struct moment now, struct world *world);

#endif
