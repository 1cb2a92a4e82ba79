/* Actors by weight: totals, places and draws stay right while weights change. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/memory.h"
#include "network/rates.h"
#include "support/chi_square.h"
#include "support/networks.h"

enum { ACTORS = 400 };

/* Every actor stands in the bucket of its weight, once, under the bucket's bound. */
static void check(const struct buckets *buckets, const double *logarithm)
{
    size_t members = 0;
    double total = 0;
    for (int b = 0; b < BUCKETS; b++) {
        members += buckets->row[b].count;
        total += buckets->row[b].count * buckets->row[b].weight;
    }
    assert_int_equal(members, ACTORS);
    for (uint32_t i = 0; i < ACTORS; i++) {
        const struct bucket *row = &buckets->row[buckets->bucket[i]];
        assert_int_equal(row->member[buckets->place[i]], i);
        assert_true(logarithm[i] <= row->upper + 1e-12);
        assert_int_equal(buckets->bucket[i], buckets_of(logarithm[i]));
        if (buckets->bucket[i] > 0 && buckets->bucket[i] < BUCKETS - 1)
            assert_true(logarithm[i] > row->upper - 0.2);
    }
    assert_float_equal(buckets_total(buckets, -1) / total, 1, 1e-9);
}

static void weights_may_change_at_will(void **state)
{
    (void)state;
    struct buckets buckets;
    double logarithm[ACTORS];
    struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 1, 0);
    for (uint32_t i = 0; i < ACTORS; i++)
        logarithm[i] = stream_normal(&draw) * 3;
    assert_true(buckets_init(&buckets, logarithm, ACTORS, NULL));
    check(&buckets, logarithm);
    for (int change = 0; change < 20000; change++) {
        const uint32_t i = stream_below(&draw, ACTORS);
        logarithm[i] = stream_normal(&draw) * (change % 100 == 0 ? 150 : 2);
        assert_true(buckets_set(&buckets, i, logarithm[i], NULL));
    }
    check(&buckets, logarithm);
    buckets_clear(&buckets);
    buckets_clear(&buckets); /* once more is safe */
}

static void a_point_on_the_line_finds_its_bucket(void **state)
{
    (void)state;
    struct buckets buckets;
    double logarithm[ACTORS];
    for (uint32_t i = 0; i < ACTORS; i++)
        logarithm[i] = i % 7 - 3.0;
    assert_true(buckets_init(&buckets, logarithm, ACTORS, NULL));
    for (int split = -1; split < buckets_of(3); split += buckets_of(0) + 1) {
        const double total = buckets_total(&buckets, split);
        double before = 0;
        for (int b = split + 1; b < BUCKETS; b++) {
            const struct bucket *row = &buckets.row[b];
            if (row->count == 0)
                continue;
            const double here = row->count * row->weight;
            assert_ptr_equal(buckets_at(&buckets, split, before + here * 0.001), row);
            assert_ptr_equal(buckets_at(&buckets, split, before + here * 0.999), row);
            before += here;
        }
        assert_float_equal(before / total, 1, 1e-12);
        assert_non_null(buckets_at(&buckets, split, total * 1.0000001)); /* the last, by rounding */
    }
    buckets_clear(&buckets);
}

static void memory_that_is_not_there_is_told(void **state)
{
    (void)state;
    double logarithm[ACTORS] = {0};
    for (size_t calls = 1; calls < 200; calls++) {
        struct buckets buckets;
        struct spel_error error;
        memory_fail_after(calls);
        const bool made = buckets_init(&buckets, logarithm, ACTORS, &error);
        memory_fail_after(0);
        buckets_clear(&buckets);
        if (made)
            return;
        assert_int_equal(error.code, SPEL_ERROR_MEMORY);
    }
    fail();
}

/* Opportunities go to actors in proportion to their rates, which depend on degree and attribute. */
static void opportunities_come_in_proportion_to_rates(void **state)
{
    (void)state;
    struct network_case it;
    networks_make(&it, ACTORS, 1);
    for (uint32_t i = 0; i < ACTORS; i++)
        it.now.record[i * it.now.record_size] = i % 5;
    networks_covariate(&it, "amount", 0);
    networks_scatter(&it, 4, 3);
    const struct rate_term terms[] = {{RATE_BY_COVARIATE, 0.5, &it.covariates[0]},
                                      {RATE_BY_OUT_DEGREE, 0.2, NULL},
                                      {RATE_BY_IN_DEGREE, -0.1, NULL}};
    struct rates rates;
    assert_true(rates_init(&rates, &it.now, 2, terms, 3, NULL));
    networks_tie(&it, 3, 399);
    assert_true(rates_update(&rates, 3, NULL) && rates_update(&rates, 399, NULL));
    static double expected[ACTORS + 1];
    static size_t seen[ACTORS + 1];
    const size_t draws = 400000;
    double sum = 0;
    for (uint32_t i = 0; i < ACTORS; i++) {
        const double rate =
            2 * exp(0.5 * (i % 5 - it.covariates[0].mean) + 0.2 * lists_degree(&it.now.out, i) -
                    0.1 * lists_degree(&it.now.in, i));
        assert_float_equal(rates_of(&rates, i) / rate, 1, 1e-9);
        expected[i] = rate / rates.total * (double)draws;
        sum += expected[i];
    }
    expected[ACTORS] = (double)draws - sum;
    assert_true(expected[ACTORS] >= 0);
    struct stream draw = stream_open((struct moment){stream_key(1, 0), 0}, 2, 0);
    for (size_t d = 0; d < draws; d++) {
        uint32_t actor = 0;
        seen[rates_draw(&rates, &draw, &actor) ? actor : ACTORS]++;
    }
    assert_true(fabs(chi_square(seen, expected, ACTORS + 1)) < 4.5);
    rates_clear(&rates);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_may_change_at_will),
        cmocka_unit_test(a_point_on_the_line_finds_its_bucket),
        cmocka_unit_test(memory_that_is_not_there_is_told),
        cmocka_unit_test(opportunities_come_in_proportion_to_rates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
