/* What the levers of the municipal organisation move first, and that it is by their mechanism. */
#include "process/lever_village.h"

#define SHORT     "parameters: {settlement: {burn_in: 2, burn_in_organisations: 2}}\n"
#define NO_INTAKE "processes: {intake: off}\n"

static double known_needs(const struct world *world)
{
    double known = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        for (uint8_t bits = world->residents.known[i] & world->residents.needs[i]; bits;
             bits &= (uint8_t)(bits - 1))
            known += 1;
    return known;
}

/* Needs that were talked about at the kitchen table. */
static double conversations(const struct world *world)
{
    double held = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            held += (world->needs.flags[world->blocks.first_row[b] + k] & NEED_CONVERSATION) != 0;
    return held;
}

static double steps_chosen(const struct world *world)
{
    double steps = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            steps += world->needs.scaling[world->blocks.first_row[b] + k] != 0;
    return steps;
}

static double staff_asked(const struct world *world)
{
    return (double)world->municipalities.staff_asked[0];
}

static double enacted(const struct world *world)
{
    return (double)world->municipalities.enacted[CARE];
}

static double trust(const struct world *world)
{
    double sum = 0, count = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        if (world->residents.id[i]) {
            sum += (double)world->residents.trust[i];
            count += 1;
        }
    return sum / count;
}

/* The needs of the first day are lived with the lever as it was then, so it is turned later. */
static double turned_later(const char *lever, double value, unsigned seed, const char *off,
                           lever_measure *measure)
{
    char more[LEVER_TEXT];
    snprintf(more, sizeof more,
             SHORT "%sruns: {seed: %u}\nschedule:\n- {from: 2015-02, set: {levers.%s: %g}}\n", off,
             seed, lever, value);
    return lever_after(lever, 0, more, 12, measure);
}

/* In one village of 2,500 going out finds some six needs in a year; so several are looked at. */
static void outreach_first_finds_hidden_needs(void **state)
{
    (void)state;
    double found = 0;
    for (unsigned seed = 1; seed <= 6; seed++) {
        const double more = turned_later("outreach", 1, seed, "", known_needs) -
                            turned_later("outreach", 0, seed, "", known_needs);
        assert_true(more > 0);
        found += more;
    }
    assert_true(found > 18);
    assert_true(turned_later("outreach", 1, 1, NO_INTAKE, known_needs) ==
                turned_later("outreach", 0, 1, NO_INTAKE, known_needs));
}

static void integrality_first_holds_conversations(void **state)
{
    (void)state;
    assert_true(turned_later("integrality", 0, 1, "", conversations) == 0);
    assert_true(turned_later("integrality", 1, 1, "", conversations) > 12);
    assert_true(turned_later("integrality", 1, 1, NO_INTAKE, conversations) == 0);
}

static void self_scaling_first_lets_residents_choose_more_or_less(void **state)
{
    (void)state;
    assert_true(lever_after("self_scaling", 0, SHORT, 6, steps_chosen) == 0);
    assert_true(lever_effect("self_scaling", SHORT, 6, steps_chosen) > 20);
    assert_true(lever_effect("self_scaling", SHORT NO_INTAKE, 6, steps_chosen) == 0);
}

static void lean_policy_first_returns_staff_hours(void **state)
{
    (void)state;
    assert_true(lever_effect("lean_policy", SHORT, 1, staff_asked) < -0.05);
    assert_true(lever_effect("lean_policy", "parameters: {calendar: {policy_cost: 0}}\n", 1,
                             staff_asked) == 0);
}

/* From 0.3 to 0.8, which was chosen in March. */
#define TURNED                                                                                     \
    "steering: {all: 0.3}\nschedule:\n- {from: 2015-03, set: {steering.all: 0.8}}\n" SHORT

static void leadership_and_flexibility_first_carry_out_what_was_chosen(void **state)
{
    (void)state;
    static const char off[] = TURNED "processes: {steering: off}\n";
    assert_true(lever_effect("leadership", TURNED, 6, enacted) > 0.02);
    assert_true(lever_effect("flexibility", TURNED, 6, enacted) > 0.02);
    assert_true(lever_effect("leadership", off, 6, enacted) == 0);
    assert_true(lever_effect("flexibility", off, 6, enacted) == 0);
}

/* Where nobody lives through anything, trust goes to where engagement draws it. */
static void engagement_first_draws_trust(void **state)
{
    (void)state;
    static const char calm[] = "parameters: {settlement: {burn_in: 2}, trust: {gain: 0}}\n";
    static const char off[] = "parameters: {settlement: {burn_in: 2}, trust: {gain: 0}}\n"
                              "processes: {trust: off, demography: off}\n";
    assert_true(lever_effect("engagement", calm, 6, trust) > 0.001);
    assert_true(lever_effect("engagement", off, 6, trust) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outreach_first_finds_hidden_needs),
        cmocka_unit_test(integrality_first_holds_conversations),
        cmocka_unit_test(self_scaling_first_lets_residents_choose_more_or_less),
        cmocka_unit_test(lean_policy_first_returns_staff_hours),
        cmocka_unit_test(leadership_and_flexibility_first_carry_out_what_was_chosen),
        cmocka_unit_test(engagement_first_draws_trust),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
