#include "cli/screen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "observe/variables.h"
#include "output/elasticity.h"
#include "output/heading.h"
#include "output/results.h"

enum { MOST_POSITIONS = 12, NUMBER_TEXT = 32, NAME_WIDTH = 44, NUMBER_WIDTH = 11 };

const char *const language_words[] = {"en", "nl", NULL};

struct words {
    const char *title, *first, *last, *spread, *unit, *limits, *many, *elasticity, *tips, *others;
};

static const struct words words_of[] = {
    [ENGLISH] = {"mean over replicates", "first year", "last year", "5%-95%", "unit",
                 "Not included",
                 "Too many municipalities to show here: the file has them all, "
                 "`/series` by municipality.",
                 "Elasticity of needs to the supply of formal help, 0.9 to 1.1",
                 "warning: an elasticity above 3, rationing that tips: small changes of supply "
                 "decide the outcome",
                 "Of the first scenario; all are in the file."},
    [DUTCH] = {"gemiddelde over herhalingen", "eerste jaar", "laatste jaar", "5%-95%", "eenheid",
               "Niet meegenomen",
               "Te veel gemeenten om hier te tonen: het bestand heeft ze alle, "
               "`/series` per gemeente.",
               "Elasticiteit van hulpvragen voor het aanbod van professionele hulp, 0,9 tot 1,1",
               "waarschuwing: een elasticiteit boven 3, schaarste die omslaat: kleine "
               "veranderingen in het aanbod bepalen de uitkomst",
               "Van het eerste scenario; alle staan in het bestand."},
};

/* As many decimals as the size of a number asks for. */
static void number_text(double value, char text[NUMBER_TEXT])
{
    const double size = fabs(value);
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
    if (isnan(value))
        snprintf(text, NUMBER_TEXT, "-");
    else
        snprintf(text, NUMBER_TEXT, "%.*f", decimals, value);
}

int screen_letters(const char *text)
{
    int letters = 0;
    for (const char *c = text; *c; c++)
        letters += ((unsigned char)*c & 0xc0) != 0x80;
    return letters;
}

void screen_put_padded(const char *text, int width)
{
    const int letters = screen_letters(text);
    fputs(text, stdout);
    printf("%*s", letters < width ? width - letters : 1, "");
}

static void put_row(const struct result *row, const struct results *results, enum language language)
{
    char name[256], first[NUMBER_TEXT], last[NUMBER_TEXT], low[NUMBER_TEXT], high[NUMBER_TEXT];
    const struct variable *variable = &variables[row->variable];
    snprintf(name, sizeof name, "%s%s%s", language == DUTCH ? variable->name_nl : variable->name_en,
             row->position[0] ? ", " : "", row->position);
    number_text(row->first, first);
    number_text(row->last, last);
    number_text(row->low, low);
    number_text(row->high, high);
    screen_put_padded(name, NAME_WIDTH);
    printf("%*s %*s", NUMBER_WIDTH, first, NUMBER_WIDTH, last);
    if (results->replicates > 1)
        printf(" %*s - %-*s", NUMBER_WIDTH - 2, low, NUMBER_WIDTH - 2, high);
    if (strcmp(variable->unit, "1") != 0)
        printf("  %s", variable->unit);
    putchar('\n');
}

static void put_table(const struct results *results, enum language language)
{
    const struct words *words = &words_of[language];
    if (results->count == 0) {
        printf("%s\n", words->many);
        printf("\n%s: %s\n", words->limits,
               language == DUTCH ? heading_limits_nl : heading_limits_en);
        return;
    }
    if (results->scenarios > 1)
        printf("%s\n", words->others);
    screen_put_padded(results->replicates > 1 ? words->title : "", NAME_WIDTH);
    printf("%*s %*s", NUMBER_WIDTH, words->first, NUMBER_WIDTH, words->last);
    if (results->replicates > 1)
        printf(" %*s", 2 * NUMBER_WIDTH - 4, words->spread);
    putchar('\n');
    for (size_t i = 0; i < results->count; i++)
        put_row(&results->rows[i], results, language);
    printf("\n%s: %s\n", words->limits, language == DUTCH ? heading_limits_nl : heading_limits_en);
}

/* One line, and another where an elasticity is above what is plausible. */
static void put_elasticity(const struct elasticity *elasticity, enum language language)
{
    const struct words *words = &words_of[language];
    if (!elasticity->known)
        return;
    printf("\n%s: %.2f (", words->elasticity, elasticity_of(elasticity, DOMAINS));
    for (size_t d = 0; d < DOMAINS; d++)
        printf("%s%s %.2f", d > 0 ? ", " : "",
               language == DUTCH ? domain_names_nl[d] : domain_names[d],
               elasticity_of(elasticity, d));
    printf(")\n");
    if (elasticity_warnings(elasticity) > 0)
        printf("%s\n", words->tips);
}

bool screen_results(const char *path, enum language language, struct spel_error *error)
{
    struct hdf hdf;
    struct heading heading;
    struct results results;
    if (!heading_open(&hdf, path, &heading, error))
        return false;
    const bool fine = results_read(&hdf, MOST_POSITIONS, &results);
    if (fine) {
        struct elasticity elasticity;
        put_table(&results, language);
        results_clear(&results);
        elasticity_read(&hdf, &elasticity);
        put_elasticity(&elasticity, language);
    }
    heading_clear(&heading);
    hdf_close(&hdf);
    return fine;
}
