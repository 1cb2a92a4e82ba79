/* The processes in the order of the month, each to be run alone, with what their
 * headers promise to write. */
#ifndef TESTS_PROCESS_STEPS_H
#define TESTS_PROCESS_STEPS_H

#include "process/calendar.h"
#include "process/collaboration_network.h"
#include "process/demography.h"
#include "process/finance.h"
#include "process/formal_support.h"
#include "process/history.h"
#include "process/informal_support.h"
#include "process/intake.h"
#include "process/needs.h"
#include "process/self_reliance.h"
#include "process/steering.h"
#include "process/support_cutting.h"
#include "process/support_network.h"
#include "process/steps_organisations.h"
#include "process/trust.h"
#include "world/history.h"

enum { MOST_WRITTEN = 32 };

static inline void calendar_alone(const struct scenario *s, struct moment now, struct world *world)
{
    calendar_step(&s->params.calendar, s, now, world);
}

static inline void demography_alone(const struct scenario *s, struct moment now,
                                    struct world *world)
{
    demography_step(&s->params.demography, s, now, world);
}

static inline void support_cutting_alone(const struct scenario *s, struct moment now,
                                         struct world *world)
{
    (void)s;
    (void)now;
    support_cutting(world);
}

static inline void support_network_alone(const struct scenario *s, struct moment now,
                                         struct world *world)
{
    support_network_step(&s->params.support_network, now, world);
}

static inline void compaction_alone(const struct scenario *s, struct moment now,
                                    struct world *world)
{
    (void)s;
    (void)now;
    world_compact_needs(world);
}

static inline void needs_alone(const struct scenario *s, struct moment now, struct world *world)
{
    needs_step(&s->params.needs, &s->params.hours, now, world);
}

static inline void informal_support_alone(const struct scenario *s, struct moment now,
                                          struct world *world)
{
    informal_support_step(&s->params.informal_support, &s->params.hours, &s->params.needs,
                          s->params.formal_support.relief_share, now, world);
}

static inline void intake_alone(const struct scenario *s, struct moment now, struct world *world)
{
    intake_step(&s->params.intake, now, world);
}

static inline void formal_support_alone(const struct scenario *s, struct moment now,
                                        struct world *world)
{
    formal_support_step(&s->params.formal_support, s->params.intake.self_scaling_step, now, world);
}

static inline void self_reliance_alone(const struct scenario *s, struct moment now,
                                       struct world *world)
{
    self_reliance_step(&s->params.self_reliance, &s->params.hours,
                       s->params.formal_support.relief_share, now, world);
}

static inline void trust_alone(const struct scenario *s, struct moment now, struct world *world)
{
    trust_step(&s->params.trust, now, world);
}

static inline void history_alone(const struct scenario *s, struct moment now, struct world *world)
{
    history_close(world, now.month);
    history_step(&s->params.history, now, world);
}

static inline void collaboration_network_alone(const struct scenario *s, struct moment now,
                                               struct world *world)
{
    collaboration_network_step(&s->params.collaboration_network,
                               s->params.formal_support.vision_distance, now, world);
}

static inline void steering_alone(const struct scenario *s, struct moment now, struct world *world)
{
    steering_step(&s->params.calendar, now, world);
}

static inline void finance_alone(const struct scenario *s, struct moment now, struct world *world)
{
    finance_step(&s->params.finance, &s->params.formal_support, calendar_month_of_year(s, now), now,
                 world);
}

/* The tidying of the pool of needs is among them. */
/* clang-format off */
static const struct {
    const char *name;
    void (*step)(const struct scenario *, struct moment, struct world *);
    const char *written[MOST_WRITTEN];
} processes[] = {
    {"calendar", calendar_alone,
     {"municipalities.chosen", "municipalities.staff_asked", "neighbourhoods.lever_wanted",
      "neighbourhoods.lever", "neighbourhoods.onset_now", "world.events"}},
    {"demography", demography_alone,
     {"residents.*", "support_ties.*", "needs.*", "blocks.row_count", "neighbourhoods.cursor",
      "neighbourhoods.residents", "neighbourhoods.born", "neighbourhoods.died",
      "neighbourhoods.arrived", "neighbourhoods.departed", "neighbourhoods.care_exits",
      "municipalities.counted"}},
    {"support_cutting", support_cutting_alone,
     {"support_ties.*", "residents.heard", "residents.news", "neighbourhoods.ties_lost_by_death",
      "neighbourhoods.ties_lost_by_moving"}},
    {"compaction", compaction_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.known",
      "residents.first_need"}},
    {"needs", needs_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need", "residents.ended", "residents.known",
      "residents.worst"}},
    {"informal_support", informal_support_alone,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need",
      "residents.traits", "residents.available", "residents.demand", "residents.given",
      "residents.strain", "residents.burnout", "residents.care_months",
      "support_ties.strength"}},
    {"entrepreneurs_help", places_help_alone, {"needs.place_hours"}},
    {"intake", intake_alone,
     {"residents.known", "needs.flags", "needs.scaling",
      "neighbourhoods.knowledge", "neighbourhoods.conversations",
      "municipalities.staff_talked"}},
    {"formal_support", formal_support_alone,
     {"needs.provider", "needs.terms", "needs.formal", "needs.effectiveness", "needs.waiting", "needs.alone", "needs.flags",
      "neighbourhoods.contracted", "neighbourhoods.supply", "neighbourhoods.wanted",
      "neighbourhoods.paid", "organisations.hours", "organisations.paid",
      "organisations.hours_pay", "organisations.results_pay", "organisations.cost",
      "organisations.uncovered", "municipalities.surcharge",
      "organisations.income", "organisations.friction", "organisations.openness",
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
    {"entrepreneurs", entrepreneurs_alone,
     {"needs.place", "support_ties.*", "organisations.*", "collaboration_ties.*",
      "municipalities.jobs_found", "municipalities.entrepreneurs_begun",
      "municipalities.entrepreneurs_ended", "world.events"}},
    {"practices", practices_alone,
     {"organisations.practice", "organisations.proven", "organisations.trial",
      "municipalities.practices_tried", "municipalities.practices_kept", "world.events"}},
    {"steering", steering_alone, {"municipalities.enacted", "neighbourhoods.enacted"}},
    {"finance", finance_alone,
     {"municipalities.available", "municipalities.spent", "municipalities.moved",
      "municipalities.refused", "municipalities.spent_month", "municipalities.carried",
      "municipalities.outside", "organisations.reserve", "world.events"}},
};
/* clang-format on */
enum { STEPS = sizeof processes / sizeof *processes };

#endif
