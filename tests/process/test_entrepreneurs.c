/* Entrepreneurs: their money, beginning and ending. */
#include "process/places_village.h"

static void places_cost_more_under_control_and_pay_with_partners(void **state)
{
    (void)state;
    const struct entrepreneurs_params p = {.capital = 100000,
                                           .place_capital = 10000,
                                           .product = 200,
                                           .guidance = 160,
                                           .burden = 0.5,
                                           .custom = 0.02};
    assert_float_equal(entrepreneurs_result(&p, 0.5, 0, 4, 0), 4 * (200 - 160 * 1.4), 1e-9);
    assert_float_equal(entrepreneurs_result(&p, 0.5, 0, 4, 1), 4 * (200 - 160 * 1.5 * 1.4), 1e-9);
    assert_float_equal(entrepreneurs_result(&p, 0.5, 0.6, 0, 1), 0.02 * 100000 * 0.3, 1e-9);
}

/* The same month in the same village, tightly steered. */
static double capital_after(double feedback)
{
    double capital = 0, filled = 0;
    with_places(NULL);
    params()->luck = 0;
    village_lever(world_now(), FEEDBACK_QUALITY, feedback);
    const struct organisations *o = &world_now()->organisations;
    for (size_t i = 0; i < o->count; i++)
        o->steering[i] = 0;
    month(false);
    for (size_t i = 0; i < o->count; i++)
        if (o->kind[i] == ORGANISATION_ENTREPRENEUR) {
            capital += (double)o->capital[i];
            filled += o->filled[i];
        }
    assert_true(filled > 3);
    leave(NULL);
    return capital;
}

static void reporting_that_teaches_makes_places_cheaper(void **state)
{
    (void)state;
    const double told = capital_after(0), half = capital_after(0.5), taught = capital_after(1);
    assert_true(half > told + 10);
    assert_float_equal(taught - half, half - told, 0.01 * (half - told));
}

static uint32_t entrepreneurs(void)
{
    uint32_t count = 0;
    for (size_t i = 0; i < world_now()->organisations.count; i++)
        count += world_now()->organisations.kind[i] == ORGANISATION_ENTREPRENEUR;
    return count;
}

static void who_has_spent_its_capital_ends_and_its_places_with_it(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    double sums[2] = {0};
    each_need(hold_place, sums);
    params()->founding = params()->introduction = 0;
    params()->luck = 0;
    for (size_t i = 0; i < o->count; i++)
        o->capital[i] = 0;
    params()->settling = 0;
    params()->guidance = 1e6;
    const uint32_t before = entrepreneurs();
    month(false);
    assert_int_equal(entrepreneurs(), before); /* without `entry` nobody ends */
    assert_true(places_held() > 0);
    month(true);
    assert_int_equal(entrepreneurs(), 0);
    assert_true(places_held() == 0);
    assert_int_equal(world_now()->municipalities.entrepreneurs_ended[0], before);
    assert_int_equal(world_now()->events.kind[0], EVENT_ENTREPRENEUR_ENDS);
    for (size_t t = 0; t < world_now()->collaborations.count; t++)
        if (collaborations_used(&world_now()->collaborations, t))
            assert_true(organisations_present(o, world_now()->collaborations.to[t]));
}

static void new_ones_begin_as_often_as_said_with_capital_and_no_partners(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    params()->ruin = 0;
    params()->luck = 0;
    params()->founding = 6; /* each of twenty begins with a chance of a quarter a month */
    const uint32_t before = entrepreneurs();
    month(true);
    const uint32_t begun = world_now()->municipalities.entrepreneurs_begun[0];
    assert_in_range(begun, 1, 13);
    assert_int_equal(entrepreneurs(), before + begun);
    uint32_t new = 0;
    for (size_t i = 0; i < o->count; i++)
        if (o->kind[i] == ORGANISATION_ENTREPRENEUR &&
            o->founded[i] == (int16_t)village.model->now.month) {
            assert_true(o->capital[i] >= 0.5 * params()->capital &&
                        o->capital[i] <= params()->capital);
            assert_true(o->engagement[i] > 0);
            assert_int_equal(collaborations_degree(&world_now()->collaborations, (uint32_t)i), 0);
            new ++;
        }
    assert_int_equal(new, begun);
}

static void without_entry_nobody_begins(void **state)
{
    (void)state;
    params()->founding = 24;
    const uint32_t before = entrepreneurs();
    month(false);
    assert_int_equal(entrepreneurs(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_cost_more_under_control_and_pay_with_partners),
        cmocka_unit_test(reporting_that_teaches_makes_places_cheaper),
        WITH_PLACES(who_has_spent_its_capital_ends_and_its_places_with_it),
        WITH_PLACES(new_ones_begin_as_often_as_said_with_capital_and_no_partners),
        WITH_PLACES(without_entry_nobody_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
