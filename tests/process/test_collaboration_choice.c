/* What making or dropping a collaboration tie is worth, effect by effect, against
 * values worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/elementary.h"
#include "process/collaboration_know.h"
#include "support/village.h"
#include "world/founding.h"

static struct village village;
static struct collaboration_network_params weights;

static struct world *world_now(void)
{
    return &village.model->world;
}

/* The village without ties and contracts, where nothing weighs anything and all meet. */
static int settle(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 0, burn_in_organisations: 0}, "
                             "support_network: {burn_in: 0}}\n");
    struct world *world = world_now();
    for (size_t row = 0; row < world->collaborations.count; row++)
        world->collaborations.to[row] = COLUMN_NONE;
    for (size_t c = 0; c < world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS; c++)
        world->neighbourhoods.provider[c] = COLUMN_NONE;
    weights = (struct collaboration_network_params){.strangers = founding_count(world, 0) - 1.0};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void name(uint32_t from, uint32_t to)
{
    assert_true(collaborations_make(&world_now()->collaborations, from, to, 0.4f));
}

/* What toggling the tie is worth to `from`, with 0 for changing nothing. */
static double worth(uint32_t from, uint32_t to)
{
    struct collaboration_model model;
    struct collaboration_choice choice;
    double toggled, nothing;
    collaboration_model_init(&model, &weights, 1.25);
    collaboration_choice_open(&choice, &model, world_now(), 1);
    collaboration_choice_enter(&choice, 0);
    collaboration_know_others(&choice, from);
    assert_true(sampler_log_probability(&choice.sampler, from, to, &toggled, NULL));
    assert_true(sampler_log_probability(&choice.sampler, from, from, &nothing, NULL));
    return toggled - nothing;
}

#define assert_worth(from, to, value) assert_float_equal(worth(from, to), value, 1e-6)

static void a_tie_has_its_worth_and_beginning_a_threshold(void **state)
{
    (void)state;
    weights.density = 0.7;
    weights.making = -2;
    assert_worth(0, 1, 0.7 - 2);
    name(0, 1);
    assert_worth(0, 1, -0.7);
}

/* Of three ties: 2 x 3 + 1 for the fourth, 2 x 3 - 1 of the third. */
static void the_more_partners_the_dearer_the_next(void **state)
{
    (void)state;
    weights.crowding = -0.1;
    assert_worth(0, 4, -0.1);
    name(0, 1);
    name(0, 2);
    name(0, 3);
    assert_worth(0, 4, -0.7);
    assert_worth(0, 3, 0.5);
}

static void an_answered_tie_is_worth_more(void **state)
{
    (void)state;
    weights.reciprocity = 1.5;
    name(1, 0);
    assert_worth(0, 1, 1.5);
    assert_worth(0, 2, 0);
    name(0, 1);
    assert_worth(0, 1, -1.5);
    assert_worth(1, 0, -1.5);
}

/* e^0.69 (1 - (1 - e^-0.69)^n): 1 with one partner in between, 1.498 with two. */
static void partners_of_partners_are_nearer_and_each_next_one_adds_less(void **state)
{
    (void)state;
    weights.closure = 2;
    name(0, 1);
    name(1, 2);
    assert_worth(0, 2, 2);
    assert_worth(0, 3, 0);
    name(0, 3);
    name(3, 2);
    assert_worth(0, 2, 2 * (1 + (1 - elementary_exp(-0.69))));
}

static void contract(size_t neighbourhood, int domain, int slot, uint32_t organisation)
{
    world_now()
        ->neighbourhoods
        .provider[(neighbourhood * DOMAINS + (size_t)domain) * CONTRACT_SLOTS + (size_t)slot] =
        organisation;
}

/* Of organisation 0's four neighbourhoods 1 serves another domain in two, though
 * in one of them three; 2 serves only what 0 serves there too. */
static void who_serves_other_domains_in_the_same_neighbourhoods_complements(void **state)
{
    (void)state;
    weights.complement = 1;
    for (size_t n = 0; n < 4; n++) {
        contract(n, CARE, 0, 0);
        contract(n, CARE, 1, 2);
    }
    contract(0, YOUTH, 0, 1);
    contract(0, WORK, 1, 1);
    contract(0, DEBT, 2, 1);
    contract(1, SOCIAL, 0, 1);
    contract(9, SOCIAL, 0, 1);
    assert_worth(0, 1, 0.5);
    assert_worth(0, 2, 0);
    assert_worth(1, 0, 2.0 / 3); /* two of its three neighbourhoods */
    assert_worth(3, 0, 0);       /* who has no contract */
}

/* Visions 0.3 and 0.4 apart are 0.5 apart: 1 - 0.5 / 1.25. */
static void who_sees_the_same_is_worth_more(void **state)
{
    (void)state;
    float *vision = world_now()->organisations.vision;
    vision[0] = 0.1f;
    vision[1] = -0.2f;
    vision[2] = 0.4f;
    vision[3] = 0.2f;
    vision[4] = -0.9f;
    vision[5] = 1;
    weights.alignment = 0.5;
    assert_worth(0, 1, 0.3);
    assert_worth(0, 2, 0); /* 1.56 apart */
}

static void who_serves_the_same_domains_is_a_rival(void **state)
{
    (void)state;
    uint8_t *domains = world_now()->organisations.domains;
    domains[0] = 1u << CARE | 1u << YOUTH;
    domains[1] = 1u << YOUTH | 1u << DEBT;
    domains[2] = 1u << WORK;
    domains[3] = domains[0];
    weights.rivalry = -0.9;
    assert_worth(0, 1, -0.3);
    assert_worth(0, 2, 0);
    assert_worth(0, 3, -0.9);
}

/* Twice at tenders alone, half at three quarters, and none at all among partners. */
static void rivals_are_rivals_as_far_as_contracts_are_tendered(void **state)
{
    (void)state;
    static const float terms[] = {0, 0.75f, 1};
    static const double share[] = {2, 0.5, 0};
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    world_now()->organisations.domains[1] = world_now()->organisations.domains[0];
    weights.rivalry = -0.9;
    for (size_t k = 0; k < 3; k++) {
        for (size_t i = 0; i < n->count; i++)
            n->lever[i * LEVERS + COLLABORATION_TERMS] = terms[k];
        assert_worth(0, 1, -0.9 * share[k]);
    }
}

static void effort_trust_and_history_count_for_the_one_who_chooses(void **state)
{
    (void)state;
    world_now()->organisations.network_effort[0] = 0.7f;
    world_now()->organisations.trust[0] = 0.49f;
    world_now()->municipalities.history[0] = -0.5f;
    world_now()->organisations.network_effort[1] = 0.4f;
    weights.effort = 2;
    assert_worth(0, 1, 0.6);
    assert_worth(1, 0, 0);
    weights.trust = 3;
    assert_worth(0, 1, 0.6 - 0.3);
    weights.history = 1;
    assert_worth(0, 1, 0.6 - 0.3 - 0.5);
    name(0, 1);
    assert_worth(0, 1, -(0.6 - 0.3 - 0.5));
}

static void coordination_helps_to_begin_and_not_to_keep(void **state)
{
    (void)state;
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        world_now()->neighbourhoods.lever[n * LEVERS + COORDINATION] = 0.8f;
    weights.brokerage = 2;
    assert_worth(0, 1, 0.6);
    name(0, 1);
    assert_worth(0, 1, 0);
}

static void a_strong_tie_is_not_soon_dropped(void **state)
{
    (void)state;
    weights.strength = 3;
    name(0, 1);
    name(2, 0);
    assert_worth(0, 1, -1.2);
    assert_worth(0, 2, 0); /* what the other has made of it does not count */
}

/* All others together as one that one meets. One meets who names one, partners of
 * partners, and who has a contract in one's neighbourhoods. */
static void strangers_weigh_together_as_few_that_one_meets(void **state)
{
    (void)state;
    const double others = founding_count(world_now(), 0) - 1.0;
    weights.strangers = 1;
    for (uint32_t j = 1; j < 7; j++)
        assert_worth(0, j, -elementary_log(others));
    name(1, 0);
    name(0, 2);
    name(2, 3);
    contract(0, CARE, 0, 0);
    contract(0, CARE, 1, 4);
    contract(0, WORK, 0, 5);
    assert_worth(0, 1, 0);
    assert_worth(0, 2, 0); /* dropping is not meeting */
    assert_worth(0, 3, 0);
    assert_worth(0, 4, 0);
    assert_worth(0, 5, 0);
    assert_worth(0, 6, -elementary_log(others));
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(a_tie_has_its_worth_and_beginning_a_threshold),
        IN_VILLAGE(the_more_partners_the_dearer_the_next),
        IN_VILLAGE(an_answered_tie_is_worth_more),
        IN_VILLAGE(partners_of_partners_are_nearer_and_each_next_one_adds_less),
        IN_VILLAGE(who_serves_other_domains_in_the_same_neighbourhoods_complements),
        IN_VILLAGE(who_sees_the_same_is_worth_more),
        IN_VILLAGE(who_serves_the_same_domains_is_a_rival),
        IN_VILLAGE(rivals_are_rivals_as_far_as_contracts_are_tendered),
        IN_VILLAGE(effort_trust_and_history_count_for_the_one_who_chooses),
        IN_VILLAGE(coordination_helps_to_begin_and_not_to_keep),
        IN_VILLAGE(a_strong_tie_is_not_soon_dropped),
        IN_VILLAGE(strangers_weigh_together_as_few_that_one_meets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
