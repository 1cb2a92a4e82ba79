/* With a process switched off what it writes stays as it was, and the rest runs on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { MONTHS = 24 };

static bool stayed(const struct village_pair *pair, size_t i)
{
    return pair->before.model->world.residents.id[i] != 0 &&
           pair->before.model->world.residents.id[i] == pair->after.model->world.residents.id[i];
}

static double sum_of(const float *column, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += column[i];
    return sum;
}

/* Over the rows in use: those of a vacated place hold what nobody reads. */
static double sum_of_needs(const struct world *world, const float *column)
{
    double sum = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        sum += sum_of(column + world->blocks.first_row[b], world->blocks.row_count[b]);
    return sum;
}

static void without_demography_nobody_comes_goes_or_moves_but_all_grow_older(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {demography: off}\n", MONTHS);
    const struct residents *before = &pair.before.model->world.residents;
    const struct residents *after = &pair.after.model->world.residents;
    const size_t count = before->count;
    assert_memory_equal(before->id, after->id, count * sizeof *before->id);
    assert_memory_equal(before->next, after->next, count * sizeof *before->next);
    assert_memory_equal(before->position, after->position, count);
    assert_memory_equal(before->birth, after->birth, count * sizeof *before->birth);
    for (size_t n = 0; n < pair.after.model->world.neighbourhoods.count; n++)
        assert_int_equal(pair.after.model->world.neighbourhoods.born[n] +
                             pair.after.model->world.neighbourhoods.died[n] +
                             pair.after.model->world.neighbourhoods.refused_births[n],
                         0);
    village_pair_clear(&pair);
}

static void without_history_what_was_stays_and_promises_still_count(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {history: off}\n", MONTHS);
    const struct municipalities *after = &pair.after.model->world.municipalities;
    assert_true(pair.before.model->world.municipalities.history[0] == after->history[0]);
    uint32_t terms = 0;
    for (size_t k = 0; k < YEAR_MONTHS; k++)
        terms += after->kept_year[k] + after->broken_year[k];
    assert_true(terms > 0);
    village_pair_clear(&pair);
}

static void without_shared_vision_everybody_stands_where_he_stood(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {shared_vision: off}\n", MONTHS);
    const struct world *before = &pair.before.model->world, *after = &pair.after.model->world;
    for (size_t i = 0; i < before->residents.count; i++)
        if (stayed(&pair, i))
            assert_int_equal(before->residents.vision_cause[i], after->residents.vision_cause[i]);
    assert_memory_equal(before->municipalities.vision, after->municipalities.vision,
                        2 * sizeof *before->municipalities.vision);
    assert_memory_equal(before->municipalities.vision, before->municipalities.anchor,
                        2 * sizeof *before->municipalities.vision);
    for (size_t k = 0; k < JUDGEMENTS; k++)
        assert_true(after->municipalities.agreed[k] == 1.0f / JUDGEMENTS);
    village_pair_clear(&pair);
}

static void
without_vision_to_choice_all_outcomes_are_judged_alike_and_parties_still_talk(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {vision_to_choice: off}\n", MONTHS);
    const struct world *before = &pair.before.model->world, *after = &pair.after.model->world;
    for (size_t k = 0; k < JUDGEMENTS; k++)
        assert_true(after->municipalities.agreed[k] == 1.0f / JUDGEMENTS);
    assert_true(before->municipalities.vision[0] != after->municipalities.vision[0]);
    village_pair_clear(&pair);
}

static void without_the_collaboration_network_partners_stay_and_ties_still_grow(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {collaboration_network: off, institutions: off}\n", MONTHS);
    const struct collaborations *before = &pair.before.model->world.collaborations;
    const struct collaborations *after = &pair.after.model->world.collaborations;
    assert_memory_equal(before->to, after->to, before->count * sizeof *before->to);
    size_t ties = 0, moved = 0;
    for (size_t row = 0; row < after->count; row++)
        if (collaborations_used(after, row)) {
            ties++;
            moved += before->strength[row] != after->strength[row];
        }
    assert_in_range(ties, 5, 100);
    assert_true(2 * moved > ties);
    village_pair_clear(&pair);
}

static void without_needs_no_need_begins_worsens_or_ends(void **state)
{
    (void)state;
    struct village_pair pair;
    /* A burnout is a need too, but one that informal support makes. */
    village_pair(&pair,
                 "processes: {needs: off, demography: off}\n"
                 "parameters: {informal_support.burnout_hazard: 0}\n",
                 MONTHS);
    const struct world *before = &pair.before.model->world, *after = &pair.after.model->world;
    assert_memory_equal(before->residents.needs, after->residents.needs, before->residents.count);
    for (uint32_t i = 0; i < before->residents.count; i++)
        for (uint32_t row = before->residents.first_need[i]; row != COLUMN_NONE;
             row = before->needs.next[row]) {
            const uint32_t now = village_need(after, i, (enum domain)before->needs.domain[row]);
            assert_int_not_equal(now, COLUMN_NONE);
            assert_true(before->needs.severity[row] == after->needs.severity[now]);
        }
    assert_true(sum_of_needs(after, after->needs.informal) > 0); /* help goes on */
    village_pair_clear(&pair);
}

static void without_informal_support_nobody_near_helps_but_professionals_do(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {informal_support: off}\n", MONTHS);
    const struct world *world = &pair.after.model->world;
    assert_true(sum_of_needs(world, world->needs.informal) == 0);
    assert_true(sum_of_needs(world, world->needs.presence) == 0);
    assert_true(sum_of_needs(world, world->needs.asked) == 0);
    for (size_t i = 0; i < world->residents.count; i++) {
        assert_int_equal(world->residents.given[i], 0);
        assert_true(world->residents.strain[i] == 0);
        assert_int_equal(world->residents.burnout[i], 0);
    }
    assert_true(sum_of_needs(world, world->needs.net) > 0);
    assert_true(sum_of_needs(world, world->needs.formal) > 0);
    village_pair_clear(&pair);
}

static void without_intake_no_need_becomes_known(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {intake: off, demography: off}\n", MONTHS);
    const struct residents *before = &pair.before.model->world.residents;
    const struct residents *after = &pair.after.model->world.residents;
    size_t hidden = 0;
    for (size_t i = 0; i < before->count; i++) {
        assert_int_equal(after->known[i] & ~before->known[i], 0);
        hidden += (after->needs[i] & ~after->known[i]) != 0;
    }
    assert_true(hidden > 100);
    village_pair_clear(&pair);
}

static void without_formal_support_no_professional_helps_but_alters_do(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {formal_support: off}\n", MONTHS);
    const struct world *world = &pair.after.model->world;
    assert_true(sum_of_needs(world, world->needs.formal) == 0);
    assert_true(sum_of(world->neighbourhoods.paid, world->neighbourhoods.count * DOMAINS) == 0);
    assert_true(sum_of(world->organisations.hours, world->organisations.count) == 0);
    assert_true(sum_of_needs(world, world->needs.informal) > 0);
    village_pair_clear(&pair);
}

static void without_self_reliance_own_strength_stays_as_it_was(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {self_reliance: off}\n", MONTHS);
    for (size_t i = 0; i < pair.before.model->world.residents.count; i++)
        if (stayed(&pair, i))
            assert_true(pair.before.model->world.residents.self_reliance[i] ==
                        pair.after.model->world.residents.self_reliance[i]);
    const struct neighbourhoods *n = &pair.after.model->world.neighbourhoods;
    assert_true(sum_of(n->gain, n->count * GAINS * INCOMES) == 0);
    village_pair_clear(&pair);
}

static void without_trust_trust_stays_as_it_was(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {trust: off, entry: off}\n", MONTHS);
    const struct world *before = &pair.before.model->world, *after = &pair.after.model->world;
    for (size_t i = 0; i < before->residents.count; i++)
        if (stayed(&pair, i))
            assert_true(before->residents.trust[i] == after->residents.trust[i]);
    assert_memory_equal(before->organisations.trust, after->organisations.trust,
                        before->organisations.count * sizeof *before->organisations.trust);
    village_pair_clear(&pair);
}

static void without_steering_the_chosen_never_comes_into_force(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair,
                 "processes: {steering: off}\nsteering: {all: 0.3}\n"
                 "schedule:\n- {from: 2015-03, set: {steering.all: 0.9}}\n",
                 MONTHS);
    for (size_t d = 0; d < DOMAINS; d++) {
        assert_float_equal(pair.after.model->world.municipalities.chosen[d], 0.9, 1e-6);
        assert_float_equal(pair.after.model->world.municipalities.enacted[d], 0.3, 1e-6);
    }
    village_pair_clear(&pair);
}

static void without_finance_no_money_is_booked(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {finance: off}\n", MONTHS);
    const struct municipalities *m = &pair.after.model->world.municipalities;
    for (size_t d = 0; d < DOMAINS; d++)
        assert_true(m->available[d] == 0 && m->spent[d] == 0 && m->moved[d] == 0 &&
                    m->spent_month[d] == 0 && m->outside[d] == 0);
    assert_true(m->budget[CARE] > 0);
    village_pair_clear(&pair);
}

/* Nobody may count on an empty place, whether or not new ties are drawn, and a
 * place must be free again for who comes next. */
static void without_new_ties_ties_to_who_left_still_go_and_places_are_filled(void **state)
{
    (void)state;
    struct village_pair pair;
    village_pair(&pair, "processes: {support_network: off}\n", MONTHS);
    const struct world *world = &pair.after.model->world;
    for (uint32_t i = 0; i < world->residents.count; i++)
        for (size_t k = 0; k < ties_degree(&world->ties, i); k++)
            assert_true(residents_present(&world->residents,
                                          tie_place(world->ties.alter[i * TIE_SLOTS + k])));
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        assert_int_equal(world->neighbourhoods.refused_births[n], 0);
        assert_int_equal(world->neighbourhoods.ties_made[n] +
                             world->neighbourhoods.ties_lost_by_choice[n] +
                             world->neighbourhoods.tie_chances[n],
                         0);
    }
    village_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_demography_nobody_comes_goes_or_moves_but_all_grow_older),
        cmocka_unit_test(without_history_what_was_stays_and_promises_still_count),
        cmocka_unit_test(without_shared_vision_everybody_stands_where_he_stood),
        cmocka_unit_test(
            without_vision_to_choice_all_outcomes_are_judged_alike_and_parties_still_talk),
        cmocka_unit_test(without_the_collaboration_network_partners_stay_and_ties_still_grow),
        cmocka_unit_test(without_needs_no_need_begins_worsens_or_ends),
        cmocka_unit_test(without_informal_support_nobody_near_helps_but_professionals_do),
        cmocka_unit_test(without_intake_no_need_becomes_known),
        cmocka_unit_test(without_formal_support_no_professional_helps_but_alters_do),
        cmocka_unit_test(without_self_reliance_own_strength_stays_as_it_was),
        cmocka_unit_test(without_trust_trust_stays_as_it_was),
        cmocka_unit_test(without_steering_the_chosen_never_comes_into_force),
        cmocka_unit_test(without_finance_no_money_is_booked),
        cmocka_unit_test(without_new_ties_ties_to_who_left_still_go_and_places_are_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
