/* The public face of the library. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <samenspel.h>

#include "base/memory.h"

enum { LONGEST_PATH = 4096 };

static const char *const few[] = {"place.scale=0.02", "time.months=3"};

static struct spel_run *few_residents(uint32_t replicate, struct spel_error *error)
{
    char path[LONGEST_PATH];
    snprintf(path, sizeof path, "%s/baseline.yaml", getenv("SAMENSPEL_SCENARIOS"));
    return spel_run_create(path, few, 2, replicate, error);
}

static void two_runs_beside_each_other_do_not_touch(void **state)
{
    (void)state;
    struct spel_error error;
    char digests[3][SPEL_DIGEST_TEXT];
    struct spel_run *first = few_residents(0, &error);
    struct spel_run *second = few_residents(0, &error);
    struct spel_run *other = few_residents(1, &error);
    assert_true(first && second && other);
    spel_run_step(first);
    spel_run_step(other);
    spel_run_step(first);
    spel_run_step(second);
    spel_run_step(other);
    spel_run_step(second);
    spel_run_digest(first, digests[0]);
    spel_run_digest(second, digests[1]);
    spel_run_digest(other, digests[2]);
    assert_string_equal(digests[0], digests[1]);
    assert_string_not_equal(digests[0], digests[2]);
    spel_run_free(first);
    spel_run_free(second);
    spel_run_free(other);
}

static void months_are_counted_and_asked_for(void **state)
{
    (void)state;
    struct spel_error error;
    struct spel_run *run = few_residents(0, &error);
    assert_non_null(run);
    assert_int_equal(spel_run_month(run), 0);
    assert_int_equal(spel_run_months(run), 3);
    spel_run_step(run);
    assert_int_equal(spel_run_month(run), 1);
    spel_run_free(run);
}

static void a_variable_has_values_and_what_is_none_has_not(void **state)
{
    (void)state;
    struct spel_error error;
    size_t count = 99;
    struct spel_run *run = few_residents(0, &error);
    assert_non_null(run);
    spel_run_step(run);
    const float *residents = spel_run_values(run, "residents", &count);
    assert_non_null(residents);
    assert_int_equal(count, 1);
    assert_true(residents[0] > 1000 && residents[0] < 10000);
    assert_null(spel_run_values(run, "resident", &count));
    assert_int_equal(count, 0);
    spel_run_free(run);
}

static void what_is_wrong_is_said_and_nothing_is_left(void **state)
{
    (void)state;
    struct spel_error error;
    assert_null(spel_run_create("nowhere.yaml", NULL, 0, 0, &error));
    assert_int_equal(error.code, SPEL_ERROR_FILE);
    assert_non_null(strstr(error.text, "nowhere.yaml"));
    assert_null(spel_run_create("nowhere.yaml", NULL, 0, 0, NULL));
    spel_run_free(NULL);
}

/* The first allocations one by one, the later ones in strides: what follows
 * them is the business of the floors below, which have tests of their own. */
static void memory_may_fail_at_any_moment(void **state)
{
    (void)state;
    struct spel_error error;
    size_t failures = 0;
    for (size_t calls = 1;; calls += calls < 40 ? 1 : calls / 8) {
        memory_fail_after(calls);
        struct spel_run *run = few_residents(0, &error);
        memory_fail_after(0);
        if (run) {
            spel_run_free(run);
            break;
        }
        assert_int_equal(error.code, SPEL_ERROR_MEMORY);
        failures++;
    }
    assert_true(failures > 20);
}

static void it_knows_its_version(void **state)
{
    (void)state;
    assert_int_equal(strncmp(spel_version(), "0.", 2), 0);
    assert_true(strlen(spel_revision()) >= 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_runs_beside_each_other_do_not_touch),
        cmocka_unit_test(months_are_counted_and_asked_for),
        cmocka_unit_test(a_variable_has_values_and_what_is_none_has_not),
        cmocka_unit_test(what_is_wrong_is_said_and_nothing_is_left),
        cmocka_unit_test(memory_may_fail_at_any_moment),
        cmocka_unit_test(it_knows_its_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
