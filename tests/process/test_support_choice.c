/* A choice follows the effects: weights are those of the table of effects, and what is
 * drawn has the probabilities that a look at everybody gives. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "process/support_choice.h"
#include "support/village.h"
#include "world/draw.h"

enum { DRAWS = 60000, EGOS = 200 };

static struct village village;
static struct support_setting setting;
static struct support_ego ego;

static int settle(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 2}, support_network: {burn_in: 6, "
                             "popularity: 0.3, street_reach: 10}}\n");
    struct moment now = village.model->now;
    now.month = 1;
    support_know(&village.scenario.params.support_network, now, &village.model->world);
    support_setting_init(&setting, &village.scenario.params.support_network, now,
                         &village.model->world);
    support_ego_init(&ego);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static size_t neighbourhood_of(uint32_t place)
{
    const struct world *world = &village.model->world;
    return world->blocks.neighbourhood[blocks_find(&world->blocks, place)];
}

static uint32_t resident(uint32_t from)
{
    while (!residents_present(&village.model->world.residents, from))
        from++;
    return from;
}

/* What the effects of people read of one option, taken from the residents themselves. */
static void describe(struct people_options *options, size_t k, const struct support_option *option)
{
    const struct world *world = &village.model->world;
    const uint32_t i = ego.place, j = option->place;
    const int years = residents_age_months(&world->residents, i, setting.now.month) / 12;
    const int apart = world->residents.birth[i] - world->residents.birth[j];
    const bool related = option->relation & (RELATION_HOUSEHOLD | RELATION_KIN);
    const bool street = option->relation & RELATION_STREET;
    options->alter[k] = j;
    options->tied[k] = option->tied;
    options->back[k] = (option->relation & SUPPORT_BACK) != 0;
    options->relation[k] = option->relation & (SUPPORT_BACK - 1);
    options->two_path[k] = option->common;
    options->strength[k] = option->strength / 255.0f;
    options->apart[k] = (float)abs(apart) / 12;
    options->burden[k] = (float)(uint32_t)(255 * world->residents.strain[j]) / 255;
    options->offset[k] = related ? 0 : support_meeting(street ? TIE_STREET : TIE_FRIEND, years);
}

/* The utilities by the effects, one by one, over the network of all residents. */
static void every_weight_is_the_exponent_of_the_effects(void **state)
{
    (void)state;
    const struct ties *ties = &village.model->world.ties;
    const struct network network = {
        .out = {.slot = ties->alter, .stride = TIE_SLOTS, .degrees = ties->degree},
        .in = {.slot = ties->ego, .stride = TIE_SLOTS, .degrees = ties->in_degree}};
    static struct people_options options;
    size_t compared = 0;
    for (uint32_t e = 0; e < EGOS; e++) {
        const uint32_t i = resident(e * 7);
        struct support_balance balance;
        support_options_gather(&setting, &ego, i, neighbourhood_of(i));
        support_weigh(&setting, &ego, &balance);
        people_options_init(&options);
        options.choice.ego = i;
        options.choice.count = ego.count;
        options.choice.tied_count = ego.degree;
        options.sociability = ego.sociability;
        for (size_t k = 0; k < ego.count; k++)
            describe(&options, k, &ego.option[k]);
        effect_utilities(setting.terms.term, setting.terms.count, &network, &options.choice, 0,
                         ego.count);
        for (size_t k = 0; k < ego.count; k++) {
            const bool barred = !ego.option[k].tied && ego.weight[k] == 0;
            const double weight = exp(options.utility[k]);
            if (!barred)
                assert_true(fabs(ego.weight[k] - weight) <= 1e-9 * weight);
            compared++;
        }
    }
    assert_true(compared > 20 * EGOS);
}

/* Those whom ego counts on come first, and everybody two ties away is there with the number
 * of ways. */
static void the_local_set_holds_whom_counts_lead_to(void **state)
{
    (void)state;
    const struct ties *ties = &village.model->world.ties;
    const uint32_t i = resident(500);
    support_options_gather(&setting, &ego, i, neighbourhood_of(i));
    for (size_t k = 0; k < ego.count; k++) {
        const struct support_option *option = &ego.option[k];
        uint32_t ways = 0;
        for (size_t s = 0; s < ties->degree[i]; s++)
            ways +=
                ties_has(ties, tie_place(ties->alter[(size_t)i * TIE_SLOTS + s]), option->place);
        assert_int_equal(option->tied, ties_has(ties, i, option->place));
        assert_int_equal(option->tied, k < ego.degree);
        assert_int_equal((option->relation & SUPPORT_BACK) != 0, ties_has(ties, option->place, i));
        assert_int_equal(option->common, ways);
    }
}

/* Of all strangers of the neighbourhood alike in the rest: who goes there too is e^focus times
 * as likely. */
static void who_goes_to_the_same_meeting_place_is_met_sooner(void **state)
{
    (void)state;
    uint32_t *known = village.model->world.scratch.known;
    const uint32_t i = resident(500);
    const uint32_t as_it_was = known[i];
    const double focus = village.scenario.params.support_network.focus;
    support_options_gather(&setting, &ego, i, neighbourhood_of(i));
    uint32_t j = i + 1;
    while (!residents_present(&village.model->world.residents, j) ||
           support_options_local(&ego, j) || !known_open(known[j]))
        j++;
    const enum support_ring ring = support_ring_of(&ego, j);
    assert_true(ring != RING_TOWN);
    const uint32_t other = known[j];
    ego.meets = true;
    known[j] = other & ~(uint32_t)KNOWN_MEETS;
    const double apart = support_weigh_stranger(&setting, &ego, j, ring);
    known[j] = other | KNOWN_MEETS;
    const double together = support_weigh_stranger(&setting, &ego, j, ring);
    assert_float_equal(together / apart, exp(focus), 1e-9);
    ego.meets = false;
    assert_float_equal(support_weigh_stranger(&setting, &ego, j, ring), apart, 1e-12 * apart);
    known[j] = other;
    assert_int_equal(known[i], as_it_was);
}

/* In proportion to the lever, and nobody where there is no place to meet. */
static void as_many_go_as_there_is_place_for(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    struct support_network_params params = village.scenario.params.support_network;
    params.meeting_share = 0.6;
    for (float lever = 0; lever <= 1; lever += 0.5f) {
        double there = 0, going = 0;
        for (size_t n = 0; n < world->neighbourhoods.count; n++)
            world->neighbourhoods.lever[n * LEVERS + MEETING_PLACES] = lever;
        support_know(&params, setting.now, world);
        for (size_t i = 0; i < world->residents.count; i++) {
            there += (world->scratch.known[i] & KNOWN_PRESENT) != 0;
            going += (world->scratch.known[i] & KNOWN_MEETS) != 0;
        }
        assert_float_equal(going / there, 0.6 * (double)lever, lever > 0 ? 0.04 : 1e-12);
    }
}

/* The exact probabilities, by a sum over everybody of the municipality. */
static double probabilities(uint32_t i, double *chance, double *none)
{
    const struct world *world = &village.model->world;
    struct support_balance balance;
    support_options_gather(&setting, &ego, i, neighbourhood_of(i));
    support_weigh(&setting, &ego, &balance);
    double total = balance.near;
    for (uint32_t j = 0; j < world->residents.count; j++) {
        chance[j] = 0;
        if (j == i || support_options_local(&ego, j))
            continue;
        const enum support_ring ring = support_ring_of(&ego, j);
        chance[j] = support_weigh_stranger(&setting, &ego, j, ring) / support_ring_size(&ego, ring);
        total += chance[j];
    }
    for (size_t k = 0; k < ego.count; k++)
        chance[ego.option[k].place] = ego.weight[k];
    for (uint32_t j = 0; j < world->residents.count; j++)
        chance[j] /= total;
    *none = 1 / total;
    return total;
}

/* Pearson's statistic over the options that are expected often enough and the rest together, as a
 * standard normal deviate (Wilson and Hilferty 1931). */
static double deviate(const double *chance, const uint32_t *count, size_t places, double none,
                      uint32_t unchanged)
{
    double sum = pow(unchanged - DRAWS * none, 2) / (DRAWS * none), rest = 0, seen = 0;
    double degrees = 0;
    for (size_t j = 0; j < places; j++) {
        const double expected = DRAWS * chance[j];
        if (expected < 8) {
            rest += expected;
            seen += count[j];
            continue;
        }
        sum += pow(count[j] - expected, 2) / expected;
        degrees++;
    }
    if (rest > 5)
        sum += pow(seen - rest, 2) / rest, degrees++;
    const double spread = 2 / (9 * degrees);
    return (cbrt(sum / degrees) - (1 - spread)) / sqrt(spread);
}

static void choices_have_the_probabilities_of_a_look_at_everybody(void **state)
{
    (void)state;
    const size_t places = village.model->world.residents.count;
    double *chance = calloc(places, sizeof *chance);
    uint32_t *count = calloc(places, sizeof *count);
    assert_true(chance && count);
    for (uint32_t e = 0; e < 4; e++) {
        const uint32_t i = resident(100 + 531 * e);
        struct support_counts counts = {0};
        double none;
        uint32_t unchanged = 0;
        probabilities(i, chance, &none);
        for (size_t j = 0; j < places; j++)
            count[j] = 0;
        for (uint32_t d = 0; d < DRAWS; d++) {
            struct stream draw = stream_open(setting.now, DRAW_TIE, d);
            const uint32_t intent =
                support_choose(&setting, &ego, i, neighbourhood_of(i), &draw, &counts);
            if (intent)
                count[tie_place(intent)]++;
            else
                unchanged++;
        }
        assert_true(fabs(deviate(chance, count, places, none, unchanged)) < 4);
        assert_true(counts.refused > 0 && counts.refused < counts.proposals);
    }
    free(chance);
    free(count);
}

static void whom_sixteen_count_on_is_not_chosen_and_who_has_sixteen_makes_none(void **state)
{
    (void)state;
    struct world *world = &village.model->world;
    const uint32_t i = resident(300);
    struct support_balance balance;
    for (uint32_t j = 0; ties_degree(&world->ties, i) < TIE_SLOTS; j++)
        if (residents_present(&world->residents, j))
            ties_make(&world->ties, i, j, TIE_FRIEND, 99);
    support_options_gather(&setting, &ego, i, neighbourhood_of(i));
    support_weigh(&setting, &ego, &balance);
    assert_true(balance.far[RING_TOWN] == 0 && balance.far[RING_STREET] == 0);
    for (size_t k = 0; k < ego.count; k++)
        assert_true(ego.option[k].tied ? ego.weight[k] > 0 : ego.weight[k] == 0);
    const uint32_t star = resident(900), other = resident(950);
    for (uint32_t j = 0; world->ties.in_degree[star] < TIE_SLOTS; j++)
        if (residents_present(&world->residents, j) && j != other)
            ties_make(&world->ties, j, star, TIE_FRIEND, 99);
    support_named(world, star);
    support_options_gather(&setting, &ego, other, neighbourhood_of(other));
    assert_true(support_weigh_stranger(&setting, &ego, star, support_ring_of(&ego, star)) == 0);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(every_weight_is_the_exponent_of_the_effects),
        IN_VILLAGE(the_local_set_holds_whom_counts_lead_to),
        IN_VILLAGE(who_goes_to_the_same_meeting_place_is_met_sooner),
        IN_VILLAGE(as_many_go_as_there_is_place_for),
        IN_VILLAGE(choices_have_the_probabilities_of_a_look_at_everybody),
        IN_VILLAGE(whom_sixteen_count_on_is_not_chosen_and_who_has_sixteen_makes_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
