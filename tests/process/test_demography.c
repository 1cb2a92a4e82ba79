/* Who is born, dies, pairs, parts and moves: at their rates, and households stay whole. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "process/demography.h"
#include "process/demography_keeping.h"
#include "support/village.h"
#include "world/households.h"

/* Nothing but people and their ties. */
#define PEOPLE_ONLY                                                                                \
    "processes: {needs: off, informal_support: off, intake: off, formal_support: off, "            \
    "self_reliance: off, trust: off, steering: off, finance: off}\n"

static struct village village;

static struct world *world_now(void)
{
    return &village.model->world;
}

/* A whole municipality: counts are what is tested. */
static void settle(const char *more)
{
    struct spel_error error;
    village_scaled(&village.scenario, 1, more);
    village.model = spel_model_create(&village.scenario, 0, &error);
    if (!village.model)
        fail_msg("%s", error.text);
}

static int years_of(uint32_t i)
{
    /* In the month to come. */
    return residents_age_months(&world_now()->residents, i, village.model->now.month + 1) / 12;
}

static bool present(uint32_t i)
{
    return residents_present(&world_now()->residents, i);
}

static long counted(const int32_t *column)
{
    long sum = 0;
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        sum += column[n];
    return sum;
}

static void near(double found, double expected)
{
    assert_true(expected > 30);
    if (fabs(found - expected) > 4 * sqrt(expected))
        fail_msg("found %g, expected %g", found, expected);
}

/* Children in the household of i. */
static int children_of(uint32_t i)
{
    const struct residents *residents = &world_now()->residents;
    int children = 0;
    for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
        children += residents->position[j] == POSITION_CHILD;
    return children;
}

/* Couples have a second child soonest, a third seldom; others seldom any. */
static double readiness(uint32_t i)
{
    if (world_now()->residents.position[i] != POSITION_PARTNER)
        return 0.3;
    const int children = children_of(i);
    return children == 0 ? 1.45 : children == 1 ? 2.2 : children == 2 ? 0.6 : 0.45;
}

/* Deaths and births of two years against the rates by age; births at the level of
 * the municipality. */
static void deaths_and_births_come_at_the_published_rates(void **state)
{
    (void)state;
    settle(PEOPLE_ONLY "parameters: {settlement: {burn_in: 0}, demography: {long_term_care: 0}}\n");
    const struct rates_row *rates = village.scenario.places.rates;
    double deaths = 0, births = 0, died = 0, born = 0;
    struct keeping keeping;
    keeping_find(&keeping, &village.scenario.params.demography, &village.scenario.places,
                 world_now(), 0);
    assert_true(keeping.births > 1 &&
                keeping.births < 1.4); /* more children than the rates bring */
    for (int month = 0; month < 24; month++) {
        for (uint32_t i = 0; i < world_now()->residents.count; i++) {
            if (!present(i))
                continue;
            const struct rates_row *row = &rates[years_of(i) < AGES ? years_of(i) : AGES - 1];
            deaths += row->death / 12;
            births += row->birth / 12 * keeping.births * readiness(i);
        }
        village_run(&village, 1);
        died += (double)counted(world_now()->neighbourhoods.died);
        born += (double)counted(world_now()->neighbourhoods.born);
    }
    near(died, deaths);
    near(born, births);
    village_clear(&village);
}

/* The factors of the scenario count through. */
static void without_births_and_deaths_there_are_none(void **state)
{
    (void)state;
    settle(PEOPLE_ONLY "parameters: {settlement: {burn_in: 0}, demography: {death_factor: 0, "
                       "birth_factor: 0, long_term_care: 0}}\n");
    for (int month = 0; month < 12; month++) {
        village_run(&village, 1);
        assert_int_equal(counted(world_now()->neighbourhoods.died), 0);
        assert_int_equal(counted(world_now()->neighbourhoods.born), 0);
    }
    village_clear(&village);
}

/* The counts of 2022 in the first month, the change to 2024 over two years, and
 * that total from then on. */
static void the_number_of_residents_follows_the_published_counts(void **state)
{
    (void)state;
    settle(PEOPLE_ONLY "parameters: {settlement: {burn_in: 0}}\n");
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (uint32_t month = 1; month <= 40; month++) {
        village_run(&village, 1);
        for (size_t i = 0; i < n->count; i++) {
            const struct place_row *row = &village.scenario.places.rows[i];
            const double through = month < 24 ? month / 24.0 : 1;
            const double wanted =
                row->residents_2022 + (row->residents_2024 - row->residents_2022) * through;
            /* More than wanted only where fewer left than the place shrank. */
            assert_true(n->residents[i] >= wanted - 1.5);
            assert_true(n->residents[i] <= fmax(wanted, row->residents_2022) * 1.06 + 6);
        }
    }
    assert_int_equal(counted(n->refused_births), 0);
    village_clear(&village);
}

/* Present ids are of one person each, and each in one ring of the neighbourhood. */
static void assert_whole(void)
{
    const struct world *world = world_now();
    const struct residents *residents = &world->residents;
    unsigned char *pointed = calloc(residents->count, 1);
    assert_non_null(pointed);
    size_t people = 0, counted_people = 0;
    for (uint32_t i = 0; i < residents->count; i++) {
        if (!present(i))
            continue;
        const uint32_t j = residents->next[i];
        people++;
        assert_true(j < residents->count && present(j));
        assert_int_equal(pointed[j]++, 0);
        assert_int_equal(world->blocks.neighbourhood[blocks_find(&world->blocks, i)],
                         world->blocks.neighbourhood[blocks_find(&world->blocks, j)]);
        for (size_t k = 0; k < ties_degree(&world->ties, i); k++)
            assert_true(present(tie_place(world->ties.alter[(size_t)i * TIE_SLOTS + k])));
    }
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        counted_people += world->neighbourhoods.residents[n];
    assert_int_equal(people, counted_people);
    free(pointed);
}

static void assert_positions_fit(uint32_t i)
{
    const struct residents *residents = &world_now()->residents;
    int count[POSITION_OTHER + 1] = {0}, size = 0;
    uint32_t j = i;
    do {
        count[residents->position[j]]++;
        size++;
        j = residents->next[j];
    } while (j != i);
    if (count[POSITION_PARTNER] != 0 && count[POSITION_PARTNER] != 2)
        fail_msg("%d partners in a household of %d", count[POSITION_PARTNER], size);
    if (count[POSITION_ALONE] > 0 && size > 1)
        fail_msg("one alone in a household of %d", size);
    if (count[POSITION_SINGLE_PARENT] > 0 && count[POSITION_CHILD] == 0)
        fail_msg("a single parent without a child in a household of %d", size);
}

static int by_id(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void assert_ids_are_unique(void)
{
    const struct residents *residents = &world_now()->residents;
    uint32_t *ids = malloc(residents->count * sizeof *ids);
    assert_non_null(ids);
    size_t count = 0;
    for (uint32_t i = 0; i < residents->count; i++)
        if (present(i))
            ids[count++] = residents->id[i];
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t k = 1; k < count; k++)
        assert_int_not_equal(ids[k], ids[k - 1]);
    free(ids);
}

static void households_ties_and_ids_stay_whole_for_ten_years(void **state)
{
    (void)state;
    settle(PEOPLE_ONLY "parameters: {settlement: {burn_in: 0}}\n");
    for (int year = 0; year < 10; year++) {
        village_run(&village, 12);
        assert_whole();
        assert_ids_are_unique();
        for (uint32_t i = 0; i < world_now()->residents.count; i++)
            if (present(i))
                assert_positions_fit(i);
    }
    village_clear(&village);
}

/* Readiness is how births differ, not how many there are: on the first day the
 * births that couples and others expect add up to those of the rates. */
static void readiness_keeps_the_number_of_births(void **state)
{
    (void)state;
    settle(PEOPLE_ONLY "parameters: {settlement: {burn_in: 0}}\n");
    double by_rate = 0, expected = 0;
    for (uint32_t i = 0; i < world_now()->residents.count; i++)
        if (present(i)) {
            const double rate = village.scenario.places.rates[years_of(i) % AGES].birth;
            by_rate += rate;
            expected += rate * readiness(i);
        }
    assert_float_equal(expected / by_rate, 1, 0.15);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deaths_and_births_come_at_the_published_rates),
        cmocka_unit_test(without_births_and_deaths_there_are_none),
        cmocka_unit_test(the_number_of_residents_follows_the_published_counts),
        cmocka_unit_test(households_ties_and_ids_stay_whole_for_ten_years),
        cmocka_unit_test(readiness_keeps_the_number_of_births),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
