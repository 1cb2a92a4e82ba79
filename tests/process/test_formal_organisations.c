/* What a month of work does to organisations: views, friction, ties, place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/formal_contracts.h"
#include "process/formal_pay.h"
#include "process/formal_village.h"

static struct organisations *organisations(void)
{
    return &world_now()->organisations;
}

static int settle(void **state)
{
    (void)state;
    village_settle(&village, NULL);
    village_run(&village, 1);
    struct world *world = world_now();
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        world->neighbourhoods.lever[n * LEVERS + ENGAGEMENT] = 0.7f;
        world->neighbourhoods.lever[n * LEVERS + COORDINATION] = 0.25f;
    }
    return 0;
}

/* The hours of the month are those of the last one. */
static void month(void)
{
    contracts_settle(params(), world_now());
}

/* Views 0.3 and 0.4 apart are 0.5 apart: 1 - 0.5 / 0.8. */
static void see(uint32_t i, double cause, double result)
{
    struct municipalities *m = &world_now()->municipalities;
    m->vision[0] = 0.1f;
    m->vision[1] = -0.2f;
    organisations()->vision[(size_t)2 * i] = (float)(0.1 + cause);
    organisations()->vision[(size_t)2 * i + 1] = (float)(-0.2 + result);
    params()->vision_distance = 0.8;
}

static void alignment_is_that_of_the_views_of_the_month(void **state)
{
    (void)state;
    see(0, 0.3, 0.4);
    month();
    assert_float_equal(organisations()->alignment[0], 0.375, 1e-5);
    see(0, 0, 0);
    month();
    assert_float_equal(organisations()->alignment[0], 1, 1e-5);
    see(0, 0.6, -0.8);
    month();
    assert_float_equal(organisations()->alignment[0], 0, 1e-5);
    assert_float_equal(organisations()->vision[0], 0.7, 1e-6); /* views stay */
}

/* 0.04 x 0.5 x (1 - 0.375) = 0.0125 arises; of it 0.3 stays unsaid; 5% wears. */
static void friction_piles_up_by_what_is_not_said(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    params()->friction = 0.04;
    see(0, 0.3, 0.4);
    o->self_interest[0] = 0.5f;
    o->openness[0] = 0.7f;
    o->friction[0] = 0.2f;
    month();
    assert_float_equal(o->friction[0], 0.2 + 0.0125 * 0.3 - 0.01, 1e-5);
    see(0, 0, 0);
    o->friction[0] = 0.2f;
    month();
    assert_float_equal(o->friction[0], 0.19, 1e-5); /* who agrees only heals */
}

/* Gain 0.01 (0.25 + 0.4) of what is left, wear 0.01 + 0.05 (0.2 + 0.1) of what is. */
static void ties_grow_by_joint_work_and_wear_by_friction(void **state)
{
    (void)state;
    struct collaborations *ties = &world_now()->collaborations;
    struct organisations *o = organisations();
    size_t t = 0;
    while (!collaborations_used(ties, t))
        t++;
    const uint32_t a = ties->from[t], b = ties->to[t];
    params()->link_growth = 0.01;
    params()->friction = 0;
    o->network_effort[a] = 0.4f;
    o->friction[a] = (float)(0.2 / 0.95); /* 5% wears first */
    o->friction[b] = (float)(0.1 / 0.95);
    ties->strength[t] = 0.5f;
    month();
    assert_float_equal(ties->strength[t], 0.5 + 0.0065 * 0.5 - 0.025 * 0.5, 1e-5);
    ties->strength[t] = 0;
    month();
    assert_float_equal(ties->strength[t], 0.05, 1e-6); /* never to nothing */
}

/* The same organisation, once with reporting that only controls and once with reporting that
 * teaches, which checks less. */
static void own_interest_drifts_by_what_monitoring_leaves_of_it(void **state)
{
    (void)state;
    struct organisations *o = organisations();
    params()->feedback_to_learning = 0.5;
    params()->learning_check = 0;
    params()->drift = 0.35;
    for (int lever = 0; lever < 2; lever++) {
        village_lever(world_now(), FEEDBACK_QUALITY, lever);
        see(0, 0.8, 0);
        o->self_interest[0] = 0.6f;
        memset(o->hours, 0, o->count * sizeof *o->hours);
        o->steering[0] = 0.2f;
        month();
        const double control = (1 - (double)o->steering[0]) * (1 - 0.5 * lever);
        assert_float_equal(o->drift[0], 0.35 * 0.6 * (1 - control), 1e-6);
    }
}

/* All ties count half at either end: x / (x + 1.5). */
static void position_is_the_strength_of_all_ties_saturating(void **state)
{
    (void)state;
    struct collaborations *ties = &world_now()->collaborations;
    struct organisations *o = organisations();
    month();
    for (size_t i = 0; i < o->count; i++) {
        double x = 0;
        for (size_t t = 0; t < ties->count; t++)
            if (collaborations_used(ties, t) && (ties->from[t] == i || ties->to[t] == i))
                x += (double)ties->strength[t] / 2;
        assert_float_equal(o->network_position[i], x / (x + 1.5), 1e-5);
    }
}

/* Without hours, steering is the mean over the domains of the municipality. */
static void place(double sigma, double strength)
{
    struct collaborations *ties = &world_now()->collaborations;
    double *granted = world_now()->scratch.granted;
    const size_t cells = DOMAINS * CONTRACT_SLOTS * RANKS;
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        memset(granted + n * cells, 0, SUMS * sizeof *granted);
    village_steer(world_now(), sigma);
    for (size_t t = 0; t < ties->count; t++)
        if (collaborations_used(ties, t))
            ties->strength[t] = (float)strength;
    params()->link_growth = params()->friction = 0;
    memset(organisations()->friction, 0, organisations()->count * sizeof(float));
    month();
}

/* An organisation with four ties or more: 4 x 1 / 2 = 2 is a position of 0.57, and
 * 4 x 0.05 / 2 one of 0.06. */
static size_t busy(void)
{
    const struct collaborations *ties = &world_now()->collaborations;
    for (size_t i = 0; i < organisations()->count; i++) {
        size_t count = 0;
        for (size_t t = 0; t < ties->count; t++)
            count += collaborations_used(ties, t) && (ties->from[t] == i || ties->to[t] == i);
        if (count >= 4)
            return i;
    }
    fail_msg("nobody has four ties");
    return 0;
}

static void quadrants_split_steering_and_position_with_a_band_between(void **state)
{
    (void)state;
    const size_t i = busy();
    const uint8_t *quadrant = organisations()->quadrant;
    place(0.2, 0.05);
    assert_int_equal(quadrant[i], COMMISSIONED_SUPPLIER);
    place(0.2, 1);
    assert_int_equal(quadrant[i], DIRECTED_CHAIN);
    place(0.8, 0.05);
    assert_int_equal(quadrant[i], SUPPORTED_LONER);
    place(0.8, 1);
    assert_int_equal(quadrant[i], CO_PRODUCER);
    place(0.52, 1);
    assert_int_equal(quadrant[i], BETWEEN_QUADRANTS);
    place(0.53, 1);
    assert_int_equal(quadrant[i], CO_PRODUCER);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(alignment_is_that_of_the_views_of_the_month),
        IN_VILLAGE(friction_piles_up_by_what_is_not_said),
        IN_VILLAGE(ties_grow_by_joint_work_and_wear_by_friction),
        IN_VILLAGE(own_interest_drifts_by_what_monitoring_leaves_of_it),
        IN_VILLAGE(position_is_the_strength_of_all_ties_saturating),
        IN_VILLAGE(quadrants_split_steering_and_position_with_a_band_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
