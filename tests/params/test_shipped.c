/* The ready-made scenarios: no parameter outside its range, and one baseline under all patterns. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "params/scenario.h"
#include "params/table.h"

enum { PATH = 512, MOST = 100 };

typedef void visit_one(const struct scenario *scenario);

enum { USUAL, SIMPLE, COMPLEX, MIXES };
static struct scenario towns[MIXES];

static void read_named(struct scenario *scenario, const char *folder, const char *name)
{
    const char *top = getenv("SAMENSPEL_SCENARIOS");
    char path[PATH], patterns[PATH];
    struct spel_error error = {0};
    assert_non_null(top);
    snprintf(path, sizeof path, "%s/%s/%s", top, folder, name);
    snprintf(patterns, sizeof patterns, "%s/patterns", top);
    const char *const folders[] = {top, patterns, NULL};
    if (!scenario_read(scenario, path, NULL, 0, folders, &error))
        fail_msg("%s: %s", name, error.text);
}

/* Every scenario of a folder; how many there are. */
static size_t visit(const char *folder, visit_one *one)
{
    char path[PATH];
    snprintf(path, sizeof path, "%s/%s", getenv("SAMENSPEL_SCENARIOS"), folder);
    DIR *open = opendir(path);
    size_t count = 0;
    assert_non_null(open);
    for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
        const size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
            continue;
        struct scenario scenario;
        read_named(&scenario, folder, entry->d_name);
        one(&scenario);
        scenario_clear(&scenario);
        count++;
    }
    closedir(open);
    return count;
}

static void each_number(const struct scenario *scenario,
                        void (*act)(const struct scenario *scenario, const char *path,
                                    struct parameter_number number))
{
    for (size_t p = 0; p < parameter_count(); p++) {
        const struct parameter_number number = parameter_at(p);
        char path[PATH_TEXT];
        parameter_path(number.row, number.index, path);
        act(scenario, path, number);
    }
}

static void within(const struct scenario *scenario, const char *path,
                   struct parameter_number number)
{
    const double value = parameter_values_const(&scenario->params, number.row)[number.index];
    if (!(value >= number.row->min && value <= number.row->max))
        fail_msg("%s: %s = %g, outside [%g, %g]", scenario->name, path, value, number.row->min,
                 number.row->max);
}

static void has_all_within(const struct scenario *scenario)
{
    each_number(scenario, within);
    for (int l = 0; l < LEVERS; l++)
        assert_true(scenario->levers[l] >= 0 && scenario->levers[l] <= 1);
}

static void no_ready_made_scenario_has_a_parameter_outside_its_range(void **state)
{
    (void)state;
    assert_in_range(visit(".", has_all_within), 2, MOST);
    assert_in_range(visit("patterns", has_all_within), 30, MOST);
    assert_in_range(visit("calibration", has_all_within), 1, MOST);
    assert_in_range(visit("sweeps", has_all_within), 1, MOST);
}

/* What a pattern is about, where that is not a lever: how many initiatives there are to look at,
 * how large errors are that all neighbourhoods share. Not a coefficient of what follows. */
static const struct {
    const char *parameter, *scenario; /* how both begin */
} conditions[] = {
    {"initiatives.births", "accountability"},
    {"initiatives.births", "challenge"},
    {"steering.municipal_error", "start-"},
    {"steering.neighbourhood_error", "start-"},
};

/* Three mixes of needs there are: the usual, mostly simple, mostly complex. */
static bool is_of_the_mix(const char *path)
{
    return strncmp(path, "needs.onset_factor.", 19) == 0 ||
           strcmp(path, "needs.other_needs") == 0 || strcmp(path, "needs.household") == 0;
}

static double value_in(const struct scenario *scenario, struct parameter_number number)
{
    return parameter_values_const(&scenario->params, number.row)[number.index];
}

static bool may_differ(const struct scenario *scenario, const char *path,
                       struct parameter_number number)
{
    const double value = value_in(scenario, number);
    if (is_of_the_mix(path))
        return value == value_in(&towns[SIMPLE], number) ||
               value == value_in(&towns[COMPLEX], number);
    for (size_t c = 0; c < sizeof conditions / sizeof *conditions; c++)
        if (strcmp(path, conditions[c].parameter) == 0 &&
            strncmp(scenario->name, conditions[c].scenario, strlen(conditions[c].scenario)) == 0)
            return true;
    return false;
}

static void as_in_the_baseline(const struct scenario *scenario, const char *path,
                               struct parameter_number number)
{
    const double value = value_in(scenario, number), usual = value_in(&towns[USUAL], number);
    if (value != usual && !may_differ(scenario, path, number))
        fail_msg("%s: %s = %g, in the baseline %g", scenario->name, path, value, usual);
}

static void has_the_baseline(const struct scenario *scenario)
{
    each_number(scenario, as_in_the_baseline);
}

static void all_patterns_have_one_baseline_but_for_what_they_are_about(void **state)
{
    (void)state;
    assert_in_range(visit("patterns", has_the_baseline), 30, MOST);
}

static int read_towns(void **state)
{
    (void)state;
    read_named(&towns[USUAL], ".", "baseline.yaml");
    read_named(&towns[SIMPLE], "patterns", "town-simple.yaml");
    read_named(&towns[COMPLEX], "patterns", "town-complex.yaml");
    return 0;
}

static int clear_towns(void **state)
{
    (void)state;
    for (size_t k = 0; k < MIXES; k++)
        scenario_clear(&towns[k]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_ready_made_scenario_has_a_parameter_outside_its_range),
        cmocka_unit_test(all_patterns_have_one_baseline_but_for_what_they_are_about),
    };
    return cmocka_run_group_tests(tests, read_towns, clear_towns);
}
