#include "world/arms.h"

/* A household is known by its lowest id, which no order of storage moves. */
size_t arms_half(const struct world *world, uint32_t resident, size_t domain)
{
    const struct residents *residents = &world->residents;
    uint32_t lowest = residents->id[resident];
    for (uint32_t j = residents->next[resident]; j != resident; j = residents->next[j])
        lowest = residents->id[j] < lowest ? residents->id[j] : lowest;
    return (size_t)(digest_mix(lowest) >> (8 + domain) & 1);
}

uint32_t arms_pilots(const struct world *world, size_t municipality, size_t domain)
{
    const size_t first = world->municipalities.first[municipality];
    uint32_t count = 0;
    for (uint32_t k = 0; k < world->municipalities.neighbourhoods[municipality]; k++)
        count += world->neighbourhoods.pilot[(first + k) * DOMAINS + domain] != PILOT_NONE;
    return count;
}

void arms_let_go(struct world *world, size_t municipality, size_t domain)
{
    const size_t first = world->municipalities.first[municipality];
    for (uint32_t k = 0; k < world->municipalities.neighbourhoods[municipality]; k++) {
        const size_t at = (first + k) * DOMAINS + domain;
        world->neighbourhoods.enacted[at] = (float)arms_steering_mean(world, first + k, domain);
        world->neighbourhoods.pilot[at] = PILOT_NONE;
    }
    world->municipalities.trial[municipality * DOMAINS + domain] = 0;
}
