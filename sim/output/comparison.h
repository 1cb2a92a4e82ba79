/* Two or more scenarios held against a baseline, replicate by replicate on the
 * same seed: the headline variables and what the file has of them by
 * neighbourhood, domain and income, in some periods of the run. */
#ifndef OUTPUT_COMPARISON_H
#define OUTPUT_COMPARISON_H

#include "output/paired.h"
#include "output/series_file.h"

enum { COMPARISON_PERIODS = 16, COMPARISON_NOTES = 24, COMPARISON_TEXT = 200 };

/* A headline variable, or one of a group of people (group: the axis that parts them). */
struct comparison_variable {
    size_t variable;  /* row of the table */
    size_t headline;  /* row of the headline that it parts; itself for a headline */
    enum axis group;  /* AXES for a headline */
    size_t positions; /* values a month */
};

/* One variable at one position in one period, of one scenario. */
struct comparison_row {
    size_t scenario, variable; /* of the comparison */
    size_t position, period;
    struct paired paired;
};

struct comparison {
    /* The files, borrowed; the same one when a file is compared with itself. */
    struct series_file *base, *other;
    size_t baseline;                   /* scenario of the base */
    size_t scenario_count, *scenarios; /* of the other */
    size_t pairs;                      /* replicates that both files have */
    uint32_t months;                   /* that both have */
    size_t period_count;
    struct period periods[COMPARISON_PERIODS];
    size_t variable_count;
    struct comparison_variable *variables;
    size_t row_count;
    struct comparison_row *rows; /* by scenario, variable, position, period */
    /* What is not the same in both, a sentence each. */
    size_t note_count;
    char notes[COMPARISON_NOTES][COMPARISON_TEXT], notes_nl[COMPARISON_NOTES][COMPARISON_TEXT];
};

/* Compares all scenarios of `other`, but for the baseline itself, with scenario number `baseline`
 * of `base`. Files of other seeds, places or first months are refused in a sentence. `periods`:
 * as people write them, none for the usual ones. Cleared also after a failure. */
bool comparison_make(struct comparison *comparison, struct series_file *base, size_t baseline,
                     struct series_file *other, const char *const *periods, size_t period_count,
                     struct spel_error *error);
void comparison_clear(struct comparison *comparison);

/* How a scenario is called: by its name, or by its file where the baseline has that name too. */
void comparison_name(const struct comparison *comparison, size_t scenario,
                     char text[COMPARISON_TEXT]);
void comparison_baseline_name(const struct comparison *comparison, char text[COMPARISON_TEXT]);
/* For whom a row is about: 1 when all of its interval is better, -1 when worse, else 0. */
int comparison_gain(const struct comparison *comparison, const struct comparison_row *row);
/* The row of a variable of the comparison. */
const struct comparison_row *comparison_row(const struct comparison *comparison, size_t scenario,
                                            size_t variable, size_t position, size_t period);

/* Whether the two may be compared at all, and what is not the same: comparison_checks.c. */
bool comparison_check(struct comparison *comparison, struct spel_error *error);

#endif
