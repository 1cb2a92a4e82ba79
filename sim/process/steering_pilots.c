#include "process/steering_pilots.h"

#include "process/steering_seen.h"
#include "world/arms.h"

uint32_t steering_pilots_wanted(double start_small, uint32_t n)
{
    if (start_small <= 0)
        return 0;
    const uint32_t k = (uint32_t)(start_small * n / 2 + 0.5);
    return k < 1 ? 1 : k;
}

/* Half of the households everywhere. */
static void halve(struct world *world, size_t m, size_t domain)
{
    const struct municipalities *all = &world->municipalities;
    for (size_t n = all->first[m]; n < all->first[m] + all->neighbourhoods[m]; n++) {
        const size_t at = n * DOMAINS + domain;
        world->neighbourhoods.pilot[at] = PILOT_HALF;
        world->neighbourhoods.enacted_half[at] = world->neighbourhoods.enacted[at];
    }
    events_add(&world->events, EVENT_PILOTS, (int32_t)m, (int32_t)domain, 0.5f);
}

/* The rank of each neighbourhood by size gives its stratum; within a stratum known
 * need decides, and then the row. Written into scratch.share; few are ever ranked, so
 * each is compared with all. */
static void rank(const struct world *world, size_t m, size_t domain, uint32_t strata)
{
    const struct neighbourhoods *all = &world->neighbourhoods;
    const size_t first = world->municipalities.first[m];
    const uint32_t n = world->municipalities.neighbourhoods[m];
    double *key = world->scratch.share;
    for (size_t i = 0; i < n; i++) {
        struct steering_view view = {{0}};
        uint32_t larger = 0;
        for (size_t j = 0; j < n; j++)
            larger += all->residents[first + j] > all->residents[first + i] ||
                      (all->residents[first + j] == all->residents[first + i] && j < i);
        steering_view_add(&view, all->seen, first + i, domain, 0);
        key[i] = (double)((uint64_t)larger * strata / n) +
                 elementary_clamp(steering_view_share(&view, LOOK_KNOWN, LOOK_PEOPLE), 0, 0.99);
    }
}

bool steering_pilots_begin(const struct steering_turn *turn, size_t m, size_t domain, double lot)
{
    struct world *world = turn->world;
    const uint32_t n = world->municipalities.neighbourhoods[m];
    const size_t first = world->municipalities.first[m];
    const uint32_t k = steering_pilots_wanted(world_lever(world, m, START_SMALL), n);
    if (k == 0)
        return false;
    if (arms_halve(world, m)) {
        halve(world, m, domain);
        return true;
    }
    rank(world, m, domain, k < 3 ? k : 3);
    const double *key = world->scratch.share;
    for (size_t i = 0; i < n; i++) {
        uint32_t place = 0;
        for (size_t j = 0; j < n; j++)
            place += key[j] < key[i] || (key[j] == key[i] && j < i);
        /* Every n/k-th in this order, from a beginning by lot. */
        const uint64_t here = (uint64_t)((double)place * k / n + lot);
        const uint64_t next = (uint64_t)((place + 1.0) * k / n + lot);
        if (next > here)
            world->neighbourhoods.pilot[(first + i) * DOMAINS + domain] = PILOT_WHOLE;
    }
    events_add(&world->events, EVENT_PILOTS, (int32_t)m, (int32_t)domain, (float)k);
    return true;
}
