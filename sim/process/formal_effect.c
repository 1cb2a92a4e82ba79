#include "process/formal_effect.h"

#include "process/formal_pay.h"
#include "world/arms.h"
#include "world/costs.h"
#include "world/hours.h"
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

double formal_practice(const struct formal_support_params *params, double practice,
                       double complexity)
{
    return 1 + params->practice_gain * practice * formal_complex_share(params, complexity);
}

double formal_match(const struct formal_support_params *params, double complexity,
                    double discretion)
{
    const double share = formal_complex_share(params, complexity);
    return (1 - share) * (1 - params->simple_loss * discretion) +
           share * (1 - params->complex_loss * (1 - discretion));
}

double formal_drift(const struct formal_support_params *params, double self_interest,
                    double alignment, struct monitoring monitoring)
{
    const double learned = params->learning_check * monitoring.learning;
    const double checked = monitoring.control > learned ? monitoring.control : learned;
    return 1 - params->drift * self_interest * (1 - alignment) * (1 - checked);
}

double formal_share(const struct formal_support_params *params, double results_financing,
                    double self_interest, double complexity)
{
    return 1 - params->picking * results_financing * self_interest * complexity;
}

double formal_alignment(const struct formal_support_params *params, double cause, double result,
                        double other_cause, double other_result)
{
    const double dx = cause - other_cause, dy = result - other_result;
    return visions_alignment(elementary_sqrt(dx * dx + dy * dy), params->vision_distance);
}

uint32_t formal_provider(const struct world *world, size_t n, uint32_t row)
{
    const uint8_t slot = world->needs.provider[row];
    if (slot == NO_PROVIDER)
        return COLUMN_NONE;
    return world->neighbourhoods
        .provider[(n * DOMAINS + world->needs.domain[row]) * CONTRACT_SLOTS + slot];
}

/* For every other active domain of the household that another provider serves,
 * a loss that links between providers and coordination make smaller. Nobody serves
 * what is not known. */
static double coordination(const struct formal_support_params *params, const struct world *world,
                           size_t n, uint32_t row, const struct formal_contract *contract)
{
    double factor = 1;
    const struct residents *residents = &world->residents;
    const uint32_t i = world->needs.resident[row];
    const unsigned others = ~(1u << world->needs.domain[row]);
    const unsigned known = residents->known[i] | households_others(residents, i, residents->known);
    if ((world->needs.complexity[row] == 0) | !(known & others))
        return factor; /* nothing else to coordinate with */
    uint32_t j = i;
    do {
        uint32_t other = residents->needs[j] & residents->known[j] & others
                             ? residents->first_need[j]
                             : COLUMN_NONE; /* most have no other */
        for (; other != COLUMN_NONE; other = world->needs.next[other]) {
            if (other == row || world->needs.domain[other] == world->needs.domain[row])
                continue;
            const uint32_t served_by = formal_provider(world, n, other);
            if (served_by == COLUMN_NONE || served_by == contract->provider)
                continue;
            const double link =
                collaborations_link(&world->collaborations, contract->provider, served_by);
            factor *= 1 - params->uncoordinated_loss * (1 - link) * contract->uncoordinated;
        }
        j = residents->next[j];
    } while (j != i);
    return factor;
}

void formal_contract_find(struct formal_contract *contract,
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
    contract->steering[0] = of->enacted[at];
    contract->steering[1] = of->enacted_half[at];
    for (int half = 0; half < 2; half++)
        contract->drift[half] = formal_drift(
            params, o->self_interest[provider], o->alignment[provider],
            formal_monitoring(params, contract->steering[half], lever[FEEDBACK_QUALITY]));
    contract->cause = o->vision[2 * provider];
    contract->result = o->vision[2 * provider + 1];
    contract->self_interest = o->self_interest[provider];
    contract->practice = o->practice[provider * DOMAINS + d];
    contract->routine = (double)o->routine[provider] - ROUTINE_USUAL;
    contract->uncoordinated = 1 - params->coordination_relief * lever[COORDINATION];
    contract->around = 1 + params->network_gain * lever[FORMAL_INFORMAL_LINK];
    contract->known = 1 - (double)of->settling_in[n * CONTRACTS + slot];
}

/* How well what is offered fits the resident; 0 or less where not at all. */
static double match_of(const struct formal_support_params *params, const struct world *world,
                       uint32_t row, const struct formal_contract *contract, double sigma)
{
    const uint32_t i = world->needs.resident[row];
    const double complexity = world->needs.complexity[row] / 255.0;
    const double with_resident = formal_alignment(params, contract->cause, contract->result,
                                                  world->residents.vision_cause[i] / 127.0,
                                                  world->residents.vision_result[i] / 127.0);
    double match =
        formal_match(params, complexity, sigma) - params->misaligned_loss * (1 - with_resident);
    match -= params->routine_loss * formal_complex_share(params, complexity) * contract->routine;
    const double fits[2] = {1, params->existing_offer_match};
    return match * fits[(world->needs.flags[row] & NEED_EXISTING_OFFER) != 0];
}

double formal_effectiveness(const struct formal_support_params *params, const struct world *world,
                            size_t n, uint32_t row, const struct formal_contract *contract)
{
    if (contract->provider == COLUMN_NONE)
        return 0;
    const struct needs *needs = &world->needs;
    const size_t half =
        contract->halved ? arms_half(world, needs->resident[row], needs->domain[row]) : 0;
    const double match = match_of(params, world, row, contract, contract->steering[half]);
    if (match <= 0)
        return 0;
    const bool others = hours_from_people(needs, row) + needs->presence[row] > 0;
    const double effectiveness =
        match * coordination(params, world, n, row, contract) * contract->drift[half] *
        formal_practice(params, contract->practice, needs->complexity[row] / 255.0) *
        (others ? contract->around : 1) * contract->known;
    return effectiveness < 1 ? effectiveness : 1;
}
