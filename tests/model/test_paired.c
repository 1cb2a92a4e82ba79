/* Two scenarios with one seed differ only where the scenario makes them differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "params/levers.h"
#include "support/village.h"

/* Needs that begin often, so that a month shows them. */
#define OFTEN "needs.onset.social.45_59: 0.01, needs.onset.debt.45_59: 0.006"

/* Staff and money enough for all that is asked, so that neighbourhoods do not
 * compete; and ties that stay within them, so that nobody elsewhere is asked. */
#define APART                                                                                      \
    "parameters: {" OFTEN ", calendar: {staff_per_1000: 20}, demography: {moving_local: 0}, "      \
    "settlement: {circle_local: 1}, formal_support: {budget: {care: 2000, youth: 2000, "           \
    "work: 2000, education: 2000, debt: 2000, social: 2000}}}\n"                                   \
    "processes: {support_network: off}\n"

static const char code[] = "WK168019"; /* Rolde */

static bool same_column(const struct population *one, const struct population *other,
                        const struct column *column, size_t row, size_t other_row)
{
    const size_t bytes = column_size(column->type) * column->width;
    return memcmp((const char *)column_array(one->data, column) + row * bytes,
                  (const char *)column_array(other->data, column) + other_row * bytes, bytes) == 0;
}

/* Whether resident `i` is the same in both: row, ties and needs. */
static bool same_resident(const struct world *one, const struct world *other, uint32_t i)
{
    struct population a[POPULATIONS], b[POPULATIONS];
    world_populations(one, a);
    world_populations(other, b);
    for (size_t p = 0; p < POPULATIONS; p++)
        for (size_t c = 0; c < a[p].columns.count && a[p].identity == IDENTITY_RESIDENT; c++)
            if (a[p].columns.rows[c].role != COLUMN_INDEX &&
                !same_column(&a[p], &b[p], &a[p].columns.rows[c], i, i))
                return false;
    for (uint32_t row = one->residents.first_need[i]; row != COLUMN_NONE;
         row = one->needs.next[row]) {
        const uint32_t twin = village_need(other, i, (enum domain)one->needs.domain[row]);
        if (twin == COLUMN_NONE)
            return false;
        for (size_t c = 0; c < needs_columns.count; c++)
            for (size_t p = 0; p < POPULATIONS; p++)
                if (a[p].identity == IDENTITY_NEED && needs_columns.rows[c].role != COLUMN_INDEX &&
                    !same_column(&a[p], &b[p], &needs_columns.rows[c], row, twin))
                    return false;
    }
    return one->residents.needs[i] == other->residents.needs[i];
}

static size_t neighbourhood_of(const struct village *village, const char *name)
{
    size_t n = 0;
    while (strcmp(village->scenario.places.rows[n].code, name) != 0)
        n++;
    return n;
}

/* Runs a month of both; returns how many residents of the neighbourhood differ,
 * and fails when anybody elsewhere does. */
static size_t differ_in_the_first_month(const char *base, const char *changed, const char *what)
{
    struct village one, other;
    village_settle(&one, base);
    village_settle(&other, changed);
    assert_true(village_same(&one, &other)); /* the first day knows no schedule */
    village_run(&one, 1);
    village_run(&other, 1);
    const struct world *world = &one.model->world;
    const size_t here = neighbourhood_of(&one, code);
    size_t differ = 0;
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (!same_resident(world, &other.model->world, i)) {
            differ++;
            if (world->blocks.neighbourhood[blocks_find(&world->blocks, i)] != here)
                fail_msg("%s: place %u is touched", what, (unsigned)i);
        }
    village_clear(&one);
    village_clear(&other);
    return differ;
}

static void residents_whom_a_lever_does_not_touch_are_bit_equal_in_the_first_month(void **state)
{
    (void)state;
    size_t touching = 0;
    for (int l = 0; l < LEVERS; l++) {
        char changed[512];
        snprintf(changed, sizeof changed,
                 APART "schedule:\n- {from: 2015-01, set: {levers.%s: 1}, only: {neighbourhoods: "
                       "[%s]}}\n",
                 lever_rows[l].name, code);
        touching += differ_in_the_first_month(APART, changed, lever_rows[l].name) > 0;
    }
    /* Some work through organisations, money or steering, which come later. */
    assert_in_range(touching, 5, LEVERS);
}

static void a_shock_in_one_neighbourhood_moves_nobody_elses_chances(void **state)
{
    (void)state;
    const char shock[] = APART "schedule:\n- {from: 2015-01, set: {needs.onset_factor.social: 3, "
                               "needs.onset_factor.care: 3, needs.onset_factor.debt: 3}, "
                               "only: {neighbourhoods: [WK168019]}}\n";
    assert_in_range(differ_in_the_first_month(APART, shock, "shock"), 1, 100);
}

/* In the neighbourhood itself a shock adds needs in its own domain alone, and
 * takes none away. */
static void a_shock_adds_needs_in_its_domain_and_leaves_the_other_domains(void **state)
{
    (void)state;
    struct village one, other;
    size_t added = 0;
    village_settle(&one, "parameters: {" OFTEN "}\n");
    village_settle(&other, "parameters: {" OFTEN "}\n"
                           "schedule:\n- {from: 2015-01, set: {needs.onset_factor.debt: 3}}\n");
    village_run(&one, 1);
    village_run(&other, 1);
    const struct residents *before = &one.model->world.residents;
    const struct residents *after = &other.model->world.residents;
    for (size_t i = 0; i < before->count; i++) {
        assert_int_equal(before->id[i], after->id[i]);
        assert_int_equal(before->needs[i] & ~after->needs[i], 0);
        const unsigned more = after->needs[i] & ~before->needs[i];
        assert_int_equal(more & ~(1u << DEBT), 0);
        added += more != 0;
    }
    assert_in_range(added, 1, 100);
    village_clear(&one);
    village_clear(&other);
}

static void what_is_only_recorded_or_named_otherwise_changes_nothing(void **state)
{
    (void)state;
    struct village one, other;
    village_settle(&one, NULL);
    village_settle(&other, "title: {nl: anders, en: otherwise}\ntime: {months: 12}\n"
                           "runs: {replicates: 9}\nrecord: {panel: 7, neighbourhoods: no}\n");
    village_run(&one, 6);
    village_run(&other, 6);
    assert_true(village_same(&one, &other));
    village_clear(&one);
    village_clear(&other);
}

static void a_line_of_the_schedule_works_from_its_month_and_not_before(void **state)
{
    (void)state;
    struct village one, other;
    village_settle(&one, NULL);
    village_settle(&other, "schedule:\n- {from: 2015-04, set: {levers.carer_support: 1}}\n");
    village_run(&one, 3);
    village_run(&other, 3);
    assert_true(village_same(&one, &other));
    village_run(&one, 1);
    village_run(&other, 1);
    assert_false(village_same(&one, &other));
    village_clear(&one);
    village_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_whom_a_lever_does_not_touch_are_bit_equal_in_the_first_month),
        cmocka_unit_test(a_shock_in_one_neighbourhood_moves_nobody_elses_chances),
        cmocka_unit_test(a_shock_adds_needs_in_its_domain_and_leaves_the_other_domains),
        cmocka_unit_test(what_is_only_recorded_or_named_otherwise_changes_nothing),
        cmocka_unit_test(a_line_of_the_schedule_works_from_its_month_and_not_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
