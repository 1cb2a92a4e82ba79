/* The first day is at rest: in the first year of the baseline no series of the
 * municipality moves by more than a tenth, in 's-Hertogenbosch and in Aa en Hunze,
 * of which several replicates are averaged. A trend is fitted to the twelve
 * months, so that what is counted in few cases is judged by its noise. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/model.h"
#include "observe/variables.h"
#include "support/long.h"

enum { MONTHS = 12 };

/* Accounts of the running year: they begin at nothing each January. */
static const char *const accounts[] = {
    "budget_left",           "budget_moved",           "budget_refused",
    "budget_left_by_domain", "budget_moved_by_domain", "budget_refused_by_domain"};

/* What is near nothing may move by so much of its own unit. */
static const struct {
    const char *name;
    double room;
} small[] = {
    {"history", 0.05},      /* on a scale from -1 to 1 */
    {"vision_cause", 0.05}, /* on the same scale: where talks leave one party */
    {"vision_result", 0.05},
    {"requests_answered_share", 0.1}, /* of some thirty requests a year */
    {"burnout_share", 5e-4},          /* of some dozens of people */
    {"gain_return_low_income", 1e-4}, /* self-reliance, a month */
    {"gain_return_other_income", 1e-4},
    {"waiting_months_by_domain", 3}, /* of few who wait in a domain, some for years */
    {"strained_share", 0.005},       /* of carers */
    {"pay_surcharge", 0.15},         /* a running mean that begins at nothing */
    {"fallen_between", 0.5},         /* cases */
    {"fallen_between_by_domain", 0.5},
    {"share_commissioned_supplier", 0.05}, /* of some dozens of institutions */
    {"share_directed_chain", 0.05},
    {"share_supported_loner", 0.05},
    {"share_co_producer", 0.05},
    {"share_between_quadrants", 0.05},
    {"margin_mean", 0.03},      /* a few per cent of income, of which half is paid by results */
    {"contracts_changed", 1.5}, /* of some seven that are placed in a month */
    {"contracts_placed", 3},
    {"contracts_vacant", 0.02},
    {"institutions_begun", 0.5}, /* one or two a year */
    {"institutions_ended", 0.5},
    {"rivals_parted", 0.5},
    {"initiative_hours_by_domain", 60}, /* of one to five initiatives in a domain */
    {"needs_ended_by_help", 10},        /* of some two hundred */
    {"needs_ended_by_help_by_domain", 5},
    {"paid_for_results_by_domain", 3e4}, /* the pay of a few results in a domain */
    {"spending_by_domain", 3e4},
    {"entrepreneurs_ended", 1}, /* one now and then */
    {"entrepreneurs_begun", 1},
    {"jobs_found", 2},
    {"practices_tried", 2},
    {"practices_kept", 2},
    {"practice_mean", 0.02}, /* by a few trials that are kept, about 0 */
    {"practice_mean_by_domain", 0.05},
    {"places_filled_by_domain", 3}, /* of a dozen */
    {"place_hours", 8},             /* of some fifteen people, who had no place long before */
    {"place_hours_by_domain", 8},
    {"entrepreneur_engagement", 0.05}, /* a decision, by steps of 0.15 once a year */
    {"incidents", 0.5},                /* one now and then */
    {"incidents_by_domain", 0.5},
    {"challenges_made", 0.5}, /* a few a year */
    {"challenges_won", 0.5},
    {"challenges_refused", 0.5},
    {"friction_voiced", 60}, /* goes by the vision of one municipality, now and then a new one */
    {"initiative_contracts", 1}, /* begins at none: one or two are won in a year */
    {"initiative_share", 0.001}, /* of one or two initiatives in a village */
    {"initiative_members", 0.5}, /* per 1,000 residents */
    {"initiative_energy", 0.15},
    {"initiative_offered", 40},
    {"initiative_grants", 200},
    {"collaborations_lost", 0.5}, /* one in two months */
};

static bool is_account(const char *name)
{
    for (size_t a = 0; a < sizeof accounts / sizeof *accounts; a++)
        if (strcmp(name, accounts[a]) == 0)
            return true;
    return false;
}

/* A share by domain rests on few cases: two points. */
static double room_of(const struct variable *variable)
{
    for (size_t s = 0; s < sizeof small / sizeof *small; s++)
        if (strcmp(variable->name, small[s].name) == 0)
            return small[s].room;
    return variable->axis_count == 2 && strcmp(variable->unit, "1") == 0 ? 0.02 : 0;
}

/* Mean, change over the year by a straight line, and twice its standard error. */
struct course {
    double mean, change, noise;
};

static struct course course_of(const double month[MONTHS])
{
    struct course course = {0, 0, 0};
    double slope = 0, squares = 0, rest = 0;
    for (int t = 0; t < MONTHS; t++)
        course.mean += month[t] / MONTHS;
    for (int t = 0; t < MONTHS; t++) {
        const double at = t - (MONTHS - 1) / 2.0;
        slope += at * (month[t] - course.mean);
        squares += at * at;
    }
    slope /= squares;
    for (int t = 0; t < MONTHS; t++)
        rest += pow(month[t] - course.mean - slope * (t - (MONTHS - 1) / 2.0), 2);
    course.change = slope * (MONTHS - 1);
    course.noise = 2 * sqrt(rest / (MONTHS - 2) / squares) * (MONTHS - 1);
    return course;
}

static void moves_little(const struct variable *variable, size_t at, const double month[MONTHS],
                         size_t *moving)
{
    const struct course course = course_of(month);
    const double room = 0.1 * fabs(course.mean) + course.noise + room_of(variable);
    if (fabs(course.change) <= room + 1e-12)
        return;
    print_error("%s %zu: mean %g, change %g, noise %g\n", variable->name, at, course.mean,
                course.change, course.noise);
    (*moving)++;
}

/* Adds the months of one replicate, over their number, to values[series]. */
static void run_year(const struct scenario *scenario, uint32_t replicate, uint32_t replicates,
                     struct observation *seen, double (**values)[MONTHS])
{
    struct spel_error error;
    struct spel_model *model = spel_model_create(scenario, replicate, &error);
    assert_non_null(model);
    assert_true(observation_init(seen, model, &error));
    if (!*values)
        *values = calloc(seen->total, sizeof **values);
    assert_non_null(*values);
    for (int month = 0; month < MONTHS; month++) {
        spel_model_step(model);
        observation_measure(seen, model);
        for (size_t i = 0; i < seen->total; i++)
            (*values)[i][month] += (double)seen->values[i] / replicates;
    }
    spel_model_free(model);
}

static void is_at_rest(const char *place, uint32_t replicates)
{
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    const char *const settings[] = {place, "record.neighbourhoods=no", "record.organisations=no"};
    struct scenario scenario;
    struct observation seen;
    struct spel_error error;
    double(*values)[MONTHS] = NULL;
    size_t moving = 0, judged = 0;
    if (!scenario_read(&scenario, "baseline", settings, 3, folders, &error))
        fail_msg("%s", error.text);
    for (uint32_t r = 0; r < replicates; r++) {
        run_year(&scenario, r, replicates, &seen, &values);
        if (r + 1 < replicates)
            observation_clear(&seen);
    }
    for (size_t v = 0; v < variable_count; v++)
        for (size_t i = 0; i < seen.length[v] && !is_account(variables[v].name); i++, judged++)
            moves_little(&variables[v], i, values[seen.offset[v] + i], &moving);
    assert_true(judged > 150);
    assert_int_equal(moving, 0);
    free(values);
    observation_clear(&seen);
    scenario_clear(&scenario);
}

/* Three as a long test: they take the longest. */
static uint32_t town_replicates = 2;

static void no_series_moves_by_more_than_a_tenth_in_the_first_year(void **state)
{
    (void)state;
    is_at_rest("place.municipality='s-Hertogenbosch", town_replicates);
}

static void no_series_of_a_rural_place_does_either(void **state)
{
    (void)state;
    is_at_rest("place.municipality=Aa en Hunze", 8);
}

/* The judgement itself can fail: a series that grows by a fifth is noticed, one
 * that jumps about is not. */
static void what_moves_is_told_from_noise(void **state)
{
    (void)state;
    double rising[MONTHS], jumping[MONTHS];
    for (int t = 0; t < MONTHS; t++) {
        rising[t] = 100 + 20.0 * t / (MONTHS - 1);
        jumping[t] = t % 2 ? 80 : 120;
    }
    const struct course up = course_of(rising), about = course_of(jumping);
    assert_float_equal(up.mean, 110, 1e-9);
    assert_float_equal(up.change, 20, 1e-9);
    assert_float_equal(up.noise, 0, 1e-6);
    assert_true(fabs(up.change) > 0.1 * up.mean + up.noise);
    assert_true(fabs(about.change) <= 0.1 * about.mean + about.noise);
}

int main(int count, char **words)
{
    town_replicates = long_asked(count, words) ? 3 : town_replicates;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_series_moves_by_more_than_a_tenth_in_the_first_year),
        cmocka_unit_test(no_series_of_a_rural_place_does_either),
        cmocka_unit_test(what_moves_is_told_from_noise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
