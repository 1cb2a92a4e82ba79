/* Which neighbourhoods a trial begins in: k = max(1, round(start_small n / 2)) of
 * them, spread over strata of size and of what was seen before. A municipality of
 * fewer than four neighbourhoods lets half of its households take part. */
#ifndef PROCESS_STEERING_PILOTS_H
#define PROCESS_STEERING_PILOTS_H

#include "process/steering_turn.h"

/* How many of `n` neighbourhoods; 0 without starting small. */
uint32_t steering_pilots_wanted(double start_small, uint32_t n);
/* Chooses the pilots by `lot`; false when the trial is for the whole place. */
bool steering_pilots_begin(const struct steering_turn *turn, size_t m, size_t domain, double lot);

#endif
