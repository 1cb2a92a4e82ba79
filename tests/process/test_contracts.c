/* Each process writes what its header says, all of it, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/steps.h"
#include "support/contract.h"
#include "support/village.h"

enum { MONTHS = 26 };

/* Every lever, steering and onset moves, carers burn out, and a
 * budget falls short, and there is no run-in after which some columns have come
 * to rest: all that can be written is. */
static const char restless[] =
    "parameters: {settlement: {burn_in: 0, burn_in_organisations: 0, "
    "entrepreneurs_per_1000: 2}, "
    "practices: {trial: 0.06, step_mean: 0, months: 2}, "
    "entrepreneurs: {introduction: 0.1, job: 0.04, fellows: 0.2, luck: 0.2, ruin: 0.4, "
    "founding: 0.08}, "
    "informal_support: {burnout_above: 0.3, "
    "burnout_hazard: 0.1, strain_growth: 0.16}, demography: {long_term_care_severity: 0.4}, "
    "history: {drift_found: 4}, shared_vision: {replacement: 0.1}, "
    "formal_support: {drift: 0.7, budget: {care: 150}, overrun: {care: 0.5}}, "
    "institutions: {entry: 0.06, exit: 0.2, credit: 0, reserve: 0, rival_loss: 0.2, term: 6}, "
    "steering: {trial_rate: 0.2, wait: 2, judged_least: 6, incident_rate: 2, incident_size: 0, "
    "preference_weight: 0}}\n"
    "levers: {vision_horizon: 0}\n"
    "steering: {all: 0.4}\n"
    "schedule:\n"
    "- {from: 2015-06, set: {knobs.informal: 0.9, knobs.formal: 0.9, knobs.organisation: 0.9, "
    "knobs.learning: 0.9, steering.all: 0.8}}\n"
    "- {from: 2017-01, set: {steering.all: 0.5}}\n"
    "- {from: 2016-02, to: 2016-08, set: {needs.onset_factor.social: 1.5}}\n";

/* Many take part in initiatives, which come and go as nowhere, so that all that can become of
 * them does. */
static void hasten(struct initiatives_params *params, struct world *world)
{
    enum { INITIATIVES = 15, APART = 150, MEMBERS = 20 };
    for (uint32_t k = 0; k < INITIATIVES; k++) {
        uint32_t place = k * APART;
        while (world->residents.id[place] == 0 || world->residents.membership[place] != 0)
            place++;
        const uint32_t row = membership_begin(world, place, (enum domain)(k % DOMAINS), 0);
        for (uint32_t member = 0; row != COLUMN_NONE && member < MEMBERS; place++)
            member += world->residents.id[place] != 0 && membership_join(world, row, place);
        if (row != COLUMN_NONE)
            world->initiatives.energy[row] = world->initiatives.formality[row] = 0.6f;
    }
    params->births = 10;
    params->end = 0.3;
    params->harden = 20;
    params->challenge = 100;
    params->fail = 6;
    params->challenge_base = -0.5;
    params->rest = 1;
}

/* Runs the months, and remembers what each process wrote. */
static void watch(struct village *village, const char *more, bool hastened,
                  struct contract contracts[STEPS])
{
    village_settle(village, more);
    struct world *world = &village->model->world;
    if (hastened)
        hasten(&village->scenario.params.initiatives, world);
    struct moment now = village->model->now;
    for (now.month = 1; now.month <= MONTHS; now.month++) {
        world->events.count = 0;
        history_bad_news(world, 0);
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
    "formal_support: {budget: {care: 0, youth: 100}, overrun: {youth: 0.5}}}\n";

static void each_process_writes_what_its_header_says_and_nothing_else(void **state)
{
    (void)state;
    static struct contract contracts[STEPS];
    struct village village;
    watch(&village, forsaken, false, contracts);
    village_clear(&village);
    watch(&village, restless, true, contracts);
    village_clear(&village);
    watch(&village, restless, false, contracts);
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
    watch(&village, "parameters: {informal_support: {burnout_hazard: 0}}\n", false, contracts);
    for (size_t p = 0; p < STEPS; p++)
        if (processes[p].step == informal_support_alone)
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
