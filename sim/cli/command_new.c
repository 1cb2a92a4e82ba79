#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/installed.h"
#include "cli/new_scenario.h"
#include "params/folders.h"
#include "params/places.h"

enum { LONGEST_NAME = 200 };

static const struct option_row options[] = {
    {"place", 'p', "MUNICIPALITY", "The municipality it is about, instead of 's-Hertogenbosch."},
    {"lang", 'l', "LANGUAGE", "en (as it is) or nl: the language of the comments."},
    {"force", 0, NULL, "Writes over a file that is there."},
};

/* The name of the municipality as the place tables write it. */
static bool place_find(const char *wanted, char name[NAME_TEXT], struct spel_error *error)
{
    static const char table[] = "places/neighbourhoods.csv";
    struct installed installed;
    struct places places;
    if (!installed_init(&installed, error))
        return false;
    char *folder = folders_find(NULL, installed.folders, table, "", error);
    bool fine = folder != NULL;
    if (!fine && error->count == 0)
        error_set(error, SPEL_ERROR_FILE,
                  "%s is not installed; SAMENSPEL_SCENARIOS can name the folder that holds it",
                  table);
    if (fine) {
        *strrchr(folder, '/') = '\0';
        fine = places_read(&places, folder, &wanted, 1, error);
    }
    if (fine) {
        snprintf(name, NAME_TEXT, "%s", places.rows[0].municipality);
        places_clear(&places);
    }
    memory_release(folder);
    installed_clear(&installed);
    return fine;
}

/* The name of the scenario: of the file, without folder and ending. */
static bool name_find(const char *argument, char path[LONGEST_NAME], char name[LONGEST_NAME])
{
    const char *file = file_name(argument);
    const size_t length = strlen(file);
    const bool ends = length > 5 && strcmp(file + length - 5, ".yaml") == 0;
    if (!file[0] || strlen(argument) + 6 > LONGEST_NAME || strpbrk(file, "\"\\\n")) {
        bad_input("new", "%.80s: a short name is expected, such as mine", argument);
        return false;
    }
    snprintf(path, LONGEST_NAME, "%s%s", argument, ends ? "" : ".yaml");
    snprintf(name, LONGEST_NAME, "%.*s", (int)(ends ? length - 5 : length), file);
    return true;
}

static enum outcome new_run(const struct arguments *arguments)
{
    static const char *const languages[] = {"en", "nl", NULL};
    struct spel_error error = {0};
    char path[LONGEST_NAME], name[LONGEST_NAME], municipality[NAME_TEXT];
    const int language = argument_among(arguments, "lang", languages);
    if (language < 0 || !name_find(arguments->positions[0], path, name))
        return OUTCOME_BAD_INPUT;
    if (!place_find(argument_value(arguments, "place", "'s-Hertogenbosch"), municipality, &error))
        return outcome_of(&error);
    FILE *file = fopen(path, argument_given(arguments, "force") ? "w" : "wx");
    if (!file)
        return errno == EEXIST
                   ? bad_input("new", "%s is there already: --force writes over it", path)
                   : bad_input("new", "%s: cannot be written: %s", path, strerror(errno));
    new_scenario_write(file, name, municipality, language == 1);
    if (ferror(file) | fclose(file)) {
        bad_input("new", "%s: cannot be written whole", path);
        return OUTCOME_MACHINE;
    }
    printf("%s is written; samenspel check %s looks it over, samenspel run %s runs it.\n", path,
           path, path);
    return OUTCOME_FINE;
}

const struct command command_new = {
    .name = "new",
    .usage = "NAME [--place MUNICIPALITY] [--lang en|nl] [--force]",
    .summary = "writes a commented scenario to edit",
    .description =
        "Writes NAME.yaml: a scenario with every knob, lever, process and parameter at its "
        "default, each with a sentence that says what it is.",
    .least = 1,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = new_run,
};
