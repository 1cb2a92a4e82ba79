#include "support/place.h"

#include "base/memory.h"
#include "output/system.h"

/* A village in which every allocation is tried, or nearly: steps grow slowly. */
static const char *const village[] = {"place.scale=0.002",          "time.months=2",
                                      "runs.replicates=1",          "record.panel=2",
                                      "record.snapshots=[2015-01]", NULL};

static void little_village(struct place *place)
{
    scenario_clear(&place->scenario);
    if (!little_scenario(&place->scenario, village, &place->error))
        fail_msg("%s", place->error.text);
}

static void no_allocation_that_fails_leaves_half_a_file(void **state)
{
    struct place *place = *state;
    enum run_outcome outcome = RUN_BROKEN;
    size_t failed = 0;
    little_village(place);
    for (size_t n = 1; outcome != RUN_DONE; n += 1 + n / 16) {
        struct run_options options = place_options(place, place->out);
        options.resume = true;
        options.threads = 1;
        memory_fail_after(n);
        outcome = run_scenario(&place->scenario, &options, &place->error);
        memory_fail_after(0);
        if (outcome == RUN_DONE)
            break;
        assert_true(outcome == RUN_BROKEN || outcome == RUN_STOPPED);
        assert_int_equal(place->error.code, SPEL_ERROR_MEMORY);
        assert_false(system_exists(place->out));
        failed++;
    }
    assert_true(failed > 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(no_allocation_that_fails_leaves_half_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
