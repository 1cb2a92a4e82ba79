#include "process/formal_effect.h"

#include <string.h>

#include "base/avx2.h"
#include "process/formal_case.h"
#include "process/formal_coordination.h"
#include "world/arms.h"
#include "world/costs.h"
#include "world/visions.h"

struct monitoring formal_monitoring(const struct formal_support_params *params, double steering,
                                    double feedback_quality)
{
    const double control = (1 - steering) * (1 - params->feedback_to_learning * feedback_quality);
    const struct monitoring monitoring = {control, (1 - steering) - control};
    return monitoring;
}

double formal_administration(const struct formal_support_params *params,
                             struct monitoring monitoring, double results_financing)
{
    const double burden = monitoring.control + params->learning_burden * monitoring.learning;
    return params->administration_base +
           params->administration_gain * burden * (1 - params->results_relief * results_financing);
}

double formal_complex_share(const struct formal_support_params *params, double complexity)
{
    const double weight = 1.2 * complexity / (complexity + params->complexity_half);
    return weight < 1 ? weight : 1;
}

/* Match of what is simple and of what is complex. */
static double match_simple(const struct formal_support_params *params, double discretion)
{
    return 1 - params->simple_loss * discretion;
}

static double match_complex(const struct formal_support_params *params, double discretion)
{
    return 1 - params->complex_loss * (1 - discretion);
}

static inline double match_of(double complex_share, double simple, double complex)
{
    return (1 - complex_share) * simple + complex_share * complex;
}

double formal_match(const struct formal_support_params *params, double complexity,
                    double discretion)
{
    return match_of(formal_complex_share(params, complexity), match_simple(params, discretion),
                    match_complex(params, discretion));
}

double formal_drift(const struct formal_support_params *params, double self_interest,
                    double alignment, struct monitoring monitoring)
{
    const double learned = params->learning_check * monitoring.learning;
    const double checked = monitoring.control > learned ? monitoring.control : learned;
    return 1 - params->drift * self_interest * (1 - alignment) * (1 - checked);
}

static inline double alignment(double dx, double dy, double vision_distance)
{
    return visions_alignment(elementary_sqrt(dx * dx + dy * dy), vision_distance);
}

double formal_alignment(const struct formal_support_params *params, double cause, double result,
                        double other_cause, double other_result)
{
    return alignment(cause - other_cause, result - other_result, params->vision_distance);
}

void formal_month_find(struct formal_month *month, const struct formal_support_params *params)
{
    month->params = params;
    for (int k = 0; k < FORMAL_BYTES; k++) {
        month->part[k] = k / 255.0;
        month->picking[k] = params->picking * month->part[k];
        month->complex_share[k] = formal_complex_share(params, month->part[k]);
        month->routine_loss[k] = params->routine_loss * month->complex_share[k];
        month->position[k] = (k > INT8_MAX ? k - FORMAL_BYTES : k) / 127.0;
    }
    month->fits[0] = 1;
    month->fits[1] = params->existing_offer_match;
}

uint32_t formal_provider(const struct world *world, size_t n, uint32_t row)
{
    const uint8_t slot = world->needs.provider[row];
    if (slot == NO_PROVIDER)
        return COLUMN_NONE;
    return world->neighbourhoods
        .provider[(n * DOMAINS + world->needs.domain[row]) * CONTRACT_SLOTS + slot];
}

static void find_contract(struct formal_contract *contract,
                          const struct formal_support_params *params, const struct world *world,
                          size_t n, size_t slot)
{
    const struct neighbourhoods *of = &world->neighbourhoods;
    const struct organisations *o = &world->organisations;
    const float *lever = of->lever + n * LEVERS;
    const size_t d = slot / CONTRACT_SLOTS, at = n * DOMAINS + d;
    const uint32_t provider = of->provider[n * CONTRACTS + slot];
    *contract = (struct formal_contract){.provider = provider};
    if (provider == COLUMN_NONE)
        return;
    contract->halved = of->pilot[at] == PILOT_HALF;
    const double steering[2] = {of->enacted[at], of->enacted_half[at]};
    for (int half = 0; half < 2; half++) {
        contract->half[half].simple = match_simple(params, steering[half]);
        contract->half[half].complex = match_complex(params, steering[half]);
        contract->half[half].drift =
            formal_drift(params, o->self_interest[provider], o->alignment[provider],
                         formal_monitoring(params, steering[half], lever[FEEDBACK_QUALITY]));
    }
    contract->cause = o->vision[2 * provider];
    contract->result = o->vision[2 * provider + 1];
    contract->self_interest = o->self_interest[provider];
    contract->practice = params->practice_gain * (double)o->practice[provider * DOMAINS + d];
    contract->routine = (double)o->routine[provider] - ROUTINE_USUAL;
    contract->around[0] = 1;
    contract->around[1] = 1 + params->network_gain * lever[FORMAL_INFORMAL_LINK];
    contract->known = 1 - (double)of->settling_in[n * CONTRACTS + slot];
    contract->uncoordinated = 1 - params->coordination_relief * lever[COORDINATION];
}

void formal_contracts_find(struct formal_contracts *contracts,
                           const struct formal_support_params *params, const struct world *world,
                           size_t n)
{
    memset(contracts->beside, 0, sizeof contracts->beside);
    for (size_t c = 0; c < CONTRACTS; c++)
        find_contract(&contracts->of[c], params, world, n, c);
}

/* Cases that are looked at together, and what of them is looked up by contract, resident and
 * complexity, so that the equations are worked out side by side. */
struct together {
    size_t count;
    double cause[FORMAL_TOGETHER],
        result[FORMAL_TOGETHER]; /* how far the provider's vision is from theirs */
    double complex_share[FORMAL_TOGETHER], simple[FORMAL_TOGETHER], complex[FORMAL_TOGETHER],
        routine_loss[FORMAL_TOGETHER];
    double fits[FORMAL_TOGETHER], coordination[FORMAL_TOGETHER], drift[FORMAL_TOGETHER],
        practice[FORMAL_TOGETHER];
    double around[FORMAL_TOGETHER], known[FORMAL_TOGETHER];
    float effect[FORMAL_TOGETHER];
};

static void look_up(const struct formal_month *month, const struct formal_served *served,
                    const uint16_t *rows, const struct formal_contracts *contracts,
                    const struct world *world, struct together *restrict together)
{
    const struct needs *needs = &world->needs;
    const int8_t *cause = world->residents.vision_cause, *result = world->residents.vision_result;
    for (size_t k = 0; k < together->count; k++) {
        const uint32_t row = served->first + rows[k], i = needs->resident[row];
        const uint32_t one = served->cases[rows[k]];
        const struct formal_contract *contract = &contracts->of[formal_case_contract(one)];
        const struct formal_half *half = contract->half;
        if (contract->halved)
            half += arms_half(world, i, needs->domain[row]);
        const uint8_t complexity = needs->complexity[row];
        together->cause[k] = contract->cause - month->position[(uint8_t)cause[i]];
        together->result[k] = contract->result - month->position[(uint8_t)result[i]];
        together->complex_share[k] = month->complex_share[complexity];
        together->routine_loss[k] = month->routine_loss[complexity] * contract->routine;
        together->simple[k] = half->simple;
        together->complex[k] = half->complex;
        together->drift[k] = half->drift;
        together->fits[k] = month->fits[(needs->flags[row] & NEED_EXISTING_OFFER) != 0];
        together->practice[k] = contract->practice;
        together->around[k] = contract->around[(one & CASE_NEAR) != 0];
        together->known[k] = contract->known;
    }
}

/* How well what is offered fits the resident, 0 or less where not at all, and what is left of it:
 * the whole product. */
static AVX2_EITHER void work_out_loop(double vision_distance, double misaligned_loss,
                                      struct together *restrict all)
{
    for (size_t k = 0; k < all->count; k++) {
        const double with_resident = alignment(all->cause[k], all->result[k], vision_distance);
        const double match = (match_of(all->complex_share[k], all->simple[k], all->complex[k]) -
                              misaligned_loss * (1 - with_resident) - all->routine_loss[k]) *
                             all->fits[k];
        const double product = match * all->coordination[k] * all->drift[k] *
                               (1 + all->practice[k] * all->complex_share[k]) * all->around[k] *
                               all->known[k];
        const double most = product < 1 ? product : 1;
        all->effect[k] = (float)(match <= 0 ? 0 : most);
    }
}

AVX2_WHERE_IT_CAN(work_out,
                  (double vision_distance, double misaligned_loss, struct together *restrict all),
                  (vision_distance, misaligned_loss, all))

void formal_effects(const struct formal_month *month, const struct formal_served *served,
                    struct formal_contracts *contracts, struct world *world, uint64_t *sums)
{
    const struct formal_support_params *params = month->params;
    const float *formal = world->needs.formal + served->first;
    float *restrict effectiveness = world->needs.effectiveness + served->first;
    struct together all;
    for (size_t from = 0; from < served->count; from += all.count) {
        const uint16_t *rows = served->rows + from;
        all.count = served->count - from < FORMAL_TOGETHER ? served->count - from : FORMAL_TOGETHER;
        formal_coordinate(params, served, rows, all.count, contracts, world, all.coordination);
        look_up(month, served, rows, contracts, world, &all);
        work_out(params->vision_distance, params->misaligned_loss, &all);
        for (size_t k = 0; k < all.count; k++) {
            const uint32_t units = (uint32_t)(int)(formal[rows[k]] * PAY_UNITS);
            effectiveness[rows[k]] = all.effect[k];
            sums[formal_case_contract(served->cases[rows[k]])] +=
                (uint64_t)units * (uint8_t)(255 * all.effect[k] + 0.5f);
        }
    }
}
