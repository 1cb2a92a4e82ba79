/* A period of 2,000 actors by `sparse` ends as by `dense`, with everything on that makes far
 * alters unequal or changes them on the way: distance, popularity, creation, endowment, a
 * behaviour that ties depend on, rates by degree and attribute, a highest degree. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "network/statistics.h"
#include "support/networks.h"

enum { ACTORS = 2000, DENSE_RUNS = 16, SPARSE_RUNS = 120 };

static void settle(struct network_case *it)
{
    networks_make(it, ACTORS, 4);
    struct stream draw = stream_open((struct moment){stream_key(2, 0), 0}, 3, 0);
    for (uint32_t i = 0; i < ACTORS; i++) {
        double *record = it->now.record + i * it->now.record_size;
        record[0] = stream_below(&draw, 10000);
        record[1] = stream_below(&draw, 10000);
        record[2] = 1 + stream_below(&draw, 5);
        record[3] = stream_below(&draw, 5);
    }
    networks_plane(it, "distance", 0, 0.001);
    networks_covariate(it, "behaviour", 2);
    networks_covariate(it, "group", 3);
    networks_scatter(it, 3, 5);
    networks_begin(it);
}

static void add_behaviour(struct network_case *it)
{
    it->behaviour = (struct behaviour){.covariate = &it->covariates[0],
                                       .least = 1,
                                       .most = 5,
                                       .terms = it->behaviour_terms,
                                       .term_count = 3};
    it->behaviour_terms[0] = (struct behaviour_term){behaviour_effect_find("linear"), 0.3};
    it->behaviour_terms[1] = (struct behaviour_term){behaviour_effect_find("quad"), -0.1};
    it->behaviour_terms[2] = (struct behaviour_term){behaviour_effect_find("avSim"), 2};
    it->model.behaviour_count = 1;
    it->behaviour_pace.rate = 1.5;
}

static void add_terms(struct network_case *it)
{
    networks_term(it, "density", ROLE_EVALUATION, -5.2, NULL);
    networks_term(it, "recip", ROLE_EVALUATION, 1.6, NULL);
    networks_term(it, "transTrip", ROLE_EVALUATION, 0.2, NULL);
    networks_term(it, "X", ROLE_EVALUATION, -0.5, "distance");
    networks_term(it, "inPopSqrt", ROLE_EVALUATION, 0.25, NULL);
    networks_term(it, "outPop", ROLE_EVALUATION, -0.03, NULL);
    networks_term(it, "nbrDist2", ROLE_EVALUATION, -0.02, NULL);
    networks_term(it, "altX", ROLE_EVALUATION, 0.15, "behaviour");
    networks_term(it, "simX", ROLE_EVALUATION, 0.8, "behaviour");
    networks_term(it, "sameX", ROLE_CREATION, 0.4, "group");
    networks_term(it, "recip", ROLE_ENDOWMENT, 0.7, NULL);
    networks_term(it, "inPop", ROLE_CREATION, 0.03, NULL);
}

static void add_rates(struct network_case *it)
{
    it->rate_terms[0] = (struct rate_term){RATE_BY_OUT_DEGREE, 0.06, NULL};
    it->rate_terms[1] = (struct rate_term){RATE_BY_IN_DEGREE, -0.03, NULL};
    it->rate_terms[2] = (struct rate_term){RATE_BY_COVARIATE, 0.15, &it->covariates[0]};
    it->model.network_pace.rate = 3;
    it->model.network_pace.term_count = 3;
}

static void one_run(struct network_case *it, enum sampler_kind sampler, uint32_t run,
                    double *values)
{
    struct evolution evolution;
    struct statistics_steps steps;
    networks_rewind(it);
    assert_true(statistics_steps_init(&steps, it->model.behaviour_count, NULL));
    assert_true(
        evolution_init(&evolution, &it->model, &it->now, sampler, stream_key(6, run), NULL));
    for (;;) {
        struct mini_step step;
        bool over;
        assert_true(evolution_next(&evolution, &step, &over, NULL));
        if (over)
            break;
        assert_true(statistics_steps_add(&steps, &it->now, &step, NULL));
    }
    const struct statistics_context context = {&it->now, &it->start, &it->model, &steps};
    assert_true(networks_sound(&it->now));
    assert_true(statistics_measure(&context, values, NULL));
    evolution_clear(&evolution);
    statistics_steps_clear(&steps);
}

struct sums {
    double count, sum, squares;
};

static struct sums sum_of(const double *values, size_t runs, size_t count, size_t statistic)
{
    struct sums sums = {(double)runs, 0, 0};
    for (size_t r = 0; r < runs; r++)
        sums.sum += values[r * count + statistic];
    for (size_t r = 0; r < runs; r++) {
        const double off = values[r * count + statistic] - sums.sum / sums.count;
        sums.squares += off * off;
    }
    return sums;
}

/* Student's t with a common variance; statistics that hardly vary say nothing. */
static bool compare(const struct sums *dense, const struct sums *sparse, double *t)
{
    const double variance = (dense->squares + sparse->squares) / (dense->count + sparse->count - 2);
    *t = (dense->sum / dense->count - sparse->sum / sparse->count) /
         sqrt(variance * (1 / dense->count + 1 / sparse->count));
    return variance > 0;
}

/* All runs by both samplers: [run * count + statistic], the dense ones first. */
static double *simulate(struct network_case *it, size_t count)
{
    double *values = malloc((DENSE_RUNS + SPARSE_RUNS) * count * sizeof *values);
    assert_non_null(values);
    for (uint32_t r = 0; r < DENSE_RUNS + SPARSE_RUNS; r++)
        one_run(it, r < DENSE_RUNS ? SAMPLER_DENSE : SAMPLER_SPARSE, r, values + r * count);
    return values;
}

static void compare_all(char (*names)[STATISTICS_NAME], const double *values, size_t count)
{
    double squares = 0, compared = 0;
    for (size_t k = 0; k < count; k++) {
        const struct sums dense = sum_of(values, DENSE_RUNS, count, k);
        const struct sums sparse = sum_of(values + DENSE_RUNS * count, SPARSE_RUNS, count, k);
        const double by_dense = dense.sum / dense.count, by_sparse = sparse.sum / sparse.count;
        double t;
        if (!compare(&dense, &sparse, &t))
            continue;
        if (getenv("MOMENTS_TABLE"))
            print_message("%s dense %.6g sparse %.6g t %.2f\n", names[k], by_dense, by_sparse, t);
        if (!(fabs(t) < 4))
            fail_msg("%s: %.6g by dense, %.6g by sparse, t = %.2f", names[k], by_dense, by_sparse,
                     t);
        squares += t * t;
        compared++;
    }
    const double rms = sqrt(squares / compared);
    print_message("%.0f statistics, rms t %.2f\n", compared, rms);
    assert_true(compared > 80 && rms > 0.6 && rms < 1.5);
}

static void a_period_ends_alike_by_both_samplers(void **state)
{
    (void)state;
    struct network_case it;
    struct statistics_steps steps;
    settle(&it);
    add_terms(&it);
    add_behaviour(&it);
    add_rates(&it);
    it.model.max_degree = 5;
    assert_true(statistics_steps_init(&steps, 1, NULL));
    const struct statistics_context context = {&it.now, &it.start, &it.model, &steps};
    const size_t count = statistics_list(&context, NULL);
    char(*names)[STATISTICS_NAME] = malloc(count * sizeof *names);
    assert_non_null(names);
    statistics_list(&context, names);
    double *values = simulate(&it, count);
    compare_all(names, values, count);
    free(names);
    free(values);
    statistics_steps_clear(&steps);
    networks_clear(&it);
}

/* An actor that starts above it only drops ties. */
static void the_highest_degree_is_never_passed(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    networks_term(&it, "density", ROLE_EVALUATION, -3, NULL);
    networks_term(&it, "X", ROLE_EVALUATION, -0.5, "distance");
    it.model.max_degree = 9;
    it.model.network_pace.rate = 10;
    struct evolution evolution;
    assert_true(
        evolution_init(&evolution, &it.model, &it.now, SAMPLER_SPARSE, stream_key(1, 0), NULL));
    size_t full = 0;
    for (bool over = false; !over;) {
        struct mini_step step;
        assert_true(evolution_next(&evolution, &step, &over, NULL));
        if (over || step.alter == step.ego || !network_has(&it.now, step.ego, step.alter))
            continue;
        assert_true(lists_degree(&it.now.out, step.ego) <= 9);
        full += lists_degree(&it.now.out, step.ego) == 9;
    }
    assert_true(full > 500);
    evolution_clear(&evolution);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_period_ends_alike_by_both_samplers),
        cmocka_unit_test(the_highest_degree_is_never_passed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
