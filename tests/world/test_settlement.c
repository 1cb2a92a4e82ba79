/* Ties, needs and contracts on the first day; and the day is the same whoever makes it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <omp.h>

#include "world/households.h"
#include "world/whole.h"

static void ties_lead_to_residents_and_never_to_oneself_or_twice_to_another(void **state)
{
    const struct world *world = world_of(state);
    for (uint32_t i = 0; i < world->residents.count; i++) {
        const uint32_t *alter = world->ties.alter + (size_t)i * TIE_SLOTS;
        const size_t degree = ties_degree(&world->ties, i);
        assert_true(residents_present(&world->residents, i) || degree == 0);
        for (size_t k = 0; k < TIE_SLOTS; k++) {
            if (k >= degree) {
                assert_int_equal(alter[k], 0);
                continue;
            }
            assert_int_not_equal(tie_place(alter[k]), i);
            assert_true(residents_present(&world->residents, tie_place(alter[k])));
            assert_in_range(tie_kind(alter[k]), TIE_HOUSEHOLD, TIE_FRIEND);
            assert_in_range(world->ties.strength[(size_t)i * TIE_SLOTS + k], 1, 255);
            for (size_t l = 0; l < k; l++)
                assert_int_not_equal(tie_place(alter[k]), tie_place(alter[l]));
        }
    }
}

static void ties_of_the_household_are_to_all_who_live_there_and_to_no_other(void **state)
{
    const struct world *world = world_of(state);
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        const uint32_t others = households_size(&world->residents, i) - 1;
        assert_int_equal(ties_degree_of(&world->ties, i, TIE_HOUSEHOLD), others);
        for (uint32_t j = world->residents.next[i]; j != i; j = world->residents.next[j])
            assert_true(ties_has(&world->ties, i, j));
    }
}

/* Means of the ages at which circles are full, within 5%. */
static void adults_have_the_ties_that_are_asked_for(void **state)
{
    const struct world *world = world_of(state);
    const struct settlement_params *p = &((struct village *)*state)->scenario.params.settlement;
    double adults = 0, kin = 0, street = 0, friends = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i) || years_of(world, i) < 35 ||
            years_of(world, i) >= 65)
            continue;
        adults++;
        kin += (double)ties_degree_of(&world->ties, i, TIE_KIN);
        street += (double)ties_degree_of(&world->ties, i, TIE_STREET);
        friends += (double)ties_degree_of(&world->ties, i, TIE_FRIEND);
    }
    assert_float_equal(kin / adults, p->kin_ties, 0.05 * p->kin_ties);
    assert_float_equal(street / adults, p->street_ties, 0.05 * p->street_ties);
    assert_float_equal(friends / adults, p->friend_ties, 0.05 * p->friend_ties);
}

/* Residents of an age with a need, and how many there would be by their
 * neighbourhoods' shares; sums of many chances, so that four standard errors
 * are the tolerance. */
static void stands_at(const struct world *world, enum domain domain, int from, int to,
                      const double *share)
{
    double count = 0, wanted = 0;
    for (uint32_t i = 0; i < world->residents.count; i++)
        if (residents_present(&world->residents, i) && years_of(world, i) >= from &&
            years_of(world, i) < to) {
            wanted += share[world->blocks.neighbourhood[blocks_find(&world->blocks, i)]];
            count += world->residents.needs[i] >> domain & 1;
        }
    assert_true(wanted > 100);
    assert_true(fabs(count - wanted) < 4 * sqrt(wanted));
}

static double with_limits(double severe, double limited)
{
    return severe + 0.25 * (limited - severe);
}

static void care_and_loneliness_start_at_the_published_prevalence(void **state)
{
    const struct world *world = world_of(state);
    double care[64], old[64], lonely[64];
    assert_in_range(world->neighbourhoods.count, 1, 64);
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        const struct place_row *row = place_of(state, n);
        care[n] = with_limits(row->severely_limited_18, row->limited_18);
        old[n] = with_limits(row->severely_limited_65, row->limited_65);
        lonely[n] = row->severely_lonely_18;
    }
    stands_at(world, CARE, 18, 200, care);
    stands_at(world, CARE, 65, 200, old);
    stands_at(world, SOCIAL, 18, 200, lonely);
}

static void contracts_are_with_institutions_of_the_municipality_that_serve_the_domain(void **state)
{
    const struct world *world = world_of(state);
    const struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < n->count * DOMAINS; i++) {
        double share = 0;
        assert_int_not_equal(n->provider[i * CONTRACT_SLOTS], COLUMN_NONE);
        for (size_t k = 0; k < CONTRACT_SLOTS; k++) {
            const uint32_t o = n->provider[i * CONTRACT_SLOTS + k];
            share += n->provider_share[i * CONTRACT_SLOTS + k];
            if (o == COLUMN_NONE)
                continue;
            assert_int_equal(world->organisations.kind[o], ORGANISATION_INSTITUTION);
            assert_int_equal(world->organisations.municipality[o], n->municipality[i / DOMAINS]);
            assert_int_equal(world->organisations.domains[o] >> (i % DOMAINS) & 1, 1);
        }
        assert_float_equal(share, 1, 1e-6);
    }
}

static void the_first_day_is_the_same_on_any_number_of_threads(void **state)
{
    (void)state;
    static const int threads[] = {1, 2, 3, 8};
    struct digest digests[4];
    const int before = omp_get_max_threads();
    for (size_t k = 0; k < 4; k++) {
        struct village village;
        omp_set_num_threads(threads[k]);
        village_settle(&village, NULL);
        digests[k] = spel_model_digest(village.model);
        village_clear(&village);
        assert_memory_equal(&digests[k], &digests[0], sizeof digests[0]);
    }
    omp_set_num_threads(before);
}

static void another_seed_or_replicate_is_another_first_day(void **state)
{
    (void)state;
    struct village one, other;
    struct spel_error error;
    village_settle(&one, "parameters: {settlement: {burn_in: 0}}\n");
    village_settle(&other, "runs: {seed: 7}\nparameters: {settlement: {burn_in: 0}}\n");
    struct spel_model *second = spel_model_create(&one.scenario, 1, &error);
    assert_non_null(second);
    assert_false(village_same(&one, &other));
    const struct digest a = spel_model_digest(one.model), b = spel_model_digest(second);
    assert_memory_not_equal(&a, &b, sizeof a);
    spel_model_free(second);
    village_clear(&one);
    village_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_lead_to_residents_and_never_to_oneself_or_twice_to_another),
        cmocka_unit_test(ties_of_the_household_are_to_all_who_live_there_and_to_no_other),
        cmocka_unit_test(adults_have_the_ties_that_are_asked_for),
        cmocka_unit_test(care_and_loneliness_start_at_the_published_prevalence),
        cmocka_unit_test(contracts_are_with_institutions_of_the_municipality_that_serve_the_domain),
        cmocka_unit_test(the_first_day_is_the_same_on_any_number_of_threads),
        cmocka_unit_test(another_seed_or_replicate_is_another_first_day),
    };
    return cmocka_run_group_tests(tests, settle, leave);
}
