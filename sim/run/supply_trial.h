/* The elasticity of prevalence to the supply of formal help: two runs of the first
 * replicate with the same chances, one with a tenth less and one with a tenth more
 * of what contracts give. */
#ifndef RUN_SUPPLY_TRIAL_H
#define RUN_SUPPLY_TRIAL_H

#include <stdbool.h>

#include "output/elasticity.h"
#include "run/run.h"

/* Runs both over all months of the scenario; the shares are means over the last
 * twelve. False when memory fails (with a sentence) or when options->stop asks to
 * end (`*stopped`). `progress` says how far the run was, and is carried on. */
bool supply_trial(struct elasticity *elasticity, const struct scenario *scenario,
                  const struct run_options *options, struct run_progress progress, double begun,
                  bool *stopped, struct spel_error *error);

enum { SUPPLY_TRIALS = 2 };

#endif
