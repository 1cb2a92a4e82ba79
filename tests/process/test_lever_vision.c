/* What the levers of vision and meeting places move first, and that it is by their mechanism. */
#include "process/lever_village.h"

static double aligned_with_organisations(const struct world *world)
{
    return (double)world->municipalities.alignment[AGREEMENT_ORGANISATIONS];
}

/* Residents' own views average out to the middle of both questions. */
static double from_the_middle(const struct world *world)
{
    const float *vision = world->municipalities.vision;
    return elementary_sqrt((double)vision[0] * vision[0] + (double)vision[1] * vision[1]);
}

static double ties_made(const struct world *world)
{
    double made = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        made += world->neighbourhoods.ties_made[n];
    return made;
}

static double requests(const struct world *world)
{
    const struct municipalities *m = &world->municipalities;
    double sum = 0;
    for (size_t month = 0; month < YEAR_MONTHS; month++)
        sum += m->kept_year[HISTORY_REQUESTS * YEAR_MONTHS + month] +
               m->broken_year[HISTORY_REQUESTS * YEAR_MONTHS + month];
    return sum;
}

/* Nobody is replaced, so that chance does not decide. */
#define TALKS     "parameters: {settlement: {burn_in: 1}, shared_vision: {replacement: 0}}\n"
#define NO_VISION "processes: {shared_vision: off}\n"

static void dialogue_first_brings_municipality_and_organisations_nearer(void **state)
{
    (void)state;
    const double low = lever_after("dialogue", 0, TALKS, 1, aligned_with_organisations);
    const double high = lever_after("dialogue", 1, TALKS, 1, aligned_with_organisations);
    assert_true(high > low + 0.3);
    assert_true(lever_after("dialogue", 0, TALKS NO_VISION, 1, aligned_with_organisations) ==
                lever_after("dialogue", 1, TALKS NO_VISION, 1, aligned_with_organisations));
}

static void citizen_voice_first_brings_the_municipality_nearer_to_residents(void **state)
{
    (void)state;
    const double low = lever_after("citizen_voice", 0, TALKS, 1, from_the_middle);
    const double high = lever_after("citizen_voice", 1, TALKS, 1, from_the_middle);
    assert_true(high < low);
    assert_true(lever_after("citizen_voice", 0, TALKS NO_VISION, 1, from_the_middle) ==
                lever_after("citizen_voice", 1, TALKS NO_VISION, 1, from_the_middle));
}

static void citizen_voice_lets_residents_ask(void **state)
{
    (void)state;
    assert_true(lever_after("citizen_voice", 0, TALKS, 12, requests) == 0);
    assert_true(lever_after("citizen_voice", 1, TALKS, 12, requests) > 40);
    assert_true(lever_after("citizen_voice", 1, TALKS NO_VISION, 12, requests) == 0);
}

/* More than one in twenty more in a month, where all who can go do, and like it. */
#define EAGER                                                                                      \
    "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0, meeting_share: 0.6, "    \
    "focus: 2}}\n"
#define NO_NETWORK "processes: {support_network: off}\n"

static void meeting_places_first_make_ties(void **state)
{
    (void)state;
    const double low = lever_after("meeting_places", 0, EAGER, 1, ties_made);
    const double high = lever_after("meeting_places", 1, EAGER, 1, ties_made);
    assert_true(high > 1.05 * low);
    assert_true(lever_after("meeting_places", 1, EAGER NO_NETWORK, 1, ties_made) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dialogue_first_brings_municipality_and_organisations_nearer),
        cmocka_unit_test(citizen_voice_first_brings_the_municipality_nearer_to_residents),
        cmocka_unit_test(citizen_voice_lets_residents_ask),
        cmocka_unit_test(meeting_places_first_make_ties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
