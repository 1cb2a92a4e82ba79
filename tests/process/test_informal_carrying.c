/* What helping does to carers and to ties. */
#include "process/informal_carrying.h"
#include "process/one_need.h"

/* 24 hours a week is half way from 8 to 40: 0.08 x 0.5 x 0.75, less what recovers
 * at 0.3 of its pace. */
static double strain_after(double support_lever)
{
    struct informal_support_params *p = &village.scenario.params.informal_support;
    struct world *world = world_now();
    p->strain_from = 8;
    p->strain_growth = 0.08;
    p->strain_recovery = 0.1;
    p->carer_support_relief = 0.5;
    world->neighbourhoods.lever[CARER_SUPPORT] = (float)support_lever;
    village.scenario.params.hours.presence[CARE] = 4 * (24 * 4.33 - 8.4);
    world->residents.strain[helper] = 0;
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    support();
    return (double)world->residents.strain[helper];
}

static void strain_grows_convexly_above_eight_hours_a_week(void **state)
{
    (void)state;
    assert_float_equal(strain_after(0), 0.08 * 0.5 * 0.75, 1e-3);
}

static void support_for_carers_takes_away_half_of_it(void **state)
{
    (void)state;
    assert_float_equal(strain_after(1), 0.5 * 0.08 * 0.5 * 0.75, 1e-3);
}

static void strain_recovers_with_rest(void **state)
{
    (void)state;
    struct residents *residents = &world_now()->residents;
    village.scenario.params.informal_support.strain_recovery = 0.1;
    residents->strain[helper] = 0.5f;
    support();
    assert_float_equal(residents->strain[helper], 0.45, 1e-6);
}

/* At a hazard of 0.1, of all who are strained beyond 0.6 and of no other. */
static void burnout_strikes_the_strained_and_brings_a_need(void **state)
{
    (void)state;
    struct world *world = world_now();
    struct informal_support_params *p = &village.scenario.params.informal_support;
    p->burnout_above = 0.6;
    p->burnout_hazard = 0.1;
    p->strain_recovery = 0;
    size_t strained = 0, struck = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        world->residents.strain[i] = i % 2 ? 0.7f : 0.5f;
        strained += i % 2;
    }
    support();
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i) && world->residents.burnout[i] > 0) {
            assert_int_equal(i % 2, 1);
            const uint32_t social = village_need(world, i, SOCIAL);
            assert_int_not_equal(social, COLUMN_NONE);
            struck++;
        }
    assert_true(fabs((double)struck - 0.1 * (double)strained) < 4 * sqrt(0.1 * (double)strained));
}

/* 60 + 0.25 (255 - 60), at once; the other fades to its floor of 51 once a year. */
static void a_tie_that_helped_grows_and_others_fade_to_a_floor(void **state)
{
    (void)state;
    struct informal_support_params *p = &village.scenario.params.informal_support;
    struct world *world = world_now();
    const uint8_t *strength = world->ties.strength + (size_t)asker * TIE_SLOTS;
    p->tie_growth = 0.25;
    p->tie_fading = 0;
    tie(asker, helper, TIE_HOUSEHOLD, 60);
    support();
    assert_in_range(strength[0], 108, 109);
    p->tie_growth = 0;
    p->tie_fading = 0.5;
    p->tie_floor = 0.2;
    for (village.model->now.month = 1; village.model->now.month <= 12; village.model->now.month++)
        support();
    assert_in_range(strength[0], 79, 81); /* half way from 108 to 51 */
    for (village.model->now.month = 1; village.model->now.month <= 240; village.model->now.month++)
        support();
    assert_in_range(strength[0], 51, 52);
}

static void care_of_an_hour_a_week_is_counted_in_months(void **state)
{
    (void)state;
    struct world *world = world_now();
    tie(asker, helper, TIE_HOUSEHOLD, 255);
    for (int month = 1; month <= 4; month++) {
        support();
        assert_int_equal(world->residents.care_months[helper], month);
    }
    no_ties(asker);
    support();
    assert_int_equal(world->residents.care_months[helper], 0);
}

/* Ten months at 0.03: of all who carry, 1 - exp(-0.3) have begun in them, and so carry half as
 * much on average; who carries nothing does not come to. */
static void in_the_run_in_others_have_begun_in_the_stead_of_carers(void **state)
{
    (void)state;
    struct residents *residents = &world_now()->residents;
    double carriers = 0, changed = 0, left = 0;
    for (uint32_t i = 0; i < residents->count; i++) {
        residents->strain[i] = i % 2 ? 0.5f : 0;
        carriers += i % 2;
    }
    carrying_renew(10, village.model->now, world_now());
    for (uint32_t i = 0; i < residents->count; i++) {
        assert_true(residents->strain[i] >= 0 && residents->strain[i] <= (i % 2 ? 0.5f : 0));
        changed += i % 2 && residents->strain[i] < 0.5f;
        left += i % 2 && residents->strain[i] < 0.5f ? residents->strain[i] / 0.5f : 0;
    }
    const double share = 1 - exp(-0.3), noise = 4 * sqrt(share * (1 - share) / carriers);
    assert_float_equal(changed / carriers, share, noise);
    assert_float_equal(left / changed, 0.5, 4 * sqrt(1.0 / 12 / changed));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ONE_NEED(strain_grows_convexly_above_eight_hours_a_week),
        WITH_ONE_NEED(support_for_carers_takes_away_half_of_it),
        WITH_ONE_NEED(strain_recovers_with_rest),
        WITH_ONE_NEED(burnout_strikes_the_strained_and_brings_a_need),
        WITH_ONE_NEED(a_tie_that_helped_grows_and_others_fade_to_a_floor),
        WITH_ONE_NEED(care_of_an_hour_a_week_is_counted_in_months),
        WITH_ONE_NEED(in_the_run_in_others_have_begun_in_the_stead_of_carers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
