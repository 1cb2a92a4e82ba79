/* The levers on contracts move first what they should, and nothing without institutions; and
 * what stays without them, and without reinforcement. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 30, CONTRACTS_MOST = 4096 };

/* What thirty months with a lever at one end have brought. */
struct course {
    uint32_t changed, begun, parted;
    double price; /* mean of contracts at the end */
    uint32_t provider[CONTRACTS_MOST];
};

static void run(struct course *course, const char *lever, double value, const char *institutions)
{
    char more[256];
    struct village village;
    snprintf(more, sizeof more,
             "levers: {%s: %g}\nprocesses: {institutions: %s}\n"
             "parameters: {settlement: {institutions_per_1000: 5}}\n",
             lever, value, institutions);
    village_settle(&village, more);
    const struct world *world = &village.model->world;
    *course = (struct course){0};
    for (int month = 0; month < MONTHS; month++) {
        village_run(&village, 1);
        course->changed += world->municipalities.contracts_changed[0];
        course->begun += world->municipalities.institutions_begun[0];
        course->parted += world->municipalities.rivals_parted[0];
    }
    double contracts = 0;
    const size_t count = world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS;
    assert_in_range(count, 1, CONTRACTS_MOST);
    for (size_t c = 0; c < count; c++)
        if (world->neighbourhoods.provider_share[c] > 0) {
            course->price += (double)world->neighbourhoods.contract_price[c];
            contracts += 1;
        }
    course->price /= contracts;
    memcpy(course->provider, world->neighbourhoods.provider, count * sizeof *course->provider);
    village_clear(&village);
}

static void room_for_newcomers_makes_contracts_change_hands_and_institutions_begin(void **state)
{
    (void)state;
    static struct course closed, open;
    run(&closed, "entrant_openness", 0, "on");
    run(&open, "entrant_openness", 1, "on");
    assert_true(open.changed > 2 * closed.changed);
    assert_int_equal(closed.begun, 0);
    assert_true(open.begun > 0);
}

static void partnership_makes_hours_dearer_and_spares_ties_between_rivals(void **state)
{
    (void)state;
    static struct course tendered, partners;
    run(&tendered, "collaboration_terms", 0, "on");
    run(&partners, "collaboration_terms", 1, "on");
    assert_true(partners.price > tendered.price + 0.01);
    assert_true(tendered.parted > 0);
    assert_int_equal(partners.parted, 0);
}

static void without_institutions_neither_lever_moves_a_contract(void **state)
{
    (void)state;
    static struct course low, high;
    static const char *const levers[] = {"entrant_openness", "collaboration_terms"};
    for (size_t l = 0; l < 2; l++) {
        run(&low, levers[l], 0, "off");
        run(&high, levers[l], 1, "off");
        assert_memory_equal(low.provider, high.provider, sizeof low.provider);
        assert_true(low.price == 1 && high.price == 1);
        assert_int_equal(high.changed + high.begun + high.parted, 0);
    }
}

static void without_institutions_contracts_stay_and_nobody_comes_or_goes(void **state)
{
    (void)state;
    struct village still;
    village_settle(&still, "processes: {institutions: off}\n"
                           "levers: {entrant_openness: 1}\n");
    const struct world *world = &still.model->world;
    uint32_t provider[4096];
    float effort[256];
    const size_t contracts = world->neighbourhoods.count * DOMAINS * CONTRACT_SLOTS;
    assert_in_range(contracts, 1, 4096);
    memcpy(provider, world->neighbourhoods.provider, contracts * sizeof *provider);
    memcpy(effort, world->organisations.network_effort, DOMAINS * sizeof *effort);
    for (size_t i = 0; i < world->organisations.count; i++)
        if (organisations_present(&world->organisations, i))
            assert_float_equal(world->organisations.routine[i], 0.4, 1e-6);
    village_run(&still, 40);
    assert_memory_equal(provider, world->neighbourhoods.provider, contracts * sizeof *provider);
    assert_memory_equal(effort, world->organisations.network_effort, DOMAINS * sizeof *effort);
    village_clear(&still);
}

static void without_reinforcement_effort_stays_and_contracts_go_on(void **state)
{
    (void)state;
    struct village still;
    village_settle(&still, "processes: {reinforcement: off, entry: off}\n"
                           "parameters: {settlement: {institutions_per_1000: 5}}\n");
    const struct world *world = &still.model->world;
    float effort[256];
    uint32_t changed = 0;
    memcpy(effort, world->organisations.network_effort, DOMAINS * sizeof *effort);
    for (int month = 0; month < 24; month++) {
        village_run(&still, 1);
        changed += world->municipalities.contracts_changed[0];
        assert_int_equal(world->municipalities.institutions_begun[0], 0);
        assert_int_equal(world->municipalities.institutions_ended[0], 0);
    }
    assert_true(changed > 0);
    assert_memory_equal(effort, world->organisations.network_effort, DOMAINS * sizeof *effort);
    village_clear(&still);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(room_for_newcomers_makes_contracts_change_hands_and_institutions_begin),
        cmocka_unit_test(partnership_makes_hours_dearer_and_spares_ties_between_rivals),
        cmocka_unit_test(without_institutions_neither_lever_moves_a_contract),
        cmocka_unit_test(without_institutions_contracts_stay_and_nobody_comes_or_goes),
        cmocka_unit_test(without_reinforcement_effort_stays_and_contracts_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
