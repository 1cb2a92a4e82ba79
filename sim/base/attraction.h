/* Learning what to do from what it brought: experience-weighted attraction
 * (Camerer and Ho 1999).
 *
 * Each option has an attraction. What was done draws nearer by what it brought,
 * what was not done by what it is thought that it would have brought, weighted
 * less; older experience fades:
 *
 *   N'   = memory N + weight
 *   A_j' = (memory N A_j + weight (forgone + (1 - forgone) [j was done]) payoff_j) / N'
 *
 * so that attractions are means of pay-offs, and a choice is a logit of them. With
 * forgone 0 it is reinforcement by own pay-off; `payoff` of what was not done is
 * then not read. `weight` is 1 for an experience of one's own, less for one that
 * was heard of. Pure functions on the caller's arrays. */
#ifndef BASE_ATTRACTION_H
#define BASE_ATTRACTION_H

#include <stddef.h>

struct attraction_rule {
    double memory;    /* of earlier experience, 0 … 1 */
    double forgone;   /* weight of pay-offs that were not got, 0 … 1 */
    double sharpness; /* of the choice: 0 any option alike */
};

/* Takes in one experience: `done` is the option that was taken; `experience` is N. */
void attraction_learn(const struct attraction_rule *rule, float *attraction, float *experience,
                      size_t options, size_t done, const double *payoff, double weight);

/* Chooses an option by the logit of sharpness × (attraction + pull); `pull` may be
 * NULL. `lot` is uniform in (0, 1). */
size_t attraction_choose(const struct attraction_rule *rule, const float *attraction,
                         const double *pull, size_t options, double lot);

/* The chance that this rule gives to option `i`. */
double attraction_chance(const struct attraction_rule *rule, const float *attraction,
                         const double *pull, size_t options, size_t i);

#endif
