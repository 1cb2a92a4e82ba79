#include "output/inputs.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "output/inputs_words.h"
#include "params/places_columns.h"
#include "params/places_read.h"

static const char *const table_names[PLACE_TABLES] = {"neighbourhoods", "positions", "rates"};
static const char *const table_docs[PLACE_TABLES] = {
    "The neighbourhoods of the run.", "Position in the household by age.", "Rates by age."};

/* The rows of a table as its columns expect them. Rates lie in the order of
 * their age, which the table itself has as a column. */
static void *rows_of(const struct places *places, enum place_table table, size_t *count,
                     struct spel_error *error)
{
    const size_t size = place_tables[table].row_size;
    *count = table == TABLE_RATES       ? AGES
             : table == TABLE_POSITIONS ? places->position_count
                                        : places->count;
    char *rows = memory_take(*count, size, error);
    for (size_t i = 0; rows && i < *count; i++) {
        if (table == TABLE_NEIGHBOURHOODS)
            memcpy(rows + i * size, &places->rows[i], size);
        else if (table == TABLE_POSITIONS)
            memcpy(rows + i * size, &places->positions[i], size);
        else
            *(struct age_row *)(void *)(rows + i * size) =
                (struct age_row){(int)i, places->rates[i]};
    }
    return rows;
}

static bool holds_text(const struct place_column *column)
{
    return column->cell == CELL_CODE || column->cell == CELL_NAME;
}

static void write_column(struct hdf *hdf, hid_t group, const struct hdf_axis *axis,
                         const struct place_column *column, const char *rows, size_t size,
                         const char *meaning)
{
    const struct hdf_words words = {holds_text(column) ? NULL : "1", column->name,
                                    meaning[0] ? meaning : NULL};
    const char **texts = memory_take(axis->length, sizeof *texts, hdf->error);
    double *numbers = memory_take(axis->length, sizeof *numbers, hdf->error);
    hdf->failed |= !texts || !numbers;
    for (size_t i = 0; i < axis->length && !hdf->failed; i++) {
        const void *cell = rows + i * size + column->offset;
        texts[i] = holds_text(column) ? cell : NULL;
        numbers[i] = column->cell == CELL_WHOLE    ? *(const int *)cell
                     : column->cell == CELL_NUMBER ? *(const double *)cell
                                                   : 0;
    }
    if (holds_text(column))
        hdf_column_texts(hdf, group, column->name, axis, texts, words);
    else
        hdf_column(hdf, group, column->name,
                   column->cell == CELL_WHOLE ? H5T_STD_I32LE : H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE,
                   axis, numbers, words);
    memory_release(texts);
    memory_release(numbers);
}

static void write_table(struct hdf *hdf, hid_t parent, const struct places *places,
                        enum place_table table)
{
    size_t count;
    char *rows = rows_of(places, table, &count, hdf->error);
    hdf->failed |= !rows;
    const hid_t group = hdf_group(hdf, parent, table_names[table]);
    const struct hdf_axis axis = hdf_axis_count(
        hdf, group, "row", count, (struct hdf_words){"1", "row", "Row of the table, from 0."});
    char meaning[COLUMN_WORDS_TEXT];
    for (size_t c = 0; c < place_tables[table].count && !hdf->failed; c++) {
        inputs_words(places->sources ? places->sources : "", &place_tables[table], c, meaning);
        write_column(hdf, group, &axis, &place_tables[table].rows[c], rows,
                     place_tables[table].row_size, meaning);
    }
    hdf_attribute_text(hdf, group, "description", table_docs[table]);
    hdf_attribute_text(hdf, group, "file", place_tables[table].file);
    hdf_attribute_text(hdf, group, "sha256", places->sha256[table]);
    hdf_release(hdf, axis.scale);
    hdf_release(hdf, group);
    memory_release(rows);
}

void inputs_write(struct hdf *hdf, const struct places *places)
{
    const char *sources = places->sources ? places->sources : "";
    const hid_t group = hdf_group(hdf, hdf->file, "inputs");
    for (enum place_table table = 0; table < PLACE_TABLES; table++)
        write_table(hdf, group, places, table);
    hdf_scalar_text(hdf, group, "sources", sources,
                    (struct hdf_words){NULL, "sources and licences",
                                       "Source, licence and date of every column."});
    hdf_attribute_text(hdf, group, "licence",
                       "CC BY 4.0 (figures of CBS); free re-use with source "
                       "(RIVM, GGD, CPB); see sources");
    hdf_release(hdf, group);
}

static void read_texts(struct hdf *hdf, const char *path, const struct place_column *column,
                       char *rows, size_t size, size_t count)
{
    const size_t room = column->cell == CELL_CODE ? CODE_TEXT : NAME_TEXT;
    size_t found;
    char **texts = hdf_read_texts(hdf, path, &found);
    for (size_t i = 0; texts && i < found && i < count; i++)
        snprintf(rows + i * size + column->offset, room, "%s", texts[i]);
    hdf_release_texts(texts, found);
}

static void read_column(struct hdf *hdf, enum place_table table, const struct place_column *column,
                        char *rows, size_t count)
{
    const size_t size = place_tables[table].row_size;
    char path[128];
    snprintf(path, sizeof path, "/inputs/%s/%s", table_names[table], column->name);
    if (holds_text(column)) {
        read_texts(hdf, path, column, rows, size, count);
        return;
    }
    size_t found;
    double *numbers = hdf_read_numbers(hdf, path, H5T_NATIVE_DOUBLE, sizeof *numbers, &found);
    for (size_t i = 0; numbers && i < found && i < count; i++) {
        void *cell = rows + i * size + column->offset;
        if (column->cell == CELL_WHOLE)
            *(int *)cell = (int)numbers[i];
        else
            *(double *)cell = numbers[i];
    }
    memory_release(numbers);
}

static void *read_table(struct hdf *hdf, enum place_table table, size_t *count)
{
    char path[64];
    snprintf(path, sizeof path, "/inputs/%s/row", table_names[table]);
    int *numbers = hdf_read_numbers(hdf, path, H5T_NATIVE_INT, sizeof *numbers, count);
    memory_release(numbers);
    char *rows = hdf->failed ? NULL : memory_take(*count, place_tables[table].row_size, hdf->error);
    hdf->failed |= !rows;
    for (size_t c = 0; c < place_tables[table].count && !hdf->failed; c++)
        read_column(hdf, table, &place_tables[table].rows[c], rows, *count);
    return rows;
}

static void read_sum(struct hdf *hdf, enum place_table table, struct places *places)
{
    char path[64];
    snprintf(path, sizeof path, "/inputs/%s", table_names[table]);
    char *sum = hdf_read_attribute_of(hdf, path, "sha256");
    snprintf(places->sha256[table], sizeof places->sha256[table], "%s", sum ? sum : "");
    memory_release(sum);
}

bool inputs_read(struct hdf *hdf, struct places *places)
{
    *places = (struct places){.rows = NULL};
    size_t ages = 0;
    places->rows = read_table(hdf, TABLE_NEIGHBOURHOODS, &places->count);
    places->positions = read_table(hdf, TABLE_POSITIONS, &places->position_count);
    struct age_row *rates = read_table(hdf, TABLE_RATES, &ages);
    for (size_t i = 0; rates && i < ages; i++)
        if (rates[i].age >= 0 && rates[i].age < AGES)
            places->rates[rates[i].age] = rates[i].rates;
    memory_release(rates);
    for (enum place_table table = 0; table < PLACE_TABLES; table++)
        read_sum(hdf, table, places);
    places->sources = hdf_read_text(hdf, "/inputs/sources");
    if (!hdf->failed)
        return true;
    places_clear(places);
    return false;
}
