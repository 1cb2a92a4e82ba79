/* A table of comma-separated values as people, R and spreadsheets write them: a
 * line of names, then rows. Cells are parted by commas, semicolons or tabs, may
 * stand between quotes, and lines may end in the manner of Windows. Private to
 * the reader of network specs and to that of chains. */
#ifndef PARAMS_NETWORK_TABLE_H
#define PARAMS_NETWORK_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { TABLE_MOST_COLUMNS = 256, TABLE_NO_COLUMN = 256, TABLE_MOST_FAULTS = 20 };

struct network_table {
    const char *path; /* for sentences; borrowed */
    char *text;       /* the file, cut into cells */
    char **cells;     /* [row * columns + column] */
    uint32_t *lines;  /* [row] in the file, from 1 */
    size_t rows, columns;
    char *names[TABLE_MOST_COLUMNS];
    uint32_t name_line;
    struct spel_error *error;
    size_t faults; /* more than a few are not told */
};

/* Reads a file; faults go to the error, here and in the functions below. Cleared also after a
 * failure. */
bool network_table_read(struct network_table *table, const char *path, struct spel_error *error);
/* The same from a text, which goes over to the table. */
bool network_table_parse(struct network_table *table, const char *path, char *text,
                         struct spel_error *error);
void network_table_clear(struct network_table *table);

/* The column of a name, or TABLE_NO_COLUMN without a sentence. */
size_t network_table_column(const struct network_table *table, const char *name);
/* The same with a sentence that names those that there are. */
bool network_table_find(struct network_table *table, const char *name, size_t *column);

/* `path:line:column: name = "cell": sentence`; false. */
bool network_table_fault(struct network_table *table, size_t row, size_t column,
                         const char *sentence);
/* A cell as a number, as a whole number in a range, as an actor (from 1; given from 0). */
bool network_table_number(struct network_table *table, size_t row, size_t column, double *number);
bool network_table_whole(struct network_table *table, size_t row, size_t column, long least,
                         long most, long *whole);
bool network_table_actor(struct network_table *table, size_t row, size_t column, uint32_t actors,
                         uint32_t *actor);

#endif
