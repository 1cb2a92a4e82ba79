/* Needs: their onset, course and end.
 *
 * Onset hazard a month: h_d(age) local_d scheduled_d exp(b_low low_income +
 * b_iso [at most one tie] + b_co min(sum of own other needs, 2) + b_hh worst
 * need of the household - b_s (s - s0)); a need that ended within the year comes
 * back at the relapse rate if that is higher. Course, times the need's pace:
 * dn = g n (1 - n)(1 - m) - r q n - f s n, with m and q of last month's hours;
 * crises are jumps. A need under the threshold ends; a chronic one does not
 * fall under its floor. Hours a month: required R = eta n, of which own strength
 * does O = 0.3 s (1 - c) R, with c the complexity of the household.
 *
 * Who falls back into a need that was known is known at once.
 *
 * Reads residents, ties, hours of last month. Writes needs, and of residents:
 * needs, first_need, ended, known, worst; row counts of blocks. */
#ifndef PROCESS_NEEDS_H
#define PROCESS_NEEDS_H

#include "params/params.h"
#include "world/world.h"

void needs_step(const struct needs_params *params, const struct hours_params *hours,
                struct moment now, struct world *world);
/* For a month in which needs stand still, the process being switched off: they
 * still require hours. Writes needs: net, complexity; residents: worst. */
void needs_stand_still(const struct needs_params *params, const struct hours_params *hours,
                       struct world *world);

#endif
