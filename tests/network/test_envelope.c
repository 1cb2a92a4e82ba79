/* The envelope is never below the weight of a far alter, adds up to its total, and proposes in
 * proportion to itself; also after the network has changed under it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "support/chi_square.h"
#include "support/networks.h"

enum { ACTORS = 300, EGOS = 12 };

static void settle(struct network_case *it)
{
    networks_make(it, ACTORS, 4);
    struct stream draw = stream_open((struct moment){stream_key(4, 0), 0}, 3, 0);
    for (uint32_t i = 0; i < ACTORS; i++) {
        double *record = it->now.record + i * it->now.record_size;
        record[0] = stream_below(&draw, 5000);
        record[1] = stream_below(&draw, 2000);
        record[2] = stream_below(&draw, 6);
        record[3] = stream_below(&draw, 3);
    }
    networks_plane(it, "distance", 0, 0.001);
    networks_covariate(it, "amount", 2);
    networks_covariate(it, "group", 3);
    networks_scatter(it, 4, 8);
    for (uint32_t i = 1; i < ACTORS; i += 4)
        if (!network_has(&it->now, i, 0))
            networks_tie(it, i, 0);
}

struct looked {
    size_t seen[ACTORS + 1];
    double weight[ACTORS + 1]; /* the last are for nobody */
};

/* Proposals to an ego; the weight of an alter is that at which it was proposed, always the same. */
static void look(const struct envelope *envelope, uint32_t ego, size_t proposals,
                 struct looked *looked)
{
    struct stream draw = stream_open((struct moment){stream_key(9, 0), 0}, 5, ego);
    *looked = (struct looked){.seen = {0}};
    for (size_t p = 0; p < proposals; p++) {
        const double share = stream_uniform(&draw);
        const struct proposal proposal = envelope_propose(envelope, ego, share, &draw);
        const uint32_t alter = proposal.alter == ego ? ACTORS : proposal.alter;
        if (looked->seen[alter]++ == 0)
            looked->weight[alter] = exp(proposal.bound);
        else if (alter != ACTORS)
            assert_float_equal(looked->weight[alter] / exp(proposal.bound), 1, 1e-12);
    }
}

/* What a far alter is worth, by all terms and as the envelope tells it. */
static void check_weight(struct network_case *it, const struct envelope *envelope,
                         struct choice *choice, uint32_t alter, double weight)
{
    size_t open;
    const struct term *terms = envelope_open(envelope, &open);
    const struct envelope_ego ego = envelope_ego(envelope, choice->ego);
    const uint32_t k = choice_put(choice, alter);
    effect_utilities(it->terms, it->model.term_count, &it->now, choice, k, k + 1);
    const double utility = choice->utility[k];
    effect_utilities(terms, open, &it->now, choice, k, k + 1);
    double score = 0;
    for (size_t t = envelope->first[REACH_ALTER]; t < envelope->first[REACH_AROUND]; t++)
        score += envelope->terms[t].effect->bound(&envelope->terms[t], &it->now, alter);
    assert_float_equal(ego.own + score + choice->utility[k], utility, 1e-9);
    if (utility > log(weight) + ego.own + ego.pair + 1e-9)
        fail_msg("ego %u, alter %u: weight e^%.6g above the envelope's e^%.6g", choice->ego, alter,
                 utility, log(weight) + ego.own + ego.pair);
    choice_drop_last(choice);
}

static void check_ego(struct network_case *it, const struct envelope *envelope, uint32_t ego)
{
    const size_t proposals = 60000;
    const double total = envelope_total(envelope);
    struct looked looked;
    struct choice choice;
    assert_true(choice_init(&choice, 8, NULL));
    assert_true(
        choice_gather(&choice, &it->now, ego, effect_counts(it->terms, it->model.term_count)));
    look(envelope, ego, proposals, &looked);
    double sum = 0, expected[ACTORS + 1];
    for (uint32_t j = 0; j < ACTORS; j++) {
        expected[j] = looked.weight[j] / total * (double)proposals;
        sum += looked.weight[j];
        if (j != ego && looked.seen[j] > 0 && choice_find(&choice, j) == CHOICE_NONE)
            check_weight(it, envelope, &choice, j, looked.weight[j]);
    }
    assert_true(sum < total * (1 + 1e-9));
    expected[ACTORS] = (1 - sum / total) * (double)proposals;
    const double z = chi_square(looked.seen, expected, ACTORS + 1);
    if (!(fabs(z) < 4.5))
        fail_msg("ego %u: proposals are not as the envelope says, z = %.2f", ego, z);
    choice_clear(&choice);
}

static void check(struct network_case *it)
{
    struct envelope envelope;
    assert_true(envelope_init(&envelope, &it->now, it->terms, it->model.term_count, NULL));
    for (uint32_t e = 0; e < EGOS; e++)
        check_ego(it, &envelope, e * 25);
    envelope_clear(&envelope);
}

static void without_covariates_everybody_is_proposed_alike(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    networks_term(&it, "density", ROLE_EVALUATION, -2, NULL);
    networks_term(&it, "transTrip", ROLE_EVALUATION, 0.4, NULL);
    check(&it);
    networks_clear(&it);
}

static void distance_is_bounded_cell_by_cell(void **state)
{
    (void)state;
    static const double values[] = {-3, -0.6, 0.4};
    for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
        struct network_case it;
        settle(&it);
        networks_term(&it, "density", ROLE_EVALUATION, -2, NULL);
        networks_term(&it, "X", ROLE_EVALUATION, values[v], "distance");
        networks_term(&it, "simX", ROLE_EVALUATION, 0.9, "amount");
        check(&it);
        networks_clear(&it);
    }
}

static void the_popular_are_proposed_by_their_score(void **state)
{
    (void)state;
    for (int distance = 0; distance < 2; distance++) {
        struct network_case it;
        settle(&it);
        networks_term(&it, "inPop", ROLE_EVALUATION, 0.1, NULL);
        networks_term(&it, "nbrDist2", ROLE_EVALUATION, 0.1, NULL);
        networks_term(&it, "altX", ROLE_EVALUATION, 0.3, "amount");
        networks_term(&it, "sameX", ROLE_CREATION, -0.5, "group");
        if (distance)
            networks_term(&it, "X", ROLE_CREATION, -1, "distance");
        check(&it);
        networks_clear(&it);
    }
}

/* Every change tells the envelope of exactly those whose score it changes. */
static void it_holds_after_the_network_has_changed(void **state)
{
    (void)state;
    struct network_case it;
    settle(&it);
    static const char *const names[] = {"inPopSqrt", "outPop", "reciPop", "nbrDist2", "altX"};
    networks_term(&it, "density", ROLE_EVALUATION, -2.5, NULL);
    networks_term(&it, "X", ROLE_EVALUATION, -0.5, "distance");
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        networks_term(&it, names[n], ROLE_EVALUATION, n % 2 ? -0.05 : 0.1, "amount");
    it.behaviour = (struct behaviour){.covariate = &it.covariates[0], .least = 0, .most = 5};
    it.model.behaviour_count = 1;
    it.behaviour_pace.rate = 4;
    it.model.network_pace.rate = 20;
    struct evolution evolution;
    assert_true(
        evolution_init(&evolution, &it.model, &it.now, SAMPLER_SPARSE, stream_key(1, 0), NULL));
    size_t steps = 0;
    for (bool over = false; !over; steps++) {
        struct mini_step step;
        assert_true(evolution_next(&evolution, &step, &over, NULL));
    }
    assert_true(steps > 6000);
    const struct envelope *envelope = &evolution.sampler.envelope;
    for (uint32_t i = 0; i < ACTORS; i++) {
        double score = 0;
        for (size_t t = envelope->first[REACH_ALTER]; t < envelope->first[REACH_PAIR]; t++)
            score += envelope->terms[t].effect->bound(&envelope->terms[t], &it.now, i);
        assert_int_equal(envelope->scores.bucket[i], buckets_of(score));
    }
    for (uint32_t e = 0; e < EGOS; e++)
        check_ego(&it, envelope, e * 25);
    evolution_clear(&evolution);
    networks_clear(&it);
}

/* A far alter's contribution to an effect, of whichever sign, beside what the table says of it. */
static void check_bound(const struct network *network, const struct term *term, uint32_t ego,
                        uint32_t alter, double worth)
{
    const struct effect *effect = term->effect;
    const uint32_t of = effect->reach == REACH_ALTER || effect->reach == REACH_AROUND ? alter : ego;
    const double bound = effect->bound ? effect->bound(term, network, of) : 0;
    const bool exact = effect->reach != REACH_AROUND && effect->reach != REACH_PAIR;
    if (!(worth <= bound + 1e-9) || (exact && !(worth >= bound - 1e-9)))
        fail_msg("%s x %g, ego %u, alter %u: %g, bound %g", effect->name, term->value, ego, alter,
                 worth, bound);
}

static void every_effect_reaches_as_far_as_the_table_says(void **state)
{
    (void)state;
    struct network_case it;
    struct choice choice;
    settle(&it);
    assert_true(choice_init(&choice, 8, NULL));
    for (size_t e = 0; e < 2 * effect_count; e++) {
        const bool dyadic = effects[e / 2].of == OF_DYADIC;
        it.model.term_count = 0;
        const struct term *term = networks_term(&it, effects[e / 2].name, ROLE_EVALUATION,
                                                e % 2 ? -0.7 : 0.7, dyadic ? "distance" : "amount");
        assert_int_equal(effects[e / 2].bound == NULL, effects[e / 2].reach == REACH_LOCAL);
        size_t checked = 0;
        for (uint32_t i = 0; i < ACTORS; i += 7)
            for (uint32_t j = i % 5; j < ACTORS; j += 5) {
                assert_true(choice_gather(&choice, &it.now, i, effect_counts(term, 1)));
                if (j == i || choice_find(&choice, j) != CHOICE_NONE)
                    continue;
                const uint32_t k = choice_put(&choice, j);
                effect_utilities(term, 1, &it.now, &choice, k, k + 1);
                check_bound(&it.now, term, i, j, choice.utility[k]);
                checked++;
            }
        assert_true(checked > 500);
    }
    choice_clear(&choice);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_covariates_everybody_is_proposed_alike),
        cmocka_unit_test(distance_is_bounded_cell_by_cell),
        cmocka_unit_test(the_popular_are_proposed_by_their_score),
        cmocka_unit_test(it_holds_after_the_network_has_changed),
        cmocka_unit_test(every_effect_reaches_as_far_as_the_table_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
