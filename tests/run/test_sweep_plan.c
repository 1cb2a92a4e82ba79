/* How many runs of a sweep go on at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/system.h"
#include "run/sweep_plan.h"

static const double plenty = 1e12;

static void small_runs_go_one_a_thread(void **state)
{
    (void)state;
    assert_int_equal(sweep_workers_within(2000, 1000000, 8, plenty), 8);
    assert_int_equal(sweep_workers_within(2000, 1000000, 1, plenty), 1);
}

static void a_large_run_has_all_threads(void **state)
{
    (void)state;
    assert_int_equal(sweep_workers_within(1000000, 300000000, 8, plenty), 1);
}

/* A run takes twice its state, and all together at most 0.6 of what is free. */
static void as_many_go_as_there_is_memory_for(void **state)
{
    (void)state;
    assert_int_equal(sweep_workers_within(2000, 1000000, 8, 10.1e6), 3);
    assert_int_equal(sweep_workers_within(2000, 1000000, 8, 1e6), 1);
    assert_int_equal(sweep_workers_within(2000, 0, 8, 100), 8);
}

static void processes_on_one_machine_share_its_memory(void **state)
{
    (void)state;
    const double memory = system_memory_free();
    assert_true(memory > 0);
    const struct sweep_made made = {.residents = 2000, .state = (uint64_t)(memory / 40)};
    const size_t alone = sweep_workers(&made, 64, 1), beside = sweep_workers(&made, 64, 4);
    assert_in_range(alone, 6, 18);
    assert_in_range(beside, 1, alone / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_runs_go_one_a_thread),
        cmocka_unit_test(a_large_run_has_all_threads),
        cmocka_unit_test(as_many_go_as_there_is_memory_for),
        cmocka_unit_test(processes_on_one_machine_share_its_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
