/* A month of course of many needs at once, and of one after the other: the same bits, and the
 * equation as it is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/avx2.h"
#include "process/needs_course.h"
#include "support/village.h"
#include "world/hours.h"

static const char FIRST_DAY[] = "parameters: {settlement: {burn_in: 1}}\n";

static struct village single, wide;

static int set_up(void **state)
{
    (void)state;
    village_settle(&single, FIRST_DAY);
    village_settle(&wide, FIRST_DAY);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    village_clear(&single);
    village_clear(&wide);
    return 0;
}

/* Paces of all kinds, so that some needs leap and some end. */
static void drive(struct needs *needs)
{
    for (size_t row = 0; row < needs->capacity; row++)
        needs->pace[row] *= row % 7 == 0 ? 200 : row % 5 == 0 ? 20 : 1;
}

static void run(struct village *village, bool together)
{
    struct world *world = &village->model->world;
    const struct rates rates = {.params = &village->scenario.params.needs,
                                .hours = &village->scenario.params.hours,
                                .now = village->model->now};
    drive(&world->needs);
    for (size_t b = 0; b < world->blocks.count; b++)
        needs_course(&rates, world, b, world->blocks.count, together);
}

static size_t ended(const struct world *world)
{
    size_t count = 0;
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
            count += (world->needs.flags[world->blocks.first_row[b] + k] & NEED_ENDED) != 0;
    return count;
}

static void a_month_is_the_same_four_at_a_time(void **state)
{
    (void)state;
    if (!avx2_can())
        skip();
    const size_t before = ended(&single.model->world);
    run(&single, false);
    run(&wide, true);
    assert_true(village_same(&single, &wide));
    assert_true(ended(&single.model->world) > before + 5);
}

/* Severity after the month, for what is not over: written as in MODEL.md, one need at a time. */
static double severity_of(const struct village *village, uint32_t row)
{
    const struct world *world = &village->model->world;
    const struct needs *needs = &world->needs;
    const struct needs_params *p = &village->scenario.params.needs;
    const int d = needs->domain[row];
    const double n = needs->severity[row], m = hours_met(needs, row);
    const double s = world->residents.self_reliance[needs->resident[row]];
    const double q = hours_quality(&village->scenario.params.hours, needs, row);
    const double step = needs->pace[row] * (p->growth[d] * n * (1 - n) * (m < 1 ? 1 - m : 0) -
                                            p->recovery[d] * q * n - p->own_recovery[d] * s * n);
    const double next = n + (step < -n / 2 ? -n / 2 : step);
    const bool low = needs->flags[row] & NEED_CHRONIC && next < p->chronic_floor;
    return low ? p->chronic_floor : next < 1 ? next : 1;
}

static void every_need_moves_by_the_equation(void **state)
{
    (void)state;
    struct world *world = &single.model->world;
    static float expected[1 << 16];
    size_t up = 0, down = 0;
    for (int d = 0; d < DOMAINS; d++)
        single.scenario.params.needs.growth[d] = 0.4; /* so that some get worse */
    assert_true(world->needs.capacity <= sizeof expected / sizeof *expected);
    for (size_t b = 0; b < world->blocks.count; b++)
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
            const uint32_t row = world->blocks.first_row[b] + k;
            expected[row] = (float)severity_of(&single, row);
            up += expected[row] > world->needs.severity[row];
            down += expected[row] < world->needs.severity[row];
        }
    const struct rates rates = {.params = &single.scenario.params.needs,
                                .hours = &single.scenario.params.hours,
                                .now = single.model->now};
    for (size_t b = 0; b < world->blocks.count; b++) {
        needs_course(&rates, world, b, world->blocks.count, avx2_can());
        for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
            const uint32_t row = world->blocks.first_row[b] + k;
            assert_float_equal(world->needs.severity[row], expected[row], 1e-6);
        }
    }
    assert_true(up > 20 && down > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_is_the_same_four_at_a_time),
        cmocka_unit_test(every_need_moves_by_the_equation),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
