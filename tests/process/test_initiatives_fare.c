/* How an initiative fares: energy, forms, funding; how it ends, hardens and challenges. */
#include "process/initiative.h"

/* Enacted steering 0.4, feedback quality 0.25: control is 0.6 times 1 - 0.5 x feedback. */
static double control(void)
{
    const double steering = world_now()->neighbourhoods.enacted[SOCIAL];
    return (1 - steering) *
           (1 - village.scenario.params.formal_support.feedback_to_learning * 0.25);
}

static void fare(void)
{
    const struct initiating initiating = initiating_now();
    fare_month(&initiating, initiative);
}

static int steady(void **state)
{
    begin_one(state);
    village_steer(world_now(), 0.4);
    lever(FEEDBACK_QUALITY, 0.25);
    all()->joined[initiative] = 0;
    return 0;
}

static void energy_is_gained_by_results_and_fresh_members_and_lost_to_control_and_want(void **state)
{
    (void)state;
    const struct initiatives_params *p = &village.scenario.params.initiatives;
    lever(RULE_ROOM, 0.25);
    lever(MEETING_PLACES, 0.8);
    all()->record[initiative] = 0.5f;
    all()->joined[initiative] = 2;
    all()->funding[initiative] = 0.2f;
    fare();
    const double gained =
        p->energy_results * 0.5 + p->energy_meeting * 0.8 + p->energy_fresh * 2 / 8;
    const double lost = p->energy_control * control() * 0.75 + p->energy_gap * 0.8 + p->energy_wear;
    assert_float_equal(all()->energy[initiative], 0.5 + gained * 0.5 - lost * 0.5, 1e-6);
}

static double energy_after(double steering, double room)
{
    village_steer(world_now(), steering);
    lever(RULE_ROOM, room);
    all()->energy[initiative] = 0.5f;
    all()->funding[initiative] = 0.5f;
    fare();
    return all()->energy[initiative];
}

static void control_takes_energy_less_so_where_rules_leave_room(void **state)
{
    (void)state;
    const double tight = energy_after(0, 0);
    assert_true(energy_after(0.8, 0) > tight + 0.001);
    assert_true(energy_after(0, 1) > tight + 0.001);
    assert_float_equal(energy_after(0, 1), energy_after(1, 1), 1e-6);
}

static void where_rules_leave_no_room_only_who_has_forms_is_funded(void **state)
{
    (void)state;
    village.scenario.params.initiatives.funding_pace = 1;
    all()->formality[initiative] = 0.3f;
    lever(RULE_ROOM, 0);
    fare();
    assert_float_equal(all()->funding[initiative], all()->formality[initiative], 1e-6);
    lever(RULE_ROOM, 1);
    fare();
    assert_float_equal(all()->funding[initiative], 1, 1e-6);
    const double cents = 100 * village.scenario.params.initiatives.cost * 8;
    assert_float_equal((double)all()->grant[initiative], cents, 0.5);
}

static void forms_follow_size_funding_and_control(void **state)
{
    (void)state;
    village.scenario.params.initiatives.formality_pace = 1;
    lever(RULE_ROOM, 0.5);
    all()->funding[initiative] = 0.6f;
    fare();
    assert_float_equal(all()->formality[initiative], (8.0 / 24 + 0.6 + control()) / 3, 1e-6);
}

static void dependence_on_the_founder_falls_with_members(void **state)
{
    (void)state;
    village.scenario.params.initiatives.dependence_half = 7;
    all()->dependence[initiative] = 1;
    for (int k = 0; k < 300; k++)
        fare();
    assert_float_equal(all()->dependence[initiative], 0.5, 1e-3);
    all()->founder[initiative] = COLUMN_NONE;
    for (int k = 0; k < 300; k++)
        fare();
    assert_float_equal(all()->dependence[initiative], 0, 1e-3);
}

/* How many months in a thousand end it. */
static size_t ends_in(double energy)
{
    size_t ends = 0;
    hold_still();
    village.scenario.params.initiatives.end = 0.2;
    struct initiating initiating = initiating_now();
    for (uint32_t k = 0; k < 1000; k++) {
        initiating.now.month = k;
        all()->energy[initiative] = (float)energy;
        fare_end(&initiating, initiative);
        if (membership_of(world_now(), initiative))
            continue;
        ends++;
        initiative = membership_begin(world_now(), adult_from(40), SOCIAL, 0);
        join(initiative, 7);
    }
    return ends;
}

/* 0.2 a year is 17 in a thousand months at an energy of one half; e to the power 4 x 0.4, so
 * five times as many at 0.1. */
static void without_energy_it_ends_sooner(void **state)
{
    (void)state;
    village.scenario.params.initiatives.end_energy = 4;
    assert_in_range(ends_in(0.5), 5, 30);
    assert_in_range(ends_in(0.1), 55, 115);
    const struct municipalities *m = &world_now()->municipalities;
    assert_in_range(m->initiatives_lost[0], 60, 145);
}

static void with_fewer_than_three_it_ends_after_its_first_year(void **state)
{
    (void)state;
    hold_still();
    while (all()->members[initiative] > 2)
        membership_leave(world_now(), initiative, 1, 0);
    struct initiating initiating = initiating_now();
    initiating.now.month = 11;
    fare_end(&initiating, initiative);
    assert_true(membership_of(world_now(), initiative));
    initiating.now.month = 12;
    fare_end(&initiating, initiative);
    assert_false(organisations_present(&world_now()->organisations, initiative));
}

static void it_hardens_into_an_institution_that_keeps_its_partners(void **state)
{
    (void)state;
    hold_still();
    village.scenario.params.initiatives.harden = 12;
    const uint32_t founder = all()->founder[initiative];
    assert_true(collaborations_make(&world_now()->collaborations, initiative, 0, 0.5f));
    struct initiating initiating = initiating_now();
    all()->formality[initiative] = 0;
    fare_end(&initiating, initiative);
    assert_true(membership_of(world_now(), initiative));
    all()->formality[initiative] = 1;
    fare_end(&initiating, initiative);
    const struct organisations *o = &world_now()->organisations;
    assert_int_equal(o->kind[initiative], ORGANISATION_INSTITUTION);
    assert_int_equal(o->domains[initiative], 1u << SOCIAL);
    assert_true(collaborations_has(&world_now()->collaborations, initiative, 0));
    assert_int_equal(world_now()->residents.membership[founder], 0);
    assert_int_equal(world_now()->municipalities.initiatives_hardened[0], 1);
}

#define STEADY(test) cmocka_unit_test_setup_teardown(test, steady, leave_it)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STEADY(energy_is_gained_by_results_and_fresh_members_and_lost_to_control_and_want),
        STEADY(control_takes_energy_less_so_where_rules_leave_room),
        STEADY(where_rules_leave_no_room_only_who_has_forms_is_funded),
        STEADY(forms_follow_size_funding_and_control),
        STEADY(dependence_on_the_founder_falls_with_members),
        STEADY(without_energy_it_ends_sooner),
        STEADY(with_fewer_than_three_it_ends_after_its_first_year),
        STEADY(it_hardens_into_an_institution_that_keeps_its_partners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
