#include "process/initiatives_parts.h"
#include "world/founding.h"
#include "world/history.h"

/* The middle of all that counts when a challenge is judged. */
static const double USUAL_ROOM = 0.5, USUAL_STEERING = 0.4, USUAL_TRUST = 0.59, USUAL_RECORD = 0.4;

/* The slots of its neighbourhood and domain. */
static size_t contract_of(const struct world *world, uint32_t row)
{
    const struct initiatives *s = &world->initiatives;
    return ((size_t)s->neighbourhood[row] * DOMAINS + s->domain[row]) * CONTRACT_SLOTS;
}

static size_t slot_held_by(const struct world *world, uint32_t row)
{
    const uint32_t *provider = world->neighbourhoods.provider + contract_of(world, row);
    size_t slot = 0;
    while (slot < CONTRACT_SLOTS && provider[slot] != row)
        slot++;
    return slot;
}

/* The smallest share that somebody else than an initiative holds. */
static size_t slot_to_take(const struct world *world, uint32_t row)
{
    const size_t contract = contract_of(world, row);
    const uint32_t *provider = world->neighbourhoods.provider + contract;
    const float *share = world->neighbourhoods.provider_share + contract;
    size_t best = CONTRACT_SLOTS;
    for (size_t slot = 0; slot < CONTRACT_SLOTS; slot++) {
        if (provider[slot] == COLUMN_NONE || membership_of(world, provider[slot]))
            continue;
        if (best == CONTRACT_SLOTS || share[slot] < share[best])
            best = slot;
    }
    return best;
}

static double chance_of_yes(const struct initiating *initiating, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct world *world = initiating->world;
    return elementary_logistic(
        p->challenge_base +
        p->challenge_room * (initiating_lever(initiating, row, RULE_ROOM) - USUAL_ROOM) +
        p->challenge_steering * (initiating_steering(initiating, row) - USUAL_STEERING) +
        p->challenge_trust * ((double)world->organisations.trust[row] - USUAL_TRUST) +
        p->challenge_record * ((double)world->initiatives.record[row] - USUAL_RECORD));
}

static void tell(const struct initiating *initiating, enum event_kind kind, uint32_t row)
{
    struct world *world = initiating->world;
    events_add(&world->events, kind, (int32_t)world->organisations.municipality[row], (int32_t)row,
               (float)world->initiatives.domain[row]);
}

static void ask_to_take_over(const struct initiating *initiating, uint32_t row, double lot)
{
    struct world *world = initiating->world;
    const struct initiatives *s = &world->initiatives;
    const size_t slot = slot_to_take(world, row), m = world->organisations.municipality[row];
    if (slot == CONTRACT_SLOTS)
        return;
    s->rest[row] = (uint8_t)initiating->params->initiatives.rest;
    if (lot < chance_of_yes(initiating, row)) {
        founding_hand_over(world, s->neighbourhood[row], (enum domain)s->domain[row], slot, row);
        world->municipalities.challenges_won[m]++;
        history_kept(world, m, HISTORY_CHALLENGES, 1);
        tell(initiating, EVENT_CHALLENGE_WON, row);
    } else {
        world->municipalities.challenges_refused[m]++;
        history_broken(world, m, HISTORY_CHALLENGES, 1);
        tell(initiating, EVENT_CHALLENGE_REFUSED, row);
    }
}

void challenge_give_up(const struct initiating *initiating, uint32_t row)
{
    struct world *world = initiating->world;
    const struct initiatives *s = &world->initiatives;
    const size_t slot = slot_held_by(world, row);
    if (slot == CONTRACT_SLOTS)
        return;
    founding_hand_over(world, s->neighbourhood[row], (enum domain)s->domain[row], slot,
                       COLUMN_NONE);
    s->rest[row] = (uint8_t)initiating->params->initiatives.rest;
    world->municipalities.challenges_failed[world->organisations.municipality[row]]++;
    tell(initiating, EVENT_CHALLENGE_FAILED, row);
}

void challenge_month(const struct initiating *initiating, bool challenges, uint32_t row)
{
    const struct initiatives_params *p = &initiating->params->initiatives;
    const struct initiatives *s = &initiating->world->initiatives;
    const double energy = s->energy[row];
    struct stream draw = stream_open(initiating->now, DRAW_INITIATIVE_CHALLENGE,
                                     organisations_key(&initiating->world->organisations, row));
    const double made = stream_uniform(&draw), accepted = stream_uniform(&draw);
    const double failed = stream_uniform(&draw);
    if (slot_held_by(initiating->world, row) < CONTRACT_SLOTS) {
        if (failed < p->fail / 12 * elementary_exp(p->end_energy * (0.5 - energy)))
            challenge_give_up(initiating, row);
    } else if (challenges && s->rest[row] == 0 &&
               made < p->challenge / 12 * energy * (double)s->record[row]) {
        ask_to_take_over(initiating, row, accepted);
    }
}
