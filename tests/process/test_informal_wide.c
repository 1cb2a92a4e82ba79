/* All ties of a resident at once, and slot after slot: the same requests and strengths. On a
 * processor without AVX2 there is only the one way, and nothing to compare. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "process/informal_carrying.h"
#include "process/informal_wide.h"
#include "support/village.h"

enum { TRIES = 20000, ROW = 0, ASKER = 7 };

static struct village village;
static struct stream draw;

static int set_up(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 0}}\n");
    draw = stream_open((struct moment){stream_key(1, 0), 0}, 0, 0);
    village.model->world.needs.resident[ROW] = ASKER;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static struct helping helping_now(void)
{
    struct helping helping = {
        .params = &village.scenario.params.informal_support,
        .world = &village.model->world,
        .capacity = {0, 120 / 65535.0f, 40 / 65535.0f, 9 / 65535.0f, 9 / 65535.0f},
        .nearness = {0, 1000, 1, 0, 0},
        .primary_share = 0.8f};
    carrying_strengths(&helping);
    informal_wide_packing(helping.packed);
    return helping;
}

/* From none to sixteen ties of any kinds and strengths, of which some are alike and some to
 * people who have nothing to give. */
static void draw_ties(struct world *world)
{
    const uint32_t degree = stream_below(&draw, TIE_SLOTS + 1);
    for (uint32_t k = 0; k < TIE_SLOTS; k++) {
        const uint32_t place = 100 + 50 * k + stream_below(&draw, 50);
        const enum tie_kind kind = (enum tie_kind)(1 + stream_below(&draw, TIE_KINDS - 1));
        world->ties.alter[ASKER * TIE_SLOTS + k] = k < degree ? tie_pack(place, kind) : 0;
        world->ties.strength[ASKER * TIE_SLOTS + k] = (uint8_t)(51 * stream_below(&draw, 6));
        world->residents.available[place] =
            (uint16_t)(stream_below(&draw, 4) * stream_below(&draw, 20000));
    }
}

static void the_same_is_asked_at_once_and_slot_after_slot(void **state)
{
    (void)state;
    struct helping helping = helping_now();
    const struct asking asking = asking_of(&helping, 0);
    uint32_t asked = 0, little = 0;
    for (int t = 0; t < TRIES; t++) {
        uint32_t helper[2][TIE_SLOTS], units[2][TIE_SLOTS];
        uint16_t available[TIE_SLOTS];
        struct requests wide = {.helper = helper[0], .units = units[0]};
        struct requests single = {.helper = helper[1], .units = units[1]};
        draw_ties(helping.world);
        const float scale = stream_below(&draw, 3) == 0 ? 0.4f : 60;
        const float presence = scale * (float)stream_uniform(&draw);
        const float replaceable = scale * (float)stream_uniform(&draw);
        asking_available(&asking, ROW, available);
        helping.wide = avx2_can();
        asking_requests(&asking, ROW, available, presence, replaceable, &wide);
        helping.wide = false;
        asking_requests(&asking, ROW, available, presence, replaceable, &single);
        assert_int_equal(wide.count, single.count);
        assert_int_equal(wide.slots, single.slots);
        assert_int_equal(wide.near, single.near);
        assert_int_equal(wide.all, single.all);
        for (uint32_t k = 0; k < single.count; k++) {
            assert_int_equal(helper[0][k], helper[1][k]);
            assert_int_equal(units[0][k], units[1][k]);
        }
        asked += single.slots != 0;
        little += presence + replaceable < ASK_ONE;
    }
    assert_in_range(asked, TRIES / 2, TRIES);
    assert_in_range(little, TRIES / 5, TRIES / 2);
}

static void strengths_grow_as_the_table_says(void **state)
{
    (void)state;
    village.scenario.params.informal_support.tie_growth = 0.1;
    const struct helping helping = helping_now();
    if (!avx2_can())
        skip();
    for (unsigned s = 0; s < 256; s++) {
        uint8_t strength[TIE_SLOTS];
        const unsigned slots = stream_below(&draw, 1 << TIE_SLOTS);
        memset(strength, (int)s, sizeof strength);
        informal_wide_grow(&helping, strength, &(uint32_t){0}, &(uint16_t){(uint16_t)slots},
                           &(uint16_t){0}, 1);
        for (unsigned k = 0; k < TIE_SLOTS; k++)
            assert_int_equal(strength[k], slots >> k & 1 ? helping.grown[s] : s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_is_asked_at_once_and_slot_after_slot),
        cmocka_unit_test(strengths_grow_as_the_table_says),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
