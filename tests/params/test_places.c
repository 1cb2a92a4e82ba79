/* The place tables are read by the names of their columns, and every fault has its place. */
#include "params/given.h"

#include "base/sha256.h"
#include "params/places_columns.h"

enum { TABLE_TEXT = 65536 };

/* Copies a table that comes along, with one text in it replaced. */
static void given_table(const char *name, const char *old, const char *new)
{
    static char text[TABLE_TEXT], changed[2 * TABLE_TEXT];
    char path[GIVEN_TEXT];
    snprintf(path, sizeof path, "%s/places/%s", getenv("SAMENSPEL_SCENARIOS"), name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    assert_in_range(length, 1000, sizeof text - 2);
    text[length] = '\0';
    const char *at = old ? strstr(text, old) : text;
    assert_non_null(at);
    snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - text), text, old ? new : "",
             at + (old ? strlen(old) : 0));
    given_file(name, changed);
}

static void given_tables(void)
{
    for (size_t i = 0; i < PLACE_TABLES; i++)
        given_table(place_tables[i].file, NULL, NULL);
}

static void table_refused(const char *name, const char *old, const char *new, const char *line)
{
    static const struct places nothing;
    struct spel_error error;
    struct places places;
    given_tables();
    given_table(name, old, new);
    error = (struct spel_error){0};
    assert_false(places_read(&places, ".", NULL, 0, &error));
    if (!has_line(error.text, line))
        fail_msg("expected: %s\nsaid: %s", line, error.text);
    assert_memory_equal(&places, &nothing, sizeof nothing);
}

static void the_tables_that_come_along_are_read_whole(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    given_tables();
    assert_true(places_read(&places, ".", NULL, 0, &error));
    assert_int_equal(places.count, 104);
    double residents = 0;
    for (size_t i = 0; i < places.count; i++) {
        residents += strcmp(places.rows[i].municipality, "'s-Hertogenbosch") == 0
                         ? places.rows[i].residents_2022
                         : 0;
        double ages = 0;
        for (size_t a = 0; a < WIDE_AGE_BANDS; a++)
            ages += places.rows[i].age_2022[a];
        assert_true(ages > 0.999 && ages < 1.001);
        assert_in_range(places.rows[i].urbanity, 1, 5);
    }
    assert_true(residents == 156535);
    assert_true(places.rates[80].death > 0.03 && places.rates[80].death < 0.08);
    assert_non_null(strstr(places.sources, "# licence: CC BY 4.0"));
    assert_int_equal(strlen(places.sha256[TABLE_RATES]), SHA256_TEXT - 1);
    assert_string_not_equal(places.sha256[0], places.sha256[1]);
    places_clear(&places);
}

static void columns_are_found_by_name(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    given_tables();
    given_table("rates_by_age.csv", "age,persons_weight,death", "age,persons_weight,death");
    /* Another column between, a byte order mark, and line ends of another system. */
    given_table("position_by_age.csv", "NL,0,5,858619,0.98495,0,0,0,0,0.01505\n",
                "\"NL\",0,5,858619,\"0.98495\",0,0,0,0,0.01505\r\n");
    assert_true(places_read(&places, ".", NULL, 0, &error));
    bool found = false;
    for (size_t i = 0; i < places.position_count; i++)
        found = found || (strcmp(places.positions[i].municipality_code, "NL") == 0 &&
                          places.positions[i].age_from == 0 &&
                          places.positions[i].share[SHARE_CHILD] == 0.98495);
    assert_true(found);
    places_clear(&places);
}

static void a_missing_column_is_named(void **state)
{
    (void)state;
    table_refused("rates_by_age.csv", "age,persons_weight", "age,person_weight",
                  "./rates_by_age.csv:20:1: persons_weight: this column is missing (is "
                  "\"person_weight\" meant for it?)");
    table_refused("rates_by_age.csv", "age,persons_weight,death,birth",
                  "age,persons_weight,death,death",
                  "./rates_by_age.csv:20:26: death: this column stands there twice");
    table_refused("position_by_age.csv",
                  "municipality_code,age_from,age_to,persons,child,alone,partner_no_children,"
                  "partner_with_children,single_parent,other",
                  "municipality_code;age_from;age_to;persons;child;alone;partner_no_children;"
                  "partner_with_children;single_parent;other",
                  "./position_by_age.csv:14:1: header: semicolons between the cells: commas are "
                  "expected");
}

static void a_wrong_cell_is_named_with_its_line_and_column(void **state)
{
    (void)state;
    table_refused("position_by_age.csv", "NL,0,5,858619,0.98495", "NL,0,5,858619,1.5",
                  "./position_by_age.csv:15:15: child = \"1.5\": outside [0, 1]");
    table_refused("position_by_age.csv", "NL,0,5,858619,0.98495", "NL,0,5,858619,x",
                  "./position_by_age.csv:15:15: child = \"x\": not a number: digits with a decimal "
                  "point are expected");
    table_refused("position_by_age.csv", "NL,0,5,858619,0.98495", "NL,0,5,858619,",
                  "./position_by_age.csv:15:15: child: the cell is empty");
    table_refused("position_by_age.csv", "NL,0,5,858619,0.98495,", "NL,0,5,858619,",
                  "./position_by_age.csv:15:1: line: 9 cells where the header has 10");
    table_refused("position_by_age.csv", "NL,0,5,", "\"NL,0,5,",
                  "./position_by_age.csv:15:1: cell: a quote is not closed on its line");
    table_refused(
        "position_by_age.csv", "NL,0,5,", "NLNLNLNLNLNLNLNLNL,0,5,",
        "./position_by_age.csv:15:1: municipality_code = \"NLNLNLNLNLNLNLNLNL\": the text is "
        "too long");
}

/* A row that is wrong elsewhere is not added up. */
static void shares_of_one_whole_sum_to_one_but_for_rounding(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    table_refused(
        "neighbourhoods.csv", "0.040404,0.20202,0.42424", "0.5,0.20202,0.42424",
        "./neighbourhoods.csv:22:80: share_0_14 to share_65plus: these shares sum to 1.46, "
        "where 1 is expected (0.95 to 1.05, for rounding)");
    table_refused("neighbourhoods.csv", "0.041322,0.19481,0.43684", "0.041322,0.19481,0",
                  "./neighbourhoods.csv:22:121: share_0_14_2024 to share_65plus_2024: these shares "
                  "sum to 0.5632, where 1 is expected (0.95 to 1.05, for rounding)");
    table_refused("neighbourhoods.csv", ",0.736,0.226,0.038,", ",0.736,0.226,0.138,",
                  "./neighbourhoods.csv:22:169: households_single to households_children: these "
                  "shares sum to 1.1, where 1 is expected (0.95 to 1.05, for rounding)");
    table_refused(
        "position_by_age.csv", "NL,0,5,858619,0.98495", "NL,0,5,858619,0.9",
        "./position_by_age.csv:15:15: child to other: these shares sum to 0.9151, where 1 "
        "is expected (0.95 to 1.05, for rounding)");
    given_tables();
    given_table("neighbourhoods.csv", "0.040404,0.20202,0.42424", "0.06,0.22,0.42424");
    assert_true(places_read(&places, ".", NULL, 0, &error));
    places_clear(&places);
    given_table("neighbourhoods.csv", ",4020,4225,0.040404,", ",0,4225,0.9,");
    assert_true(places_read(&places, ".", NULL, 0, &error));
    places_clear(&places);
}

static void ages_and_bands_must_be_whole(void **state)
{
    (void)state;
    table_refused(
        "position_by_age.csv", "NL,0,5,", "NL,0,4,",
        "./position_by_age.csv: NL, ages 5 to 10: the bands of a municipality follow each "
        "other from 0 to 105 without gap or overlap");
    table_refused("rates_by_age.csv", "\n104,", "\n103,",
                  "./rates_by_age.csv:125:1: age = 103: this age stands there twice");
    table_refused("neighbourhoods.csv", "\nWK019311,", "\nWK019310,",
                  "./neighbourhoods.csv: neighbourhood WK019310 stands there twice");
}

static void a_table_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    assert_false(places_read(&places, "nowhere", NULL, 0, &error));
    assert_int_equal(error.count, PLACE_TABLES);
    assert_true(has_line(error.text,
                         "nowhere/rates_by_age.csv: cannot be opened: No such file or directory"));
    given_tables();
    given_file("rates_by_age.csv", "# only sources\nage\n");
    assert_false(places_read(&places, ".", NULL, 0, &error));
}

static void an_unknown_municipality_is_refused_with_the_nearest(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    const char *const names[] = {"Zwolle", "Hertogenbosch"};
    given_tables();
    assert_false(places_read(&places, ".", names, 2, &error));
    assert_string_equal(error.text,
                        "./neighbourhoods.csv: no municipality \"Hertogenbosch\" (did you "
                        "mean 's-Hertogenbosch?)");
}

/* Nobody is told of a municipality that the tables lack. */
static void a_municipality_is_known_by_what_people_call_it(void **state)
{
    (void)state;
    struct spel_error error = {0};
    struct places places;
    given_tables();
    assert_true(places_read(&places, ".", NULL, 0, &error));
    assert_string_equal(places_nearest(&places, "Den Bosch"), "'s-Hertogenbosch");
    assert_string_equal(places_nearest(&places, "den bos"), "'s-Hertogenbosch");
    assert_null(places_nearest(&places, "Den Haag"));
    assert_string_equal(places_nearest(&places, "Utregt"), "Utrecht");
    places_clear(&places);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tables_that_come_along_are_read_whole),
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(a_missing_column_is_named),
        cmocka_unit_test(a_wrong_cell_is_named_with_its_line_and_column),
        cmocka_unit_test(shares_of_one_whole_sum_to_one_but_for_rounding),
        cmocka_unit_test(ages_and_bands_must_be_whole),
        cmocka_unit_test(a_table_that_is_not_there_is_named),
        cmocka_unit_test(an_unknown_municipality_is_refused_with_the_nearest),
        cmocka_unit_test(a_municipality_is_known_by_what_people_call_it),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
