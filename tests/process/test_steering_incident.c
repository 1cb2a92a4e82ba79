/* Incidents and elections: what they do to steering, and what holds them back. */
#include "process/deciding.h"

#include "process/steering_election.h"
#include "process/steering_incident.h"

/* 0.5 / 12 / 6 at 100,000 residents as in the reference run; four times at most. */
static void incidents_come_by_size_unmet_need_and_drift(void **state)
{
    (void)state;
    struct steering_params p = village.scenario.params.steering;
    p.incident_rate = 0.5;
    assert_float_equal(steering_incident_chance(&p, 100000, 1), 0.5 / 72, 1e-9);
    assert_float_equal(steering_incident_chance(&p, 100000, 2), 1.0 / 72, 1e-9);
    assert_float_equal(steering_incident_chance(&p, 100000, 9), 2.0 / 72, 1e-9);
    assert_float_equal(steering_incident_chance(&p, 10000, 1), 0.5 / 72 * pow(0.1, 0.3), 1e-9);
    assert_true(steering_incident_chance(&p, 0, 1) == 0);
}

/* 0.15, and at both levers 1 a fifth of it. */
static void leadership_and_room_for_error_damp_the_reflex(void **state)
{
    (void)state;
    const struct steering_params *p = &village.scenario.params.steering;
    assert_float_equal(steering_incident_push(p, 0, 0), -0.15, 1e-9);
    assert_float_equal(steering_incident_push(p, 1, 0), -0.09, 1e-9);
    assert_float_equal(steering_incident_push(p, 0, 1), -0.09, 1e-9);
    assert_float_equal(steering_incident_push(p, 1, 1), -0.03, 1e-9);
}

static double push_after_a_shock(double leadership, double error_tolerance)
{
    struct municipalities *m = &world_now()->municipalities;
    village.scenario.params.steering.incident_rate = 0;
    village_lever(world_now(), LEADERSHIP, leadership);
    village_lever(world_now(), ERROR_TOLERANCE, error_tolerance);
    m->push[DEBT] = 0;
    m->shock[DEBT] = 1;
    steer(false);
    return m->push[DEBT];
}

static void each_lever_by_itself_damps_what_an_incident_does(void **state)
{
    (void)state;
    assert_float_equal(push_after_a_shock(0, 0), -0.15, 1e-6);
    assert_float_equal(push_after_a_shock(1, 0), -0.09, 1e-6);
    assert_float_equal(push_after_a_shock(0, 1), -0.09, 1e-6);
    village.scenario.process_off[PROCESS_INCIDENTS] = true;
    assert_true(push_after_a_shock(0, 0) == 0);
}

/* Something goes wrong in every domain at once. */
static void strike_everywhere(void)
{
    village.scenario.params.steering.incident_rate = 1e6;
    village.scenario.process_off[PROCESS_LEARNING] = true;
    village.scenario.params.steering.lean_spread = 0;
    steer(false);
}

static void an_incident_tightens_and_lets_go_again(void **state)
{
    (void)state;
    struct world *world = world_now();
    strike_everywhere();
    const double push = world->municipalities.push[YOUTH];
    assert_float_equal(push, -0.15 * 0.6, 1e-6); /* both levers at 0.5 */
    assert_int_equal(world->municipalities.incidents[YOUTH], 1);
    assert_int_equal(events_of(EVENT_INCIDENT), DOMAINS);
    assert_int_equal(world->municipalities.broken[HISTORY_TIGHTENING], DOMAINS);
    assert_true(world->neighbourhoods.bad_news[3] > 0);
    assert_float_equal(world->municipalities.chosen[YOUTH], 0.4, 1e-6);
    village.scenario.params.steering.incident_rate = 0;
    for (int month = 0; month < 12; month++)
        steer(false);
    assert_true(world->neighbourhoods.enacted[YOUTH] < 0.36f);
    assert_float_equal(world->municipalities.push[YOUTH], push * pow(0.98, 12), 1e-5);
    for (int month = 0; month < 300; month++)
        steer(false);
    assert_float_equal(world->neighbourhoods.enacted[YOUTH], 0.4, 0.005);
}

static void for_a_year_after_an_incident_none_follows(void **state)
{
    (void)state;
    struct world *world = world_now();
    strike_everywhere();
    for (int month = 1; month <= 12; month++) {
        steer(false);
        assert_int_equal(world->municipalities.incidents[CARE], 0);
    }
    steer(false);
    assert_int_equal(world->municipalities.incidents[CARE], 1);
}

/* Whatever the chance of one, and also in a year in which none would follow by itself. */
static void what_the_schedule_brings_happens_in_its_month(void **state)
{
    (void)state;
    struct municipalities *m = &world_now()->municipalities;
    village.scenario.params.steering.incident_rate = 0;
    village.scenario.process_off[PROCESS_LEARNING] = true;
    m->shock[DEBT] = 0.5f;
    m->quiet[DEBT] = 7;
    steer(false);
    assert_int_equal(events_of(EVENT_INCIDENT), 1);
    assert_int_equal(m->incidents[DEBT], 1);
    assert_int_equal(m->quiet[DEBT], 12);
    assert_float_equal(m->push[DEBT], -0.15 * 0.6 * 0.5, 1e-6);
    assert_true(m->push[YOUTH] == 0);
    village.scenario.process_off[PROCESS_INCIDENTS] = true;
    m->shock[YOUTH] = 1;
    steer(false);
    assert_true(m->push[YOUTH] == 0);
}

static void without_incidents_nothing_tightens(void **state)
{
    (void)state;
    village.scenario.process_off[PROCESS_INCIDENTS] = true;
    strike_everywhere();
    for (size_t d = 0; d < DOMAINS; d++) {
        assert_true(world_now()->municipalities.push[d] == 0);
        assert_float_equal(world_now()->neighbourhoods.enacted[d], 0.4, 1e-6);
    }
}

/* 0.4, and at full alignment a fifth. */
static void a_shared_vision_damps_the_swing(void **state)
{
    (void)state;
    struct municipalities *m = &world_now()->municipalities;
    const struct steering_params *p = &village.scenario.params.steering;
    assert_float_equal(steering_election_spread(p, 0), 0.4, 1e-9);
    assert_float_equal(steering_election_spread(p, 1), 0.08, 1e-9);
    float swing[2];
    for (int shared = 0; shared < 2; shared++) {
        m->preference[0] = 0;
        m->alignment[AGREEMENT_ORGANISATIONS] = (float)shared;
        const struct steering_turn turn = turn_now();
        steering_elections(&turn);
        swing[shared] = m->preference[0];
    }
    assert_true(swing[0] != 0);
    assert_float_equal(swing[1], 0.2 * (double)swing[0], 1e-5);
}

static void preference_changes_at_elections_only_and_not_without_them(void **state)
{
    (void)state;
    const float *preference = world_now()->municipalities.preference;
    steer(false);
    assert_true(*preference == 0);
    village.scenario.process_off[PROCESS_ELECTIONS] = true;
    steer(true);
    assert_true(*preference == 0);
    village.scenario.process_off[PROCESS_ELECTIONS] = false;
    steer(true);
    assert_true(*preference != 0);
    assert_int_equal(events_of(EVENT_SWING), 1);
}

/* Fifteen years: chosen stands as planned, whatever else happens. */
static void without_learning_the_plan_of_the_scenario_stands(void **state)
{
    (void)state;
    struct village still;
    village_scaled(&still.scenario, 0.03,
                   "processes: {learning: off}\nsteering: {all: 0.3}\n"
                   "schedule:\n- {from: 2016-01, set: {steering.care: 0.7}}\n");
    struct spel_error error;
    still.model = spel_model_create(&still.scenario, 0, &error);
    assert_non_null(still.model);
    village_run(&still, 60);
    for (size_t d = 0; d < DOMAINS; d++) {
        assert_float_equal(still.model->world.municipalities.chosen[d], d == CARE ? 0.7 : 0.3,
                           1e-6);
        assert_true(still.model->world.municipalities.trial[d] == 0);
    }
    village_clear(&still);
}

/* Set in its month; three years on trials have moved some of it. */
static void with_learning_it_is_set_in_its_month_and_evolves_from_there(void **state)
{
    (void)state;
    struct village moving;
    village_scaled(&moving.scenario, 0.03,
                   "levers: {experimentation: 1, start_small: 0}\nsteering: {all: 0.3}\n"
                   "schedule:\n- {from: 2016-01, set: {steering.all: 0.7}}\n");
    struct spel_error error;
    moving.model = spel_model_create(&moving.scenario, 0, &error);
    assert_non_null(moving.model);
    const float *chosen = moving.model->world.municipalities.chosen;
    village_run(&moving, 12);
    assert_float_equal(chosen[CARE], 0.3, 1e-6);
    village_run(&moving, 48);
    size_t moved = 0;
    for (size_t d = 0; d < DOMAINS; d++) {
        moved += fabs((double)chosen[d] - 0.7) > 0.05;
        assert_true(chosen[d] > 0.2f);
    }
    assert_true(moved > 0);
    village_clear(&moving);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DECIDING(incidents_come_by_size_unmet_need_and_drift),
        DECIDING(leadership_and_room_for_error_damp_the_reflex),
        DECIDING(each_lever_by_itself_damps_what_an_incident_does),
        DECIDING(an_incident_tightens_and_lets_go_again),
        DECIDING(for_a_year_after_an_incident_none_follows),
        DECIDING(what_the_schedule_brings_happens_in_its_month),
        DECIDING(without_incidents_nothing_tightens),
        DECIDING(a_shared_vision_damps_the_swing),
        DECIDING(preference_changes_at_elections_only_and_not_without_them),
        cmocka_unit_test(without_learning_the_plan_of_the_scenario_stands),
        cmocka_unit_test(with_learning_it_is_set_in_its_month_and_evolves_from_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
