#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "output/comparison.h"

enum { MOST_SETTINGS = 12, VALUE_TEXT = 80 };

#if defined(__GNUC__)
__attribute__((format(printf, 2, 4), format(printf, 3, 4)))
#endif
static void
note(struct comparison *c, const char *english, const char *dutch, ...)
{
    va_list arguments, again;
    if (c->note_count == COMPARISON_NOTES)
        return;
    va_start(arguments, dutch);
    va_copy(again, arguments);
    vsnprintf(c->notes[c->note_count], COMPARISON_TEXT, english, arguments);
    vsnprintf(c->notes_nl[c->note_count++], COMPARISON_TEXT, dutch, again);
    va_end(again);
    va_end(arguments);
}

static bool same_labels(const struct series_file *one, const struct series_file *other,
                        enum axis axis)
{
    if (!one->labels[axis] || !other->labels[axis])
        return true; /* not recorded by one: what it parts is left out */
    if (one->axis_length[axis] != other->axis_length[axis])
        return false;
    for (size_t i = 0; i < one->axis_length[axis]; i++)
        if (strcmp(one->labels[axis][i], other->labels[axis][i]) != 0)
            return false;
    return true;
}

/* The line "path: value" of a resolved scenario; NULL when it has none. */
static const char *line_of(const char *text, const char *path, size_t length)
{
    for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
        if (strncmp(text, path, length) == 0 && text[length] == ':')
            return text;
    return NULL;
}

static bool same_line(const char *one, const char *other)
{
    const size_t length = strcspn(one, "\n");
    return other && strcspn(other, "\n") == length && strncmp(one, other, length) == 0;
}

static bool same_scale(const char *one, const char *other)
{
    static const char path[] = "place.scale";
    const char *mine = line_of(one, path, sizeof path - 1);
    const char *theirs = line_of(other, path, sizeof path - 1);
    return !mine || !theirs || same_line(mine, theirs);
}

/* What cannot be paired. */
static bool check_pairing(const struct comparison *c, struct spel_error *error)
{
    const struct series_file *one = c->base, *two = c->other;
    const char *a = one->hdf.path, *b = two->hdf.path;
    if (one->seed != two->seed)
        return error_set(error, SPEL_ERROR_MISMATCH,
                         "%s: seed %" PRIu64 ", where %s has %" PRIu64
                         ": only runs of one seed are pairs",
                         b, two->seed, a, one->seed);
    if (!same_labels(one, two, AXIS_MUNICIPALITY) || !same_labels(one, two, AXIS_NEIGHBOURHOOD) ||
        !same_scale(one->scenarios.texts[c->baseline], two->scenarios.texts[c->scenarios[0]]))
        return error_set(error, SPEL_ERROR_MISMATCH,
                         "%s: another place than that of %s, or another part of it (place.scale): "
                         "only runs of one place are pairs",
                         b, a);
    if (one->span.start_year != two->span.start_year ||
        one->span.start_month != two->span.start_month)
        return error_set(error, SPEL_ERROR_MISMATCH,
                         "%s: begins in %04d-%02d, where %s begins in %04d-%02d", b,
                         two->span.start_year, two->span.start_month, a, one->span.start_year,
                         one->span.start_month);
    return true;
}

static void note_files(struct comparison *c)
{
    const struct series_file *one = c->base, *two = c->other;
    if (strcmp(one->heading.program, two->heading.program) != 0)
        note(c, "written by %s and %s: differences may come from the program",
             "geschreven door %s en %s: verschillen kunnen van het programma komen",
             one->heading.program, two->heading.program);
    if (one->span.months != two->span.months)
        note(c, "%u and %u months: the first %u are compared",
             "%u en %u maanden: de eerste %u worden vergeleken", one->span.months, two->span.months,
             c->months);
    if (one->replicates != two->replicates)
        note(c, "%zu and %zu replicates: the first %zu are pairs",
             "%zu en %zu herhalingen: de eerste %zu zijn paren", one->replicates, two->replicates,
             c->pairs);
    if (!one->labels[AXIS_NEIGHBOURHOOD] || !two->labels[AXIS_NEIGHBOURHOOD])
        note(c, "not recorded by neighbourhood in both: no comparison by neighbourhood",
             "niet in beide per wijk vastgelegd: geen vergelijking per wijk");
}

/* Words for people, what is recorded and how often is no difference in what happens. */
static bool is_about_the_run(const char *line)
{
    static const char *const paths[] = {"title.", "question.", "record.",
                                        "runs.",  "samenspel", "time.months"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (strncmp(line, paths[i], strlen(paths[i])) == 0)
            return true;
    return false;
}

/* The schedule stands on lines of its own, which have no path. */
static bool has_line(const char *text, const char *line)
{
    for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
        if (same_line(line, text))
            return true;
    return false;
}

static void note_setting(struct comparison *c, const char *line, const char *theirs)
{
    const size_t path = strcspn(line, ":"), length = strcspn(line, "\n");
    const int value = (int)(length > path + 2 ? length - path - 2 : 0);
    if (!theirs)
        return;
    const size_t length_theirs = strcspn(theirs, "\n");
    const int value_theirs = (int)(length_theirs > path + 2 ? length_theirs - path - 2 : 0);
    note(c, "%.*s: %.*s -> %.*s", "%.*s: %.*s -> %.*s", (int)path, line,
         value < VALUE_TEXT ? value : VALUE_TEXT, line + path + 2,
         value_theirs < VALUE_TEXT ? value_theirs : VALUE_TEXT, theirs + path + 2);
}

/* What the scenarios set otherwise, in the order of the resolved text. */
static void note_settings(struct comparison *c, const char *mine, const char *theirs)
{
    size_t found = 0;
    for (int round = 0; round < 2; round++) {
        const char *text = round == 0 ? mine : theirs, *against = round == 0 ? theirs : mine;
        for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
            const size_t path = strcspn(line, ":\n");
            const char *twin = line[0] == ' ' ? NULL : line_of(against, line, path);
            if (is_about_the_run(line) || has_line(against, line) || (twin && round == 1))
                continue;
            if (++found > MOST_SETTINGS)
                continue;
            if (twin)
                note_setting(c, line, twin);
            else if (round == 0)
                note(c, "only in the baseline: %.*s", "alleen in het uitgangspunt: %.*s",
                     (int)strcspn(line, "\n"), line);
            else
                note(c, "only in the other: %.*s", "alleen in het andere: %.*s",
                     (int)strcspn(line, "\n"), line);
        }
    }
    if (found > MOST_SETTINGS)
        note(c, "and %zu settings more", "en nog %zu instellingen", found - MOST_SETTINGS);
    if (found == 0)
        note(c, "no setting differs", "geen instelling verschilt");
}

bool comparison_check(struct comparison *c, struct spel_error *error)
{
    if (c->scenario_count == 0)
        return error_set(error, SPEL_ERROR_INPUT,
                         "%s: holds one scenario, %s: name a second file to compare it with",
                         c->base->hdf.path, c->base->scenarios.names[0]);
    if (!check_pairing(c, error))
        return false;
    note_files(c);
    for (size_t s = 0; s < c->scenario_count; s++) {
        char name[COMPARISON_TEXT];
        comparison_name(c, s, name);
        if (c->scenario_count > 1)
            note(c, "%s:", "%s:", name);
        note_settings(c, c->base->scenarios.texts[c->baseline],
                      c->other->scenarios.texts[c->scenarios[s]]);
    }
    return true;
}
