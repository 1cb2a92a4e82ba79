/* Talks about causes and ends: who moves whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/shared_vision.h"
#include "process/talking.h"
#include "world/history.h"

static struct shared_vision_params params;

static size_t organisations(void)
{
    return world()->municipalities.organisations[0];
}

/* Everybody stands at his anchor, nobody is replaced, and talks move by half of the way. */
static int enter(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 1, burn_in_organisations: 0}}\n");
    params = village.scenario.params.shared_vision;
    params.replacement = params.anchoring = 0;
    params.talks_least = 0;
    params.talks_most = 1;
    params.step = 0.5;
    params.softness = 0.01;
    world()->municipalities.history[0] = 0;
    lever(ENGAGEMENT, 0.5f);
    lever(DIALOGUE, 0);
    lever(CITIZEN_VOICE, 0);
    return 0;
}

static void talk(uint32_t months)
{
    for (uint32_t month = 1; month <= months; month++)
        shared_vision_talk(&params, (struct moment){village.model->now.key, month}, world());
}

static void confidence_is_a_half_at_eps_and_falls_gradually(void **state)
{
    (void)state;
    params.softness = 0.1;
    assert_float_equal(vision_confidence(&params, 0.8, 0.8), 0.5, 1e-12);
    assert_float_equal(vision_confidence(&params, 0.7, 0.8), 1 / (1 + 0.36787944), 1e-8);
    assert_float_equal(vision_confidence(&params, 0.9, 0.8), 1 / (1 + 2.71828183), 1e-8);
}

static void reach_grows_with_history_trust_and_engagement_within_bounds(void **state)
{
    (void)state;
    params.confidence = 0.8;
    params.confidence_history = 0.3;
    params.confidence_trust = 0.5;
    params.confidence_engagement = 0.2;
    assert_float_equal(vision_reach(&params, 0, 0, 0), 0.8, 1e-12);
    assert_float_equal(vision_reach(&params, 0.5, -0.1, 0.25), 0.8 + 0.15 - 0.05 + 0.05, 1e-12);
    assert_float_equal(vision_reach(&params, -1, -0.5, -0.5), params.confidence_least, 1e-12);
    params.confidence_trust = 1;
    assert_float_equal(vision_reach(&params, 1, 0.41, 0.5), params.confidence_most, 1e-12);
}

static void without_dialogue_nobody_moves(void **state)
{
    (void)state;
    float before[2 * 64], table[2];
    assert_in_range(organisations(), 2, 64);
    memcpy(before, world()->organisations.vision, 2 * organisations() * sizeof *before);
    memcpy(table, world()->municipalities.vision, sizeof table);
    talk(24);
    assert_memory_equal(before, world()->organisations.vision,
                        2 * organisations() * sizeof *before);
    assert_memory_equal(table, world()->municipalities.vision, sizeof table);
}

/* Two partners who are the only ones with a tie; the first begins a talk each month. */
static void a_talk_moves_both_the_same_way_towards_each_other(void **state)
{
    (void)state;
    struct collaborations *ties = &world()->collaborations;
    for (size_t row = 0; row < ties->count; row++)
        ties->to[row] = COLUMN_NONE;
    place_organisations(0, 0);
    place(world()->municipalities.vision, 0, 0);
    place(world()->organisations.vision + 2, 0.4f, 0.2f);
    assert_true(collaborations_make(ties, 0, 1, 0.3f));
    lever(DIALOGUE, 1);
    params.seats = 0;
    talk(1);
    /* They are near enough to be wholly confident: each goes half of the way. */
    assert_float_equal(world()->organisations.vision[0], 0.2, 1e-6);
    assert_float_equal(world()->organisations.vision[1], 0.1, 1e-6);
    assert_float_equal(world()->organisations.vision[2], 0.2, 1e-6);
    assert_float_equal(world()->organisations.vision[3], 0.1, 1e-6);
}

static void those_too_far_apart_do_not_move_each_other(void **state)
{
    (void)state;
    place_organisations(0.9f, 0.9f);
    place(world()->municipalities.vision, -0.9f, -0.9f);
    lever(DIALOGUE, 1);
    talk(12);
    assert_float_equal(world()->municipalities.vision[0], -0.9, 1e-4);
    assert_float_equal(world()->organisations.vision[0], 0.9, 1e-4);
}

/* All seats are residents', who stand together: the municipality goes half of the way, and they
 * do; what they ask is heard. */
static void with_full_voice_the_table_is_of_residents(void **state)
{
    (void)state;
    place_organisations(-0.5f, 0);
    place(world()->municipalities.vision, 0, 0);
    place_residents(64, 0);
    lever(DIALOGUE, 1);
    lever(CITIZEN_VOICE, 1);
    params.seats = 10;
    params.confidence_trust = 0;
    talk(1);
    assert_float_equal(world()->municipalities.vision[0], 32 / 127.0, 1e-5);
    size_t moved = 0;
    for (size_t i = 0; i < world()->residents.count; i++)
        moved += world()->residents.vision_cause[i] == 32;
    assert_in_range(moved, 8, 10); /* one can be drawn twice */
    assert_int_equal(world()->municipalities.kept[HISTORY_REQUESTS], 10);
    assert_int_equal(world()->municipalities.broken[HISTORY_REQUESTS], 0);
    place_residents(-127, -127);
    talk(1);
    assert_int_equal(world()->municipalities.broken[HISTORY_REQUESTS], 10);
}

/* Residents 0.6 away are heard by a municipality that meets them as equals, by another not. */
static void who_is_met_as_an_equal_is_heard_from_further_away(void **state)
{
    (void)state;
    params.confidence = 0.6;
    params.confidence_engagement = 0.2;
    params.confidence_trust = params.confidence_history = 0;
    params.seats = 10;
    lever(DIALOGUE, 1);
    lever(CITIZEN_VOICE, 1);
    for (int equal = 0; equal < 2; equal++) {
        place(world()->municipalities.vision, 0, 0);
        place_residents(76, 0); /* 0.598 */
        lever(ENGAGEMENT, equal);
        memset(world()->municipalities.kept, 0,
               HISTORY_KINDS * sizeof *world()->municipalities.kept);
        talk(1);
        assert_float_equal(world()->municipalities.vision[0], equal ? 0.5 * 76 / 127 : 0, 1e-3);
        assert_int_equal(world()->municipalities.kept[HISTORY_REQUESTS], equal ? 10 : 0);
    }
}

static void without_voice_no_resident_moves_or_asks(void **state)
{
    (void)state;
    place_residents(10, 10);
    lever(DIALOGUE, 1);
    talk(6);
    for (size_t i = 0; i < world()->residents.count; i++)
        assert_int_equal(world()->residents.vision_cause[i], 10);
    assert_int_equal(world()->municipalities.kept[HISTORY_REQUESTS] +
                         world()->municipalities.broken[HISTORY_REQUESTS],
                     0);
}

/* 0.5 above its anchor, and a fiftieth of it back; with bounded confidence alone it stays. */
static void parties_return_to_their_anchors(void **state)
{
    (void)state;
    params.anchoring = 0.02;
    place(world()->organisations.anchor, 0.1f, 0);
    place(world()->organisations.vision, 0.6f, 0);
    place(world()->municipalities.anchor, 0, 0);
    place(world()->municipalities.vision, 0, -0.5f);
    talk(1);
    assert_float_equal(world()->organisations.vision[0], 0.59, 1e-6);
    assert_float_equal(world()->municipalities.vision[1], -0.49, 1e-6);
    params.bounded = 1;
    talk(1);
    assert_float_equal(world()->organisations.vision[0], 0.59, 1e-6);
}

static void bounded_confidence_alone_has_a_sharp_edge(void **state)
{
    (void)state;
    params.bounded = 1;
    params.softness = 0.3;
    assert_true(vision_confidence(&params, 0.79, 0.8) == 1);
    assert_true(vision_confidence(&params, 0.81, 0.8) == 0);
}

/* At chance one all have new leaders, who stand at fresh anchors. */
static void who_is_replaced_stands_at_a_fresh_anchor(void **state)
{
    (void)state;
    const float before = world()->organisations.anchor[0];
    params.replacement = 1;
    talk(1);
    assert_true(world()->organisations.anchor[0] != before);
    for (size_t i = 0; i < 2 * organisations(); i++)
        assert_true(world()->organisations.vision[i] == world()->organisations.anchor[i]);
    assert_true(world()->municipalities.vision[0] == world()->municipalities.anchor[0]);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(confidence_is_a_half_at_eps_and_falls_gradually),
        IN_VILLAGE(reach_grows_with_history_trust_and_engagement_within_bounds),
        IN_VILLAGE(without_dialogue_nobody_moves),
        IN_VILLAGE(a_talk_moves_both_the_same_way_towards_each_other),
        IN_VILLAGE(those_too_far_apart_do_not_move_each_other),
        IN_VILLAGE(with_full_voice_the_table_is_of_residents),
        IN_VILLAGE(who_is_met_as_an_equal_is_heard_from_further_away),
        IN_VILLAGE(without_voice_no_resident_moves_or_asks),
        IN_VILLAGE(parties_return_to_their_anchors),
        IN_VILLAGE(bounded_confidence_alone_has_a_sharp_edge),
        IN_VILLAGE(who_is_replaced_stands_at_a_fresh_anchor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
