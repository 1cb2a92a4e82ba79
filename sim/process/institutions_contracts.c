#include "process/institutions_contracts.h"

#include "process/institutions_tender.h"

static void place(const struct params *params, struct moment now, struct world *world, size_t n,
                  size_t contract)
{
    struct tender tender = {.params = &params->institutions,
                            .costs = &params->finance,
                            .pay = &params->formal_support,
                            .now = now,
                            .world = world,
                            .neighbourhood = n,
                            .contract = contract};
    struct municipalities *m = &world->municipalities;
    const uint32_t municipality = world->neighbourhoods.municipality[n];
    const uint32_t before = world->neighbourhoods.provider[n * DOMAINS * CONTRACT_SLOTS + contract];
    tender_open(&tender);
    const uint32_t now_held = tender_award(&tender);
    if (now_held == COLUMN_NONE)
        return;
    m->contracts_placed[municipality]++;
    if (now_held == before)
        return;
    m->contracts_changed[municipality]++;
    if (before != COLUMN_NONE)
        events_add(&world->events, EVENT_CONTRACT_LOST, (int32_t)municipality, (int32_t)before,
                   (float)now_held);
}

/* A share that nobody was given at settlement is no contract. */
static void month_of(const struct params *params, struct moment now, struct world *world, size_t n,
                     size_t contract)
{
    struct neighbourhoods *all = &world->neighbourhoods;
    const size_t at = n * DOMAINS * CONTRACT_SLOTS + contract;
    if (all->provider_share[at] <= 0)
        return;
    all->settling_in[at] -= (float)params->institutions.continuity_pace * all->settling_in[at];
    const uint8_t gap = (uint8_t)(params->institutions.gap + 0.5);
    if (all->provider[at] == COLUMN_NONE && all->contract_left[at] > gap)
        all->contract_left[at] = gap;
    if (all->contract_left[at] > 0)
        all->contract_left[at]--;
    if (all->contract_left[at] == 0)
        place(params, now, world, n, contract);
}

void institutions_contracts(const struct params *params, struct moment now, struct world *world)
{
    struct municipalities *m = &world->municipalities;
    for (size_t i = 0; i < m->count; i++)
        m->contracts_placed[i] = m->contracts_changed[i] = m->rivals_parted[i] = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (size_t contract = 0; contract < DOMAINS * CONTRACT_SLOTS; contract++)
            month_of(params, now, world, n, contract);
}
