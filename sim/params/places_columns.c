#include "params/places_columns.h"

#include <string.h>

#include "params/domain.h"
#include "params/places.h"
#include "params/places_read.h"

/* clang-format off */
static const struct place_column neighbourhood_columns[] = {
    {"neighbourhood_code", CELL_CODE, offsetof(struct place_row, code), 0, 0},
    {"neighbourhood", CELL_NAME, offsetof(struct place_row, name), 0, 0},
    {"municipality_code", CELL_CODE, offsetof(struct place_row, municipality_code), 0, 0},
    {"municipality", CELL_NAME, offsetof(struct place_row, municipality), 0, 0},
    {"province", CELL_NAME, offsetof(struct place_row, province), 0, 0},
    {"urbanity", CELL_WHOLE, offsetof(struct place_row, urbanity), 1, 5},
    {"x_m", CELL_NUMBER, offsetof(struct place_row, x_m), 0, 1e6},
    {"y_m", CELL_NUMBER, offsetof(struct place_row, y_m), 0, 1e6},
    {"residents_2022", CELL_NUMBER, offsetof(struct place_row, residents_2022), 0, 5e6},
    {"residents_2024", CELL_NUMBER, offsetof(struct place_row, residents_2024), 0, 5e6},
    {"share_0_14", CELL_NUMBER, offsetof(struct place_row, age_2022[0]), 0, 1},
    {"share_15_24", CELL_NUMBER, offsetof(struct place_row, age_2022[1]), 0, 1},
    {"share_25_44", CELL_NUMBER, offsetof(struct place_row, age_2022[2]), 0, 1},
    {"share_45_64", CELL_NUMBER, offsetof(struct place_row, age_2022[3]), 0, 1},
    {"share_65plus", CELL_NUMBER, offsetof(struct place_row, age_2022[4]), 0, 1},
    {"share_0_14_2024", CELL_NUMBER, offsetof(struct place_row, age_2024[0]), 0, 1},
    {"share_15_24_2024", CELL_NUMBER, offsetof(struct place_row, age_2024[1]), 0, 1},
    {"share_25_44_2024", CELL_NUMBER, offsetof(struct place_row, age_2024[2]), 0, 1},
    {"share_45_64_2024", CELL_NUMBER, offsetof(struct place_row, age_2024[3]), 0, 1},
    {"share_65plus_2024", CELL_NUMBER, offsetof(struct place_row, age_2024[4]), 0, 1},
    {"share_80plus", CELL_NUMBER, offsetof(struct place_row, share_80plus), 0, 1},
    {"households_single", CELL_NUMBER, offsetof(struct place_row, households_single), 0, 1},
    {"households_couple", CELL_NUMBER, offsetof(struct place_row, households_couple), 0, 1},
    {"households_children", CELL_NUMBER, offsetof(struct place_row, households_children), 0, 1},
    {"household_size", CELL_NUMBER, offsetof(struct place_row, household_size), 1, 10},
    {"low_income", CELL_NUMBER, offsetof(struct place_row, low_income), 0, 1},
    {"limited_18", CELL_NUMBER, offsetof(struct place_row, limited_18), 0, 1},
    {"severely_limited_18", CELL_NUMBER, offsetof(struct place_row, severely_limited_18), 0, 1},
    {"limited_65", CELL_NUMBER, offsetof(struct place_row, limited_65), 0, 1},
    {"severely_limited_65", CELL_NUMBER, offsetof(struct place_row, severely_limited_65), 0, 1},
    {"severely_lonely_18", CELL_NUMBER, offsetof(struct place_row, severely_lonely_18), 0, 1},
    {"severely_lonely_65", CELL_NUMBER, offsetof(struct place_row, severely_lonely_65), 0, 1},
    {"informal_carer_18", CELL_NUMBER, offsetof(struct place_row, informal_carer_18), 0, 1},
    {"volunteer_18", CELL_NUMBER, offsetof(struct place_row, volunteer_18), 0, 1},
    {"control_18", CELL_NUMBER, offsetof(struct place_row, control_18), 0, 1},
    {"hard_to_make_ends_meet_18", CELL_NUMBER, offsetof(struct place_row, hard_to_make_ends_meet_18), 0, 1},
    {"social_assistance", CELL_NUMBER, offsetof(struct place_row, social_assistance), 0, 1},
    {"youth_care", CELL_NUMBER, offsetof(struct place_row, youth_care), 0, 1},
    {"problem_debt_16", CELL_NUMBER, offsetof(struct place_row, problem_debt_16), 0, 1},
    {"household_help", CELL_NUMBER, offsetof(struct place_row, household_help), 0, 1},
};

static const struct place_column position_columns[] = {
    {"municipality_code", CELL_CODE, offsetof(struct position_row, municipality_code), 0, 0},
    {"age_from", CELL_WHOLE, offsetof(struct position_row, age_from), 0, 104},
    {"age_to", CELL_WHOLE, offsetof(struct position_row, age_to), 1, 105},
    {"persons", CELL_NUMBER, offsetof(struct position_row, persons), 0, 1e8},
    {"child", CELL_NUMBER, offsetof(struct position_row, share[SHARE_CHILD]), 0, 1},
    {"alone", CELL_NUMBER, offsetof(struct position_row, share[SHARE_ALONE]), 0, 1},
    {"partner_no_children", CELL_NUMBER, offsetof(struct position_row, share[SHARE_PARTNER_NO_CHILDREN]), 0, 1},
    {"partner_with_children", CELL_NUMBER, offsetof(struct position_row, share[SHARE_PARTNER_CHILDREN]), 0, 1},
    {"single_parent", CELL_NUMBER, offsetof(struct position_row, share[SHARE_SINGLE_PARENT]), 0, 1},
    {"other", CELL_NUMBER, offsetof(struct position_row, share[SHARE_OTHER]), 0, 1},
};

static const struct place_column rates_columns[] = {
    {"age", CELL_WHOLE, offsetof(struct age_row, age), 0, 104},
    {"persons_weight", CELL_NUMBER, offsetof(struct age_row, rates.persons_weight), 0, 1},
    {"death", CELL_NUMBER, offsetof(struct age_row, rates.death), 0, 1},
    {"birth", CELL_NUMBER, offsetof(struct age_row, rates.birth), 0, 1},
    {"moving", CELL_NUMBER, offsetof(struct age_row, rates.moving), 0, 1},
    {"wmo_euro", CELL_NUMBER, offsetof(struct age_row, rates.wmo_euro), 0, 1e6},
    {"youth_euro", CELL_NUMBER, offsetof(struct age_row, rates.youth_euro), 0, 1e6},
    {"care", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[CARE]), 0, 1},
    {"social", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[SOCIAL]), 0, 1},
    {"youth", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[YOUTH]), 0, 1},
    {"work", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[WORK]), 0, 1},
    {"debt", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[DEBT]), 0, 1},
    {"education", CELL_NUMBER, offsetof(struct age_row, rates.prevalence[EDUCATION]), 0, 1},
    {"carer", CELL_NUMBER, offsetof(struct age_row, rates.carer), 0, 1},
    {"chronic", CELL_NUMBER, offsetof(struct age_row, rates.chronic), 0, 1},
};

static const struct place_whole neighbourhood_wholes[] = {
    {"share_0_14", "share_65plus", "residents_2022"},
    {"share_0_14_2024", "share_65plus_2024", "residents_2024"},
    {"households_single", "households_children", "residents_2022"},
};
static const struct place_whole position_wholes[] = {{"child", "other", "persons"}};

#define COUNT(array) (sizeof array / sizeof *array)
#define TABLE(file, columns, row) file, columns, COUNT(columns), sizeof(struct row)
const struct place_columns place_tables[PLACE_TABLES] = {
    [TABLE_NEIGHBOURHOODS] = {TABLE("neighbourhoods.csv", neighbourhood_columns, place_row),
                              neighbourhood_wholes, COUNT(neighbourhood_wholes)},
    [TABLE_POSITIONS] = {TABLE("position_by_age.csv", position_columns, position_row),
                         position_wholes, COUNT(position_wholes)},
    [TABLE_RATES] = {TABLE("rates_by_age.csv", rates_columns, age_row), NULL, 0},
};
/* clang-format on */

size_t place_column_named(const struct place_columns *table, const char *name)
{
    size_t column = 0;
    while (column < table->count && strcmp(table->rows[column].name, name) != 0)
        column++;
    return column;
}

static double number_in(const struct place_columns *table, size_t column, const char *row)
{
    return *(const double *)(const void *)(row + table->rows[column].offset);
}

double place_whole_sum(const struct place_columns *table, const struct place_whole *whole,
                       const char *row)
{
    double sum = 0;
    if (number_in(table, place_column_named(table, whole->persons), row) <= 0)
        return 1;
    for (size_t c = place_column_named(table, whole->first);
         c <= place_column_named(table, whole->last); c++)
        sum += number_in(table, c, row);
    return sum;
}
