/* A period: opportunities come by the clock at their rates, a key gives one chain and no other, and
 * what is applied is what was told. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "support/chi_square.h"
#include "support/networks.h"

enum { ACTORS = 80 };

static void settle(struct network_case *it)
{
    networks_make(it, ACTORS, 2);
    for (uint32_t i = 0; i < ACTORS; i++) {
        it->now.record[i * it->now.record_size] = 1 + i % 4;
        it->now.record[i * it->now.record_size + 1] = i % 7;
    }
    networks_covariate(it, "behaviour", 0);
    networks_covariate(it, "amount", 1);
    networks_scatter(it, 3, 6);
    networks_begin(it);
    networks_term(it, "density", ROLE_EVALUATION, -2.5, NULL);
    networks_term(it, "recip", ROLE_EVALUATION, 1.5, NULL);
    networks_term(it, "transTrip", ROLE_EVALUATION, 0.3, NULL);
    networks_term(it, "altX", ROLE_EVALUATION, 0.3, "behaviour");
    it->behaviour = (struct behaviour){.covariate = &it->covariates[0],
                                       .least = 1,
                                       .most = 4,
                                       .terms = it->behaviour_terms,
                                       .term_count = 1};
    it->behaviour_terms[0] = (struct behaviour_term){behaviour_effect_find("linear"), 0.8};
    it->model.behaviour_count = 1;
    it->model.network_pace.rate = 4;
    it->behaviour_pace.rate = 2;
}

/* Counts mini-steps by actor and variable over a period; a digest of the whole chain. */
static uint64_t run(struct network_case *it, enum sampler_kind sampler, struct philox_key key,
                    size_t count[2 * ACTORS])
{
    struct evolution evolution;
    uint64_t digest = 14695981039346656037u;
    networks_rewind(it);
    assert_true(evolution_init(&evolution, &it->model, &it->now, sampler, key, NULL));
    for (double before = 0;;) {
        struct mini_step step;
        bool over;
        assert_true(evolution_next(&evolution, &step, &over, NULL));
        if (over)
            break;
        const uint64_t words[] = {step.variable, step.ego, step.alter, (uint64_t)step.difference};
        for (size_t w = 0; w < 4; w++)
            digest = (digest ^ words[w]) * 1099511628211u;
        count[step.variable * ACTORS + step.ego]++;
        assert_true(evolution.time >= before);
        before = evolution.time;
    }
    evolution_clear(&evolution);
    return digest;
}

static void opportunities_come_at_their_rates(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    static size_t count[2 * ACTORS];
    static double expected[2 * ACTORS];
    const uint32_t runs = 400;
    double sum = 0, squares = 0, all = 0;
    for (uint32_t r = 0; r < runs; r++) {
        run(&it, SAMPLER_SPARSE, stream_key(1, r), count);
        double now = 0;
        for (size_t k = 0; k < 2 * ACTORS; k++)
            now += (double)count[k];
        sum += now - all;
        squares += (now - all) * (now - all);
        all = now;
    }
    /* The number in a period is Poisson: mean and variance are 80 x (4 + 2). */
    const double mean = sum / runs, variance = squares / runs - mean * mean;
    assert_float_equal(mean, 480, 4 * sqrt(480.0 / runs));
    assert_float_equal(variance / 480, 1, 4 * sqrt(2.0 / runs));
    for (size_t k = 0; k < 2 * ACTORS; k++)
        expected[k] = (k < ACTORS ? 4 : 2) * all / (6 * ACTORS);
    assert_true(fabs(chi_square(count, expected, 2 * ACTORS)) < 4);
    networks_clear(&it);
}

/* With constant rates opportunities are drawn ahead, with others one by one: the clock is one. */
static void rates_that_do_not_differ_are_as_none(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    static size_t plain[2 * ACTORS], termed[2 * ACTORS];
    double sum[2] = {0, 0};
    const uint32_t runs = 300;
    it.rate_terms[0] = (struct rate_term){RATE_BY_COVARIATE, 0, &it.covariates[1]};
    for (uint32_t r = 0; r < runs; r++) {
        it.model.network_pace.term_count = 0;
        run(&it, SAMPLER_SPARSE, stream_key(2, r), plain);
        it.model.network_pace.term_count = 1;
        run(&it, SAMPLER_SPARSE, stream_key(3, r), termed);
    }
    for (size_t k = 0; k < 2 * ACTORS; k++) {
        sum[0] += (double)plain[k];
        sum[1] += (double)termed[k];
    }
    assert_float_equal(sum[0] - sum[1], 0, 4 * sqrt(sum[0] + sum[1]));
    networks_clear(&it);
}

static void a_key_gives_one_chain_and_another_key_another(void **state)
{
    (void)state;
    struct network_case it;
    static size_t count[2 * ACTORS];
    settle(&it);
    for (int sampler = 0; sampler < 2; sampler++) {
        const enum sampler_kind kind = (enum sampler_kind)sampler;
        const uint64_t first = run(&it, kind, stream_key(1, 0), count);
        assert_true(run(&it, kind, stream_key(1, 1), count) != first);
        assert_true(run(&it, kind, stream_key(2, 0), count) != first);
        assert_true(run(&it, kind, stream_key(1, 0), count) == first);
    }
    networks_clear(&it);
}

/* The draws of an opportunity are its own, so that a step replayed leaves the state it left. */
static void applying_a_chain_leaves_what_drawing_it_left(void **state)
{
    (void)state;
    struct network_case one, other;
    struct evolution drawn, applied;
    settle(&one);
    settle(&other);
    assert_true(
        evolution_init(&drawn, &one.model, &one.now, SAMPLER_SPARSE, stream_key(5, 0), NULL));
    assert_true(
        evolution_init(&applied, &other.model, &other.now, SAMPLER_DENSE, stream_key(6, 0), NULL));
    size_t steps = 0;
    for (bool over = false; !over;) {
        struct mini_step step;
        double option, choice;
        assert_true(evolution_next(&drawn, &step, &over, NULL));
        if (over)
            break;
        assert_true(evolution_log_probability(&applied, &step, &option, &choice, NULL));
        assert_float_equal(option, log((step.variable ? 2.0 : 4.0) / 480), 1e-9);
        assert_true(choice < 0 && choice > -40); /* what was drawn was possible */
        assert_true(evolution_apply(&applied, &step, NULL));
        steps++;
    }
    assert_true(steps > 300);
    assert_true(networks_same(&one.now, &other.now, one.columns));
    assert_true(networks_sound(&one.now));
    evolution_clear(&drawn);
    evolution_clear(&applied);
    networks_clear(&one);
    networks_clear(&other);
}

static void a_behaviour_stays_between_its_ends_and_moves_by_one(void **state)
{
    (void)state;
    struct network_case it;
    struct evolution evolution;
    settle(&it);
    it.behaviour_pace.rate = 40;
    assert_true(
        evolution_init(&evolution, &it.model, &it.now, SAMPLER_SPARSE, stream_key(7, 0), NULL));
    size_t at_most = 0, up = 0, down = 0;
    for (bool over = false; !over;) {
        struct mini_step step;
        assert_true(evolution_next(&evolution, &step, &over, NULL));
        if (over || step.variable == VARIABLE_NETWORK)
            continue;
        const double value = network_attribute(&it.now, step.ego, 0);
        assert_true(value >= 1 && value <= 4 && value == floor(value));
        assert_int_equal(step.alter, step.ego);
        at_most += value == 4;
        up += step.difference == 1;
        down += step.difference == -1;
    }
    assert_true(up > 300 && down > 300 && at_most > up);
    evolution_clear(&evolution);
    networks_clear(&it);
}

/* Against the formula by hand: three options within, two at an end. */
static void steps_have_the_probabilities_of_the_logit(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    for (uint32_t i = 0; i < 4; i++) {
        double probability[3];
        behaviour_probabilities(&it.behaviour, &it.now, i, probability);
        const double down = i == 0 ? 0 : exp(-0.8), up = i == 3 ? 0 : exp(0.8);
        assert_float_equal(probability[0], down / (down + 1 + up), 1e-12);
        assert_float_equal(probability[1], 1 / (down + 1 + up), 1e-12);
        assert_float_equal(probability[2], up / (down + 1 + up), 1e-12);
    }
    networks_clear(&it);
}

static void memory_that_is_not_there_stops_a_period_with_a_sentence(void **state)
{
    (void)state;
    struct network_case it;
    struct spel_error error;
    settle(&it);
    networks_term(&it, "inPop", ROLE_EVALUATION, 0.05, NULL);
    size_t failures = 0;
    for (bool made = false; !made; failures += !made) {
        struct evolution evolution;
        memory_fail_after(failures + 1);
        made = evolution_init(&evolution, &it.model, &it.now, SAMPLER_SPARSE, stream_key(1, 0),
                              &error);
        memory_fail_after(0);
        assert_true(made || error.code == SPEL_ERROR_MEMORY);
        evolution_clear(&evolution);
        evolution_clear(&evolution); /* once more is safe */
    }
    assert_true(failures > 10);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opportunities_come_at_their_rates),
        cmocka_unit_test(rates_that_do_not_differ_are_as_none),
        cmocka_unit_test(a_key_gives_one_chain_and_another_key_another),
        cmocka_unit_test(applying_a_chain_leaves_what_drawing_it_left),
        cmocka_unit_test(a_behaviour_stays_between_its_ends_and_moves_by_one),
        cmocka_unit_test(steps_have_the_probabilities_of_the_logit),
        cmocka_unit_test(memory_that_is_not_there_stops_a_period_with_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
