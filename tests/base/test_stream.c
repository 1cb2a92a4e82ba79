/* Draws have an address instead of a history, and follow the laws they claim; GSL is the oracle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>

#include <cmocka.h>

#include <gsl/gsl_cdf.h>

#include "base/candidates.h"
#include "base/stream.h"

enum { DRAWS = 100000 };
/* The 0.999 quantile of Kolmogorov's distribution: draws of the right law stay
 * below it, and seeds do not change, so that the tests never fail by chance. */
static const double KOLMOGOROV = 1.95;

static struct moment moment_of(uint64_t seed, uint32_t month)
{
    return (struct moment){stream_key(seed, 0), month};
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The largest distance between the draws and their law, times the root of their
 * number; sorts the draws. */
static double distance(double *draws, size_t count, double (*law)(double))
{
    double most = 0;
    qsort(draws, count, sizeof *draws, by_value);
    for (size_t i = 0; i < count; i++) {
        const double p = law(draws[i]);
        const double below = fabs(p - (double)i / (double)count);
        const double above = fabs(p - (double)(i + 1) / (double)count);
        most = fmax(most, fmax(below, above));
    }
    return most * sqrt((double)count);
}

static double uniform_law(double x)
{
    return x;
}

static double beta_law(double x)
{
    return gsl_cdf_beta_P(x, 2, 5);
}

static double normal_law(double x)
{
    return gsl_cdf_ugaussian_P(x);
}

static double beta_draw(struct stream *stream)
{
    return stream_beta25(stream);
}

static double uniform_draw(struct stream *stream)
{
    return stream_uniform(stream);
}

static double normal_draw(struct stream *stream)
{
    return stream_normal(stream);
}

/* One draw for each of many entities, as the model draws. */
static void follows(double (*draw)(struct stream *), double (*law)(double))
{
    double *draws = malloc(DRAWS * sizeof *draws);
    assert_non_null(draws);
    for (uint32_t i = 0; i < DRAWS; i++) {
        struct stream stream = stream_open(moment_of(11, 3), 5, i);
        draws[i] = draw(&stream);
    }
    const double apart = distance(draws, DRAWS, law);
    free(draws);
    assert_true(apart < KOLMOGOROV);
}

static void uniforms_are_uniform(void **state)
{
    (void)state;
    follows(uniform_draw, uniform_law);
}

static void normals_are_normal(void **state)
{
    (void)state;
    follows(normal_draw, normal_law);
}

static void beta_draws_are_of_beta_2_5(void **state)
{
    (void)state;
    follows(beta_draw, beta_law);
}

/* Mean m and sd s are of Beta(m k, (1 - m) k) with k = m (1 - m) / s^2 - 1. */
static double law_of(double x, double mean, double sd)
{
    const double size = mean * (1 - mean) / (sd * sd) - 1;
    return gsl_cdf_beta_P(x, mean * size, (1 - mean) * size);
}

static double trust_law(double x)
{
    return law_of(x, 0.59, 0.2);
}

static double wide_law(double x) /* shapes 0.8 and 0.2 */
{
    return law_of(x, 0.8, 0.2828427124746190);
}

static double trust_draw(struct stream *stream)
{
    return stream_beta(stream, 0.59, 0.2);
}

static double wide_draw(struct stream *stream)
{
    return stream_beta(stream, 0.8, 0.2828427124746190);
}

static void beta_draws_are_of_any_mean_and_spread(void **state)
{
    (void)state;
    follows(trust_draw, trust_law);
    follows(wide_draw, wide_law);
}

/* Mean 2/7, variance 10/392: within four standard errors. */
static void beta_draws_have_its_mean_and_variance(void **state)
{
    (void)state;
    double sum = 0, squares = 0;
    struct stream stream = stream_open(moment_of(2, 0), 1, 1);
    for (int i = 0; i < DRAWS; i++) {
        const double x = stream_beta25(&stream);
        sum += x;
        squares += x * x;
    }
    const double mean = sum / DRAWS, variance = squares / DRAWS - mean * mean;
    assert_true(fabs(mean - 2.0 / 7) < 4 * sqrt(10.0 / 392 / DRAWS));
    assert_true(fabs(variance - 10.0 / 392) < 4 * 0.04 / sqrt(DRAWS));
}

static void a_uniform_is_never_0_and_never_1(void **state)
{
    (void)state;
    assert_true(uniform_of(0) > 0);
    assert_true(uniform_of(UINT32_MAX) < 1);
    assert_true(uniform_of(1) > uniform_of(0));
}

static void a_stream_gives_the_blocks_of_its_address_in_order(void **state)
{
    (void)state;
    const struct moment now = moment_of(99, 17);
    struct stream stream = stream_open(now, 4, 1234);
    for (uint32_t block = 0; block < 5; block++) {
        const struct philox_block expected =
            philox(now.key, (struct philox_block){{1234, 17, 4, block}});
        for (int w = 0; w < 4; w++)
            assert_int_equal(stream_word(&stream), expected.word[w]);
    }
}

static void another_entity_month_purpose_seed_or_replicate_draws_apart(void **state)
{
    (void)state;
    const struct moment now = moment_of(1, 1), later = moment_of(1, 2), other = moment_of(2, 1);
    const struct moment again = {stream_key(1, 1), 1};
    struct stream streams[] = {stream_open(now, 1, 1),   stream_open(now, 1, 2),
                               stream_open(now, 2, 1),   stream_open(later, 1, 1),
                               stream_open(other, 1, 1), stream_open(again, 1, 1)};
    uint32_t words[6];
    for (size_t i = 0; i < 6; i++)
        words[i] = stream_word(&streams[i]);
    for (size_t i = 0; i < 6; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(words[i], words[j]);
    const struct philox_key a = stream_key(7, 1), b = stream_key(8, 0);
    assert_memory_not_equal(&a, &b, sizeof a);
}

/* Chi-square over ten cells, 9 degrees of freedom. */
static void whole_numbers_below_a_bound_are_evenly_spread(void **state)
{
    (void)state;
    int count[10] = {0};
    double chi = 0;
    struct stream stream = stream_open(moment_of(5, 0), 0, 0);
    for (int i = 0; i < DRAWS; i++) {
        const uint32_t drawn = stream_below(&stream, 10);
        assert_in_range(drawn, 0, 9);
        count[drawn]++;
    }
    for (int c = 0; c < 10; c++)
        chi += pow(count[c] - DRAWS / 10.0, 2) / (DRAWS / 10.0);
    assert_true(chi < gsl_cdf_chisq_Pinv(0.999, 9));
    for (int i = 0; i < 100; i++)
        assert_int_equal(stream_below(&stream, 1), 0);
}

static void gaps_are_geometric_with(double chance)
{
    enum { CELLS = 12 };
    double count[CELLS + 1] = {0}, chi = 0;
    const double scale = stream_gap_scale(chance);
    struct stream stream = stream_open(moment_of(6, 1), 0, 0);
    const uint32_t width = (uint32_t)(1 + 0.25 / chance);
    for (int i = 0; i < DRAWS; i++) {
        const uint32_t cell = stream_gap(&stream, scale) / width;
        count[cell < CELLS ? cell : CELLS]++;
    }
    for (uint32_t c = 0; c <= CELLS; c++) {
        const double from = pow(1 - chance, c * width);
        const double to = c < CELLS ? pow(1 - chance, (c + 1) * width) : 0;
        const double expected = DRAWS * (from - to);
        chi += pow(count[c] - expected, 2) / expected;
    }
    assert_true(chi < gsl_cdf_chisq_Pinv(0.999, CELLS));
}

static void gaps_are_geometric(void **state)
{
    (void)state;
    gaps_are_geometric_with(0.3);
    gaps_are_geometric_with(0.02);
    gaps_are_geometric_with(0.0004);
}

static void the_longest_gap_does_not_overflow(void **state)
{
    (void)state;
    struct stream stream = stream_open(moment_of(6, 1), 0, 0);
    assert_int_equal(stream_gap(&stream, 1e300), 4000000000u);
}

/* Each place is a candidate with the ceiling chance: the number over many
 * stretches within four standard errors, none outside, each once. */
static void candidates_come_at_their_rate_and_in_order(void **state)
{
    (void)state;
    enum { STRETCHES = 200, LENGTH = 500 };
    const double chance = 0.05;
    size_t found = 0, at_ends = 0;
    for (uint32_t s = 0; s < STRETCHES; s++) {
        struct candidates candidates;
        candidates_open(&candidates, moment_of(7, s), 2, 1000, LENGTH, stream_gap_scale(chance));
        uint32_t last = 0, place;
        while (candidates_next(&candidates, &place)) {
            assert_in_range(place, 1000, 1000 + LENGTH - 1);
            assert_true(last == 0 || place > last);
            at_ends += place == 1000 || place == 1000 + LENGTH - 1;
            last = place;
            found++;
        }
    }
    const double expected = STRETCHES * LENGTH * chance;
    assert_true(fabs((double)found - expected) < 4 * sqrt(expected));
    assert_in_range(at_ends, 5, 40); /* 20 expected: neither end is left out */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uniforms_are_uniform),
        cmocka_unit_test(normals_are_normal),
        cmocka_unit_test(beta_draws_are_of_beta_2_5),
        cmocka_unit_test(beta_draws_are_of_any_mean_and_spread),
        cmocka_unit_test(beta_draws_have_its_mean_and_variance),
        cmocka_unit_test(a_uniform_is_never_0_and_never_1),
        cmocka_unit_test(a_stream_gives_the_blocks_of_its_address_in_order),
        cmocka_unit_test(another_entity_month_purpose_seed_or_replicate_draws_apart),
        cmocka_unit_test(whole_numbers_below_a_bound_are_evenly_spread),
        cmocka_unit_test(gaps_are_geometric),
        cmocka_unit_test(the_longest_gap_does_not_overflow),
        cmocka_unit_test(candidates_come_at_their_rate_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
