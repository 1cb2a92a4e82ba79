/* The columns of the three place tables, said once: where the reader puts each
 * and what it may hold. */
#ifndef PARAMS_PLACES_COLUMNS_H
#define PARAMS_PLACES_COLUMNS_H

#include <stddef.h>

enum place_table { TABLE_NEIGHBOURHOODS, TABLE_POSITIONS, TABLE_RATES, PLACE_TABLES };
enum place_cell { CELL_CODE, CELL_NAME, CELL_WHOLE, CELL_NUMBER };

struct place_column {
    const char *name;
    enum place_cell cell;
    size_t offset; /* in the row's struct */
    double min, max;
};

/* Columns that follow each other and are shares of one whole. */
struct place_whole {
    const char *first, *last;
    const char *persons; /* the column that says of how many */
};

struct place_columns {
    const char *file; /* "neighbourhoods.csv" */
    const struct place_column *rows;
    size_t count;
    size_t row_size;
    const struct place_whole *wholes;
    size_t whole_count;
};

extern const struct place_columns place_tables[PLACE_TABLES];

/* The column of that name; `count` when there is none. */
size_t place_column_named(const struct place_columns *table, const char *name);

/* What the shares sum to: 1 where nobody is. They are published in whole percents, so that
 * five of them may miss 1 by 0.025. */
double place_whole_sum(const struct place_columns *table, const struct place_whole *whole,
                       const char *row);

#endif
