/* Trials: the way in which a municipality decides on its steering.
 *
 * A trial moves steering of a domain one step up or down, waits until that is felt,
 * and is judged over one to three years (vision_horizon). What was seen is shrunk by
 * how sure it is, b* = b v0 / (v0 + variance), and the step kept when
 * b* + preference_weight x preference (towards the side that politics prefers) > 0,
 * else withdrawn. What a direction brought makes it more or less attractive, in other
 * domains too as far as integrality goes; the next direction is a logit of attraction,
 * preference and pressure. The first functions are pure: they take any score. */
#ifndef PROCESS_STEERING_TRIAL_H
#define PROCESS_STEERING_TRIAL_H

#include "process/steering_turn.h"

enum steering_direction { STEERING_DOWN, STEERING_UP, STEERING_DIRECTIONS };

/* `leaning`: preference and pressure together, positive towards room. */
enum steering_direction steering_trial_direction(const struct steering_params *params,
                                                 const float attraction[STEERING_DIRECTIONS],
                                                 double leaning, double lot);
/* The step that there is room for; 0 at the end of the scale. */
double steering_trial_step(const struct steering_params *params, double chosen,
                           enum steering_direction direction);
/* b*: what is left of a change of that variance. */
double steering_trial_shrunk(const struct steering_params *params, double change, double variance);
bool steering_trial_kept(const struct steering_params *params, double shrunk, double step,
                         double preference);
/* Takes in what a step brought; `weight` 1 for one's own. */
void steering_trial_learn(const struct steering_params *params, float *attraction,
                          float *experience, double step, double shrunk, double weight);
/* Months a trial takes in all, and the chance that one begins in a month. */
double steering_trial_months(const struct steering_params *params, double vision_horizon);
double steering_trial_chance(const struct steering_params *params, double experimentation);

/* Judges the trials whose months are over, and then begins new ones: nobody sees a
 * step of another that is of the same month. */
void steering_trials(const struct steering_turn *turn, bool peers);

#endif
