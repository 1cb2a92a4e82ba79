/* The equations of effectiveness, against values worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_case.h"
#include "process/formal_effect.h"
#include "support/village.h"
#include "world/hours.h"

static struct formal_support_params usual(void)
{
    struct formal_support_params p = {0};
    p.administration_base = 0.17;
    p.administration_gain = 0.18;
    p.results_relief = 0.4;
    p.feedback_to_learning = 0.5;
    p.learning_burden = 1.0 / 3;
    p.simple_loss = 0.15;
    p.complex_loss = 0.65;
    p.complexity_half = 0.2;
    p.misaligned_loss = 0.15;
    p.drift = 0.35;
    p.learning_check = 0.6;
    p.vision_distance = 0.8;
    return p;
}

/* sigma 0.2, feedback 0.5: control 0.8 x 0.75, the rest of 0.8 is learning. */
static void monitoring_is_control_and_learning(void **state)
{
    (void)state;
    const struct formal_support_params p = usual();
    const struct monitoring m = formal_monitoring(&p, 0.2, 0.5);
    assert_float_equal(m.control, 0.6, 1e-12);
    assert_float_equal(m.learning, 0.2, 1e-12);
    const struct monitoring none = formal_monitoring(&p, 1, 0.5);
    assert_float_equal(none.control + none.learning, 0, 1e-12);
}

/* 0.17 + 0.18 (0.6 + 0.2 / 3)(1 - 0.4 x 0.5) = 0.266. */
static void administration_grows_with_control(void **state)
{
    (void)state;
    const struct formal_support_params p = usual();
    assert_float_equal(formal_administration(&p, formal_monitoring(&p, 0.2, 0.5), 0.5), 0.266,
                       1e-12);
    assert_float_equal(formal_administration(&p, formal_monitoring(&p, 1, 0), 0), 0.17, 1e-12);
    assert_float_equal(formal_administration(&p, formal_monitoring(&p, 0, 0), 0), 0.35, 1e-12);
}

/* c' = 1.2 x 0.4 / 0.6 = 0.8: 0.2 (1 - 0.15 x 0.5) + 0.8 (1 - 0.65 x 0.5) = 0.725. */
static void standards_serve_simple_cases_and_discretion_complex_ones(void **state)
{
    (void)state;
    const struct formal_support_params p = usual();
    assert_float_equal(formal_match(&p, 0.4, 0.5), 0.725, 1e-12);
    assert_float_equal(formal_match(&p, 0, 0), 1, 1e-12);
    assert_float_equal(formal_match(&p, 0, 1), 0.85, 1e-12);
    assert_float_equal(formal_match(&p, 1, 1), 1, 1e-12);
    assert_float_equal(formal_match(&p, 1, 0), 0.35, 1e-12);
    assert_true(formal_match(&p, 0.01, 0.1) > formal_match(&p, 0.01, 0.9));
    assert_true(formal_match(&p, 0.6, 0.1) < formal_match(&p, 0.6, 0.9));
}

/* 1 - 0.35 x 0.4 x 0.5 x (1 - 0.6) = 0.972. */
static void drift_is_own_interest_that_neither_agreement_nor_checks_hold(void **state)
{
    (void)state;
    const struct formal_support_params p = usual();
    const struct monitoring m = {0.6, 0.2}, learning = {0.1, 0.9};
    assert_float_equal(formal_drift(&p, 0.4, 0.5, m), 0.972, 1e-12);
    assert_float_equal(formal_drift(&p, 0.4, 1, m), 1, 1e-12);
    assert_float_equal(formal_drift(&p, 0, 0, m), 1, 1e-12);
    /* Learning checks as far as 0.6 of it: 1 - 0.35 (1 - 0.54). */
    assert_float_equal(formal_drift(&p, 1, 0, learning), 0.839, 1e-12);
}

static void alignment_falls_with_distance_to_nothing(void **state)
{
    (void)state;
    const struct formal_support_params p = usual();
    assert_float_equal(formal_alignment(&p, 0.1, 0.2, 0.1, 0.2), 1, 1e-12);
    assert_float_equal(formal_alignment(&p, 0, 0, 0.24, 0.32), 0.5, 1e-12);
    assert_float_equal(formal_alignment(&p, -1, -1, 1, 1), 0, 1e-12);
}

/* Of one case, by what its contract is now. */
static double effectiveness(const struct village *village, size_t n, uint32_t row)
{
    const struct formal_support_params *p = &village->scenario.params.formal_support;
    struct world *world = &village->model->world;
    const size_t slot = world->needs.domain[row] * CONTRACT_SLOTS + world->needs.provider[row];
    struct formal_month month;
    struct formal_contracts contracts;
    const bool near = hours_from_people(&world->needs, row) + world->needs.presence[row] > 0;
    const uint32_t one = (uint32_t)(slot * RANKS) << CASE_CELL | (near ? CASE_NEAR : 0);
    const uint16_t zero = 0;
    const struct formal_served served = {row, &one, &zero, 1};
    uint64_t sums[CONTRACTS] = {0};
    formal_month_find(&month, p);
    formal_contracts_find(&contracts, p, world, n);
    formal_effects(&month, &served, &contracts, world, sums);
    return world->needs.effectiveness[row];
}

/* Every coefficient of effectiveness at nought. */
static const char indifferent[] =
    "parameters: {formal_support: {simple_loss: 0, complex_loss: 0, misaligned_loss: 0, "
    "uncoordinated_loss: 0, drift: 0, network_gain: 0, existing_offer_match: 1, "
    "routine_loss: 0}, institutions: {continuity_loss: 0}}\n";

/* Compares the effectiveness of every served case under tight and facilitating
 * steering; returns the largest difference, and the number of cases in `cases`. */
static double apart(const char *more, size_t *cases)
{
    struct village village;
    village_settle(&village, more);
    village_run(&village, 3);
    struct world *world = &village.model->world;
    double most = 0;
    *cases = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
            const uint32_t row = world->blocks.first_row[b] + k;
            const size_t n = world->blocks.neighbourhood[b];
            if (formal_provider(world, n, row) == COLUMN_NONE)
                continue;
            double e[2];
            for (int s = 0; s < 2; s++) {
                village_steer(world, s);
                e[s] = effectiveness(&village, n, row);
            }
            most = fmax(most, fabs(e[0] - e[1]));
            (*cases)++;
        }
    village_clear(&village);
    return most;
}

static void with_every_coefficient_at_nought_steering_has_no_effect_on_effectiveness(void **state)
{
    (void)state;
    size_t cases;
    assert_true(apart(indifferent, &cases) == 0);
    assert_in_range(cases, 50, 5000);
    assert_true(apart(NULL, &cases) > 0.2);
}

static void and_then_all_help_is_fully_effective(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, indifferent);
    village_run(&village, 3);
    const struct needs *needs = &village.model->world.needs;
    size_t served = 0;
    for (uint32_t row = 0; row < needs->capacity; row++)
        if (needs->formal[row] > 0 && !(needs->flags[row] & NEED_ENDED)) {
            assert_float_equal(needs->effectiveness[row], 1, 1e-6);
            served++;
        }
    assert_in_range(served, 50, 5000);
    village_clear(&village);
}

/* The effectiveness of a served case whose resident people near help, too. */
static double effect_where_people_help(struct village *village)
{
    struct world *world = &village->model->world;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
            const uint32_t row = world->blocks.first_row[b] + k;
            const size_t n = world->blocks.neighbourhood[b];
            const uint32_t provider = formal_provider(world, n, row);
            if (provider == COLUMN_NONE || world->needs.informal[row] <= 0)
                continue;
            world->organisations.self_interest[provider] = 1;
            world->organisations.alignment[provider] = 0;
            return effectiveness(village, n, row);
        }
    fail_msg("nobody is helped from two sides");
    return 0;
}

/* Match at a half, so that nothing is held to 1: a tenth more by the network; and of drift 0.4 is
 * left to control that halves where reporting teaches. */
static void levers_work_on_effectiveness_by_network_and_drift(void **state)
{
    (void)state;
    struct village village;
    village_settle(&village, indifferent);
    village_run(&village, 3);
    struct formal_support_params *p = &village.scenario.params.formal_support;
    struct world *world = &village.model->world;
    p->simple_loss = p->complex_loss = 0.5;
    p->network_gain = 0.1;
    village_steer(world, 0.5);
    village_lever(world, FORMAL_INFORMAL_LINK, 0);
    const double apart = effect_where_people_help(&village);
    village_lever(world, FORMAL_INFORMAL_LINK, 1);
    assert_float_equal(effect_where_people_help(&village), 1.1 * apart, 1e-6);
    p->drift = 0.4;
    p->feedback_to_learning = 0.5;
    p->learning_check = 0;
    village_lever(world, FEEDBACK_QUALITY, 0);
    assert_float_equal(effect_where_people_help(&village), 1.1 * apart * (1 - 0.4 * 0.5), 1e-6);
    village_lever(world, FEEDBACK_QUALITY, 1);
    assert_float_equal(effect_where_people_help(&village), 1.1 * apart * (1 - 0.4 * 0.75), 1e-6);
    village_clear(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(monitoring_is_control_and_learning),
        cmocka_unit_test(administration_grows_with_control),
        cmocka_unit_test(standards_serve_simple_cases_and_discretion_complex_ones),
        cmocka_unit_test(drift_is_own_interest_that_neither_agreement_nor_checks_hold),
        cmocka_unit_test(alignment_falls_with_distance_to_nothing),
        cmocka_unit_test(with_every_coefficient_at_nought_steering_has_no_effect_on_effectiveness),
        cmocka_unit_test(and_then_all_help_is_fully_effective),
        cmocka_unit_test(levers_work_on_effectiveness_by_network_and_drift),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
