#include "cli/help.h"

#include <string.h>

#include "base/version.h"

enum { WIDTH = 80, INDENT = 4, OPTION_TEXT = 80 };

static const char about[] =
    "samenspel simulates the social domain of Dutch municipalities, month by month: needs and "
    "help, "
    "families and professionals, trust and steering. A scenario says what is turned; a run "
    "writes everything that follows into one HDF5 file. It explores what follows from stated "
    "assumptions and predicts nothing.";

static const struct {
    const char *status, *meaning;
} outcomes[] = {
    {"0", "All is well."},
    {"1", "A comparison, claim or verification failed."},
    {"2", "Bad input; nothing was written."},
    {"3", "Finished, with runs that failed."},
    {"4", "Stopped early by a signal, a limit or a full disk; --resume continues."},
    {"5", "The machine failed and nothing can be resumed."},
};
enum { OUTCOMES = sizeof outcomes / sizeof *outcomes };

static const struct {
    const char *name, *meaning;
} environment[] = {
    {"SAMENSPEL_SCENARIOS", "The folder with scenarios and place tables, instead of scenarios/ in "
                            "the current folder and the installed one."},
};

/* Columns that a text takes: the later bytes of a letter take none. */
static int columns(const char *text, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

void print_wrapped(FILE *file, int indent, const char *text)
{
    int at = 0;
    while (*text) {
        const size_t length = strcspn(text, " \n");
        const int wide = columns(text, length);
        if (at > 0 && at + 1 + wide > WIDTH) {
            fputc('\n', file);
            at = 0;
        }
        at += at > 0 ? fprintf(file, " ") : fprintf(file, "%*s", indent, "");
        fprintf(file, "%.*s", (int)length, text);
        at += wide;
        text += length;
        if (*text == '\n') {
            fputs("\n", file);
            at = 0;
        }
        text += *text != '\0';
    }
    fputc('\n', file);
}

static void option_text(const struct option_row *row, char text[OPTION_TEXT])
{
    const char letter[] = {'-', row->letter, ',', ' ', '\0'};
    snprintf(text, OPTION_TEXT, "%s--%s%s%s", row->letter ? letter : "", row->name,
             row->argument ? " " : "", row->argument ? row->argument : "");
}

void help_overview(FILE *file)
{
    fputs("Usage: samenspel COMMAND [ARGUMENT...]\n\n", file);
    print_wrapped(file, 0, about);
    fputs("\nCommands:\n", file);
    for (size_t i = 0; commands[i]; i++)
        fprintf(file, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    fputs(
        "\nsamenspel COMMAND --help says more about one; samenspel --version says which this is.\n",
        file);
}

static void print_options(const struct option_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[OPTION_TEXT];
        option_text(&rows[i], text);
        printf("  %s\n", text);
        print_wrapped(stdout, 2 * INDENT, rows[i].sentence);
    }
}

void help_command(const struct command *command)
{
    printf("Usage: samenspel %s %s\n\n", command->name, command->usage);
    print_wrapped(stdout, 0, command->description);
    puts("\nOptions:");
    print_options(command->options, command->option_count);
    print_options(common_options, common_option_count);
}

/* Text for roff: nothing in it may be taken for a request. */
static void roff_text(const char *text)
{
    bool at_start = true;
    for (; *text; text++) {
        if (at_start && (*text == '.' || *text == '\''))
            fputs("\\&", stdout);
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\n')
            fputs("\n.PP\n", stdout);
        else
            putchar(*text);
        at_start = *text == '\n';
    }
}

static void roff_entry(const char *term, const char *sentence)
{
    fputs(".TP\n.B ", stdout);
    roff_text(term);
    putchar('\n');
    roff_text(sentence);
    putchar('\n');
}

static void roff_options(const struct option_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char text[OPTION_TEXT];
        option_text(&rows[i], text);
        roff_entry(text, rows[i].sentence);
    }
}

static void roff_heading(const char *name, const char *dashed, const char *summary)
{
    printf(".TH SAMENSPEL%s%s 1 \"\" \"samenspel %s\" \"User Commands\"\n", dashed, name,
           SPEL_VERSION);
    printf(".SH NAME\nsamenspel%s%s \\- ", dashed, name);
    roff_text(summary);
    puts("\n.SH SYNOPSIS");
}

static void roff_endings(void)
{
    puts(".SH EXIT STATUS");
    for (size_t i = 0; i < OUTCOMES; i++)
        roff_entry(outcomes[i].status, outcomes[i].meaning);
    puts(".SH ENVIRONMENT");
    for (size_t i = 0; i < sizeof environment / sizeof *environment; i++)
        roff_entry(environment[i].name, environment[i].meaning);
}

static void roff_program(void)
{
    roff_heading("", "", "simulates the social domain of Dutch municipalities");
    puts(".B samenspel\nCOMMAND [ARGUMENT...]\n.SH DESCRIPTION");
    roff_text(about);
    puts("\n.SH COMMANDS");
    for (size_t i = 0; commands[i]; i++)
        roff_entry(commands[i]->name, commands[i]->summary);
    roff_endings();
    puts(".SH SEE ALSO");
    for (size_t i = 0; commands[i]; i++)
        printf(".BR samenspel\\-%s (1)%s\n", commands[i]->name, commands[i + 1] ? "," : "");
}

void help_manual(const struct command *command)
{
    if (!command) {
        roff_program();
        return;
    }
    roff_heading(command->name, "\\-", command->summary);
    printf(".B samenspel %s\n", command->name);
    roff_text(command->usage);
    puts("\n.SH DESCRIPTION");
    roff_text(command->description);
    puts("\n.SH OPTIONS");
    roff_options(command->options, command->option_count);
    roff_options(common_options, common_option_count);
    roff_endings();
    puts(".SH SEE ALSO\n.BR samenspel (1)");
}
