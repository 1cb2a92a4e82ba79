#include <stdio.h>
#include <string.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/help.h"

static const struct option_row options[] = {
    {"man", 0, NULL, "Prints the man page, as roff, instead."},
    {"names", 0, NULL, "Prints the names of the commands only."},
};

static enum outcome help_run(const struct arguments *arguments)
{
    const struct command *command = NULL;
    const char *name = arguments->position_count > 0 ? arguments->positions[0] : NULL;
    for (size_t i = 0; name && commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            command = commands[i];
    if (name && !command)
        return bad_input("help", "no command \"%s\": samenspel help lists them", name);
    if (argument_given(arguments, "names"))
        for (size_t i = 0; commands[i]; i++)
            puts(commands[i]->name);
    else if (argument_given(arguments, "man"))
        help_manual(command);
    else if (command)
        help_command(command);
    else
        help_overview(stdout);
    return OUTCOME_FINE;
}

const struct command command_help = {
    .name = "help",
    .usage = "[COMMAND] [--man] [--names]",
    .summary = "says what a command does",
    .description = "Lists the commands, or says what one of them does and which options it has.",
    .least = 0,
    .most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = help_run,
};
