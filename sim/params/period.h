/* Months of a run over which a mean is taken, as people write them. */
#ifndef PARAMS_PERIOD_H
#define PARAMS_PERIOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "params/numbers.h"

enum { PERIOD_TEXT = 24, PERIODS_USUAL = 5 };

struct period {
    uint32_t first, count; /* months since the start, from 0 */
    char text[PERIOD_TEXT];
};

/* The run that a period lies in. */
struct calendar_span {
    int start_year, start_month; /* 1..12 */
    uint32_t months;
};

/* The first and last month of "2025" or "2025-03" since the start; may lie outside the run. */
bool period_dates(const char *text, struct calendar_span span, long *first, long *last,
                  char why[WHY_TEXT]);

/* Reads 36, the twelve months up to and including the 36th; 2025, a year; 2025-03, a month; or
 * FROM..TO of years or months, both included. `why` says what is wrong, also when the run has no
 * month of it. A year of which the run has a part is that part. */
bool period_read(const char *text, struct calendar_span span, struct period *period,
                 char why[WHY_TEXT]);
/* The twelve months up to and including the last. */
struct period period_last(uint32_t months);
/* The twelve months up to month 12, 36, 120 and 180, as far as the run goes, and to its last. */
size_t period_usual(uint32_t months, struct period periods[PERIODS_USUAL]);

#endif
