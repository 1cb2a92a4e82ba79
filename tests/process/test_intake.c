/* How hidden needs become known: by seeking, by going out, past the gate, in a talk. */
#include "process/hidden.h"

/* Nobody seeks: 0.2 x 0.5 of what is hidden is found where K is 0.8. */
static void outreach_finds_part_of_those_who_do_not_seek(void **state)
{
    (void)state;
    struct intake_params *p = &village.scenario.params.intake;
    memset(p->seeking, 0, sizeof p->seeking);
    p->outreach_find = 0.2;
    lever(OUTREACH, 0.5);
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        world_now()->neighbourhoods.knowledge[n] = 0.8f;
    month();
    are_known(0.08 * over_needs(one));
}

static double mistaken(uint32_t row)
{
    const unsigned flags = world_now()->needs.flags[row];
    assert_false(flags & NEED_EXISTING_OFFER && flags & NEED_CONVERSATION);
    return (flags & NEED_EXISTING_OFFER) != 0;
}

/* Without a talk the existing offer is given in half of the cases at full
 * monitoring, and never at none. */
static void without_a_talk_the_existing_offer_may_be_given_instead_of_the_need(void **state)
{
    (void)state;
    struct intake_params *p = &village.scenario.params.intake;
    p->existing_offer = 0.5;
    p->gate = 0;
    steering(0);
    month();
    const double came = over_needs(is_known), offered = over_needs(mistaken);
    assert_true(came > 100);
    assert_true(fabs(offered - 0.5 * came) < 4 * sqrt(0.25 * came));
    steering(1);
    for (int k = 0; k < 3; k++)
        month();
    assert_true(over_needs(is_known) > came);
    assert_true(over_needs(mistaken) == offered);
}

static double talked(uint32_t row)
{
    const struct world *world = world_now();
    if (!(world->needs.flags[row] & NEED_CONVERSATION))
        return 0;
    const uint32_t i = world->needs.resident[row];
    uint32_t j = i;
    do { /* all the household's needs are known */
        assert_int_equal(world->residents.needs[j] & ~world->residents.known[j], 0);
        j = world->residents.next[j];
    } while (j != i);
    return 1;
}

/* At sigma 0 a share of 0.3 of those who come in, at sigma 1 everyone. */
static void a_talk_makes_all_the_households_needs_known(void **state)
{
    (void)state;
    struct intake_params *p = &village.scenario.params.intake;
    p->conversation_base = 0.3;
    lever(INTEGRALITY, 1);
    steering(1);
    month();
    const double talks = over_needs(talked);
    assert_true(talks > 30);
    assert_true(over_needs(is_known) >= talks);
    double held = 0;
    for (size_t n = 0; n < world_now()->neighbourhoods.count; n++)
        held += (double)world_now()->neighbourhoods.conversations[n];
    assert_true(held == talks);
    assert_float_equal(world_now()->municipalities.staff_talked[0],
                       talks * p->conversation_hours / (double)world_now()->municipalities.staff[0],
                       1e-5);
}

static void without_integrality_nobody_talks(void **state)
{
    (void)state;
    steering(1);
    month();
    assert_true(over_needs(is_known) > 30);
    assert_true(over_needs(talked) == 0);
}

/* Levers and control take nine tenths of the hours: talks share what is left. */
static void talks_are_held_as_far_as_staff_hours_reach(void **state)
{
    (void)state;
    struct intake_params *p = &village.scenario.params.intake;
    p->conversation_hours = 6;
    lever(INTEGRALITY, 1);
    steering(1);
    world_now()->municipalities.staff[0] = 3000;
    world_now()->municipalities.staff_asked[0] = 0.9f;
    month();
    const double talks = over_needs(talked);
    assert_true(fabs(talks - 50) < 4 * sqrt(50)); /* 300 hours, six each */
    assert_float_equal(world_now()->municipalities.staff_talked[0], 0.1, 1e-5);
}

/* 0.5 + (0.05 x 0.4 + 0.01)(1 - 0.5) - 0.02 x 0.5 = 0.505. */
static void knowledge_of_the_neighbourhood_is_gained_by_going_out_and_lost_with_staff(void **state)
{
    (void)state;
    struct intake_params *p = &village.scenario.params.intake;
    p->knowledge_gain = 0.05;
    p->knowledge_ties = 0.01;
    p->knowledge_loss = 0.02;
    lever(OUTREACH, 0.4);
    world_now()->neighbourhoods.knowledge[4] = 0.5f;
    month();
    assert_float_equal(world_now()->neighbourhoods.knowledge[4], 0.505, 1e-6);
}

static double scaled(uint32_t row)
{
    assert_in_range(world_now()->needs.scaling[row] + 1, 0, 2);
    return world_now()->needs.scaling[row];
}

/* With severe needs and little own strength nearly all who choose choose more,
 * and with light ones and much strength less. */
static void with_the_lever_residents_scale_up_when_it_is_bad_and_down_when_they_cope(void **state)
{
    (void)state;
    struct world *world = world_now();
    memset(world->residents.known, 0xff, world->residents.count);
    for (int bad = 0; bad < 3; bad++) {
        lever(SELF_SCALING, bad < 2); /* at last without the lever: nobody scales */
        for (uint32_t row = 0; row < world->needs.capacity; row++) {
            world->needs.scaling[row] = 0;
            world->needs.severity[row] = bad ? 1 : 0.1f;
        }
        for (size_t i = 0; i < world->residents.count; i++)
            world->residents.self_reliance[i] = bad ? 0.1f : 1;
        for (uint32_t k = 0; k < 6; k++) {
            for (uint32_t row = 0; row < world->needs.capacity; row++)
                world->needs.spell[row]++;
            month();
        }
        const double sum = over_needs(scaled);
        assert_true(bad == 2 ? sum == 0 : bad ? sum > 20 : sum < -20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ALL_HIDDEN(outreach_finds_part_of_those_who_do_not_seek),
        ALL_HIDDEN(without_a_talk_the_existing_offer_may_be_given_instead_of_the_need),
        ALL_HIDDEN(a_talk_makes_all_the_households_needs_known),
        ALL_HIDDEN(without_integrality_nobody_talks),
        ALL_HIDDEN(talks_are_held_as_far_as_staff_hours_reach),
        ALL_HIDDEN(knowledge_of_the_neighbourhood_is_gained_by_going_out_and_lost_with_staff),
        ALL_HIDDEN(with_the_lever_residents_scale_up_when_it_is_bad_and_down_when_they_cope),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
