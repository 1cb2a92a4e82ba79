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

bool pooled_add(struct findings *found, const struct findings *more)
{
    if (found->count != more->count)
        return false;
    for (size_t f = 0; f < found->count; f++)
        if (strcmp(found->rows[f].test, more->rows[f].test) != 0 ||
            strcmp(found->rows[f].world, more->rows[f].world) != 0 ||
            strstr(found->rows[f].test, "half_width") == found->rows[f].test)
            return false;
    for (size_t f = 0; f < found->count; f++)
        add(&found->rows[f], &more->rows[f]);
    return true;
}
