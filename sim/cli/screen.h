/* Headline results on the screen, in Dutch or English. */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include <stdbool.h>

#include "base/error.h"

enum language { ENGLISH, DUTCH };
extern const char *const language_words[]; /* "en", "nl", NULL */

/* How many letters of UTF-8 a text has. */
int screen_letters(const char *text);
/* A text in a column of `width` letters, and at least one space behind it. */
void screen_put_padded(const char *text, int width);

/* First and last year of a finished file, and what it does not include. */
bool screen_results(const char *path, enum language language, struct spel_error *error);

#endif
