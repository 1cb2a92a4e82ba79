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

/* What all cases of one contract have in common this month. Steering, and what follows from it,
 * is by half of the households where the municipality compares halves. */
struct formal_contract {
    uint32_t provider; /* COLUMN_NONE where nobody holds it; the rest is then 0 */
    bool halved;
    double steering[2], drift[2];
    double cause, result; /* vision of the provider */
    double self_interest, practice;
    double routine;       /* over the usual */
    double uncoordinated; /* what coordination leaves of a loss */
    double around;        /* factor where others help as well */
    double known;         /* of what was known of its cases */
};
void formal_contract_find(struct formal_contract *contract,
                          const struct formal_support_params *params, const struct world *world,
                          size_t n, size_t slot);

/* The whole product e for the case in `row` of neighbourhood `n`, which is of that contract. */
double formal_effectiveness(const struct formal_support_params *params, const struct world *world,
                            size_t n, uint32_t row, const struct formal_contract *contract);

/* The share of granted hours that a case gets: results financing tempts
 * self-interested providers to hold back from complex cases. */
double formal_share(const struct formal_support_params *params, double results_financing,
                    double self_interest, double complexity);

/* The organisation that serves a row, or COLUMN_NONE. */
uint32_t formal_provider(const struct world *world, size_t n, uint32_t row);

#endif
