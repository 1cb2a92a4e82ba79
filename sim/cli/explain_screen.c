#include "cli/explain_screen.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/compare_screen.h"
#include "observe/variables.h"

enum { NAME_WIDTH = 34, CELL_WIDTH = 20, HALF_BAR = 12 };

struct words {
    const char *effect, *on, *month, *pairs, *level, *all, *without, *alone, *none, *adding;
    const char *sum_alone, *interaction, *sum_lost, *off_way, *world, *single;
};

static const struct words words_of[] = {
    [ENGLISH] =
        {"Effect of", "on", "month", "pairs, seed", "level", "all mechanisms on",
         "Without one: what is left of the effect. Little left: it is needed.",
         "Alone: the effect with only this one on of those that carry. Much: it is enough.",
         "none of them", "Adding up, which says how they work together:", "what each does alone",
         "the rest: interaction", "what is lost without each",
         "Not on the way (taking it out changes nothing in the effect): ",
         "What is off is off from the run-in on, and in both runs: the level tells how far that "
         "world is\nfrom the one with all on.",
         "One pair: there are no intervals. More replicates give more pairs: --replicates 20."},
    [DUTCH] =
        {"Effect van", "op", "maand", "paren, seed", "niveau", "alle mechanismen aan",
         "Zonder één: wat er van het effect blijft. Blijft er weinig, dan is het nodig.",
         "Alleen: het effect met van de dragende alleen deze aan. Veel: het is genoeg.",
         "geen ervan", "Opgeteld, wat zegt hoe zij samenwerken:", "wat elk alleen doet",
         "de rest: wisselwerking", "wat zonder elk verloren gaat",
         "Niet op de weg (eruit nemen verandert niets aan het effect): ",
         "Wat uit staat, staat uit vanaf de aanloop en in beide runs: het niveau zegt hoe ver die "
         "wereld\naf is van die waarin alles aan staat.",
         "Eén paar: er zijn geen intervallen. Meer herhalingen geven meer paren: --replicates 20."},
};

/* An explanation on its way to the screen. */
struct view {
    const struct explanation *explanation;
    const struct words *words;
    bool dutch;
    double longest; /* effect, which fills a bar */
};

static double longest_effect(const struct explanation *explanation)
{
    double longest = fmax(fabs(explanation->all.paired.mean), fabs(explanation->none.paired.mean));
    for (size_t m = 0; m < explanation->count; m++) {
        const struct explained *mechanism = &explanation->mechanisms[m];
        longest = fmax(longest, fabs(mechanism->without.paired.mean));
        if (mechanism->carries)
            longest = fmax(longest, fabs(mechanism->alone.paired.mean));
    }
    return longest;
}

/* To the left of the bar what is below zero, to the right what is above. */
static void put_bar(double value, double longest)
{
    char bar[2 * HALF_BAR + 2];
    const int length = longest > 0 ? (int)(fabs(value) / longest * HALF_BAR + 0.5) : 0;
    memset(bar, ' ', sizeof bar);
    bar[2 * HALF_BAR + 1] = '\0';
    bar[HALF_BAR] = '|';
    for (int i = 1; i <= length && i <= HALF_BAR; i++)
        bar[HALF_BAR + (value < 0 ? -i : i)] = '#';
    fputs(bar, stdout);
}

static void put_line(const struct view *view, const char *name, const struct paired *paired,
                     const struct effect *effect)
{
    char text[DIFFERENCE_TEXT];
    difference_text(paired, text);
    screen_put_padded(name, NAME_WIDTH);
    screen_put_padded(text, CELL_WIDTH);
    if (effect) {
        put_bar(paired->mean, view->longest);
        printf("  %.4g", effect->paired.baseline);
    }
    putchar('\n');
}

static void put_mechanism(const struct view *view, const struct explained *mechanism,
                          const struct effect *effect)
{
    const struct process_row *row = &process_rows[mechanism->process];
    char name[128];
    snprintf(name, sizeof name, "%s%s", mechanism->whole >= 0 ? "    " : "  ",
             view->dutch ? row->name_nl : row->name_en);
    put_line(view, name, &effect->paired, effect);
}

/* Wholes, each with its parts under it. */
static void put_mechanisms(const struct view *view, bool alone)
{
    const struct explanation *e = view->explanation;
    for (size_t m = 0; m < e->count; m++)
        for (size_t p = m; e->mechanisms[m].whole < 0 && p < e->count; p++) {
            const struct explained *mechanism = &e->mechanisms[p];
            if (mechanism->carries && (p == m || mechanism->whole == (int)m))
                put_mechanism(view, mechanism, alone ? &mechanism->alone : &mechanism->without);
        }
}

static void put_off_way(const struct view *view)
{
    const struct explanation *e = view->explanation;
    size_t count = 0;
    for (size_t m = 0; m < e->count; m++) {
        const struct process_row *row = &process_rows[e->mechanisms[m].process];
        if (!e->mechanisms[m].carries)
            printf("%s%s", count++ == 0 ? view->words->off_way : ", ",
                   view->dutch ? row->name_nl : row->name_en);
    }
    fputs(count > 0 ? ".\n" : "", stdout);
}

static void put_head(const struct view *view, const struct explanation_question *question)
{
    const struct variable *row = &variables[question->variable];
    const bool month = strlen(question->period.text) < 4;
    char name[EXPLANATION_NAME];
    explanation_name(question, name);
    printf("%s %s %g -> %g %s %s%s%s", view->words->effect, name, question->low, question->high,
           view->words->on, view->dutch ? row->name_nl : row->name_en,
           question->position ? ", " : "", question->position ? question->position : "");
    if (strcmp(row->unit, "1") != 0)
        printf(" (%s)", row->unit);
    printf(", %s%s%s\n", month ? view->words->month : "", month ? " " : "", question->period.text);
    printf("%s, %zu %s %" PRIu64 "\n\n", question->scenario->name, view->explanation->replicates,
           view->words->pairs, question->scenario->seed);
    printf("%*s%s\n", NAME_WIDTH + CELL_WIDTH + 2 * HALF_BAR + 3, "", view->words->level);
}

void explain_screen(const struct explanation *explanation,
                    const struct explanation_question *question, enum language language)
{
    const struct view view = {explanation, &words_of[language], language == DUTCH,
                              longest_effect(explanation)};
    const struct words *words = view.words;
    put_head(&view, question);
    put_line(&view, words->all, &explanation->all.paired, &explanation->all);
    printf("\n%s\n", words->without);
    put_mechanisms(&view, false);
    printf("\n%s\n", words->alone);
    put_line(&view, words->none, &explanation->none.paired, &explanation->none);
    put_mechanisms(&view, true);
    printf("\n%s\n", words->adding);
    put_line(&view, words->sum_alone, &explanation->sum_alone, NULL);
    put_line(&view, words->interaction, &explanation->interaction, NULL);
    put_line(&view, words->sum_lost, &explanation->sum_lost, NULL);
    putchar('\n');
    put_off_way(&view);
    printf("%s\n", words->world);
    if (explanation->replicates < 2)
        printf("%s\n", words->single);
}
