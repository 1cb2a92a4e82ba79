/* Columns: the arrays of a population, each said once in a table.
 *
 * A population is a struct of arrays. Its table has one row an array: name,
 * type, width (values a row), unit and meaning. Allocation, release, digest,
 * checkpoint, snapshot and contract tests all read the table. */
#ifndef BASE_COLUMN_H
#define BASE_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum column_type {
    COLUMN_U8,
    COLUMN_I8,
    COLUMN_U16,
    COLUMN_I16,
    COLUMN_U32,
    COLUMN_I32,
    COLUMN_I64,
    COLUMN_F32,
    COLUMN_F64
};

/* What the values of a column are, for those who must not depend on the order
 * in which rows are stored. */
enum column_role {
    COLUMN_VALUE, /* plain values */
    COLUMN_PLACE, /* places of residents, or COLUMN_NONE: digested as external ids */
    COLUMN_TIE,   /* a tie of residents: place and kind packed, see world/ties.h */
    COLUMN_INDEX  /* where something is stored: kept in a checkpoint, never digested */
};

#define COLUMN_NONE UINT32_MAX

struct column {
    const char *name;
    enum column_type type;
    enum column_role role;
    size_t width;  /* values a row */
    size_t offset; /* of the pointer in the population's struct */
    const char *unit;
    const char *doc;
};

/* A population's table; `count` is the number of columns. */
struct columns {
    const struct column *rows;
    size_t count;
};

size_t column_size(enum column_type type);
/* The address of the array of `column` in `population`. */
void *column_array(const void *population, const struct column *column);
/* Value `i` of an array of this type. */
double column_number(const void *array, enum column_type type, size_t i);
/* The column of this name; NULL when there is none. */
const struct column *columns_find(struct columns table, const char *name);
/* Bytes of one row of all columns. */
size_t columns_row_bytes(struct columns table);

/* Takes zeroed memory of `rows` rows for every column; on failure all that was
 * taken is released and false returned. */
bool columns_allocate(struct columns table, void *population, size_t rows,
                      struct spel_error *error);
/* Releases every array and sets the pointers to NULL; safe on a zeroed struct. */
void columns_release(struct columns table, void *population);
/* Copies row `from` to row `to` in every column. */
void columns_copy_row(struct columns table, void *population, size_t from, size_t to);
/* Makes a row all zero, in every column. */
void columns_clear_row(struct columns table, void *population, size_t row);

#endif
