/* What a command is: its words, its options and what it does. `--help`, the man
 * pages and the reading of arguments all come from the same rows.
 *
 * To add a command: a file command_NAME.c with its row, and a line in commands.c. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* What the program says to the shell. */
enum outcome {
    OUTCOME_FINE = 0,
    OUTCOME_DIFFERS = 1, /* a comparison, claim or verification failed */
    OUTCOME_BAD_INPUT = 2,
    OUTCOME_FAILED_RUNS = 3,
    OUTCOME_STOPPED = 4, /* early, and resumable */
    OUTCOME_MACHINE = 5  /* the machine failed, and nothing can be resumed */
};

struct option_row {
    const char *name;     /* "set" for --set */
    char letter;          /* 'o' for -o, 0 for none */
    const char *argument; /* "PATH=VALUE", NULL when it takes none */
    const char *sentence;
};

struct arguments;

struct command {
    const char *name;
    const char *usage;       /* what follows the name: "SCENARIO [OPTION…]" */
    const char *summary;     /* one line */
    const char *description; /* paragraphs, parted by newlines */
    size_t least, most;      /* arguments that are not options */
    const struct option_row *options;
    size_t option_count;
    enum outcome (*run)(const struct arguments *arguments);
};

extern const struct command *const commands[];   /* NULL-terminated, in the order of the help */
extern const struct option_row common_options[]; /* of every command: --help */
extern const size_t common_option_count;

/* Prints the lines of the error on stderr; the outcome that its code asks for. */
enum outcome outcome_of(const struct spel_error *error);
/* One line on stderr: `samenspel COMMAND: sentence`; bad input. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
enum outcome
bad_input(const char *command, const char *format, ...);

#endif
