/* Claims: what a scenario expects, as a sentence that a run can hold or break.
 *
 *     EXPRESSION OP NUMBER            OP is < <= > >=
 *     EXPRESSION: VARIABLE            every place of it, month by month
 *                 VARIABLE[WHERE]     one place: care, WK079601, GM0796; two as [GM0796, care]
 *                 FUNCTION(EXPRESSION[, …])
 *                 EXPRESSION@TIME     TIME is 2025, 2025-03, or FROM..TO, both within
 *
 * TIME holds for all that stands before it, but a TIME further in goes first; without
 * one it is the whole run. After the comma a bare word is a scenario, in which the
 * expression is seen: mean(x, baseline). diff, ratio, max and min set what is here
 * against the same in that scenario, or against a second expression, which is a function
 * or has a WHERE: ratio(sum(needs_ended), sum(spending)).
 *
 * Nothing here knows what variables there are or where numbers come from: see
 * observe/claim_check.h and observe/claim_value.h. */
#ifndef PARAMS_CLAIM_H
#define PARAMS_CLAIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum claim_function {
    CLAIM_MEAN,
    CLAIM_SUM,
    CLAIM_SHARE,
    CLAIM_DIFF,
    CLAIM_RATIO,
    CLAIM_MAX,
    CLAIM_MIN,
    CLAIM_SLOPE,
    CLAIM_SD,
    CLAIM_HALF_WIDTH,
    CLAIM_ABS,
    CLAIM_SETTLES,
    CLAIM_HALF_LIFE,
    CLAIM_FUNCTIONS,
    CLAIM_VARIABLE = CLAIM_FUNCTIONS /* a leaf */
};

/* What a function may be given after its expression. */
enum claim_second { CLAIM_NO_SECOND, CLAIM_SECOND, CLAIM_MAY_NUMBER, CLAIM_NUMBER };

struct claim_function_row {
    const char *name;
    enum claim_second second;
    const char *doc;
};
extern const struct claim_function_row claim_functions[CLAIM_FUNCTIONS];

enum { CLAIM_NODES = 64, CLAIM_WORD = 64, CLAIM_WHERES = 2, CLAIM_SENTENCE = 300 };

struct claim_node {
    enum claim_function function;
    int first, second;     /* nodes; -1 for none */
    char name[CLAIM_WORD]; /* of the variable */
    char where[CLAIM_WHERES][CLAIM_WORD];
    size_t where_count;
    char scenario[CLAIM_WORD]; /* in which the first (of two sides: the second) is seen, or "" */
    double number;             /* of share and settles */
    bool timed;                /* has a TIME of its own */
    uint32_t from, months;     /* of the run: of its own TIME, else of what it stands in */
    size_t at;                 /* of its first letter in the text */
};

enum claim_comparison { CLAIM_BELOW, CLAIM_AT_MOST, CLAIM_ABOVE, CLAIM_AT_LEAST };

/* A test that was read. */
struct claim_test {
    struct claim_node nodes[CLAIM_NODES];
    size_t count;
    int root;
    enum claim_comparison comparison;
    double number;
};

struct calendar_span; /* params/period.h */

struct claim_fault {
    size_t at; /* letters before it in the text */
    char sentence[CLAIM_SENTENCE];
};

/* Reads a test; TIME counts from the start of `calendar`. On failure the fault says what is wrong,
 * and where. The decimal sign of the locale must be a point. */
bool claim_parse(struct claim_test *test, const char *text, const struct calendar_span *calendar,
                 struct claim_fault *fault);

/* Whether a number fulfils the comparison. */
bool claim_fulfilled(const struct claim_test *test, double value);

#endif
