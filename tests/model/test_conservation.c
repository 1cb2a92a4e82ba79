/* Hours and euros are conserved each month, and what is a share stays one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"
#include "world/hours.h"

enum { MONTHS = 36, UNITS = 16 };

/* A baseline, and one where much is asked, money is short and levers are many. */
static const char *const scenarios[] = {
    "", "knobs: {informal: 1, formal: 0.9, organisation: 0.9, learning: 0.8}\n"
        "steering: {all: 0.9}\n"
        "parameters: {formal_support: {budget: {care: 150, debt: 4}, overrun: {debt: 0.5}}}\n"};
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

/* Runs each scenario and looks at the world after each month. */
static void each_month(void (*look)(const struct village *village))
{
    for (size_t s = 0; s < SCENARIOS; s++) {
        struct village village;
        village_settle(&village, scenarios[s]);
        for (int month = 0; month < MONTHS; month++) {
            village_run(&village, 1);
            look(&village);
        }
        village_clear(&village);
    }
}

/* Calls `act` for each need that is there: used rows that have not ended. */
static void each_need(const struct village *village,
                      void (*act)(const struct village *, size_t block, uint32_t row, double *sums),
                      double *sums)
{
    const struct world *world = &village->model->world;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            if (!(world->needs.flags[world->blocks.first_row[b] + k] & NEED_ENDED))
                act(village, b, world->blocks.first_row[b] + k, sums);
}

static void add_received(const struct village *village, size_t block, uint32_t row, double *sums)
{
    (void)block;
    const struct needs *needs = &village->model->world.needs;
    sums[0] += UNITS * ((double)needs->informal[row] + (double)needs->presence[row]);
}

/* In whole sixteenths of an hour, so that the sums are exact. */
static void look_at_informal_hours(const struct village *village)
{
    const struct residents *residents = &village->model->world.residents;
    double received = 0, given = 0;
    each_need(village, add_received, &received);
    for (size_t i = 0; i < residents->count; i++)
        if (residents_present(residents, i))
            given += residents->given[i];
    assert_true(given > 1000);
    assert_true(received == given);
}

static void hours_given_by_helpers_are_hours_received(void **state)
{
    (void)state;
    each_month(look_at_informal_hours);
}

static void look_at_helpers(const struct village *village)
{
    const struct residents *residents = &village->model->world.residents;
    const double most = village->scenario.params.informal_support.capacity_total * UNITS;
    for (size_t i = 0; i < residents->count; i++)
        if (residents_present(residents, i)) {
            assert_true(residents->given[i] <= most * residents->available[i] / 65535 + 1);
            assert_true(residents->given[i] <= residents->demand[i]);
        }
}

static void nobody_gives_more_than_was_asked_or_can_be_given(void **state)
{
    (void)state;
    each_month(look_at_helpers);
}

static void add_formal(const struct village *village, size_t block, uint32_t row, double *sums)
{
    const struct world *world = &village->model->world;
    const size_t n = world->blocks.neighbourhood[block];
    sums[n * DOMAINS + world->needs.domain[row]] += (double)world->needs.formal[row];
}

static void look_at_formal_hours(const struct village *village)
{
    const struct neighbourhoods *n = &village->model->world.neighbourhoods;
    double formal[64 * DOMAINS] = {0}, all = 0, by_organisations = 0;
    assert_in_range(n->count, 1, 64);
    each_need(village, add_formal, formal);
    for (size_t at = 0; at < n->count * DOMAINS; at++) {
        assert_true(formal[at] <= n->supply[at] * (1 + 1e-6) + 1e-9);
        assert_true(n->paid[at] <= n->contracted[at] * (1 + 1e-5) + 1e-9);
        assert_true(formal[at] <= n->paid[at] * (1 + 1e-6));
        all += formal[at];
    }
    for (size_t i = 0; i < village->model->world.organisations.count; i++)
        by_organisations += (double)village->model->world.organisations.hours[i];
    assert_true(all > 10);
    assert_float_equal(all, by_organisations, 1e-4 * all);
}

static void formal_hours_are_within_supply_and_are_those_that_organisations_give(void **state)
{
    (void)state;
    each_month(look_at_formal_hours);
}

static void look_at_parts(const struct village *village, size_t block, uint32_t row, double *sums)
{
    (void)block;
    const struct needs *needs = &village->model->world.needs;
    const struct hours_params *hours = &village->scenario.params.hours;
    const int d = needs->domain[row];
    const double required = hours_required(hours, d, needs->severity[row]);
    const double own = required - needs->net[row];
    const double unmet =
        needs->net[row] - hours_from_people(needs, row) - (double)needs->formal[row];
    const double slack = 1e-5 * required + 1e-6;
    assert_true(own >= -slack && own <= hours->own_strength * required + slack);
    assert_true(needs->informal[row] >= 0 && needs->initiative[row] >= 0 &&
                hours_from_people(needs, row) - hours_of_place(needs, row) <=
                    hours->replaceable[d] * needs->net[row] + slack);
    assert_true(needs->formal[row] >= 0 && unmet >= -slack);
    sums[0] += required;
    sums[1] += own + hours_from_people(needs, row) + (double)needs->formal[row] + unmet;
}

static void look_at_required_hours(const struct village *village)
{
    double sums[2] = {0};
    each_need(village, look_at_parts, sums);
    assert_true(sums[0] > 1000);
    assert_float_equal(sums[0], sums[1], 1e-6 * sums[0]);
}

static void required_hours_are_those_of_own_people_initiatives_formal_and_unmet(void **state)
{
    (void)state;
    each_month(look_at_required_hours);
}

static bool between(float value, float low, float high)
{
    return value >= low && value <= high; /* false for what is not a number */
}

static void look_at_need(const struct village *village, size_t block, uint32_t row, double *sums)
{
    (void)block;
    (void)sums;
    const struct needs *needs = &village->model->world.needs;
    assert_true(between(needs->severity[row], 0.01f, 1));
    assert_true(between(needs->effectiveness[row], 0, 1));
    assert_true(needs->pace[row] > 0);
}

static void look_at_shares(const struct village *village)
{
    const struct world *world = &village->model->world;
    each_need(village, look_at_need, NULL);
    for (size_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i)) {
            assert_true(between(world->residents.self_reliance[i], 0, 1));
            assert_true(between(world->residents.trust[i], 0, 1));
            assert_true(between(world->residents.strain[i], 0, 1));
        }
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        assert_true(between(world->neighbourhoods.knowledge[n], 0, 1));
    for (size_t l = 0; l < world->neighbourhoods.count * LEVERS; l++)
        assert_true(between(world->neighbourhoods.lever[l], 0, 1));
    for (size_t i = 0; i < world->municipalities.count * DOMAINS; i++)
        assert_true(between(world->municipalities.enacted[i], 0, 1));
    for (size_t m = 0; m < world->municipalities.count; m++)
        assert_true(between(world->municipalities.history[m], -1, 1));
    for (size_t i = 0; i < world->organisations.count; i++) {
        assert_true(between(world->organisations.trust[i], 0, 1));
        assert_true(between(world->organisations.alignment[i], 0, 1));
        assert_true(between(world->organisations.friction[i], 0, 1));
        assert_true(between(world->organisations.openness[i], 0, 1));
        assert_true(between(world->organisations.network_position[i], 0, 1));
    }
}

static void what_is_a_share_stays_between_0_and_1(void **state)
{
    (void)state;
    each_month(look_at_shares);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_given_by_helpers_are_hours_received),
        cmocka_unit_test(nobody_gives_more_than_was_asked_or_can_be_given),
        cmocka_unit_test(formal_hours_are_within_supply_and_are_those_that_organisations_give),
        cmocka_unit_test(required_hours_are_those_of_own_people_initiatives_formal_and_unmet),
        cmocka_unit_test(what_is_a_share_stays_between_0_and_1),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
