/* The functions behind the table of effects, by what they look at. Private to the table. */
#ifndef NETWORK_EFFECTS_ROWS_H
#define NETWORK_EFFECTS_ROWS_H

#include "network/effects.h"

/* Structure: effects_structure.c, and effects_closure.c for ties that close others. */
effect_contribution effect_density, effect_recip, effect_two_path, effect_shared, effect_triplet,
    effect_mediated, effect_cycle, effect_reciprocated, effect_distance_two, effect_between,
    effect_in_jaccard, effect_out_jaccard;
effect_contribution effect_gwesp, effect_gwesp_shared, effect_gwesp_common, effect_gwesp_cycle,
    effect_gwesp_mutual, effect_closed, effect_same_triplet;
effect_contribution effect_cycle_tie, effect_reciprocated_tie, effect_closed_tie,
    effect_same_triplet_tie;
effect_bound effect_density_bound, effect_distance_two_bound, effect_between_bound;
effect_statistic effect_distance_two_statistic;

/* Degrees: effects_degree.c for popularity, effects_activity.c for activity. */
effect_contribution effect_in_popularity, effect_in_popularity_sqrt, effect_out_popularity,
    effect_out_popularity_sqrt, effect_mutual_popularity;
effect_bound effect_in_popularity_bound, effect_in_popularity_sqrt_bound,
    effect_out_popularity_bound, effect_out_popularity_sqrt_bound, effect_mutual_popularity_bound;
effect_contribution effect_mutual_popularity_tie;
effect_contribution effect_in_activity, effect_in_activity_sqrt, effect_out_activity,
    effect_out_activity_sqrt, effect_mutual_activity, effect_out_isolate, effect_isolate;
effect_bound effect_in_activity_bound, effect_in_activity_sqrt_bound, effect_out_activity_bound,
    effect_out_activity_sqrt_bound, effect_mutual_activity_bound, effect_out_isolate_bound,
    effect_isolate_bound;
effect_contribution effect_out_activity_tie, effect_out_activity_sqrt_tie,
    effect_mutual_activity_tie;
effect_statistic effect_out_isolate_statistic, effect_isolate_statistic;

/* Covariates: effects_covariate.c, and effects_difference.c for two of them at once. */
effect_contribution effect_ego, effect_alter, effect_same, effect_similarity, effect_pair,
    effect_same_recip, effect_similarity_recip;
effect_bound effect_ego_bound, effect_alter_bound, effect_same_bound, effect_similarity_bound,
    effect_pair_bound;
effect_contribution effect_difference, effect_distance, effect_higher, effect_product;
effect_bound effect_difference_bound, effect_distance_bound, effect_higher_bound,
    effect_product_bound;

/* How many of those whom the actor names name it too. */
uint32_t effect_mutual_degree(const struct network *network, uint32_t actor);

#endif
