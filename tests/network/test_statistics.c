/* Statistics of networks are those of the reference, and of networks worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "network/measured.h"
#include "support/sets.h"

/* Effects that we do not have; and two whose target is not the sum of the reference's own
 * contributions (outPopSqrt: 307, a whole number, for 182.6; inActSqrt: 171.6 for 174.6). */
static const char *const not_compared[] = {"balance", "cycle4", "outPopSqrt", "inActSqrt"};

static bool is_compared(const char *effect)
{
    bool is = true;
    for (size_t n = 0; n < sizeof not_compared / sizeof *not_compared; n++)
        is &= strcmp(effect, not_compared[n]) != 0;
    return is;
}

/* From the first wave to the second, which are not carried. */
static void make_waves(struct network_case *it)
{
    struct csv edges;
    char path[SETS_PATH];
    sets_path("s502_edges.csv", path);
    sets_make(it, 'A');
    csv_read(&edges, path);
    while (networks_ties(&it->now) > 0)
        for (uint32_t i = 0; i < it->now.actors; i++)
            if (lists_degree(&it->now.out, i) > 0)
                network_drop(&it->now, i, lists_actor(lists_row(&it->now.out, i)[0]));
    for (size_t r = 0; r < edges.rows; r++)
        networks_tie(it, (uint32_t)csv_number(&edges, r, "ego") - 1,
                     (uint32_t)csv_number(&edges, r, "alter") - 1);
    csv_clear(&edges);
}

static void statistics_of_effects_are_the_targets_of_the_reference(void **state)
{
    (void)state;
    struct network_case it;
    struct csv targets;
    char path[SETS_PATH];
    sets_path("targets_s501_s502.csv", path);
    make_waves(&it);
    csv_read(&targets, path);
    size_t checked = 0;
    for (size_t r = 1; r < targets.rows; r++) { /* 0 is the rate */
        const char *name = csv_text(&targets, r, "effect"), *type = csv_text(&targets, r, "type");
        if (!is_compared(name))
            continue;
        const bool creation = type[0] == 'c', endowment = type[1] == 'n';
        it.model.term_count = 0;
        networks_term(&it, name,
                      creation    ? ROLE_CREATION
                      : endowment ? ROLE_ENDOWMENT
                                  : ROLE_EVALUATION,
                      1, "alcohol");
        struct measured all = measure(&it, NULL);
        const double ours = all.values[all.count - 1];
        const double theirs = csv_number(&targets, r, "target_s501_to_s502");
        assert_memory_equal(all.names[all.count - 1], "network.", 8);
        if (!(fabs(ours - theirs) < 1e-8))
            fail_msg("%s (%s): %.12g for %.12g", name, type, ours, theirs);
        forget(&all);
        checked++;
    }
    assert_true(checked == 39);
    csv_clear(&targets);
    networks_clear(&it);
}

/* 0 -> 1 -> 2 -> 3, 1 -> 0, 4 -> 5, 6 and 7 alone; everything can be counted on fingers. */
static void make_by_hand(struct network_case *it)
{
    static const uint32_t ties[][2] = {{0, 1}, {1, 2}, {2, 3}, {1, 0}, {4, 5}, {0, 2}};
    static const double amount[] = {1, 1, 2, 4, 2, 2, 3, 1}, other[] = {0, 1, 0, 1, 0, 1, 0, 1};
    networks_make(it, 8, 2);
    for (uint32_t i = 0; i < 8; i++) {
        it->now.record[i * it->now.record_size] = amount[i];
        it->now.record[i * it->now.record_size + 1] = other[i];
    }
    networks_covariate(it, "amount", 0);
    networks_covariate(it, "other", 1);
    for (size_t t = 0; t < 5; t++)
        networks_tie(it, ties[t][0], ties[t][1]);
    networks_begin(it);
    network_drop(&it->now, 2, 3);
    network_drop(&it->now, 1, 0);
    networks_tie(it, ties[5][0], ties[5][1]);
}

static void small_networks_are_counted_by_hand(void **state)
{
    (void)state;
    struct network_case it;
    make_by_hand(&it);
    struct measured all = measure(&it, NULL);
    has(&all, "ties", 4); /* 0 -> 1, 1 -> 2, 4 -> 5, 0 -> 2 */
    has(&all, "recip", 0);
    has(&all, "transTrip", 1);
    has(&all, "transTies", 1);
    has(&all, "cycle3", 0);
    has(&all, "transitivity_ratio", 1);
    has(&all, "created_net", 1);
    has(&all, "dissolved_net", 2);
    has(&all, "hamming", 3);
    has(&all, "recip_endow_stat", 1); /* 1 -> 0 was returned */
    has(&all, "isolates", 3);
    has(&all, "sum_outdeg_2", 6);
    has(&all, "sum_indeg_2", 6);
    has(&all, "sum_indeg_1.5", 2 + pow(2, 1.5));
    has(&all, "outdeg_sd", sqrt((6 - 16 / 8.0) / 7));
    has(&all, "outdeg_2", 1);
    has(&all, "indeg_1", 2);
    has(&all, "geo_2", 0);
    has(&all, "geo_inf", 52);
    has(&all, "weak_components", 5);
    has(&all, "largest_weak_component", 3);
    has(&all, "triad_030T", 1);
    has(&all, "triad_012", 3 * 5 + 6); /* a tie of the three and anybody else; 4 -> 5 and anybody */
    has(&all, "triad_003", 56 - 1 - 21);
    forget(&all);
    networks_rewind(&it);
    all = measure(&it, NULL);
    has(&all, "recip", 2);
    has(&all, "mutual_dyads", 1);
    has(&all, "geo_3", 1);
    has(&all, "hamming", 0);
    forget(&all);
    networks_clear(&it);
}

/* Similarities of amounts 1, 1, 2, 4, 2, 2, 3, 1: range 3. */
static void covariates_are_named_after_the_first(void **state)
{
    (void)state;
    struct network_case it;
    make_by_hand(&it);
    const double mean = it.covariates[0].similarity_mean;
    struct measured all = measure(&it, NULL);
    has(&all, "same_cov", 2); /* 0 -> 1, 4 -> 5 */
    has(&all, "simX_centered", 4 - 2 / 3.0 - 4 * mean);
    has(&all, "same_cov_other", 1); /* 0 -> 2 */
    has(&all, "same_group2", 1);
    forget(&all);
    networks_term(&it, "sameX", ROLE_EVALUATION, 1, "other"); /* now that one comes first */
    all = measure(&it, NULL);
    has(&all, "same_cov", 1);
    has(&all, "same_cov_amount", 2);
    has(&all, "same_group2", 2);
    has(&all, "network.sameX.eval.other", 1);
    forget(&all);
    networks_clear(&it);
}

static void behaviours_are_measured_now_and_on_the_ties_before(void **state)
{
    (void)state;
    struct network_case it;
    make_by_hand(&it);
    it.behaviour = (struct behaviour){.covariate = &it.covariates[0], .least = 1, .most = 4};
    it.model.behaviour_count = 1;
    it.now.record[2 * it.now.record_size] = 3; /* one step up, from 2 */
    it.now.record[3 * it.now.record_size] = 2; /* two down, from 4 */
    const double centre = it.covariates[0].mean, mean = it.covariates[0].similarity_mean;
    struct measured all = measure(&it, NULL);
    has(&all, "beh_up", 1);
    has(&all, "beh_down", 1);
    has(&all, "beh_same", 6);
    has(&all, "beh_abs_change", 3);
    has(&all, "beh_mean", 15 / 8.0);
    has(&all, "beh_count_1", 3);
    has(&all, "beh_count_4", 0);
    has(&all, "beh_linear_stat", 15 - 8 * centre);
    has(&all, "same_beh_ties_end", 2);
    has(&all, "simX_end", 4 - 4 / 3.0 - 4 * mean);
    has(&all, "mean_sim_ties_uncentered", 1 - 1 / 3.0);
    has(&all, "simX_centered", 4 - 2 / 3.0 - 4 * mean); /* by what they did at the start */
    has(&all, "avSim_end", (1 + 1 / 3.0) / 2 + 1 / 3.0 + 1 - 3 * mean);
    has(&all, "avSim_lagnet", 1 + (1 + 1 / 3.0) / 2 + 2 / 3.0 + 1 - 4 * mean);
    forget(&all);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statistics_of_effects_are_the_targets_of_the_reference),
        cmocka_unit_test(small_networks_are_counted_by_hand),
        cmocka_unit_test(covariates_are_named_after_the_first),
        cmocka_unit_test(behaviours_are_measured_now_and_on_the_ties_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
