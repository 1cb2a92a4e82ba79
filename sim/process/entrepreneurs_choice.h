/* How engaged an entrepreneur is: a choice once a year, by reinforcement from its own
 * pay-off, as institutions choose their network effort. */
#ifndef PROCESS_ENTREPRENEURS_CHOICE_H
#define PROCESS_ENTREPRENEURS_CHOICE_H

#include "params/params.h"
#include "world/world.h"

/* What a month is worth to an entrepreneur: what it brought in, a hundredth of the usual
 * capital being 1, and motive (1 - self-interest) times the share of its size that is
 * filled. */
double entrepreneurs_payoff(const struct entrepreneurs_params *params, double result,
                            double self_interest, double filled);

/* A year has passed: engagement and network effort are chosen as world/effort.h says.
 * `lot` is uniform. */
void entrepreneurs_choose(const struct entrepreneurs_params *params,
                          const struct institutions_params *learning, double lot,
                          struct organisations *organisations, uint32_t i);

#endif
