/* How many persons of which age band have which position in one neighbourhood:
 * the published marginals, fitted together and rounded to whole persons. */
#ifndef WORLD_SETTLE_MIX_H
#define WORLD_SETTLE_MIX_H

#include <stddef.h>
#include <stdint.h>

#include "params/places.h"

enum { MIX_BANDS = 24 };

struct mix {
    const struct position_row *rows[MIX_BANDS]; /* the bands: five years, the oldest wider */
    size_t bands;
    double wanted[MIX_BANDS][POSITION_SHARES];
    uint32_t count[MIX_BANDS][POSITION_SHARES];
};

/* The mix of `residents` persons in the neighbourhood of `place`. */
void settle_mix(struct mix *mix, const struct places *places, const struct place_row *place,
                uint32_t residents);

#endif
