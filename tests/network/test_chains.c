/* Every mini-step of the reference's chains has the probability that the reference says. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/sets.h"

static struct mini_step step_of(const struct csv *chain, size_t row)
{
    struct mini_step step = {.ego = (uint32_t)csv_number(chain, row, "ego") - 1};
    if (strcmp(csv_text(chain, row, "variable"), "fr") == 0) {
        step.variable = VARIABLE_NETWORK;
        step.alter = (uint32_t)csv_number(chain, row, "alter") - 1;
        assert_int_equal(step.alter == step.ego, csv_number(chain, row, "nochange") == 1);
    } else {
        step.variable = VARIABLE_BEHAVIOUR;
        step.alter = step.ego;
        step.difference = (int)csv_number(chain, row, "difference");
    }
    return step;
}

/* The largest difference in a logarithm along the chain. */
static double replay(struct network_case *it, const struct csv *chain, enum sampler_kind sampler)
{
    struct spel_error error;
    struct evolution evolution;
    assert_true(
        evolution_init(&evolution, &it->model, &it->now, sampler, stream_key(1, 0), &error));
    double worst = 0;
    for (size_t r = 0; r < chain->rows; r++) {
        const struct mini_step step = step_of(chain, r);
        double option, choice;
        assert_true(evolution_log_probability(&evolution, &step, &option, &choice, &error));
        const double off_option = fabs(option - csv_number(chain, r, "log_p_option"));
        const double off_choice = fabs(choice - csv_number(chain, r, "log_p_choice"));
        worst = fmax(worst, fmax(off_option, off_choice));
        assert_true(evolution_apply(&evolution, &step, &error));
    }
    evolution_clear(&evolution);
    return worst;
}

static void replays(char set, int chains)
{
    struct network_case it;
    char name[32], path[SETS_PATH];
    snprintf(name, sizeof name, "chain_%c_1.csv", set);
    sets_path(name, path);
    sets_make(&it, set);
    for (int c = 1; c <= chains; c++) {
        struct csv chain;
        snprintf(name, sizeof name, "chain_%c_%d.csv", set, c);
        sets_path(name, path);
        csv_read(&chain, path);
        assert_true(chain.rows > 100);
        for (int sampler = 0; sampler < 2; sampler++) {
            const double worst = replay(&it, &chain, sampler ? SAMPLER_SPARSE : SAMPLER_DENSE);
            if (!(worst < 1e-8))
                fail_msg("chain %s: %g from the reference", name, worst);
            assert_false(networks_same(&it.now, &it.start, it.columns));
            assert_true(networks_sound(&it.now));
            networks_rewind(&it);
            assert_true(networks_same(&it.now, &it.start, it.columns));
        }
        csv_clear(&chain);
    }
    networks_clear(&it);
}

static void set_a_density_and_reciprocity_replays(void **state)
{
    (void)state;
    replays('A', 2);
}

static void set_b_with_triplets_replays(void **state)
{
    (void)state;
    replays('B', 2);
}

static void set_c_with_cycles_and_similarity_replays(void **state)
{
    (void)state;
    replays('C', 2);
}

static void set_d_with_degrees_replays(void **state)
{
    (void)state;
    replays('D', 2);
}

static void set_e_with_endowment_replays(void **state)
{
    (void)state;
    replays('E', 2);
}

static void set_f_with_a_behaviour_replays(void **state)
{
    (void)state;
    replays('F', 2);
}

static void set_g_with_distance_replays(void **state)
{
    (void)state;
    replays('G', 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_a_density_and_reciprocity_replays),
        cmocka_unit_test(set_b_with_triplets_replays),
        cmocka_unit_test(set_c_with_cycles_and_similarity_replays),
        cmocka_unit_test(set_d_with_degrees_replays),
        cmocka_unit_test(set_e_with_endowment_replays),
        cmocka_unit_test(set_f_with_a_behaviour_replays),
        cmocka_unit_test(set_g_with_distance_replays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
