/* A sweep that ends by a claim ends after the same runs however it was run. */
#include "run/swept.h"

#include <math.h>

#include "output/ledger.h"

enum { POINTS = 4, ROUNDS = 6 };

static const char wide[] = "half_width(informal_hours@2015-02) < 1e9";
static const char never[] = "half_width(informal_hours@2015-02) < 0";

static struct sweep_options until(struct swept *swept, const char *output, const char *claim)
{
    static const char *const overrides[] = {"runs.replicates=6"};
    struct sweep_options options = swept_options(swept, output);
    options.overrides = overrides;
    options.override_count = 1;
    options.outcomes = "residents,informal_hours";
    options.until = claim;
    return options;
}

static struct hdf opened(const char *path, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    if (!heading_open(&hdf, path, &heading, error))
        fail_msg("%s", error->text);
    heading_clear(&heading);
    return hdf;
}

/* How many rounds are in a file: all of a round are, or none. */
static size_t rounds_of(const char *path, struct spel_error *error)
{
    size_t count, rounds = 0;
    struct hdf hdf = opened(path, error);
    int8_t *status = hdf_read_numbers(&hdf, "/runs/status", H5T_NATIVE_INT8, 1, &count);
    assert_non_null(status);
    assert_int_equal(count, POINTS * ROUNDS);
    for (size_t r = 0; r < ROUNDS; r++) {
        for (size_t p = 1; p < POINTS; p++)
            assert_int_equal(status[p * ROUNDS + r], status[r]);
        rounds += status[r] == LEDGER_FINISHED;
        assert_true(r == 0 || status[r] == LEDGER_WAITING || status[r - 1] == LEDGER_FINISHED);
    }
    memory_release(status);
    hdf_close(&hdf);
    return rounds;
}

static size_t held_after(const char *path, struct spel_error *error)
{
    struct hdf hdf = opened(path, error);
    const size_t rounds = hdf_read_count_of(&hdf, "/runs", "until_replicates");
    hdf_close(&hdf);
    return rounds;
}

/* The largest half width over the points after so many rounds, worked out from the file: of a
 * sample x, Student's t times sd(x) / sqrt(n). */
static double widest(const char *path, size_t rounds, struct spel_error *error)
{
    static const double t[ROUNDS + 1] = {0, 0, 12.7062, 4.30265, 3.18245, 2.77645, 2.57058};
    size_t count;
    struct hdf hdf = opened(path, error);
    float *hours = hdf_read_numbers(&hdf, "/series/informal_hours", H5T_NATIVE_FLOAT, 4, &count);
    assert_non_null(hours);
    const size_t months = count / (POINTS * ROUNDS);
    double most = 0;
    for (size_t p = 0; p < POINTS; p++) {
        double sum = 0, squares = 0;
        for (size_t r = 0; r < rounds; r++) {
            const double x = (double)hours[(p * ROUNDS + r) * months + 1];
            sum += x;
            squares += x * x;
        }
        const double n = (double)rounds, variance = (squares - sum * sum / n) / (n - 1);
        const double half = t[rounds] * sqrt(variance / n);
        most = half > most ? half : most;
    }
    memory_release(hours);
    hdf_close(&hdf);
    return most;
}

/* Of two runs a and b: (a + b) / 2 and |a - b| / √2; rounds that were not run do not count. */
static void has_summary_of_two_rounds(const char *path, struct spel_error *error)
{
    size_t count, all;
    struct hdf hdf = opened(path, error);
    float *hours = hdf_read_numbers(&hdf, "/series/informal_hours", H5T_NATIVE_FLOAT, 4, &all);
    float *found = hdf_read_numbers(&hdf, "/summary/informal_hours", H5T_NATIVE_FLOAT, 4, &count);
    assert_true(hours && found);
    const size_t months = all / (POINTS * ROUNDS);
    assert_int_equal(count, POINTS * 2 * months);
    for (size_t p = 0; p < POINTS; p++)
        for (size_t m = 0; m < months; m++) {
            const double a = (double)hours[p * ROUNDS * months + m];
            const double b = (double)hours[(p * ROUNDS + 1) * months + m];
            const float *mean = found + p * 2 * months + m, *sd = mean + months;
            assert_true(a > 0 && b > 0);
            assert_float_equal(*mean, (a + b) / 2, 1e-6 * a);
            assert_float_equal(*sd, fabs(a - b) / sqrt(2), 1e-6 * a);
        }
    memory_release(hours);
    memory_release(found);
    hdf_close(&hdf);
}

static void a_claim_that_holds_at_once_ends_it_after_two_rounds(void **state)
{
    struct swept *swept = *state;
    struct sweep_options options = until(swept, "out.h5", wide);
    swept_ends(swept, &options, SWEEP_DONE);
    assert_int_equal(rounds_of("out.h5", &swept->error), 2);
    assert_int_equal(held_after("out.h5", &swept->error), 2);
    has_summary_of_two_rounds("out.h5", &swept->error);
    options.resume = true;
    swept_ends(swept, &options, SWEEP_WAS_DONE);
}

static void a_claim_that_never_holds_is_told_when_all_runs_are_done(void **state)
{
    struct swept *swept = *state;
    const struct sweep_options options = until(swept, "out.h5", never);
    swept_ends(swept, &options, SWEEP_NOT_YET);
    assert_non_null(strstr(swept->error.text, "after 6 replicates of each point half_width"));
    assert_int_equal(rounds_of("out.h5", &swept->error), ROUNDS);
    assert_int_equal(held_after("out.h5", &swept->error), 0);
}

/* A width that all points reach after some rounds, by the numbers of the whole sweep. */
static size_t middling(struct swept *swept, char claim[96])
{
    const struct sweep_options whole = until(swept, "whole.h5", NULL);
    swept_ends(swept, &whole, SWEEP_DONE);
    size_t first = 4;
    const double width = widest("whole.h5", first, &swept->error) * 1.0001;
    for (size_t r = 2; r < first; r++)
        if (widest("whole.h5", r, &swept->error) < width)
            first = r;
    assert_true(first > 2);
    snprintf(claim, 96, "half_width(informal_hours@2015-02) < %.9g", width);
    return first;
}

static void it_ends_after_the_same_runs_however_it_was_run(void **state)
{
    struct swept *swept = *state;
    char claim[96];
    const size_t first = middling(swept, claim);
    struct sweep_options options = until(swept, "one.h5", claim);
    swept_ends(swept, &options, SWEEP_DONE);
    assert_int_equal(rounds_of("one.h5", &swept->error), first);
    assert_int_equal(held_after("one.h5", &swept->error), first);
    options.output = "threads.h5";
    options.threads = 3;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("one.h5", "threads.h5");
    options = until(swept, "stopped.h5", claim);
    swept->stop_at = 30;
    swept_ends(swept, &options, SWEEP_STOPPED);
    options.resume = true;
    swept->stop_at = 0;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("one.h5", "stopped.h5");
    /* One that had ended by an easier claim. */
    options = until(swept, "easier.h5", wide);
    swept_ends(swept, &options, SWEEP_DONE);
    options.resume = true;
    options.until = claim;
    swept_ends(swept, &options, SWEEP_DONE);
    swept_same("one.h5", "easier.h5");
}

static void refused(struct swept *swept, const char *claim, const char *sentence)
{
    const struct sweep_options options = until(swept, "out.h5", claim);
    swept_ends(swept, &options, SWEEP_REFUSED);
    if (!strstr(swept->error.text, sentence))
        fail_msg("%s: %s", claim, swept->error.text);
    assert_false(system_exists("out.h5.part"));
}

static void a_claim_that_cannot_be_judged_is_refused(void **state)
{
    struct swept *swept = *state;
    refused(swept, "half_width(informal_hours@2015-02)", "one of < <= > >= is expected");
    refused(swept, "half_width(informal_hour@2015-02) < 3", "no variable \"informal_hour\"");
    refused(swept, "half_width(informal_hours) < 3", "4 months are left");
    refused(swept, "half_width(informal_hours@2016) < 3", "after the last month");
    refused(swept, "half_width(trust_mean@2015-02) < 3", "trust_mean is not kept");
    refused(swept, "diff(informal_hours@2015-02, baseline) < 3", "has no other scenario beside it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SWEPT_TEST(a_claim_that_holds_at_once_ends_it_after_two_rounds),
        SWEPT_TEST(a_claim_that_never_holds_is_told_when_all_runs_are_done),
        SWEPT_TEST(it_ends_after_the_same_runs_however_it_was_run),
        SWEPT_TEST(a_claim_that_cannot_be_judged_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
