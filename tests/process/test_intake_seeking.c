/* Who seeks help, and who gets past the gate. */
#include "process/hidden.h"

/* The longest that the resident waits for help with any need, up to a year. */
static double years_waited(uint32_t resident)
{
    const struct needs *needs = &world_now()->needs;
    double most = 0;
    for (uint32_t row = world_now()->residents.first_need[resident]; row != COLUMN_NONE;
         row = needs->next[row])
        most = fmax(most, needs->waiting[row]);
    return fmin(most / 12, 1);
}

/* The logit of the specification, written anew. */
static double seeking(uint32_t row)
{
    const struct intake_params *p = &village.scenario.params.intake;
    const struct needs *needs = &world_now()->needs;
    const double base = p->seeking[needs->domain[row]];
    const double x =
        log(base / (1 - base)) + p->seeking_severity * ((double)needs->severity[row] - 0.3) +
        p->seeking_trust * ((double)world_now()->residents.trust[needs->resident[row]] - 0.59) +
        p->seeking_waiting * years_waited(needs->resident[row]);
    return 1 / (1 + exp(-x));
}

static double seeking_of_hidden(uint32_t row)
{
    return is_known(row) > 0 ? 0 : seeking(row);
}

static void who_seeks_depends_on_severity_and_trust(void **state)
{
    (void)state;
    steering(1); /* no gate */
    const double expected = over_needs(seeking);
    month();
    are_known(expected);
}

/* Makes care known to the municipality, which has let it wait for nine months. */
static double waits_for_care(uint32_t row)
{
    struct needs *needs = &world_now()->needs;
    if (needs->domain[row] != CARE)
        return 0;
    world_now()->residents.known[needs->resident[row]] |= 1u << CARE;
    needs->waiting[row] = 9;
    return 1;
}

static double waits_with_another(uint32_t row)
{
    return is_known(row) == 0 && years_waited(world_now()->needs.resident[row]) > 0;
}

/* e^-16 of a chance: who waits for help with one need does not seek for another. */
static void who_waits_with_one_need_seeks_less_for_another(void **state)
{
    (void)state;
    steering(1);
    assert_true(over_needs(waits_for_care) > 40);
    const double waiting = over_needs(waits_with_another), known = over_needs(is_known);
    assert_true(waiting > 20);
    village.scenario.params.intake.seeking_waiting = -20;
    const double expected = over_needs(seeking_of_hidden);
    month();
    assert_true(fabs(over_needs(is_known) - known - expected) < 4 * sqrt(expected));
    assert_true(over_needs(waits_with_another) == waiting);
}

/* At full monitoring four in ten do not pass this month. */
static void under_tight_steering_the_gate_takes_time(void **state)
{
    (void)state;
    village.scenario.params.intake.gate = 0.4;
    steering(0);
    const double expected = 0.6 * over_needs(seeking);
    month();
    are_known(expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ALL_HIDDEN(who_seeks_depends_on_severity_and_trust),
        ALL_HIDDEN(who_waits_with_one_need_seeks_less_for_another),
        ALL_HIDDEN(under_tight_steering_the_gate_takes_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
