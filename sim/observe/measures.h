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
/* A column of neighbourhoods of `width` values, added up; index `width` adds all. */
double measure_summed(const struct sums *sums, const float *column, size_t width, size_t index);

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
double measure_conversations(const struct sums *sums, size_t index);
double measure_births(const struct sums *sums, size_t index);
double measure_deaths(const struct sums *sums, size_t index);
double measure_arrivals(const struct sums *sums, size_t index);
double measure_departures(const struct sums *sums, size_t index);
double measure_long_term_care_exits(const struct sums *sums, size_t index);
double measure_ties_lost(const struct sums *sums, size_t index);
double measure_ties_lost_by_choice(const struct sums *sums, size_t index);
double measure_ties_lost_by_death(const struct sums *sums, size_t index);
double measure_ties_lost_by_moving(const struct sums *sums, size_t index);
double measure_tie_chances(const struct sums *sums, size_t index);
double measure_tie_chances_unused(const struct sums *sums, size_t index);
double measure_ties_made(const struct sums *sums, size_t index);
double measure_refused_births(const struct sums *sums, size_t index);
double measure_gain_ended_low_income(const struct sums *sums, size_t index);
double measure_gain_ended_other_income(const struct sums *sums, size_t index);
double measure_gain_link_low_income(const struct sums *sums, size_t index);
double measure_gain_link_other_income(const struct sums *sums, size_t index);
double measure_gain_empowerment_low_income(const struct sums *sums, size_t index);
double measure_gain_empowerment_other_income(const struct sums *sums, size_t index);
double measure_gain_place_low_income(const struct sums *sums, size_t index);
double measure_gain_place_other_income(const struct sums *sums, size_t index);
double measure_gain_replaced_low_income(const struct sums *sums, size_t index);
double measure_gain_replaced_other_income(const struct sums *sums, size_t index);
double measure_gain_refused_low_income(const struct sums *sums, size_t index);
double measure_gain_refused_other_income(const struct sums *sums, size_t index);
double measure_gain_return_low_income(const struct sums *sums, size_t index);
double measure_gain_return_other_income(const struct sums *sums, size_t index);
double measure_contracted_hours(const struct sums *sums, size_t index);
double measure_paid_hours(const struct sums *sums, size_t index);
double measure_administration_share(const struct sums *sums, size_t index);
double measure_steering_chosen(const struct sums *sums, size_t index);
double measure_steering_enacted(const struct sums *sums, size_t index);
double measure_steering_here(const struct sums *sums, size_t index);
double measure_trials_running(const struct sums *sums, size_t index);
double measure_pilot_share(const struct sums *sums, size_t index);
double measure_seen_effect(const struct sums *sums, size_t index);
double measure_incidents(const struct sums *sums, size_t index);
double measure_severe_unmet(const struct sums *sums, size_t index);
double measure_hours_drifted(const struct sums *sums, size_t index);
double measure_control_reflex(const struct sums *sums, size_t index);
double measure_political_preference(const struct sums *sums, size_t index);
double measure_spending(const struct sums *sums, size_t index);
double measure_paid_for_hours(const struct sums *sums, size_t index);
double measure_paid_for_results(const struct sums *sums, size_t index);
double measure_pay_surcharge(const struct sums *sums, size_t index);
double measure_budget_left(const struct sums *sums, size_t index);
double measure_budget_moved(const struct sums *sums, size_t index);
double measure_budget_refused(const struct sums *sums, size_t index);
double measure_budget_outside(const struct sums *sums, size_t index);
double measure_staff_asked(const struct sums *sums, size_t index);
double measure_staff_talked(const struct sums *sums, size_t index);
double measure_history(const struct sums *sums, size_t index);
double measure_terms_kept_share(const struct sums *sums, size_t index);
double measure_requests_answered_share(const struct sums *sums, size_t index);
double measure_alignment_organisations(const struct sums *sums, size_t index);
double measure_alignment_residents(const struct sums *sums, size_t index);
double measure_alignment_between(const struct sums *sums, size_t index);
double measure_vision_cause(const struct sums *sums, size_t index);
double measure_vision_result(const struct sums *sums, size_t index);
double measure_judged_by_lives(const struct sums *sums, size_t index);
double measure_alignment_mean(const struct sums *sums, size_t index);
double measure_network_position_mean(const struct sums *sums, size_t index);
double measure_share_commissioned_supplier(const struct sums *sums, size_t index);
double measure_share_directed_chain(const struct sums *sums, size_t index);
double measure_share_supported_loner(const struct sums *sums, size_t index);
double measure_share_co_producer(const struct sums *sums, size_t index);
double measure_share_between_quadrants(const struct sums *sums, size_t index);
/* Counts the collaboration network of the municipality of `sums`, for those that follow. */
void measure_collaboration_sums(struct sums *sums);
double measure_partners_mean(const struct sums *sums, size_t index);
double measure_collaboration_strength(const struct sums *sums, size_t index);
double measure_collaborations_made(const struct sums *sums, size_t index);
double measure_collaborations_lost(const struct sums *sums, size_t index);
double measure_collaboration_reciprocity(const struct sums *sums, size_t index);
double measure_collaboration_transitivity(const struct sums *sums, size_t index);
double measure_institutions(const struct sums *sums, size_t index);
double measure_institutions_begun(const struct sums *sums, size_t index);
double measure_institutions_ended(const struct sums *sums, size_t index);
double measure_contracts_placed(const struct sums *sums, size_t index);
double measure_contracts_changed(const struct sums *sums, size_t index);
double measure_contracts_vacant(const struct sums *sums, size_t index);
double measure_contract_price(const struct sums *sums, size_t index);
double measure_rivals_parted(const struct sums *sums, size_t index);
double measure_routine_mean(const struct sums *sums, size_t index);
double measure_openness_mean(const struct sums *sums, size_t index);
double measure_effort_mean(const struct sums *sums, size_t index);
double measure_margin_mean(const struct sums *sums, size_t index);
double measure_friction_voiced(const struct sums *sums, size_t index);
double measure_lost_onsets(const struct sums *sums, size_t index);
double measure_lost_events(const struct sums *sums, size_t index);
double measure_lever_effective(const struct sums *sums, size_t index);
double measure_organisation_kind(const struct spel_model *model, size_t i);
double measure_organisation_position(const struct spel_model *model, size_t i);
double measure_organisation_partners(const struct spel_model *model, size_t i);
double measure_organisation_steering(const struct spel_model *model, size_t i);
double measure_organisation_quadrant(const struct spel_model *model, size_t i);
double measure_organisation_trust(const struct spel_model *model, size_t i);
double measure_organisation_alignment(const struct spel_model *model, size_t i);
double measure_organisation_hours(const struct spel_model *model, size_t i);
double measure_organisation_income(const struct spel_model *model, size_t i);
double measure_organisation_uncovered(const struct spel_model *model, size_t i);
double measure_organisation_effort(const struct spel_model *model, size_t i);
double measure_organisation_openness(const struct spel_model *model, size_t i);
double measure_organisation_routine(const struct spel_model *model, size_t i);
double measure_organisation_margin(const struct spel_model *model, size_t i);
double measure_organisation_reserve(const struct spel_model *model, size_t i);
double measure_places_filled(const struct sums *sums, size_t index);
double measure_place_hours(const struct sums *sums, size_t index);
double measure_places_offered(const struct sums *sums, size_t index);
double measure_jobs_found(const struct sums *sums, size_t index);
double measure_entrepreneurs(const struct sums *sums, size_t index);
double measure_entrepreneurs_begun(const struct sums *sums, size_t index);
double measure_entrepreneurs_ended(const struct sums *sums, size_t index);
double measure_entrepreneur_engagement(const struct sums *sums, size_t index);
double measure_entrepreneur_capital(const struct sums *sums, size_t index);
double measure_practice_mean(const struct sums *sums, size_t index);
double measure_practices_tried(const struct sums *sums, size_t index);
double measure_practices_kept(const struct sums *sums, size_t index);
double measure_organisation_practice(const struct spel_model *model, size_t i);
double measure_organisation_places(const struct spel_model *model, size_t i);
double measure_organisation_engagement(const struct spel_model *model, size_t i);
double measure_organisation_capital(const struct spel_model *model, size_t i);
/* clang-format on */

#endif
