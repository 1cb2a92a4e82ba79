/* What is off is not called in the run-in either: what it rests on does not matter then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "params/table.h"
#include "support/village.h"
#include "world/costs.h"

/* A process, and a parameter by which it works in the run-in; for each call of it one at least. */
static const struct {
    enum process off;
    const char *path;
    double value;
} rows[] = {
    {PROCESS_DEMOGRAPHY, "demography.long_term_care", 1},
    {PROCESS_DEMOGRAPHY, "demography.moving_factor", 2},
    {PROCESS_NEEDS, "needs.onset", 0.1},
    {PROCESS_INFORMAL_SUPPORT, "informal_support.reluctance", 0.9},
    {PROCESS_INFORMAL_SUPPORT, "informal_support.tie_fading", 0.9},
    {PROCESS_INTAKE, "intake.self_scaling", 0.9},
    {PROCESS_FORMAL_SUPPORT, "formal_support.result_hours", 50},
    {PROCESS_FORMAL_SUPPORT, "formal_support.supply", 0.1},
    {PROCESS_FORMAL_SUPPORT, "formal_support.shortfall", 0.5},
    {PROCESS_FORMAL_SUPPORT, "formal_support.link_growth", 0.9},
    {PROCESS_SELF_RELIANCE, "self_reliance.ended_event", 0.9},
    {PROCESS_SUPPORT_NETWORK, "support_network.rate", 1},
    {PROCESS_COLLABORATION_NETWORK, "collaboration_network.rate", 1},
    {PROCESS_INSTITUTIONS, "institutions.reserve", 1},
    {PROCESS_INSTITUTIONS, "institutions.patience", -1},
    {PROCESS_INSTITUTIONS, "institutions.renewal", 0.5},
    {PROCESS_ENTRY, "institutions.patience", -1},
    {PROCESS_ENTRY, "institutions.entry", 5},
    {PROCESS_ENTRY, "entrepreneurs.ruin", 1},
    {PROCESS_ENTREPRENEURS, "entrepreneurs.luck", 1},
    {PROCESS_ENTREPRENEURS, "entrepreneurs.place_capital", 500},
    {PROCESS_PRACTICES, "practices.trial", 0.5},
    {PROCESS_SHARED_VISION, "shared_vision.step", 0.9},
    {PROCESS_SHARED_VISION, "shared_vision.judgement", 0.9},
    {PROCESS_VISION_TO_CHOICE, "shared_vision.judgement", 0.9},
    {PROCESS_FINANCE, "finance.idle_cost", 0.9},
    {PROCESS_INITIATIVES, "initiatives.births", 0.002},
    {PROCESS_INITIATIVES, "initiatives.energy_wear", 0.9},
};
enum { ROWS = sizeof rows / sizeof *rows };

/* Of what does not run in: who challenges, and who chooses by what it brought, are left out. */
static const char *const unheard[] = {"trust.gain",          "history.pace",
                                      "steering.trial_rate", "initiatives.challenge",
                                      "institutions.habit",  "entrepreneurs.unit"};

/* And what it is like when it has run in, with all on or one process off. */
struct town {
    struct scenario scenario;
    struct digest usual[PROCESSES + 1];
    bool known[PROCESSES + 1];
};

/* A town with some of everything. */
static int begin(void **state)
{
    static struct town town;
    village_of(
        &town.scenario, "Zwolle", 0.15,
        "levers: {rule_room: 1, experimentation: 1}\n"
        "parameters: {settlement: {burn_in: 4, burn_in_organisations: 18},\n"
        "  support_network: {burn_in: 2}, initiatives: {births: 0.03, births_level: 0.5}}\n");
    *state = &town;
    return 0;
}

static int leave(void **state)
{
    struct town *town = *state;
    scenario_clear(&town->scenario);
    return 0;
}

static void set(struct params *params, const char *path, double value)
{
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const struct parameter *row = &parameter_groups[g]->rows[r];
            if (strcmp(row->path, path) != 0)
                continue;
            for (size_t i = 0; i < parameter_size(row); i++)
                parameter_values(params, row)[i] = value;
            return;
        }
    fail_msg("there is no %s", path);
}

/* The first day is drawn as ever: only then the parameter is another. */
static struct digest run_in(struct scenario *scenario, enum process off, const char *path,
                            double value)
{
    const struct params kept = scenario->params;
    struct spel_error error = {0};
    if (off < PROCESSES)
        scenario->process_off[off] = true;
    struct spel_model *model = model_settle(scenario, 0, &error);
    assert_non_null(model);
    if (path)
        set(&scenario->params, path, value);
    model_burn_in(model);
    const struct digest digest = spel_model_digest(model);
    spel_model_free(model);
    if (off < PROCESSES)
        scenario->process_off[off] = false;
    scenario->params = kept;
    return digest;
}

static bool matters(struct town *town, enum process off, const char *path, double value)
{
    if (!town->known[off])
        town->usual[off] = run_in(&town->scenario, off, NULL, 0);
    town->known[off] = true;
    const struct digest other = run_in(&town->scenario, off, path, value);
    return memcmp(&town->usual[off], &other, sizeof other) != 0;
}

static void a_process_that_is_off_is_not_called_in_the_run_in(void **state)
{
    struct town *town = *state;
    for (size_t r = 0; r < ROWS; r++) {
        if (!matters(town, PROCESSES, rows[r].path, rows[r].value))
            fail_msg("%s does not matter where %s is on", rows[r].path, process_names[rows[r].off]);
        if (matters(town, rows[r].off, rows[r].path, rows[r].value))
            fail_msg("%s matters without %s", rows[r].path, process_names[rows[r].off]);
    }
}

static void nobody_learns_challenges_or_judges_before_the_first_day(void **state)
{
    struct town *town = *state;
    for (size_t u = 0; u < sizeof unheard / sizeof *unheard; u++)
        if (matters(town, PROCESSES, unheard[u], 1.5))
            fail_msg("%s matters before the first day", unheard[u]);
}

/* How many of those that are there are set in their ways otherwise than usual. */
static size_t unusual(const struct scenario *scenario)
{
    struct spel_error error = {0};
    struct spel_model *model = model_settle(scenario, 0, &error);
    assert_non_null(model);
    const struct organisations *o = &model->world.organisations;
    size_t count = 0;
    for (uint32_t i = 0; i < o->count; i++)
        count += organisations_present(o, i) && o->routine[i] != (float)ROUTINE_USUAL;
    spel_model_free(model);
    return count;
}

static void without_institutions_routines_are_the_usual_on_the_first_day(void **state)
{
    struct town *town = *state;
    assert_true(unusual(&town->scenario) > 3);
    town->scenario.process_off[PROCESS_INSTITUTIONS] = true;
    assert_int_equal(unusual(&town->scenario), 0);
    town->scenario.process_off[PROCESS_INSTITUTIONS] = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_process_that_is_off_is_not_called_in_the_run_in),
        cmocka_unit_test(nobody_learns_challenges_or_judges_before_the_first_day),
        cmocka_unit_test(without_institutions_routines_are_the_usual_on_the_first_day),
    };
    return cmocka_run_group_tests(tests, begin, leave);
}
