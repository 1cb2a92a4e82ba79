/* Contracts are placed anew: who bids, who is chosen, and what it does to those who bid. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/institutions_contracts.h"
#include "process/institutions_tender.h"
#include "process/institutions_village.h"
#include "world/costs.h"
#include "world/founding.h"

enum { SLOTS = DOMAINS * CONTRACT_SLOTS };

/* Twelve institutions that all serve care, alike in all that counts; the first holds it. */
static int settle(void **state)
{
    (void)state;
    first_day();
    struct organisations *o = &world_now()->organisations;
    for (size_t i = 0; i < o->count; i++) {
        o->domains[i] = 1u << CARE;
        o->routine[i] = o->network_effort[i] = 0.4f;
        o->outcome[i] = 0.6f;
        o->network_position[i] = o->friction[i] = o->voiced[i] = 0;
    }
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    for (size_t c = 0; c < n->count * SLOTS; c++) {
        n->provider[c] = c % SLOTS == 0 ? 0 : COLUMN_NONE;
        n->provider_share[c] = c % SLOTS == 0 ? 1 : 0;
        n->contract_left[c] = 36;
        n->hours_seen[c] = n->results_seen[c] = 0;
    }
    lever(COLLABORATION_TERMS, 0.5);
    lever(ENTRANT_OPENNESS, 0.5);
    return 0;
}

static struct tender open_tender(uint32_t month)
{
    struct moment now = village.model->now;
    now.month = month;
    const struct params *all = &village.scenario.params;
    struct tender tender = {.params = params(),
                            .costs = &all->finance,
                            .pay = &all->formal_support,
                            .now = now,
                            .world = world_now()};
    tender_open(&tender);
    return tender;
}

/* How many of so many tenders the organisation wins, which holds the contract each time. */
static double won_by(uint32_t organisation, uint32_t holder)
{
    enum { TENDERS = 4000 };
    uint32_t won = 0;
    for (uint32_t month = 1; month <= TENDERS; month++) {
        world_now()->neighbourhoods.provider[0] = holder;
        struct tender tender = open_tender(month);
        won += tender_award(&tender) == organisation;
    }
    return (double)won / TENDERS;
}

static void the_holder_and_three_others_who_serve_the_domain_bid(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    for (uint32_t month = 1; month < 200; month++) {
        const struct tender tender = open_tender(month);
        assert_int_equal(tender.count, 4);
        assert_int_equal(tender.bidders[3].organisation, 0);
        for (size_t b = 0; b < 3; b++) {
            assert_int_equal(o->kind[tender.bidders[b].organisation], ORGANISATION_INSTITUTION);
            assert_true(tender.bidders[b].organisation > 0);
            for (size_t c = 0; c < b; c++)
                assert_int_not_equal(tender.bidders[b].organisation,
                                     tender.bidders[c].organisation);
        }
    }
}

/* 1 / (1 + 3 exp(-5 x 0.5)) = 0.802 where all are alike. */
static void who_holds_a_contract_keeps_it_by_the_logit_of_incumbency(void **state)
{
    (void)state;
    assert_float_equal(won_by(0, 0), 1 / (1 + 3 * exp(-2.5)), 0.025);
    lever(ENTRANT_OPENNESS, 1);
    assert_float_equal(won_by(0, 0), 0.25, 0.03);
    lever(ENTRANT_OPENNESS, 0);
    assert_float_equal(won_by(0, 0), 1 / (1 + 3 * exp(-5)), 0.015);
}

/* A bid is the cost of an hour and a mark-up that grows with partnership. */
static void a_bid_is_cost_and_mark_up(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    o->network_effort[0] = 0.7f; /* 5% of 0.3 dearer */
    struct tender tender = open_tender(1);
    assert_float_equal(tender.bidders[3].price, 0.97 * 1.015 * 1.03, 1e-6);
    assert_float_equal(tender.bidders[0].price, 0.97 * 1.03, 1e-6);
    lever(COLLABORATION_TERMS, 1);
    tender = open_tender(1);
    assert_float_equal(tender.bidders[0].price, 0.97 * 1.045, 1e-6);
}

/* Results are paid as 100 hours, and took (1500 + 10 x 100)/(10 + 10) = 125 of this contract: so
 * they bring 0.8 of what they took. Nobody reckons with less than half. */
static void all_bid_what_makes_up_for_results_that_took_longer_than_is_paid(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    const double usual = 0.97 * 1.03, terms[] = {0, 0.5, 1};
    village.scenario.params.formal_support.result_weight = 10;
    world_now()->municipalities.result_hours[0] = 100;
    n->results_seen[0] = 10;
    for (int k = 0; k < 3; k++) {
        lever(RESULTS_FINANCING, terms[k]);
        n->hours_seen[0] = 1500;
        struct tender tender = open_tender(1);
        for (size_t b = 0; b < tender.count; b++)
            assert_float_equal(tender.bidders[b].price, usual / (1 - 0.2 * terms[k]), 1e-6);
        n->hours_seen[0] = 150000;
        tender = open_tender(1);
        assert_float_equal(tender.bidders[0].price, usual / (1 - 0.5 * terms[k]), 1e-6);
    }
}

/* Of two bids that differ by 0.04 in price: 20 x (1 - terms) x 0.04. */
static void price_weighs_less_the_more_contracts_are_partnerships(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    double apart[2];
    o->routine[0] = (float)(0.4 - 0.04 / (0.05 * 0.97 * 1.03)); /* as much dearer */
    params()->mark_up = 0.03;
    for (int k = 0; k < 2; k++) {
        lever(COLLABORATION_TERMS, k);
        lever(ENTRANT_OPENNESS, 1);
        const struct tender tender = open_tender(1);
        apart[k] = tender.bidders[0].appeal - tender.bidders[3].appeal;
    }
    assert_float_equal(apart[0], 20 * 0.04 * 1.015 / 1.03, 1e-3);
    assert_float_equal(apart[1], 0, 1e-9);
}

static void outcome_and_position_count_by_their_weights(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    lever(ENTRANT_OPENNESS, 1);
    o->outcome[0] = 0.7f;
    o->network_position[0] = 0.5f;
    const struct tender tender = open_tender(1);
    assert_float_equal(tender.bidders[3].appeal - tender.bidders[0].appeal, 4 * 0.1 + 2 * 0.5,
                       1e-5);
}

/* Nobody has seen a newcomer's work: it counts as the mean of the others. */
static void what_nobody_has_seen_counts_as_the_mean_of_the_others(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    o->outcome[0] = 0;
    const struct tender tender = open_tender(1);
    assert_float_equal(tender.bidders[3].outcome, 0.6, 1e-6);
}

/* 0.1 x 2 x (1 - 0.5) of strength goes, and nothing where terms are those of partners. */
static void rivals_like_each_other_less_unless_contracts_are_partnerships(void **state)
{
    (void)state;
    struct collaborations *ties = &world_now()->collaborations;
    for (int k = 0; k < 2; k++) {
        struct tender tender = open_tender(5);
        for (size_t a = 0; a < tender.count; a++)
            for (size_t b = 0; b < tender.count; b++) {
                collaborations_drop(ties, tender.bidders[a].organisation,
                                    tender.bidders[b].organisation);
                if (a != b)
                    assert_true(collaborations_make(ties, tender.bidders[a].organisation,
                                                    tender.bidders[b].organisation, 0.5f));
            }
        lever(COLLABORATION_TERMS, k == 0 ? 0.5 : 1);
        const uint32_t winner = tender_award(&tender);
        world_now()->neighbourhoods.provider[0] = 0;
        for (size_t b = 0; b < tender.count; b++)
            if (tender.bidders[b].organisation != winner)
                assert_float_equal(
                    collaborations_link(ties, winner, tender.bidders[b].organisation),
                    k == 0 ? 0.4 : 0.5, 1e-6);
    }
}

static void a_contract_that_changes_hands_has_to_settle_in(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    const struct moment now = village.model->now;
    n->settling_in[0] = 0.2f;
    institutions_contracts(&village.scenario.params, now, world_now());
    assert_float_equal(n->settling_in[0], 0.2 * 0.85, 1e-6);
    assert_int_equal(n->contract_left[0], 35);
    params()->incumbency = 0;
    for (size_t k = 0; k < n->count; k++)
        n->contract_left[k * SLOTS] = 1;
    institutions_contracts(&village.scenario.params, now, world_now());
    size_t changed = 0;
    for (size_t k = 0; k < n->count; k++) {
        const bool other = n->provider[k * SLOTS] != 0;
        changed += other;
        assert_int_equal(n->contract_left[k * SLOTS], 36);
        if (other)
            assert_float_equal(n->settling_in[k * SLOTS], 0.3, 1e-6);
    }
    assert_true(changed > 5);
    assert_int_equal(changed, world_now()->municipalities.contracts_changed[0]);
    assert_int_equal(n->count, world_now()->municipalities.contracts_placed[0]);
}

/* Three months after its holder has gone there is another, who may come from elsewhere. */
static void a_contract_without_a_holder_is_placed_after_the_gap(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    struct organisations *o = &world_now()->organisations;
    for (size_t i = 0; i < o->count; i++)
        o->domains[i] = 1u << DEBT; /* nobody serves care any more */
    founding_end(world_now(), 0);
    for (int month = 1; month <= 3; month++) {
        assert_int_equal(n->provider[0], COLUMN_NONE);
        institutions_contracts(&village.scenario.params, village.model->now, world_now());
    }
    assert_int_not_equal(n->provider[0], COLUMN_NONE);
    assert_true(o->domains[n->provider[0]] >> CARE & 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(the_holder_and_three_others_who_serve_the_domain_bid),
        IN_VILLAGE(who_holds_a_contract_keeps_it_by_the_logit_of_incumbency),
        IN_VILLAGE(a_bid_is_cost_and_mark_up),
        IN_VILLAGE(all_bid_what_makes_up_for_results_that_took_longer_than_is_paid),
        IN_VILLAGE(price_weighs_less_the_more_contracts_are_partnerships),
        IN_VILLAGE(outcome_and_position_count_by_their_weights),
        IN_VILLAGE(what_nobody_has_seen_counts_as_the_mean_of_the_others),
        IN_VILLAGE(rivals_like_each_other_less_unless_contracts_are_partnerships),
        IN_VILLAGE(a_contract_that_changes_hands_has_to_settle_in),
        IN_VILLAGE(a_contract_without_a_holder_is_placed_after_the_gap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
