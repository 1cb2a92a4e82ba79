/* The plan of the scenario, what staff can carry, and how steering comes into force. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/calendar.h"
#include "process/steering.h"
#include "support/village.h"

static void plan(struct village *village, uint32_t month)
{
    struct moment now = village->model->now;
    now.month = month;
    village->model->world.events.count = 0;
    calendar_step(&village->scenario.params.calendar, &village->scenario, now,
                  &village->model->world);
}

static float lever_of(const struct village *village, size_t n, enum lever lever)
{
    return village->model->world.neighbourhoods.lever[n * LEVERS + lever];
}

static size_t events_of(const struct village *village, enum event_kind kind)
{
    const struct events *events = &village->model->world.events;
    size_t count = 0;
    for (size_t e = 0; e < events->count; e++)
        count += events->kind[e] == kind;
    return count;
}

/* Month 1 is the first; lines hold from their month up to that of `to`. */
static void a_line_of_the_schedule_holds_from_its_month_until_its_last(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "levers: {outreach: 0.2}\n"
                             "schedule:\n- {from: 2015-03, to: 2015-05, "
                             "set: {levers.outreach: 0.7, needs.onset_factor.work: 2, "
                             "steering.debt: 0.9}}\n");
    for (uint32_t month = 1; month <= 6; month++) {
        const bool holds = month == 3 || month == 4;
        plan(&village, month);
        assert_float_equal(lever_of(&village, 2, OUTREACH), holds ? 0.7 : 0.2, 1e-6);
        assert_float_equal(village.model->world.neighbourhoods.onset_now[2 * DOMAINS + WORK],
                           holds ? 2 : 1, 1e-6);
        assert_float_equal(village.model->world.municipalities.chosen[DEBT], holds ? 0.9 : 0.4,
                           1e-6);
        assert_float_equal(village.model->world.municipalities.chosen[CARE], 0.4, 1e-6);
        assert_int_equal(events_of(&village, EVENT_SCHEDULE_BEGINS), month == 3);
        assert_int_equal(events_of(&village, EVENT_SCHEDULE_ENDS), month == 5);
    }
    village_clear(&village);
}

/* Also when the line goes on after it. */
static void an_incident_comes_in_the_first_month_of_its_line(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "schedule:\n- {from: 2015-03, to: 2015-06, "
                             "set: {incidents.all: 0.5, incidents.youth: 1}}\n");
    for (uint32_t month = 1; month <= 6; month++) {
        plan(&village, month);
        const float *shock = village.model->world.municipalities.shock;
        assert_true(shock[YOUTH] == (month == 3 ? 1.0f : 0.0f));
        assert_true(shock[CARE] == (month == 3 ? 0.5f : 0.0f));
    }
    village_clear(&village);
}

static void only_admits_neighbourhoods_by_code_and_urbanity(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village,
                   "levers: {outreach: 0.2}\nschedule:\n"
                   "- {from: 2015-01, set: {levers.outreach: 0.6}, only: {urbanity: [4]}}\n"
                   "- {from: 2015-01, set: {levers.engagement: 0.9}, only: "
                   "{neighbourhoods: [WK168020]}}\n");
    plan(&village, 1);
    size_t urban = 0, named = 0;
    for (size_t n = 0; n < village.model->world.neighbourhoods.count; n++) {
        const struct place_row *row = &village.scenario.places.rows[n];
        assert_float_equal(lever_of(&village, n, OUTREACH), row->urbanity == 4 ? 0.6 : 0.2, 1e-6);
        const bool here = strcmp(row->code, "WK168020") == 0;
        assert_float_equal(lever_of(&village, n, ENGAGEMENT), here ? 0.9 : 0.5, 1e-6);
        urban += row->urbanity == 4;
        named += here;
    }
    assert_int_equal(named, 1);
    assert_in_range(urban, 1, village.model->world.neighbourhoods.count - 1);
    village_clear(&village);
}

static void a_lever_set_by_itself_overrides_its_knob(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "levers: {outreach: 0.1}\n"
                             "schedule:\n- {from: 2015-01, set: {knobs.organisation: 0.8}}\n");
    plan(&village, 1);
    assert_float_equal(lever_of(&village, 0, OUTREACH), 0.1, 1e-6);
    assert_float_equal(lever_of(&village, 0, ENGAGEMENT), 0.8, 1e-6);
    village_clear(&village);
}

/* All levers but one at 0.5 cost 0.02 each at 1, control 0.2 x (1 - 0.4), policy 0.1 x
 * (1 - 0.5). */
static void staff_asked_is_what_levers_control_and_policy_cost(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "steering: {all: 0.4}\nparameters: {calendar: {lever_cost: 0.02, "
                             "control_cost: 0.2, policy_cost: 0.1}}\n");
    plan(&village, 1);
    assert_float_equal(village.model->world.municipalities.staff_asked[0],
                       (LEVERS - 1) * 0.01 + 0.12 + 0.05, 1e-5);
    assert_float_equal(lever_of(&village, 3, OUTREACH), 0.5, 1e-6); /* below 1: nothing shrinks */
    assert_int_equal(events_of(&village, EVENT_LEVERS_SHRUNK), 0);
    village_clear(&village);
}

static void when_more_is_asked_than_there_is_all_levers_shrink_alike(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "parameters: {calendar: {lever_cost: 0.3}}\n"
                             "levers: {outreach: 1, engagement: 0.4}\n");
    plan(&village, 1);
    const double asked = village.model->world.municipalities.staff_asked[0];
    assert_true(asked > 1.2);
    assert_float_equal(lever_of(&village, 0, OUTREACH), 1 / asked, 1e-5);
    assert_float_equal(lever_of(&village, 5, ENGAGEMENT), 0.4 / asked, 1e-5);
    assert_int_equal(events_of(&village, EVENT_LEVERS_SHRUNK), 1);
    plan(&village, 2);
    assert_int_equal(events_of(&village, EVENT_LEVERS_SHRUNK), 0); /* told once */
    village_clear(&village);
}

static void elections_are_in_march_2018_and_every_four_years_after(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "time: {start: 2017-06}\n");
    for (uint32_t month = 1; month <= 120; month++) {
        plan(&village, month);
        /* March 2018 is the tenth month. */
        assert_int_equal(events_of(&village, EVENT_ELECTION),
                         month == 10 || month == 58 || month == 106);
    }
    village_clear(&village);
}

static void months_of_the_year_follow_the_start(void **state)
{
    (void)state;
    struct scenario scenario;
    struct moment now = {{{0, 0}}, 1};
    village_scenario(&scenario, "time: {start: 2016-11}\n");
    assert_int_equal(calendar_month_of_year(&scenario, now), 11);
    now.month = 2;
    assert_int_equal(calendar_month_of_year(&scenario, now), 12);
    now.month = 3;
    assert_int_equal(calendar_month_of_year(&scenario, now), 1);
    now.month = 15;
    assert_int_equal(calendar_month_of_year(&scenario, now), 1);
    scenario_clear(&scenario);
}

static void steer(struct village *village)
{
    steering_step(&village->scenario.params, village->scenario.process_off, false,
                  village->model->now, &village->model->world);
}

/* rho = 0.02 + 0.08 (0.5 + 0.7) / 2 = 0.068; 0.3 + 0.068 (0.8 - 0.3) = 0.334. */
static void enacted_steering_follows_the_chosen(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, "steering: {all: 0.3}\nlevers: {leadership: 0.5, flexibility: 0.7}\n"
                             "parameters: {calendar: {enactment_base: 0.02, "
                             "enactment_gain: 0.08}, steering: {lean_pace: 0, lean_spread: 0}}\n"
                             "processes: {learning: off, incidents: off}\n"
                             "schedule:\n- {from: 2015-01, set: {steering.care: 0.8}}\n");
    plan(&village, 1);
    steer(&village);
    const float *enacted = village.model->world.municipalities.enacted;
    assert_float_equal(enacted[CARE], 0.334, 1e-6);
    assert_float_equal(enacted[DEBT], 0.3, 1e-6);
    for (int month = 0; month < 200; month++)
        steer(&village);
    assert_float_equal(enacted[CARE], 0.8, 1e-4);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_of_the_schedule_holds_from_its_month_until_its_last),
        cmocka_unit_test(an_incident_comes_in_the_first_month_of_its_line),
        cmocka_unit_test(only_admits_neighbourhoods_by_code_and_urbanity),
        cmocka_unit_test(a_lever_set_by_itself_overrides_its_knob),
        cmocka_unit_test(staff_asked_is_what_levers_control_and_policy_cost),
        cmocka_unit_test(when_more_is_asked_than_there_is_all_levers_shrink_alike),
        cmocka_unit_test(elections_are_in_march_2018_and_every_four_years_after),
        cmocka_unit_test(months_of_the_year_follow_the_start),
        cmocka_unit_test(enacted_steering_follows_the_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
