/* How listings are searched. */
#ifndef CLI_PATTERN_H
#define CLI_PATTERN_H

#include <stdbool.h>

/* Whether the text holds the pattern, capitals and small letters alike; a pattern
 * with *, ? or [ stands for the whole text. */
bool pattern_matches(const char *pattern, const char *text);

#endif
