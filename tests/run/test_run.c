#include "support/place.h"

#include <unistd.h>

#include "base/memory.h"
#include "output/hdf.h"
#include "output/system.h"
#include "support/same_contents.h"

static void the_contents_are_the_same_on_any_number_of_threads(void **state)
{
    struct place *place = *state;
    static const int threads[] = {2, 3, 8};
    place_run(place, place->out, 1);
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        place_run(place, place->other, threads[t]);
        place_assert_same(place->out, place->other);
        unlink(place->other);
    }
}

static void another_seed_gives_other_contents(void **state)
{
    struct place *place = *state;
    char sentence[1200];
    place_run(place, place->out, 2);
    place->scenario.seed++;
    place_run(place, place->other, 2);
    assert_false(same_contents(place->out, place->other, NULL, sentence, sizeof sentence));
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
    place_run(place, place->out, 1);
    assert_true(hdf_open(&hdf, place->out, &place->error));
    assert_true(number_in(&hdf, "/provenance/settlement_seconds") > 0);
    assert_true(number_in(&hdf, "/provenance/burn_in_seconds") > 0);
    hdf_close(&hdf);
}

/* Stopped after every third month, until it is done. */
static void a_run_that_is_stopped_again_and_again_ends_with_the_same_contents(void **state)
{
    struct place *place = *state;
    place_run(place, place->other, 2);
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
