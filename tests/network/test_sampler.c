/* One actor's choice: `sparse` chooses as `dense` would, for every effect and for what strains the
 * envelope. 2,500 to 100,000 choices of an ego are compared with the exact probabilities, and as a
 * long test 10,000 and more. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/chi_square.h"
#include "support/long.h"
#include "support/networks.h"

enum { ACTORS = 240, HUB = 7, LONER = 31, TYPICAL = 100, UNNAMED = 32 };

/* Actors on a strip in the plane, with a hub whom many name and one whom nobody does. */
static int settle(void **state)
{
    static struct network_case it;
    networks_make(&it, ACTORS, 4);
    struct stream draw = stream_open((struct moment){stream_key(3, 0), 0}, 3, 0);
    for (uint32_t i = 0; i < ACTORS; i++) {
        double *record = it.now.record + i * it.now.record_size;
        record[0] = i * 40.0 + stream_below(&draw, 400);
        record[1] = stream_below(&draw, 2000);
        record[2] = stream_below(&draw, 5);
        record[3] = stream_below(&draw, 100) / 10.0;
    }
    networks_plane(&it, "distance", 0, 0.001);
    networks_pairs(&it, "pairs", 6, 0.1);
    networks_covariate(&it, "group", 2);
    networks_covariate(&it, "amount", 3);
    networks_scatter(&it, 4, 11);
    for (uint32_t i = 0; i < ACTORS; i += 3)
        if (i != HUB && !network_has(&it.now, i, HUB))
            networks_tie(&it, i, HUB);
    for (uint32_t i = 1; i < 60; i += 2)
        if (i != HUB && !network_has(&it.now, HUB, i))
            networks_tie(&it, HUB, i);
    while (lists_degree(&it.now.out, LONER) > 0)
        network_drop(&it.now, LONER, lists_actor(lists_row(&it.now.out, LONER)[0]));
    while (lists_degree(&it.now.in, UNNAMED) > 0)
        network_drop(&it.now, lists_actor(lists_row(&it.now.in, UNNAMED)[0]), UNNAMED);
    networks_begin(&it);
    *state = &it;
    return 0;
}

static int leave(void **state)
{
    networks_clear(*state);
    return 0;
}

/* What is expected of so many choices, by looking at everybody. */
static void expect(struct network_case *it, uint32_t ego, double draws, double expected[ACTORS])
{
    struct sampler sampler;
    double total = 0;
    assert_true(sampler_init(&sampler, SAMPLER_DENSE, &it->now, it->terms, it->model.term_count,
                             it->model.max_degree, NULL));
    for (uint32_t j = 0; j < ACTORS; j++) {
        double logarithm;
        assert_true(sampler_log_probability(&sampler, ego, j, &logarithm, NULL));
        expected[j] = exp(logarithm) * draws;
        total += expected[j];
    }
    assert_float_equal(total / draws, 1, 1e-9);
    sampler_clear(&sampler);
}

/* How far an ego's choices are from the probabilities: a normal deviate. */
static double compare(struct network_case *it, enum sampler_kind kind, bool ahead, uint32_t ego,
                      size_t draws, const double expected[ACTORS])
{
    struct sampler sampler;
    size_t seen[ACTORS] = {0};
    assert_true(sampler_init(&sampler, kind, &it->now, it->terms, it->model.term_count,
                             it->model.max_degree, NULL));
    sampler.ahead = ahead;
    struct stream draw = stream_open((struct moment){stream_key(17, kind + ahead), 0}, 4, ego);
    for (size_t d = 0; d < draws; d++) {
        uint32_t alter;
        assert_true(sampler_choose(&sampler, ego, &draw, &alter, NULL));
        seen[alter]++;
    }
    sampler_clear(&sampler);
    return chi_square(seen, expected, ACTORS);
}

/* `dense` looks at everybody each time, so that it makes a twentieth of the choices; `sparse`
 * makes a part of them with proposals drawn one by one, and as many with proposals drawn ahead. */
static void agree_for(struct network_case *it, const char *what, uint32_t ego, size_t draws,
                      size_t part)
{
    const struct {
        enum sampler_kind kind;
        bool ahead;
        size_t part;
    } ways[] = {
        {SAMPLER_DENSE, false, 20}, {SAMPLER_SPARSE, false, part}, {SAMPLER_SPARSE, true, part}};
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        double expected[ACTORS];
        const size_t count = draws / ways[w].part;
        expect(it, ego, (double)count, expected);
        const double z = compare(it, ways[w].kind, ways[w].ahead, ego, count, expected);
        const char *how = ways[w].ahead ? "sparse, ahead" : sampler_names[ways[w].kind];
        if (getenv("SAMPLER_TABLE"))
            print_message("%s, ego %u, %s: %.2f\n", how, ego, what, z);
        if (!(fabs(z) < 4.5))
            fail_msg("%s, ego %u, %s: z = %.2f", how, ego, what, z);
    }
}

static const uint32_t egos[] = {HUB, LONER, TYPICAL, UNNAMED};

/* Of the choices of all four egos, which tell of an effect; as a long test a half. */
static size_t part_of_all = 8;

static void agree(struct network_case *it, const char *what, size_t draws)
{
    for (size_t e = 0; e < sizeof egos / sizeof *egos; e++)
        agree_for(it, what, egos[e], draws, part_of_all);
}

static void model_of(struct network_case *it, double density, double distance)
{
    it->model.term_count = 0;
    it->model.max_degree = 0;
    networks_term(it, "density", ROLE_EVALUATION, density, NULL);
    networks_term(it, "recip", ROLE_EVALUATION, 1.2, NULL);
    if (distance != 0)
        networks_term(it, "X", ROLE_EVALUATION, distance, "distance");
}

/* So large that an effect is seen, so small that other options are chosen too. */
static double strength_of(const char *name)
{
    static const struct {
        const char *name;
        double value;
    } rows[] = {{"inPop", 0.03},    {"outPop", 0.05},  {"outAct", 0.02},  {"inAct", 0.02},
                {"reciAct", 0.01},  {"reciPop", 0.05}, {"nbrDist2", 0.1}, {"between", 0.02},
                {"absDiffX", 0.2},  {"diffX", 0.2},    {"egoX", 0.2},     {"altX", 0.2},
                {"egoXaltX", 0.05}, {"gwespRR", 0.5},  {"inActSqrt", 0.1}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        if (strcmp(rows[r].name, name) == 0)
            return rows[r].value;
    return 0.4;
}

static void both_samplers_choose_by_the_probabilities_with_every_effect(void **state)
{
    struct network_case *it = *state;
    for (size_t e = 0; e < effect_count; e++)
        for (int sign = -1; sign <= 1; sign += 2) {
            const struct effect *effect = &effects[e];
            const char *of = effect->of == OF_DYADIC ? "pairs" : e % 2 ? "amount" : "group";
            char what[64];
            snprintf(what, sizeof what, "%s %+d", effect->name, sign);
            model_of(it, -3.5, e % 3 == 0 ? -0.6 : 0);
            networks_term(it, effect->name, ROLE_EVALUATION, sign * strength_of(effect->name), of);
            agree(it, what, 10000);
        }
}

static void both_samplers_choose_by_the_probabilities_with_roles(void **state)
{
    struct network_case *it = *state;
    static const char *const names[] = {"recip", "transTrip", "inPopSqrt", "simX",
                                        "X",     "density",   "altX"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (int role = ROLE_CREATION; role <= ROLE_ENDOWMENT; role++) {
            char what[64];
            snprintf(what, sizeof what, "%s, %s", names[n], term_role_names[role]);
            const bool dyadic = strcmp(names[n], "X") == 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                model_of(it, -3, -0.4);
                networks_term(it, names[n], (enum term_role)role, sign * 0.4,
                              dyadic ? "distance" : "amount");
                agree(it, what, 10000);
            }
        }
}

static void popularity_with_a_hub_is_exact(void **state)
{
    struct network_case *it = *state;
    static const char *const names[] = {"inPop", "inPopSqrt", "outPop", "outPopSqrt", "nbrDist2"};
    static const double values[] = {0.08, 0.8, 0.15, 0.8, 0.15};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (int sign = -1; sign <= 1; sign += 2)
            for (int plane = -1; plane <= 1; plane++) {
                char what[64];
                snprintf(what, sizeof what, "%s %+d, distance %+d", names[n], sign, plane);
                model_of(it, sign > 0 ? -5 : -2, 0.5 * plane);
                networks_term(it, names[n], ROLE_EVALUATION, sign * values[n], NULL);
                agree_for(it, what, egos[(n + (size_t)(plane + 1)) % 4], 100000, part_of_all);
            }
}

static void distance_is_exact_near_and_far(void **state)
{
    struct network_case *it = *state;
    static const double values[] = {-4, -1.5, -0.2, 0.2, 1};
    for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
        char what[64];
        snprintf(what, sizeof what, "distance %.1f", values[v]);
        model_of(it, -3, values[v]);
        networks_term(it, "sameX", ROLE_EVALUATION, 0.6, "group");
        agree_for(it, what, egos[v % 4], 100000, 2);
    }
}

static void two_distances_and_pairs_are_exact_together(void **state)
{
    struct network_case *it = *state;
    model_of(it, -3, -1);
    networks_term(it, "X", ROLE_CREATION, 0.5, "distance");
    networks_term(it, "X", ROLE_EVALUATION, 0.9, "pairs");
    networks_term(it, "altX", ROLE_EVALUATION, 0.15, "amount");
    networks_term(it, "inPop", ROLE_CREATION, 0.03, NULL);
    networks_term(it, "nbrDist2", ROLE_EVALUATION, -0.1, NULL);
    networks_term(it, "simX", ROLE_EVALUATION, -1, "amount");
    agree(it, "everything", 25000);
}

static void a_full_actor_makes_no_tie(void **state)
{
    struct network_case *it = *state;
    const uint32_t degree = lists_degree(&it->now.out, TYPICAL);
    assert_true(degree >= 2);
    for (uint32_t most = degree - 1; most <= degree + 1; most++) {
        model_of(it, -1, -0.5);
        it->model.max_degree = most;
        agree(it, "a highest degree", 100000);
        for (int kind = 0; kind < 2; kind++) {
            struct sampler sampler;
            struct stream draw = stream_open((struct moment){stream_key(5, 0), 0}, 4, 0);
            assert_true(sampler_init(&sampler, (enum sampler_kind)kind, &it->now, it->terms,
                                     it->model.term_count, most, NULL));
            size_t made = 0;
            for (int d = 0; d < 2000; d++) {
                uint32_t alter;
                assert_true(sampler_choose(&sampler, TYPICAL, &draw, &alter, NULL));
                made += alter != TYPICAL && !network_has(&it->now, TYPICAL, alter);
            }
            assert_int_equal(made > 0, degree < most);
            sampler_clear(&sampler);
        }
    }
}

/* The envelope is then e^20 above what is left to choose: everybody is looked at in the end. */
static void an_actor_tied_to_all_that_is_popular_chooses_too(void **state)
{
    struct network_case *it = *state;
    const uint32_t tied = 3 * 33;
    assert_true(network_has(&it->now, tied, HUB));
    model_of(it, -3, 0);
    networks_term(it, "inPop", ROLE_EVALUATION, 0.3, NULL);
    networks_term(it, "density", ROLE_ENDOWMENT, 30, NULL);
    agree_for(it, "all that is popular is tied", tied, 20000, 2);
    agree_for(it, "all that is popular is ego", HUB, 20000, 2);
}

/* Utilities beyond what an exponential holds. */
static void utilities_beyond_a_thousand_do_no_harm(void **state)
{
    struct network_case *it = *state;
    model_of(it, -3, 0);
    networks_term(it, "inPop", ROLE_EVALUATION, 20, NULL);
    agree(it, "popularity without measure", 20000);
    model_of(it, 900, 0);
    agree(it, "ties without measure", 20000);
    model_of(it, -900, 0);
    agree(it, "no ties at all", 20000);
}

int main(int count, char **words)
{
    part_of_all = long_asked(count, words) ? 2 : part_of_all;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_samplers_choose_by_the_probabilities_with_every_effect),
        cmocka_unit_test(both_samplers_choose_by_the_probabilities_with_roles),
        cmocka_unit_test(popularity_with_a_hub_is_exact),
        cmocka_unit_test(distance_is_exact_near_and_far),
        cmocka_unit_test(two_distances_and_pairs_are_exact_together),
        cmocka_unit_test(a_full_actor_makes_no_tie),
        cmocka_unit_test(an_actor_tied_to_all_that_is_popular_chooses_too),
        cmocka_unit_test(utilities_beyond_a_thousand_do_no_harm),
    };
    return cmocka_run_group_tests(tests, settle, leave);
}
