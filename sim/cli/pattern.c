#include "cli/pattern.h"

#include <fnmatch.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST = 512 };

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static void lowered(const char *text, char to[LONGEST])
{
    size_t i = 0;
    for (; text[i] && i < LONGEST - 1; i++)
        to[i] = lower(text[i]);
    to[i] = '\0';
}

bool pattern_matches(const char *pattern, const char *text)
{
    char small_pattern[LONGEST], small_text[LONGEST];
    lowered(pattern, small_pattern);
    lowered(text, small_text);
    if (strpbrk(pattern, "*?["))
        return fnmatch(small_pattern, small_text, 0) == 0;
    return strstr(small_text, small_pattern) != NULL;
}
