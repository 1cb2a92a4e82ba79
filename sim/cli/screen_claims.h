/* What came of the claims of a finished file, on the screen. */
#ifndef CLI_SCREEN_CLAIMS_H
#define CLI_SCREEN_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "cli/screen.h"

/* Prints a line or two for each claim, nothing when there are none or when `quiet`;
 * how many of them are broken. False when the file cannot be read. */
bool screen_claims(const char *path, enum language language, bool quiet, size_t *broken,
                   struct spel_error *error);

#endif
