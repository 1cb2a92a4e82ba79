/* What a sweep varies is told in words that people know. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "output/sweep_factor.h"

static void a_parameter_has_its_unit_and_its_names(void **state)
{
    (void)state;
    const struct sweep_factor_words words = sweep_factor_words("parameters.steering.wait");
    assert_string_equal(words.unit, "month");
    assert_string_equal(words.name_en, "wait of a trial");
    assert_string_equal(sweep_factor_words("steering.wait").name_nl, words.name_nl);
}

static void one_number_of_several_has_the_words_of_its_row(void **state)
{
    (void)state;
    const struct sweep_factor_words one = sweep_factor_words("formal_support.price.care");
    const struct sweep_factor_words all = sweep_factor_words("formal_support.price");
    assert_string_equal(one.unit, "euro/hour");
    assert_string_equal(one.name_en, all.name_en);
}

static void knobs_and_levers_have_names_and_no_unit(void **state)
{
    (void)state;
    assert_string_equal(sweep_factor_words("knobs.informal").name_en, "informal networks");
    assert_string_equal(sweep_factor_words("levers.outreach").name_en, "outreach");
    assert_string_equal(sweep_factor_words("levers.outreach").unit, "1");
}

static void what_has_no_row_keeps_its_path(void **state)
{
    (void)state;
    assert_null(sweep_factor_words("steering.all").name_en);
    assert_string_equal(sweep_factor_words("history").unit, "1");
    assert_string_equal(sweep_factor_plain("history"), "history");
    assert_string_equal(sweep_factor_plain("parameters.trust.gain"), "trust.gain");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_parameter_has_its_unit_and_its_names),
        cmocka_unit_test(one_number_of_several_has_the_words_of_its_row),
        cmocka_unit_test(knobs_and_levers_have_names_and_no_unit),
        cmocka_unit_test(what_has_no_row_keeps_its_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
