/* The command `samenspel`: finds the command that was asked for, and runs it. */
#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "params/nearest.h"

static const struct command *command_named(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static enum outcome command_unknown(const char *name)
{
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; commands[i]; i++)
        nearest_offer(&nearest, commands[i]->name);
    if (nearest.best)
        return bad_input(NULL, "no command \"%s\" (did you mean %s?)", name, nearest.best);
    return bad_input(NULL, "no command \"%s\": samenspel help lists them", name);
}

static enum outcome command_run(const struct command *command, int count, char **words)
{
    struct arguments arguments;
    enum outcome outcome = OUTCOME_BAD_INPUT;
    if (arguments_read(&arguments, command, count, words)) {
        outcome = OUTCOME_FINE;
        if (arguments.help)
            help_command(command);
        else
            outcome = command->run(&arguments);
    }
    arguments_clear(&arguments);
    return outcome;
}

static enum outcome words_run(int count, char **words)
{
    if (count < 2) {
        help_overview(stderr);
        return OUTCOME_BAD_INPUT;
    }
    if (strcmp(words[1], "--version") == 0) {
        printf("samenspel %s (%s)\n", SPEL_VERSION, SPEL_REVISION);
        return OUTCOME_FINE;
    }
    if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0) {
        help_overview(stdout);
        return OUTCOME_FINE;
    }
    const struct command *command = command_named(words[1]);
    return command ? command_run(command, count, words) : command_unknown(words[1]);
}

int main(int count, char **words)
{
    const enum outcome outcome = words_run(count, words);
    /* What was printed may still meet a full disk. */
    if (fflush(stdout) != 0 || ferror(stdout)) {
        bad_input(NULL, "the result cannot be written");
        return OUTCOME_MACHINE;
    }
    return outcome;
}
