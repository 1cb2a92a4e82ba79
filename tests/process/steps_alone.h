/* Each process of the month by itself, from the scenario alone. */
#ifndef TESTS_PROCESS_STEPS_ALONE_H
#define TESTS_PROCESS_STEPS_ALONE_H

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
#include "process/steps_initiatives.h"
#include "process/steps_organisations.h"
#include "process/trust.h"
#include "world/history.h"
#include "world/membership.h"

static inline void calendar_alone(const struct scenario *s, struct moment now, struct world *world)
{
    calendar_step(&s->params.calendar, s, now, world);
}

static inline void demography_alone(const struct scenario *s, struct moment now,
                                    struct world *world)
{
    demography_step(&s->params.demography, s, now, world);
    membership_follow(world, s->params.initiatives.founder_loss); /* right after it */
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
    support_network_step(&s->params.support_network, NULL, now, world);
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
    trust_step(&s->params.trust, s->params.formal_support.feedback_to_learning, now, world);
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
    steering_step(&s->params, s->process_off, true, now, world);
}

static inline void finance_alone(const struct scenario *s, struct moment now, struct world *world)
{
    finance_step(&s->params.finance, &s->params.formal_support, calendar_month_of_year(s, now), now,
                 world);
}

#endif
