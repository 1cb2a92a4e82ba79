/* When memory runs out while a scenario is read, at whatever moment, that is said and
 * nothing is left behind. */
#include "params/given.h"

#include "base/memory.h"

static void every_allocation_may_fail(void **state)
{
    (void)state;
    static const struct scenario nothing;
    given_file("s.yaml",
               HEAD PLACE "based_on: ground\ntitle: {nl: a}\nschedule:\n"
                          "- {from: 2016-01, set: {levers.outreach: 1}, only: "
                          "{neighbourhoods: [WK019310]}}\nrecord: {snapshots: [2016-01]}\n");
    given_file("ground.yaml", HEAD "history: 0.1\n");
    bool fine = false;
    size_t failures = 0;
    while (!fine) {
        struct scenario scenario;
        struct spel_error error;
        memory_fail_after(failures + 1);
        fine = given_read(&scenario, "s.yaml", "trust.gain=0.1", &error);
        memory_fail_after(0);
        if (fine) {
            scenario_clear(&scenario);
        } else {
            failures++;
            if (error.code != SPEL_ERROR_MEMORY || error.count != 1 ||
                strncmp(error.text, "no memory", 9) != 0)
                fail_msg("allocation %zu: %s", failures, error.text);
            assert_memory_equal(&scenario, &nothing, sizeof nothing);
        }
    }
    /* Else nothing was made to fail, and nothing was tried. */
    assert_in_range(failures, 30, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail)};
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
