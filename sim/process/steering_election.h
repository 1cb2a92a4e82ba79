/* Elections: a new council prefers room or control more than the last. The shift is
 * normal with election_swing, smaller where organisations and municipality share a
 * vision; preference stays in [-1, 1]. */
#ifndef PROCESS_STEERING_ELECTION_H
#define PROCESS_STEERING_ELECTION_H

#include "process/steering_turn.h"

/* The standard deviation of the shift at a mean alignment in [0, 1]. */
double steering_election_spread(const struct steering_params *params, double alignment);

void steering_elections(const struct steering_turn *turn);

#endif
