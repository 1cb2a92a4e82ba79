#include "whole.h"

#include <string.h>

static bool begins(const struct finding *row, const char *word)
{
    return strncmp(row->claim, word, strlen(word)) == 0;
}

enum part whole_part(const struct finding *row)
{
    if (row->control || begins(row, "knock-out") || begins(row, "control"))
        return PART_GONE;
    return begins(row, "reverse corner") ? PART_CORNER : PART_MAIN;
}

bool whole_lacks(const struct finding *row)
{
    return strstr(row->reason, "no number") != NULL;
}

bool whole_emerges(const struct findings *found)
{
    for (size_t f = 0; f < found->count; f++)
        if (found->rows[f].type == 'E' && whole_part(&found->rows[f]) == PART_MAIN)
            return true;
    return false;
}

/* All must hold; one that does not is enough. */
static enum verdict both(enum verdict one, enum verdict other)
{
    if (one == VERDICT_BROKEN || other == VERDICT_BROKEN)
        return VERDICT_BROKEN;
    return one == VERDICT_HELD ? other : one;
}

struct whole whole_of(const struct findings *found, const struct findings *null)
{
    struct whole whole = {.verdict = VERDICT_HELD, .null = VERDICT_HELD};
    for (size_t f = 0; f < found->count; f++) {
        const struct finding *row = &found->rows[f];
        const enum part part = whole_part(row);
        whole.pattern = row->pattern;
        whole.counts[part][row->verdict]++;
        if (part != PART_GONE)
            whole.verdict = both(whole.verdict, row->verdict);
        if (part != PART_MAIN)
            continue;
        whole.follows |= row->type == 'V';
        whole.emerges |= row->type == 'E';
        if (row->type == 'E' && f < null->count) {
            whole.nulled = true;
            whole.null = both(whole.null, null->rows[f].verdict);
        }
    }
    return whole;
}

bool whole_undecided(const struct finding *row)
{
    return row->verdict == VERDICT_UNDECIDED && !whole_lacks(row);
}

bool whole_open(const struct findings *found)
{
    for (size_t f = 0; f < found->count; f++)
        if (whole_undecided(&found->rows[f]) && whole_part(&found->rows[f]) != PART_GONE)
            return true;
    return false;
}
