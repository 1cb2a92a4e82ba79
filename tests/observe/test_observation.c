/* What is measured equals a slow recount, and measuring changes nothing. */
#include "observe/measured.h"

#include <math.h>

#include "base/memory.h"
#include "observe/sums.h"

/* Values are written as float: seven digits. */
static void is(double value, double expected)
{
    assert_true(isfinite(expected) && expected != 0); /* else nothing is compared */
    assert_float_equal(value, expected, 2e-6 * fabs(expected));
}

static void people_are_counted_as_they_are(void **state)
{
    const struct world *world = world_of(state);
    double people = 0, years = 0, trust = 0, needy = 0, hidden = 0, given = 0;
    for (size_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        people++;
        years += residents_age_months(&world->residents, i, MONTHS) / 12;
        trust += (double)world->residents.trust[i];
        needy += world->residents.needs[i] != 0;
        hidden += (world->residents.needs[i] & ~world->residents.known[i]) != 0;
        given += world->residents.given[i] / 16.0;
    }
    is(value_of(state, "residents", 0), people);
    is(value_of(state, "age_mean", 0), years / people);
    is(value_of(state, "trust_mean", 0), trust / people);
    is(value_of(state, "needy_share", 0), needy / people);
    is(value_of(state, "hours_given", 0), given);
    assert_true(hidden > 0);
}

static void hours_and_cases_are_counted_by_domain(void **state)
{
    const struct world *world = world_of(state);
    const struct needs *needs = &world->needs;
    double cases[DOMAINS] = {0}, informal[DOMAINS] = {0}, formal[DOMAINS] = {0}, all = 0;
    for (uint32_t i = 0; i < world->residents.count; i++)
        for (uint32_t row = residents_present(&world->residents, i) ? world->residents.first_need[i]
                                                                    : COLUMN_NONE;
             row != COLUMN_NONE; row = needs->next[row]) {
            if (needs->flags[row] & NEED_ENDED)
                continue;
            cases[needs->domain[row]]++;
            informal[needs->domain[row]] += (double)needs->informal[row];
            formal[needs->domain[row]] += (double)needs->formal[row];
            all++;
        }
    for (size_t d = 0; d < DOMAINS; d++) {
        is(value_of(state, "need_cases_by_domain", d), cases[d]);
        is(value_of(state, "informal_hours_by_domain", d), informal[d]);
        is(value_of(state, "formal_hours_by_domain", d), formal[d]);
    }
    is(value_of(state, "need_cases", 0), all);
}

static void needs_and_self_reliance_are_counted_by_income(void **state)
{
    const struct world *world = world_of(state);
    const struct needs *needs = &world->needs;
    double people[INCOMES] = {0}, s[INCOMES] = {0}, trust[INCOMES] = {0};
    double cases[INCOMES] = {0}, known[INCOMES] = {0}, unmet = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        const bool low = world->residents.traits[i] & TRAIT_LOW_INCOME;
        const enum income income = low ? INCOME_LOW : INCOME_OTHER;
        people[income]++;
        s[income] += (double)world->residents.self_reliance[i];
        trust[income] += (double)world->residents.trust[i];
        for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
             row = needs->next[row]) {
            cases[income] += !(needs->flags[row] & NEED_ENDED);
            known[income] += !(needs->flags[row] & NEED_ENDED) &&
                             world->residents.known[i] >> needs->domain[row] & 1;
        }
    }
    for (size_t k = 0; k < INCOMES; k++) {
        is(value_of(state, "self_reliance_mean_by_income", k), s[k] / people[k]);
        is(value_of(state, "trust_mean_by_income", k), trust[k] / people[k]);
        is(value_of(state, "need_share_by_income", k), cases[k] / people[k]);
        is(value_of(state, "known_share_by_income", k), known[k] / cases[k]);
        unmet += value_of(state, "unmet_hours_by_income", k);
    }
    is(value_of(state, "unmet_hours", 0), unmet);
    is(value_of(state, "self_reliance_gap", 0),
       s[INCOME_OTHER] / people[INCOME_OTHER] - s[INCOME_LOW] / people[INCOME_LOW]);
}

static void needs_are_counted_by_age(void **state)
{
    const struct world *world = world_of(state);
    const struct needs *needs = &world->needs;
    double people[LIVES] = {0}, cases[LIVES] = {0}, known[LIVES] = {0}, unmet = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        const int years = residents_age_months(&world->residents, i, MONTHS) / 12;
        const enum life life = years < 18   ? LIFE_CHILD
                               : years < 65 ? LIFE_ADULT
                               : years < 80 ? LIFE_OLDER
                                            : LIFE_OLD;
        if (!residents_present(&world->residents, i))
            continue;
        people[life]++;
        for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
             row = needs->next[row]) {
            cases[life] += !(needs->flags[row] & NEED_ENDED);
            known[life] += !(needs->flags[row] & NEED_ENDED) &&
                           world->residents.known[i] >> needs->domain[row] & 1;
        }
    }
    for (size_t k = 0; k < LIVES; k++) {
        is(value_of(state, "need_share_by_age", k), cases[k] / people[k]);
        is(value_of(state, "known_share_by_age", k), known[k] / cases[k]);
        unmet += value_of(state, "unmet_hours_by_age", k);
    }
    is(value_of(state, "unmet_hours", 0), unmet);
}

/* Networks are measured on one resident in eight: within four standard errors. */
static void ties_are_counted_as_they_are(void **state)
{
    const struct world *world = world_of(state);
    double people = 0, ties = 0, squares = 0, isolated = 0;
    for (size_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i))
            continue;
        const double degree = (double)ties_degree(&world->ties, i);
        people++;
        ties += degree;
        squares += degree * degree;
        isolated += degree <= 1;
    }
    const double mean = ties / people, variance = squares / people - mean * mean;
    const double share = isolated / people, sample = people / 8;
    assert_float_equal(value_of(state, "degree_mean", 0), mean, 4 * sqrt(variance / sample));
    assert_float_equal(value_of(state, "isolated_share", 0), share, 4 * sqrt(share / sample));
    assert_true(isolated > 0);
}

static void the_distribution_of_degrees_has_the_mean_and_the_isolated(void **state)
{
    const struct world *world = world_of(state);
    double all = 0, mean = 0, five = 0, people = 0;
    for (size_t degree = 0; degree <= TIE_SLOTS; degree++) {
        const double share = value_of(state, "degree_distribution", degree);
        all += share;
        mean += share * (double)degree;
    }
    assert_float_equal(all, 1, 1e-6);
    assert_float_equal(mean, value_of(state, "degree_mean", 0), 1e-5);
    assert_float_equal(value_of(state, "degree_distribution", 0) +
                           value_of(state, "degree_distribution", 1),
                       value_of(state, "isolated_share", 0), 1e-6);
    for (size_t i = 0; i < world->residents.count; i++) {
        people += residents_present(&world->residents, i);
        five += residents_present(&world->residents, i) && ties_degree(&world->ties, i) == 5;
    }
    assert_float_equal(value_of(state, "degree_distribution", 5), five / people,
                       4 * sqrt(five / people / (people / 8)));
}

/* Of 20 and over: at least an hour a week for three months, or eight hours. */
static void two_paths_count_from_the_household_too(void **state)
{
    const struct world *world = world_of(state);
    const struct ties *ties = &world->ties;
    double paths = 0, closed = 0;
    for (size_t i = 0; i < world->residents.count; i++) {
        if (!residents_present(&world->residents, i) ||
            digest_mix(world->residents.id[i]) % 64 != 0)
            continue;
        for (size_t k = 0; k < ties->degree[i]; k++) {
            const uint32_t via = tie_place(ties->alter[i * TIE_SLOTS + k]);
            for (size_t l = 0; l < ties->degree[via]; l++) {
                const uint32_t end = tie_place(ties->alter[via * TIE_SLOTS + l]);
                paths += end != i;
                closed += end != i && ties_has(ties, i, end);
            }
        }
    }
    is(value_of(state, "transitivity", 0), closed / paths);
}

static void carers_are_counted_as_they_are(void **state)
{
    const struct residents *residents = &world_of(state)->residents;
    double people = 0, carers = 0, hours = 0, burnt_out = 0;
    for (size_t i = 0; i < residents->count; i++) {
        if (!residents_present(residents, i) ||
            residents_age_months(residents, i, MONTHS) < 20 * 12)
            continue;
        const double week = residents->given[i] / 16.0 / (52.0 / 12);
        const bool carer = residents->care_months[i] >= 3 || week >= 8;
        people++;
        carers += carer;
        hours += carer ? week : 0;
        burnt_out += residents->burnout[i] > 0;
    }
    is(value_of(state, "carers_share", 0), carers / people);
    is(value_of(state, "care_hours_mean", 0), hours / carers);
    assert_float_equal(value_of(state, "burnout_share", 0), burnt_out / people, 1e-3);
}

/* A municipality is its neighbourhoods together, and all domains are the sum of
 * each. */
static void parts_add_up_to_the_whole(void **state)
{
    static const char *const counts[][2] = {
        {"residents", "residents_by_neighbourhood"},
        {"need_cases", "need_cases_by_neighbourhood"},
        {"need_cases", "need_cases_by_domain"},
        {"required_hours", "required_hours_by_neighbourhood"},
        {"required_hours", "required_hours_by_domain"},
        {"unmet_hours", "unmet_hours_by_domain"},
        {"paid_hours", "paid_hours_by_neighbourhood"},
        {"spending", "spending_by_domain"},
    };
    const struct observation *observation = &((struct measured *)*state)->observation;
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
        const size_t v = variable_called(counts[c][1]);
        double sum = 0;
        for (size_t at = 0; at < observation->length[v]; at++)
            sum += (double)observation->values[observation->offset[v] + at];
        is(value_of(state, counts[c][0], 0), sum);
    }
}

static void required_hours_are_told_as_those_who_fill_them_and_unmet(void **state)
{
    for (size_t d = 0; d < DOMAINS; d++) {
        is(value_of(state, "own_hours_by_domain", d) +
               value_of(state, "informal_hours_by_domain", d) +
               value_of(state, "initiative_hours_by_domain", d) +
               value_of(state, "place_hours_by_domain", d) +
               value_of(state, "formal_hours_by_domain", d) +
               value_of(state, "unmet_hours_by_domain", d),
           value_of(state, "required_hours_by_domain", d));
        assert_true(value_of(state, "unmet_hours_by_domain", d) >= 0);
    }
}

static void measuring_changes_nothing_and_gives_the_same_again(void **state)
{
    struct measured *measured = *state;
    const struct digest before = spel_model_digest(measured->village.model);
    const size_t bytes = measured->observation.total * sizeof(float);
    float *first = memory_take(1, bytes, NULL);
    assert_non_null(first);
    memcpy(first, measured->observation.values, bytes);
    observation_measure(&measured->observation, measured->village.model);
    const struct digest after = spel_model_digest(measured->village.model);
    assert_memory_equal(&before, &after, sizeof before);
    assert_memory_equal(first, measured->observation.values, bytes);
    memory_release(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_are_counted_as_they_are),
        cmocka_unit_test(hours_and_cases_are_counted_by_domain),
        cmocka_unit_test(needs_and_self_reliance_are_counted_by_income),
        cmocka_unit_test(needs_are_counted_by_age),
        cmocka_unit_test(ties_are_counted_as_they_are),
        cmocka_unit_test(the_distribution_of_degrees_has_the_mean_and_the_isolated),
        cmocka_unit_test(two_paths_count_from_the_household_too),
        cmocka_unit_test(carers_are_counted_as_they_are),
        cmocka_unit_test(parts_add_up_to_the_whole),
        cmocka_unit_test(required_hours_are_told_as_those_who_fill_them_and_unmet),
        cmocka_unit_test(measuring_changes_nothing_and_gives_the_same_again),
    };
    return cmocka_run_group_tests(tests, measure, leave);
}
