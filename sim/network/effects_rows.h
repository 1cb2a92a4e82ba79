/* The functions behind the table of effects, by what they look at. Private to the table. */
#ifndef NETWORK_EFFECTS_ROWS_H
#define NETWORK_EFFECTS_ROWS_H

#include "network/effects.h"

/* Structure: effects_structure.c, and effects_closure.c for ties that close others. */
effect_contribution density_contribution, recip_contribution, two_path_contribution,
    shared_contribution, triplet_contribution, mediated_contribution, cycle_contribution,
    reciprocated_contribution, distance_two_contribution, between_contribution,
    in_jaccard_contribution, out_jaccard_contribution;
effect_contribution gwesp_contribution, gwesp_shared, gwesp_common, gwesp_cycle, gwesp_mutual,
    closed_contribution, same_triplet_contribution;
effect_contribution cycle_tie, reciprocated_tie, closed_tie, same_triplet_tie;
effect_bound density_bound, distance_two_bound, between_bound;
effect_statistic distance_two_statistic;

/* Degrees: effects_degree.c for popularity, effects_activity.c for activity. */
effect_contribution in_popularity, in_popularity_sqrt, out_popularity, out_popularity_sqrt,
    mutual_popularity;
effect_bound in_popularity_bound, in_popularity_sqrt_bound, out_popularity_bound,
    out_popularity_sqrt_bound, mutual_popularity_bound;
effect_contribution mutual_popularity_tie;
effect_contribution in_activity, in_activity_sqrt, out_activity, out_activity_sqrt, mutual_activity,
    out_isolate, isolate;
effect_bound in_activity_bound, in_activity_sqrt_bound, out_activity_bound, out_activity_sqrt_bound,
    mutual_activity_bound, out_isolate_bound, isolate_bound;
effect_contribution out_activity_tie, out_activity_sqrt_tie, mutual_activity_tie;
effect_statistic out_isolate_statistic, isolate_statistic;

/* Covariates: effects_covariate.c, and effects_difference.c for two of them at once. */
effect_contribution ego_contribution, alter_contribution, same_contribution,
    similarity_contribution, pair_contribution, same_recip_contribution,
    similarity_recip_contribution;
effect_bound ego_bound, alter_bound, same_bound, similarity_bound, pair_bound;
effect_contribution difference_contribution, distance_contribution, higher_contribution,
    product_contribution;
effect_bound difference_bound, distance_bound, higher_bound, product_bound;

/* How many of those whom the actor names name it too. */
uint32_t effects_mutual_degree(const struct network *network, uint32_t actor);

#endif
