/* A design has the structure that its method promises, and goes on as it began. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "run/design.h"

enum { SEED = 7 };

static struct spel_error error;
static double unit[] = {0, 1}, halves[] = {0, 0.5, 1}, pair[] = {3, 4};

static struct factor ranged(const char *path)
{
    return (struct factor){(char *)(uintptr_t)path, FACTOR_UNCERTAINTY, SHAPE_UNIFORM, unit, 2};
}

/* Three uncertainties between 0 and 1. */
static struct factor three[3];
static struct sweep cube(void)
{
    three[0] = ranged("a");
    three[1] = ranged("b");
    three[2] = ranged("c");
    return (struct sweep){three, 3, 0};
}

static struct design made(const struct sweep *sweep, enum design_kind kind, size_t n)
{
    struct design design;
    if (!design_make(&design, sweep, kind, n, SEED, NULL, &error))
        fail_msg("%s", error.text);
    return design;
}

static double at(const struct design *design, size_t point, size_t factor)
{
    return design->values[point * design->factors + factor];
}

/* How many of the first n points lie in each of n slices of one factor. */
static void assert_once_in_each_slice(const struct design *design, size_t n, size_t factor)
{
    int *seen = calloc(n, sizeof *seen);
    for (size_t i = 0; i < n; i++) {
        const double share = at(design, i, factor);
        assert_true(share > 0 && share < 1);
        seen[(size_t)(share * (double)n)]++;
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(seen[i], 1);
    free(seen);
}

static void a_hypercube_has_one_point_in_each_slice(void **state)
{
    (void)state;
    const struct sweep sweep = cube();
    struct design design = made(&sweep, DESIGN_LHS, 50);
    assert_int_equal(design.points, 50);
    for (size_t f = 0; f < 3; f++)
        assert_once_in_each_slice(&design, 50, f);
    design_clear(&design);
}

static void a_scrambled_net_has_one_point_in_each_slice_and_each_box(void **state)
{
    (void)state;
    const struct sweep sweep = cube();
    struct design design = made(&sweep, DESIGN_SOBOL, 64);
    for (size_t f = 0; f < 3; f++)
        assert_once_in_each_slice(&design, 64, f);
    int box[8][8] = {{0}};
    for (size_t i = 0; i < 64; i++)
        box[(size_t)(at(&design, i, 0) * 8)][(size_t)(at(&design, i, 1) * 8)]++;
    for (size_t i = 0; i < 64; i++)
        assert_int_equal(box[i / 8][i % 8], 1);
    design_clear(&design);
}

static void more_points_leave_the_first_as_they_were(void **state)
{
    (void)state;
    const struct sweep sweep = cube();
    const enum design_kind kinds[] = {DESIGN_SOBOL, DESIGN_SALTELLI, DESIGN_MORRIS};
    for (size_t k = 0; k < 3; k++) {
        struct design few = made(&sweep, kinds[k], 16), many = made(&sweep, kinds[k], 64);
        assert_true(design_grows(kinds[k]));
        assert_memory_equal(few.values, many.values, few.points * 3 * sizeof *few.values);
        design_clear(&few);
        design_clear(&many);
    }
    assert_false(design_grows(DESIGN_LHS));
    assert_false(design_grows(DESIGN_GRID));
}

static void saltelli_exchanges_one_column_at_a_time(void **state)
{
    (void)state;
    const struct sweep sweep = cube();
    struct design design = made(&sweep, DESIGN_SALTELLI, 8);
    assert_int_equal(design.points, 8 * 5);
    for (size_t i = 0; i < 8; i++)
        for (size_t column = 0; column < 3; column++)
            for (size_t f = 0; f < 3; f++) {
                const double a = at(&design, i * 5, f), b = at(&design, i * 5 + 4, f);
                assert_true(a != b);
                assert_true(at(&design, i * 5 + 1 + column, f) == (f == column ? b : a));
            }
    design_clear(&design);
}

static void morris_steps_each_factor_once_in_a_path(void **state)
{
    (void)state;
    const struct sweep sweep = cube();
    struct design design = made(&sweep, DESIGN_MORRIS, 20);
    assert_int_equal(design.points, 20 * 4);
    for (size_t i = 0; i < 20; i++) {
        int steps[3] = {0};
        for (size_t step = 1; step < 4; step++)
            for (size_t f = 0; f < 3; f++) {
                const double by = at(&design, i * 4 + step, f) - at(&design, i * 4 + step - 1, f);
                steps[f] += by != 0;
                assert_true(by == 0 || fabs(fabs(by) - 2.0 / 3) < 1e-12);
            }
        for (size_t f = 0; f < 3; f++)
            assert_int_equal(steps[f], 1);
    }
    design_clear(&design);
}

static void every_world_meets_every_policy(void **state)
{
    (void)state;
    struct factor factors[] = {
        {(char *)(uintptr_t) "x", FACTOR_LEVER, SHAPE_VALUES, halves, 3},
        {(char *)(uintptr_t) "y", FACTOR_LEVER, SHAPE_VALUES, pair, 2},
        ranged("a"),
    };
    const struct sweep sweep = {factors, 3, 2};
    struct design design = made(&sweep, DESIGN_SOBOL, 4);
    assert_int_equal(design.policies, 6);
    assert_int_equal(design.worlds, 4);
    assert_int_equal(design.points, 24);
    for (size_t i = 0; i < 24; i++) {
        assert_true(at(&design, i, 0) == halves[i % 6 / 2]);
        assert_true(at(&design, i, 1) == pair[i % 2]);
        assert_true(at(&design, i, 2) == at(&design, i / 6 * 6, 2));
    }
    design_clear(&design);
}

static void a_grid_has_all_combinations(void **state)
{
    (void)state;
    struct factor factors[] = {
        {(char *)(uintptr_t) "x", FACTOR_LEVER, SHAPE_VALUES, pair, 2},
        ranged("a"),
    };
    const struct sweep sweep = {factors, 2, 1};
    struct design design = made(&sweep, DESIGN_GRID, 2);
    static const double expected[] = {3, 0.25, 4, 0.25, 3, 0.75, 4, 0.75};
    assert_int_equal(design.points, 4);
    for (size_t i = 0; i < 8; i++)
        assert_float_equal(design.values[i], expected[i], 1e-12);
    design_clear(&design);
}

/* GSL would give zeros from the forty-first dimension on. */
static void more_dimensions_than_the_sequence_has_are_refused(void **state)
{
    (void)state;
    struct factor many[41];
    struct design design;
    for (size_t i = 0; i < 41; i++)
        many[i] = ranged("a");
    const struct sweep forty = {many, 40, 0}, more = {many, 41, 0}, twenty_one = {many, 21, 0};
    design = made(&forty, DESIGN_SOBOL, 2);
    for (size_t f = 0; f < 40; f++)
        assert_true(floor(2 * at(&design, 0, f)) != floor(2 * at(&design, 1, f)));
    design_clear(&design);
    assert_false(design_make(&design, &more, DESIGN_SOBOL, 2, SEED, NULL, &error));
    assert_string_equal(error.text, "design sobol: at most 40 things can be varied, here are 41: "
                                    "lhs or morris takes any number");
    assert_false(design_make(&design, &twenty_one, DESIGN_SALTELLI, 2, SEED, NULL, &error));
    design = made(&more, DESIGN_LHS, 2);
    design_clear(&design);
}

static void a_table_of_ones_own_is_taken_as_it_stands(void **state)
{
    (void)state;
    char path[] = "/tmp/samenspel_design_XXXXXX";
    const int made_file = mkstemp(path);
    assert_true(made_file >= 0);
    static const char text[] = "knobs.informal,trust.drift\n0.5,0.01\n1,0.02\n0,0\n";
    assert_int_equal(write(made_file, text, strlen(text)), (ssize_t)strlen(text));
    close(made_file);
    const struct sweep none = {0};
    struct design design;
    assert_true(design_make(&design, &none, DESIGN_FILE, 0, SEED, path, &error));
    assert_int_equal(design.points, 3);
    assert_int_equal(design.table.count, 2);
    assert_string_equal(design.table.factors[1].path, "trust.drift");
    assert_float_equal(at(&design, 1, 1), 0.02, 1e-12);
    design_clear(&design);
    assert_int_equal(unlink(path), 0);
    assert_false(design_make(&design, &none, DESIGN_FILE, 0, SEED, path, &error));
    design_clear(&design);
}

static double value(enum factor_shape shape, double *numbers, size_t count, double share)
{
    const struct factor factor = {(char *)(uintptr_t) "a", FACTOR_UNCERTAINTY, shape, numbers,
                                  count};
    return design_value(&factor, share);
}

static void a_share_is_a_value_of_the_distribution(void **state)
{
    (void)state;
    double list[] = {0.1, 0.2, 0.3}, ends[] = {0.1, 0.4}, left[] = {0, 0.1, 0.4};
    double even[] = {0, 0.2, 0.4}, coin[] = {0, 1};
    assert_float_equal(value(SHAPE_VALUES, list, 3, 0), 0.1, 1e-12);
    assert_float_equal(value(SHAPE_VALUES, list, 3, 0.34), 0.2, 1e-12);
    assert_float_equal(value(SHAPE_VALUES, list, 3, 1 - 0x1p-53), 0.3, 1e-12);
    assert_float_equal(value(SHAPE_UNIFORM, ends, 2, 0.25), 0.175, 1e-12);
    assert_float_equal(value(SHAPE_LOGUNIFORM, ends, 2, 0.5), 0.2, 1e-12);
    assert_float_equal(value(SHAPE_TRIANGULAR, left, 3, 0.25), 0.1, 1e-12);
    assert_float_equal(value(SHAPE_TRIANGULAR, left, 3, 1), 0.4, 1e-12);
    assert_float_equal(value(SHAPE_TRIANGULAR, even, 3, 0.5), 0.2, 1e-12);
    assert_float_equal(value(SHAPE_WHOLE, coin, 2, 0.49), 0, 0);
    assert_float_equal(value(SHAPE_WHOLE, coin, 2, 0.51), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hypercube_has_one_point_in_each_slice),
        cmocka_unit_test(a_scrambled_net_has_one_point_in_each_slice_and_each_box),
        cmocka_unit_test(more_points_leave_the_first_as_they_were),
        cmocka_unit_test(saltelli_exchanges_one_column_at_a_time),
        cmocka_unit_test(morris_steps_each_factor_once_in_a_path),
        cmocka_unit_test(every_world_meets_every_policy),
        cmocka_unit_test(a_grid_has_all_combinations),
        cmocka_unit_test(more_dimensions_than_the_sequence_has_are_refused),
        cmocka_unit_test(a_table_of_ones_own_is_taken_as_it_stands),
        cmocka_unit_test(a_share_is_a_value_of_the_distribution),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
