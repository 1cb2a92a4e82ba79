/* Hours are paid when they are given, results when a need has ended. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_contracts.h"
#include "process/formal_pay.h"
#include "process/formal_village.h"

static int64_t total(const int64_t *column)
{
    int64_t sum = 0;
    for (size_t at = 0; at < world_now()->organisations.count * DOMAINS; at++)
        sum += column[at];
    return sum;
}

/* A case all of whose pay follows its result, and that ends this month. */
static uint32_t ends_on_results(void)
{
    size_t n;
    uint32_t provider;
    agree(1);
    const uint32_t row = served_case(&n, &provider);
    end_by_help(row);
    return row;
}

static void expect_results(int64_t cents)
{
    support_month();
    assert_int_equal(total(world_now()->organisations.results_pay), cents);
}

/* 2,600 euro, half of it: 1,300 euro, give or take 0.4 x (1 - 0.75). */
static void a_result_is_paid_at_its_price_and_the_surer_the_more_parties_agree(void **state)
{
    (void)state;
    struct formal_support_params p = {.result_noise = 0.4};
    assert_int_equal(formal_pay_result(&p, 2600, 0.5, 0.75, 0.5), 130000);
    assert_int_equal(formal_pay_result(&p, 2600, 0.5, 0.75, 1), 143000);
    assert_int_equal(formal_pay_result(&p, 2600, 0.5, 0.75, 0), 117000);
    assert_int_equal(formal_pay_result(&p, 2600, 0.5, 1, 0), 130000);
    assert_int_equal(formal_pay_result(&p, 2600, 0, 0, 1), 0);
}

/* At 45 euro an hour of care and so on; rounded to cents per contract. */
static void on_terms_of_hours_all_paid_hours_are_paid_at_their_price(void **state)
{
    (void)state;
    agree(0);
    params()->pay_memory = 2;
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.surcharge[d] = 0.25f;
    support_month();
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    double euro = 0;
    for (size_t at = 0; at < n->count * DOMAINS; at++)
        euro += (double)n->paid[at] * params()->price[at % DOMAINS];
    assert_true(euro > 10000);
    assert_float_equal((double)total(world_now()->organisations.hours_pay) / 100, euro, 5);
    assert_int_equal(total(world_now()->organisations.results_pay), 0);
    for (size_t d = 0; d < DOMAINS; d++) /* a memory of two months took in no surcharge */
        assert_float_equal(world_now()->municipalities.surcharge[d], 0.125, 1e-3);
}

static void on_terms_of_results_hours_are_not_paid_while_the_need_lasts(void **state)
{
    (void)state;
    agree(0.6);
    support_month();
    const struct organisations *o = &world_now()->organisations;
    double cost = 0;
    for (size_t i = 0; i < o->count; i++) {
        cost += (double)o->cost[i];
        if (o->cost[i] > 0)
            assert_float_equal(o->income[i] / o->cost[i], 0.4, 1e-3);
    }
    assert_true(cost > 10000);
    assert_int_equal(total(o->results_pay), 0);
}

/* The month in which the need ends pays its result, to who helped, and once. */
static void a_need_that_ends_after_help_is_paid_to_its_provider(void **state)
{
    (void)state;
    size_t n;
    uint32_t provider;
    agree(1);
    params()->result_noise = 0;
    const uint32_t row = served_case(&n, &provider);
    const int d = world_now()->needs.domain[row];
    end_by_help(row);
    const size_t m = world_now()->neighbourhoods.municipality[n];
    world_now()->municipalities.result_hours[m * DOMAINS + (size_t)d] = 50;
    const int64_t cents = (int64_t)(params()->price[d] * 50 * 100 + 0.5);
    expect_results(cents);
    const struct organisations *o = &world_now()->organisations;
    assert_int_equal(o->results_pay[provider * DOMAINS + (size_t)d], cents);
    assert_int_equal(total(o->hours_pay), 0);
}

static void a_need_that_its_provider_never_helped_pays_nothing(void **state)
{
    (void)state;
    const uint32_t row = ends_on_results();
    world_now()->needs.flags[row] &= (uint8_t)~NEED_HELPED;
    expect_results(0);
}

/* Youth care that ends at a birthday has no result. */
static void a_need_that_was_outgrown_pays_nothing(void **state)
{
    (void)state;
    const uint32_t row = ends_on_results();
    world_now()->residents.ended[world_now()->needs.resident[row]] = 0;
    expect_results(0);
}

/* Terms are agreed when a provider is found; a lever turned later is for others. */
static void terms_are_those_of_the_month_in_which_a_provider_is_found(void **state)
{
    (void)state;
    size_t n;
    uint32_t provider;
    const uint32_t old = served_case(&n, &provider);
    for (size_t k = 0; k < world_now()->neighbourhoods.count; k++)
        world_now()->neighbourhoods.lever[k * LEVERS + RESULTS_FINANCING] = 0.8f;
    support_month();
    assert_int_equal(world_now()->needs.terms[old], 0);
    world_now()->needs.provider[old] = NO_PROVIDER;
    support_month();
    assert_int_equal(world_now()->needs.terms[old], 204);
}

/* Paid 40% of its cost: a twelfth of 0.6 more is open. A contract of such a
 * provider asks (0.5 - 0.1) x its share fewer hours. */
static void who_is_paid_too_little_offers_fewer_hours_beyond_its_buffer(void **state)
{
    (void)state;
    size_t n;
    uint32_t provider;
    const uint32_t row = served_case(&n, &provider);
    const int d = world_now()->needs.domain[row];
    struct organisations *o = &world_now()->organisations;
    memset(o->uncovered, 0, o->count * sizeof *o->uncovered);
    agree(0.6);
    support_month();
    assert_float_equal(o->uncovered[provider], 0.6 / 12, 1e-4);
    assert_float_equal(formal_pay_withheld(params(), world_now(), n, d), 0, 1e-9);
    memset(o->uncovered, 0, o->count * sizeof *o->uncovered);
    o->uncovered[provider] = 0.5f;
    params()->buffer = 0.1;
    const size_t slot =
        (n * DOMAINS + (size_t)d) * CONTRACT_SLOTS + world_now()->needs.provider[row];
    const double share = world_now()->neighbourhoods.provider_share[slot];
    assert_float_equal(formal_pay_withheld(params(), world_now(), n, d), 0.4 * share, 1e-6);
    const size_t at = n * DOMAINS + (size_t)d;
    const double wanted = world_now()->neighbourhoods.wanted[at];
    params()->follow_up = params()->follow_down = 1;
    params()->shortfall = 0;
    world_now()->municipalities.budget[d] = 100000000000;
    contracts_follow(params(), world_now());
    assert_float_equal(world_now()->neighbourhoods.contracted[at] *
                           (1 - contracts_administration(params(), world_now(), n, d)),
                       wanted * (1 - 0.4 * share), 0.01);
}

/* Before the first day nobody is helped yet: what contracts let expect, on the lever's terms. */
static void what_contracts_let_expect_is_on_the_terms_of_the_lever(void **state)
{
    (void)state;
    for (int lever = 0; lever < 2; lever++) {
        village_lever(world_now(), RESULTS_FINANCING, lever);
        formal_pay_usual(params(), village.model->now, world_now());
        assert_int_equal(total(world_now()->organisations.hours_pay) > 0, lever == 0);
        assert_int_equal(total(world_now()->organisations.results_pay) > 0, lever == 1);
    }
}

/* Income and cost of all organisations in the month after a lever was turned, in a village of which
 * cases are paid by the hour till then. */
static double open_after_turning(unsigned seed, double results)
{
    char more[128];
    snprintf(more, sizeof more, "levers: {results_financing: 0}\nruns: {seed: %u}\n", seed);
    village_settle(&village, more);
    village_run(&village, 2);
    village.scenario.levers[RESULTS_FINANCING] = results;
    village.scenario.lever_own[RESULTS_FINANCING] = true;
    village_run(&village, 1);
    const struct organisations *o = &world_now()->organisations;
    double income = 0, cost = 0;
    for (size_t i = 0; i < o->count; i++) {
        income += (double)o->income[i];
        cost += (double)o->cost[i];
    }
    village_clear(&village);
    return (cost - income) / cost;
}

/* Those whose case is new are not paid yet, in every village. (Afterwards what ends soon is paid as
 * if it had taken the usual hours; so in a few months results bring more than hours.) */
static void turning_to_results_first_leaves_cost_open(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 6; seed++)
        assert_true(open_after_turning(seed, 1) > open_after_turning(seed, 0) + 0.005);
}

/* Over two years of the whole model what organisations got is what the accounts say was spent. */
static void every_cent_that_is_paid_is_booked(void **state)
{
    (void)state;
    const struct municipalities *m = &world_now()->municipalities;
    const struct organisations *o = &world_now()->organisations;
    int64_t results = 0;
    params()->youth_stay = 0;
    village.scenario.levers[RESULTS_FINANCING] = 1;
    village.scenario.lever_own[RESULTS_FINANCING] = true;
    for (int k = 0; k < 24; k++) {
        village_run(&village, 1);
        int64_t spent = 0;
        for (size_t d = 0; d < DOMAINS; d++)
            spent += m->spent_month[d];
        assert_int_equal(spent, total(o->hours_pay) + total(o->results_pay));
        results += total(o->results_pay);
    }
    assert_true(results > 0);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle_paid_by_hours, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_is_paid_at_its_price_and_the_surer_the_more_parties_agree),
        IN_VILLAGE(on_terms_of_hours_all_paid_hours_are_paid_at_their_price),
        IN_VILLAGE(on_terms_of_results_hours_are_not_paid_while_the_need_lasts),
        IN_VILLAGE(a_need_that_ends_after_help_is_paid_to_its_provider),
        IN_VILLAGE(a_need_that_its_provider_never_helped_pays_nothing),
        IN_VILLAGE(a_need_that_was_outgrown_pays_nothing),
        IN_VILLAGE(terms_are_those_of_the_month_in_which_a_provider_is_found),
        IN_VILLAGE(who_is_paid_too_little_offers_fewer_hours_beyond_its_buffer),
        IN_VILLAGE(what_contracts_let_expect_is_on_the_terms_of_the_lever),
        cmocka_unit_test(turning_to_results_first_leaves_cost_open),
        IN_VILLAGE(every_cent_that_is_paid_is_booked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
