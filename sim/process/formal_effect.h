/* Effectiveness of formal support for one case, and the administrative share:
 * the equations of model section 5, formal support. */
#ifndef PROCESS_FORMAL_EFFECT_H
#define PROCESS_FORMAL_EFFECT_H

#include "params/params.h"
#include "process/formal_pay.h"
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

/* Drift by own interest: the factor that is left. */
double formal_drift(const struct formal_support_params *params, double self_interest,
                    double alignment, struct monitoring monitoring);

/* Alignment of two vision positions: max(0, 1 - distance / d0). */
double formal_alignment(const struct formal_support_params *params, double cause, double result,
                        double other_cause, double other_result);

/* What of the equations hangs on the month and on one byte of a case or resident alone. */
enum { FORMAL_BYTES = UINT8_MAX + 1 };
struct formal_month {
    const struct formal_support_params *params;
    double part[FORMAL_BYTES];          /* the byte as a share */
    double picking[FORMAL_BYTES];       /* by terms */
    double complex_share[FORMAL_BYTES]; /* c' by complexity */
    double routine_loss[FORMAL_BYTES];  /* by complexity */
    double position[FORMAL_BYTES];      /* of a vision, by its signed byte */
    double fits[2];                     /* what is offered, and the existing offer */
};
void formal_month_find(struct formal_month *month, const struct formal_support_params *params);

/* What all cases of one contract have in common this month. What follows from steering is by half
 * of the households where the municipality compares halves. */
struct formal_contract {
    uint32_t provider; /* COLUMN_NONE where nobody holds it; the rest is then 0 */
    bool halved;
    struct formal_half {
        double simple, complex; /* match of what is simple, and complex */
        double drift;
    } half[2];
    double cause, result; /* vision of the provider */
    double self_interest;
    double practice;      /* what it adds where all is complex */
    double routine;       /* over the usual */
    double around[2];     /* factor where nobody else helps, and where others do */
    double known;         /* of what was known of its cases */
    double uncoordinated; /* what coordination leaves of a loss */
};

/* All contracts of a neighbourhood, and the factor for cases of one beside cases of another: 0
 * until it is asked for. */
struct formal_contracts {
    struct formal_contract of[CONTRACTS];
    double beside[CONTRACTS][CONTRACTS];
};
void formal_contracts_find(struct formal_contracts *contracts,
                           const struct formal_support_params *params, const struct world *world,
                           size_t n);

/* How many cases are looked at together, at most. */
enum { FORMAL_TOGETHER = 128 };

/* Rows of the pool, from `first` on, that are served: their list, and the case of each row. */
struct formal_served {
    uint32_t first;
    const uint32_t *cases;
    const uint16_t *rows;
    size_t count;
};
/* The whole product e for each of them: needs.effectiveness. Adds units x effectiveness in 1/255
 * to the sum of their contracts. */
void formal_effects(const struct formal_month *month, const struct formal_served *served,
                    struct formal_contracts *contracts, struct world *world, uint64_t *sums);

/* The share of granted hours that a case gets by its terms and complexity: results financing
 * tempts self-interested providers to hold back from complex cases. */
static inline double formal_share(const struct formal_month *month, uint8_t terms,
                                  double self_interest, uint8_t complexity)
{
    return 1 - month->picking[terms] * self_interest * month->part[complexity];
}

/* The organisation that serves a row, or COLUMN_NONE. */
uint32_t formal_provider(const struct world *world, size_t n, uint32_t row);

#endif
