/* What a dry run says of a large place from a small part of it. */
#include "support/place.h"

#include "run/trial.h"

/* The address sanitizer keeps freed memory for a while, which is no memory of the run. */
#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static void near(double found, double wanted)
{
    if (found < 0.95 * wanted || found > 1.05 * wanted)
        fail_msg("%g is not within a twentieth of %g", found, wanted);
}

/* Times are the machine's, and are only said to be there. */
static void a_small_part_says_what_a_large_place_asks_for(void **state)
{
    struct place *place = *state;
    struct trial whole, part;
    place->scenario.scale = 0.2;
    place->scenario.months = 60;
    assert_true(trial_run_of(&whole, &place->scenario, 1, 1, SIZE_MAX, &place->error));
    assert_int_equal(whole.tried, whole.residents);
    const size_t most = whole.residents / 6;
    assert_true(trial_run_of(&part, &place->scenario, 1, 1, most, &place->error));
    assert_int_equal(part.tried, most);
    assert_int_equal(part.runs, whole.runs);
    assert_int_equal(part.months, whole.months);
    near((double)part.residents, (double)whole.residents);
    near((double)part.disk, (double)whole.disk);
    assert_true(part.memory > 0 && part.settling > 0 && part.burning_in > 0 && part.month > 0);
    near(part.seconds, part.runs * (part.settling + part.burning_in + part.months * part.month));
    assert_true(place->scenario.scale == 0.2);
}

/* The other way round than above, for the most that a process ever took is never less. */
static void memory_grows_with_the_place_and_not_with_the_part(void **state)
{
    struct place *place = *state;
    struct trial less, more;
    place->scenario.scale = 1;
    assert_true(trial_run_of(&less, &place->scenario, 1, 1, 4000, &place->error));
    assert_true(trial_run_of(&more, &place->scenario, 1, 1, SIZE_MAX, &place->error));
    assert_true(more.memory > 30e6 && (double)less.memory > 0.5 * (double)more.memory);
    assert_true(SANITIZED || (double)less.memory < 2 * (double)more.memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(memory_grows_with_the_place_and_not_with_the_part),
        PLACE_TEST(a_small_part_says_what_a_large_place_asks_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
