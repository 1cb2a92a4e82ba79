#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/installed.h"
#include "cli/pattern.h"
#include "output/system.h"
#include "params/folders.h"
#include "params/places.h"

static bool same_municipality(const struct place_row *one, const struct place_row *other)
{
    return strcmp(one->municipality_code, other->municipality_code) == 0;
}

static void print_municipality(const struct place_row *rows, size_t count)
{
    double residents = 0;
    for (size_t i = 0; i < count; i++)
        residents += rows[i].residents_2022;
    printf("%s  %-28s %-14s %9.0f residents  %3zu neighbourhoods\n", rows->municipality_code,
           rows->municipality, rows->province, residents, count);
}

static void print_neighbourhood(const struct place_row *row)
{
    printf("    %s  %-40s %9.0f residents  urbanity %d\n", row->code, row->name,
           row->residents_2022, row->urbanity);
}

/* A municipality that matches is printed whole, else the neighbourhoods that match. */
static size_t print_matches(const struct place_row *rows, size_t count, const char *pattern)
{
    const bool whole = pattern && (pattern_matches(pattern, rows->municipality) ||
                                   pattern_matches(pattern, rows->municipality_code));
    size_t found = 0;
    for (size_t i = 0; i < count && pattern; i++)
        if (whole || pattern_matches(pattern, rows[i].name) ||
            pattern_matches(pattern, rows[i].code)) {
            if (found++ == 0)
                print_municipality(rows, count);
            print_neighbourhood(&rows[i]);
        }
    if (!pattern)
        print_municipality(rows, count);
    return pattern ? found : count;
}

static enum outcome print_places(const struct places *places, const char *pattern)
{
    size_t found = 0;
    for (size_t first = 0, end; first < places->count; first = end) {
        for (end = first + 1; end < places->count; end++)
            if (!same_municipality(&places->rows[first], &places->rows[end]))
                break;
        found += print_matches(&places->rows[first], end - first, pattern);
    }
    if (found > 0)
        return OUTCOME_FINE;
    const char *near = pattern ? places_nearest(places, pattern) : NULL;
    return bad_input("places", "no place matches \"%s\"%s%s%s", pattern ? pattern : "",
                     near ? " (did you mean " : "", near ? near : "", near ? "?)" : "");
}

static const char table[] = "places/neighbourhoods.csv";

/* The folder of the tables that were given: itself, or that of its file. */
static char *given_folder(const char *given, struct spel_error *error)
{
    const char *file = file_name(given), *ending = strrchr(file, '.');
    char *folder = system_path(given, "", error);
    if (!folder || !ending || strcmp(ending, ".csv") != 0)
        return folder;
    if (strcmp(file, file_name(table)) != 0) {
        memory_release(folder);
        error_set(error, SPEL_ERROR_INPUT,
                  "samenspel places: --tables %s: a folder is expected, or its file %s", given,
                  file_name(table));
        return NULL;
    }
    snprintf(file == given ? folder : folder + (file - given) - 1, 2, "%s",
             file == given ? "." : "");
    return folder;
}

static char *installed_folder(struct spel_error *error)
{
    struct installed installed;
    if (!installed_init(&installed, error))
        return NULL;
    char *path = folders_find(NULL, installed.folders, table, "", error);
    if (path)
        *strrchr(path, '/') = '\0';
    else if (error->count == 0)
        error_set(error, SPEL_ERROR_INPUT,
                  "samenspel places: %s is not installed; SAMENSPEL_SCENARIOS can name the folder "
                  "that holds it",
                  table);
    installed_clear(&installed);
    return path;
}

static enum outcome places_run(const struct arguments *arguments)
{
    struct spel_error error = {0};
    struct places places;
    const char *given = argument_value(arguments, "tables", NULL);
    char *folder = given ? given_folder(given, &error) : installed_folder(&error);
    if (!folder || !places_load(&places, folder, &error)) {
        memory_release(folder);
        return outcome_of(&error);
    }
    const enum outcome outcome =
        print_places(&places, arguments->position_count ? arguments->positions[0] : NULL);
    places_clear(&places);
    memory_release(folder);
    return outcome;
}

static const struct option_row options[] = {
    {"tables", 0, "PATH",
     "Place tables to list: their folder, or the file neighbourhoods.csv in it."},
};

const struct command command_places = {
    .name = "places",
    .usage = "[PATTERN] [OPTION…]",
    .summary = "lists the municipalities and neighbourhoods that a scenario can name",
    .description =
        "Lists the municipalities of the place tables: the installed ones, or those that --tables "
        "names. With PATTERN it lists the neighbourhoods of the municipalities that match, or the "
        "neighbourhoods that match themselves. A pattern is a part of a name or code, in capitals "
        "or not; with *, ? or [ in it, it stands for the whole.",
    .least = 0,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = places_run,
};
