/* How prevalence answers to the supply of formal help, when that is asked for. */
#include "run/supply_trial.h"

#include <math.h>
#include <string.h>

#include "model/model.h"
#include "output/heading.h"
#include "support/place.h"

/* A tenth less and a tenth more: 12% against 8% is ln(2/3) / ln(11/9). */
static void elasticity_is_the_slope_between_logarithms(void **state)
{
    (void)state;
    struct elasticity elasticity = {.known = true, .months = 12};
    for (size_t d = 0; d <= DOMAINS; d++)
        elasticity.less[d] = elasticity.more[d] = 0.1;
    elasticity.less[CARE] = 0.12;
    elasticity.more[CARE] = 0.08;
    elasticity.less[DEBT] = 0;
    assert_float_equal(elasticity_of(&elasticity, CARE), -2.0205, 1e-3);
    assert_float_equal(elasticity_of(&elasticity, WORK), 0, 1e-12);
    assert_true(isnan(elasticity_of(&elasticity, DEBT)));
    assert_int_equal(elasticity_warnings(&elasticity), 0);
    elasticity.more[CARE] = 0.06;
    assert_int_equal(elasticity_warnings(&elasticity), 1);
}

static void read_elasticity(const char *path, struct elasticity *elasticity)
{
    struct hdf hdf;
    struct heading heading;
    struct spel_error error = {.code = SPEL_FINE};
    assert_true(heading_open(&hdf, path, &heading, &error));
    elasticity_read(&hdf, elasticity);
    heading_clear(&heading);
    assert_true(hdf_close(&hdf));
}

static enum run_outcome run_elastic(struct place *place, const char *output)
{
    struct run_options options = place_options(place, output);
    options.elasticity = true;
    options.resume = true;
    return run_scenario(&place->scenario, &options, &place->error);
}

/* More formal help leaves fewer needs; who does not ask has no such group. */
static void the_file_has_it_when_it_was_asked_for(void **state)
{
    struct place *place = *state;
    struct elasticity elasticity;
    place->scenario.replicates = 1;
    assert_int_equal(run_elastic(place, place->out), RUN_DONE);
    read_elasticity(place->out, &elasticity);
    assert_true(elasticity.known);
    assert_int_equal(elasticity.months, place->scenario.months < 12 ? place->scenario.months : 12);
    double all = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        all += elasticity.less[d];
    assert_float_equal(elasticity.less[DOMAINS], all, 1e-9);
    assert_true(elasticity.less[DOMAINS] > elasticity.more[DOMAINS]);
    place_run(place, place->other, 2);
    read_elasticity(place->other, &elasticity);
    assert_false(elasticity.known);
}

/* What the shares say is what two runs with that parameter have. */
static void the_trial_is_two_runs_with_less_and_more_supply(void **state)
{
    struct place *place = *state;
    const struct run_options options = place_options(place, place->out);
    struct scenario less = place->scenario;
    struct elasticity elasticity;
    bool stopped = false;
    place->scenario.months = less.months = 1;
    assert_true(supply_trial(&elasticity, &place->scenario, &options, (struct run_progress){0}, 0,
                             &stopped, &place->error));
    less.params.formal_support.supply = 0.9;
    struct spel_model *model = spel_model_create(&less, 0, &place->error);
    assert_non_null(model);
    spel_model_step(model);
    double people = 0, needy = 0;
    for (size_t i = 0; i < model->world.residents.count; i++) {
        people += residents_present(&model->world.residents, i);
        needy += residents_present(&model->world.residents, i) &&
                 model->world.residents.needs[i] >> CARE & 1;
    }
    assert_float_equal(elasticity.less[CARE], needy / people, 1e-12);
    spel_model_free(model);
}

/* Stopped in the trial, the run goes on from where its months were done. */
static void a_trial_that_is_stopped_can_be_gone_on_with(void **state)
{
    struct place *place = *state;
    struct elasticity elasticity;
    place->scenario.replicates = 1;
    place->stop_after = place->scenario.months + 2;
    assert_int_equal(run_elastic(place, place->out), RUN_STOPPED);
    assert_non_null(strstr(place->error.text, "on the way to the elasticity"));
    place->stop_after = 0;
    assert_int_equal(run_elastic(place, place->out), RUN_DONE);
    read_elasticity(place->out, &elasticity);
    assert_true(elasticity.known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elasticity_is_the_slope_between_logarithms),
        PLACE_TEST(the_file_has_it_when_it_was_asked_for),
        PLACE_TEST(the_trial_is_two_runs_with_less_and_more_supply),
        PLACE_TEST(a_trial_that_is_stopped_can_be_gone_on_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
