#include "process/formal_effect.h"

#include <string.h>

#include "base/found.h"
#include "world/arms.h"
#include "world/costs.h"
#include "world/households.h"
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
}

uint32_t formal_provider(const struct world *world, size_t n, uint32_t row)
{
    const uint8_t slot = world->needs.provider[row];
    if (slot == NO_PROVIDER)
        return COLUMN_NONE;
    return world->neighbourhoods
        .provider[(n * DOMAINS + world->needs.domain[row]) * CONTRACT_SLOTS + slot];
}

/* The factor that a case of contract `c` has left beside one of contract `other`: a loss where
 * another provider serves that, which links between providers and coordination make smaller. */
static double find_beside(const struct formal_support_params *params, const struct world *world,
                          const struct formal_contracts *contracts, size_t c, size_t other)
{
    const uint32_t one = contracts->of[c].provider, two = contracts->of[other].provider;
    if (two == COLUMN_NONE || two == one)
        return 1;
    const double link = collaborations_link(&world->collaborations, one, two);
    return 1 - params->uncoordinated_loss * (1 - link) * contracts->uncoordinated;
}

/* Members of households with needs beside a case, whose place in the group is `of`: the first of
 * their needs. Which members these are cannot be foreseen, so they are listed before their needs
 * are looked at. */
enum { BESIDE_ROOM = 2 * FORMAL_TOGETHER, BESIDE_USUAL = 3 };
struct beside {
    size_t count;
    uint8_t of[BESIDE_ROOM + 1]; /* one more is written before it is known to count */
    uint32_t need[BESIDE_ROOM + 1];
};

/* Takes the losses of all that are listed, in their order, and empties the list. Every other
 * active domain counts that another provider serves; nobody serves what is not known. */
static void take_losses(const struct formal_support_params *params, const struct world *world,
                        struct formal_contracts *contracts, struct formal_group *group,
                        struct beside *beside)
{
    const struct needs *needs = &world->needs;
    for (size_t k = 0; k < beside->count; k++) {
        const size_t of = beside->of[k], c = group->contract[of];
        const size_t domain = c / CONTRACT_SLOTS;
        double left = group->coordination[of];
        for (uint32_t row = beside->need[k]; row != COLUMN_NONE; row = needs->next[row]) {
            const uint8_t slot = needs->provider[row];
            const bool counts = (needs->domain[row] != domain) & (slot != NO_PROVIDER);
            const size_t other = counts ? needs->domain[row] * (size_t)CONTRACT_SLOTS + slot : c;
            double *factor = &contracts->beside[c][other];
            if (*factor == 0) /* not asked for yet */
                *factor = find_beside(params, world, contracts, c, other);
            left *= *factor;
        }
        group->coordination[of] = left;
    }
    beside->count = 0;
}

/* Lists the member `j` of the household where it has one of the `others` and that is known. */
static inline void list_member(const struct residents *residents, uint32_t j, unsigned others,
                               size_t of, struct beside *beside)
{
    beside->of[beside->count] = (uint8_t)of;
    beside->need[beside->count] = residents->first_need[j];
    beside->count += (residents->needs[j] & residents->known[j] & others) != 0;
}

/* What is left to each case of the group of what is lost by others in its household. Households
 * are mostly small, but how small cannot be foreseen: so that of most is walked without a branch;
 * back at the resident, the walk stays there and lists nothing. */
static void coordinate(const struct formal_support_params *params, const struct world *world,
                       struct formal_contracts *contracts, struct formal_group *group)
{
    const struct residents *residents = &world->residents;
    uint8_t several[FORMAL_TOGETHER]; /* domains in the household */
    uint16_t places[FORMAL_TOGETHER];
    for (size_t k = 0; k < group->count; k++) {
        group->coordination[k] = 1;
        several[k] = world->needs.complexity[group->row[k]] != 0;
    }
    const size_t count = found_list(several, group->count, places);
    struct beside beside;
    beside.count = 0;
    for (size_t k = 0; k < count; k++) {
        const size_t of = places[k], domain = group->contract[of] / CONTRACT_SLOTS;
        const uint32_t i = world->needs.resident[group->row[of]];
        const unsigned others = ~(1u << domain);
        if (beside.count > BESIDE_ROOM - BESIDE_USUAL - 1)
            take_losses(params, world, contracts, group, &beside);
        list_member(residents, i, others, of, &beside);
        uint32_t j = residents->next[i];
        for (int member = 0; member < BESIDE_USUAL; member++) {
            const uint32_t away = -(uint32_t)(j != i); /* all bits or none */
            list_member(residents, j, others & away, of, &beside);
            j ^= (j ^ residents->next[j]) & away;
        }
        for (; j != i; j = residents->next[j]) {
            if (beside.count == BESIDE_ROOM)
                take_losses(params, world, contracts, group, &beside);
            list_member(residents, j, others, of, &beside);
        }
    }
    take_losses(params, world, contracts, group, &beside);
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
        contract->simple[half] = match_simple(params, steering[half]);
        contract->complex[half] = match_complex(params, steering[half]);
        contract->drift[half] =
            formal_drift(params, o->self_interest[provider], o->alignment[provider],
                         formal_monitoring(params, steering[half], lever[FEEDBACK_QUALITY]));
    }
    contract->cause = o->vision[2 * provider];
    contract->result = o->vision[2 * provider + 1];
    contract->self_interest = o->self_interest[provider];
    contract->practice = params->practice_gain * (double)o->practice[provider * DOMAINS + d];
    contract->routine = (double)o->routine[provider] - ROUTINE_USUAL;
    contract->around = 1 + params->network_gain * lever[FORMAL_INFORMAL_LINK];
    contract->known = 1 - (double)of->settling_in[n * CONTRACTS + slot];
}

void formal_contracts_find(struct formal_contracts *contracts,
                           const struct formal_support_params *params, const struct world *world,
                           size_t n)
{
    memset(contracts->beside, 0, sizeof contracts->beside);
    for (size_t c = 0; c < CONTRACTS; c++)
        find_contract(&contracts->of[c], params, world, n, c);
    contracts->uncoordinated =
        1 - params->coordination_relief * world->neighbourhoods.lever[n * LEVERS + COORDINATION];
}

/* The product for one case: how well what is offered fits the resident, 0 or less where not at
 * all, and what is left of that. */
static inline double effectiveness(const struct formal_month *month, const struct needs *needs,
                                   const struct residents *residents, uint32_t row, size_t half,
                                   const struct formal_contract *contract, bool near,
                                   double coordinated)
{
    const struct formal_support_params *params = month->params;
    const uint8_t complexity = needs->complexity[row];
    const uint32_t i = needs->resident[row];
    const double share = month->complex_share[complexity];
    const double with_resident =
        alignment(contract->cause - month->position[(uint8_t)residents->vision_cause[i]],
                  contract->result - month->position[(uint8_t)residents->vision_result[i]],
                  params->vision_distance);
    const double fits[2] = {1, params->existing_offer_match};
    const double match = (match_of(share, contract->simple[half], contract->complex[half]) -
                          params->misaligned_loss * (1 - with_resident) -
                          month->routine_loss[complexity] * contract->routine) *
                         fits[(needs->flags[row] & NEED_EXISTING_OFFER) != 0];
    const double around[2] = {1, contract->around};
    const double product = match * coordinated * contract->drift[half] *
                           (1 + contract->practice * share) * around[near] * contract->known;
    return match <= 0 ? 0 : product < 1 ? product : 1;
}

void formal_effects(const struct formal_month *month, const struct world *world,
                    struct formal_contracts *contracts, struct formal_group *group)
{
    const struct needs *needs = &world->needs;
    coordinate(month->params, world, contracts, group);
    for (size_t k = 0; k < group->count; k++) {
        const uint32_t row = group->row[k];
        const struct formal_contract *contract = &contracts->of[group->contract[k]];
        const size_t half =
            contract->halved ? arms_half(world, needs->resident[row], needs->domain[row]) : 0;
        group->effectiveness[k] = effectiveness(month, needs, &world->residents, row, half,
                                                contract, group->near[k], group->coordination[k]);
    }
}
