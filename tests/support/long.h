/* The full form of a test whose reduced form is in the short command. */
#ifndef TESTS_LONG_H
#define TESTS_LONG_H

#include <stdbool.h>
#include <string.h>

/* Whether the test was called with --long, as tests/CMakeLists.txt does by samenspel_long. */
static inline bool long_asked(int count, char **words)
{
    return count > 1 && strcmp(words[1], "--long") == 0;
}

#endif
