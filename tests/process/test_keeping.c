/* A place stays the kind of place that it is: after fifteen years positions in the
 * household, and ties by age, are near those of the first day, in a town, in a
 * city of students and in the country, whose young leave; in a third of their people,
 * and as a long test in all. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/demography_keeping.h"
#include "support/long.h"
#include "support/village.h"
#include "world/households.h"

/* Nothing but people and their ties, which fade. */
#define PEOPLE_ONLY                                                                                \
    "processes: {needs: off, intake: off, formal_support: off, self_reliance: off, trust: off, "   \
    "steering: off, finance: off, initiatives: off, entrepreneurs: off, institutions: off, "       \
    "shared_vision: off}\n"                                                                        \
    "parameters: {settlement: {burn_in: 0}, demography: {long_term_care: 0}}\n"

enum { BANDS = 8, MONTHS = 180 };
static const int from[BANDS + 1] = {0, 15, 20, 25, 35, 50, 65, 80, 200};

/* Means by band of age: shares of positions, others in the household, all ties. */
struct means {
    double people[BANDS], position[BANDS][POSITION_KINDS], household[BANDS], degree[BANDS];
};

static struct means means_of(const struct spel_model *model)
{
    const struct residents *residents = &model->world.residents;
    struct means means = {{0}, {{0}}, {0}, {0}};
    for (uint32_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i))
            continue;
        const int years = residents_age_months(residents, i, model->now.month) / 12;
        int b = 0;
        while (years >= from[b + 1])
            b++;
        means.people[b]++;
        means.position[b][residents->position[i]]++;
        means.household[b] += households_size(residents, i) - 1;
        means.degree[b] += (double)ties_degree(&model->world.ties, i);
    }
    for (int b = 0; b < BANDS; b++) {
        for (int p = 0; p < POSITION_KINDS; p++)
            means.position[b][p] /= means.people[b];
        means.household[b] /= means.people[b];
        means.degree[b] /= means.people[b];
    }
    return means;
}

/* What two shares of so many people may be apart by chance: four standard errors. */
static double chance(double share, double people)
{
    return 4 * sqrt(2 * (share * (1 - share) + 0.001) / people);
}

/* How far means may move: positions in points, others as a part of what they were. Before the first
 * day ties know who comes as in an average place: elsewhere they move further. */
struct room {
    double position, household, degree;
};

static double part = 1.0 / 3;

static void stays(const char *municipality, double scale, struct room room)
{
    struct village village;
    struct spel_error error;
    village_of(&village.scenario, municipality, part * scale, PEOPLE_ONLY);
    village.model = spel_model_create(&village.scenario, 0, &error);
    assert_non_null(village.model);
    const struct means before = means_of(village.model);
    village_run(&village, MONTHS);
    const struct means after = means_of(village.model);
    for (int b = 0; b < BANDS; b++) {
        const double people = fmin(before.people[b], after.people[b]);
        for (int p = 0; p < POSITION_KINDS; p++)
            assert_float_equal(after.position[b][p], before.position[b][p],
                               room.position + chance(before.position[b][p], people));
        const double noise = 4 * 1.5 / sqrt(people);
        assert_float_equal(after.household[b], before.household[b],
                           room.household * before.household[b] + noise);
        assert_float_equal(after.degree[b], before.degree[b],
                           room.degree * before.degree[b] + noise);
    }
    village_clear(&village);
}

static void a_town_stays_as_it_is(void **state)
{
    (void)state;
    stays("'s-Hertogenbosch", 0.5, (struct room){0.02, 0.05, 0.05});
}

static void a_city_of_students_stays_one(void **state)
{
    (void)state;
    stays("Utrecht", 0.2, (struct room){0.02, 0.15, 0.15});
}

static void the_country_keeps_its_families(void **state)
{
    (void)state;
    stays("Aa en Hunze", 1, (struct room){0.03, 0.05, 0.12});
}

/* Of the ages at which students come, many more arrive than in the country, where
 * those ages leave. */
static void students_come_to_the_city_and_leave_the_country(void **state)
{
    (void)state;
    struct village city, country;
    struct keeping here, there;
    struct spel_error error;
    village_of(&city.scenario, "Utrecht", 0.01, PEOPLE_ONLY);
    village_of(&country.scenario, "Aa en Hunze", 0.1, PEOPLE_ONLY);
    city.model = spel_model_create(&city.scenario, 0, &error);
    country.model = spel_model_create(&country.scenario, 0, &error);
    keeping_find(&here, &city.scenario.params.demography, &city.scenario.places, &city.model->world,
                 0);
    keeping_find(&there, &country.scenario.params.demography, &country.scenario.places,
                 &country.model->world, 0);
    assert_true(here.filling[20] > 0.05);
    assert_true(here.away[20] == 0 && here.emptying[20] == 0);
    assert_true(there.filling[20] == 0 && there.away[20] > 0.3);
    assert_true(here.emptying[36] > 0.02 && there.emptying[36] == 0);
    village_clear(&city);
    village_clear(&country);
}

/* Half as many children at home in one band: it is counted at the next count, and
 * rates lean by the fourth power of what their share has become; unless they are
 * told not to. */
static void what_has_become_rare_is_noticed(void **state)
{
    (void)state;
    struct village village;
    struct spel_error error;
    struct keeping keeping;
    village_scaled(&village.scenario, 1, PEOPLE_ONLY);
    village.model = spel_model_create(&village.scenario, 0, &error);
    struct world *world = &village.model->world;
    keeping_find(&keeping, &village.scenario.params.demography, &village.scenario.places, world, 0);
    assert_float_equal(keeping_lean(&keeping, 21, POSITION_CHILD), 1, 1e-12);
    bool turn = false;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        const int years = residents_age_months(&world->residents, i, 1) / 12;
        if (residents_present(&world->residents, i) && years >= 20 && years < 25 &&
            world->residents.position[i] == POSITION_CHILD && (turn = !turn))
            world->residents.position[i] = POSITION_ALONE;
    }
    keeping_count((struct moment){village.model->now.key, 1}, world);
    keeping_find(&keeping, &village.scenario.params.demography, &village.scenario.places, world, 0);
    assert_float_equal(keeping_lean(&keeping, 21, POSITION_CHILD), 1.0 / 16, 0.02);
    assert_true(keeping_lean(&keeping, 21, POSITION_ALONE) > 5);
    assert_float_equal(keeping_lean(&keeping, 41, POSITION_ALONE), 1, 0.05);
    village.scenario.params.demography.keeping = 0;
    keeping_find(&keeping, &village.scenario.params.demography, &village.scenario.places, world, 0);
    assert_float_equal(keeping_lean(&keeping, 21, POSITION_CHILD), 1, 1e-12);
    village_clear(&village);
}

int main(int count, char **words)
{
    part = long_asked(count, words) ? 1 : part;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_town_stays_as_it_is),
        cmocka_unit_test(a_city_of_students_stays_one),
        cmocka_unit_test(the_country_keeps_its_families),
        cmocka_unit_test(students_come_to_the_city_and_leave_the_country),
        cmocka_unit_test(what_has_become_rare_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
