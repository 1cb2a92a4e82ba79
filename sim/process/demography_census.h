/* What the parts of demography read of one block in one month. */
#ifndef PROCESS_DEMOGRAPHY_CENSUS_H
#define PROCESS_DEMOGRAPHY_CENSUS_H

#include "base/candidates.h"
#include "params/scenario.h"
#include "process/demography_keeping.h"
#include "world/draw.h"
#include "world/world.h"

/* Chances a month of those in a municipality who are likeliest to: whose lot lies above them need
 * not be looked at. */
struct likeliest {
    double death, birth, leaving_home, pairing, parting, moving;
};

struct census {
    const struct demography_params *params;
    const struct scenario *scenario;
    const struct keeping *keeping; /* of the municipality, as the next */
    const struct likeliest *likeliest;
    struct moment now;
    struct world *world;
    size_t neighbourhood;
    uint32_t first, length; /* of the block */
};

static inline int census_years(const struct census *census, uint32_t i)
{
    return residents_age_months(&census->world->residents, i, census->now.month) / 12;
}

/* Candidates of the block, of which nobody has a larger chance than `most`. */
static inline void census_candidates(struct candidates *candidates, const struct census *census,
                                     enum draw purpose, double ceiling, double most)
{
    candidates_open(candidates, census->now, purpose, census->first, census->length,
                    stream_gap_scale(ceiling));
    candidates_below(candidates, most / ceiling);
}

/* Draws the next candidates and leaves those present in one of the `positions`, a bit for each;
 * false when there are no more. What happens to one may take another out of its position, so
 * that it is looked at again; nothing that happens brings one in. */
static inline bool census_more(struct candidates *candidates, const struct census *census,
                               unsigned positions)
{
    const struct residents *residents = &census->world->residents;
    uint8_t marked[CANDIDATES_AHEAD];
    if (!candidates_more(candidates))
        return false;
    for (uint32_t k = 0; k < candidates->drawn; k++) {
        const uint32_t i = candidates->of[k].place;
        marked[k] = (residents->id[i] != 0) & (positions >> residents->position[i] & 1);
    }
    candidates_keep(candidates, marked);
    return true;
}

#endif
