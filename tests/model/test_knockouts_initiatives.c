/* Without initiatives, or without their right to challenge, the rest is as if there were none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 24 };

/* Thirty times as many as usual. */
#define OFTEN "parameters: {initiatives: {births: 0.03, births_level: 0.1, challenge: 0.4}}\n"

static size_t count(const struct world *world, enum organisation_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < world->organisations.count; i++)
        count += world->organisations.kind[i] == kind;
    return count;
}

static double hours(const struct world *world)
{
    double sum = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            sum += (double)world->needs.initiative[world->blocks.first_row[b] + k];
    return sum;
}

static size_t contracts(const struct world *world)
{
    size_t held = 0;
    for (size_t c = 0; c < world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS; c++) {
        const uint32_t provider = world->neighbourhoods.provider[c];
        held += provider != COLUMN_NONE &&
                world->organisations.kind[provider] == ORGANISATION_INITIATIVE;
    }
    return held;
}

/* Mean number over the months that follow: in a village some begin and end. */
static size_t initiatives_over(struct village *village)
{
    size_t sum = 0;
    for (int month = 0; month < MONTHS; month++) {
        village_run(village, 1);
        sum += count(&village->model->world, ORGANISATION_INITIATIVE);
    }
    return sum / MONTHS;
}

static void without_initiatives_there_are_none_and_nobody_is_a_member(void **state)
{
    (void)state;
    struct village with, without;
    village_settle(&with, OFTEN);
    village_settle(&without, "processes: {initiatives: off}\n" OFTEN);
    village_run(&without, MONTHS);
    const struct world *world = &without.model->world;
    assert_int_equal(count(world, ORGANISATION_INITIATIVE), 0);
    assert_true(hours(world) == 0);
    for (size_t i = 0; i < world->residents.count; i++)
        assert_int_equal(world->residents.membership[i], 0);
    assert_in_range(initiatives_over(&with), 3, 30);
    assert_true(hours(&with.model->world) > 20);
    village_clear(&with);
    village_clear(&without);
}

/* Over some months, for what is won may be lost again. */
static size_t contracts_over(struct village *village)
{
    size_t sum = 0;
    for (int month = 0; month < MONTHS; month++) {
        village_run(village, 1);
        sum += contracts(&village->model->world);
    }
    return sum;
}

static void without_the_right_to_challenge_contracts_stay_with_organisations(void **state)
{
    (void)state;
    struct village with, without;
    static const char room[] = OFTEN "levers: {rule_room: 1}\n";
    char off[512] = "processes: {challenge: off}\n";
    village_settle(&with, room);
    village_settle(&without, strcat(off, room));
    assert_true(contracts_over(&with) > 0);
    assert_int_equal(contracts_over(&without), 0);
    assert_true(count(&without.model->world, ORGANISATION_INITIATIVE) > 0);
    village_clear(&with);
    village_clear(&without);
}

/* Members' hours are theirs again: nobody else's chances move in the first month. */
static void a_lever_on_initiatives_does_nothing_without_them(void **state)
{
    (void)state;
    struct village one, other;
    village_settle(&one, "processes: {initiatives: off}\nlevers: {rule_room: 0}\n"
                         "parameters: {calendar: {lever_cost: 0}}\n");
    village_settle(&other, "processes: {initiatives: off}\nlevers: {rule_room: 1}\n"
                           "parameters: {calendar: {lever_cost: 0}}\n");
    village_run(&one, MONTHS);
    village_run(&other, MONTHS);
    const struct world *a = &one.model->world, *b = &other.model->world;
    const size_t places = a->residents.count;
    assert_memory_equal(a->residents.id, b->residents.id, places * sizeof *a->residents.id);
    assert_memory_equal(a->residents.trust, b->residents.trust, places * sizeof(float));
    assert_memory_equal(a->residents.self_reliance, b->residents.self_reliance,
                        places * sizeof(float));
    assert_memory_equal(a->organisations.hours, b->organisations.hours,
                        a->organisations.count * sizeof(float));
    village_clear(&one);
    village_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_initiatives_there_are_none_and_nobody_is_a_member),
        cmocka_unit_test(without_the_right_to_challenge_contracts_stay_with_organisations),
        cmocka_unit_test(a_lever_on_initiatives_does_nothing_without_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
