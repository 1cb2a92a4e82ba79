/* The processes in the order of the month, each to be run alone, with what their
 * headers promise to write. */
#ifndef TESTS_PROCESS_STEPS_H
#define TESTS_PROCESS_STEPS_H

#include "process/steps_alone.h"

enum { MOST_WRITTEN = 40 };

/* The tidying of the pool of needs is among them. */
/* clang-format off */
static const struct {
    const char *name;
    void (*step)(const struct scenario *, struct moment, struct world *);
    const char *written[MOST_WRITTEN];
} processes[] = {
    {"calendar", calendar_alone,
     {"municipalities.chosen", "municipalities.trial", "municipalities.staff_asked",
      "neighbourhoods.pilot", "neighbourhoods.lever_wanted",
      "neighbourhoods.lever", "neighbourhoods.onset_now", "world.events"}},
    {"demography", demography_alone,
     {"residents.*", "support_ties.*", "needs.*", "blocks.row_count", "neighbourhoods.cursor",
      "neighbourhoods.residents", "neighbourhoods.born", "neighbourhoods.died",
      "neighbourhoods.arrived", "neighbourhoods.departed", "neighbourhoods.care_exits",
      "municipalities.counted", "initiatives.*"}},
    {"support_cutting", support_cutting_alone,
     {"support_ties.*", "residents.heard", "residents.news", "neighbourhoods.ties_lost_by_death",
      "neighbourhoods.ties_lost_by_moving"}},
    {"institutions_leave", institutions_leave,
     {"organisations.*", "collaboration_ties.to", "collaboration_ties.strength",
      "neighbourhoods.provider", "needs.provider", "municipalities.institutions_ended",
      "world.events"}},
    {"compaction", compaction_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.known",
      "residents.first_need"}},
    {"needs", needs_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need", "residents.ended", "residents.known",
      "residents.worst"}},
    {"pledge", pledge_alone, {"initiatives.pledge", "initiatives.offered"}},
    {"informal_support", informal_support_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need",
      "residents.traits", "residents.available", "residents.demand", "residents.given",
      "residents.strain", "residents.burnout", "residents.care_months",
      "support_ties.strength"}},
    {"entrepreneurs_help", places_help_alone, {"needs.place_hours"}},
    {"initiatives", initiatives_alone,
     {"initiatives.*", "organisations.*", "collaboration_ties.*", "needs.initiative",
      "needs.provider", "residents.membership", "neighbourhoods.provider",
      "municipalities.initiatives_born", "municipalities.initiatives_lost",
      "municipalities.initiatives_hardened", "municipalities.challenges_won",
      "municipalities.challenges_refused", "municipalities.challenges_failed",
      "municipalities.kept", "municipalities.broken", "world.events"}},
    {"intake", intake_alone,
     {"residents.known", "needs.flags", "needs.scaling",
      "neighbourhoods.knowledge", "neighbourhoods.conversations",
      "municipalities.staff_talked"}},
    {"formal_support", formal_support_alone,
     {"needs.provider", "needs.terms", "needs.formal", "needs.effectiveness", "needs.waiting", "needs.alone", "needs.flags",
      "neighbourhoods.contracted", "neighbourhoods.supply", "neighbourhoods.wanted",
      "neighbourhoods.paid", "organisations.hours", "organisations.paid",
      "organisations.hours_pay", "organisations.results_pay", "organisations.cost",
      "organisations.charged", "organisations.effect", "organisations.outcome",
      "organisations.voiced",
      "organisations.uncovered", "municipalities.surcharge", "municipalities.result_hours",
      "neighbourhoods.hours_seen", "neighbourhoods.results_seen",
      "organisations.income", "organisations.friction",
      "organisations.alignment", "organisations.drift", "organisations.network_position", "organisations.steering",
      "organisations.quadrant", "collaboration_ties.strength"}},
    {"self_reliance", self_reliance_alone, {"residents.self_reliance", "neighbourhoods.gain"}},
    {"trust", trust_alone,
     {"residents.trust", "residents.news", "needs.since", "needs.flags", "organisations.trust",
      "municipalities.kept", "municipalities.broken"}},
    {"history", history_alone,
     {"municipalities.history", "municipalities.kept_year", "municipalities.broken_year",
      "municipalities.kept", "municipalities.broken", "neighbourhoods.bad_news",
      "world.events"}},
    {"support_network", support_network_alone,
     {"support_ties.*", "neighbourhoods.ties_made", "neighbourhoods.ties_lost_by_choice",
      "neighbourhoods.tie_chances", "neighbourhoods.tie_chances_unused"}},
    {"collaboration_network", collaboration_network_alone,
     {"collaboration_ties.to", "collaboration_ties.strength", "municipalities.collaborations_made",
      "municipalities.collaborations_lost"}},
    {"institutions", institutions_step,
     {"organisations.*", "collaboration_ties.to", "collaboration_ties.strength",
      "neighbourhoods.provider", "neighbourhoods.contract_left", "neighbourhoods.contract_price",
      "neighbourhoods.settling_in", "municipalities.contracts_placed",
      "municipalities.contracts_changed", "municipalities.institutions_begun",
      "municipalities.rivals_parted", "world.events"}},
    {"entrepreneurs", entrepreneurs_step,
     {"needs.place", "support_ties.*", "organisations.*", "collaboration_ties.*",
      "municipalities.jobs_found", "municipalities.entrepreneurs_begun",
      "municipalities.entrepreneurs_ended", "world.events"}},
    {"practices", practices_alone,
     {"organisations.practice", "organisations.proven", "organisations.trial",
      "municipalities.practices_tried", "municipalities.practices_kept", "world.events"}},
    {"steering", steering_alone,
     {"municipalities.enacted", "municipalities.chosen", "municipalities.push",
      "municipalities.preference", "municipalities.attraction", "municipalities.experience",
      "municipalities.trial", "municipalities.trial_begun", "municipalities.trial_months",
      "municipalities.judged", "municipalities.judged_at", "municipalities.quiet",
      "municipalities.incidents", "municipalities.kept", "municipalities.broken",
      "neighbourhoods.enacted", "neighbourhoods.pilot", /* halves only where there are few */
      "neighbourhoods.seen", "neighbourhoods.seen_before", "neighbourhoods.seen_since",
      "neighbourhoods.bad_news", "world.events"}},
    {"finance", finance_alone,
     {"municipalities.available", "municipalities.spent", "municipalities.moved",
      "municipalities.refused", "municipalities.spent_month", "municipalities.carried",
      "municipalities.outside", "organisations.reserve", "organisations.expenses",
      "organisations.capacity", "organisations.margin", "world.events"}},
};
/* clang-format on */
enum { STEPS = sizeof processes / sizeof *processes };

#endif
