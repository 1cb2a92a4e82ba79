/* Sums in flat loops, some of them wide, equal what is added one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/avx2.h"
#include "base/digest.h"
#include "observe/sums.h"
#include "support/village.h"

enum { MONTHS = 3, SAMPLE = 8, SAMPLE_WIDE = 64 };

static struct village village;

static int set_up(void **state)
{
    (void)state;
    village_settle(&village, "parameters: {settlement: {burn_in: 2}}\n");
    village_run(&village, MONTHS);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static void residents_add_up_to_the_same_bits_four_at_a_time(void **state)
{
    (void)state;
    const struct blocks *blocks = &village.model->world.blocks;
    if (!avx2_can())
        skip();
    size_t odd = 0;
    for (size_t b = 0; b < blocks->count; b++) {
        double single[PEOPLE_SUMS] = {0}, wide[PEOPLE_SUMS] = {0};
        sums_measure_everyone(single, village.model, b, false);
        sums_measure_everyone(wide, village.model, b, true);
        assert_memory_equal(single, wide, sizeof wide);
        assert_true(wide[PEOPLE] > 0 && wide[PEOPLE_SELF_RELIANCE] > 0 && wide[PEOPLE_TRUST] > 0);
        odd += blocks->length[b] % 4 != 0;
    }
    assert_true(odd > 0); /* last places that fill no four are among them */
}

/* What one resident adds, slot after slot. */
static void add_ties(double *people, const struct world *world, uint32_t i, size_t n)
{
    const struct ties *ties = &world->ties;
    const uint32_t *alter = ties->alter + (size_t)i * TIE_SLOTS;
    const uint32_t first = world->neighbourhoods.first[n];
    size_t degree = 0;
    for (; degree < TIE_SLOTS && alter[degree] != 0; degree++) {
        const uint32_t place = tie_place(alter[degree]);
        people[PEOPLE_KIN] += tie_kind(alter[degree]) == TIE_KIN;
        if (tie_kind(alter[degree]) != TIE_HOUSEHOLD)
            people[place >= first && place < first + world->neighbourhoods.places[n]
                       ? PEOPLE_LOCAL
                       : PEOPLE_ABROAD] += 1;
    }
    people[SAMPLE_PEOPLE] += 1;
    people[PEOPLE_TIES] += (double)degree;
    people[PEOPLE_TIES_SQUARED] += (double)(degree * degree);
    people[PEOPLE_ISOLATED] += degree <= 1;
    people[PEOPLE_DEGREE + degree] += 1;
}

/* What its alters add, tie after tie. */
static void add_paths(double *people, const struct ties *ties, uint32_t ego)
{
    for (size_t k = 0; k < ties_degree(ties, ego); k++) {
        const uint32_t tie = ties->alter[(size_t)ego * TIE_SLOTS + k], via = tie_place(tie);
        people[SAMPLE_TIES] += tie_kind(tie) != TIE_HOUSEHOLD;
        people[SAMPLE_MUTUAL] += tie_kind(tie) != TIE_HOUSEHOLD && ties_has(ties, via, ego);
        for (size_t l = 0; l < ties_degree(ties, via); l++) {
            const uint32_t end = tie_place(ties->alter[(size_t)via * TIE_SLOTS + l]);
            people[SAMPLE_PATHS] += end != ego;
            people[SAMPLE_CLOSED] += end != ego && ties_has(ties, ego, end);
        }
    }
}

static void ties_and_paths_are_counted_as_one_by_one(void **state)
{
    (void)state;
    const struct world *world = &village.model->world;
    double all[PEOPLE_SUMS] = {0}, expected[PEOPLE_SUMS] = {0};
    for (size_t b = 0; b < world->blocks.count; b++) {
        sums_measure_ties(all, world, b);
        for (uint32_t k = 0; k < world->blocks.length[b]; k++) {
            const uint32_t i = world->blocks.first[b] + k, id = world->residents.id[i];
            if (id != 0 && digest_mix(id) % SAMPLE == 0)
                add_ties(expected, world, i, world->blocks.neighbourhood[b]);
            if (id != 0 && digest_mix(id) % SAMPLE_WIDE == 0)
                add_paths(expected, &world->ties, i);
        }
    }
    assert_memory_equal(all, expected, sizeof all);
    assert_true(all[SAMPLE_MUTUAL] > 0 && all[SAMPLE_MUTUAL] < all[SAMPLE_TIES]);
    assert_true(all[SAMPLE_CLOSED] > 0 && all[SAMPLE_CLOSED] < all[SAMPLE_PATHS]);
    assert_true(all[PEOPLE_KIN] > 0 && all[PEOPLE_LOCAL] > 0 && all[PEOPLE_ABROAD] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(residents_add_up_to_the_same_bits_four_at_a_time),
        cmocka_unit_test(ties_and_paths_are_counted_as_one_by_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
