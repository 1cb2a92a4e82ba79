#include "output/fields.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "output/fields_dutch.h"
#include "world/world.h"

const char *const fields_table_names[TABLES] = {
    "residents", "needs", "support_ties", "organisations", "collaboration_ties", "initiatives"};

/* Columns whose numbers are categories. */
struct category {
    enum fields_table table;
    const char *column;
    const char *const *meanings;
    size_t count;
};

static const char *const position_words[] = {"child", "alone", "partner", "single_parent", "other"};
static const struct category categories[] = {
    {TABLE_RESIDENTS, "position", position_words, 5},
    {TABLE_NEEDS, "domain", domain_names, DOMAINS},
    {TABLE_ORGANISATIONS, "kind", organisation_kind_names, ORGANISATION_KINDS},
    {TABLE_INITIATIVES, "domain", domain_names, DOMAINS},
    {TABLE_ORGANISATIONS, "quadrant", quadrant_names, QUADRANTS},
};

static struct columns columns_of(enum fields_table table)
{
    switch (table) {
    case TABLE_RESIDENTS:
        return residents_columns;
    case TABLE_NEEDS:
        return needs_columns;
    case TABLE_ORGANISATIONS:
        return organisations_columns;
    case TABLE_COLLABORATION_TIES:
        return collaborations_columns;
    case TABLE_INITIATIVES:
        return initiatives_columns;
    case TABLE_SUPPORT_TIES:
    case TABLES:
        break;
    }
    return ties_columns;
}

static enum field_type type_of(enum column_type type)
{
    static const enum field_type types[] = {
        [COLUMN_U8] = FIELD_I16,  [COLUMN_I8] = FIELD_I16,  [COLUMN_U16] = FIELD_I32,
        [COLUMN_I16] = FIELD_I16, [COLUMN_U32] = FIELD_I64, [COLUMN_I32] = FIELD_I32,
        [COLUMN_I64] = FIELD_I64, [COLUMN_F32] = FIELD_F32, [COLUMN_F64] = FIELD_F64,
    };
    return types[type];
}

/* A unit such as 1/255 or hour/16 says by what the stored number is divided. */
static void read_unit(struct field *field, const char *unit)
{
    const char *slash = strchr(unit, '/');
    char *end = NULL;
    const double divisor = slash ? strtod(slash + 1, &end) : 0;
    const bool scaled = divisor > 0 && *end == '\0';
    field->divisor = scaled ? divisor : 1;
    if (scaled)
        field->type = FIELD_F32;
    snprintf(field->unit, sizeof field->unit, "%.*s", scaled ? (int)(slash - unit) : 15, unit);
}

static void name_categories(enum fields_table table, const char *column, struct field *field)
{
    for (size_t c = 0; c < sizeof categories / sizeof *categories; c++)
        if (categories[c].table == table && strcmp(categories[c].column, column) == 0) {
            field->type = FIELD_I8;
            field->meanings = categories[c].meanings;
            field->meaning_count = categories[c].count;
        }
}

/* A column of several slots is a field each, with a number behind its name. */
static void name_field(enum fields_table table, const struct column *column, size_t slot,
                       struct field *field)
{
    char number[32] = "", behind[32] = "";
    const char *dutch = fields_dutch(table, column->name);
    if (column->width > 1) {
        snprintf(number, sizeof number, "_%zu", slot);
        snprintf(behind, sizeof behind, " (%zu)", slot);
    }
    snprintf(field->name, sizeof field->name, "%.40s%s", column->name, number);
    if (dutch)
        snprintf(field->name_nl, sizeof field->name_nl, "%s%s", dutch, behind);
}

static size_t column_fields(enum fields_table table, struct field *fields, size_t count)
{
    const struct columns columns = columns_of(table);
    for (size_t c = 0; c < columns.count; c++) {
        const struct column *column = &columns.rows[c];
        if (column->role != COLUMN_VALUE && column->role != COLUMN_PLACE)
            continue;
        for (size_t s = 0; s < column->width && count < MOST_FIELDS; s++) {
            struct field *field = &fields[count++];
            *field = (struct field){.doc = column->doc, .column = c, .slot = s};
            field->type = type_of(column->type);
            field->source = column->role == COLUMN_PLACE ? FIELD_PLACE : FIELD_COLUMN;
            read_unit(field, column->unit);
            name_categories(table, column->name, field);
            name_field(table, column, s, field);
        }
    }
    return count;
}

/* What is no column by itself. */
static const struct field tie_fields[] = {
    {"ego", "1", "person who counts on the other", FIELD_I64, FIELD_EGO, 0, 0, 1, NULL, 0, ""},
    {"alter", "1", "person who is counted on", FIELD_I64, FIELD_ALTER, 0, 0, 1, NULL, 0, ""},
    {"kind", "1", "kind of the tie", FIELD_I8, FIELD_TIE_KIND, 0, 0, 1, tie_kind_names, TIE_KINDS,
     ""},
    {"strength", "1", "strength of the tie", FIELD_F32, FIELD_COLUMN, 1, 0, 255, NULL, 0, ""},
};
static const struct field neighbourhood_field = {.name = "neighbourhood",
                                                 .unit = "1",
                                                 .doc =
                                                     "position on the axis neighbourhood, from 0",
                                                 .type = FIELD_I32,
                                                 .source = FIELD_NEIGHBOURHOOD,
                                                 .divisor = 1};

size_t fields_of(enum fields_table table, struct field fields[MOST_FIELDS])
{
    const bool ties = table == TABLE_SUPPORT_TIES;
    const struct field *made = ties ? tie_fields : &neighbourhood_field;
    const size_t count = ties ? sizeof tie_fields / sizeof *tie_fields : table == TABLE_RESIDENTS;
    for (size_t f = 0; f < count; f++) {
        fields[f] = made[f];
        snprintf(fields[f].name_nl, sizeof fields[f].name_nl, "%s",
                 fields_dutch(table, made[f].name));
    }
    return ties ? count : column_fields(table, fields, count);
}

static const struct population *population_of(const struct population list[POPULATIONS],
                                              enum fields_table table)
{
    size_t p = 0;
    while (p + 1 < POPULATIONS && strcmp(list[p].name, fields_table_names[table]) != 0)
        p++;
    return &list[p];
}

uint32_t *fields_rows(const struct world *world, enum fields_table table, size_t *count,
                      struct spel_error *error)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    const struct population *population = population_of(list, table);
    const size_t slots = table == TABLE_SUPPORT_TIES ? TIE_SLOTS : 1;
    const size_t all = population->rows * slots;
    uint32_t *rows = memory_take(all, sizeof *rows, error);
    *count = 0;
    for (size_t row = 0; rows && row < all; row++) {
        const bool empty = table == TABLE_SUPPORT_TIES && world->ties.alter[row] == 0;
        if (!empty && world_row_used(world, population, row / slots))
            rows[(*count)++] = (uint32_t)row;
    }
    return rows;
}

static double neighbourhood_of(const struct neighbourhoods *neighbourhoods, uint32_t place)
{
    size_t low = 0, high = neighbourhoods->count - 1;
    while (low < high) {
        const size_t middle = (low + high + 1) / 2;
        if (neighbourhoods->first[middle] <= place)
            low = middle;
        else
            high = middle - 1;
    }
    return (double)low;
}

static double value_of(const struct world *world, const struct population *population,
                       const struct field *field, uint32_t row)
{
    const struct column *column = &population->columns.rows[field->column];
    const void *array = column_array(population->data, column);
    switch (field->source) {
    case FIELD_PLACE:
        return world_external_id(world, ((const uint32_t *)array)[row]);
    case FIELD_NEIGHBOURHOOD:
        return neighbourhood_of(&world->neighbourhoods, row);
    case FIELD_EGO:
        return world_external_id(world, row / TIE_SLOTS);
    case FIELD_ALTER:
        return world_external_id(world, tie_place(world->ties.alter[row]));
    case FIELD_TIE_KIND:
        return tie_kind(world->ties.alter[row]);
    case FIELD_COLUMN:
        break;
    }
    /* A row of support ties is a slot already. */
    const size_t width = column->width == TIE_SLOTS ? 1 : column->width;
    return column_number(array, column->type, row * width + field->slot) / field->divisor;
}

size_t field_size(enum field_type type)
{
    static const size_t sizes[] = {1, 2, 4, 8, 4, 8};
    return sizes[type];
}

hid_t field_memory_type(enum field_type type)
{
    switch (type) {
    case FIELD_I8:
        return H5T_NATIVE_INT8;
    case FIELD_I16:
        return H5T_NATIVE_INT16;
    case FIELD_I32:
        return H5T_NATIVE_INT32;
    case FIELD_I64:
        return H5T_NATIVE_INT64;
    case FIELD_F32:
        return H5T_NATIVE_FLOAT;
    case FIELD_F64:
        break;
    }
    return H5T_NATIVE_DOUBLE;
}

static void put(void *values, enum field_type type, size_t i, double value)
{
    switch (type) {
    case FIELD_I8:
        ((int8_t *)values)[i] = (int8_t)value;
        return;
    case FIELD_I16:
        ((int16_t *)values)[i] = (int16_t)value;
        return;
    case FIELD_I32:
        ((int32_t *)values)[i] = (int32_t)value;
        return;
    case FIELD_I64:
        ((int64_t *)values)[i] = (int64_t)value;
        return;
    case FIELD_F32:
        ((float *)values)[i] = (float)value;
        return;
    case FIELD_F64:
        ((double *)values)[i] = value;
    }
}

void *fields_values(const struct world *world, enum fields_table table, const struct field *field,
                    const uint32_t *rows, size_t count, struct spel_error *error)
{
    struct population list[POPULATIONS];
    world_populations(world, list);
    const struct population *population = population_of(list, table);
    void *values = memory_take(count, field_size(field->type), error);
    for (size_t i = 0; values && i < count; i++)
        put(values, field->type, i, value_of(world, population, field, rows[i]));
    return values;
}
