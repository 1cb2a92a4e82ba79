#include "support/place.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "output/system.h"

static void assert_refused(struct place *place, const struct run_options *options,
                           const char *sentence)
{
    assert_int_equal(run_scenario(&place->scenario, options, &place->error), RUN_REFUSED);
    if (!strstr(place->error.text, sentence))
        fail_msg("'%s' is not in '%s'", sentence, place->error.text);
}

static void another_scenario_does_not_go_on_with_a_checkpoint(void **state)
{
    struct place *place = *state;
    static const char *const settings[] = {"trust.loss_gain_ratio=3.5", NULL};
    place_stop(place, 4);
    scenario_clear(&place->scenario);
    assert_true(little_scenario(&place->scenario, settings, &place->error));
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_refused(place, &options, "loss_gain_ratio: 3.5");
    assert_true(system_exists(place->checkpoint));
}

static void a_damaged_checkpoint_is_refused(void **state)
{
    struct place *place = *state;
    place_stop(place, 4);
    assert_int_equal(truncate(place->checkpoint, 5000), 0);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_refused(place, &options, "damaged");
}

static void an_existing_file_is_not_overwritten(void **state)
{
    struct place *place = *state;
    FILE *file = fopen(place->out, "w");
    fputs("dear", file);
    fclose(file);
    struct run_options options = place_options(place, place->out);
    assert_refused(place, &options, "exists; --force overwrites it");
    options.resume = true;
    assert_refused(place, &options, "exists, and is another run's");
    assert_false(system_exists(place->part));
    options.resume = false;
    options.force = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_DONE);
}

static void an_unfinished_run_is_not_begun_anew_unasked(void **state)
{
    struct place *place = *state;
    place_stop(place, 4);
    struct run_options options = place_options(place, place->out);
    assert_refused(place, &options, "there is an unfinished run");
    options.force = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_DONE);
}

static void going_on_with_what_is_finished_does_nothing(void **state)
{
    struct place *place = *state;
    place_run(place, place->out, 2);
    struct run_options options = place_options(place, place->out);
    options.resume = true;
    assert_int_equal(run_scenario(&place->scenario, &options, &place->error), RUN_WAS_DONE);
}

static void a_folder_that_is_not_there_is_refused(void **state)
{
    struct place *place = *state;
    little_path(place->folder, "nowhere/out.h5", place->other);
    struct run_options options = place_options(place, place->other);
    assert_refused(place, &options, "No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(another_scenario_does_not_go_on_with_a_checkpoint),
        PLACE_TEST(a_damaged_checkpoint_is_refused),
        PLACE_TEST(an_existing_file_is_not_overwritten),
        PLACE_TEST(an_unfinished_run_is_not_begun_anew_unasked),
        PLACE_TEST(going_on_with_what_is_finished_does_nothing),
        PLACE_TEST(a_folder_that_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
