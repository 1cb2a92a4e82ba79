/* A run that ends the process of its sweep is met once more, in a process of its own, and is then
 * a row that has failed. */
#include "run/swept.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "output/ledger.h"
#include "output/sweep_log.h"

enum { RUNS = 8 };

/* Asked after each month and before each run: the process dies when it has been asked so often.
 * Those that only wait for another are `own`. */
struct doomed {
    unsigned asked, dies_at;
    pid_t spared;
};

static bool doom(void *context)
{
    struct doomed *doomed = context;
    if (getpid() != doomed->spared && ++doomed->asked == doomed->dies_at) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        signal(SIGSEGV, SIG_DFL);
        raise(SIGSEGV);
    }
    return false;
}

/* Begins the sweep in a process that dies in the first month of its third run. */
static void die_on_the_way(struct sweep_options *options, struct swept *swept)
{
    struct doomed *doomed = options->context;
    int status;
    const pid_t process = fork();
    if (process == 0) {
        doomed->asked = 0;
        doomed->dies_at = 2 * 5 + 2; /* asked once before each run of four months */
        sweep_run(options, &swept->error);
        _exit(0);
    }
    assert_true(process > 0);
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV);
}

/* The sweep left alone is in whole.h5, the one that has died in out.h5. */
static struct sweep_options after_a_death(struct swept *swept, struct doomed *doomed)
{
    struct sweep_options options = swept_options(swept, "whole.h5");
    options.stop = doom;
    options.context = doomed;
    swept_ends(swept, &options, SWEEP_DONE);
    options.output = "out.h5";
    die_on_the_way(&options, swept);
    return options;
}

static void compare_others(const char *whole, const char *path, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    size_t count;
    char **digests[2], **messages = NULL;
    const char *const paths[] = {whole, path};
    int8_t *status = NULL;
    for (int i = 0; i < 2; i++) {
        assert_true(heading_open(&hdf, paths[i], &heading, error));
        heading_clear(&heading);
        digests[i] = hdf_read_texts(&hdf, "/runs/digest", &count);
        assert_int_equal(count, RUNS);
        if (i == 1) {
            status = hdf_read_numbers(&hdf, "/runs/status", H5T_NATIVE_INT8, 1, &count);
            messages = hdf_read_texts(&hdf, "/runs/message", &count);
        }
        hdf_close(&hdf);
    }
    for (size_t run = 0; run < RUNS; run++) {
        /* The third that was run: replicate 0 of point 2 of 4, with 2 replicates. */
        const bool bad = run == 2 * 2;
        assert_int_equal(status[run], bad ? LEDGER_FAILED : LEDGER_FINISHED);
        assert_int_equal(strcmp(digests[0][run], digests[1][run]) != 0, bad);
    }
    assert_non_null(strstr(messages[4], "signal 11"));
    hdf_release_texts(digests[0], RUNS);
    hdf_release_texts(digests[1], RUNS);
    hdf_release_texts(messages, RUNS);
    memory_release(status);
}

static void a_run_that_ends_the_process_is_a_failed_row_the_second_time(void **state)
{
    struct swept *swept = *state;
    struct doomed doomed = {.spared = getpid()};
    struct sweep_options options = after_a_death(swept, &doomed);
    doomed.asked = 0;
    doomed.dies_at = 1; /* the first month in a process of its own */
    options.resume = true;
    swept_ends(swept, &options, SWEEP_SOME_FAILED);
    compare_others("whole.h5", "out.h5", &swept->error);
    swept_ends(swept, &options, SWEEP_WAS_DONE);
}

static void a_run_that_was_only_under_way_is_run_as_any_other(void **state)
{
    struct swept *swept = *state;
    struct doomed doomed = {.spared = getpid()};
    struct sweep_options options = after_a_death(swept, &doomed);
    doomed.dies_at = 0;
    options.resume = true;
    options.threads = 2;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("whole.h5", "out.h5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SWEPT_TEST(a_run_that_ends_the_process_is_a_failed_row_the_second_time),
        SWEPT_TEST(a_run_that_was_only_under_way_is_run_as_any_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
