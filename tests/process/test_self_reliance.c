/* What help, or its lack, does to own strength: term by term. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/self_reliance.h"
#include "support/village.h"

static const char usual[] =
    "levers: {empowerment: 0.4, formal_informal_link: 0.5}\n"
    "parameters: {settlement: {burn_in: 1}, formal_support: {relief_share: 0.2}, hours: "
    "{informal_effect: 0.6}, self_reliance: {ended_event: 0.03, link_gain: 0.005, "
    "empowerment_gain: 0.005, replaced_loss: 0.005, refused_loss: 0.005, return_rate: 0}}\n";

static struct village village;
static uint32_t row, who;
static size_t here;

/* One adult with one need of 10 net hours; all others have no hours at all. */
static int one_need(void **state)
{
    (void)state;
    village_settle(&village, usual);
    struct world *world = &village.model->world;
    world_compact_needs(world);
    memset(world->needs.net, 0, world->needs.capacity * sizeof *world->needs.net);
    row = world->blocks.first_row[0];
    while (residents_age_months(&world->residents, world->needs.resident[row], 0) < 30 * 12)
        row++;
    who = world->needs.resident[row];
    here = world->blocks.neighbourhood[0];
    world->residents.self_reliance[who] = 0.5f;
    world->residents.traits[who] = 0;
    world->needs.flags[row] = 0;
    world->needs.net[row] = 10;
    world->needs.asked[row] = world->needs.informal[row] = world->needs.formal[row] = 0;
    world->needs.effectiveness[row] = 0.5f;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static double gained(const struct self_reliance_params *p)
{
    const struct params *all = &village.scenario.params;
    const double before = (double)village.model->world.residents.self_reliance[who];
    self_reliance_step(p ? p : &all->self_reliance, &all->hours, all->formal_support.relief_share,
                       village.model->now, &village.model->world);
    return (double)village.model->world.residents.self_reliance[who] - before;
}

static double term(enum gain gain, enum income income)
{
    return village.model->world.neighbourhoods
        .gain[here * GAINS * INCOMES + gain * INCOMES + income];
}

/* 0.005 x 0.4 x (1 - 0.3): seven of ten hours come from alters. */
static void empowerment_strengthens_as_far_as_there_is_no_overload(void **state)
{
    (void)state;
    village.model->world.needs.informal[row] = 7;
    assert_float_equal(gained(NULL), 0.005 * 0.4 * 0.7, 1e-7);
    assert_float_equal(term(GAIN_EMPOWERMENT, INCOME_OTHER), 0.005 * 0.4 * 0.7, 1e-7);
    assert_float_equal(term(GAIN_EMPOWERMENT, INCOME_LOW), 0, 1e-9);
}

/* q = 0.5 x 6 / 10, F = 6 / 10 of the net hours. */
static void formal_hours_replace_what_was_there_and_linked_ones_teach(void **state)
{
    (void)state;
    village.model->world.needs.formal[row] = 6;
    const double link = 0.005 * 0.5 * 0.3 * 0.6;
    const double replaced = -0.005 * 0.6 * (1 - 0.2 * 0.5);
    const double empowerment = 0.005 * 0.4 * 0.6;
    assert_float_equal(gained(NULL), link + replaced + empowerment, 1e-7);
    assert_float_equal(term(GAIN_LINK, INCOME_OTHER), link, 1e-7);
    assert_float_equal(term(GAIN_REPLACED, INCOME_OTHER), replaced, 1e-7);
}

/* Asked for 4 and got 1: three quarters refused, with 0.9 overload. */
static void asking_in_vain_weakens(void **state)
{
    (void)state;
    village.model->world.needs.asked[row] = 4;
    village.model->world.needs.informal[row] = 1;
    const double refused = -0.005 * 0.75 * 0.9, empowerment = 0.005 * 0.4 * 0.1;
    assert_float_equal(gained(NULL), refused + empowerment, 1e-7);
    assert_float_equal(term(GAIN_REFUSED, INCOME_OTHER), refused, 1e-7);
}

static void a_need_that_ended_by_own_or_alters_help_strengthens_and_by_formal_help_not(void **state)
{
    (void)state;
    struct needs *needs = &village.model->world.needs;
    needs->flags[row] = NEED_ENDED;
    needs->informal[row] = 3;
    needs->formal[row] = 2;
    assert_float_equal(gained(NULL), 0.03, 1e-6);
    needs->formal[row] = 4;
    assert_float_equal(gained(NULL), 0, 1e-6);
}

static void terms_of_a_low_income_are_counted_apart(void **state)
{
    (void)state;
    village.model->world.residents.traits[who] = TRAIT_LOW_INCOME;
    village.model->world.needs.flags[row] = NEED_ENDED;
    gained(NULL);
    assert_float_equal(term(GAIN_ENDED, INCOME_LOW), 0.03, 1e-6);
    assert_float_equal(term(GAIN_ENDED, INCOME_OTHER), 0, 1e-9);
}

/* A fiftieth of the way to 0.65, less 0.1 with a low income and 0.1 at 80. */
static void strength_returns_to_a_base_by_age_and_income(void **state)
{
    (void)state;
    struct self_reliance_params p = village.scenario.params.self_reliance;
    struct residents *residents = &village.model->world.residents;
    p.return_rate = 0.02;
    p.base = 0.65;
    p.base_low_income = p.base_old = -0.1;
    village.model->world.needs.net[row] = 0;
    assert_float_equal(gained(&p), 0.02 * 0.15, 1e-6);
    residents->self_reliance[who] = 0.5f;
    residents->traits[who] = TRAIT_LOW_INCOME;
    assert_float_equal(gained(&p), 0.02 * 0.05, 1e-6);
    residents->self_reliance[who] = 0.5f;
    residents->birth[who] = (int16_t)((int)village.model->now.month - 80 * 12);
    assert_float_equal(gained(&p), 0.02 * -0.05, 1e-6);
}

static void strength_stays_between_0_and_1(void **state)
{
    (void)state;
    struct self_reliance_params p = village.scenario.params.self_reliance;
    struct world *world = &village.model->world;
    p.ended_event = 0.1;
    world->needs.flags[row] = NEED_ENDED;
    world->residents.self_reliance[who] = 0.95f;
    gained(&p);
    assert_float_equal(world->residents.self_reliance[who], 1, 1e-6);
}

static void a_child_has_the_highest_strength_of_the_adults_at_home(void **state)
{
    (void)state;
    const struct residents *residents = &village.model->world.residents;
    size_t children = 0;
    gained(NULL);
    for (uint32_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i) || residents->position[i] != POSITION_CHILD ||
            residents_age_months(residents, i, 0) >= 18 * 12)
            continue;
        float highest = 0;
        for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
            if (residents->position[j] != POSITION_CHILD && residents->self_reliance[j] > highest)
                highest = residents->self_reliance[j];
        /* Without any return, long needs have left some adults nothing to lend. */
        assert_true(highest <= 0 || residents->self_reliance[i] == highest);
        children += highest > 0;
    }
    assert_true(children > 100);
}

#define WITH_ONE_NEED(test) cmocka_unit_test_setup_teardown(test, one_need, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ONE_NEED(empowerment_strengthens_as_far_as_there_is_no_overload),
        WITH_ONE_NEED(formal_hours_replace_what_was_there_and_linked_ones_teach),
        WITH_ONE_NEED(asking_in_vain_weakens),
        WITH_ONE_NEED(a_need_that_ended_by_own_or_alters_help_strengthens_and_by_formal_help_not),
        WITH_ONE_NEED(terms_of_a_low_income_are_counted_apart),
        WITH_ONE_NEED(strength_returns_to_a_base_by_age_and_income),
        WITH_ONE_NEED(strength_stays_between_0_and_1),
        WITH_ONE_NEED(a_child_has_the_highest_strength_of_the_adults_at_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
