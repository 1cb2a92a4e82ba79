#include "support/place.h"

#include <unistd.h>

#include "base/memory.h"
#include "model/model.h"
#include "output/hdf.h"
#include "output/system.h"
#include "support/same_contents.h"

static void the_contents_are_the_same_on_any_number_of_threads(void **state)
{
    struct place *place = *state;
    static const int threads[] = {2, 3, 8};
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        place_run(place, place->other, threads[t]);
        place_assert_same(place->whole, place->other);
        unlink(place->other);
    }
}

static void another_seed_gives_other_contents(void **state)
{
    struct place *place = *state;
    char sentence[1200];
    place->scenario.seed++;
    place_run(place, place->other, 2);
    assert_false(same_contents(place->whole, place->other, NULL, sentence, sizeof sentence));
}

static void only_the_finished_file_is_left(void **state)
{
    struct place *place = *state;
    place_run(place, place->out, 2);
    assert_true(system_exists(place->out));
    assert_false(system_exists(place->part));
    assert_false(system_exists(place->checkpoint));
}

static double number_in(struct hdf *hdf, const char *path)
{
    size_t count = 0;
    double *number = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *number, &count);
    assert_non_null(number);
    assert_int_equal(count, 1);
    const double found = number[0];
    memory_release(number);
    return found;
}

/* Apart from each other, and from the months of the run. */
static void the_file_says_how_long_the_first_day_and_the_run_in_took(void **state)
{
    struct place *place = *state;
    struct hdf hdf;
    assert_true(hdf_open(&hdf, place->whole, &place->error));
    assert_true(number_in(&hdf, "/provenance/settlement_seconds") > 0);
    assert_true(number_in(&hdf, "/provenance/burn_in_seconds") > 0);
    hdf_close(&hdf);
}

/* Stopped after every third month, until it is done. */
static void a_run_that_is_stopped_again_and_again_ends_with_the_same_contents(void **state)
{
    struct place *place = *state;
    enum run_outcome outcome = RUN_STOPPED;
    size_t times = 0;
    while (outcome == RUN_STOPPED) {
        struct run_options options = place_options(place, place->out);
        place->stop_after = 3;
        options.resume = true;
        options.threads = 1 + (int)(times % 3);
        outcome = run_scenario(&place->scenario, &options, &place->error);
        assert_true(outcome == RUN_DONE || system_exists(place->part));
        times++;
        assert_true(times < 20);
    }
    assert_int_equal(outcome, RUN_DONE);
    assert_true(times > 8);
    place_assert_same(place->out, place->whole);
}

/* Years, an election among them, in which much is under way at any time: trials, pilots,
 * initiatives that hold a contract. */
static void stir(struct scenario *scenario)
{
    struct params *p = &scenario->params;
    scenario->months = 42;
    scenario->replicates = 1;
    scenario->levers[EXPERIMENTATION] = scenario->levers[RULE_ROOM] = 1;
    scenario->lever_own[EXPERIMENTATION] = scenario->lever_own[RULE_ROOM] = true;
    p->steering.trial_rate = 0.5;
    p->steering.incident_rate = 20;
    p->initiatives.births_level = 0.003;
    p->initiatives.challenge = 20;
    p->practices.trial = 0.2;
}

/* What is under way when a run is stopped after every eighth month. */
static void under_way(const struct scenario *scenario, size_t count[4])
{
    struct spel_error error;
    struct spel_model *model = spel_model_create(scenario, 0, &error);
    assert_non_null(model);
    const struct world *world = &model->world;
    for (uint32_t month = 1; month <= scenario->months; month++) {
        spel_model_step(model);
        for (size_t at = 0; month % 8 == 0 && at < world->neighbourhoods.count * DOMAINS; at++) {
            count[0] += world->neighbourhoods.pilot[at] != PILOT_NONE;
            for (size_t k = 0; k < CONTRACT_SLOTS; k++) {
                const uint32_t holder = world->neighbourhoods.provider[at * CONTRACT_SLOTS + k];
                count[1] += holder != COLUMN_NONE &&
                            world->organisations.kind[holder] == ORGANISATION_INITIATIVE;
            }
        }
        for (size_t d = 0; month % 8 == 0 && d < DOMAINS; d++)
            count[2] += world->municipalities.trial[d] != 0;
        for (size_t at = 0; month % 8 == 0 && at < world->organisations.count * DOMAINS; at++)
            count[3] += world->organisations.trial[at] > 0;
    }
    spel_model_free(model);
}

static void stopped_amid_trials_pilots_and_challenges_it_goes_on_the_same(void **state)
{
    struct place *place = *state;
    size_t count[4] = {0}, times = 0;
    stir(&place->scenario);
    under_way(&place->scenario, count);
    for (size_t k = 0; k < 4; k++)
        assert_in_range(count[k], 3, 10000);
    place_run(place, place->other, 2);
    enum run_outcome outcome = RUN_STOPPED;
    for (; outcome == RUN_STOPPED && times < 20; times++) {
        struct run_options options = place_options(place, place->out);
        place->stop_after = 8;
        options.resume = true;
        outcome = run_scenario(&place->scenario, &options, &place->error);
    }
    assert_int_equal(outcome, RUN_DONE);
    assert_in_range(times, 5, 19);
    place_assert_same(place->out, place->other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(the_contents_are_the_same_on_any_number_of_threads),
        PLACE_TEST(another_seed_gives_other_contents),
        PLACE_TEST(only_the_finished_file_is_left),
        PLACE_TEST(the_file_says_how_long_the_first_day_and_the_run_in_took),
        PLACE_TEST(a_run_that_is_stopped_again_and_again_ends_with_the_same_contents),
        PLACE_TEST(stopped_amid_trials_pilots_and_challenges_it_goes_on_the_same),
    };
    return cmocka_run_group_tests(tests, place_begin_run, place_end);
}
