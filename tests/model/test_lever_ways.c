/* A lever works through the processes that MODEL.md names for it, each of them a way of its own,
 * and by no other way: with all of them off, turning it leaves everything as it was, to the bit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "params/levers.h"
#include "support/village.h"

enum { MONTHS = 30, TEXT = 2048, TOWNS = 2 };
#define WAY(process) (1u << PROCESS_##process)

/* Where each lever is read. */
static const unsigned ways[LEVERS] = {
    [CARER_SUPPORT] = WAY(INFORMAL_SUPPORT),
    [EMPOWERMENT] = WAY(INFORMAL_SUPPORT) | WAY(SELF_RELIANCE),
    [RULE_ROOM] = WAY(INITIATIVES),
    [MEETING_PLACES] = WAY(SUPPORT_NETWORK) | WAY(INITIATIVES),
    [ENTRANT_OPENNESS] = WAY(INSTITUTIONS) | WAY(ENTREPRENEURS),
    [RESULTS_FINANCING] = WAY(FORMAL_SUPPORT) | WAY(INSTITUTIONS),
    [COLLABORATION_TERMS] = WAY(INSTITUTIONS) | WAY(COLLABORATION_NETWORK),
    [FORMAL_INFORMAL_LINK] = WAY(INFORMAL_SUPPORT) | WAY(FORMAL_SUPPORT) | WAY(SELF_RELIANCE),
    [OUTREACH] = WAY(INTAKE),
    [LEAN_POLICY] = WAY(STEERING),
    [FLEXIBILITY] = WAY(STEERING) | WAY(FINANCE),
    [COORDINATION] = WAY(FORMAL_SUPPORT) | WAY(COLLABORATION_NETWORK),
    [ENGAGEMENT] = WAY(TRUST) | WAY(SHARED_VISION) | WAY(INSTITUTIONS),
    [LEADERSHIP] = WAY(STEERING),
    [INTEGRALITY] = WAY(INTAKE) | WAY(STEERING) | WAY(FINANCE),
    [SELF_SCALING] = WAY(INTAKE),
    [FEEDBACK_QUALITY] = WAY(FORMAL_SUPPORT) | WAY(TRUST) | WAY(INITIATIVES) | WAY(INSTITUTIONS) |
                         WAY(ENTREPRENEURS) | WAY(PRACTICES) | WAY(STEERING),
    [VISION_HORIZON] = WAY(STEERING),
    [DIALOGUE] = WAY(SHARED_VISION),
    [CITIZEN_VOICE] = WAY(SHARED_VISION),
    [EXPERIMENTATION] = WAY(PRACTICES) | WAY(STEERING),
    [ERROR_TOLERANCE] = WAY(PRACTICES) | WAY(STEERING) | WAY(INSTITUTIONS),
    [START_SMALL] = WAY(STEERING),
    [PEER_LEARNING] = WAY(STEERING),
};

/* The first day is lived up to with these levers as the scenario has them, whatever is off. */
static bool lived_with(int lever)
{
    return lever == EMPOWERMENT || lever == FORMAL_INFORMAL_LINK || lever == OUTREACH ||
           lever == INTEGRALITY;
}

/* Staff costs nothing, so that no lever takes from another, and money is short in one domain; all
 * that a lever may steer happens within the months. */
static const char lively[] =
    "steering: {all: 0.3}\n"
    "parameters: {calendar: {lever_cost: 0, policy_cost: 0}, "
    "settlement: {burn_in: 1, burn_in_organisations: 2, institutions_per_1000: 5, "
    "entrepreneurs_per_1000: 4}, support_network: {burn_in: 0}, "
    "formal_support: {budget: {youth: 150}}}\n";

static void stir(struct params *p)
{
    p->steering.trial_rate = 0.8;
    p->steering.wait = 1;
    p->steering.judged_least = 2;
    p->steering.judged_most = 12;
    p->steering.incident_rate = 200;
    p->initiatives.births_level = 0.003;
    p->initiatives.challenge = 400;
    p->practices.trial = 0.5;
    p->practices.months = 2;
    p->institutions.term = 12;
    p->institutions.entry = 2;
    p->entrepreneurs.founding = 2;
}

static const char *const towns[TOWNS] = {"Heerlen", "Aa en Hunze"};

static void switch_off(struct village *village, unsigned off)
{
    for (int p = 0; p < PROCESSES; p++)
        village->scenario.process_off[p] = (off >> p & 1) != 0;
}

/* Two small towns with some processes off from before the first day, and a lever that begins at
 * `first` and is turned to `then` in the second month. */
static void settle(struct village *village, int lever, double first, double then, unsigned off)
{
    char more[TEXT];
    struct spel_error error;
    snprintf(more, sizeof more,
             "%slevers: {%s: %g}\n"
             "schedule:\n- {from: 2015-02, set: {levers.%s: %g, steering.all: 0.6}}\n",
             lively, lever_rows[lever].name, first, lever_rows[lever].name, then);
    village_towns(&village->scenario, towns, TOWNS, 0.02, more);
    stir(&village->scenario.params);
    switch_off(village, off);
    village->model = spel_model_create(&village->scenario, 0, &error);
    if (!village->model)
        fail_msg("%s", error.text);
}

/* All but how the lever itself stands. */
static bool same_but_for(int lever, struct village *one, struct village *other)
{
    struct village *const both[] = {one, other};
    for (size_t v = 0; v < 2; v++) {
        struct neighbourhoods *n = &both[v]->model->world.neighbourhoods;
        for (size_t i = 0; i < n->count; i++)
            n->lever[i * LEVERS + (size_t)lever] = n->lever_wanted[i * LEVERS + (size_t)lever] = 0;
    }
    return village_same(one, other);
}

/* The processes stop after the first day, so that help that was there stays as it was. */
static bool turning_it_changes_something(int lever, unsigned off)
{
    struct village village[2];
    for (size_t end = 0; end < 2; end++) {
        settle(&village[end], lever, 0.5, (double)end, 0);
        switch_off(&village[end], off);
        village_run(&village[end], MONTHS);
    }
    const bool same = same_but_for(lever, &village[0], &village[1]);
    village_clear(&village[0]);
    village_clear(&village[1]);
    return !same;
}

static void with_all_its_ways_off_a_lever_leaves_everything_as_it_was(void **state)
{
    (void)state;
    for (int l = 0; l < LEVERS; l++)
        if (turning_it_changes_something(l, ways[l]))
            fail_msg("%s has a way that is not in the table", lever_rows[l].name);
}

static void each_of_its_ways_is_one_by_itself(void **state)
{
    (void)state;
    for (int l = 0; l < LEVERS; l++)
        for (int p = 0; p < PROCESSES; p++)
            if ((ways[l] >> p & 1) && !turning_it_changes_something(l, ways[l] & ~(1u << p)))
                fail_msg("%s changes nothing by %s", lever_rows[l].name, process_names[p]);
}

static void with_its_ways_off_four_levers_still_show_on_the_first_day(void **state)
{
    (void)state;
    for (int l = 0; l < LEVERS; l++) {
        struct village low, high;
        settle(&low, l, 0, 0.5, ways[l]);
        settle(&high, l, 1, 0.5, ways[l]);
        if (same_but_for(l, &low, &high) == lived_with(l))
            fail_msg("%s on the first day", lever_rows[l].name);
        village_clear(&low);
        village_clear(&high);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_all_its_ways_off_a_lever_leaves_everything_as_it_was),
        cmocka_unit_test(each_of_its_ways_is_one_by_itself),
        cmocka_unit_test(with_its_ways_off_four_levers_still_show_on_the_first_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
