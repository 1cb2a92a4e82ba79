/* A model is made whole or not at all, and is the same however it is run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <omp.h>

#include "base/memory.h"
#include "support/village.h"

static void whichever_allocation_fails_there_is_no_model_and_it_is_said(void **state)
{
    (void)state;
    struct scenario scenario;
    struct spel_model *model = NULL;
    size_t failures = 0;
    village_scaled(&scenario, 0.02,
                   "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n");
    while (!model) {
        struct spel_error error;
        error_clear(&error);
        memory_fail_after(failures + 1);
        model = spel_model_create(&scenario, 0, &error);
        memory_fail_after(0);
        if (model)
            break;
        failures++;
        if (error.code != SPEL_ERROR_MEMORY || strncmp(error.text, "no memory", 9) != 0)
            fail_msg("allocation %zu: %s", failures, error.text);
    }
    /* Every column is an allocation: else few were made to fail. */
    assert_in_range(failures, 100, 1000);
    spel_model_free(model);
    spel_model_free(NULL);
    scenario_clear(&scenario);
}

/* The last column taken is followed by steps, so that a step that allocated
 * would be found out. */
static void a_month_takes_no_memory(void **state)
{
    (void)state;
    struct village village;
    struct spel_error error;
    village_settle(&village, NULL);
    memory_fail_after(1);
    village_run(&village, 13);
    void *memory = memory_take(1, 1, &error); /* the first to ask since then */
    memory_fail_after(0);
    assert_null(memory);
    village_clear(&village);
}

/* Nobody judges in the first month what was experienced before it: that would be years of cases at
 * once. */
static void cases_before_the_first_month_count_as_judged(void **state)
{
    (void)state;
    struct village village;
    size_t over = 0;
    village_settle(&village, NULL);
    const struct needs *needs = &village.model->world.needs;
    const struct blocks *blocks = &village.model->world.blocks;
    const double term = village.scenario.params.trust.term;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t row = blocks->first_row[b]; row < blocks->first_row[b] + blocks->row_count[b];
             row++)
            if (needs->flags[row] & NEED_HELPED || needs->waiting[row] > term) {
                assert_true(needs->flags[row] & NEED_TERM_JUDGED);
                over++;
            }
    assert_in_range(over, 100, 100000);
    village_clear(&village);
}

static void two_runs_of_one_scenario_are_the_same(void **state)
{
    (void)state;
    struct village one, other;
    village_settle(&one, NULL);
    village_settle(&other, NULL);
    for (int month = 0; month < 13; month++) {
        assert_true(village_same(&one, &other));
        village_run(&one, 1);
        assert_false(village_same(&one, &other));
        village_run(&other, 1);
    }
    village_clear(&one);
    village_clear(&other);
}

static struct digest digest_of_run(const char *more, int threads, uint32_t months)
{
    struct village village;
    const int before = omp_get_max_threads();
    omp_set_num_threads(threads);
    village_settle(&village, more);
    village_run(&village, months);
    const struct digest digest = spel_model_digest(village.model);
    village_clear(&village);
    omp_set_num_threads(before);
    return digest;
}

/* With everything that can be on, and more staff asked than there is. */
static void the_months_are_the_same_on_any_number_of_threads(void **state)
{
    (void)state;
    static const char busy[] =
        "knobs: {informal: 0.9, formal: 0.8, organisation: 1, learning: 0.7}\n"
        "schedule:\n- {from: 2015-04, set: {steering.all: 0.9, needs.onset_factor.social: 1.3}}\n";
    const struct digest one = digest_of_run(busy, 1, 14);
    for (int threads = 2; threads <= 8; threads++) {
        const struct digest more = digest_of_run(busy, threads, 14);
        assert_memory_equal(&one, &more, sizeof one);
    }
}

/* What is run beforehand shares no chance with what is run. */
static void the_run_in_changes_no_draw_of_the_first_month(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, NULL);
    assert_int_equal(village.model->done, 0);
    assert_int_equal(village.model->now.month, 0);
    const struct philox_key key = stream_key(village.scenario.seed, 0);
    assert_memory_equal(&village.model->now.key, &key, sizeof key);
    village_run(&village, 1);
    assert_int_equal(village.model->now.month, 1);
    assert_memory_equal(&village.model->now.key, &key, sizeof key);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whichever_allocation_fails_there_is_no_model_and_it_is_said),
        cmocka_unit_test(a_month_takes_no_memory),
        cmocka_unit_test(cases_before_the_first_month_count_as_judged),
        cmocka_unit_test(two_runs_of_one_scenario_are_the_same),
        cmocka_unit_test(the_months_are_the_same_on_any_number_of_threads),
        cmocka_unit_test(the_run_in_changes_no_draw_of_the_first_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
