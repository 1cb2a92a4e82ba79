#include "pooled.h"

#include <stdio.h>
#include <string.h>

#include "run/interval.h"
#include "run/judging.h"
#include "whole.h"

static struct interval interval_in(const struct finding *row)
{
    const struct interval interval = {(size_t)row->replicates, row->estimate, row->low, row->high};
    return interval;
}

/* As it stands at the end of the text. */
static struct claim_test comparison_of(const struct finding *row)
{
    const char *at = strpbrk(row->test, "<>");
    struct claim_test test = {.number = row->threshold};
    if (at && at[0] == '<')
        test.comparison = at[1] == '=' ? CLAIM_AT_MOST : CLAIM_BELOW;
    else
        test.comparison = at && at[1] == '=' ? CLAIM_AT_LEAST : CLAIM_ABOVE;
    return test;
}

static void add(struct finding *row, const struct finding *more)
{
    const struct claim_test test = comparison_of(row);
    const struct interval both = interval_joined(interval_in(row), interval_in(more));
    row->replicates = (int)both.count;
    row->estimate = both.mean;
    row->low = both.low;
    row->high = both.high;
    if (!whole_lacks(row))
        snprintf(row->reason, FINDING_REASON, "%s", whole_lacks(more) ? more->reason : "");
    row->verdict = VERDICT_UNDECIDED;
    if (!whole_lacks(row))
        judging_interval(row, &test);
}

/* The first row from `f` on about what `wanted` is about; the count when there is none. */
static size_t row_like(const struct findings *found, size_t f, const struct finding *wanted)
{
    for (; f < found->count; f++) {
        const struct finding *row = &found->rows[f];
        if (row->control == wanted->control && strcmp(row->test, wanted->test) == 0 &&
            strcmp(row->world, wanted->world) == 0)
            break;
    }
    return f;
}

bool pooled_add(struct findings *found, const struct findings *more)
{
    size_t at = 0;
    for (size_t m = 0; m < more->count; m++, at++) {
        at = row_like(found, at, &more->rows[m]);
        if (at == found->count || strncmp(more->rows[m].test, "half_width", 10) == 0)
            return false;
    }
    at = 0;
    for (size_t m = 0; m < more->count; m++, at++) {
        at = row_like(found, at, &more->rows[m]);
        add(&found->rows[at], &more->rows[m]);
    }
    return more->count > 0;
}
