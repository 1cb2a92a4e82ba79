/* What is off is off before the first day too: how long it runs in is of no matter then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/village.h"

enum { TEXT = 512 };

/* Whether a run-in of some months leaves another village than none. */
static bool run_in_shows(const char *parameter, uint32_t months, const char *off)
{
    struct village village[2];
    for (uint32_t k = 0; k < 2; k++) {
        char more[TEXT];
        snprintf(more, sizeof more, "processes: {%s}\nparameters: {%s: %u}\n", off, parameter,
                 k * months);
        village_settle(&village[k], more);
        struct organisations *o = &village[k].model->world.organisations;
        memset(o->founded, 0, o->count * sizeof *o->founded); /* as old as the run-in at least */
    }
    const bool same = village_same(&village[0], &village[1]);
    village_clear(&village[0]);
    village_clear(&village[1]);
    return !same;
}

static void without_the_support_network_ties_do_not_run_in(void **state)
{
    (void)state;
    assert_false(run_in_shows("support_network.burn_in", 4, "support_network: off"));
    assert_true(run_in_shows("support_network.burn_in", 4, "institutions: off"));
}

/* All that organisations do among themselves. Finance books what formal support pays, and so does
 * nothing alone. */
static const char *const together[] = {
    "collaboration_network", "institutions",   "entrepreneurs", "practices",
    "shared_vision",         "formal_support", "finance"};
enum { TOGETHER = sizeof together / sizeof *together };

/* Off but for one of them; `TOGETHER` for none. */
static bool organisations_show(size_t on)
{
    char off[TEXT] = "";
    for (size_t k = 0; k < TOGETHER; k++)
        if (k != on) {
            const size_t used = strlen(off);
            snprintf(off + used, sizeof off - used, "%s%s: off", used ? ", " : "", together[k]);
        }
    return run_in_shows("settlement.burn_in_organisations", 60, off);
}

static void what_organisations_do_runs_in_unless_it_is_off(void **state)
{
    (void)state;
    assert_false(organisations_show(TOGETHER));
    for (size_t on = 0; on + 1 < TOGETHER; on++)
        if (!organisations_show(on))
            fail_msg("%s does not run in", together[on]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_the_support_network_ties_do_not_run_in),
        cmocka_unit_test(what_organisations_do_runs_in_unless_it_is_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
