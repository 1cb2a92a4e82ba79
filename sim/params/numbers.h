/* Numbers and months as people write them, read strictly: no hexadecimal, no
 * nan, no trailing letters, no number in quotes that only looks like one; and
 * written so that they read back to the same bits. Callers make sure that the
 * decimal sign is a point (see scenario_read). */
#ifndef PARAMS_NUMBERS_H
#define PARAMS_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_TEXT = 32, WHY_TEXT = 160 };

/* On failure `why` says what is wrong with the text. */
bool number_read(const char *text, double *value, char why[WHY_TEXT]);
bool whole_read(const char *text, uint64_t *value, char why[WHY_TEXT]);
/* "2015-01" as year and month 1..12. */
bool month_read(const char *text, int *year, int *month, char why[WHY_TEXT]);

/* The shortest text that reads back to the same double. */
void number_write(double value, char text[NUMBER_TEXT]);

#endif
