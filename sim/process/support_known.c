#include "process/support_known.h"

uint64_t support_nature(struct moment now, uint32_t id)
{
    return digest_mix(((uint64_t)now.key.word[0] << 32 | now.key.word[1]) + id);
}

/* Who is not born yet, in the months before the first, is not there. `meets`: of so many in
 * 2^32 the low bits of their nature send them to the meeting place. */
static uint32_t known_of(const struct world *world, size_t i, struct moment now, uint64_t meets)
{
    const int age = residents_age_months(&world->residents, i, now.month);
    const uint32_t id = world->residents.id[i];
    if (id == 0 || age < 0)
        return 0;
    const bool goes = meets > 0 && (uint32_t)support_nature(now, id) < meets;
    return (uint32_t)(age < KNOWN_AGE ? age : KNOWN_AGE) |
           (uint32_t)(255 * world->residents.strain[i]) << KNOWN_BURDEN |
           (uint32_t)world->ties.in_degree[i] << KNOWN_NAMED | KNOWN_PRESENT |
           (goes ? (uint32_t)KNOWN_MEETS : 0);
}

void support_know(const struct support_network_params *params, struct moment now,
                  struct world *world)
{
    const struct blocks *blocks = &world->blocks;
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < blocks->count; b++) {
        const size_t n = blocks->neighbourhood[b];
        const double share =
            params->meeting_share * world->neighbourhoods.lever[n * LEVERS + MEETING_PLACES];
        for (uint32_t i = blocks->first[b]; i < blocks->first[b] + blocks->length[b]; i++)
            world->scratch.known[i] = known_of(world, i, now, (uint64_t)(share * 0x1p32));
    }
}
