/* A small reader of tables for tests: one line of names, then cells between
 * commas. What is not there fails the test. */
#ifndef TESTS_CSV_H
#define TESTS_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct csv {
    char *text;   /* cells end in zeros */
    char **cells; /* [row * columns + column], the names first */
    size_t rows, columns;
};

/* The test fails when the file cannot be read or a row is not as long as the first. */
void csv_read(struct csv *csv, const char *path);
void csv_clear(struct csv *csv);

/* The number of a column; the test fails when there is none of that name. */
size_t csv_column(const struct csv *csv, const char *name);
bool csv_has(const struct csv *csv, const char *name);
/* Rows count from 0, the names not counted. */
const char *csv_text(const struct csv *csv, size_t row, const char *name);
double csv_number(const struct csv *csv, size_t row, const char *name);

#endif
