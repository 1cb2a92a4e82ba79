/* Each process writes what its header says, all of it, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/calendar.h"
#include "process/demography.h"
#include "process/finance.h"
#include "process/formal_support.h"
#include "process/informal_support.h"
#include "process/intake.h"
#include "process/needs.h"
#include "process/self_reliance.h"
#include "process/steering.h"
#include "process/support_ties.h"
#include "process/trust.h"
#include "support/contract.h"
#include "support/village.h"

enum { MONTHS = 26, MOST_WRITTEN = 24 };

static void calendar(const struct scenario *s, struct moment now, struct world *world)
{
    calendar_step(&s->params.calendar, s, now, world);
}

static void demography(const struct scenario *s, struct moment now, struct world *world)
{
    demography_step(&s->params.demography, s, now, world);
}

static void support_ties(const struct scenario *s, struct moment now, struct world *world)
{
    support_ties_step(&s->params.settlement, now, true, world);
}

static void compaction(const struct scenario *s, struct moment now, struct world *world)
{
    (void)s;
    (void)now;
    world_compact_needs(world);
}

static void needs(const struct scenario *s, struct moment now, struct world *world)
{
    needs_step(&s->params.needs, &s->params.hours, now, world);
}

static void informal_support(const struct scenario *s, struct moment now, struct world *world)
{
    informal_support_step(&s->params.informal_support, &s->params.hours, &s->params.needs,
                          s->params.formal_support.relief_share, now, world);
}

static void intake(const struct scenario *s, struct moment now, struct world *world)
{
    intake_step(&s->params.intake, now, world);
}

static void formal_support(const struct scenario *s, struct moment now, struct world *world)
{
    formal_support_step(&s->params.formal_support, s->params.intake.self_scaling_step, now, world);
}

static void self_reliance(const struct scenario *s, struct moment now, struct world *world)
{
    self_reliance_step(&s->params.self_reliance, &s->params.hours,
                       s->params.formal_support.relief_share, now, world);
}

static void trust(const struct scenario *s, struct moment now, struct world *world)
{
    trust_step(&s->params.trust, now, world);
}

static void steering(const struct scenario *s, struct moment now, struct world *world)
{
    steering_step(&s->params.calendar, now, world);
}

static void finance(const struct scenario *s, struct moment now, struct world *world)
{
    finance_step(&s->params.finance, &s->params.formal_support, calendar_month_of_year(s, now), now,
                 world);
}

/* The processes in the order of the month, with what their headers promise; the
 * tidying of the pool between them too. */
/* clang-format off */
static const struct {
    const char *name;
    void (*step)(const struct scenario *, struct moment, struct world *);
    const char *written[MOST_WRITTEN];
} processes[] = {
    {"calendar", calendar,
     {"municipalities.chosen", "municipalities.staff_asked", "neighbourhoods.lever_wanted",
      "neighbourhoods.lever", "neighbourhoods.onset_now", "world.events"}},
    {"demography", demography,
     {"residents.*", "support_ties.*", "needs.*", "blocks.row_count", "neighbourhoods.cursor",
      "neighbourhoods.residents", "neighbourhoods.born", "neighbourhoods.died",
      "neighbourhoods.arrived", "neighbourhoods.departed", "neighbourhoods.care_exits"}},
    {"support_ties", support_ties,
     {"support_ties.*", "residents.heard", "residents.news", "neighbourhoods.ties_lost",
      "neighbourhoods.ties_made"}},
    {"compaction", compaction,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.known",
      "residents.first_need"}},
    {"needs", needs,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need", "residents.ended",
      "residents.worst"}},
    {"informal_support", informal_support,
     {"needs.*", "blocks.row_count", "residents.needs", "residents.first_need",
      "residents.traits", "residents.available", "residents.demand", "residents.given",
      "residents.strain", "residents.burnout", "residents.care_months",
      "support_ties.strength"}},
    {"intake", intake,
     {"residents.known", "needs.flags", "needs.scaling",
      "neighbourhoods.knowledge", "neighbourhoods.conversations",
      "municipalities.staff_talked"}},
    {"formal_support", formal_support,
     {"needs.provider", "needs.formal", "needs.effectiveness", "needs.waiting", "needs.alone", "needs.flags",
      "neighbourhoods.contracted", "neighbourhoods.supply", "neighbourhoods.wanted",
      "neighbourhoods.paid", "organisations.hours", "organisations.paid",
      "organisations.income", "organisations.friction", "organisations.openness",
      "organisations.alignment", "organisations.network_position", "organisations.steering",
      "organisations.quadrant", "collaboration_ties.strength"}},
    {"self_reliance", self_reliance, {"residents.self_reliance", "neighbourhoods.gain"}},
    {"trust", trust,
     {"residents.trust", "residents.news", "needs.since", "needs.flags", "organisations.trust",
      "municipalities.terms", "municipalities.terms_kept", "municipalities.history"}},
    {"steering", steering, {"municipalities.enacted"}},
    {"finance", finance,
     {"municipalities.available", "municipalities.spent", "municipalities.moved",
      "municipalities.refused", "municipalities.spent_month", "municipalities.carried",
      "municipalities.outside", "organisations.reserve", "world.events"}},
};
/* clang-format on */
enum { STEPS = sizeof processes / sizeof *processes };

/* Every lever, steering and onset moves, carers burn out, and a
 * budget falls short, and there is no run-in after which some columns have come
 * to rest: all that can be written is. */
static const char restless[] =
    "parameters: {settlement: {burn_in: 0}, informal_support: {burnout_above: 0.3, "
    "burnout_hazard: 0.1, strain_growth: 0.16}, demography: {long_term_care_severity: 0.4}, "
    "formal_support: {budget: {debt: 4}, overrun: {debt: 0.5}}}\n"
    "steering: {all: 0.4}\n"
    "schedule:\n"
    "- {from: 2015-06, set: {knobs.informal: 0.9, knobs.formal: 0.9, knobs.organisation: 0.9, "
    "knobs.learning: 0.9, steering.all: 0.8}}\n"
    "- {from: 2016-02, to: 2016-08, set: {needs.onset_factor.social: 1.5}}\n";

/* Runs the months, and remembers what each process wrote. */
static void watch(struct village *village, const char *more, struct contract contracts[STEPS])
{
    village_settle(village, more);
    struct world *world = &village->model->world;
    struct moment now = village->model->now;
    for (now.month = 1; now.month <= MONTHS; now.month++) {
        world->events.count = 0;
        for (size_t p = 0; p < STEPS; p++) {
            contract_open(&contracts[p], world);
            processes[p].step(&village->scenario, now, world);
            contract_close(&contracts[p], world);
        }
    }
}

/* Nobody near can help and care is not paid for, so that people fall between;
 * and no domain covers what another lacks. */
static const char forsaken[] =
    "levers: {flexibility: 0}\n"
    "parameters: {settlement: {burn_in: 0}, informal_support: {capacity_total: 0}, "
    "formal_support: {budget: {care: 0, debt: 4}, overrun: {debt: 0.5}}}\n";

static void each_process_writes_what_its_header_says_and_nothing_else(void **state)
{
    (void)state;
    static struct contract contracts[STEPS];
    struct village village;
    watch(&village, forsaken, contracts);
    village_clear(&village);
    watch(&village, restless, contracts);
    for (size_t p = 0; p < STEPS; p++)
        assert_only_written(&contracts[p], &village.model->world, processes[p].name,
                            processes[p].written);
    village_clear(&village);
}

/* Burnout adds a need and so writes all of a row; without it the hours alone. */
static void informal_support_without_burnout_writes_only_its_own_hours(void **state)
{
    (void)state;
    static struct contract contracts[STEPS];
    static const char *const written[] = {
        "needs.asked",      "needs.asked_of",        "needs.informal",        "needs.presence",
        "residents.traits", "residents.available",   "residents.demand",      "residents.given",
        "residents.strain", "residents.care_months", "support_ties.strength", NULL};
    struct village village;
    watch(&village, "parameters: {informal_support: {burnout_hazard: 0}}\n", contracts);
    for (size_t p = 0; p < STEPS; p++)
        if (processes[p].step == informal_support)
            assert_only_written(&contracts[p], &village.model->world, processes[p].name, written);
    village_clear(&village);
}

/* A contract that could not fail would be none. */
static void a_column_that_is_not_promised_is_noticed(void **state)
{
    (void)state;
    struct village village;
    struct contract contract = {0};
    village_settle(&village, "parameters: {settlement: {burn_in: 0}}\n");
    struct world *world = &village.model->world;
    contract_open(&contract, world);
    contract_close(&contract, world);
    assert_only_written(&contract, world, "nothing", (const char *const[]){NULL});
    contract_open(&contract, world);
    world->residents.trust[0] += 0.25f;
    contract_close(&contract, world);
    assert_only_written(&contract, world, "one", (const char *const[]){"residents.trust", NULL});
    size_t changed = 0;
    for (size_t c = 0; c < CONTRACT_COLUMNS; c++)
        changed += contract.changed[c];
    assert_int_equal(changed, 1);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_process_writes_what_its_header_says_and_nothing_else),
        cmocka_unit_test(informal_support_without_burnout_writes_only_its_own_hours),
        cmocka_unit_test(a_column_that_is_not_promised_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
