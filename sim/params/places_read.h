/* Reading one place table: rows of a struct, found by the names of columns. */
#ifndef PARAMS_PLACES_READ_H
#define PARAMS_PLACES_READ_H

#include "params/places.h"
#include "params/places_columns.h"

/* One row of rates_by_age.csv with the age that it belongs to. */
struct age_row {
    int age;
    struct rates_row rates;
};

/* A table as read. */
struct place_lines {
    char *path;    /* for sentences */
    void *rows;    /* structs of the table's row_size */
    size_t *lines; /* the line in the file of each row */
    size_t count;
    char *sources; /* its lines that begin with # */
    char sha256[65];
};

/* Reads `folder`/`table->file`; faults are added to the error, at most some
 * tens. Nothing is left to clear on failure. */
bool place_lines_read(struct place_lines *lines, const char *folder,
                      const struct place_columns *table, struct spel_error *error);
void place_lines_clear(struct place_lines *lines);

#endif
