#include "cli/screen_claims.h"

#include <math.h>
#include <stdio.h>

#include "output/findings.h"
#include "output/heading.h"

enum { VERDICT_WIDTH = 13 };

struct words {
    const char *title, *verdicts[VERDICTS], *controls[VERDICTS], *control, *pattern, *replicates;
};

static const struct words words_of[] = {
    [ENGLISH] = {"Claims, with the 95% interval over paired replicates",
                 {"held", "broken", "undecided"},
                 {"gone", "still there", "undecided"},
                 "The same, which must be gone",
                 "pattern",
                 "replicates"},
    [DUTCH] = {"Beweringen, met het 95%-interval over gepaarde herhalingen",
               {"klopt", "klopt niet", "onbeslist"},
               {"weg", "er nog", "onbeslist"},
               "Hetzelfde, wat weg moet zijn",
               "patroon",
               "herhalingen"},
};

static void put_interval(const struct finding *row, const struct words *words)
{
    printf("%.5g", row->estimate);
    if (!isnan(row->low) && row->low < row->high)
        printf(" [%.5g, %.5g]", row->low, row->high);
    printf(", %d %s", row->replicates, words->replicates);
    if (row->reason[0])
        printf("; %s", row->reason);
    putchar('\n');
}

static void put_row(const struct finding *row, const struct words *words, enum language language)
{
    const char *const *verdicts = row->control ? words->controls : words->verdicts;
    printf("%-*s", VERDICT_WIDTH, verdicts[row->verdict]);
    if (row->control)
        printf("%s", words->control);
    else
        printf("%s", language == DUTCH ? row->claim_nl : row->claim);
    if (row->world[0])
        printf("%s%s", row->control ? ": " : ", ", row->world);
    if (row->pattern > 0 && !row->control)
        printf(row->type ? " (%s %d, %c)" : " (%s %d)", words->pattern, row->pattern, row->type);
    printf("\n%*s%s: ", VERDICT_WIDTH, "", row->test);
    put_interval(row, words);
}

bool screen_claims(const char *path, enum language language, bool quiet, size_t *broken,
                   struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    struct findings findings;
    const struct words *words = &words_of[language];
    *broken = 0;
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    if (findings_read(&hdf, &findings)) {
        *broken = findings_of(&findings, VERDICT_BROKEN);
        if (!quiet && findings.count > 0)
            printf("\n%s\n", words->title);
        for (size_t f = 0; f < findings.count && !quiet; f++)
            put_row(&findings.rows[f], words, language);
        findings_clear(&findings);
    }
    heading_clear(&heading);
    return hdf_close(&hdf);
}
