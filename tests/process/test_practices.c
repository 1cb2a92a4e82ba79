/* Trial and error of organisations. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/practices.h"
#include "support/village.h"
#include "world/costs.h"

static struct village village;

static struct world *world_now(void)
{
    return &village.model->world;
}

static struct practices_params *params(void)
{
    return &village.scenario.params.practices;
}

static void lever(enum lever which, double value)
{
    village_lever(world_now(), which, value);
}

/* Nobody has tried anything, all work with room, and nothing wears or spreads. */
static int untried(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 0, burn_in_organisations: 0}}\n");
    struct organisations *o = &world_now()->organisations;
    for (size_t i = 0; i < o->count; i++) {
        o->steering[i] = 1;
        o->routine[i] = (float)ROUTINE_USUAL;
    }
    params()->wear = params()->spread = 0;
    lever(EXPERIMENTATION, 1);
    lever(ERROR_TOLERANCE, 1);
    lever(FEEDBACK_QUALITY, 0);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void month(void)
{
    village.model->now.month++;
    world_now()->events.count = 0;
    practices_step(params(), village.model->now, world_now());
}

static void the_chance_of_a_trial_is_the_product_of_its_causes(void **state)
{
    (void)state;
    const struct practices_params p = {.trial = 0.03, .tolerance_floor = 0.3};
    assert_float_equal(practices_chance(&p, 1, 1, 1), 0.03, 1e-12);
    assert_float_equal(practices_chance(&p, 0.5, 0.4, 0.5), 0.03 * 0.5 * 0.4 * 0.65, 1e-12);
    assert_float_equal(practices_chance(&p, 1, 1, 0), 0.009, 1e-12);
    assert_true(practices_chance(&p, 0, 1, 1) == 0);
    assert_true(practices_chance(&p, 1, 0, 1) == 0);
}

static void routine_leaves_less_ease_to_try(void **state)
{
    (void)state;
    const struct practices_params p = {.routine = 0.5};
    assert_float_equal(practices_ease(&p, 0.4), 1, 1e-12);
    assert_float_equal(practices_ease(&p, 1), 0.5 / 0.8, 1e-12);
    assert_float_equal(practices_ease(&p, 0), 1 / 0.8, 1e-12);
}

static void pioneers_have_mean_one_among_institutions_and_more_among_entrepreneurs(void **state)
{
    (void)state;
    const struct organisations *o = &world_now()->organisations;
    double sum = 0;
    uint32_t count = 0;
    for (uint32_t m = 0; m < 2000; m++) {
        struct moment now = village.model->now;
        now.key = stream_key(m, 0);
        assert_int_equal(o->kind[0], ORGANISATION_INSTITUTION);
        sum += practices_pioneers(params(), world_now(), 0, now);
        count++;
    }
    assert_float_equal(sum / count, 1, 0.05);
    o->kind[0] = ORGANISATION_ENTREPRENEUR;
    const double twice = practices_pioneers(params(), world_now(), 0, village.model->now);
    o->kind[0] = ORGANISATION_INSTITUTION;
    assert_float_equal(twice,
                       params()->pioneers_entrepreneurs *
                           practices_pioneers(params(), world_now(), 0, village.model->now),
                       1e-12);
}

static uint32_t tried(uint32_t months)
{
    uint32_t count = 0;
    for (uint32_t k = 0; k < months; k++) {
        month();
        count += world_now()->municipalities.practices_tried[0];
    }
    return count;
}

static double expected_trials(double chance)
{
    const struct organisations *o = &world_now()->organisations;
    double sum = 0;
    for (uint32_t i = 0; i < o->count; i++)
        for (size_t d = 0; d < DOMAINS && organisations_present(o, i); d++)
            if (o->domains[i] >> d & 1)
                sum += chance * practices_pioneers(params(), world_now(), i, village.model->now);
    return sum;
}

static void trials_begin_as_often_as_their_chance_says(void **state)
{
    (void)state;
    params()->months = 0; /* the next may begin at once */
    const double expected = 2000 * expected_trials(0.03);
    assert_true(expected > 400);
    assert_float_equal(tried(2000), expected, 4 * sqrt(expected));
}

static void without_experimentation_or_room_nothing_is_tried(void **state)
{
    (void)state;
    lever(EXPERIMENTATION, 0);
    assert_int_equal(tried(200), 0);
    lever(EXPERIMENTATION, 1);
    for (size_t i = 0; i < world_now()->organisations.count; i++)
        world_now()->organisations.steering[i] = 0;
    assert_int_equal(tried(200), 0);
}

/* One trial under way, of institution 0 in its first domain. */
static size_t one_trial(float practice, uint8_t left)
{
    struct organisations *o = &world_now()->organisations;
    lever(EXPERIMENTATION, 0);
    size_t d = 0;
    while (!(o->domains[0] >> d & 1))
        d++;
    o->practice[d] = practice;
    o->trial[d] = left;
    return d;
}

static void a_trial_is_worked_by_until_it_is_judged(void **state)
{
    (void)state;
    const size_t d = one_trial(-0.3f, 3);
    struct organisations *o = &world_now()->organisations;
    params()->error = 0;
    month();
    month();
    assert_float_equal(o->practice[d], -0.3, 1e-6);
    month();
    assert_true(o->practice[d] == 0); /* seen to be worse: given up */
    assert_int_equal(world_now()->municipalities.practices_kept[0], 0);
}

static void what_is_seen_to_be_better_is_kept_and_told(void **state)
{
    (void)state;
    const size_t d = one_trial(0.2f, 1);
    params()->error = 0;
    month();
    assert_float_equal(world_now()->organisations.practice[d], 0.2, 1e-6);
    assert_float_equal(world_now()->organisations.proven[d], 0.2, 1e-6);
    assert_int_equal(world_now()->municipalities.practices_kept[0], 1);
    assert_int_equal(world_now()->events.count, 1);
    assert_int_equal(world_now()->events.kind[0], EVENT_PRACTICE_KEPT);
    assert_float_equal(world_now()->events.value[0], 0.2, 1e-6);
}

/* Of a thousand trials that were a little worse, the share that is kept. */
static double kept_though_worse(double feedback)
{
    uint32_t kept = 0;
    lever(FEEDBACK_QUALITY, feedback);
    for (int k = 0; k < 1000; k++) {
        const size_t d = one_trial(-0.1f, 1);
        world_now()->organisations.proven[d] = 0;
        month();
        kept += world_now()->municipalities.practices_kept[0];
    }
    return kept / 1000.0;
}

static void with_feedback_fewer_worse_practices_are_kept(void **state)
{
    (void)state;
    /* P(z > 0.1 / 0.2) = 0.309 and P(z > 0.1 / 0.08) = 0.106 */
    assert_float_equal(kept_though_worse(0), 0.309, 0.06);
    assert_float_equal(kept_though_worse(1), 0.106, 0.04);
}

/* Institutions 0 and 1 serve one domain, and 0 names 1. */
static void two_partners(size_t d, float strength)
{
    struct organisations *o = &world_now()->organisations;
    struct collaborations *ties = &world_now()->collaborations;
    for (size_t t = 0; t < COLLABORATION_SLOTS; t++)
        while (collaborations_used(ties, t))
            collaborations_drop(ties, 0, ties->to[t]);
    o->domains[0] |= (uint8_t)(1u << d);
    o->domains[1] |= (uint8_t)(1u << d);
    o->practice[DOMAINS + d] = o->proven[DOMAINS + d] = 0.5f;
    assert_true(collaborations_make(ties, 0, 1, strength));
}

static void a_better_practice_spreads_along_ties_to_who_serves_the_same(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    lever(EXPERIMENTATION, 0);
    params()->spread = 0.1;
    two_partners(CARE, 0.5f);
    month();
    assert_float_equal(o->practice[CARE], 0.1 * 0.5 * 0.5, 1e-6);
    assert_float_equal(o->practice[DOMAINS + CARE], 0.5, 1e-6); /* never towards the worse */
    o->domains[1] &= (uint8_t) ~(1u << CARE);
    month();
    assert_float_equal(o->practice[CARE], 0.1 * 0.5 * 0.5, 1e-6);
}

static void what_is_only_being_tried_does_not_spread(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    lever(EXPERIMENTATION, 0);
    params()->spread = 0.1;
    two_partners(CARE, 1);
    o->proven[DOMAINS + CARE] = 0;
    o->trial[DOMAINS + CARE] = 6;
    month();
    assert_true(o->practice[CARE] == 0);
}

static void practices_wear(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    params()->wear = 0.02;
    const size_t d = one_trial(0.5f, 0);
    month();
    assert_float_equal(o->practice[d], 0.49, 1e-6);
    assert_float_equal(o->proven[d], 0.49, 1e-6);
}

static void one_that_takes_over_a_row_has_chances_of_its_own(void **state)
{
    (void)state;
    struct organisations *o = &world_now()->organisations;
    const double one = practices_pioneers(params(), world_now(), 0, village.model->now);
    o->founded[0]++;
    assert_true(practices_pioneers(params(), world_now(), 0, village.model->now) != one);
}

#define UNTRIED(test) cmocka_unit_test_setup_teardown(test, untried, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chance_of_a_trial_is_the_product_of_its_causes),
        cmocka_unit_test(routine_leaves_less_ease_to_try),
        UNTRIED(pioneers_have_mean_one_among_institutions_and_more_among_entrepreneurs),
        UNTRIED(trials_begin_as_often_as_their_chance_says),
        UNTRIED(without_experimentation_or_room_nothing_is_tried),
        UNTRIED(a_trial_is_worked_by_until_it_is_judged),
        UNTRIED(what_is_seen_to_be_better_is_kept_and_told),
        UNTRIED(with_feedback_fewer_worse_practices_are_kept),
        UNTRIED(a_better_practice_spreads_along_ties_to_who_serves_the_same),
        UNTRIED(what_is_only_being_tried_does_not_spread),
        UNTRIED(practices_wear),
        UNTRIED(one_that_takes_over_a_row_has_chances_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
