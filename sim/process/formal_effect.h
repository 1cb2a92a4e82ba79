/* Effectiveness of formal support for one case, and the administrative share:
 * the equations of model section 5, formal support. */
#ifndef PROCESS_FORMAL_EFFECT_H
#define PROCESS_FORMAL_EFFECT_H

#include "params/params.h"
#include "world/world.h"

/* Monitoring: control and learning, from steering and feedback quality. */
struct monitoring {
    double control, learning;
};
struct monitoring formal_monitoring(const struct formal_support_params *params, double steering,
                                    double feedback_quality);

/* Administrative share A of professionals' time. */
double formal_administration(const struct formal_support_params *params,
                             struct monitoring monitoring, double results_financing);

/* c', the weight of what is complex, by complexity c in [0, 1]. */
double formal_complex_share(const struct formal_support_params *params, double complexity);

/* Match by complexity c in [0, 1] and discretion delta. */
double formal_match(const struct formal_support_params *params, double complexity,
                    double discretion);

/* What a practice w adds to effectiveness, as a factor. */
double formal_practice(const struct formal_support_params *params, double practice,
                       double complexity);

/* Drift by own interest: the factor that is left. */
double formal_drift(const struct formal_support_params *params, double self_interest,
                    double alignment, struct monitoring monitoring);

/* Alignment of two vision positions: max(0, 1 - distance / d0). */
double formal_alignment(const struct formal_support_params *params, double cause, double result,
                        double other_cause, double other_result);

/* The whole product e for the case in `row` of block's neighbourhood `n`. */
double formal_effectiveness(const struct formal_support_params *params, const struct world *world,
                            size_t n, uint32_t row);

/* The share of granted hours that a case gets: results financing tempts
 * self-interested providers to hold back from complex cases. */
double formal_share(const struct formal_support_params *params, double results_financing,
                    double self_interest, double complexity);

/* The organisation that serves a row, or COLUMN_NONE. */
uint32_t formal_provider(const struct world *world, size_t n, uint32_t row);

#endif
