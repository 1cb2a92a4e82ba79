/* The arguments of a command, read by its table of options. */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include "cli/command.h"

struct given {
    const struct option_row *option;
    const char *value; /* NULL when it takes none */
};

struct arguments {
    const struct command *command;
    const char *program; /* as it was called */
    int count;           /* the whole command line, as it was given */
    char *const *words;
    const char *const *positions; /* what is no option, in order */
    size_t position_count;
    struct given *given; /* in order */
    size_t given_count;
    bool help; /* --help was among them: nothing else was checked */
};

/* Reads what follows the name of the command at words[1]; faults go to stderr.
 * Cleared with arguments_clear also after a failure. */
bool arguments_read(struct arguments *arguments, const struct command *command, int count,
                    char **words);
void arguments_clear(struct arguments *arguments);

/* Whether --NAME was given; its last value, or `otherwise`. */
bool argument_given(const struct arguments *arguments, const char *name);
const char *argument_value(const struct arguments *arguments, const char *name,
                           const char *otherwise);
/* Puts all values of --NAME into `values`, which has room for given_count; returns how many. */
size_t argument_values(const struct arguments *arguments, const char *name, const char **values);
/* The position of the value of --NAME in a NULL-terminated list of words, the first when
 * it was not given; -1 after a sentence on stderr. */
int argument_among(const struct arguments *arguments, const char *name, const char *const *words);
/* The value of --NAME as a whole number; false after a sentence on stderr. Leaves
 * *number as it is when the option was not given. */
bool argument_whole(const struct arguments *arguments, const char *name, unsigned long long least,
                    unsigned long long most, unsigned long long *number);
/* Whether a file can be written there: not over what is read, a folder or a device, --force or not.
 * `output` is the value of an option or one of the positions; false after a sentence on stderr. */
bool argument_output(const struct arguments *arguments, const char *output, bool may_be_folder);
/* The command line as it goes into a file: without folders. */
enum { ARGUMENTS_TEXT = 4096 };
void arguments_text(const struct arguments *arguments, char text[ARGUMENTS_TEXT]);

#endif
