#include "cli/compare_screen.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NAME_WIDTH = 40, CELL_WIDTH = 19, COUNT_WIDTH = 9, MOST_LISTED = 12, DIGITS = 3 };
enum { WHEN_TEXT = PERIOD_TEXT + 16, ROW_TEXT = 256 };

struct words {
    const char *baseline, *scenario, *pairs, *months_from, *differs, *caption, *month, *groups;
    const char *verdicts[3], *counts[3], *ends, *single;
};

static const struct words words_of[] = {
    [ENGLISH] = {"Baseline",
                 "Scenario",
                 "Pairs",
                 "months from",
                 "Differs",
                 "Difference with the baseline ± half its 95% interval (* does not hold zero).\n"
                 "At a month of the run: the mean over twelve months up to it.",
                 "month",
                 "Who gains (+), who loses (-), and where that is not sure (.)",
                 {"-", ".", "+"},
                 {"lose", "unsure", "gain"},
                 "highest and lowest",
                 "One pair: there are no intervals, and nobody can say for sure who gains. More "
                 "replicates\ngive more pairs: run --replicates 20."},
    [DUTCH] =
        {"Uitgangspunt",
         "Scenario",
         "Paren",
         "maanden vanaf",
         "Anders",
         "Verschil met het uitgangspunt ± de helft van het 95%-interval (* nul valt erbuiten)."
         "\nBij een maand van de run: het gemiddelde over twaalf maanden tot en met die maand.",
         "maand",
         "Wie wint (+), wie verliest (-), en waar dat niet vaststaat (.)",
         {"-", ".", "+"},
         {"verliest", "onzeker", "wint"},
         "hoogste en laagste",
         "Eén paar: er zijn geen intervallen, en niemand kan zeker zeggen wie wint. Meer "
         "herhalingen\ngeven meer paren: run --replicates 20."},
};

/* A comparison on its way to the screen. */
struct view {
    const struct comparison *comparison;
    const struct words *words;
    bool dutch;
    int width; /* of names: the longest stands in its column */
    size_t scenario;
};

static int decimals_for(double size)
{
    const int decimals = size > 0 ? DIGITS - 1 - (int)floor(log10(size)) : 0;
    return decimals < 0 ? 0 : decimals > 8 ? 8 : decimals;
}

void difference_text(const struct paired *paired, char text[DIFFERENCE_TEXT])
{
    const double mean = paired->mean, half = paired->half;
    const int decimals = decimals_for(fmax(fabs(mean), isnan(half) ? 0 : half));
    if (isnan(mean))
        snprintf(text, DIFFERENCE_TEXT, "-");
    else if (mean == 0 && !(half > 0))
        snprintf(text, DIFFERENCE_TEXT, "0");
    else if (isnan(half))
        snprintf(text, DIFFERENCE_TEXT, "%+.*f", decimals, mean);
    else
        snprintf(text, DIFFERENCE_TEXT, "%+.*f ±%.*f%s", decimals, mean, decimals, half,
                 paired_sign(paired) != 0 ? "*" : "");
}

static void put_right(const char *text, int width)
{
    const int letters = screen_letters(text);
    printf("%*s%s", letters < width ? width - letters : 1, "", text);
}

static void name_text(const struct view *view, size_t v, size_t position, char name[ROW_TEXT])
{
    const struct comparison_variable *chosen = &view->comparison->variables[v];
    const struct variable *row = &variables[chosen->headline];
    char place[SERIES_PLACE];
    series_file_position(view->comparison->base, chosen->variable, position,
                         view->dutch ? SERIES_TITLE : SERIES_ENGLISH, place);
    snprintf(name, ROW_TEXT, "%s%s%s%s", chosen->group == AXES ? "" : "  ",
             view->dutch ? row->name_nl : row->name_en, place[0] ? ", " : "", place);
}

static void put_name(const struct view *view, size_t v, size_t position)
{
    char name[ROW_TEXT];
    name_text(view, v, position, name);
    screen_put_padded(name, view->width);
}

static bool is_listed(const struct comparison_variable *chosen)
{
    return chosen->positions <= MOST_LISTED;
}

static int widest_name(const struct view *view)
{
    int width = NAME_WIDTH;
    for (size_t v = 0; v < view->comparison->variable_count; v++) {
        const struct comparison_variable *chosen = &view->comparison->variables[v];
        for (size_t i = 0; is_listed(chosen) && i < chosen->positions; i++) {
            char name[ROW_TEXT];
            name_text(view, v, i, name);
            const int letters = screen_letters(name) + 1;
            width = letters > width ? letters : width;
        }
    }
    return width;
}

/* "month 36", or the period as it was asked for. */
static void when_text(const struct view *view, const struct period *period, char text[WHEN_TEXT])
{
    const bool month = strlen(period->text) < 4;
    snprintf(text, WHEN_TEXT, "%s%s%s", month ? view->words->month : "", month ? " " : "",
             period->text);
}

static void put_headlines(const struct view *view)
{
    const struct comparison *c = view->comparison;
    printf("\n%s\n%*s", view->words->caption, view->width, "");
    for (size_t p = 0; p < c->period_count; p++) {
        char text[WHEN_TEXT];
        when_text(view, &c->periods[p], text);
        put_right(text, CELL_WIDTH);
    }
    putchar('\n');
    for (size_t v = 0; v < c->variable_count; v++) {
        const struct comparison_variable *chosen = &c->variables[v];
        const char *unit = variables[chosen->variable].unit;
        const bool listed = chosen->group == AXES && is_listed(chosen);
        for (size_t i = 0; listed && i < chosen->positions; i++) {
            put_name(view, v, i);
            for (size_t p = 0; p < c->period_count; p++) {
                char text[DIFFERENCE_TEXT];
                difference_text(&comparison_row(c, view->scenario, v, i, p)->paired, text);
                put_right(text, CELL_WIDTH);
            }
            printf("%s%s\n", unit[0] == '1' && !unit[1] ? "" : "  ",
                   unit[0] == '1' && !unit[1] ? "" : unit);
        }
    }
}

/* Each position on a line of its own. */
static void put_listed(const struct view *view, size_t v)
{
    const struct comparison *c = view->comparison;
    for (size_t i = 0; i < c->variables[v].positions; i++) {
        const struct comparison_row *row =
            comparison_row(c, view->scenario, v, i, c->period_count - 1);
        char text[DIFFERENCE_TEXT];
        difference_text(&row->paired, text);
        put_name(view, v, i);
        put_right(text, CELL_WIDTH);
        printf("  %s\n",
               row->paired.count > 1 ? view->words->verdicts[1 + comparison_gain(c, row)] : "");
    }
}

/* How many gain and lose, and the two ends; headlines too where there are many municipalities. */
static void put_counted(const struct view *view, size_t v)
{
    const struct comparison *c = view->comparison;
    const struct comparison_variable *chosen = &c->variables[v];
    const struct variable *headline = &variables[chosen->headline];
    size_t counts[3] = {0}, ends[2] = {0};
    double most = -INFINITY, least = INFINITY;
    char name[256], place[2][SERIES_PLACE];
    for (size_t i = 0; i < chosen->positions; i++) {
        const struct comparison_row *row =
            comparison_row(c, view->scenario, v, i, c->period_count - 1);
        counts[1 + comparison_gain(c, row)]++;
        if (row->paired.mean > most) {
            most = row->paired.mean;
            ends[0] = i;
        }
        if (row->paired.mean < least) {
            least = row->paired.mean;
            ends[1] = i;
        }
    }
    for (size_t e = 0; e < 2; e++)
        series_file_position(c->base, chosen->variable, ends[e],
                             view->dutch ? SERIES_TITLE : SERIES_ENGLISH, place[e]);
    snprintf(name, sizeof name, "  %s", view->dutch ? headline->name_nl : headline->name_en);
    screen_put_padded(name, view->width);
    printf("%*zu%*zu%*zu   %s %+.*f, %s %+.*f\n", COUNT_WIDTH, counts[2], COUNT_WIDTH, counts[0],
           COUNT_WIDTH, counts[1], place[0], decimals_for(fabs(most)), most, place[1],
           decimals_for(fabs(least)), least);
}

static void put_group_title(const struct view *view, enum axis group, size_t positions)
{
    static const char *const titles[2][AXES + 1] = {{[AXIS_INCOME] = "By income",
                                                     [AXIS_AGE] = "By age",
                                                     [AXIS_DOMAIN] = "By need",
                                                     [AXIS_NEIGHBOURHOOD] = "By neighbourhood",
                                                     [AXES] = "By municipality"},
                                                    {[AXIS_INCOME] = "Naar inkomen",
                                                     [AXIS_AGE] = "Naar leeftijd",
                                                     [AXIS_DOMAIN] = "Naar soort hulpvraag",
                                                     [AXIS_NEIGHBOURHOOD] = "Naar wijk",
                                                     [AXES] = "Naar gemeente"}};
    const char *title = titles[view->dutch][group];
    if (positions <= MOST_LISTED) {
        printf("%s\n", title);
        return;
    }
    char text[96];
    snprintf(text, sizeof text, "%s (%zu)", title, positions);
    screen_put_padded(text, view->width);
    printf("%*s%*s%*s   %s\n", COUNT_WIDTH, view->words->counts[2], COUNT_WIDTH,
           view->words->counts[0], COUNT_WIDTH, view->words->counts[1], view->words->ends);
}

static void put_groups(const struct view *view)
{
    static const enum axis order[] = {AXES, AXIS_INCOME, AXIS_AGE, AXIS_DOMAIN, AXIS_NEIGHBOURHOOD};
    const struct comparison *c = view->comparison;
    char when[WHEN_TEXT];
    when_text(view, &c->periods[c->period_count - 1], when);
    printf("\n%s, %s\n", view->words->groups, when);
    for (size_t g = 0; g < sizeof order / sizeof *order; g++) {
        size_t shown = 0;
        for (size_t v = 0; v < c->variable_count; v++) {
            const struct comparison_variable *chosen = &c->variables[v];
            if (chosen->group != order[g] || variables[chosen->headline].better == 0 ||
                (chosen->group == AXES && is_listed(chosen))) /* shown above */
                continue;
            if (shown++ == 0)
                put_group_title(view, order[g], chosen->positions);
            if (is_listed(chosen))
                put_listed(view, v);
            else
                put_counted(view, v);
        }
    }
}

static void put_head(const struct view *view)
{
    const struct comparison *c = view->comparison;
    char name[COMPARISON_TEXT];
    enum { LABEL_WIDTH = 14 };
    comparison_baseline_name(c, name);
    screen_put_padded(view->words->baseline, LABEL_WIDTH);
    printf("%s (%s)\n", name, c->base->hdf.path);
    for (size_t s = 0; s < c->scenario_count; s++) {
        comparison_name(c, s, name);
        screen_put_padded(view->words->scenario, LABEL_WIDTH);
        printf("%s (%s)\n", name, c->other->hdf.path);
    }
    screen_put_padded(view->words->pairs, LABEL_WIDTH);
    printf("%zu, seed %" PRIu64 ", %u %s %04d-%02d\n", c->pairs, c->base->seed, c->months,
           view->words->months_from, c->base->span.start_year, c->base->span.start_month);
    for (size_t n = 0; n < c->note_count; n++) {
        screen_put_padded(n == 0 ? view->words->differs : "", LABEL_WIDTH);
        printf("%s\n", view->dutch ? c->notes_nl[n] : c->notes[n]);
    }
}

void compare_screen(const struct comparison *comparison, enum language language)
{
    struct view view = {comparison, &words_of[language], language == DUTCH, 0, 0};
    view.width = widest_name(&view);
    put_head(&view);
    for (; view.scenario < comparison->scenario_count; view.scenario++) {
        if (comparison->scenario_count > 1) {
            char name[COMPARISON_TEXT];
            comparison_name(comparison, view.scenario, name);
            printf("\n== %s ==\n", name);
        }
        put_headlines(&view);
        put_groups(&view);
    }
    if (comparison->pairs < 2)
        printf("\n%s\n", view.words->single);
}
