#include "table.h"

#include <math.h>
#include <stdio.h>

#include "kept.h"
#include "whole.h"

/* A verdict stands so many cells after what a row is about. */
enum { TO_VERDICT = 3, WHOLE_TO_VERDICT = 2, CELL = 2 * FINDING_TEXT + 8 };

static const char *const gone_words[VERDICTS] = {"gone", "**still there**", "undecided"};
/* Undecided there is not held, but more replicates may hold it. */
static const char *const null_words[VERDICTS] = {"**holds**", "fails", "not held (undecided)"};

void table_head(void)
{
    printf("| pattern | claim | test: statistic, window, smallest effect | estimate [95%%] | "
           "replicates | verdict | knock-out | null model |\n|---|---|---|---|---|---|---|---|\n");
}

static int put_row(const struct finding *row, const struct finding *control,
                   const struct finding *null, const char *kept)
{
    char test[CELL];
    snprintf(test, sizeof test, "`%s`%s%s", row->test, row->world[0] ? " " : "", row->world);
    printf("| %d %c | %s | %s | %.4g", row->pattern, row->type, row->claim, test, row->estimate);
    if (!isnan(row->low))
        printf(" [%.4g, %.4g]", row->low, row->high);
    printf(" | %d | %s%s | ", row->replicates, verdict_names[row->verdict],
           whole_lacks(row) ? " (no number in some)" : "");
    if (control)
        printf("%s %s", gone_words[control->verdict], control->world);
    printf(" | ");
    if (row->type == 'E' && null && whole_part(row) == PART_MAIN)
        printf("%s", null_words[null->verdict]);
    printf(" |\n");
    fflush(stdout);
    return kept && !kept_agrees(kept, test, TO_VERDICT, row->verdict);
}

int table_rows(const struct findings *found, const struct findings *null, const char *kept)
{
    int contrary = 0;
    for (size_t f = 0; f < found->count; f++) {
        const struct finding *row = &found->rows[f];
        const bool has_control = f + 1 < found->count && row[1].control;
        if (!row->control)
            contrary += put_row(row, has_control ? row + 1 : NULL,
                                f < null->count ? &null->rows[f] : NULL, kept);
    }
    return contrary;
}

void table_wholes_head(void)
{
    printf("\n| pattern | type | verdict | main claims held, broken, undecided | reverse corner | "
           "knock-outs and controls | null model |\n|---|---|---|---|---|---|---|\n");
}

/* "2 gone, 1 undecided"; empty when there are none. */
static void put_counts(const size_t counts[VERDICTS], const char *const words[VERDICTS])
{
    const char *between = "";
    for (int v = 0; v < VERDICTS; v++)
        if (counts[v] > 0) {
            printf("%s%zu %s", between, counts[v], words[v]);
            between = ", ";
        }
}

int table_whole(const char *name, const struct findings *found, const struct findings *null,
                const char *kept)
{
    const struct whole whole = whole_of(found, null);
    const size_t *main_claims = whole.counts[PART_MAIN];
    char cell[CELL];
    if (whole.pattern == 0)
        return 0;
    snprintf(cell, sizeof cell, "%d %s", whole.pattern, name);
    printf("| %s | %s%s%s | %s | %zu, %zu, %zu | ", cell, whole.follows ? "V" : "",
           whole.follows && whole.emerges ? ", " : "", whole.emerges ? "E" : "",
           verdict_names[whole.verdict], main_claims[VERDICT_HELD], main_claims[VERDICT_BROKEN],
           main_claims[VERDICT_UNDECIDED]);
    put_counts(whole.counts[PART_CORNER], verdict_names);
    printf(" | ");
    put_counts(whole.counts[PART_GONE], gone_words);
    printf(" | %s |\n", whole.nulled ? null_words[whole.null] : "");
    return kept && !kept_agrees(kept, cell, WHOLE_TO_VERDICT, whole.verdict);
}
