/* The part of needs that begins: candidates are drawn at a ceiling, and their hazard worked out
 * as far as needed. */
#ifndef PROCESS_NEEDS_ONSET_H
#define PROCESS_NEEDS_ONSET_H

#include "base/stream.h"
#include "params/params.h"
#include "world/world.h"

/* From this age in months on the band is the last. */
enum { AGE_MONTHS = 128 * 12 };

/* What does not change in a month, worked out once. */
struct rates {
    const struct needs_params *params;
    const struct hours_params *hours;
    struct moment now;
    double onset_scale[DOMAINS], crisis_scale, relapse[DOMAINS];
    double circumstances_most[2]; /* of onset at most: without other needs, with some */
    /* The exponent of circumstances at the most, but for self-reliance: by other needs up to two,
     * low income and whether there are others in the household. */
    double exponent_most[3][2][2];
    double isolated;          /* what it is multiplied by with at most one tie */
    uint8_t band[AGE_MONTHS]; /* of age by age in months */
};

/* Ages in months at which a domain ends by law or custom: youth care at 23, work
 * at 67, school at 18. */
extern const int needs_last_age[DOMAINS];

/* New needs of one domain among the residents of a block. */
void needs_onsets(const struct rates *rates, struct world *world, size_t block, int domain);

#endif
