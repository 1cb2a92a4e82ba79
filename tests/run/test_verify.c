#include "support/place.h"

#include <string.h>

#include "output/system.h"
#include "run/trial.h"
#include "run/verify.h"

static void a_file_verifies_from_itself_alone(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    place_run(place, place->out, 2);
    const struct run_options options = {.threads = 1};
    assert_int_equal(verify_file(place->out, -1, &options, &report, &place->error), VERIFY_AGREES);
    assert_int_equal(report.replicates, 2);
    assert_int_equal(report.digests, 6); /* two Januaries and the last month */
    assert_int_equal(verify_file(place->out, 1, &options, &report, &place->error), VERIFY_AGREES);
    assert_int_equal(report.replicates, 1);
    assert_int_equal(verify_file(place->out, 2, &options, &report, &place->error), VERIFY_REFUSED);
    assert_non_null(strstr(place->error.text, "run 2: the file has 0 to 1"));
}

static void a_part_file_is_not_verified(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    place_stop(place, 4);
    assert_int_equal(verify_file(place->part, -1, &options, &report, &place->error),
                     VERIFY_REFUSED);
    assert_non_null(strstr(place->error.text, "not finished"));
}

static void a_trial_writes_nothing_and_says_what_to_expect(void **state)
{
    struct place *place = *state;
    struct trial trial;
    assert_true(trial_run(&trial, &place->scenario, 1, &place->error));
    assert_int_equal(trial.runs, 2);
    assert_int_equal(trial.months, 14);
    assert_true(trial.residents > 1000 && trial.seconds > 0);
    assert_true(trial.memory > 1000000 && trial.disk > 1000000);
    assert_false(system_exists(place->out) || system_exists(place->part));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_file_verifies_from_itself_alone),
        PLACE_TEST(a_part_file_is_not_verified),
        PLACE_TEST(a_trial_writes_nothing_and_says_what_to_expect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
