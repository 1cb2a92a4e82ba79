/* Ties go with who leaves, follow who moves, and are as many by age after fifteen years. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/support_ties.h"
#include "support/village.h"
#include "world/households.h"

/* Nothing but people and their ties. */
#define PEOPLE_ONLY                                                                                \
    "processes: {needs: off, informal_support: off, intake: off, formal_support: off, "            \
    "self_reliance: off, trust: off, steering: off, finance: off}\n"                               \
    "parameters: {settlement: {burn_in: 0}}\n"

static struct village village;

static struct world *world_now(void)
{
    return &village.model->world;
}

static int settle(void **state)
{
    (void)state;
    village_settle(&village, PEOPLE_ONLY);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void month(bool draws)
{
    village.model->now.month++;
    support_ties_step(&village.scenario.params.settlement, village.model->now, draws, world_now());
}

/* Somebody with a tie of the kind to one who shares no other tie of theirs. */
static uint32_t with_tie(enum tie_kind kind, uint32_t *alter)
{
    const struct world *world = world_now();
    for (uint32_t i = 0;; i++)
        for (size_t k = 0; residents_present(&world->residents, i) && k < TIE_SLOTS; k++) {
            const uint32_t tie = world->ties.alter[(size_t)i * TIE_SLOTS + k];
            if (tie != 0 && tie_kind(tie) == kind) {
                *alter = tie_place(tie);
                return i;
            }
        }
}

static void a_tie_to_who_left_is_dropped_and_one_of_its_kind_is_drawn(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t gone;
    const uint32_t i = with_tie(TIE_FRIEND, &gone);
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, gone)];
    const size_t friends = ties_degree_of(&world->ties, i, TIE_FRIEND);
    households_remove(world, gone, 1);
    vacancies_leave(world, n, gone, NEWS_LEFT);
    month(true);
    assert_false(ties_has(&world->ties, i, gone));
    assert_int_equal(ties_degree_of(&world->ties, i, TIE_FRIEND), friends);
    assert_int_equal(world->residents.news[gone], 0);
    for (uint32_t j = 0; j < world->residents.count; j++)
        assert_false(ties_has(&world->ties, j, gone));
}

static void without_drawing_the_tie_is_dropped_alone(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t gone;
    const uint32_t i = with_tie(TIE_FRIEND, &gone);
    const size_t n = world->blocks.neighbourhood[blocks_find(&world->blocks, gone)];
    const size_t degree = ties_degree(&world->ties, i);
    households_remove(world, gone, 1);
    vacancies_leave(world, n, gone, NEWS_LEFT);
    month(false);
    assert_int_equal(ties_degree(&world->ties, i), degree - 1);
    assert_int_equal(world->neighbourhoods.ties_made[n], 0);
}

static void a_tie_to_who_moved_leads_to_the_new_place(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t from;
    const uint32_t i = with_tie(TIE_STREET, &from);
    const size_t last = world->neighbourhoods.count - 1;
    const uint32_t to = vacancies_take(world, last);
    columns_copy_row(residents_columns, &world->residents, from, to);
    world->residents.news[from] = NEWS_MOVED;
    world->residents.id[from] = 0;
    world->residents.next[from] = to;
    const size_t degree = ties_degree(&world->ties, i);
    month(true);
    assert_true(ties_has(&world->ties, i, to));
    assert_false(ties_has(&world->ties, i, from));
    assert_int_equal(ties_degree(&world->ties, i), degree);
}

/* Good and bad experiences of alters last month, counted to fifteen each. */
static void what_alters_experienced_is_heard_once(void **state)
{
    (void)state;
    struct world *world = world_now();
    uint32_t alter;
    const uint32_t i = with_tie(TIE_KIN, &alter);
    world->residents.news[alter] = NEWS_GOOD | NEWS_BAD;
    month(true);
    assert_int_equal(world->residents.heard[i], 1 | 1 << 4);
    month(true);
    assert_int_equal(world->residents.heard[i], 0);
}

static void a_newcomer_draws_ties(void **state)
{
    (void)state;
    struct world *world = world_now();
    double ties = 0, wanted = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (int k = 0; k < 5; k++) {
            const uint32_t place = vacancies_take(world, n);
            vacancies_fill(world, n, place, 40 * 12, 1);
        }
    const struct settlement_params *p = &village.scenario.params.settlement;
    month(true);
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i) && world->residents.birth[i] == 1 - 480) {
            ties += (double)ties_degree(&world->ties, i);
            wanted += p->kin_ties + p->street_ties + p->friend_ties;
        }
    assert_true(wanted > 300);
    assert_float_equal(ties, wanted, 0.15 * wanted);
}

enum { GROUPS = 7 };

/* Mean ties outside the household, by age; groups are narrow where it changes. */
static void mean_degrees(const struct spel_model *model, double mean[GROUPS], double people[GROUPS])
{
    static const int from[GROUPS + 1] = {0, 4, 12, 18, 35, 65, 80, 200};
    const struct world *world = &model->world;
    double ties[GROUPS] = {0};
    memset(people, 0, GROUPS * sizeof *people);
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        const int years = residents_age_months(&world->residents, i, model->now.month) / 12;
        int g = 0;
        while (years >= from[g + 1])
            g++;
        people[g]++;
        ties[g] +=
            (double)(ties_degree(&world->ties, i) - ties_degree_of(&world->ties, i, TIE_HOUSEHOLD));
    }
    for (int g = 0; g < GROUPS; g++)
        mean[g] = ties[g] / people[g];
}

static void degree_by_age_is_within_a_twentieth_after_fifteen_years(void **state)
{
    (void)state;
    struct scenario scenario;
    struct spel_error error;
    double before[GROUPS], after[GROUPS], people[GROUPS];
    village_scaled(&scenario, 1, PEOPLE_ONLY);
    struct spel_model *model = spel_model_create(&scenario, 0, &error);
    assert_non_null(model);
    mean_degrees(model, before, people);
    for (int k = 0; k < 180; k++)
        spel_model_step(model);
    mean_degrees(model, after, people);
    for (int g = 0; g < GROUPS; g++)
        assert_float_equal(after[g], before[g], 0.05 * before[g] + 3 / sqrt(people[g]));
    spel_model_free(model);
    scenario_clear(&scenario);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(a_tie_to_who_left_is_dropped_and_one_of_its_kind_is_drawn),
        IN_VILLAGE(without_drawing_the_tie_is_dropped_alone),
        IN_VILLAGE(a_tie_to_who_moved_leads_to_the_new_place),
        IN_VILLAGE(what_alters_experienced_is_heard_once),
        IN_VILLAGE(a_newcomer_draws_ties),
        cmocka_unit_test(degree_by_age_is_within_a_twentieth_after_fifteen_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
