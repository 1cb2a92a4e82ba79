#include "process/collaboration_know.h"

#include "base/elementary.h"
#include "world/visions.h"

static double *known_of(const struct collaboration_choice *choice, uint32_t actor)
{
    return choice->network.record + actor * choice->network.record_size;
}

void collaboration_know_itself(struct collaboration_choice *choice)
{
    const struct world *world = choice->world;
    const size_t m = choice->municipality;
    const double brokerage = world_lever(world, m, COORDINATION);
    /* Half partnership terms are the usual ones. */
    choice->rivalry = 2 * (1 - world_lever(world, m, COLLABORATION_TERMS));
    /* All strangers together weigh as much as some that one meets, however many they are. */
    const uint32_t others = choice->network.actors > 1 ? choice->network.actors - 1 : 1;
    choice->far = elementary_log(choice->model->strangers / others);
    for (uint32_t i = 0; i < choice->network.actors; i++) {
        double *known = known_of(choice, i);
        known[KNOWN_EFFORT] = world->organisations.network_effort[choice->member[i]];
        known[KNOWN_TRUST] = world->organisations.trust[choice->member[i]];
        known[KNOWN_HISTORY] = world->municipalities.history[m];
        known[KNOWN_BROKERAGE] = brokerage;
    }
}

static const uint32_t *providers_in(const struct world *world, size_t neighbourhood)
{
    return world->neighbourhoods.provider + neighbourhood * DOMAINS * CONTRACT_SLOTS;
}

static unsigned domains_served(const uint32_t *provider, uint32_t organisation)
{
    unsigned domains = 0;
    for (size_t c = 0; c < DOMAINS * CONTRACT_SLOTS; c++)
        domains |= (unsigned)(provider[c] == organisation) << c / CONTRACT_SLOTS;
    return domains;
}

static void meet(struct collaboration_choice *choice, uint32_t organisation)
{
    known_of(choice, collaboration_actor(choice, organisation))[KNOWN_FAR] = 0;
}

/* One meets who works in the same neighbourhood. One more for each of them who serves
 * another domain there, once. */
static void count_beside(struct collaboration_choice *choice, const uint32_t *provider,
                         uint32_t organisation, unsigned own)
{
    for (size_t c = 0; c < DOMAINS * CONTRACT_SLOTS; c++) {
        if (provider[c] == COLUMN_NONE || provider[c] == organisation)
            continue;
        meet(choice, provider[c]);
        if (own >> c / CONTRACT_SLOTS & 1)
            continue;
        size_t before = 0;
        while (provider[before] != provider[c] || own >> before / CONTRACT_SLOTS & 1)
            before++;
        if (before == c)
            known_of(choice, collaboration_actor(choice, provider[c]))[KNOWN_COMPLEMENT] += 1;
    }
}

/* The share of ego's neighbourhoods in which the other serves a domain that ego does
 * not serve there. */
static void know_complements(struct collaboration_choice *choice, uint32_t ego)
{
    const struct municipalities *m = &choice->world->municipalities;
    const uint32_t organisation = choice->member[ego];
    const size_t first = m->first[choice->municipality];
    const size_t end = first + m->neighbourhoods[choice->municipality];
    double served = 0;
    for (size_t n = first; n < end; n++) {
        const uint32_t *provider = providers_in(choice->world, n);
        const unsigned own = domains_served(provider, organisation);
        if (own == 0)
            continue;
        served += 1;
        count_beside(choice, provider, organisation, own);
    }
    for (uint32_t j = 0; j < choice->network.actors && served > 0; j++)
        known_of(choice, j)[KNOWN_COMPLEMENT] /= served;
}

static double domains_in(unsigned domains)
{
    double count = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        count += domains >> d & 1;
    return count;
}

/* One meets those who name one, partners, and partners of partners. */
static void know_partners(struct collaboration_choice *choice, uint32_t ego)
{
    const struct network *network = &choice->network;
    const uint32_t *in = lists_row(&network->in, ego);
    for (uint32_t k = 0; k < lists_degree(&network->in, ego); k++)
        meet(choice, choice->member[in[k]]);
    const size_t row = (size_t)choice->member[ego] * COLLABORATION_SLOTS;
    const struct collaborations *ties = &choice->world->collaborations;
    for (size_t k = 0; k < COLLABORATION_SLOTS && collaborations_used(ties, row + k); k++) {
        const uint32_t partner = collaboration_actor(choice, ties->to[row + k]);
        const uint32_t *further = lists_row(&network->out, partner);
        known_of(choice, partner)[KNOWN_STRENGTH] = ties->strength[row + k];
        for (uint32_t l = 0; l < lists_degree(&network->out, partner); l++)
            meet(choice, choice->member[further[l]]);
    }
}

/* What all others are to the one that chooses. */
void collaboration_know_others(struct collaboration_choice *choice, uint32_t ego)
{
    const struct organisations *o = &choice->world->organisations;
    const uint32_t one = choice->member[ego];
    for (uint32_t j = 0; j < choice->network.actors; j++) {
        const uint32_t other = choice->member[j];
        const unsigned both = o->domains[one] & o->domains[other];
        const unsigned either = o->domains[one] | o->domains[other];
        double *known = known_of(choice, j);
        known[KNOWN_FAR] = choice->far;
        known[KNOWN_COMPLEMENT] = known[KNOWN_STRENGTH] = 0;
        known[KNOWN_ALIGNMENT] = visions_alignment(
            visions_distance(o->vision + (size_t)2 * one, o->vision + (size_t)2 * other),
            choice->model->vision_distance);
        known[KNOWN_RIVALRY] = both ? choice->rivalry * domains_in(both) / domains_in(either) : 0;
    }
    know_complements(choice, ego);
    know_partners(choice, ego);
}
