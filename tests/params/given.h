/* What the tests of the scenario reader share: a folder of their own, files in it,
 * and the question whether a scenario is refused with a certain sentence. */
#ifndef TESTS_PARAMS_GIVEN_H
#define TESTS_PARAMS_GIVEN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "params/scenario.h"

enum { FOLDER_TEXT = 64, GIVEN_TEXT = 4096 };

/* The lines that a scenario needs; one may be left out of what is given. */
#define HEAD  "samenspel: 1\n"
#define PLACE "place: {municipality: Zwolle}\n"

/* A fresh folder, the current one while the tests run. */
static inline int folder_enter(void **state)
{
    char *folder = malloc(FOLDER_TEXT);
    if (!folder)
        return -1;
    strcpy(folder, "/tmp/samenspel_params_XXXXXX");
    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 && getenv("SAMENSPEL_SCENARIOS") ? 0 : -1;
}

static inline int folder_leave(void **state)
{
    char command[FOLDER_TEXT + 16];
    snprintf(command, sizeof command, "rm -rf %s", (char *)*state);
    const int outcome = chdir("/") == 0 ? system(command) : -1;
    free(*state);
    return outcome;
}

static inline void given_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fputs(text, file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
}

/* Reads with one --set, or none when NULL. */
static inline bool given_read(struct scenario *scenario, const char *path, const char *set,
                              struct spel_error *error)
{
    const char *const folders[] = {getenv("SAMENSPEL_SCENARIOS"), NULL};
    return scenario_read(scenario, path, &set, set != NULL, folders, error);
}

/* The scenario s.yaml with this text; it must be allowed. */
static inline void given_scenario(struct scenario *scenario, const char *text, const char *set)
{
    struct spel_error error;
    given_file("s.yaml", text);
    if (!given_read(scenario, "s.yaml", set, &error))
        fail_msg("refused: %s", error.text);
}

static inline bool has_line(const char *lines, const char *wanted)
{
    const size_t length = strlen(wanted);
    for (; *lines; lines += strcspn(lines, "\n"), lines += *lines == '\n')
        if (strcspn(lines, "\n") == length && strncmp(lines, wanted, length) == 0)
            return true;
    return false;
}

/* That reading says this line, and leaves nothing behind. */
static inline void refused(const char *path, const char *set, const char *line)
{
    static const struct scenario nothing;
    struct scenario scenario;
    struct spel_error error;
    assert_false(given_read(&scenario, path, set, &error));
    if (!has_line(error.text, line))
        fail_msg("expected: %s\nsaid: %s", line, error.text);
    assert_memory_equal(&scenario, &nothing, sizeof nothing);
}

/* The same of the scenario s.yaml with this text. */
static inline void text_refused(const char *text, const char *line)
{
    given_file("s.yaml", text);
    refused("s.yaml", NULL, line);
}

/* The same of one --set on a scenario without faults. */
static inline void set_refused(const char *set, const char *line)
{
    given_file("s.yaml", HEAD PLACE);
    refused("s.yaml", set, line);
}

#endif
