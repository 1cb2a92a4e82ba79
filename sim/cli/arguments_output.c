/* What --force may not overwrite: --force is for a file that an earlier run wrote. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/arguments.h"
#include "output/system.h"

enum { LONGEST_PATH = 4096 };

/* Whether the word names the file, also as a scenario without its ending. */
static bool names_file(const char *word, const char *output)
{
    char path[LONGEST_PATH];
    const int length = snprintf(path, sizeof path, "%s.yaml", word);
    return system_same_file(word, output) ||
           (length < (int)sizeof path && system_same_file(path, output));
}

static bool is_input(const struct arguments *arguments, const char *output)
{
    for (size_t i = 0; i < arguments->position_count; i++)
        if (arguments->positions[i] != output && names_file(arguments->positions[i], output))
            return true;
    for (size_t i = 0; i < arguments->given_count; i++) {
        const struct given *given = &arguments->given[i];
        if (given->value && strcmp(given->option->name, "output") != 0 &&
            names_file(given->value, output))
            return true;
    }
    return false;
}

bool argument_output(const struct arguments *arguments, const char *output, bool may_be_folder)
{
    const char *command = arguments->command->name;
    struct stat status;
    if (!output[0])
        return bad_input(command, "the output has no name: a file is expected, as OUT.h5") == 0;
    if (stat(output, &status) != 0)
        return true;
    if (S_ISDIR(status.st_mode) && !may_be_folder)
        return bad_input(command, "%s: a folder: a file in it is expected", output) == 0;
    if (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode))
        return bad_input(command, "%s: not a file: it cannot be replaced by one", output) == 0;
    if (is_input(arguments, output))
        return bad_input(command, "%s: would overwrite what is read: another name is expected",
                         output) == 0;
    return true;
}
