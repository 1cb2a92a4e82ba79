/* Who agrees with whom, and what the municipality judges by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "process/shared_alignment.h"
#include "process/talking.h"
#include "world/visions.h"

static int enter(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 1}}\n");
    lever(CITIZEN_VOICE, 0);
    return 0;
}

/* Organisations stand a quarter of d0 from the municipality. */
static void alignment_is_one_less_distance_over_d0(void **state)
{
    (void)state;
    place(world()->municipalities.vision, 0, 0);
    place_organisations(0.1f, 0);
    place_residents(0, 0);
    shared_alignment(0.4, world());
    const float *alignment = world()->municipalities.alignment;
    assert_float_equal(alignment[AGREEMENT_ORGANISATIONS], 0.75, 1e-6);
    /* A resident counts as standing in the middle of a cell an eighth wide. */
    assert_float_equal(alignment[AGREEMENT_RESIDENTS], 1, 0.25);
    assert_float_equal(alignment[AGREEMENT_BETWEEN], 0.75, 0.25);
    place_residents(127, 127);
    shared_alignment(0.4, world());
    assert_true(alignment[AGREEMENT_RESIDENTS] == 0 && alignment[AGREEMENT_BETWEEN] == 0);
}

/* Against the mean of pairs, one by one. */
static void cells_lose_little_of_the_alignment_with_residents(void **state)
{
    (void)state;
    const struct residents *residents = &world()->residents;
    double sum = 0, count = 0;
    shared_alignment(0.8, world());
    for (size_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i))
            continue;
        const float there[2] = {residents->vision_cause[i] / 127.0f,
                                residents->vision_result[i] / 127.0f};
        sum += visions_alignment(visions_distance(world()->municipalities.vision, there), 0.8);
        count += 1;
    }
    assert_float_equal(world()->municipalities.alignment[AGREEMENT_RESIDENTS], sum / count, 0.01);
}

static double weight(enum judged outcome)
{
    return (double)world()->municipalities.agreed[outcome];
}

static void judgement_leans_to_the_agreed_picture_as_far_as_parties_agree(void **state)
{
    (void)state;
    place(world()->municipalities.vision, 0, 0.8f);
    place_organisations(0, 0.8f);
    shared_alignment(0.4, world());
    shared_judgement(1, world(), 0);
    assert_float_equal(weight(JUDGED_ENDED), 1.8 / 6, 1e-6);
    assert_float_equal(weight(JUDGED_OVERSPENDING), 0.2 / 6, 1e-6);
    assert_float_equal(weight(JUDGED_WAITING), 0.6 / 6, 1e-6);
    place_organisations(0, -0.8f); /* nobody agrees */
    shared_alignment(0.4, world());
    shared_judgement(1, world(), 0);
    for (int k = 0; k < JUDGEMENTS; k++)
        assert_float_equal(weight((enum judged)k), 1.0 / 6, 1e-6);
}

/* Residents want quality of life, organisations output; the one agrees with either. */
static void with_full_voice_it_is_residents_with_whom_there_must_be_agreement(void **state)
{
    (void)state;
    place(world()->municipalities.vision, 0, 0.8f);
    place_organisations(0, -0.8f);
    place_residents(0, 102);
    shared_alignment(0.8, world());
    lever(CITIZEN_VOICE, 1);
    shared_judgement(1, world(), 0);
    assert_true(weight(JUDGED_ENDED) > 1.5 / 6);
    lever(CITIZEN_VOICE, 0);
    shared_judgement(1, world(), 0);
    assert_float_equal(weight(JUDGED_ENDED), 1.0 / 6, 1e-6);
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(alignment_is_one_less_distance_over_d0),
        IN_VILLAGE(cells_lose_little_of_the_alignment_with_residents),
        IN_VILLAGE(judgement_leans_to_the_agreed_picture_as_far_as_parties_agree),
        IN_VILLAGE(with_full_voice_it_is_residents_with_whom_there_must_be_agreement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
