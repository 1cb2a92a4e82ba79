#include <stdio.h>
#include <string.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/pattern.h"
#include "params/knockouts.h"
#include "params/levers.h"
#include "params/nearest.h"
#include "params/numbers.h"
#include "params/table.h"

enum { VALUES_TEXT = 4096, RANGE_TEXT = 80 };

/* A row of any of the tables, as it is listed. */
struct listed {
    const char *path;
    const char *name[2], *layman[2]; /* English, Dutch */
    const char *unit, *doc, *source;
    enum grade grade;
    double min, max;
    bool switched;              /* on or off, not a number */
    char defaults[VALUES_TEXT]; /* to be read by people */
    char json[VALUES_TEXT];     /* to be read by programs */
};

static void print(struct listing *listing, const struct listed *row)
{
    char range[RANGE_TEXT], min[NUMBER_TEXT], max[NUMBER_TEXT];
    const bool json = listing->format == LISTING_JSON, dutch = listing->dutch;
    const bool plain = json || strcmp(row->unit, "1") == 0;
    number_write(row->min, min);
    number_write(row->max, max);
    if (row->switched)
        snprintf(range, sizeof range, "%s", json ? "[\"off\", \"on\"]" : "off, on");
    else
        snprintf(range, sizeof range, "[%s, %s]%s%s", min, max, plain ? "" : " ",
                 plain ? "" : row->unit);
    const char *grade = dutch && !json ? grade_names_nl[row->grade] : grade_names[row->grade];
    const struct field fields[] = {
        {"path", "pad", "path", row->path, false},
        {"name", "naam", "name", row->name[dutch], false},
        {"layman", "in gewone woorden", "in plain words", row->layman[dutch], false},
        {"default", "standaard", "default", json ? row->json : row->defaults, true},
        {"range", "bereik", "range", range, true},
        {"unit", NULL, NULL, row->unit, false},
        {"grade", "zekerheid", "grade", grade, false},
        {"doc", "definitie", "definition", row->doc, false},
        {"source", "bron", "source", row->source, false},
        {"name_nl", NULL, NULL, row->name[1], false},
        {"name_en", NULL, NULL, row->name[0], false},
        {"layman_nl", NULL, NULL, row->layman[1], false},
        {"layman_en", NULL, NULL, row->layman[0], false},
    };
    listing_row(listing, fields, sizeof fields / sizeof *fields);
}

static bool is_wanted(const char *pattern, const struct listed *row)
{
    return !pattern || pattern_matches(pattern, row->path) ||
           pattern_matches(pattern, row->name[0]) || pattern_matches(pattern, row->name[1]);
}

static size_t add(char *text, size_t at, const char *one, const char *other)
{
    const size_t room = VALUES_TEXT - at;
    const int wanted = snprintf(text + at, room, "%s%s", one, other);
    return at + ((size_t)wanted < room ? (size_t)wanted : room - 1);
}

/* Each number with what it belongs to, as "care 0.02, youth 0.02, …". */
static void numbers_write(const struct parameter *row, struct listed *listed)
{
    const size_t size = parameter_size(row), skip = strlen(row->path) + 1;
    char path[PATH_TEXT], number[NUMBER_TEXT];
    size_t at = 0, json_at = add(listed->json, 0, "{", "");
    for (size_t i = 0; i < size; i++) {
        parameter_path(row, i, path);
        number_write(parameter_default(row, i), number);
        at = add(listed->defaults, at, i > 0 ? ", " : "", path + skip);
        at = add(listed->defaults, at, " ", number);
        json_at = add(listed->json, json_at, i > 0 ? ", \"" : "\"", path + skip);
        json_at = add(listed->json, json_at, "\": ", number);
    }
    add(listed->json, json_at, "}", "");
}

static void list_parameter(struct listing *listing, const struct parameter *row,
                           const char *pattern)
{
    struct listed listed = {.path = row->path,
                            .name = {row->name_en, row->name_nl},
                            .layman = {row->layman_en, row->layman_nl},
                            .unit = row->unit,
                            .doc = row->doc,
                            .source = row->source,
                            .grade = row->grade,
                            .min = row->min,
                            .max = row->max};
    char path[PATH_TEXT], number[NUMBER_TEXT];
    bool wanted = is_wanted(pattern, &listed);
    for (size_t i = 0; i < parameter_size(row) && !wanted; i++) {
        parameter_path(row, i, path);
        wanted = pattern_matches(pattern, path);
    }
    if (!wanted)
        return;
    number_write(parameter_default(row, 0), number);
    if (parameter_size(row) > 1)
        numbers_write(row, &listed);
    if (parameter_size(row) == 1)
        add(listed.json, 0, number, "");
    if (row->same)
        add(listed.defaults, 0, number, "");
    print(listing, &listed);
}

static void list_knob(struct listing *listing, const struct knob_row *row, const char *pattern)
{
    char path[PATH_TEXT];
    snprintf(path, sizeof path, "knobs.%s", row->name);
    const struct listed listed = {.path = path,
                                  .name = {row->name_en, row->name_nl},
                                  .layman = {row->layman_en, row->layman_nl},
                                  .unit = "1",
                                  .doc =
                                      "A knob: the levers that are not set themselves follow it.",
                                  .source = "The middle, by choice",
                                  .grade = GRADE_ASSUMED,
                                  .max = 1,
                                  .defaults = "0.5",
                                  .json = "0.5"};
    if (is_wanted(pattern, &listed))
        print(listing, &listed);
}

static void list_lever(struct listing *listing, const struct lever_row *row, const char *pattern)
{
    char path[PATH_TEXT], doc[RANGE_TEXT + PATH_TEXT], a[NUMBER_TEXT], b[NUMBER_TEXT];
    snprintf(path, sizeof path, "levers.%s", row->name);
    snprintf(doc, sizeof doc, "A lever, for the practice \"%s\".", row->practice);
    struct listed listed = {.path = path,
                            .name = {row->name_en, row->name_nl},
                            .layman = {row->layman_en, row->layman_nl},
                            .unit = "1",
                            .doc = doc,
                            .source = "By choice",
                            .grade = GRADE_ASSUMED,
                            .min = row->min,
                            .max = row->max};
    number_write(row->a, a);
    number_write(row->b, b);
    const char *knob = knob_rows[row->knob].name;
    if (row->a == 0 && row->b == 1)
        snprintf(listed.defaults, VALUES_TEXT, "knobs.%s", knob);
    else
        snprintf(listed.defaults, VALUES_TEXT, "%s + %s × knobs.%s", a, b, knob);
    snprintf(listed.json, VALUES_TEXT, "{\"a\": %s, \"b\": %s, \"knob\": \"%s\"}", a, b, knob);
    if (is_wanted(pattern, &listed))
        print(listing, &listed);
}

static void list_process(struct listing *listing, size_t i, const char *pattern)
{
    char path[PATH_TEXT];
    const struct process_row *row = &process_rows[i];
    snprintf(path, sizeof path, "processes.%s", process_names[i]);
    const struct listed listed = {.path = path,
                                  .name = {row->name_en, row->name_nl},
                                  .layman = {row->layman_en, row->layman_nl},
                                  .unit = "1",
                                  .doc = "Part of a month; off, it does not happen.",
                                  .source = "By choice",
                                  .grade = GRADE_ASSUMED,
                                  .switched = true,
                                  .defaults = "on",
                                  .json = "\"on\""};
    if (is_wanted(pattern, &listed))
        print(listing, &listed);
}

static enum outcome nothing_matches(const char *pattern)
{
    struct nearest nearest = nearest_begin(pattern);
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++) {
            const char *path = parameter_groups[g]->rows[r].path;
            nearest_offer(&nearest, path);
            nearest_offer(&nearest, strchr(path, '.') + 1);
        }
    const char *near = nearest.best;
    return bad_input("params", "no parameter matches \"%s\"%s%s%s", pattern,
                     near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
}

static enum outcome params_run(const struct arguments *arguments)
{
    struct listing listing;
    const char *pattern = arguments->position_count > 0 ? arguments->positions[0] : NULL;
    if (!listing_begin(&listing, arguments))
        return OUTCOME_BAD_INPUT;
    for (size_t i = 0; i < KNOBS; i++)
        list_knob(&listing, &knob_rows[i], pattern);
    for (size_t i = 0; i < LEVERS; i++)
        list_lever(&listing, &lever_rows[i], pattern);
    for (size_t i = 0; i < PROCESSES; i++)
        list_process(&listing, i, pattern);
    for (size_t g = 0; g < parameter_group_count; g++)
        for (size_t r = 0; r < parameter_groups[g]->count; r++)
            list_parameter(&listing, &parameter_groups[g]->rows[r], pattern);
    if (listing.count == 0)
        return nothing_matches(pattern);
    listing_end(&listing);
    return OUTCOME_FINE;
}

const struct command command_params = {
    .name = "params",
    .usage = "[PATTERN] [--format text|md|json] [--lang en|nl]",
    .summary = "lists all that a scenario can set, with its source",
    .description =
        "Lists knobs, levers, processes and parameters: what each means, its default, range, unit "
        "and source, "
        "and whether its value was measured, estimated or assumed. PATTERN is a part of a path or "
        "name; with *, ? or [ in it, it stands for the whole.",
    .least = 0,
    .most = 1,
    .options = listing_options,
    .option_count = LISTING_OPTIONS,
    .run = params_run,
};
