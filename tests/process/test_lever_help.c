/* What the levers of informal and formal help move first, and that it is by their mechanism. */
#include "process/lever_village.h"

/* Over the rows of needs in use. */
static double sum_of_needs(const struct world *world, double (*of)(const struct world *, uint32_t))
{
    double sum = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            sum += of(world, world->blocks.first_row[b] + k);
    return sum;
}

static double asked_of_row(const struct world *world, uint32_t row)
{
    return (double)world->needs.asked[row];
}

static double asked(const struct world *world)
{
    return sum_of_needs(world, asked_of_row);
}

static double strain(const struct world *world)
{
    double sum = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        sum += world->residents.id[i] ? (double)world->residents.strain[i] : 0;
    return sum;
}

static double paid_for_results(const struct world *world)
{
    double sum = 0;
    for (size_t k = 0; k < world->organisations.count * DOMAINS; k++)
        sum += (double)world->organisations.results_pay[k];
    return sum;
}

static double gained_by_link(const struct world *world)
{
    double sum = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        for (size_t income = 0; income < INCOMES; income++)
            sum += world->neighbourhoods.gain[(n * GAINS + GAIN_LINK) * INCOMES + income];
    return sum;
}

/* Paid hours for an hour with a client. */
static double paid_per_hour(const struct world *world)
{
    double paid = 0, hours = 0;
    for (size_t i = 0; i < world->organisations.count; i++) {
        paid += world->organisations.paid[i];
        hours += world->organisations.hours[i];
    }
    return hours > 0 ? paid / hours : 0;
}

static double complex_effect_of_row(const struct world *world, uint32_t row)
{
    const bool served = world->needs.formal[row] > 0 && world->needs.complexity[row] > 0;
    return served ? (double)world->needs.effectiveness[row] : 0;
}

static double complex_case_of_row(const struct world *world, uint32_t row)
{
    return world->needs.formal[row] > 0 && world->needs.complexity[row] > 0;
}

/* Mean effectiveness where a household has more than one need. */
static double effect_on_complex_cases(const struct world *world)
{
    const double cases = sum_of_needs(world, complex_case_of_row);
    return cases > 0 ? sum_of_needs(world, complex_effect_of_row) / cases : 0;
}

#define SHORT "parameters: {settlement: {burn_in: 2, burn_in_organisations: 2}}\n"

static void carer_support_first_eases_strain(void **state)
{
    (void)state;
    assert_true(lever_effect("carer_support", SHORT, 12, strain) < -1);
    assert_true(lever_effect("carer_support", SHORT "processes: {informal_support: off}\n", 12,
                             strain) == 0);
}

static void empowerment_first_lets_people_ask_those_near(void **state)
{
    (void)state;
    const double before = lever_after("empowerment", 0, SHORT, 1, asked);
    assert_true(lever_effect("empowerment", SHORT, 1, asked) > 0.1 * before);
    assert_true(
        lever_effect("empowerment", SHORT "processes: {informal_support: off}\n", 1, asked) == 0);
}

static void results_financing_first_pays_for_results(void **state)
{
    (void)state;
    assert_true(lever_after("results_financing", 0, SHORT, 3, paid_for_results) == 0);
    assert_true(lever_effect("results_financing", SHORT, 3, paid_for_results) > 0);
    assert_true(lever_effect("results_financing", SHORT "processes: {formal_support: off}\n", 3,
                             paid_for_results) == 0);
}

static void formal_informal_link_first_lets_formal_help_build_strength(void **state)
{
    (void)state;
    assert_true(lever_after("formal_informal_link", 0, SHORT, 1, gained_by_link) == 0);
    assert_true(lever_effect("formal_informal_link", SHORT, 1, gained_by_link) > 0);
    assert_true(lever_effect("formal_informal_link", SHORT "processes: {self_reliance: off}\n", 1,
                             gained_by_link) == 0);
}

static void coordination_first_makes_help_to_complex_households_work(void **state)
{
    (void)state;
    assert_true(lever_effect("coordination", SHORT, 1, effect_on_complex_cases) > 0.01);
    assert_true(lever_effect("coordination", SHORT "processes: {formal_support: off}\n", 1,
                             effect_on_complex_cases) == 0);
}

static void feedback_quality_first_saves_administration(void **state)
{
    (void)state;
    assert_true(lever_effect("feedback_quality", SHORT, 1, paid_per_hour) < -0.01);
    assert_true(lever_effect("feedback_quality", SHORT "processes: {formal_support: off}\n", 1,
                             paid_per_hour) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carer_support_first_eases_strain),
        cmocka_unit_test(empowerment_first_lets_people_ask_those_near),
        cmocka_unit_test(results_financing_first_pays_for_results),
        cmocka_unit_test(formal_informal_link_first_lets_formal_help_build_strength),
        cmocka_unit_test(coordination_first_makes_help_to_complex_households_work),
        cmocka_unit_test(feedback_quality_first_saves_administration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
