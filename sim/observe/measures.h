/* The functions that measure: from the sums of a municipality or neighbourhood
 * (`index` is the place on a second axis, or DOMAINS for all domains), or of one
 * organisation. What each means stands in its row of variables.c. */
#ifndef OBSERVE_MEASURES_H
#define OBSERVE_MEASURES_H

#include "observe/sums.h"

/* part / whole, 0 where there is nothing. */
static inline double measure_ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* The neighbourhoods that the sums stand for: from the first to below the end. */
size_t measure_first(const struct sums *sums);
size_t measure_end(const struct sums *sums);
/* A column of neighbourhoods of `width` values, added up: one of them, or, from index `width` on,
 * all. */
double measure_summed(const struct sums *sums, enum column_type type, const void *array,
                      size_t width, size_t index);

/* clang-format off */
double measure_residents(const struct sums *sums, size_t index);
double measure_age_mean(const struct sums *sums, size_t index);
double measure_share_80_plus(const struct sums *sums, size_t index);
double measure_share_low_income(const struct sums *sums, size_t index);
double measure_needy_share(const struct sums *sums, size_t index);
double measure_hidden_share(const struct sums *sums, size_t index);
double measure_complexity_mean(const struct sums *sums, size_t index);
double measure_self_reliance_mean(const struct sums *sums, size_t index);
double measure_self_reliance_sd(const struct sums *sums, size_t index);
double measure_self_reliance_gap(const struct sums *sums, size_t index);
double measure_self_reliance_of_income(const struct sums *sums, size_t index);
double measure_trust_of_income(const struct sums *sums, size_t index);
double measure_trust_mean(const struct sums *sums, size_t index);
double measure_carers_share(const struct sums *sums, size_t index);
double measure_carers_heavy_share(const struct sums *sums, size_t index);
double measure_care_hours_mean(const struct sums *sums, size_t index);
double measure_hours_given(const struct sums *sums, size_t index);
double measure_strain_mean(const struct sums *sums, size_t index);
double measure_strained_share(const struct sums *sums, size_t index);
double measure_burnout_share(const struct sums *sums, size_t index);
double measure_degree_mean(const struct sums *sums, size_t index);
double measure_degree_share(const struct sums *sums, size_t degree);
double measure_degree_sd(const struct sums *sums, size_t index);
double measure_isolated_share(const struct sums *sums, size_t index);
double measure_kin_share(const struct sums *sums, size_t index);
double measure_local_share(const struct sums *sums, size_t index);
double measure_reciprocity(const struct sums *sums, size_t index);
double measure_transitivity(const struct sums *sums, size_t index);
double measure_need_cases(const struct sums *sums, size_t index);
double measure_need_share(const struct sums *sums, size_t index);
double measure_known_share(const struct sums *sums, size_t index);
double measure_clients_per_1000(const struct sums *sums, size_t index);
double measure_severity_mean(const struct sums *sums, size_t index);
double measure_spell_mean(const struct sums *sums, size_t index);
double measure_needs_ended(const struct sums *sums, size_t index);
double measure_needs_ended_by_help(const struct sums *sums, size_t index);
double measure_required_hours(const struct sums *sums, size_t index);
double measure_own_hours(const struct sums *sums, size_t index);
double measure_asked_hours(const struct sums *sums, size_t index);
double measure_informal_hours(const struct sums *sums, size_t index);
double measure_formal_hours(const struct sums *sums, size_t index);
double measure_unmet_hours(const struct sums *sums, size_t index);
double measure_presence_hours(const struct sums *sums, size_t index);
double measure_own_share(const struct sums *sums, size_t index);
double measure_informal_share(const struct sums *sums, size_t index);
double measure_formal_share(const struct sums *sums, size_t index);
double measure_unmet_share(const struct sums *sums, size_t index);
double measure_waiting_share(const struct sums *sums, size_t index);
double measure_waiting_months(const struct sums *sums, size_t index);
double measure_effectiveness(const struct sums *sums, size_t index);
double measure_fallen_between(const struct sums *sums, size_t index);
double measure_talked_share(const struct sums *sums, size_t index);
double measure_existing_offer_share(const struct sums *sums, size_t index);
double measure_knowledge(const struct sums *sums, size_t index);
double measure_ties_lost(const struct sums *sums, size_t index);
double measure_tie_chances(const struct sums *sums, size_t index);
double measure_tie_chances_unused(const struct sums *sums, size_t index);
double measure_administration_share(const struct sums *sums, size_t index);
double measure_steering_here(const struct sums *sums, size_t index);
double measure_trials_running(const struct sums *sums, size_t index);
double measure_pilot_share(const struct sums *sums, size_t index);
double measure_seen_effect(const struct sums *sums, size_t index);
double measure_incidents(const struct sums *sums, size_t index);
double measure_severe_unmet(const struct sums *sums, size_t index);
double measure_hours_drifted(const struct sums *sums, size_t index);
double measure_control_reflex(const struct sums *sums, size_t index);
double measure_spending(const struct sums *sums, size_t index);
double measure_paid_for_hours(const struct sums *sums, size_t index);
double measure_paid_for_results(const struct sums *sums, size_t index);
double measure_budget_left(const struct sums *sums, size_t index);
double measure_budget_moved(const struct sums *sums, size_t index);
double measure_budget_refused(const struct sums *sums, size_t index);
double measure_budget_outside(const struct sums *sums, size_t index);
double measure_judged_by_lives(const struct sums *sums, size_t index);
double measure_alignment_mean(const struct sums *sums, size_t index);
double measure_network_position_mean(const struct sums *sums, size_t index);
/* Counts the collaboration network of the municipality of `sums`, for those that follow. */
void measure_collaboration_sums(struct sums *sums);
double measure_partners_mean(const struct sums *sums, size_t index);
double measure_collaboration_strength(const struct sums *sums, size_t index);
double measure_collaboration_reciprocity(const struct sums *sums, size_t index);
double measure_collaboration_transitivity(const struct sums *sums, size_t index);
double measure_institutions(const struct sums *sums, size_t index);
double measure_contracts_vacant(const struct sums *sums, size_t index);
double measure_contract_price(const struct sums *sums, size_t index);
double measure_routine_mean(const struct sums *sums, size_t index);
double measure_openness_mean(const struct sums *sums, size_t index);
double measure_effort_mean(const struct sums *sums, size_t index);
double measure_margin_mean(const struct sums *sums, size_t index);
double measure_friction_voiced(const struct sums *sums, size_t index);
double measure_initiative_hours(const struct sums *sums, size_t index);
double measure_initiative_share(const struct sums *sums, size_t index);
double measure_residents_share(const struct sums *sums, size_t index);
double measure_initiatives_alive(const struct sums *sums, size_t index);
double measure_initiative_members(const struct sums *sums, size_t index);
double measure_initiative_energy(const struct sums *sums, size_t index);
double measure_initiative_offered(const struct sums *sums, size_t index);
double measure_initiative_grants(const struct sums *sums, size_t index);
double measure_challenges_made(const struct sums *sums, size_t index);
double measure_initiative_contracts(const struct sums *sums, size_t index);
double measure_lost_onsets(const struct sums *sums, size_t index);
double measure_lost_events(const struct sums *sums, size_t index);
double measure_lever_effective(const struct sums *sums, size_t index);
double measure_organisation_partners(const struct spel_model *model, size_t i);
double measure_places_filled(const struct sums *sums, size_t index);
double measure_place_hours(const struct sums *sums, size_t index);
double measure_places_offered(const struct sums *sums, size_t index);
double measure_entrepreneurs(const struct sums *sums, size_t index);
double measure_entrepreneur_engagement(const struct sums *sums, size_t index);
double measure_entrepreneur_capital(const struct sums *sums, size_t index);
double measure_practice_mean(const struct sums *sums, size_t index);
double measure_organisation_practice(const struct spel_model *model, size_t i);
double measure_organisation_members(const struct spel_model *model, size_t i);
double measure_organisation_energy(const struct spel_model *model, size_t i);
double measure_gain(const struct sums *sums, size_t part);
double measure_quadrant_share(const struct sums *sums, size_t part);
double measure_promises_kept(const struct sums *sums, size_t part);
/* clang-format on */

#endif
