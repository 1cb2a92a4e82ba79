/* Residents and their households on the first day match what is published of the place. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "world/households.h"
#include "world/whole.h"

static void residents_are_as_many_as_published(void **state)
{
    const struct world *world = world_of(state);
    size_t total = 0;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        assert_true(fabs(world->neighbourhoods.residents[n] - place_of(state, n)->residents_2022) <=
                    1);
        total += world->neighbourhoods.residents[n];
    }
    size_t present = 0;
    for (size_t i = 0; i < world->residents.count; i++)
        present += residents_present(&world->residents, i);
    assert_int_equal(present, total);
    assert_in_range(total, 25000, 26000);
}

/* Six positions are rounded one after another, so that a band can be off by as
 * many persons at most. */
static void age_bands_are_those_of_each_neighbourhood(void **state)
{
    static const int from[] = {0, 15, 25, 45, 65, 200};
    const struct world *world = world_of(state);
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        double count[WIDE_AGE_BANDS] = {0};
        const uint32_t first = world->neighbourhoods.first[n];
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++)
            for (int b = 0; b < WIDE_AGE_BANDS; b++)
                count[b] += residents_present(&world->residents, i) &&
                            years_of(world, i) >= from[b] && years_of(world, i) < from[b + 1];
        for (int b = 0; b < WIDE_AGE_BANDS; b++) {
            const double wanted =
                place_of(state, n)->age_2022[b] * world->neighbourhoods.residents[n];
            assert_true(fabs(count[b] - wanted) <= 3);
        }
    }
}

enum household { SINGLE, COUPLE, CHILDREN, HOUSEHOLDS };

/* Children of any age make a family; who shares a house otherwise counts as
 * living alone, as in the table of positions. */
static enum household household_of(const struct residents *residents, uint32_t i)
{
    bool child = false, partner = false;
    uint32_t j = i;
    do {
        child |= residents->position[j] == POSITION_CHILD;
        partner |= residents->position[j] == POSITION_PARTNER;
        j = residents->next[j];
    } while (j != i);
    return child ? CHILDREN : partner ? COUPLE : SINGLE;
}

static void household_types_are_within_two_points(void **state)
{
    const struct world *world = world_of(state);
    const struct residents *residents = &world->residents;
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        double count[HOUSEHOLDS] = {0}, all = 0;
        const uint32_t first = world->neighbourhoods.first[n];
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++) {
            if (!residents_present(residents, i))
                continue;
            const double part = 1.0 / households_size(residents, i);
            count[household_of(residents, i)] += part;
            all += part;
        }
        const struct place_row *place = place_of(state, n);
        const double wanted[HOUSEHOLDS] = {place->households_single, place->households_couple,
                                           place->households_children};
        for (int t = 0; t < HOUSEHOLDS; t++)
            assert_true(fabs(count[t] / all - wanted[t]) <= 0.02);
    }
}

static void the_share_with_a_low_income_is_as_published(void **state)
{
    const struct world *world = world_of(state);
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        double low = 0;
        const uint32_t first = world->neighbourhoods.first[n];
        for (uint32_t i = first; i < first + world->neighbourhoods.places[n]; i++)
            low += residents_present(&world->residents, i) &&
                   world->residents.traits[i] & TRAIT_LOW_INCOME;
        const double wanted = place_of(state, n)->low_income * world->neighbourhoods.residents[n];
        assert_true(fabs(low - wanted) <= 1);
    }
}

static void low_income_is_shared_by_households(void **state)
{
    const struct world *world = world_of(state);
    const struct residents *residents = &world->residents;
    size_t split = 0;
    for (uint32_t i = 0; i < residents->count; i++)
        if (residents_present(residents, i))
            split +=
                (residents->traits[i] ^ residents->traits[residents->next[i]]) & TRAIT_LOW_INCOME;
    /* The share is met to the person, which splits at most one household each. */
    assert_in_range(split, 0, 2 * world->neighbourhoods.count);
}

static void each_resident_is_in_one_ring_of_the_own_neighbourhood(void **state)
{
    const struct world *world = world_of(state);
    const struct residents *residents = &world->residents;
    unsigned char *pointed = calloc(residents->count, 1);
    assert_non_null(pointed);
    for (uint32_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i))
            continue;
        const uint32_t j = residents->next[i];
        assert_in_range(j, 0, residents->count - 1);
        assert_true(residents_present(residents, j));
        assert_int_equal(world->blocks.neighbourhood[blocks_find(&world->blocks, i)],
                         world->blocks.neighbourhood[blocks_find(&world->blocks, j)]);
        assert_int_equal(pointed[j]++, 0); /* a permutation is made of rings */
        assert_in_range(households_size(residents, i), 1, 16);
    }
    free(pointed);
}

static void positions_fit_the_household(void **state)
{
    const struct world *world = world_of(state);
    const struct residents *residents = &world->residents;
    for (uint32_t i = 0; i < residents->count; i++) {
        int count[POSITION_OTHER + 1] = {0};
        if (!residents_present(residents, i))
            continue;
        uint32_t j = i;
        do {
            count[residents->position[j]]++;
            j = residents->next[j];
        } while (j != i);
        const int parents = count[POSITION_PARTNER] + count[POSITION_SINGLE_PARENT];
        assert_true(count[POSITION_PARTNER] == 0 || count[POSITION_PARTNER] == 2);
        assert_true(count[POSITION_CHILD] == 0 || parents > 0);
        if (residents->position[i] == POSITION_ALONE)
            assert_int_equal(households_size(residents, i), 1);
        if (residents->position[i] == POSITION_SINGLE_PARENT)
            assert_true(count[POSITION_CHILD] > 0 && parents == 1);
    }
}

static void parents_are_older_than_their_children(void **state)
{
    const struct world *world = world_of(state);
    const struct residents *residents = &world->residents;
    size_t children = 0, young = 0;
    for (uint32_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i) || residents->position[i] != POSITION_CHILD)
            continue;
        for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
            if (residents->position[j] != POSITION_CHILD) {
                children++;
                young += years_of(world, j) - years_of(world, i) < 16;
            }
    }
    assert_in_range(children, 10000, 13000);
    assert_in_range(young, 0, children / 1000);
}

static void ids_are_unique(void **state)
{
    const struct world *world = world_of(state);
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i))
            assert_int_equal(world->residents.id[i], i << ID_OCCUPANT_BITS | 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_are_as_many_as_published),
        cmocka_unit_test(age_bands_are_those_of_each_neighbourhood),
        cmocka_unit_test(household_types_are_within_two_points),
        cmocka_unit_test(the_share_with_a_low_income_is_as_published),
        cmocka_unit_test(low_income_is_shared_by_households),
        cmocka_unit_test(each_resident_is_in_one_ring_of_the_own_neighbourhood),
        cmocka_unit_test(positions_fit_the_household),
        cmocka_unit_test(parents_are_older_than_their_children),
        cmocka_unit_test(ids_are_unique),
    };
    return cmocka_run_group_tests(tests, settle, leave);
}
