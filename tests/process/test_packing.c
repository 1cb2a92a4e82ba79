/* What processes pack into part of a word has room for the ends of every range: who raises a range
 * finds out here, and not by results. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "params/table.h"
#include "process/formal_case.h"
#include "process/informal_asking.h"

/* The end of the range of a parameter. */
static double most(const char *path)
{
    for (size_t k = 0; k < parameter_count(); k++)
        if (strcmp(parameter_at(k).row->path, path) == 0)
            return parameter_at(k).row->max;
    fail_msg("no parameter is called %s", path);
    return 0;
}

static void what_one_helper_can_give_fits_in_half_a_request(void **state)
{
    (void)state;
    const double room = request_all(UINT32_MAX);
    assert_true(most("informal_support.capacity_household") * HELP_UNITS <= room);
    assert_true(most("informal_support.capacity_kin") * HELP_UNITS <= room);
    assert_true(most("informal_support.capacity_other") * HELP_UNITS <= room);
}

static void what_a_case_can_want_fits_in_its_number(void **state)
{
    (void)state;
    assert_true(most("hours.required") * PAY_UNITS <= formal_case_units(UINT32_MAX));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_helper_can_give_fits_in_half_a_request),
        cmocka_unit_test(what_a_case_can_want_fits_in_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
