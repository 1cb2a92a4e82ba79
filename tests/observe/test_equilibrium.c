/* The first day is at rest: in the first year of the baseline no series of the
 * municipality moves by more than a tenth, in 's-Hertogenbosch and in Aa en Hunze. A
 * line through the twelve months of each replicate says how much it moves there; what
 * is counted in few cases is judged by how that differs between replicates. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <gsl/gsl_cdf.h>

#include "model/model.h"
#include "observe/variables.h"
#include "support/long.h"

enum { MONTHS = 12 };

/* A series that stays within a tenth is said to move once in so many. */
static const double BY_CHANCE = 1e-4;

/* Accounts of the running year: they begin at nothing each January. */
static const char *const accounts[] = {
    "budget_left",           "budget_moved",           "budget_refused",          "budget_outside",
    "budget_left_by_domain", "budget_moved_by_domain", "budget_refused_by_domain"};

/* Of what goes both ways about nothing a tenth of the mean says nothing: it may move by so much
 * of its own unit. */
static const struct {
    const char *name;
    double room;
} signed_ones[] = {
    {"gain_return_low_income", 1e-4},   /* flow to and from the base: of self-reliance, 0 to 1, */
    {"gain_return_other_income", 1e-4}, /* so much is a thousandth a year */
    {"pay_surcharge", 0.05},            /* pay above and below cost, as a share of pay */
    {"margin_mean", 0.01},              /* income above and below cost, as a share of income */
    {"practice_mean", 0.01},            /* trials that helped and that harmed, from -1 to 1 */
    {"practice_mean_by_domain", 0.01},
    {"history", 0.05}, /* promises kept and broken, from -1 to 1: none before the first day */
    {"control_reflex",
     0.05},                 /* 0 to -1, and 0 on the first day: steering is then as was asked for */
    {"vision_cause", 0.05}, /* views to either side, from -1 to 1 */
    {"vision_result", 0.05},
};

static bool is_account(const char *name)
{
    for (size_t a = 0; a < sizeof accounts / sizeof *accounts; a++)
        if (strcmp(name, accounts[a]) == 0)
            return true;
    return false;
}

static double room_of(const char *name)
{
    for (size_t s = 0; s < sizeof signed_ones / sizeof *signed_ones; s++)
        if (strcmp(name, signed_ones[s].name) == 0)
            return signed_ones[s].room;
    return 0;
}

/* Of one series, sums over replicates: of its mean, of its change over the year by a straight
 * line, and of the square of that. */
struct course {
    double mean, change, squares;
};

static void add_year(struct course *course, const double month[MONTHS])
{
    double mean = 0, slope = 0, squares = 0;
    for (int t = 0; t < MONTHS; t++) {
        const double at = t - (MONTHS - 1) / 2.0;
        mean += month[t] / MONTHS;
        slope += at * month[t];
        squares += at * at;
    }
    const double change = slope / squares * (MONTHS - 1);
    course->mean += mean;
    course->change += change;
    course->squares += change * change;
}

/* Whether it moves by more than a tenth of its mean, and not by chance: by Student's t with the
 * standard error that the replicates give. */
static bool moves(const struct course *course, uint32_t replicates, double room)
{
    const double n = replicates;
    const double mean = course->mean / n, change = course->change / n;
    const double spread = fmax(0, course->squares / n - change * change) / (n - 1);
    const double noise = gsl_cdf_tdist_Qinv(BY_CHANCE, n - 1) * sqrt(spread);
    return fabs(change) > 0.1 * fabs(mean) + noise + room + 1e-12;
}

/* One replicate, added to courses[series]. */
static void run_year(const struct scenario *scenario, uint32_t replicate, struct observation *seen,
                     struct course **courses)
{
    struct spel_error error;
    struct spel_model *model = spel_model_create(scenario, replicate, &error);
    assert_non_null(model);
    assert_true(observation_init(seen, model, &error));
    double(*values)[MONTHS] = calloc(seen->total, sizeof *values);
    if (!*courses)
        *courses = calloc(seen->total, sizeof **courses);
    assert_non_null(values);
    assert_non_null(*courses);
    for (int month = 0; month < MONTHS; month++) {
        spel_model_step(model);
        observation_measure(seen, model);
        for (size_t i = 0; i < seen->total; i++)
            values[i][month] = (double)seen->values[i];
    }
    for (size_t i = 0; i < seen->total; i++)
        add_year(&(*courses)[i], values[i]);
    free(values);
    spel_model_free(model);
}

/* Tells of those that move, and returns how many they are. */
static size_t count_moving(const struct observation *seen, const struct course *courses,
                           uint32_t replicates)
{
    size_t moving = 0, judged = 0;
    for (size_t v = 0; v < variable_count; v++) {
        if (is_account(variables[v].name))
            continue;
        for (size_t i = 0; i < seen->length[v]; i++, judged++) {
            const struct course *course = &courses[seen->offset[v] + i];
            if (!moves(course, replicates, room_of(variables[v].name)))
                continue;
            print_error("%s %zu: mean %g, change %g\n", variables[v].name, i,
                        course->mean / replicates, course->change / replicates);
            moving++;
        }
    }
    assert_true(judged > 150);
    return moving;
}

static void is_at_rest(const char *place, const char *scale, uint32_t replicates)
{
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    const char *const settings[] = {place, scale, "record.neighbourhoods=no",
                                    "record.organisations=no"};
    struct scenario scenario;
    struct observation seen;
    struct spel_error error;
    struct course *courses = NULL;
    if (!scenario_read(&scenario, "baseline", settings, 4, folders, &error))
        fail_msg("%s", error.text);
    for (uint32_t r = 0; r < replicates; r++) {
        run_year(&scenario, r, &seen, &courses);
        if (r + 1 < replicates)
            observation_clear(&seen);
    }
    assert_int_equal(count_moving(&seen, courses, replicates), 0);
    free(courses);
    observation_clear(&seen);
    scenario_clear(&scenario);
}

/* As a long test of the whole town, and twice as often. */
static bool in_full;

static void no_series_moves_by_more_than_a_tenth_in_the_first_year(void **state)
{
    (void)state;
    is_at_rest("place.municipality='s-Hertogenbosch",
               in_full ? "place.scale=1" : "place.scale=0.25", in_full ? 24 : 12);
}

static void no_series_of_a_rural_place_does_either(void **state)
{
    (void)state;
    is_at_rest("place.municipality=Aa en Hunze", "place.scale=1", in_full ? 24 : 12);
}

/* Twelve replicates about 100 that change by so much, in turn more and less by `spread`, and jump
 * up and down from month to month. */
static bool is_noticed(double change, double spread)
{
    struct course course = {0, 0, 0};
    for (int r = 0; r < 12; r++) {
        double month[MONTHS];
        const double own = change + (r % 2 ? spread : -spread);
        for (int t = 0; t < MONTHS; t++)
            month[t] = 100 + own * (t / (MONTHS - 1.0) - 0.5) + ((t + r) % 2 ? 1 : -1);
        add_year(&course, month);
    }
    return moves(&course, 12, 0);
}

/* The judgement itself can fail. By t with eleven degrees, 5.45, and a standard error of
 * spread / sqrt(11). */
static void what_moves_is_told_from_noise(void **state)
{
    (void)state;
    assert_true(is_noticed(20, 0));
    assert_true(is_noticed(-20, 0));
    assert_true(is_noticed(20, 5));
    assert_false(is_noticed(20, 8));
    assert_false(is_noticed(5, 0));
    assert_false(is_noticed(0, 50));
}

/* About nothing there is no tenth: what always moves by as much is noticed, but for its room. */
static void what_is_about_nothing_may_move_by_its_room(void **state)
{
    (void)state;
    struct course course = {0, 0, 0};
    const double month[MONTHS] = {-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6};
    for (int r = 0; r < 12; r++)
        add_year(&course, month);
    assert_true(moves(&course, 12, 0));
    assert_true(moves(&course, 12, 10));
    assert_false(moves(&course, 12, 15));
}

int main(int count, char **words)
{
    in_full = long_asked(count, words);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_series_moves_by_more_than_a_tenth_in_the_first_year),
        cmocka_unit_test(no_series_of_a_rural_place_does_either),
        cmocka_unit_test(what_moves_is_told_from_noise),
        cmocka_unit_test(what_is_about_nothing_may_move_by_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
