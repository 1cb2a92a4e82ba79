/* How the library says what went wrong: see samenspel/error.h. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

#include "samenspel/error.h"

#if defined(__GNUC__)
#define ERROR_FORMAT __attribute__((format(printf, 3, 4)))
#else
#define ERROR_FORMAT
#endif

void error_clear(struct spel_error *error);

/* Replaces what was there by one sentence; always returns false, so that a
 * caller can write `return error_set(...)`. `error` may be NULL. */
bool error_set(struct spel_error *error, enum spel_error_code code, const char *format,
               ...) ERROR_FORMAT;

/* Adds a line, for readers that report all faults in one go. */
bool error_add(struct spel_error *error, enum spel_error_code code, const char *format,
               ...) ERROR_FORMAT;

#endif
