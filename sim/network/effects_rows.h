/* The functions behind the table of effects, by what they look at. Private to the table. */
#ifndef NETWORK_EFFECTS_ROWS_H
#define NETWORK_EFFECTS_ROWS_H

#include "network/effects.h"

effect_contribution density_contribution, recip_contribution, two_path_contribution,
    shared_contribution, triplet_contribution, cycle_contribution, reciprocated_contribution,
    gwesp_contribution, distance_two_contribution;
effect_contribution in_popularity, in_popularity_sqrt, out_popularity, out_popularity_sqrt,
    in_activity, in_activity_sqrt, out_activity, out_activity_sqrt;
effect_contribution ego_contribution, alter_contribution, same_contribution,
    similarity_contribution, pair_contribution;

effect_bound density_bound, distance_two_bound;
effect_bound in_popularity_bound, in_popularity_sqrt_bound, out_popularity_bound,
    out_popularity_sqrt_bound, in_activity_bound, in_activity_sqrt_bound, out_activity_bound,
    out_activity_sqrt_bound;
effect_bound ego_bound, alter_bound, same_bound, similarity_bound, pair_bound;

#endif
