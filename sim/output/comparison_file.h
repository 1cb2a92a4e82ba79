/* A comparison as a file: a table (.csv), or the differences of every month with
 * their intervals and quantiles (.h5, group /difference). */
#ifndef OUTPUT_COMPARISON_FILE_H
#define OUTPUT_COMPARISON_FILE_H

#include <stdio.h>

#include "output/comparison.h"

/* Whether the path can be written: its ending, and no file there unless `force`. */
bool comparison_file_may(const char *path, bool force, struct spel_error *error);
/* The file appears whole or not at all. `command`: for the file, as given. */
bool comparison_file_write(const char *path, const struct comparison *comparison,
                           const char *command, struct spel_error *error);

/* The group /difference: difference.c. */
void difference_write(struct hdf *hdf, const struct comparison *comparison);

/* A number as it stands in a table: nothing where there is none. */
void comparison_put_number(FILE *file, double value, const char *after);

#endif
