/* Help and man pages, both from the tables of commands. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/command.h"

/* All commands in one screen. */
void help_overview(FILE *file);
/* One command, on stdout. */
void help_command(const struct command *command);
/* The man page of a command, or of the program when NULL, as roff on stdout. */
void help_manual(const struct command *command);

/* Prints words within 80 columns, each line after `indent` spaces. */
void print_wrapped(FILE *file, int indent, const char *text);

#endif
