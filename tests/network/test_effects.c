/* Change statistics are those of the reference, to 1e-9, for every effect that it tells of. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/sets.h"

/* Effects of the table that we do not have. */
static const char *const not_ours[] = {"balance", "cycle4"};

static bool is_not_ours(const char *name)
{
    for (size_t n = 0; n < sizeof not_ours / sizeof *not_ours; n++)
        if (strcmp(not_ours[n], name) == 0)
            return true;
    return false;
}

struct tables {
    struct csv toggles, steps;
    struct network_case network;
    struct choice choice;
};

static int open_tables(void **state)
{
    static struct tables tables;
    static char path[SETS_PATH];
    sets_path("toggle_contributions_s501.csv", path);
    csv_read(&tables.toggles, path);
    sets_path("behaviour_contributions_s501_alcohol1.csv", path);
    csv_read(&tables.steps, path);
    sets_make_table(&tables.network, &tables.toggles);
    *state = &tables;
    return choice_init(&tables.choice, 8, NULL) ? 0 : -1;
}

static int close_tables(void **state)
{
    struct tables *tables = *state;
    csv_clear(&tables->toggles);
    csv_clear(&tables->steps);
    networks_clear(&tables->network);
    choice_clear(&tables->choice);
    return 0;
}

/* The row of ego and alter; rows rise by ego, then alter. */
static size_t row_of(uint32_t ego, uint32_t alter)
{
    return ego * 49u + alter - (alter > ego);
}

/* The largest difference from the table, with all actors as options or with the local set and
 * each far alter by itself, as `sparse` meets them. */
static double worst_toggle(struct tables *tables, const char *name, bool sparse)
{
    struct network_case *it = &tables->network;
    struct choice *choice = &tables->choice;
    it->model.term_count = 0;
    const struct term *term = networks_term(it, name, ROLE_EVALUATION, 1, "alcohol");
    const unsigned counts = effect_counts(term, 1);
    double worst = 0;
    for (uint32_t i = 0; i < it->now.actors; i++)
        for (uint32_t j = 0; j < it->now.actors; j++) {
            if (j == i)
                continue;
            assert_true(choice_gather(choice, &it->now, i, counts));
            assert_true(sparse || choice_add_all(choice, &it->now));
            const uint32_t k = choice_put(choice, j);
            effect_utilities(term, 1, &it->now, choice, k, k + 1);
            const double theirs = csv_number(&tables->toggles, row_of(i, j), name);
            const double apart = fabs(choice->utility[k] - theirs);
            worst = apart > worst ? apart : worst;
        }
    return worst;
}

static void toggling_a_tie_changes_each_statistic_as_in_the_reference(void **state)
{
    struct tables *tables = *state;
    size_t checked = 0;
    for (size_t c = csv_column(&tables->toggles, "tie") + 1; c < tables->toggles.columns; c++) {
        const char *name = tables->toggles.cells[c];
        if (is_not_ours(name))
            continue;
        for (int sparse = 0; sparse < 2; sparse++) {
            const double worst = worst_toggle(tables, name, sparse);
            if (!(worst < 1e-9))
                fail_msg("%s: %g from the reference", name, worst);
        }
        checked++;
    }
    assert_int_equal(checked, 41);
}

/* Every effect but X, which the table has no covariate for, and none that we lack. */
static void the_table_of_the_reference_covers_our_effects(void **state)
{
    struct tables *tables = *state;
    for (size_t e = 0; e < effect_count; e++)
        if (strcmp(effects[e].name, "X") != 0 && !csv_has(&tables->toggles, effects[e].name))
            fail_msg("nothing checks %s", effects[e].name);
    for (size_t n = 0; n < sizeof not_ours / sizeof *not_ours; n++)
        assert_null(effect_find(not_ours[n]));
}

/* Made to the alter, an evaluation weighs on both changes, creation and endowment on one. */
static void creation_weighs_on_making_and_endowment_on_dropping(void **state)
{
    struct tables *tables = *state;
    struct network_case *it = &tables->network;
    struct choice *choice = &tables->choice;
    it->model.term_count = 0;
    networks_term(it, "transTrip", ROLE_EVALUATION, 0.5, NULL);
    networks_term(it, "transTrip", ROLE_CREATION, 0.5, NULL);
    networks_term(it, "transTrip", ROLE_ENDOWMENT, 0.5, NULL);
    size_t seen[2] = {0, 0};
    for (uint32_t i = 0; i < it->now.actors; i++) {
        assert_true(choice_gather(choice, &it->now, i, effect_counts(it->terms, 3)));
        for (int t = 0; t < 3; t++) {
            effect_utilities(&it->terms[t], 1, &it->now, choice, 0, choice->count);
            for (size_t k = 0; k < choice->count; k++) {
                const int tied = choice->tied[k];
                const double count = choice->two_path[k] + choice->shared[k];
                const bool weighs = t == 0 || (t == 1) == !tied;
                assert_float_equal(choice->utility[k], weighs ? (tied ? -0.5 : 0.5) * count : 0,
                                   1e-12);
                seen[tied] += count > 0;
            }
        }
    }
    assert_true(seen[0] > 50 && seen[1] > 50);
}

static void a_step_of_behaviour_changes_each_statistic_as_in_the_reference(void **state)
{
    struct tables *tables = *state;
    struct network_case *it = &tables->network;
    struct covariate behaviour = it->covariates[0];
    behaviour.mean = 2.99;
    const size_t first = csv_column(&tables->steps, "linear");
    assert_int_equal(tables->steps.columns - first, behaviour_effect_count);
    for (size_t c = first; c < tables->steps.columns; c++) {
        const struct behaviour_effect *effect = behaviour_effect_find(tables->steps.cells[c]);
        assert_non_null(effect);
        size_t checked = 0;
        for (size_t r = 0; r < tables->steps.rows; r++) {
            if (strcmp(csv_text(&tables->steps, r, effect->name), "NA") == 0)
                continue; /* a step beyond the ends */
            const uint32_t actor = (uint32_t)csv_number(&tables->steps, r, "actor") - 1;
            const int step = (int)csv_number(&tables->steps, r, "difference");
            const double ours = effect->change(&it->now, &behaviour, actor, step);
            const double theirs = csv_number(&tables->steps, r, effect->name);
            if (!(fabs(ours - theirs) < 1e-9))
                fail_msg("%s, actor %u, step %d: %.12g for %.12g", effect->name, actor + 1, step,
                         ours, theirs);
            checked++;
        }
        assert_int_equal(checked, 92);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(toggling_a_tie_changes_each_statistic_as_in_the_reference),
        cmocka_unit_test(the_table_of_the_reference_covers_our_effects),
        cmocka_unit_test(creation_weighs_on_making_and_endowment_on_dropping),
        cmocka_unit_test(a_step_of_behaviour_changes_each_statistic_as_in_the_reference),
    };
    return cmocka_run_group_tests(tests, open_tables, close_tables);
}
