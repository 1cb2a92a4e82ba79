/* What institutions do by themselves, and who begins and who stops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/institutions.h"
#include "process/institutions_conduct.h"
#include "process/institutions_turnover.h"
#include "process/institutions_village.h"

static int settle(void **state)
{
    (void)state;
    first_day();
    village_run(&village, 1);
    return 0;
}

/* (0.02 + 0.6 x 0.5) / 0.02 = 16. */
static void pay_off_is_margin_and_outcome_by_motive(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    o->margin[0] = 0.02f;
    o->self_interest[0] = 0.4f;
    o->outcome[0] = 0.5f;
    assert_float_equal(institutions_payoff(params(), o, 0), 16, 1e-4);
}

enum { INSTITUTIONS = 12, LIVES = 240 };

/* Effort after thirty years in which more of it pays so much, mean of many lives. */
static double risen(double paid_by_effort)
{
    struct organisations *o = organisations();
    struct moment now = village.model->now;
    double sum = 0;
    for (uint32_t life = 0; life < LIVES; life++) {
        const uint32_t i = life % INSTITUTIONS;
        o->network_effort[i] = 0.4f;
        o->experience[i] = 0;
        memset(o->attraction + (size_t)i * EFFORT_LEVELS, 0, EFFORT_LEVELS * sizeof(float));
        o->outcome[i] = 0.5f;
        for (uint32_t year = 1; year <= 30; year++) {
            now.month = 1000 * life + 12 * year;
            o->margin[i] = (float)(paid_by_effort * ((double)o->network_effort[i] - 0.4));
            institutions_choose_effort(params(), now, o, i);
        }
        sum += (double)o->network_effort[i] / LIVES;
    }
    return sum;
}

static void effort_goes_where_it_paid_and_nowhere_where_it_did_not_matter(void **state)
{
    (void)state;
    const double none = risen(0), pays = risen(0.5), costs = risen(-0.5);
    assert_float_equal(none, 0.4, 0.1);
    assert_true(pays > none + 0.05);
    assert_true(costs < none - 0.05);
}

static void effort_moves_by_one_level_at_most(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    struct moment now = village.model->now;
    double before = o->network_effort[0];
    size_t moves = 0;
    for (now.month = 12; now.month < 2400; now.month += 12) {
        institutions_choose_effort(params(), now, o, 0);
        const double step = (double)o->network_effort[0] - before;
        assert_true(step > -0.16 && step < 0.16);
        moves += step > 0.1 || step < -0.1;
        before = o->network_effort[0];
    }
    assert_true(moves > 20);
}

static struct climate climate_here(void)
{
    return institutions_climate(&village.scenario, world_now(), 0);
}

/* A hundredth of the way to 0.4 + 0.08 + 0.04 + 0.08. */
static void openness_follows_trust_engagement_and_room_for_errors(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    memset(world_now()->municipalities.push, 0, DOMAINS * sizeof(float));
    lever(ENGAGEMENT, 0.7);
    lever(ERROR_TOLERANCE, 0.9);
    o->trust[0] = 0.79f;
    o->openness[0] = 0.3f;
    const struct climate climate = climate_here();
    institutions_open_up(params(), &climate, world_now(), 0);
    assert_float_equal(o->openness[0], 0.3 + 0.01 * (0.6 - 0.3), 1e-5);
}

/* A push of 0.15 takes 0.2 x 0.15 of openness, and so most from who is most open. */
static void who_spoke_before_tightening_learns_silence(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.push[d] = -0.15f;
    params()->openness_pace = 0;
    o->openness[0] = 0.8f;
    o->openness[1] = 0.2f;
    const struct climate climate = climate_here();
    for (uint32_t i = 0; i < 2; i++)
        institutions_open_up(params(), &climate, world_now(), i);
    assert_float_equal(o->openness[0], 0.8 * 0.97, 1e-5);
    assert_float_equal(o->openness[1], 0.2 * 0.97, 1e-5);
}

/* 0.004 (1 - 0.4)(0.5 + 0.5)(0.5 + 0.6): half of the cost of both, and mu_c = 0.6. */
static void routine_grows_with_size_and_control(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    lever(FEEDBACK_QUALITY, 0);
    o->steering[0] = 0.4f;
    o->cost[0] = 1000;
    o->routine[0] = 0.4f;
    struct climate climate = climate_here();
    climate.cost = 1000;
    institutions_settle_down(params(), &climate, o, 0);
    assert_float_equal(o->routine[0], 0.4 + 0.004 * 0.6 * 1.1, 1e-6);
    o->routine[0] = 0.4f;
    climate.cost = 250; /* four fifths */
    institutions_settle_down(params(), &climate, o, 0);
    assert_float_equal(o->routine[0], 0.4 + 0.004 * 0.6 * 1.3 * 1.1, 1e-6);
}

static void renewal_costs_money_takes_routine_away_and_needs_a_reserve(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    params()->renewal = 10; /* sure */
    o->routine[0] = 0.6f;
    o->capacity[0] = 4000;
    o->reserve[0] = 900; /* less than a quarter of a month */
    institutions_renew(params(), village.model->now, o, 0);
    assert_float_equal(o->routine[0], 0.6, 1e-6);
    o->reserve[0] = 5000;
    institutions_renew(params(), village.model->now, o, 0);
    assert_float_equal(o->routine[0], 0.3, 1e-6);
    assert_float_equal(o->reserve[0], 4000, 1e-3);
}

static uint32_t ended(uint32_t months)
{
    uint32_t count = 0;
    for (uint32_t k = 0; k < months; k++) {
        village.model->now.month++;
        world_now()->events.count = 0;
        institutions_leave(&village.scenario, village.model->now, world_now());
        count += world_now()->municipalities.institutions_ended[0];
    }
    return count;
}

static void only_who_has_spent_its_credit_stops(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    for (size_t i = 0; i < o->count; i++) {
        o->capacity[i] = 1000;
        o->reserve[i] = -5999;
    }
    assert_int_equal(ended(60), 0);
    o->reserve[0] = -6001;
    assert_int_equal(ended(100), 1);
    assert_false(organisations_present(o, 0));
}

static void who_is_without_a_contract_for_long_gives_up(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    o->founded[0] = 1;
    o->idle[0] = 37;
    o->idle[1] = 36;
    o->idle[2] = 200; /* there since before the first day */
    assert_int_equal(ended(1), 2);
    assert_true(organisations_present(o, 1));
}

static uint32_t begun(double openness, uint32_t months)
{
    uint32_t count = 0;
    lever(ENTRANT_OPENNESS, openness);
    for (uint32_t k = 0; k < months; k++) {
        struct moment now = village.model->now;
        now.month += k;
        world_now()->events.count = 0;
        institutions_enter(&village.scenario, now, world_now());
        count += world_now()->municipalities.institutions_begun[0];
    }
    return count;
}

/* Twelve institutions: 0.06 a year each at full openness is 0.7 a year. */
static void newcomers_begin_by_the_room_there_is_for_them(void **state)
{
    (void)state;
    assert_int_equal(begun(0, 240), 0);
    assert_in_range(begun(1, 180), 3, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(pay_off_is_margin_and_outcome_by_motive),
        IN_VILLAGE(effort_goes_where_it_paid_and_nowhere_where_it_did_not_matter),
        IN_VILLAGE(effort_moves_by_one_level_at_most),
        IN_VILLAGE(openness_follows_trust_engagement_and_room_for_errors),
        IN_VILLAGE(who_spoke_before_tightening_learns_silence),
        IN_VILLAGE(routine_grows_with_size_and_control),
        IN_VILLAGE(renewal_costs_money_takes_routine_away_and_needs_a_reserve),
        IN_VILLAGE(only_who_has_spent_its_credit_stops),
        IN_VILLAGE(who_is_without_a_contract_for_long_gives_up),
        IN_VILLAGE(newcomers_begin_by_the_room_there_is_for_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
