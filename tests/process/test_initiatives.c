/* Initiatives that begin, who joins them, and the stock of the first day. */
#include "process/initiative.h"

#include <stdlib.h>

#include "world/hours.h"

static size_t alive(const struct world *world)
{
    size_t count = 0;
    for (size_t i = 0; i < world->organisations.count; i++)
        count += membership_of(world, i);
    return count;
}

static double adults(const struct world *world)
{
    double count = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        count +=
            world->residents.id[i] != 0 && residents_age_months(&world->residents, i, 0) >= 216;
    return count;
}

/* The mean over adults of circumstances, of which the level is divided out. */
static double circumstances(const struct world *world)
{
    const struct initiating initiating = initiating_now();
    const struct initiatives_params *p = &village.scenario.params.initiatives;
    double sum = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        struct shared_needs shared;
        birth_shared_needs(world, n, &shared);
        const uint32_t first = world->neighbourhoods.first[n];
        const double engaged = birth_engagement(world, world->neighbourhoods.municipality[n]);
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++)
            sum += birth_readiness(&initiating, n, engaged, i) * shared.all / p->shared_level;
    }
    return sum / adults(world) / p->births_level;
}

static void settle_town(const char *more)
{
    village_of(&village.scenario, "'s-Hertogenbosch", 0.1, more);
    village.model = spel_model_create(&village.scenario, 0, NULL);
    assert_non_null(village.model);
}

/* The level of births is that of six municipalities; one town is near it. */
static void circumstances_are_one_on_average(void **state)
{
    (void)state;
    settle_town("parameters: {initiatives: {births: 0}, support_network: {burn_in: 0}}\n");
    const double mean = circumstances(world_now());
    assert_true(mean > 0.7 && mean < 1.4);
    assert_int_equal(alive(world_now()), 0);
    village_clear(&village);
}

/* Some 12,500 adults: 0.1 stand for a thousand of them, as births at 0.01 and ends at 0.1 a
 * year keep up. */
static void the_first_day_has_the_stock_that_births_and_ends_keep_up(void **state)
{
    (void)state;
    settle_town("parameters: {initiatives: {births: 0}, support_network: {burn_in: 0}, "
                "settlement: {burn_in: 0}}\n");
    struct initiatives_params *p = &village.scenario.params.initiatives;
    p->births = 0.2;
    p->end = 0.1;
    const double expected = 2 * adults(world_now()) / 1000 * circumstances(world_now());
    initiatives_settle(&village.scenario.params, village.model->now, world_now());
    const double found = (double)alive(world_now());
    assert_true(expected > 15 && fabs(found - expected) < 4 * sqrt(expected));
    double months = 0, members = 0;
    for (size_t i = 0; i < world_now()->organisations.count; i++)
        if (membership_of(world_now(), i)) {
            months -= world_now()->organisations.founded[i];
            members += all()->members[i];
        }
    assert_true(months / found > 60 && months / found < 200); /* a mean of ten years */
    assert_true(members / found > 4 && members / found < 40);
    village_clear(&village);
}

/* Who was born in so many months under these parameters, by what is changed. */
static size_t born_in(uint32_t months, void (*change)(void))
{
    settle_town("parameters: {initiatives: {births: 0}, support_network: {burn_in: 0}, "
                "settlement: {burn_in: 0}}\n");
    village.scenario.params.initiatives.births = 0.5;
    hold_still();
    if (change)
        change();
    const struct initiating start = initiating_now();
    struct initiating initiating = start;
    size_t born = 0;
    for (uint32_t k = 0; k < months; k++) {
        initiating.now.month++;
        birth_month(&initiating);
    }
    born = world_now()->municipalities.initiatives_born[0];
    assert_int_equal(born, alive(world_now()));
    village_clear(&village);
    return born;
}

static void more_room(void)
{
    lever(RULE_ROOM, 1);
}

static void no_trust(void)
{
    for (size_t i = 0; i < world_now()->residents.count; i++)
        world_now()->residents.trust[i] = 0.1f;
}

static void nobody_with_time(void)
{
    memset(world_now()->residents.burnout, 6, world_now()->residents.count);
}

static void nobody_with_the_same_need(void)
{
    memset(world_now()->residents.needs, 0, world_now()->residents.count);
}

static void more_begin_with_room_trust_time_and_shared_needs(void **state)
{
    (void)state;
    const size_t usual = born_in(24, NULL);
    assert_in_range(usual, 5, 30);
    assert_true(born_in(24, more_room) > usual + 3);
    assert_true(born_in(24, no_trust) < usual - 2);
    assert_int_equal(born_in(24, nobody_with_time), 0);
    assert_int_equal(born_in(24, nobody_with_the_same_need), 0);
}

/* Three of a street with debts: the two others are near neighbours of each. */
static void a_need_is_shared_by_who_has_three_such_near_neighbours(void **state)
{
    (void)state;
    struct shared_needs shared;
    struct world *world = world_now();
    memset(world->residents.needs, 0, world->residents.count);
    const uint32_t first = world->neighbourhoods.first[0];
    uint32_t present = 0, last = 0;
    for (uint32_t i = first; i < first + world->neighbourhoods.places[0]; i++)
        present += world->residents.id[i] != 0;
    assert_true(present > 30);
    for (uint32_t i = first + 10; i < first + 13; i++) {
        world->residents.needs[i] = 1u << DEBT;
        world->residents.id[i] = world->residents.id[i] ? world->residents.id[i] : 1;
    }
    for (uint32_t i = first + 5; i < first + 18; i++) /* within seven of all three */
        last += world->residents.id[i] != 0 && !(world->residents.needs[i]);
    double residents = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        residents += world->neighbourhoods.residents[n];
    birth_shared_needs(world, 0, &shared);
    assert_float_equal(shared.of[DEBT] * (residents + 200), last, 1e-6);
    assert_true(shared.of[CARE] == 0 && shared.all == shared.of[DEBT]);
}

static void members_are_neighbours_and_acquaintances_who_have_time(void **state)
{
    (void)state;
    struct initiatives_params *p = &village.scenario.params.initiatives;
    hold_still();
    p->asks = 8;
    p->accept = 1;
    all()->energy[initiative] = 1;
    struct initiating initiating = initiating_now();
    memset(world_now()->residents.burnout, 3, world_now()->residents.count);
    recruit_month(&initiating, initiative);
    assert_int_equal(all()->members[initiative], 0); /* the burnt out stop, nobody joins */
    village_clear(&village);
    begin_one(state);
    hold_still();
    p->asks = 8;
    p->accept = 1;
    initiating = initiating_now();
    for (uint32_t k = 0; k < 24; k++) {
        initiating.now.month = k;
        all()->energy[initiative] = 1;
        recruit_month(&initiating, initiative);
    }
    assert_in_range(all()->members[initiative], 30, 64);
    for (size_t k = 8; k < all()->members[initiative]; k++) {
        const uint32_t i = all()->member[(size_t)initiative * INITIATIVE_MEMBERS + k];
        assert_true(residents_age_months(&world_now()->residents, i, 0) >= 16 * 12 - 24);
    }
}

/* Who begins one in each of eight months, a bit a month; nothing lasts. */
static void founders_in(double births, uint8_t *months)
{
    struct initiating initiating = initiating_now();
    village.scenario.params.initiatives.births = births;
    for (uint32_t k = 0; k < 8; k++) {
        initiating.now.month = k;
        birth_month(&initiating);
        for (uint32_t i = 0; i < world_now()->organisations.count; i++)
            if (membership_of(world_now(), i)) {
                months[all()->founder[i]] |= (uint8_t)(1u << k);
                membership_dissolve(world_now(), i);
                founding_end(world_now(), i);
            }
    }
}

static void who_begins_at_a_low_rate_begins_at_a_higher_one_too(void **state)
{
    (void)state;
    settle_town("parameters: {initiatives: {births: 0}, support_network: {burn_in: 0}, "
                "settlement: {burn_in: 0}}\n");
    const size_t places = world_now()->residents.count;
    uint8_t *few = calloc(places, 1), *many = calloc(places, 1);
    size_t more = 0, fewer = 0;
    assert_true(few && many);
    founders_in(0.5, few);
    founders_in(2, many);
    for (size_t i = 0; i < places; i++) {
        assert_int_equal(few[i] & ~many[i], 0);
        fewer += few[i] != 0;
        more += many[i] != 0;
    }
    assert_true(fewer > 0 && more > fewer);
    free(few);
    free(many);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(circumstances_are_one_on_average),
        cmocka_unit_test(the_first_day_has_the_stock_that_births_and_ends_keep_up),
        cmocka_unit_test(more_begin_with_room_trust_time_and_shared_needs),
        WITH_ONE(a_need_is_shared_by_who_has_three_such_near_neighbours),
        WITH_ONE(members_are_neighbours_and_acquaintances_who_have_time),
        cmocka_unit_test(who_begins_at_a_low_rate_begins_at_a_higher_one_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
