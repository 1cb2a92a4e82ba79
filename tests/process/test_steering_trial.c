/* How a trial of steering is judged, in pilots and at once, and what follows. */
#include "process/deciding.h"

#include "process/steering_judge.h"

enum { WAIT = 12, JUDGED_MONTHS = 12 };

/* A trial of debt that is over this month, in neighbourhoods 0 to `pilots`. */
static void trial_over(double step, size_t pilots)
{
    struct world *world = world_now();
    struct municipalities *m = &world->municipalities;
    m->trial[DEBT] = (float)step;
    m->trial_begun[DEBT] = 1;
    m->trial_months[DEBT] = WAIT + JUDGED_MONTHS;
    village.model->now.month = 1 + WAIT + JUDGED_MONTHS;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        world->neighbourhoods.pilot[n * DOMAINS + DEBT] = n < pilots ? PILOT_WHOLE : PILOT_NONE;
}

/* Of 4,000 cases 200 ended a month; since then so many times as many, in pilots and
 * in the rest. */
static void outcome(double pilots, double rest)
{
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t i = 0; i < n->count; i++) {
        const bool pilot = n->pilot[i * DOMAINS + DEBT] != PILOT_NONE;
        plant(n->seen_before, i, DEBT, 0, 4000, 200, 1);
        plant(n->seen_since, i, DEBT, 0, 4000, 200 * (pilot ? pilots : rest), JUDGED_MONTHS);
    }
}

static void only_judge(void)
{
    village.scenario.params.steering.trial_rate = 0;
    const struct steering_turn turn = turn_now();
    steering_trials(&turn, false);
}

/* 1.3 - 1.1, of one of the six outcomes that weigh alike. */
static void pilots_are_held_against_the_rest(void **state)
{
    (void)state;
    trial_over(0.2, 8);
    outcome(1.3, 1.1);
    const struct steering_turn turn = turn_now();
    assert_float_equal(steering_judge(&turn, 0, DEBT).change, 0.2, 1e-5);
}

static void without_pilots_after_is_held_against_before(void **state)
{
    (void)state;
    trial_over(0.2, 0);
    outcome(1.3, 1.1);
    const struct steering_turn turn = turn_now();
    assert_float_equal(steering_judge(&turn, 0, DEBT).change, 0.1, 1e-5);
}

/* Ended needs that weigh twice their part count twice; that weigh nothing, not. */
static void the_agreed_picture_weighs_what_is_judged(void **state)
{
    (void)state;
    float *agreed = world_now()->municipalities.agreed;
    trial_over(0.2, 8);
    outcome(1.3, 1.1);
    const struct steering_turn turn = turn_now();
    for (size_t o = 0; o < JUDGEMENTS; o++)
        agreed[o] = o == JUDGED_ENDED ? 2.0f : 0.8f;
    assert_float_equal(steering_judge(&turn, 0, DEBT).change, 0.4, 1e-5);
    agreed[JUDGED_ENDED] = 0;
    assert_float_equal(steering_judge(&turn, 0, DEBT).change, 0, 1e-6);
}

/* What all neighbourhoods of a year have in common cancels against the rest only, and the
 * municipality knows. */
static void the_error_of_the_place_stays_in_without_pilots(void **state)
{
    (void)state;
    struct steering_params *p = &village.scenario.params.steering;
    struct steering_evidence seen[2][2];
    for (size_t pilots = 0; pilots < 2; pilots++) {
        trial_over(0.2, pilots ? 8 : 0);
        outcome(1.1, 1.1);
        for (size_t error = 0; error < 2; error++) {
            p->municipal_error = error ? 0.06 : 0;
            const struct steering_turn turn = turn_now();
            seen[pilots][error] = steering_judge(&turn, 0, DEBT);
        }
    }
    assert_true(seen[1][0].change == seen[1][1].change);
    assert_true(seen[1][0].variance == seen[1][1].variance);
    assert_true(fabs(seen[0][0].change - seen[0][1].change) > 1e-4);
    assert_true(seen[0][1].variance > seen[0][0].variance + 0.001);
}

/* Half of it by the lever; of a half that is left, learning monitoring takes less. */
static void feedback_shrinks_errors_and_learning_monitoring_too(void **state)
{
    (void)state;
    const struct steering_params *p = &village.scenario.params.steering;
    assert_float_equal(steering_judge_error_left(p, 0, 0), 1, 1e-12);
    assert_float_equal(steering_judge_error_left(p, 1, 0), 1 - p->error_feedback, 1e-12);
    assert_float_equal(steering_judge_error_left(p, 0, 0.5), 1 - p->error_learning / 2, 1e-12);
    p = NULL;
    struct steering_params *own = &village.scenario.params.steering;
    own->municipal_error = own->neighbourhood_error = 0.1;
    trial_over(0.2, 0);
    outcome(1.1, 1.1);
    struct steering_evidence seen[2];
    for (size_t lever = 0; lever < 2; lever++) {
        for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
            world_now()->neighbourhoods.lever[n * LEVERS + FEEDBACK_QUALITY] = (float)lever;
        const struct steering_turn turn = turn_now();
        seen[lever] = steering_judge(&turn, 0, DEBT);
    }
    assert_true(fabs(seen[1].change - 0.1) < fabs(seen[0].change - 0.1));
    assert_true(seen[1].variance < seen[0].variance);
}

static void a_pilot_that_did_well_is_for_everybody_and_a_promise_kept(void **state)
{
    (void)state;
    struct world *world = world_now();
    trial_over(0.2, 8);
    outcome(1.3, 1.1);
    only_judge();
    assert_float_equal(world->municipalities.chosen[DEBT], 0.6, 1e-6);
    assert_float_equal(world->municipalities.judged_at[DEBT], 0.6, 1e-6);
    assert_true(world->municipalities.judged[DEBT] > 0.02);
    assert_true(world->municipalities.trial[DEBT] == 0);
    assert_int_equal(arms_pilots(world, 0, DEBT), 0);
    assert_int_equal(world->municipalities.kept[HISTORY_PILOTS], 1);
    assert_int_equal(events_of(EVENT_TRIAL_KEPT), 1);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        assert_int_equal(world->neighbourhoods.bad_news[n], 0);
    const float *attraction = world->municipalities.attraction + DEBT * STEERING_DIRECTIONS;
    assert_true(attraction[STEERING_UP] > 0 && attraction[STEERING_DOWN] < 0);
}

static void a_pilot_that_did_badly_ends_where_it_was_and_is_bad_news_there(void **state)
{
    (void)state;
    struct world *world = world_now();
    trial_over(0.2, 8);
    outcome(0.9, 1.1);
    only_judge();
    assert_float_equal(world->municipalities.chosen[DEBT], 0.4, 1e-6);
    assert_float_equal(world->municipalities.judged_at[DEBT], -1, 1e-6);
    assert_int_equal(world->municipalities.broken[HISTORY_PILOTS], 1);
    assert_int_equal(events_of(EVENT_TRIAL_WITHDRAWN), 1);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        assert_int_equal(world->neighbourhoods.bad_news[n], n < 8);
    const float *attraction = world->municipalities.attraction + DEBT * STEERING_DIRECTIONS;
    assert_true(attraction[STEERING_UP] < 0 && attraction[STEERING_DOWN] > 0);
}

static void what_was_rolled_out_and_did_badly_is_rolled_back_for_all(void **state)
{
    (void)state;
    struct world *world = world_now();
    trial_over(-0.2, 0);
    world->municipalities.chosen[DEBT] = 0.2f;
    outcome(1, 0.8);
    only_judge();
    assert_float_equal(world->municipalities.chosen[DEBT], 0.4, 1e-6);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        assert_int_equal(world->neighbourhoods.bad_news[n], 1);
    assert_int_equal(world->municipalities.broken[HISTORY_PILOTS], 0);
}

static void domains_learn_from_each_other_as_far_as_they_are_seen_as_one(void **state)
{
    (void)state;
    struct world *world = world_now();
    for (int lever = 0; lever < 2; lever++) {
        memset(world->municipalities.attraction, 0,
               DOMAINS * 2 * sizeof *world->municipalities.attraction);
        memset(world->municipalities.experience, 0,
               DOMAINS * sizeof *world->municipalities.experience);
        for (size_t n = 0; n < world->neighbourhoods.count; n++)
            world->neighbourhoods.lever[n * LEVERS + INTEGRALITY] = (float)lever;
        trial_over(0.2, 8);
        outcome(1.3, 1.1);
        only_judge();
        const float other = world->municipalities.attraction[CARE * 2 + STEERING_UP];
        if (lever)
            assert_true(other == world->municipalities.attraction[DEBT * 2 + STEERING_UP]);
        else
            assert_true(other == 0);
    }
}

static size_t trials_running(void)
{
    size_t running = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        running += world_now()->municipalities.trial[d] != 0;
    return running;
}

/* A rate by which all begin who may: with the lever at nothing none does, and without learning. */
static void experimentation_lets_trials_begin(void **state)
{
    (void)state;
    village.scenario.params.steering.trial_rate = 1;
    village_lever(world_now(), EXPERIMENTATION, 0);
    for (int month = 0; month < 12; month++)
        steer(false);
    assert_int_equal(trials_running(), 0);
    village_lever(world_now(), EXPERIMENTATION, 1);
    village.scenario.process_off[PROCESS_LEARNING] = true;
    steer(false);
    assert_int_equal(trials_running(), 0);
    village.scenario.process_off[PROCESS_LEARNING] = false;
    steer(false);
    assert_int_equal(trials_running(), DOMAINS);
}

/* A year of waiting and one to three of judging. */
static void the_horizon_of_the_vision_is_how_long_a_trial_is_judged(void **state)
{
    (void)state;
    village.scenario.params.steering.trial_rate = 1;
    village_lever(world_now(), EXPERIMENTATION, 1);
    for (int horizon = 0; horizon < 2; horizon++) {
        for (size_t d = 0; d < DOMAINS; d++)
            arms_let_go(world_now(), 0, d);
        memset(world_now()->municipalities.trial, 0,
               DOMAINS * sizeof *world_now()->municipalities.trial);
        village_lever(world_now(), VISION_HORIZON, horizon);
        steer(false);
        assert_int_equal(trials_running(), DOMAINS);
        for (size_t d = 0; d < DOMAINS; d++)
            assert_int_equal(world_now()->municipalities.trial_months[d], horizon ? 48 : 24);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DECIDING(pilots_are_held_against_the_rest),
        DECIDING(without_pilots_after_is_held_against_before),
        DECIDING(the_agreed_picture_weighs_what_is_judged),
        DECIDING(the_error_of_the_place_stays_in_without_pilots),
        DECIDING(feedback_shrinks_errors_and_learning_monitoring_too),
        DECIDING(a_pilot_that_did_well_is_for_everybody_and_a_promise_kept),
        DECIDING(a_pilot_that_did_badly_ends_where_it_was_and_is_bad_news_there),
        DECIDING(what_was_rolled_out_and_did_badly_is_rolled_back_for_all),
        DECIDING(experimentation_lets_trials_begin),
        DECIDING(the_horizon_of_the_vision_is_how_long_a_trial_is_judged),
        DECIDING(domains_learn_from_each_other_as_far_as_they_are_seen_as_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
