/* Ties evolve by choice, and each stands in the rows of both ends. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "process/support_network.h"
#include "support/village.h"

#define PEOPLE_ONLY                                                                                \
    "processes: {needs: off, informal_support: off, intake: off, formal_support: off, "            \
    "self_reliance: off, trust: off, steering: off, finance: off}\n"                               \
    "parameters: {settlement: {burn_in: 0}, support_network: {burn_in: 0}}\n"

static struct village village;

static int settle(void **state)
{
    (void)state;
    village_settle(&village, PEOPLE_ONLY);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    village_clear(&village);
    return 0;
}

static uint32_t named_back(const struct ties *ties, uint32_t alter, uint32_t ego)
{
    for (size_t k = 0; k < ties->in_degree[alter]; k++)
        if (tie_place(ties->ego[alter * TIE_SLOTS + k]) == ego)
            return ties->ego[alter * TIE_SLOTS + k];
    return 0;
}

/* Every tie stands in both rows with one kind, none elsewhere, and vacant places have none. */
static void assert_mirrored(const struct world *world)
{
    const struct ties *ties = &world->ties;
    size_t out = 0, in = 0;
    for (uint32_t i = 0; i < world->residents.count; i++) {
        out += ties->degree[i];
        in += ties->in_degree[i];
        if (!residents_present(&world->residents, i))
            assert_int_equal(ties->degree[i] + ties->in_degree[i], 0);
        for (size_t k = 0; k < TIE_SLOTS; k++) {
            const uint32_t tie = ties->alter[i * TIE_SLOTS + k];
            assert_int_equal(tie != 0, k < ties->degree[i]);
            assert_int_equal(ties->ego[i * TIE_SLOTS + k] != 0, k < ties->in_degree[i]);
            if (tie == 0)
                continue;
            const uint32_t back = named_back(ties, tie_place(tie), i);
            assert_int_equal(back, tie_pack(i, tie_kind(tie)));
            assert_true(residents_present(&world->residents, tie_place(tie)));
        }
    }
    assert_int_equal(out, in);
}

static void every_tie_stands_in_the_rows_of_both_ends(void **state)
{
    (void)state;
    assert_mirrored(&village.model->world);
    for (int k = 0; k < 36; k++) {
        village_run(&village, 1);
        assert_mirrored(&village.model->world);
    }
}

#define IN_VILLAGE(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VILLAGE(every_tie_stands_in_the_rows_of_both_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
