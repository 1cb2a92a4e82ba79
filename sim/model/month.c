#include "model/month.h"

#include <string.h>

#include "process/calendar.h"
#include "process/collaboration_network.h"
#include "process/demography.h"
#include "process/demography_turnover.h"
#include "process/entrepreneurs.h"
#include "process/finance.h"
#include "process/formal_contracts.h"
#include "process/formal_pay.h"
#include "process/formal_support.h"
#include "process/history.h"
#include "process/informal_carrying.h"
#include "process/informal_support.h"
#include "process/initiatives.h"
#include "process/institutions.h"
#include "process/institutions_turnover.h"
#include "process/intake.h"
#include "process/needs.h"
#include "process/practices.h"
#include "process/self_reliance.h"
#include "process/shared_alignment.h"
#include "process/shared_vision.h"
#include "process/steering.h"
#include "process/support_cutting.h"
#include "process/support_network.h"
#include "process/support_renewal.h"
#include "process/trust.h"
#include "world/founding.h"
#include "world/history.h"
#include "world/membership.h"

/* Months between two orderings of the pool of needs. */
enum { ORDER_EVERY = 6 };

/* A memory of so many months takes in nothing. */
static const double NEVER = 1e12;

/* Months of the run-in, from the first, in which results come in as they never do later: nobody is
 * helped yet, and then all begin. */
enum { BEFORE_RESULTS = 4 };

/* Strain comes and goes in a month of the run-in as over the first of these by its number plus the
 * second: the first month as over five, so that who has no strain yet has not too much at once. */
static const double STRAIN_MONTHS = 24, STRAIN_FROM = 5;

static void lap(struct laps *laps, enum process process)
{
    if (laps)
        laps->lap(laps, process);
}

/* Needs, and what follows from them: the part of the month that settlement
 * repeats until it is at rest. */
static void help(const struct params *p, const bool *off, struct moment now, uint32_t turn,
                 struct world *world, struct laps *laps)
{
    world_compact_needs(world);
    if (turn % ORDER_EVERY == 0)
        world_order_needs(world);
    if (!off[PROCESS_NEEDS])
        needs_step(&p->needs, &p->hours, now, world);
    else
        needs_stand_still(&p->needs, &p->hours, world);
    lap(laps, PROCESS_NEEDS);
    if (!off[PROCESS_INITIATIVES])
        initiatives_pledge(p, now, world);
    if (!off[PROCESS_INFORMAL_SUPPORT])
        informal_support_step(&p->informal_support, &p->hours, &p->needs,
                              p->formal_support.relief_share, now, world);
    lap(laps, PROCESS_INFORMAL_SUPPORT);
    if (!off[PROCESS_ENTREPRENEURS])
        entrepreneurs_help(&p->entrepreneurs, world);
    lap(laps, PROCESS_ENTREPRENEURS);
    if (!off[PROCESS_INITIATIVES])
        initiatives_step(p, !off[PROCESS_CHALLENGE], now, world);
    lap(laps, PROCESS_INITIATIVES);
    if (!off[PROCESS_INTAKE])
        intake_step(&p->intake, now, world);
    lap(laps, PROCESS_INTAKE);
    if (!off[PROCESS_FORMAL_SUPPORT])
        formal_support_step(&p->formal_support, p->intake.self_scaling_step, now, world);
    lap(laps, PROCESS_FORMAL_SUPPORT);
    if (!off[PROCESS_SELF_RELIANCE])
        self_reliance_step(&p->self_reliance, &p->hours, p->formal_support.relief_share, now,
                           world);
    lap(laps, PROCESS_SELF_RELIANCE);
}

/* What organisations do among themselves and of their own. */
static void organise(const struct scenario *scenario, struct moment now, struct world *world,
                     struct laps *laps)
{
    const struct params *p = &scenario->params;
    const bool *off = scenario->process_off;
    if (!off[PROCESS_COLLABORATION_NETWORK])
        collaboration_network_step(&p->collaboration_network, p->formal_support.vision_distance,
                                   now, world);
    lap(laps, PROCESS_COLLABORATION_NETWORK);
    if (!off[PROCESS_INSTITUTIONS])
        institutions_step(scenario, now, world);
    lap(laps, PROCESS_INSTITUTIONS);
    if (!off[PROCESS_ENTREPRENEURS])
        entrepreneurs_step(scenario, now, world);
    lap(laps, PROCESS_ENTREPRENEURS);
    if (!off[PROCESS_PRACTICES])
        practices_step(&p->practices, now, world);
    lap(laps, PROCESS_PRACTICES);
}

void month_run(const struct scenario *scenario, struct moment now, struct world *world,
               struct laps *laps)
{
    const struct params *p = &scenario->params;
    const bool *off = scenario->process_off;
    world->events.count = 0;
    calendar_step(&p->calendar, scenario, now, world);
    if (!off[PROCESS_DEMOGRAPHY])
        demography_step(&p->demography, scenario, now, world);
    membership_follow(world, p->initiatives.founder_loss);
    lap(laps, PROCESS_DEMOGRAPHY);
    support_cutting(world);
    lap(laps, PROCESS_SUPPORT_NETWORK);
    if (!off[PROCESS_INSTITUTIONS])
        institutions_leave(scenario, now, world);
    lap(laps, PROCESS_INSTITUTIONS);
    help(p, off, now, now.month, world, laps);
    if (!off[PROCESS_TRUST])
        trust_step(&p->trust, p->formal_support.feedback_to_learning, now, world);
    lap(laps, PROCESS_TRUST);
    history_close(world, now.month);
    if (!off[PROCESS_HISTORY])
        history_step(&p->history, now, world);
    lap(laps, PROCESS_HISTORY);
    if (!off[PROCESS_SUPPORT_NETWORK])
        support_network_step(&p->support_network, NULL, now, world);
    lap(laps, PROCESS_SUPPORT_NETWORK);
    organise(scenario, now, world, laps);
    if (!off[PROCESS_SHARED_VISION])
        shared_vision_step(&p->shared_vision, p->formal_support.vision_distance,
                           !off[PROCESS_VISION_TO_CHOICE], now, world);
    lap(laps, PROCESS_SHARED_VISION);
    if (!off[PROCESS_STEERING])
        steering_step(p, off, calendar_election(scenario, now), now, world);
    lap(laps, PROCESS_STEERING);
    if (!off[PROCESS_FINANCE])
        finance_step(&p->finance, &p->formal_support, calendar_month_of_year(scenario, now), now,
                     world);
    lap(laps, PROCESS_FINANCE);
}

/* Contracts follow fast here. Strain comes and goes by the same ratio, in the
 * first month as over many and then ever slower, so that it ends as the mean of
 * what these months ask; meanwhile as many carers are new as so many months bring,
 * and clients leave for long-term care as in the run. All of it is to be at rest
 * when the run begins. Pay is held against cost, and results against the hours that
 * they took, once results come in as in the run; what was supposed of them until then
 * is forgotten. Nobody challenges: contracts are those of the first day. */
void month_settle(const struct scenario *scenario, struct moment now, uint32_t turn,
                  struct world *world)
{
    struct params params = scenario->params;
    params.formal_support.follow_up *= 10;
    params.formal_support.follow_down *= 10;
    if (turn < BEFORE_RESULTS)
        params.formal_support.pay_memory = NEVER;
    if (turn <= BEFORE_RESULTS)
        params.formal_support.result_memory = 1;
    const double faster = STRAIN_MONTHS / (turn + STRAIN_FROM);
    params.informal_support.strain_growth *= faster;
    params.informal_support.strain_recovery *= faster;
    bool off[PROCESSES];
    memcpy(off, scenario->process_off, sizeof off);
    off[PROCESS_CHALLENGE] = true;
    if (!off[PROCESS_DEMOGRAPHY]) {
        demography_settle_care(scenario, now, world);
        carrying_renew(faster, now, world);
    }
    help(&params, off, now, turn, world, NULL);
    if (!off[PROCESS_ENTREPRENEURS])
        entrepreneurs_settle(&params.entrepreneurs, now, turn, world);
}

void month_settle_initiatives(const struct scenario *scenario, struct moment now,
                              struct world *world)
{
    if (!scenario->process_off[PROCESS_INITIATIVES])
        initiatives_settle(&scenario->params, now, world);
}

void month_settle_ties(const struct scenario *scenario, struct moment now, struct world *world)
{
    if (scenario->process_off[PROCESS_SUPPORT_NETWORK])
        return;
    const struct support_network_params *p = &scenario->params.support_network;
    for (size_t m = 0; m < world->municipalities.count; m++) {
        struct turnover turnover = {.staying = 0};
        if (!scenario->process_off[PROCESS_DEMOGRAPHY])
            demography_turnover(&turnover, scenario, world, m);
        support_renew_newcomers(&turnover, now, world, m);
        world->scratch.share[m] = support_renewal_kin(p, &turnover);
    }
    support_renew(scenario, now, world);
    const struct support_network_params params = support_renewal_params(p);
    support_network_step(&params, world->scratch.share, now, world);
}

void month_settle_stock(const struct scenario *scenario, struct moment now, struct world *world)
{
    const bool *off = scenario->process_off;
    if (!off[PROCESS_FORMAL_SUPPORT])
        formal_pay_usual(&scenario->params.formal_support, now, world);
    if (!off[PROCESS_INSTITUTIONS])
        institutions_stock(&scenario->params.institutions, now, world);
}

/* Who is as young as this month began now, where others of its kind were before. */
static void renew_founded(struct moment now, struct world *world)
{
    const struct organisations *o = &world->organisations;
    for (uint32_t i = 0; i < o->count; i++)
        if (o->kind[i] == ORGANISATION_INITIATIVE && o->founded[i] == (int16_t)now.month)
            founding_renew(world, i);
}

/* In the order of a month of the run. */
void month_settle_organisations(const struct scenario *scenario, struct moment now,
                                struct world *world)
{
    const struct params *p = &scenario->params;
    const bool *off = scenario->process_off;
    if (!off[PROCESS_INSTITUTIONS])
        institutions_leave(scenario, now, world);
    renew_founded(now, world);
    if (!off[PROCESS_FORMAL_SUPPORT]) {
        formal_pay_usual(&p->formal_support, now, world);
        contracts_wear(&p->formal_support, world);
    }
    if (!off[PROCESS_COLLABORATION_NETWORK])
        collaboration_network_step(&p->collaboration_network, p->formal_support.vision_distance,
                                   now, world);
    if (!off[PROCESS_INSTITUTIONS])
        institutions_run_in(scenario, now, world);
    if (!off[PROCESS_ENTREPRENEURS])
        entrepreneurs_run_in(scenario, now, world);
    if (!off[PROCESS_PRACTICES])
        practices_step(&p->practices, now, world);
    if (!off[PROCESS_FINANCE])
        finance_organisations(&p->finance, world);
}

void month_settle_visions(const struct scenario *scenario, struct moment now, struct world *world)
{
    shared_vision_talk(&scenario->params.shared_vision, now, world);
    history_close(world, now.month);
}

void month_settle_views(const struct scenario *scenario, struct world *world)
{
    const struct params *p = &scenario->params;
    shared_alignment(p->formal_support.vision_distance, world);
    if (scenario->process_off[PROCESS_SHARED_VISION] ||
        scenario->process_off[PROCESS_VISION_TO_CHOICE])
        return;
    for (size_t m = 0; m < world->municipalities.count; m++)
        shared_judgement(p->shared_vision.judgement, world, m);
}
