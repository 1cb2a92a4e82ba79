#include <stdio.h>
#include <string.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/pattern.h"
#include "observe/variables.h"
#include "params/nearest.h"

enum { AXES_TEXT = 120 };

/* "scenario, replicate, month, …": every variable has the first three. */
static void axes_write(const struct variable *row, bool json, char text[AXES_TEXT])
{
    static const char *const first[] = {"scenario", "replicate", "month"};
    const char *quote = json ? "\"" : "";
    size_t at = (size_t)snprintf(text, AXES_TEXT, "%s", json ? "[" : "");
    for (size_t i = 0; i < 3 + row->axis_count; i++) {
        const char *name = i < 3 ? first[i] : axis_names[row->axes[i - 3]];
        at += (size_t)snprintf(text + at, AXES_TEXT - at, "%s%s%s%s", i > 0 ? ", " : "", quote,
                               name, quote);
    }
    snprintf(text + at, AXES_TEXT - at, "%s", json ? "]" : "");
}

static void list(struct listing *listing, const struct variable *row)
{
    char axes[AXES_TEXT];
    const bool json = listing->format == LISTING_JSON, dutch = listing->dutch;
    axes_write(row, json, axes);
    const struct field fields[] = {
        {"variable", "variabele", "variable", row->name, false},
        {"name", "naam", "name", dutch ? row->name_nl : row->name_en, false},
        {"layman", "in gewone woorden", "in plain words", dutch ? row->layman_nl : row->layman_en,
         false},
        {"unit", "eenheid", "unit", row->unit, false},
        {"axes", "assen", "axes", axes, true},
        {"doc", "definitie", "definition", row->doc, false},
        {"headline", NULL, NULL, row->headline ? "true" : "false", true},
        {"name_nl", NULL, NULL, row->name_nl, false},
        {"name_en", NULL, NULL, row->name_en, false},
        {"layman_nl", NULL, NULL, row->layman_nl, false},
        {"layman_en", NULL, NULL, row->layman_en, false},
    };
    listing_row(listing, fields, sizeof fields / sizeof *fields);
}

static bool is_wanted(const char *pattern, const struct variable *row)
{
    return !pattern || pattern_matches(pattern, row->name) ||
           pattern_matches(pattern, row->name_nl) || pattern_matches(pattern, row->name_en);
}

static enum outcome variables_run(const struct arguments *arguments)
{
    struct listing listing;
    const char *pattern = arguments->position_count > 0 ? arguments->positions[0] : NULL;
    if (!listing_begin(&listing, arguments))
        return OUTCOME_BAD_INPUT;
    struct nearest nearest = nearest_begin(pattern ? pattern : "");
    for (size_t i = 0; i < variable_count; i++) {
        nearest_offer(&nearest, variables[i].name);
        if (is_wanted(pattern, &variables[i]))
            list(&listing, &variables[i]);
    }
    if (pattern && listing.count == 0)
        return bad_input("variables", "no variable matches \"%s\"%s%s%s", pattern,
                         nearest.best ? " (did you mean " : "", nearest.best ? nearest.best : "",
                         nearest.best ? "?)" : "");
    listing_end(&listing);
    return OUTCOME_FINE;
}

const struct command command_variables = {
    .name = "variables",
    .usage = "[PATTERN] [--format text|md|json] [--lang en|nl]",
    .summary = "lists all that a run measures",
    .description =
        "Lists the variables of a run: what each means, its unit, and over what it runs besides "
        "scenario, replicate and month. PATTERN is a part of a name; with *, ? or [ in it, it "
        "stands for the whole.",
    .least = 0,
    .most = 1,
    .options = listing_options,
    .option_count = LISTING_OPTIONS,
    .run = variables_run,
};
