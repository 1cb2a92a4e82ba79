/* Visions: where a party stands on two questions. Do problems come from the person
 * (-1) or from circumstances (1), and is the end output (-1) or quality of life (1)? */
#ifndef WORLD_VISIONS_H
#define WORLD_VISIONS_H

#include "world/world.h"

/* Somebody new leads the organisation: it has a fresh anchor, and stands there. For who
 * begins one (founding_begin leaves zeros) and when its leaders are replaced. */
void visions_renew_organisation(struct world *world, uint32_t organisation, struct moment now);
void visions_renew_municipality(struct world *world, size_t municipality, struct moment now);

/* One of the two values, as people differ in it. */
double visions_draw(struct stream *draw);

/* Distance of two positions of two values each. */
static inline double visions_distance(const float *one, const float *other)
{
    const double cause = (double)one[0] - other[0], result = (double)one[1] - other[1];
    return elementary_sqrt(cause * cause + result * result);
}

/* max(0, 1 - distance / d0). */
static inline double visions_alignment(double distance, double vision_distance)
{
    const uint64_t near = elementary_bits(1 - distance / vision_distance);
    return elementary_from_bits(near & ((near >> 63) - 1)); /* below 0 is 0, without a branch */
}

#endif
