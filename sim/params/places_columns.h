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

struct place_columns {
    const char *file; /* "neighbourhoods.csv" */
    const struct place_column *rows;
    size_t count;
    size_t row_size;
};

extern const struct place_columns place_tables[PLACE_TABLES];

#endif
