#include "base/column.h"

#include <string.h>

#include "base/memory.h"

size_t column_size(enum column_type type)
{
    static const size_t sizes[] = {
        [COLUMN_U8] = 1,  [COLUMN_I8] = 1,  [COLUMN_U16] = 2, [COLUMN_I16] = 2, [COLUMN_U32] = 4,
        [COLUMN_I32] = 4, [COLUMN_I64] = 8, [COLUMN_F32] = 4, [COLUMN_F64] = 8,
    };
    return sizes[type];
}

static void **slot(const void *population, const struct column *column)
{
    return (void **)((char *)(uintptr_t)population + column->offset);
}

void *column_array(const void *population, const struct column *column)
{
    return *slot(population, column);
}

const struct column *columns_find(struct columns table, const char *name)
{
    for (size_t c = 0; c < table.count; c++)
        if (strcmp(table.rows[c].name, name) == 0)
            return &table.rows[c];
    return NULL;
}

size_t columns_row_bytes(struct columns table)
{
    size_t bytes = 0;
    for (size_t c = 0; c < table.count; c++)
        bytes += column_size(table.rows[c].type) * table.rows[c].width;
    return bytes;
}

bool columns_allocate(struct columns table, void *population, size_t rows, struct spel_error *error)
{
    for (size_t c = 0; c < table.count; c++) {
        const struct column *column = &table.rows[c];
        void *array = memory_take(rows, column_size(column->type) * column->width, error);
        *slot(population, column) = array;
        if (!array) {
            columns_release(table, population);
            return false;
        }
    }
    return true;
}

void columns_release(struct columns table, void *population)
{
    for (size_t c = 0; c < table.count; c++) {
        void **array = slot(population, &table.rows[c]);
        memory_release(*array);
        *array = NULL;
    }
}

/* Copies or clears so many bytes: of a single value, as most columns have, without a call. */
static void copy(char *to, const char *from, size_t bytes)
{
    if (bytes == 1)
        *to = *from;
    else if (bytes == 4)
        memcpy(to, from, 4);
    else
        memcpy(to, from, bytes);
}

static void clear(char *to, size_t bytes)
{
    if (bytes == 1)
        *to = 0;
    else if (bytes == 4)
        memset(to, 0, 4);
    else
        memset(to, 0, bytes);
}

void columns_copy_row(struct columns table, void *population, size_t from, size_t to)
{
    for (size_t c = 0; c < table.count; c++) {
        const size_t bytes = column_size(table.rows[c].type) * table.rows[c].width;
        char *array = column_array(population, &table.rows[c]);
        copy(array + to * bytes, array + from * bytes, bytes);
    }
}

double column_number(const void *array, enum column_type type, size_t i)
{
    switch (type) {
    case COLUMN_U8:
        return ((const uint8_t *)array)[i];
    case COLUMN_I8:
        return ((const int8_t *)array)[i];
    case COLUMN_U16:
        return ((const uint16_t *)array)[i];
    case COLUMN_I16:
        return ((const int16_t *)array)[i];
    case COLUMN_U32:
        return ((const uint32_t *)array)[i];
    case COLUMN_I32:
        return ((const int32_t *)array)[i];
    case COLUMN_I64:
        return (double)((const int64_t *)array)[i];
    case COLUMN_F32:
        return ((const float *)array)[i];
    case COLUMN_F64:
        break;
    }
    return ((const double *)array)[i];
}

void columns_clear_row(struct columns table, void *population, size_t row)
{
    for (size_t c = 0; c < table.count; c++) {
        const size_t bytes = column_size(table.rows[c].type) * table.rows[c].width;
        clear((char *)column_array(population, &table.rows[c]) + row * bytes, bytes);
    }
}
