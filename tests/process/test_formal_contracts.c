/* Contracted hours follow seen demand, as far as budgets go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_contracts.h"
#include "process/formal_village.h"

/* Nobody is owed anything, and nothing costs more than its hours. */
static int settle(void **state)
{
    (void)state;
    village_settle(&village, NULL);
    village_run(&village, 2);
    params()->shortfall = 0;
    usual_contracts();
    struct municipalities *m = &world_now()->municipalities;
    memset(m->surcharge, 0, m->count * DOMAINS * sizeof *m->surcharge);
    struct organisations *o = &world_now()->organisations;
    memset(o->uncovered, 0, o->count * sizeof *o->uncovered);
    return 0;
}

/* Demand of 100 client hours is 100 / (1 - A) paid hours; six hundredths of the
 * gap up, three down. */
static void contracted_hours_follow_seen_demand_up_faster_than_down(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    params()->follow_up = 0.06;
    params()->follow_down = 0.03;
    ample_money();
    n->wanted[CARE] = n->wanted[DEBT] = 100;
    n->contracted[CARE] = 50;
    n->contracted[DEBT] = 200;
    const double care = 100 / (1 - contracts_administration(params(), world_now(), 0, CARE));
    const double debt = 100 / (1 - contracts_administration(params(), world_now(), 0, DEBT));
    contracts_follow(params(), world_now());
    assert_float_equal(n->contracted[CARE], 50 + 0.06 * (care - 50), 1e-3);
    assert_float_equal(n->contracted[DEBT], 200 + 0.03 * (debt - 200), 1e-3);
    assert_float_equal(n->supply[CARE], (double)n->contracted[CARE] * 100 / care, 1e-3);
}

/* 120,000 euro a year at 50 euro an hour and a tenth over: 220 hours a month. */
static void the_budget_holds_contracted_hours_over_the_municipality(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    params()->price[DEBT] = 50;
    params()->overrun[DEBT] = 0.1;
    world_now()->municipalities.budget[DEBT] = 12000000;
    world_now()->municipalities.moved[DEBT] = 0;
    contract_all(100);
    contracts_follow(params(), world_now());
    double total = 0;
    for (size_t i = 0; i < n->count; i++)
        total += (double)n->contracted[i * DOMAINS + DEBT];
    assert_float_equal(total, 220, 0.01);
    assert_true(n->contracted[CARE] > n->contracted[DEBT]);
}

/* At a quarter above 50 euro, 10,000 euro a month buy 160 hours. */
static void what_results_cost_above_hours_is_reckoned_with(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    params()->price[DEBT] = 50;
    params()->overrun[DEBT] = 0;
    world_now()->municipalities.budget[DEBT] = 12000000;
    world_now()->municipalities.moved[DEBT] = 0;
    world_now()->municipalities.surcharge[DEBT] = 0.25f;
    contract_all(100);
    contracts_follow(params(), world_now());
    double total = 0;
    for (size_t i = 0; i < n->count; i++)
        total += (double)n->contracted[i * DOMAINS + DEBT];
    assert_float_equal(total, 160, 0.01);
}

/* 0.17 + 0.18 (control + learning / 3) and 2 x 0.25 hours of 120 in a team. */
static void teams_take_hours_from_those_who_work(void **state)
{
    (void)state;
    params()->administration_base = 0.17;
    params()->administration_gain = 0;
    params()->team_hours = 2;
    world_now()->neighbourhoods.lever[COORDINATION] = 0.25f;
    assert_float_equal(contracts_administration(params(), world_now(), 0, CARE), 0.17 + 0.5 / 120,
                       1e-6);
}

/* Under steering 0.2 all of 0.8 is control, or a quarter of it learning, which weighs a third;
 * results take four tenths of what there is. */
static void results_and_learning_relieve_who_reports(void **state)
{
    (void)state;
    params()->administration_base = params()->team_hours = 0;
    params()->administration_gain = 0.18;
    params()->feedback_to_learning = 0.25;
    params()->learning_burden = 1.0 / 3;
    params()->results_relief = 0.4;
    village_steer(world_now(), 0.2);
    for (int learning = 0; learning < 2; learning++)
        for (int results = 0; results < 2; results++) {
            village_lever(world_now(), FEEDBACK_QUALITY, learning);
            village_lever(world_now(), RESULTS_FINANCING, results);
            const double monitored = learning ? 0.6 + 0.2 / 3 : 0.8;
            assert_float_equal(contracts_administration(params(), world_now(), 0, CARE),
                               0.18 * monitored * (results ? 0.6 : 1), 1e-6);
        }
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(contracted_hours_follow_seen_demand_up_faster_than_down),
        IN_VILLAGE(the_budget_holds_contracted_hours_over_the_municipality),
        IN_VILLAGE(what_results_cost_above_hours_is_reckoned_with),
        IN_VILLAGE(teams_take_hours_from_those_who_work),
        IN_VILLAGE(results_and_learning_relieve_who_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
