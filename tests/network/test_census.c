/* Triads, mini-steps, and which statistics there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "network/measured.h"

/* The kinds of all triples, one by one: by how many ties, and what they look like. */
static unsigned code_of(const struct network *network, const uint32_t actor[3])
{
    unsigned code = 0;
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++)
            if (a != b)
                code = 2 * code + network_has(network, actor[a], actor[b]);
    return code;
}

static const struct {
    const char *name;
    unsigned ties[3][3]; /* one triple of the kind */
} kinds[] = {
    {"triad_003", {{0}}},
    {"triad_012", {{0, 1}}},
    {"triad_102", {{0, 1}, {1}}},
    {"triad_021D", {{0, 1, 1}}},
    {"triad_021U", {{0, 0, 1}, {0, 0, 1}}},
    {"triad_021C", {{0, 1}, {0, 0, 1}}},
    {"triad_111D", {{0, 1}, {1}, {0, 1}}},
    {"triad_111U", {{0, 1}, {1, 0, 1}}},
    {"triad_030T", {{0, 1, 1}, {0, 0, 1}}},
    {"triad_030C", {{0, 1}, {0, 0, 1}, {1}}},
    {"triad_201", {{0, 1}, {1, 0, 1}, {0, 1}}},
    {"triad_120D", {{0, 0, 1}, {1, 0, 1}, {1}}},
    {"triad_120U", {{0, 1, 1}, {0}, {1, 1}}},
    {"triad_120C", {{0, 1, 1}, {0, 0, 1}, {1}}},
    {"triad_210", {{0, 1, 1}, {1, 0, 1}, {1}}},
    {"triad_300", {{0, 1, 1}, {1, 0, 1}, {1, 1}}},
};

/* Whether three actors have the ties of a kind, in some order of them. */
static bool is_kind(unsigned code, size_t kind)
{
    static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                     {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int o = 0; o < 6; o++) {
        unsigned of_kind = 0;
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < 3; b++)
                if (a != b)
                    of_kind = 2 * of_kind + kinds[kind].ties[orders[o][a]][orders[o][b]];
        if (of_kind == code)
            return true;
    }
    return false;
}

static void the_census_counts_every_triple(void **state)
{
    (void)state;
    enum { ACTORS = 30, KINDS = sizeof kinds / sizeof *kinds };
    struct network_case it;
    networks_make(&it, ACTORS, 1);
    networks_scatter(&it, 9, 4);
    double count[KINDS] = {0};
    for (uint32_t i = 0; i < ACTORS; i++)
        for (uint32_t j = 0; j < i; j++)
            for (uint32_t h = 0; h < j; h++)
                for (size_t kind = 0; kind < KINDS; kind++)
                    count[kind] += is_kind(code_of(&it.now, (uint32_t[]){i, j, h}), kind);
    struct measured all = measure(&it, NULL);
    double sum = 0;
    for (size_t kind = 0; kind < KINDS; kind++) {
        assert_true(count[kind] > 0);
        has(&all, kinds[kind].name, count[kind]);
        sum += count[kind];
    }
    assert_float_equal(sum, ACTORS * (ACTORS - 1) * (ACTORS - 2) / 6, 0.1);
    forget(&all);
    networks_clear(&it);
}

/* Distances against Floyd and Warshall's algorithm. */
static void distances_are_those_of_the_shortest_paths(void **state)
{
    (void)state;
    enum { ACTORS = 150, FAR = 1000 };
    static unsigned apart[ACTORS][ACTORS];
    struct network_case it;
    networks_make(&it, ACTORS, 1);
    networks_scatter(&it, 1.6, 4);
    for (uint32_t i = 0; i < ACTORS; i++)
        for (uint32_t j = 0; j < ACTORS; j++)
            apart[i][j] = network_has(&it.now, i, j) ? 1 : FAR;
    for (uint32_t h = 0; h < ACTORS; h++)
        for (uint32_t i = 0; i < ACTORS; i++)
            for (uint32_t j = 0; j < ACTORS; j++)
                if (apart[i][h] + apart[h][j] < apart[i][j])
                    apart[i][j] = apart[i][h] + apart[h][j];
    static const char *const names[] = {"geo_1", "geo_2", "geo_3",     "geo_4",
                                        "geo_5", "geo_6", "geo_7plus", "geo_inf"};
    double count[8] = {0};
    for (uint32_t i = 0; i < ACTORS; i++)
        for (uint32_t j = 0; j < ACTORS; j++)
            if (i != j)
                count[apart[i][j] == FAR ? 7 : apart[i][j] < 7 ? apart[i][j] - 1 : 6] += 1;
    struct measured all = measure(&it, NULL);
    for (size_t k = 0; k < 8; k++) {
        assert_true(count[k] > 0);
        has(&all, names[k], count[k]);
    }
    forget(&all);
    networks_clear(&it);
}

static void make_small(struct network_case *it)
{
    networks_make(it, 8, 2);
    for (uint32_t i = 0; i < 8; i++) {
        it->now.record[i * it->now.record_size] = 1 + i % 4;
        it->now.record[i * it->now.record_size + 1] = i % 2;
    }
    networks_covariate(it, "amount", 0);
    networks_covariate(it, "other", 1);
    networks_tie(it, 0, 1);
    networks_tie(it, 1, 2);
    networks_begin(it);
}

static void mini_steps_are_counted_by_what_came_of_them(void **state)
{
    (void)state;
    struct network_case it;
    struct statistics_steps steps;
    make_small(&it);
    it.behaviour = (struct behaviour){.covariate = &it.covariates[0], .least = 1, .most = 4};
    it.model.behaviour_count = 1;
    assert_true(statistics_steps_init(&steps, 1, NULL));
    struct evolution evolution;
    assert_true(
        evolution_init(&evolution, &it.model, &it.now, SAMPLER_DENSE, stream_key(1, 0), NULL));
    static const struct mini_step taken[] = {
        {VARIABLE_NETWORK, 5, 6, 0},   {VARIABLE_NETWORK, 5, 5, 0},  {VARIABLE_NETWORK, 5, 6, 0},
        {VARIABLE_NETWORK, 5, 6, 0},   {VARIABLE_NETWORK, 6, 5, 0},  {VARIABLE_BEHAVIOUR, 5, 5, 1},
        {VARIABLE_BEHAVIOUR, 5, 5, 0}, {VARIABLE_BEHAVIOUR, 5, 5, 1}};
    for (size_t k = 0; k < sizeof taken / sizeof *taken; k++) {
        assert_true(evolution_apply(&evolution, &taken[k], NULL));
        assert_true(statistics_steps_add(&steps, &it.now, &taken[k], NULL));
    }
    struct measured all = measure(&it, &steps);
    has(&all, "net_ministeps", 5);
    has(&all, "net_nochange", 1);
    has(&all, "net_create_steps", 3);
    has(&all, "net_dissolve_steps", 1);
    has(&all, "net_distinct_dyads_toggled", 2);
    has(&all, "beh_ministeps", 3);
    has(&all, "beh_step_up", 2);
    has(&all, "beh_step_stay", 1);
    has(&all, "beh_abs_change", 2);
    forget(&all);
    evolution_clear(&evolution);
    statistics_steps_clear(&steps);
    networks_clear(&it);
}

static void the_same_tie_is_counted_once_however_many_there_are(void **state)
{
    (void)state;
    struct network_case it;
    struct statistics_steps steps;
    networks_make(&it, 200, 1);
    assert_true(statistics_steps_init(&steps, 0, NULL));
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 200; i++)
            for (uint32_t j = 0; j < 200; j += 3) {
                const struct mini_step step = {VARIABLE_NETWORK, i, j, 0};
                assert_true(statistics_steps_add(&steps, &it.now, &step, NULL));
            }
    const size_t themselves = 67;
    assert_int_equal(steps.unchanged, 2 * themselves);
    assert_int_equal(steps.distinct, 200 * 67 - themselves);
    statistics_steps_clear(&steps);
    networks_clear(&it);
}

static void distances_are_left_out_of_large_networks(void **state)
{
    (void)state;
    for (uint32_t more = 0; more < 2; more++) {
        struct network_case it;
        networks_make(&it, STATISTICS_PATHS_MOST + more, 1);
        networks_tie(&it, 1, 2);
        struct measured all = measure(&it, NULL);
        bool found = false;
        for (size_t k = 0; k < all.count; k++)
            found |= strncmp(all.names[k], "geo_", 4) == 0;
        assert_int_equal(found, more == 0);
        has(&all, "ties", 1);
        has(&all, "triad_012", STATISTICS_PATHS_MOST + more - 2);
        forget(&all);
        networks_clear(&it);
    }
}

static void no_two_statistics_have_one_name(void **state)
{
    (void)state;
    struct network_case it;
    make_small(&it);
    for (size_t e = 0; e < effect_count && e < NETWORKS_TERMS; e++)
        if (effects[e].of != OF_DYADIC)
            networks_term(&it, effects[e].name, ROLE_EVALUATION, 1, "other");
    struct measured all = measure(&it, NULL);
    for (size_t k = 0; k < all.count; k++)
        for (size_t l = 0; l < k; l++)
            assert_string_not_equal(all.names[k], all.names[l]);
    forget(&all);
    networks_clear(&it);
}

static void without_memory_nothing_is_measured(void **state)
{
    (void)state;
    struct network_case it;
    struct spel_error error;
    make_small(&it);
    networks_term(&it, "transTrip", ROLE_EVALUATION, 1, NULL);
    const struct statistics_context context = {&it.now, &it.start, &it.model, NULL};
    double values[200];
    assert_true(statistics_list(&context, NULL) <= 200);
    size_t failures = 0;
    for (bool fine = false; !fine; failures += !fine) {
        memory_fail_after(failures + 1);
        fine = statistics_measure(&context, values, &error);
        memory_fail_after(0);
        assert_true(fine || error.code == SPEL_ERROR_MEMORY);
    }
    assert_true(failures > 10);
    networks_clear(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_census_counts_every_triple),
        cmocka_unit_test(distances_are_those_of_the_shortest_paths),
        cmocka_unit_test(mini_steps_are_counted_by_what_came_of_them),
        cmocka_unit_test(the_same_tie_is_counted_once_however_many_there_are),
        cmocka_unit_test(distances_are_left_out_of_large_networks),
        cmocka_unit_test(no_two_statistics_have_one_name),
        cmocka_unit_test(without_memory_nothing_is_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
