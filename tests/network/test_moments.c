/* Networks at the end of a period are distributed as the reference's: means and spreads of all
 * its statistics, by both samplers, with a fixed seed. Fewer simulations than a full comparison,
 * so that what is held is: every mean within 4 standard errors, their rms between 0.7 and 1.3, and
 * every standard deviation within 5% or 4 of its standard errors, whichever is more. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "network/statistics.h"
#include "support/sets.h"

/* NETWORK_RUNS asks for more, and MOMENTS_TABLE for a line a statistic. */
static size_t runs_asked(void)
{
    const char *asked = getenv("NETWORK_RUNS");
    return asked ? strtoul(asked, NULL, 10) : 1200;
}

struct simulated {
    char (*names)[STATISTICS_NAME];
    double *values; /* [run * count + statistic] */
    size_t count, runs;
};

/* Over all sets, by sampler: of means and of standard deviations. */
struct overall {
    double squares[2], sd_squares[2];
    size_t compared[2];
};

static void one_run(struct network_case *it, enum sampler_kind sampler, uint32_t run,
                    double *values)
{
    struct spel_error error;
    struct evolution evolution;
    struct statistics_steps steps;
    networks_rewind(it);
    assert_true(statistics_steps_init(&steps, it->model.behaviour_count, &error));
    assert_true(
        evolution_init(&evolution, &it->model, &it->now, sampler, stream_key(1, run), &error));
    for (;;) {
        struct mini_step step;
        bool over;
        assert_true(evolution_next(&evolution, &step, &over, &error));
        if (over)
            break;
        assert_true(statistics_steps_add(&steps, &it->now, &step, &error));
    }
    const struct statistics_context context = {&it->now, &it->start, &it->model, &steps};
    assert_true(statistics_measure(&context, values, &error));
    evolution_clear(&evolution);
    statistics_steps_clear(&steps);
}

static struct simulated simulate(struct network_case *it, enum sampler_kind sampler, size_t runs)
{
    struct statistics_steps steps;
    assert_true(statistics_steps_init(&steps, it->model.behaviour_count, NULL));
    const struct statistics_context context = {&it->now, &it->start, &it->model, &steps};
    struct simulated all = {.runs = runs, .count = statistics_list(&context, NULL)};
    all.names = malloc(all.count * sizeof *all.names);
    all.values = malloc(runs * all.count * sizeof *all.values);
    assert_true(all.names && all.values);
    statistics_list(&context, all.names);
    statistics_steps_clear(&steps);
    for (size_t run = 0; run < runs; run++)
        one_run(it, sampler, (uint32_t)run, all.values + run * all.count);
    return all;
}

/* The reference's own statistics have names of R: the network is `fr`. */
static void our_name(const char *theirs, char ours[STATISTICS_NAME])
{
    const bool of_network = strncmp(theirs, "fr.", 3) == 0;
    snprintf(ours, STATISTICS_NAME, "%s%s", of_network ? "network." : "",
             theirs + (of_network ? 3 : 0));
    if (strcmp(ours, "network.Rate.rate") == 0)
        strcpy(ours, "hamming");
    if (strcmp(ours, "alcohol.Rate.rate") == 0)
        strcpy(ours, "beh_abs_change");
    if (strcmp(ours, "network.X.eval.dist") == 0)
        strcpy(ours, "network.X.eval.distance");
    char *end = strstr(ours, ".eval.fr");
    if (end)
        end[5] = 0;
}

static size_t find(const struct simulated *all, const char *theirs)
{
    char ours[STATISTICS_NAME];
    our_name(theirs, ours);
    for (size_t k = 0; k < all->count; k++)
        if (strcmp(all->names[k], ours) == 0)
            return k;
    fail_msg("nothing measures %s", theirs);
    return 0;
}

struct moments {
    double mean, sd, kurtosis;
};

static struct moments moments_of(const struct simulated *all, size_t k)
{
    const double n = (double)all->runs;
    double sum = 0, second = 0, fourth = 0;
    for (size_t run = 0; run < all->runs; run++)
        sum += all->values[run * all->count + k];
    for (size_t run = 0; run < all->runs; run++) {
        const double off = all->values[run * all->count + k] - sum / n;
        second += off * off;
        fourth += off * off * off * off;
    }
    const double kurtosis = second > 0 ? n * fourth / second / second : 3;
    return (struct moments){sum / n, sqrt(second / (n - 1)), kurtosis};
}

/* In units of the standard errors: the difference of means, and of logarithms of the sds. */
static void compare_one(const struct csv *reference, size_t row, const struct simulated *all,
                        enum sampler_kind sampler, struct overall *overall)
{
    const char *name = csv_text(reference, row, "statistic");
    const char *set = csv_text(reference, row, "set");
    const struct moments ours = moments_of(all, find(all, name));
    const double mean = csv_number(reference, row, "mean"), sd = csv_number(reference, row, "sd");
    const double per_run = 1 / csv_number(reference, row, "n_sims") + 1 / (double)all->runs;
    if (sd == 0 || ours.sd == 0) { /* what never varies, or is too rare to be met in so few runs */
        assert_true(fabs(ours.mean - mean) * (double)all->runs < 10);
        return;
    }
    const double z = (ours.mean - mean) / (sd * sqrt(per_run));
    const double ratio = log(ours.sd / sd), error = sqrt((ours.kurtosis - 1) / 4 * per_run);
    if (getenv("MOMENTS_TABLE"))
        print_message("%s %s %s %.5g %.5g z %.2f sd ratio %.3f (%.3f)\n", set,
                      sampler_names[sampler], name, mean, ours.mean, z, exp(ratio), error);
    if (!(fabs(z) < 4))
        fail_msg("set %s, %s, %s: mean %.6g for %.6g, z = %.2f", set, sampler_names[sampler], name,
                 ours.mean, mean, z);
    if (!(fabs(ratio) < fmax(0.05, 4 * error)))
        fail_msg("set %s, %s, %s: sd %.6g for %.6g", set, sampler_names[sampler], name, ours.sd,
                 sd);
    overall->squares[sampler] += z * z;
    overall->sd_squares[sampler] += ratio * ratio / error / error;
    overall->compared[sampler]++;
}

static void compare(void **state, char set, size_t runs)
{
    struct network_case it;
    struct csv reference;
    char path[SETS_PATH], name[32] = "moments.csv";
    if (set == 'G')
        snprintf(name, sizeof name, "moments_G.csv");
    sets_path(name, path);
    sets_make(&it, set);
    csv_read(&reference, path);
    for (int sampler = 0; sampler < 2; sampler++) {
        struct simulated all = simulate(&it, (enum sampler_kind)sampler, runs);
        size_t compared = 0;
        for (size_t r = 0; r < reference.rows; r++)
            if (csv_text(&reference, r, "set")[0] == set) {
                compare_one(&reference, r, &all, (enum sampler_kind)sampler, *state);
                compared++;
            }
        assert_true(compared >= 61);
        free(all.names);
        free(all.values);
    }
    csv_clear(&reference);
    networks_clear(&it);
}

static void set_a_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'A', runs_asked());
}

static void set_b_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'B', runs_asked());
}

static void set_c_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'C', runs_asked());
}

static void set_d_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'D', runs_asked());
}

static void set_e_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'E', runs_asked());
}

static void set_f_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'F', runs_asked());
}

static void set_g_has_the_moments_of_the_reference(void **state)
{
    compare(state, 'G', runs_asked() / 4);
}

/* Statistics hang together, so that one set says little: without the pupils the bounds are
 * wider. */
static void differences_are_as_large_as_chance_makes_them(void **state)
{
    const struct overall *overall = *state;
    for (int sampler = 0; sampler < 2; sampler++) {
        const double compared = (double)overall->compared[sampler];
        const bool all = compared > 400;
        assert_true(compared > 0);
        const double rms = sqrt(overall->squares[sampler] / compared);
        const double sd_rms = sqrt(overall->sd_squares[sampler] / compared);
        print_message("%s: %.0f means, rms z %.2f; rms z of standard deviations %.2f\n",
                      sampler_names[sampler], compared, rms, sd_rms);
        assert_true(rms > (all ? 0.7 : 0.5) && rms < (all ? 1.3 : 1.7));
        assert_true(sd_rms < (all ? 1.3 : 1.7));
    }
}

int main(void)
{
    static struct overall overall;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(set_a_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_b_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_c_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_d_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_e_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_f_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(set_g_has_the_moments_of_the_reference, &overall),
        cmocka_unit_test_prestate(differences_are_as_large_as_chance_makes_them, &overall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
