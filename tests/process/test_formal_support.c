/* Cases are served by rank, with what the contracts give, and wait. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_contracts.h"
#include "process/formal_village.h"
#include "world/hours.h"

static bool known_case(uint32_t row)
{
    const struct world *world = world_now();
    return !(world->needs.flags[row] & NEED_ENDED) && world->needs.provider[row] != NO_PROVIDER &&
           world->residents.known[world->needs.resident[row]] >> world->needs.domain[row] & 1;
}

/* Calls `act` for every known case. */
static void over_cases(void (*act)(size_t n, uint32_t row))
{
    const struct blocks *blocks = &world_now()->blocks;
    size_t cases = 0;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t k = 0; k < blocks->row_count[b]; k++)
            if (known_case(blocks->first_row[b] + k)) {
                act(blocks->neighbourhood[b], blocks->first_row[b] + k);
                cases++;
            }
    assert_true(cases > 50);
}

static double wanted(uint32_t row)
{
    const struct needs *needs = &world_now()->needs;
    const double step = village.scenario.params.intake.self_scaling_step;
    return ((double)needs->net[row] - hours_from_people(needs, row)) *
           (1 - step * (1 - needs->scaling[row]));
}

static void gets_all(size_t n, uint32_t row)
{
    (void)n;
    const struct needs *needs = &world_now()->needs;
    assert_float_equal(needs->formal[row], fmax(wanted(row), 0), 1.0 / 16 + 1e-4);
    if (needs->formal[row] > 0) {
        assert_int_equal(needs->waiting[row], 0);
        assert_int_equal(needs->flags[row] & NEED_HELPED, NEED_HELPED);
        assert_true(needs->effectiveness[row] > 0);
    }
}

static void with_ample_supply_all_get_what_the_level_they_chose_asks(void **state)
{
    (void)state;
    ample_money();
    contract_all(100000);
    for (uint32_t row = 0; row < world_now()->needs.capacity; row++)
        world_now()->needs.scaling[row] = (int8_t)(row % 3) - 1;
    support_month();
    over_cases(gets_all);
}

/* With two steps down of 0.8 each less than nothing would be left. */
static void who_scaled_down_to_nothing_asks_nothing(void **state)
{
    (void)state;
    ample_money();
    contract_all(100000);
    village.scenario.params.intake.self_scaling_step = 0.8;
    for (uint32_t row = 0; row < world_now()->needs.capacity; row++)
        world_now()->needs.scaling[row] = (int8_t)(row % 3) - 1;
    support_month();
    over_cases(gets_all);
}

static uint8_t waited[32768];

static void waits_longer(size_t n, uint32_t row)
{
    (void)n;
    assert_true(world_now()->needs.formal[row] == 0);
    assert_int_equal(world_now()->needs.waiting[row], waited[row] < 255 ? waited[row] + 1 : 255);
}

static void without_supply_all_wait_a_month_longer(void **state)
{
    (void)state;
    assert_in_range(world_now()->needs.capacity, 1, sizeof waited);
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.budget[d] = world_now()->municipalities.moved[d] = 0;
    world_now()->needs.waiting[world_now()->blocks.first_row[0]] = 255; /* counts no further */
    memcpy(waited, world_now()->needs.waiting, world_now()->needs.capacity);
    support_month();
    over_cases(waits_longer);
}

static uint8_t flags[32768];

/* Three bands of severity; in a band who has help keeps it, then come those who
 * have waited longest. */
static int rank(uint32_t row)
{
    const struct needs *needs = &world_now()->needs;
    const int band = needs->severity[row] > 0.6f ? 0 : needs->severity[row] > 0.3f ? 1 : 2;
    const bool keeps = flags[row] & NEED_HELPED && waited[row] == 0;
    const int months = keeps || waited[row] >= 15 ? 15 : waited[row];
    return band * 100 + 15 - months;
}

/* The share of what was wanted that cases got, by their rank: all, then a part,
 * then nothing. */
static size_t served, halved, refused;

static void in_order(size_t n, uint32_t row)
{
    const struct needs *needs = &world_now()->needs;
    if (wanted(row) < 1)
        return;
    const double share = (double)needs->formal[row] / wanted(row);
    served += share > 0.9;
    halved += share <= 0.9 && share > 0.05;
    refused += share <= 0.05;
    const struct blocks *blocks = &world_now()->blocks;
    for (size_t b = 0; b < blocks->count; b++)
        for (uint32_t k = 0; k < blocks->row_count[b] && blocks->neighbourhood[b] == n; k++) {
            const uint32_t other = blocks->first_row[b] + k;
            if (known_case(other) && needs->domain[other] == needs->domain[row] &&
                needs->provider[other] == needs->provider[row] && wanted(other) >= 1 &&
                rank(other) < rank(row) && needs->formal[row] > 0)
                assert_float_equal(needs->formal[other], wanted(other), 1.0 / 16 + 1e-4);
        }
}

static void nobody_is_served_while_a_case_of_higher_rank_is_not(void **state)
{
    (void)state;
    struct neighbourhoods *n = &world_now()->neighbourhoods;
    ample_money();
    for (size_t at = 0; at < n->count * DOMAINS; at++)
        n->contracted[at] = 0.6f * n->wanted[at];
    params()->follow_up = params()->follow_down = 0;
    memcpy(waited, world_now()->needs.waiting, world_now()->needs.capacity);
    memcpy(flags, world_now()->needs.flags, world_now()->needs.capacity);
    served = halved = refused = 0;
    support_month();
    over_cases(in_order);
    assert_true(served > 10 && halved > 10 && refused > 10); /* else order was not tried */
}

static uint8_t provider[32768];

static void stays_with_its_provider(size_t n, uint32_t row)
{
    (void)n;
    if (provider[row] != NO_PROVIDER)
        assert_int_equal(world_now()->needs.provider[row], provider[row]);
}

static void a_case_stays_with_its_provider(void **state)
{
    (void)state;
    for (int k = 0; k < 3; k++) {
        memcpy(provider, world_now()->needs.provider, world_now()->needs.capacity);
        support_month();
        over_cases(stays_with_its_provider);
    }
}

static void falls_between(size_t n, uint32_t row)
{
    (void)n;
    const struct needs *needs = &world_now()->needs;
    const bool helped = needs->presence[row] + hours_from_people(needs, row) > 0;
    assert_int_equal(needs->alone[row], needs->severity[row] > 0.4f && !helped ? 4 : 0);
}

/* Cases that nobody helps count the months; any help ends the count. */
static void months_without_any_helper_are_counted_for_severe_cases(void **state)
{
    (void)state;
    struct needs *needs = &world_now()->needs;
    for (size_t d = 0; d < DOMAINS; d++)
        world_now()->municipalities.budget[d] = world_now()->municipalities.moved[d] = 0;
    for (uint32_t row = 0; row < needs->capacity; row += 2)
        needs->informal[row] = needs->presence[row] = 0;
    memset(needs->alone, 0, needs->capacity);
    for (int k = 0; k < 4; k++)
        support_month();
    over_cases(falls_between);
}

/* Where nobody holds a contract, known cases count as well. */
static void who_nobody_serves_falls_between_too(void **state)
{
    (void)state;
    struct world *world = world_now();
    struct needs *needs = &world->needs;
    for (size_t c = 0; c < world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS; c++)
        world->neighbourhoods.provider[c] = COLUMN_NONE;
    const uint32_t row = world->blocks.first_row[0];
    memset(needs->provider, NO_PROVIDER, needs->capacity);
    needs->flags[row] = 0;
    needs->severity[row] = 0.5f;
    needs->informal[row] = needs->presence[row] = 0;
    needs->alone[row] = 0;
    world->residents.known[needs->resident[row]] |= (uint8_t)(1u << needs->domain[row]);
    support_month();
    support_month();
    assert_int_equal(needs->alone[row], 2);
}

static void paid_hours_are_client_hours_and_administration(void **state)
{
    (void)state;
    support_month();
    const struct neighbourhoods *n = &world_now()->neighbourhoods;
    double given[DOMAINS] = {0};
    for (uint32_t k = 0; k < world_now()->blocks.row_count[0]; k++) {
        const uint32_t row = world_now()->blocks.first_row[0] + k;
        if (known_case(row))
            given[world_now()->needs.domain[row]] += (double)world_now()->needs.formal[row];
    }
    assert_true(given[CARE] > 10);
    for (int d = 0; d < DOMAINS; d++)
        assert_float_equal(n->paid[d] * (1 - contracts_administration(params(), world_now(), 0, d)),
                           given[d], 1e-3);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle_paid_by_hours, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(with_ample_supply_all_get_what_the_level_they_chose_asks),
        IN_VILLAGE(who_scaled_down_to_nothing_asks_nothing),
        IN_VILLAGE(without_supply_all_wait_a_month_longer),
        IN_VILLAGE(nobody_is_served_while_a_case_of_higher_rank_is_not),
        IN_VILLAGE(a_case_stays_with_its_provider),
        IN_VILLAGE(months_without_any_helper_are_counted_for_severe_cases),
        IN_VILLAGE(who_nobody_serves_falls_between_too),
        IN_VILLAGE(paid_hours_are_client_hours_and_administration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
