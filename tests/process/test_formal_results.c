/* What a result is paid as: the hours that results have taken of late. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_pay.h"
#include "process/formal_village.h"
#include "world/results.h"

/* (4,000 + 10 x 100)/(40 + 10); and none seen is the usual to the last digit. */
static void few_results_are_believed_less_than_many(void **state)
{
    (void)state;
    assert_float_equal(results_hours(4000, 40, 100, 10), 100, 1e-9);
    assert_float_equal(results_hours(4000, 10, 100, 10), 250, 1e-9);
    assert_float_equal(results_hours(400, 1, 100, 10), 1400 / 11.0, 1e-9);
    for (double usual = 100; usual < 200; usual += 0.37)
        assert_true(results_hours(0, 0, usual, 10) == usual);
}

/* In a month without results: 1,100 hours that 20 took, of which the memory keeps a half, and what
 * is paid now, on 10 + 10 results; and where none was ever seen the usual figure, and more. */
static void a_result_is_paid_as_what_results_took(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    double paid[2] = {0};
    agree(0.5);
    params()->result_memory = 2;
    params()->result_weight = 10;
    params()->result_hours[DEBT] = params()->result_hours[CARE] = 100;
    n->hours_seen[DEBT * CONTRACT_SLOTS] = 1100;
    n->results_seen[DEBT * CONTRACT_SLOTS] = 20;
    support_month();
    for (size_t k = 0; k < n->count; k++) {
        paid[0] += (double)n->paid[k * DOMAINS + DEBT];
        paid[1] += (double)n->paid[k * DOMAINS + CARE];
    }
    assert_true(paid[0] > 10 && paid[1] > 10);
    const float *hours = world_now()->municipalities.result_hours;
    assert_float_equal(hours[DEBT], (550 + paid[0] + 1000) / 20, 1e-3);
    assert_float_equal(hours[CARE], (paid[1] + 1000) / 10, 1e-3);
}

static void every_result_is_seen_on_whatever_terms(void **state)
{
    (void)state;
    size_t n;
    uint32_t provider;
    agree(0);
    const uint32_t row = served_case(&n, &provider);
    const size_t at = (n * DOMAINS + world_now()->needs.domain[row]) * CONTRACT_SLOTS +
                      world_now()->needs.provider[row];
    end_by_help(row);
    support_month();
    assert_float_equal(world_now()->neighbourhoods.results_seen[at], 1, 1e-6);
}

/* Half a year of the whole model leaves what a result is paid as near what was seen. */
static void a_run_pays_results_as_what_they_took(void **state)
{
    (void)state;
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    double hours = 0, results = 0;
    village_run(&village, 6);
    for (size_t c = 0; c < n->count * CONTRACTS; c++)
        if (c % CONTRACTS / CONTRACT_SLOTS == YOUTH) {
            hours += (double)n->hours_seen[c];
            results += (double)n->results_seen[c];
        }
    assert_true(results > 1);
    assert_float_equal(world_now()->municipalities.result_hours[YOUTH],
                       (hours + params()->result_weight * params()->result_hours[YOUTH]) /
                           (results + params()->result_weight),
                       0.01);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle_paid_by_hours, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_results_are_believed_less_than_many),
        IN_VILLAGE(a_result_is_paid_as_what_results_took),
        IN_VILLAGE(every_result_is_seen_on_whatever_terms),
        IN_VILLAGE(a_run_pays_results_as_what_they_took),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
