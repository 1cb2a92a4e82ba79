#include "support/place.h"

#include <signal.h>
#include <sys/resource.h>

#include "output/system.h"

/* A file that HDF5 cannot close for want of room stays open in it: known to the
 * leak sanitizer by this name, and expected in this test alone. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libhdf5";
}

static void allow_bytes(rlim_t bytes)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* A file that may not grow further is refused like a disk without room. */
static void a_full_disk_stops_a_run_that_can_go_on_later(void **state)
{
    struct place *place = *state;
    const struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignore, NULL);
    place_run(place, place->other, 2);
    size_t stopped = 0;
    for (rlim_t bytes = 50000; bytes < 50000000; bytes = bytes * 3 / 2) {
        struct run_options options = place_options(place, place->out);
        options.resume = true;
        options.checkpoint_months = 4;
        allow_bytes(bytes);
        const enum run_outcome outcome = run_scenario(&place->scenario, &options, &place->error);
        allow_bytes(RLIM_INFINITY);
        if (outcome == RUN_DONE)
            break;
        assert_int_equal(outcome, RUN_STOPPED);
        assert_int_equal(place->error.code, SPEL_ERROR_DISK);
        assert_false(system_exists(place->out));
        stopped++;
    }
    assert_true(stopped >= 3);
    place_assert_same(place->out, place->other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_full_disk_stops_a_run_that_can_go_on_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
