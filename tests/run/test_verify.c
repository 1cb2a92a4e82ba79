#include "support/place.h"

#include <hdf5.h>
#include <string.h>

#include "output/system.h"
#include "run/trial.h"
#include "run/verify.h"

static void a_file_verifies_from_itself_alone(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    assert_int_equal(verify_file(place->whole, -1, &options, &report, &place->error),
                     VERIFY_AGREES);
    assert_int_equal(report.runs, 2);
    assert_int_equal(report.digests, 6); /* two Januaries and the last month */
    assert_int_equal(verify_file(place->whole, 1, &options, &report, &place->error), VERIFY_AGREES);
    assert_int_equal(report.runs, 1);
    assert_int_equal(verify_file(place->whole, 2, &options, &report, &place->error),
                     VERIFY_REFUSED);
    assert_non_null(strstr(place->error.text, "run 2: the file has 0 to 1"));
}

/* Writes one text over the text of a dataset, or of an attribute of the root. */
static void overwrite(const char *path, const char *dataset, const char *attribute,
                      const char *text)
{
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t object =
        dataset ? H5Dopen2(file, dataset, H5P_DEFAULT) : H5Aopen(file, attribute, H5P_DEFAULT);
    const hid_t type = dataset ? H5Dget_type(object) : H5Aget_type(object);
    const char *texts[16] = {text, text, text, text, text, text};
    assert_true((dataset ? H5Dwrite(object, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts)
                         : H5Awrite(object, type, texts)) >= 0);
    H5Tclose(type);
    H5Idec_ref(object);
    H5Fclose(file);
}

static void another_digest_is_found_out(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    place_copy(place);
    overwrite(place->out, "/runs/digests/digest", NULL, "0123456789abcdef0123456789abcdef");
    assert_int_equal(verify_file(place->out, -1, &options, &report, &place->error), VERIFY_DIFFERS);
    assert_int_equal(report.run, 0);
    assert_int_equal(report.month, 0);
    assert_string_equal(report.expected, "0123456789abcdef0123456789abcdef");
}

static void another_program_is_not_compared_with(void **state)
{
    struct place *place = *state;
    struct verify_report report;
    const struct run_options options = {.threads = 1};
    place_copy(place);
    overwrite(place->out, NULL, "source", "samenspel 0.0.1 (long ago)");
    assert_int_equal(verify_file(place->out, -1, &options, &report, &place->error),
                     VERIFY_OTHER_PROGRAM);
    assert_string_equal(report.program, "samenspel 0.0.1 (long ago)");
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
    assert_true(trial_run(&trial, &place->scenario, 1, 1, &place->error));
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
        PLACE_TEST(another_digest_is_found_out),
        PLACE_TEST(another_program_is_not_compared_with),
        PLACE_TEST(a_part_file_is_not_verified),
        PLACE_TEST(a_trial_writes_nothing_and_says_what_to_expect),
    };
    return cmocka_run_group_tests(tests, place_begin_run, place_end);
}
