/* Who gets an opportunity to change a tie, and when: a part of support_network. */
#ifndef PROCESS_SUPPORT_TURNS_H
#define PROCESS_SUPPORT_TURNS_H

#include "params/params.h"
#include "world/world.h"

/* Rounds of a month at most; with `rounds` at 0 opportunities are as in so many. */
enum { SUPPORT_ROUNDS = 8, SUPPORT_ROUNDS_USUAL = 4 };

/* Writes in scratch.turns, for every resident, in which of the rounds there is an opportunity: each
 * with chance rate(ties) / rounds, so that their number is nearly Poisson. */
void support_turns(const struct support_network_params *params, struct moment now, unsigned rounds,
                   struct world *world);
/* When in the month an opportunity of that round is, from 0 to 2^32 - 1 within the round. */
uint32_t support_turn_time(struct moment now, uint32_t id, unsigned round);

#endif
