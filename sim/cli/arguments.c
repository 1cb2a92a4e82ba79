#include "cli/arguments.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "params/nearest.h"
#include "params/numbers.h"

enum { MOST_OPTIONS = 32, FIRST_LONG = 256 };

/* The options of a command and then the common ones. */
static const struct option_row *option_at(const struct command *command, size_t i)
{
    if (i < command->option_count)
        return &command->options[i];
    i -= command->option_count;
    return i < common_option_count ? &common_options[i] : NULL;
}

/* getopt's two tables; a colon first: a missing value is told apart. */
static void options_fill(const struct command *command, struct option longs[MOST_OPTIONS + 1],
                         char shorts[2 * MOST_OPTIONS + 2])
{
    const struct option_row *row;
    size_t at = 0;
    shorts[at++] = ':';
    for (size_t i = 0; i < MOST_OPTIONS && (row = option_at(command, i)); i++) {
        const int argument = row->argument ? required_argument : no_argument;
        longs[i] = (struct option){row->name, argument, NULL, FIRST_LONG + (int)i};
        if (row->letter) {
            shorts[at++] = row->letter;
            if (row->argument)
                shorts[at++] = ':';
        }
    }
    shorts[at] = '\0';
}

static const struct option_row *option_of_code(const struct command *command, int code)
{
    if (code >= FIRST_LONG)
        return option_at(command, (size_t)(code - FIRST_LONG));
    const struct option_row *row;
    for (size_t i = 0; (row = option_at(command, i)); i++)
        if (row->letter == code)
            return row;
    return NULL;
}

static bool option_unknown(const struct command *command, const char *word)
{
    const struct option_row *row;
    if (word[0] != '-' || word[1] != '-') {
        bad_input(command->name, "no option -%c", optopt);
        return false;
    }
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; (row = option_at(command, i)); i++) {
        if (strcmp(row->name, name) == 0) {
            bad_input(command->name, "--%s takes no value", name);
            return false;
        }
        nearest_offer(&nearest, row->name);
    }
    bad_input(command->name, "no option --%s%s%s%s", name, nearest.best ? " (did you mean --" : "",
              nearest.best ? nearest.best : "", nearest.best ? "?)" : "");
    return false;
}

static bool options_read(struct arguments *arguments, int count, char **words)
{
    struct option longs[MOST_OPTIONS + 1] = {{0}};
    char shorts[2 * MOST_OPTIONS + 2];
    options_fill(arguments->command, longs, shorts);
    bool fine = true;
    int code;
    opterr = 0;
    optind = 1;
    while ((code = getopt_long(count, words, shorts, longs, NULL)) != -1) {
        const char *word = words[optind - 1];
        if (code == '?') {
            fine = option_unknown(arguments->command, word) && fine;
        } else if (code == ':') {
            fine = bad_input(arguments->command->name, "%s: a value is missing", word) == 0;
        } else {
            const struct option_row *row = option_of_code(arguments->command, code);
            arguments->given[arguments->given_count++] = (struct given){row, optarg};
            arguments->help = arguments->help || strcmp(row->name, "help") == 0;
        }
    }
    arguments->positions = (const char *const *)words + optind;
    arguments->position_count = (size_t)(count - optind);
    return fine;
}

/* An output that is called OUT and no more can be a folder. */
static bool outputs_are_sound(const struct arguments *arguments)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        const struct given *given = &arguments->given[i];
        if (strcmp(given->option->name, "output") == 0 &&
            !argument_output(arguments, given->value, strcmp(given->option->argument, "OUT") == 0))
            return false;
    }
    return true;
}

bool arguments_read(struct arguments *arguments, const struct command *command, int count,
                    char **words)
{
    *arguments =
        (struct arguments){.command = command, .program = words[0], .count = count, .words = words};
    arguments->given = calloc((size_t)count, sizeof *arguments->given);
    if (!arguments->given) {
        bad_input(command->name, "no memory");
        return false;
    }
    /* The command's name stands where getopt expects that of the program. */
    if (!options_read(arguments, count - 1, words + 1))
        return false;
    if (arguments->help)
        return true;
    if (arguments->position_count < command->least) {
        bad_input(command->name, "an argument is missing: samenspel %s %s", command->name,
                  command->usage);
        return false;
    }
    if (arguments->position_count > command->most) {
        bad_input(command->name, "one argument too many, \"%s\": samenspel %s %s",
                  arguments->positions[command->most], command->name, command->usage);
        return false;
    }
    return outputs_are_sound(arguments);
}

void arguments_clear(struct arguments *arguments)
{
    free(arguments->given);
    arguments->given = NULL;
}

bool argument_given(const struct arguments *arguments, const char *name)
{
    for (size_t i = 0; i < arguments->given_count; i++)
        if (strcmp(arguments->given[i].option->name, name) == 0)
            return true;
    return false;
}

const char *argument_value(const struct arguments *arguments, const char *name,
                           const char *otherwise)
{
    for (size_t i = arguments->given_count; i > 0; i--)
        if (strcmp(arguments->given[i - 1].option->name, name) == 0)
            return arguments->given[i - 1].value;
    return otherwise;
}

size_t argument_values(const struct arguments *arguments, const char *name, const char **values)
{
    size_t count = 0;
    for (size_t i = 0; i < arguments->given_count; i++)
        if (strcmp(arguments->given[i].option->name, name) == 0)
            values[count++] = arguments->given[i].value;
    return count;
}

int argument_among(const struct arguments *arguments, const char *name, const char *const *words)
{
    const char *value = argument_value(arguments, name, words[0]);
    char allowed[200] = "";
    size_t at = 0;
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], value) == 0)
            return i;
        at += (size_t)snprintf(allowed + at, sizeof allowed - at, "%s%s", i > 0 ? ", " : "",
                               words[i]);
    }
    bad_input(arguments->command->name, "--%s %s: one of %s is expected", name, value, allowed);
    return -1;
}

bool argument_whole(const struct arguments *arguments, const char *name, unsigned long long least,
                    unsigned long long most, unsigned long long *number)
{
    const char *value = argument_value(arguments, name, NULL);
    char why[WHY_TEXT];
    uint64_t read;
    if (!value)
        return true;
    if (!whole_read(value, &read, why)) {
        bad_input(arguments->command->name, "--%s %s: %s", name, value, why);
        return false;
    }
    if (read < least || read > most) {
        bad_input(arguments->command->name, "--%s %s: outside [%llu, %llu]", name, value, least,
                  most);
        return false;
    }
    *number = read;
    return true;
}

void arguments_text(const struct arguments *arguments, char text[ARGUMENTS_TEXT])
{
    size_t at = 0;
    text[0] = '\0';
    for (int i = 0; i < arguments->count && at < ARGUMENTS_TEXT; i++) {
        const char *word = arguments->words[i];
        const char *slash = strrchr(word, '/'), *equals = strchr(word, '=');
        const int kept = slash && equals && equals < slash ? (int)(equals + 1 - word) : 0;
        at += (size_t)snprintf(text + at, ARGUMENTS_TEXT - at, "%s%.*s%s", i > 0 ? " " : "", kept,
                               word, slash ? slash + 1 : word);
    }
}
