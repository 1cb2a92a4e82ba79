/* For tests of the command: runs it in a folder of its own, and what it said. */
#ifndef TESTS_CLI_SAID_H
#define TESTS_CLI_SAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/command.h"

enum { TEXT = 1 << 20, LINE = 4096 };

/* What the last command said. */
struct said {
    char out[TEXT], err[TEXT];
};

static inline int folder_enter(void **state)
{
    struct said *said = calloc(1, sizeof *said);
    char folder[] = "/tmp/samenspel_cli_XXXXXX";
    *state = said;
    return said && mkdtemp(folder) && chdir(folder) == 0 && getenv("SAMENSPEL_SCENARIOS") ? 0 : -1;
}

static inline int folder_leave(void **state)
{
    char folder[LINE], line[LINE + 16];
    free(*state);
    if (!getcwd(folder, sizeof folder) || chdir("/") != 0)
        return -1;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

static inline void file_read(const char *name, char text[TEXT])
{
    FILE *file = fopen(name, "rb");
    if (!file)
        fail_msg("%s is not there", name);
    const size_t length = fread(text, 1, TEXT - 1, file);
    fclose(file);
    assert_in_range(length, 0, TEXT - 2);
    text[length] = '\0';
}

/* A file with this text in the folder. */
static inline void given(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void says(const char *text, const char *wanted)
{
    if (!strstr(text, wanted))
        fail_msg("expected: %s\nsaid: %s", wanted, text);
}

/* Runs `samenspel ARGUMENTS` and checks how it ends; what it said goes to *said. */
static inline void run(struct said *said, const char *arguments, enum outcome outcome)
{
    char line[LINE + sizeof COMMAND + 64];
    snprintf(line, sizeof line, COMMAND " %s >said.out 2>said.err", arguments);
    const int status = system(line);
    file_read("said.out", said->out);
    file_read("said.err", said->err);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) != (int)outcome)
        fail_msg("samenspel %s: outcome %d\n%s", arguments, WEXITSTATUS(status), said->err);
}

/* One line on stderr and nothing on stdout. */
static inline void refuses(struct said *said, const char *arguments, const char *line)
{
    run(said, arguments, OUTCOME_BAD_INPUT);
    assert_string_equal(said->out, "");
    says(said->err, line);
    assert_ptr_equal(strchr(said->err, '\n'), said->err + strlen(said->err) - 1);
}

#endif
