/* Where processes meet: what one does shows in another, through the world alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"
#include "world/founding.h"
#include "world/membership.h"

/* Nothing goes wrong by itself, and nobody tries anything. */
#define CALM  "parameters: {steering: {incident_rate: 0}, initiatives: {births: 0}}\n"
#define STORM CALM "schedule:\n- {from: 2015-04, set: {incidents.all: 1}}\n"

static double openness_of(const struct world *world)
{
    double sum = 0;
    for (size_t i = 0; i < world->organisations.count; i++)
        if (world->organisations.kind[i] == ORGANISATION_INSTITUTION)
            sum += (double)world->organisations.openness[i];
    return sum;
}

static double trust_of(const struct world *world)
{
    double sum = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        if (world->residents.id[i] != 0)
            sum += (double)world->residents.trust[i];
    return sum;
}

static void after_an_incident_steering_tightens_and_openness_trust_and_history_fall(void **state)
{
    (void)state;
    struct village calm, storm;
    village_settle(&calm, CALM);
    village_settle(&storm, STORM);
    village_run(&calm, 3);
    village_run(&storm, 3);
    struct world *a = &calm.model->world, *b = &storm.model->world;
    assert_true(openness_of(a) == openness_of(b) && trust_of(a) == trust_of(b));
    village_run(&calm, 9);
    village_run(&storm, 9);
    for (size_t d = 0; d < DOMAINS; d++)
        assert_true(b->municipalities.enacted[d] < a->municipalities.enacted[d] - 0.01f);
    assert_true(openness_of(b) < openness_of(a));
    assert_true(trust_of(b) < trust_of(a));
    assert_true(b->municipalities.history[0] < a->municipalities.history[0]);
    village_clear(&calm);
    village_clear(&storm);
}

static void without_incidents_what_the_schedule_brings_leaves_no_trace(void **state)
{
    (void)state;
    struct village calm, storm;
    village_settle(&calm, "processes: {incidents: off}\n" CALM);
    village_settle(&storm, "processes: {incidents: off}\n" STORM);
    village_run(&calm, 9);
    village_run(&storm, 9);
    assert_true(village_same(&calm, &storm));
    village_clear(&calm);
    village_clear(&storm);
}

/* The next adult from a place on. */
static uint32_t adult_from(const struct village *village, uint32_t place)
{
    const struct residents *residents = &village->model->world.residents;
    while (residents->id[place] == 0 || residents->membership[place] != 0 ||
           residents_age_months(residents, place, 0) < 18 * 12)
        place++;
    return place;
}

/* An initiative that has just taken over the first part of a contract; the slot's place. */
static size_t take_over(struct village *village, uint32_t *row)
{
    struct world *world = &village->model->world;
    const uint32_t founder = adult_from(village, 40);
    *row = membership_begin(world, founder, SOCIAL, 0);
    assert_int_not_equal(*row, COLUMN_NONE);
    for (uint32_t k = 0, place = founder; k < 9; k++) {
        place = adult_from(village, place);
        assert_true(membership_join(world, *row, place));
    }
    world->initiatives.energy[*row] = 0.5f;
    const size_t n = world->initiatives.neighbourhood[*row];
    const size_t contract = (n * DOMAINS + SOCIAL) * CONTRACT_SLOTS;
    assert_true(world->neighbourhoods.provider_share[contract] > 0);
    founding_hand_over(world, n, SOCIAL, 0, *row);
    world->neighbourhoods.contract_left[contract] = 200;
    return contract;
}

static void the_gap_that_an_initiative_leaves_is_filled_by_the_next_tender(void **state)
{
    (void)state;
    struct village village;
    uint32_t row;
    village_settle(&village, CALM);
    village.scenario.params.initiatives.harden = 0;
    const size_t contract = take_over(&village, &row);
    const struct world *world = &village.model->world;
    const uint32_t *provider = &world->neighbourhoods.provider[contract];
    village.scenario.params.initiatives.fail = 0;
    village.scenario.params.initiatives.end = 0;
    village_run(&village, 1);
    assert_int_equal(*provider, row);
    village.scenario.params.initiatives.fail = 1e6;
    village_run(&village, 1);
    assert_int_equal(world->municipalities.challenges_failed[0], 1);
    assert_int_equal(*provider, COLUMN_NONE);
    const uint32_t gap = (uint32_t)(village.scenario.params.institutions.gap + 0.5);
    uint32_t months = 0;
    for (; *provider == COLUMN_NONE && months < 2 * gap; months++)
        village_run(&village, 1);
    assert_in_range(months, gap > 1 ? gap - 1 : 1, gap + 1);
    assert_int_equal(world->organisations.kind[*provider], ORGANISATION_INSTITUTION);
    village_clear(&village);
}

/* Everything that can be told of happens in two years. */
static void stir(struct scenario *scenario)
{
    struct params *p = &scenario->params;
    p->steering.incident_rate = 200;
    p->steering.trial_rate = 0.8;
    p->steering.wait = 1;
    p->steering.judged_least = p->steering.judged_most = 2;
    p->initiatives.births_level = 0.003;
    p->initiatives.end = 1;
    p->initiatives.harden = 4;
    p->initiatives.formality_pace = 0.5;
    p->initiatives.challenge = 400;
    p->initiatives.challenge_base = p->initiatives.challenge_room = 0;
    p->initiatives.fail = 12;
    p->institutions.term = 12;
    p->institutions.exit = 0.5;
    p->institutions.credit = 0;
    p->institutions.entry = 2;
    p->entrepreneurs.founding = 2;
    p->entrepreneurs.ruin = 0.9;
    p->practices.trial = 0.5;
    p->practices.months = 2;
    p->history.drift_found = 100;
}

/* Events of two years, by kind, with a process off, or all that can be. */
static void tell(int process, uint32_t told[EVENT_KINDS])
{
    struct village village;
    village_scenario(&village.scenario, "time: {start: 2017-01}\nlevers: {experimentation: 1, "
                                        "rule_room: 1, start_small: 0.5}\n");
    for (int p = 0; p < PROCESSES; p++)
        village.scenario.process_off[p] = process == PROCESSES || p == process;
    stir(&village.scenario);
    struct spel_error error;
    village.model = spel_model_create(&village.scenario, 0, &error);
    assert_non_null(village.model);
    memset(told, 0, EVENT_KINDS * sizeof *told);
    for (int month = 0; month < 24; month++) {
        village_run(&village, 1);
        const struct events *events = &village.model->world.events;
        for (size_t e = 0; e < events->count; e++)
            told[events->kind[e]]++;
    }
    village_clear(&village);
}

/* Whose events are whose; a part of a process has those of its own only. */
static const struct {
    enum process process;
    enum event_kind kind;
} tellers[] = {
    {PROCESS_HISTORY, EVENT_DRIFT_FOUND},
    {PROCESS_ENTREPRENEURS, EVENT_ENTREPRENEUR_BEGINS},
    {PROCESS_ENTREPRENEURS, EVENT_ENTREPRENEUR_ENDS},
    {PROCESS_ENTRY, EVENT_ENTREPRENEUR_BEGINS},
    {PROCESS_ENTRY, EVENT_ENTREPRENEUR_ENDS},
    {PROCESS_ENTRY, EVENT_INSTITUTION_BEGINS},
    {PROCESS_ENTRY, EVENT_INSTITUTION_ENDS},
    {PROCESS_INSTITUTIONS, EVENT_INSTITUTION_BEGINS},
    {PROCESS_INSTITUTIONS, EVENT_INSTITUTION_ENDS},
    {PROCESS_INSTITUTIONS, EVENT_CONTRACT_LOST},
    {PROCESS_PRACTICES, EVENT_PRACTICE_KEPT},
    {PROCESS_STEERING, EVENT_TRIAL_BEGINS},
    {PROCESS_STEERING, EVENT_PILOTS},
    {PROCESS_STEERING, EVENT_TRIAL_KEPT},
    {PROCESS_STEERING, EVENT_TRIAL_WITHDRAWN},
    {PROCESS_STEERING, EVENT_INCIDENT},
    {PROCESS_STEERING, EVENT_SWING},
    {PROCESS_LEARNING, EVENT_TRIAL_BEGINS},
    {PROCESS_LEARNING, EVENT_PILOTS},
    {PROCESS_LEARNING, EVENT_TRIAL_KEPT},
    {PROCESS_LEARNING, EVENT_TRIAL_WITHDRAWN},
    {PROCESS_INCIDENTS, EVENT_INCIDENT},
    {PROCESS_ELECTIONS, EVENT_SWING},
    {PROCESS_FINANCE, EVENT_BUDGET_YEAR},
    {PROCESS_INITIATIVES, EVENT_INITIATIVE_BORN},
    {PROCESS_INITIATIVES, EVENT_INITIATIVE_ENDED},
    {PROCESS_INITIATIVES, EVENT_INITIATIVE_HARDENED},
    {PROCESS_INITIATIVES, EVENT_CHALLENGE_WON},
    {PROCESS_INITIATIVES, EVENT_CHALLENGE_REFUSED},
    {PROCESS_INITIATIVES, EVENT_CHALLENGE_FAILED},
    {PROCESS_CHALLENGE, EVENT_CHALLENGE_WON},
    {PROCESS_CHALLENGE, EVENT_CHALLENGE_REFUSED},
    {PROCESS_CHALLENGE, EVENT_CHALLENGE_FAILED},
};
enum { TELLERS = sizeof tellers / sizeof *tellers };

static void each_process_off_is_silent_and_the_rest_lives_on(void **state)
{
    (void)state;
    uint32_t all[EVENT_KINDS], told[EVENT_KINDS];
    tell(-1, all);
    for (size_t t = 0; t < TELLERS; t++)
        if (all[tellers[t].kind] == 0)
            fail_msg("nothing is told of %s", event_names[tellers[t].kind]);
    for (int process = 0; process < PROCESSES; process++) {
        tell(process, told);
        uint32_t others = 0;
        for (size_t t = 0; t < TELLERS; t++) {
            if (tellers[t].process == (enum process)process && told[tellers[t].kind] > 0)
                fail_msg("%s off, and yet %s", process_names[process],
                         event_names[tellers[t].kind]);
            others += told[tellers[t].kind];
        }
        assert_true(others > 0);
    }
}

static void with_all_processes_off_nothing_is_told(void **state)
{
    (void)state;
    uint32_t told[EVENT_KINDS];
    tell(PROCESSES, told);
    for (size_t t = 0; t < TELLERS; t++)
        assert_int_equal(told[tellers[t].kind], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_an_incident_steering_tightens_and_openness_trust_and_history_fall),
        cmocka_unit_test(without_incidents_what_the_schedule_brings_leaves_no_trace),
        cmocka_unit_test(the_gap_that_an_initiative_leaves_is_filled_by_the_next_tender),
        cmocka_unit_test(each_process_off_is_silent_and_the_rest_lives_on),
        cmocka_unit_test(with_all_processes_off_nothing_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
