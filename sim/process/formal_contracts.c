#include "process/formal_contracts.h"

#include "process/formal_effect.h"
#include "process/formal_pay.h"
#include "world/arms.h"

enum { CELLS = CONTRACTS * RANKS };

double contracts_administration(const struct formal_support_params *params,
                                const struct world *world, size_t n, int domain)
{
    const float *lever = world->neighbourhoods.lever + n * LEVERS;
    const struct monitoring monitoring = formal_monitoring(
        params, arms_steering_mean(world, n, (size_t)domain), lever[FEEDBACK_QUALITY]);
    /* A professional has about 120 hours a month, of which a team takes some. */
    const double teams = params->team_hours * lever[COORDINATION] / 120;
    return formal_administration(params, monitoring, lever[RESULTS_FINANCING]) + teams;
}

/* What contracts ask for an hour over the usual price of the domain, by their hours. */
static double mean_price(const struct world *world, size_t m, int domain)
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    double asked = 0, hours = 0;
    for (uint32_t k = 0; k < world->municipalities.neighbourhoods[m]; k++) {
        const size_t at = (world->municipalities.first[m] + k) * DOMAINS + (size_t)domain;
        for (size_t c = at * CONTRACT_SLOTS; c < (at + 1) * CONTRACT_SLOTS; c++) {
            const double part = n->contracted[at] * (double)n->provider_share[c];
            asked += part * (double)n->contract_price[c];
            hours += part;
        }
    }
    return hours > 0 ? asked / hours : 1;
}

/* Paid hours a month that the municipality's budget allows in a domain, at what
 * an hour has lately cost with results paid for. */
static double ceiling(const struct formal_support_params *params, const struct world *world,
                      size_t m, int domain)
{
    const struct municipalities *municipalities = &world->municipalities;
    const double stay = domain == YOUTH ? params->youth_stay : 0;
    const double cents = (double)municipalities->budget[m * DOMAINS + domain] * (1 - stay) +
                         (double)municipalities->moved[m * DOMAINS + domain];
    const double surcharge = municipalities->surcharge[m * DOMAINS + domain];
    const double price = params->price[domain] * mean_price(world, m, domain) *
                         (1 + (surcharge > -0.5 ? surcharge : -0.5));
    return cents / 100 / 12 / price * (1 + params->overrun[domain]);
}

static void follow(const struct formal_support_params *params, struct world *world, size_t n,
                   int domain)
{
    float *contracted = &world->neighbourhoods.contracted[n * DOMAINS + domain];
    const double demand = world->neighbourhoods.wanted[n * DOMAINS + domain] *
                          (1 - params->shortfall) *
                          (1 - formal_pay_withheld(params, world, n, domain)) /
                          (1 - contracts_administration(params, world, n, domain));
    const double gap = demand - *contracted;
    *contracted = (float)(*contracted + gap * (gap > 0 ? params->follow_up : params->follow_down));
}

void contracts_follow(const struct formal_support_params *params, struct world *world)
{
    const struct municipalities *m = &world->municipalities;
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < m->count; i++)
        for (int d = 0; d < DOMAINS; d++) {
            double total = 0;
            const double most = ceiling(params, world, i, d);
            for (uint32_t k = 0; k < m->neighbourhoods[i]; k++) {
                follow(params, world, m->first[i] + k, d);
                total += n->contracted[(m->first[i] + k) * DOMAINS + (size_t)d];
            }
            for (uint32_t k = 0; k < m->neighbourhoods[i]; k++) {
                const size_t at = (m->first[i] + k) * DOMAINS + (size_t)d;
                if (total > most)
                    n->contracted[at] = (float)(n->contracted[at] * most / total);
                n->supply[at] =
                    (float)(n->contracted[at] * params->supply *
                            (1 - contracts_administration(params, world, m->first[i] + k, d)));
            }
        }
}

static void add_hours(const struct formal_support_params *params, struct world *world)
{
    struct organisations *o = &world->organisations;
    const struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < o->count; i++)
        o->hours[i] = o->paid[i] = o->steering[i] = o->effect[i] = 0;
    for (size_t i = 0; i < n->count; i++)
        for (size_t c = 0; c < CONTRACTS; c++) {
            const uint32_t provider = n->provider[i * CONTRACTS + c];
            if (provider == COLUMN_NONE)
                continue;
            const int d = (int)(c / CONTRACT_SLOTS);
            const double hours = world->scratch.granted[i * CELLS + c + SUM_HOURS] / PAY_UNITS;
            const double paid = hours / (1 - contracts_administration(params, world, i, d));
            o->hours[provider] += (float)hours;
            o->paid[provider] += (float)paid;
            o->effect[provider] +=
                (float)(world->scratch.granted[i * CELLS + c + SUM_EFFECT] / PAY_UNITS / 255);
            o->steering[provider] += (float)(hours * arms_steering_mean(world, i, (size_t)d));
        }
}

/* What an hour does, over about a year; the first month in which it is seen counts whole. */
static void learn_outcome(struct organisations *o, size_t i)
{
    if (o->hours[i] <= 0)
        return;
    const double now = (double)o->effect[i] / (double)o->hours[i];
    const double pace = o->outcome[i] > 0 ? 1.0 / 12 : 1;
    o->outcome[i] += (float)(pace * (now - (double)o->outcome[i]));
}

/* Friction between own and client interest: unvoiced it piles up and wears the
 * ties, voiced it costs hours and keeps them. */
static void rub(const struct formal_support_params *params, struct world *world, uint32_t i)
{
    struct organisations *o = &world->organisations;
    const size_t m = o->municipality[i];
    const double vision = formal_alignment(params, o->vision[2 * i], o->vision[2 * i + 1],
                                           world->municipalities.vision[2 * m],
                                           world->municipalities.vision[2 * m + 1]);
    o->alignment[i] = (float)vision;
    const double arises = params->friction * o->self_interest[i] * (1 - vision);
    const double friction = o->friction[i] + arises * (1 - o->openness[i]) - 0.05 * o->friction[i];
    o->friction[i] = (float)(friction < 1 ? friction : 1);
    o->voiced[i] =
        (float)(params->voice_cost * o->self_interest[i] * (1 - vision) * o->openness[i]);
}

/* What own interest takes under the steering that organisations work under. */
static void drift_off(const struct formal_support_params *params, struct world *world, size_t m)
{
    struct organisations *o = &world->organisations;
    const double feedback = world_lever(world, m, FEEDBACK_QUALITY);
    const size_t first = world->municipalities.first_organisation[m];
    for (size_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        if (!organisations_present(o, i))
            continue;
        const struct monitoring monitoring = formal_monitoring(params, o->steering[i], feedback);
        o->drift[i] =
            (float)(1 - formal_drift(params, o->self_interest[i], o->alignment[i], monitoring));
    }
}

/* Joint work strengthens a tie, unvoiced friction of either wears it; strength
 * returns to what the effort of the one who names supports. */
static void work_together(const struct formal_support_params *params, struct world *world, size_t m)
{
    struct collaborations *ties = &world->collaborations;
    const struct organisations *o = &world->organisations;
    const double teams = world_lever(world, m, COORDINATION);
    const size_t first = world->municipalities.first_organisation[m];
    const size_t end = first + world->municipalities.organisations[m];
    for (size_t t = first * COLLABORATION_SLOTS; t < end * COLLABORATION_SLOTS; t++) {
        const uint32_t a = ties->from[t], b = ties->to[t];
        if (!collaborations_used(ties, t))
            continue;
        const double gain = params->link_growth * (teams + o->network_effort[a]);
        const double wear = params->link_growth + 0.05 * (o->friction[a] + o->friction[b]);
        const double strength =
            ties->strength[t] + gain * (1 - ties->strength[t]) - wear * ties->strength[t];
        ties->strength[t] = (float)elementary_clamp(strength, 0.05, 1);
    }
}

/* Steering where no hours weigh: of an initiative that of its domain where it began. */
static float steering_around(const struct world *world, size_t i)
{
    const size_t m = world->organisations.municipality[i];
    const size_t n = world->initiatives.neighbourhood[i];
    double mean = 0;
    if (world->organisations.kind[i] == ORGANISATION_INITIATIVE)
        return world->neighbourhoods.enacted[n * DOMAINS + world->initiatives.domain[i]];
    for (size_t d = 0; d < DOMAINS; d++)
        mean += (double)world->municipalities.enacted[m * DOMAINS + d] / DOMAINS;
    return (float)mean;
}

/* Position: strength of all ties, in and out, saturating: x / (x + 1.5), so that
 * three half-strong ties make a middle position. */
static void position(struct world *world)
{
    struct organisations *o = &world->organisations;
    const struct collaborations *ties = &world->collaborations;
    for (size_t i = 0; i < o->count; i++)
        o->network_position[i] = 0;
    for (size_t t = 0; t < ties->count; t++) {
        if (!collaborations_used(ties, t))
            continue;
        o->network_position[ties->from[t]] += ties->strength[t] / 2;
        o->network_position[ties->to[t]] += ties->strength[t] / 2;
    }
    for (size_t i = 0; i < o->count; i++)
        o->network_position[i] /= o->network_position[i] + 1.5f;
}

/* Who gives no hours works under the mean of the domains. */
static void mean_steering(struct world *world)
{
    struct organisations *o = &world->organisations;
    for (size_t i = 0; i < o->count; i++) {
        if (!organisations_present(o, i))
            continue;
        o->steering[i] = o->hours[i] > 0 ? o->steering[i] / o->hours[i] : steering_around(world, i);
    }
}

/* Quadrants split both axes at 0.5, with a band around it that belongs to none. */
static void sort_quadrants(struct organisations *o)
{
    for (size_t i = 0; i < o->count; i++) {
        if (!organisations_present(o, i))
            continue;
        const float sigma = o->steering[i] - 0.5f, place = o->network_position[i] - 0.5f;
        const bool between =
            (sigma > -0.025f && sigma < 0.025f) || (place > -0.025f && place < 0.025f);
        o->quadrant[i] = between     ? BETWEEN_QUADRANTS
                         : sigma < 0 ? (place < 0 ? COMMISSIONED_SUPPLIER : DIRECTED_CHAIN)
                                     : (place < 0 ? SUPPORTED_LONER : CO_PRODUCER);
    }
}

void contracts_wear(const struct formal_support_params *params, struct world *world)
{
    for (uint32_t i = 0; i < world->organisations.count; i++)
        if (organisations_present(&world->organisations, i))
            rub(params, world, i);
    for (size_t m = 0; m < world->municipalities.count; m++)
        work_together(params, world, m);
    position(world);
}

void contracts_settle(const struct formal_support_params *params, struct world *world)
{
    add_hours(params, world);
    formal_pay(params, world);
    for (size_t i = 0; i < world->organisations.count; i++)
        learn_outcome(&world->organisations, i);
    contracts_wear(params, world);
    mean_steering(world);
    for (size_t m = 0; m < world->municipalities.count; m++)
        drift_off(params, world, m);
    sort_quadrants(&world->organisations);
}
