/* Accounts close to the cent: within a year per domain, over years for the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/finance.h"
#include "support/village.h"

enum { YEARS = 3 };

static struct world *world_of(struct village *village)
{
    return &village->model->world;
}

/* Nobody has been paid or had a cost this month. */
static void settle(struct village *village, const char *more)
{
    village_settle(village, more);
    struct organisations *o = &world_of(village)->organisations;
    memset(o->hours_pay, 0, o->count * DOMAINS * sizeof *o->hours_pay);
    memset(o->results_pay, 0, o->count * DOMAINS * sizeof *o->results_pay);
    memset(o->income, 0, o->count * sizeof *o->income);
    memset(o->cost, 0, o->count * sizeof *o->cost);
    memset(world_of(village)->initiatives.grant, 0, o->count * sizeof(int64_t));
}

/* The first organisation gets this for hours. */
static void pay(struct village *village, enum domain domain, int64_t euro)
{
    world_of(village)->organisations.hours_pay[domain] = euro * 100;
}

static void book(struct village *village, int month_of_year)
{
    const struct params *p = &village->scenario.params;
    finance_step(&p->finance, &p->formal_support, month_of_year, village->model->now,
                 world_of(village));
}

static int64_t total(const int64_t *column)
{
    int64_t sum = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        sum += column[d];
    return sum;
}

/* 2,700 euro for hours and 1,800 for results, of two organisations, and 500 for an
 * initiative; a twelfth of the budget comes in. */
static void a_month_books_what_organisations_are_paid(void **state)
{
    (void)state;
    struct village village;
    settle(&village, NULL);
    const struct municipalities *m = &world_of(&village)->municipalities;
    world_of(&village)->organisations.hours_pay[0 * DOMAINS + CARE] = 270000;
    world_of(&village)->organisations.results_pay[3 * DOMAINS + CARE] = 180000;
    world_of(&village)->initiatives.grant[5] = 50000; /* of the first domain, care */
    book(&village, 1);
    assert_int_equal(m->spent_month[CARE], 500000);
    assert_int_equal(m->spent[CARE], 500000);
    assert_true(m->available[CARE] - m->budget[CARE] / 12 <= 1);
    book(&village, 2);
    assert_int_equal(m->spent[CARE], 1000000);
    village_clear(&village);
}

/* 40% of the budget for youth is a fixed sum for stay. */
static void youth_also_pays_for_stay(void **state)
{
    (void)state;
    struct village village;
    settle(&village, "parameters: {formal_support: {youth_stay: 0.4}}\n");
    const struct municipalities *m = &world_of(&village)->municipalities;
    book(&village, 1);
    assert_true(m->budget[YOUTH] > 0);
    const int64_t apart = m->spent_month[YOUTH] * 30 - m->budget[YOUTH];
    assert_in_range(apart + 30, 0, 60); /* a thirtieth, to the cent */
    assert_int_equal(m->spent_month[DEBT], 0);
    village_clear(&village);
}

/* Twelve months bring in the budget, not a cent more or less. */
static void a_year_brings_in_the_whole_budget(void **state)
{
    (void)state;
    struct village village;
    settle(&village, NULL);
    struct municipalities *m = &world_of(&village)->municipalities;
    m->budget[DEBT] = 1200007;
    for (int month = 1; month <= 11; month++)
        book(&village, month);
    const int64_t before = m->available[DEBT];
    assert_in_range(before, 1200007 * 11 / 12 - 1, 1200007 * 11 / 12 + 1);
    book(&village, 12);
    /* Nothing was spent, so that carried on and given back is what came in. */
    assert_int_equal(m->carried[DEBT] - m->outside[DEBT], 1200007 + m->moved[DEBT]);
    village_clear(&village);
}

/* A shortage of 1,000 euro in debt; pooling moves a share of care's surplus. */
static void a_shortage_is_met_from_the_largest_surplus_as_far_as_levers_allow(void **state)
{
    (void)state;
    struct village village;
    settle(&village, "levers: {flexibility: 0.25, integrality: 0.5}\n"
                     "parameters: {finance: {pooling_speed: 0.1}}\n");
    struct world *world = world_of(&village);
    struct municipalities *m = &world->municipalities;
    for (size_t d = 0; d < DOMAINS; d++)
        m->budget[d] = d == CARE ? 12 * 1000000 : 0;
    for (size_t l = 0; l < world->neighbourhoods.count * LEVERS; l++)
        world->neighbourhoods.lever[l] = 0.5f;
    village_lever(world, FLEXIBILITY, 0.25);
    pay(&village, DEBT, 65000);
    book(&village, 1); /* short of 6,500,000 cents; 0.1 x 0.25 x 0.5 of 1,000,000 moves */
    assert_int_equal(m->moved[DEBT], 12500);
    assert_int_equal(m->moved[CARE], -12500);
    assert_int_equal(m->refused[DEBT], 6500000 - 12500);
    assert_int_equal(total(m->moved), 0);
    village_clear(&village);
}

static void without_a_lever_no_money_moves(enum lever lever)
{
    struct village village;
    settle(&village, NULL);
    struct world *world = world_of(&village);
    village_lever(world, lever, 0);
    pay(&village, DEBT, 6500000);
    book(&village, 1);
    assert_int_equal(world->municipalities.moved[DEBT], 0);
    assert_true(world->municipalities.refused[DEBT] > 0);
    village_clear(&village);
}

static void without_flexibility_or_without_integrality_no_money_moves(void **state)
{
    (void)state;
    without_a_lever_no_money_moves(FLEXIBILITY);
    without_a_lever_no_money_moves(INTEGRALITY);
}

/* A tenth of 120,000 euro, either sign; the rest goes outside or comes from there. */
static void at_most_a_tenth_is_carried_over_either_sign(void **state)
{
    (void)state;
    struct village village;
    settle(&village, "levers: {flexibility: 0}\n"
                     "parameters: {finance: {carry_over: 0.1}}\n");
    struct world *world = world_of(&village);
    struct municipalities *m = &world->municipalities;
    memset(world->neighbourhoods.lever, 0, world->neighbourhoods.count * LEVERS * sizeof(float));
    for (size_t d = 0; d < DOMAINS; d++)
        m->budget[d] = 12000000;
    for (int month = 1; month <= 12; month++) {
        pay(&village, DEBT, month == 1 ? 260000 : 0);
        pay(&village, WORK, month == 1 ? 117000 : 0);
        book(&village, month);
    }
    assert_int_equal(m->carried[SOCIAL], 1200000); /* nothing spent */
    assert_int_equal(m->outside[SOCIAL], -10800000);
    assert_int_equal(m->carried[DEBT], -1200000); /* overspent */
    assert_int_equal(m->outside[DEBT], 12800000);
    assert_int_equal(m->carried[WORK], 300000); /* near its budget */
    assert_int_equal(m->outside[WORK], 0);
    assert_int_equal(m->spent[DEBT], 26000000); /* the old year still stands */
    book(&village, 1);
    assert_int_equal(m->spent[DEBT], 0); /* a new year */
    assert_int_equal(m->available[WORK], 300000 + 1000000);
    village_clear(&village);
}

/* Over three years of the whole model, summed over domains, month by month:
 * carried in + budget = spent + balance, and at the close + carried on - outside. */
static void over_three_years_the_accounts_close_to_the_cent(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village,
                   "parameters: {formal_support: {budget: {debt: 4}, overrun: {debt: 0.5}}}\n");
    const struct municipalities *m = &world_of(&village)->municipalities;
    int64_t carried = 0, moves = 0;
    for (int year = 0; year < YEARS; year++) {
        int64_t spent[DOMAINS] = {0}, in = 0;
        for (int month = 1; month <= 12; month++) {
            village_run(&village, 1);
            for (size_t d = 0; d < DOMAINS; d++)
                spent[d] += m->spent_month[d];
            assert_int_equal(total(m->moved), 0);
            moves += month == 12 && m->moved[DEBT] > 0;
            in = total(m->available);
            for (size_t d = 0; d < DOMAINS; d++)
                assert_int_equal(m->spent[d], spent[d]);
        }
        assert_int_equal(in, carried + total(m->budget));
        assert_int_equal(carried + total(m->budget),
                         total(spent) + total(m->carried) - total(m->outside));
        carried = total(m->carried);
    }
    assert_true(moves > 0); /* else moving was not tried */
    village_clear(&village);
}

/* 100,000 euro of hours, paid 90,000: a fully at-odds organisation spends 99,000. */
static void a_reserve_gets_what_income_leaves_above_cost(void **state)
{
    (void)state;
    struct village village;
    settle(&village, NULL);
    struct organisations *o = &world_of(&village)->organisations;
    o->reserve[0] = o->reserve[1] = 10000;
    o->cost[0] = o->cost[1] = 100000;
    o->income[0] = 100000;
    o->income[1] = 90000;
    for (size_t i = 0; i < 2; i++) {
        o->network_effort[i] = o->routine[i] = 0.4f; /* as usual */
        o->voiced[i] = o->capacity[i] = 0;
    }
    o->friction[0] = 0;
    o->friction[1] = 1;
    book(&village, 1);
    assert_float_equal(o->reserve[0], 9900 + 3000, 0.01);
    assert_float_equal(o->reserve[1], 9900 - 9000, 0.01);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_books_what_organisations_are_paid),
        cmocka_unit_test(youth_also_pays_for_stay),
        cmocka_unit_test(a_year_brings_in_the_whole_budget),
        cmocka_unit_test(a_shortage_is_met_from_the_largest_surplus_as_far_as_levers_allow),
        cmocka_unit_test(without_flexibility_or_without_integrality_no_money_moves),
        cmocka_unit_test(at_most_a_tenth_is_carried_over_either_sign),
        cmocka_unit_test(a_reserve_gets_what_income_leaves_above_cost),
        cmocka_unit_test(over_three_years_the_accounts_close_to_the_cent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
