/* Trial and error: how organisations find better ways of working with complex cases.
 *
 * For each domain that it serves an organisation has a practice w, usually near 0. A
 * trial of another one begins with the monthly chance
 *
 *     trial experimentation steering (floor + (1 - floor) error_tolerance) pioneers ease
 *
 * with the steering that the organisation works under, the pioneers among its staff, a lot
 * of its own with mean 1, and the ease that its routine leaves. For `months` it works by
 * w + N(step_mean, step_sd); then it looks whether that was better, with an error that
 * feedback_quality makes smaller, keeps it or falls back. What is proven spreads along
 * collaboration ties to who serves the same domain, and wears as staff leave.
 *
 * Reads organisations (domains, founded, kind, steering, routine), collaboration_ties, levers.
 * Writes organisations: practice, proven, trial; municipalities: practices_tried,
 * practices_kept; events. */
#ifndef PROCESS_PRACTICES_H
#define PROCESS_PRACTICES_H

#include "params/params.h"
#include "world/world.h"

void practices_step(const struct practices_params *params, struct moment now, struct world *world);

/* The chance of a trial in a month, of an organisation whose pioneers are as usual. */
double practices_chance(const struct practices_params *params, double experimentation,
                        double steering, double error_tolerance);
/* What routine leaves of it; 1 at usual routine. */
double practices_ease(const struct practices_params *params, double routine);
/* Standard deviation of the error with which the effect of a trial is seen. */
double practices_error(const struct practices_params *params, double feedback_quality);
/* Pioneers among the staff of an organisation, 1 being usual: a lot of its own. */
double practices_pioneers(const struct practices_params *params, const struct world *world,
                          uint32_t organisation, struct moment now);

#endif
