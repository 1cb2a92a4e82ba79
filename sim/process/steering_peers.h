/* Learning from other municipalities: what did well in one that is like one's own.
 *
 * A municipality is as like as exp(-distance / peer_distance), with the distance over
 * size (logarithm), urbanity and the mix of known needs. Of all whose last trial of the
 * domain was kept, the one with the largest b* x likeness is followed: towards the
 * steering that it chose then, at most two steps at once. */
#ifndef PROCESS_STEERING_PEERS_H
#define PROCESS_STEERING_PEERS_H

#include "process/steering_turn.h"

/* How alike two municipalities are, 0 … 1. */
double steering_peers_likeness(const struct steering_turn *turn, size_t m, size_t other);
/* The step towards what did well elsewhere; 0 where nothing did, or nothing else. */
double steering_peers_step(const struct steering_turn *turn, size_t m, size_t domain);

#endif
