/* The right to challenge: who asks, who says yes, what is handed over and what is left. */
#include "process/initiative.h"

enum { MONTHS = 2000 };

static uint32_t *slots(void)
{
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    const size_t at = all()->neighbourhood[initiative] * (size_t)DOMAINS + SOCIAL;
    return n->provider + at * CONTRACT_SLOTS;
}

/* Two hold the contract, the second the smaller part. */
static int contracted(void **state)
{
    begin_one(state);
    hold_still();
    village_steer(world_now(), 0.4);
    lever(RULE_ROOM, 0.5);
    float *share = world_now()->neighbourhoods.provider_share +
                   (slots() - world_now()->neighbourhoods.provider);
    slots()[0] = 0;
    slots()[1] = 1;
    slots()[2] = COLUMN_NONE;
    share[0] = 0.65f;
    share[1] = 0.35f;
    all()->energy[initiative] = 1;
    all()->record[initiative] = 0.4f;
    struct initiatives_params *p = &village.scenario.params.initiatives;
    p->challenge_base = 0;
    p->rest = 0;
    return 0;
}

/* The share of challenges that is accepted, when asked anew each month. */
static double accepted(void)
{
    struct municipalities *m = &world_now()->municipalities;
    struct initiating initiating = initiating_now();
    m->challenges_won[0] = m->challenges_refused[0] = 0;
    village.scenario.params.initiatives.challenge = 12 / 0.4;
    for (uint32_t k = 0; k < MONTHS; k++) {
        initiating.now.month = k;
        challenge_month(&initiating, true, initiative);
        slots()[1] = 1;
    }
    assert_int_equal(m->challenges_won[0] + m->challenges_refused[0], MONTHS);
    return m->challenges_won[0] / (double)MONTHS;
}

static void a_challenge_is_accepted_by_room_steering_trust_and_record(void **state)
{
    (void)state;
    const struct initiatives_params *p = &village.scenario.params.initiatives;
    assert_float_equal(accepted(), 0.5, 0.04);
    lever(RULE_ROOM, 0.8);
    assert_float_equal(accepted(), 1 / (1 + exp(-p->challenge_room * 0.3)), 0.04);
    village_steer(world_now(), 0.1);
    assert_float_equal(accepted(),
                       1 / (1 + exp(-p->challenge_room * 0.3 + p->challenge_steering * 0.3)), 0.04);
    world_now()->organisations.trust[initiative] = 0.09f;
    const double less = accepted();
    assert_float_equal(less,
                       1 / (1 + exp(-p->challenge_room * 0.3 + p->challenge_steering * 0.3 +
                                    p->challenge_trust * 0.5)),
                       0.04);
}

static void who_asks_has_energy_and_a_record(void **state)
{
    (void)state;
    struct municipalities *m = &world_now()->municipalities;
    struct initiating initiating = initiating_now();
    village.scenario.params.initiatives.challenge = 1.2;
    all()->energy[initiative] = 0.5f;
    for (initiating.now.month = 1; initiating.now.month < MONTHS; initiating.now.month++) {
        challenge_month(&initiating, true, initiative);
        slots()[1] = 1;
    }
    assert_in_range(m->challenges_won[0] + m->challenges_refused[0], 22,
                    60); /* 0.1 x 0.2 a month */
}

static void it_takes_the_smallest_part_and_cases_wait_again(void **state)
{
    (void)state;
    struct needs *needs = &world_now()->needs;
    const size_t n = all()->neighbourhood[initiative];
    const uint32_t first =
        world_now()->blocks.first_row[world_now()->neighbourhoods.first_block[n]];
    uint32_t row = first;
    while (needs->domain[row] != SOCIAL)
        row++;
    needs->provider[row] = 1;
    struct initiating initiating = initiating_now();
    village.scenario.params.initiatives.challenge = 1e6;
    village.scenario.params.initiatives.challenge_base = 50;
    challenge_month(&initiating, true, initiative);
    assert_int_equal(slots()[0], 0);
    assert_int_equal(slots()[1], initiative);
    assert_int_equal(needs->provider[row], NO_PROVIDER);
    assert_int_equal(world_now()->municipalities.kept[HISTORY_CHALLENGES], 1);
}

static void a_refusal_is_a_promise_broken_and_is_followed_by_rest(void **state)
{
    (void)state;
    struct initiatives_params *p = &village.scenario.params.initiatives;
    struct initiating initiating = initiating_now();
    p->challenge = 1e6;
    p->challenge_base = -50;
    p->rest = 24;
    challenge_month(&initiating, true, initiative);
    initiating.now.month++;
    challenge_month(&initiating, true, initiative);
    assert_int_equal(slots()[1], 1);
    assert_int_equal(world_now()->municipalities.challenges_refused[0], 1);
    assert_int_equal(world_now()->municipalities.broken[HISTORY_CHALLENGES], 1);
    assert_int_equal(all()->rest[initiative], 24);
}

static void a_take_over_that_fails_leaves_a_gap(void **state)
{
    (void)state;
    struct initiating initiating = initiating_now();
    slots()[1] = initiative;
    village.scenario.params.initiatives.fail = 0;
    challenge_month(&initiating, true, initiative);
    assert_int_equal(slots()[1], initiative);
    village.scenario.params.initiatives.fail = 1e6;
    challenge_month(&initiating, true, initiative);
    assert_int_equal(slots()[1], COLUMN_NONE);
    assert_int_equal(world_now()->municipalities.challenges_failed[0], 1);
}

static void an_end_leaves_the_gap_too(void **state)
{
    (void)state;
    struct initiating initiating = initiating_now();
    slots()[1] = initiative;
    village.scenario.params.initiatives.end = 1e6;
    fare_end(&initiating, initiative);
    assert_int_equal(slots()[1], COLUMN_NONE);
    assert_int_equal(world_now()->municipalities.challenges_failed[0], 1);
    assert_int_equal(world_now()->municipalities.initiatives_lost[0], 1);
}

static void without_the_right_nobody_asks(void **state)
{
    (void)state;
    struct initiating initiating = initiating_now();
    village.scenario.params.initiatives.challenge = 1e6;
    challenge_month(&initiating, false, initiative);
    assert_int_equal(world_now()->municipalities.challenges_won[0] +
                         world_now()->municipalities.challenges_refused[0],
                     0);
    assert_int_equal(slots()[1], 1);
}

#define CONTRACTED(test) cmocka_unit_test_setup_teardown(test, contracted, leave_it)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CONTRACTED(a_challenge_is_accepted_by_room_steering_trust_and_record),
        CONTRACTED(who_asks_has_energy_and_a_record),
        CONTRACTED(it_takes_the_smallest_part_and_cases_wait_again),
        CONTRACTED(a_refusal_is_a_promise_broken_and_is_followed_by_rest),
        CONTRACTED(a_take_over_that_fails_leaves_a_gap),
        CONTRACTED(an_end_leaves_the_gap_too),
        CONTRACTED(without_the_right_nobody_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
