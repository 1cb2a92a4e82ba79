/* A whole file of text in memory. */
#ifndef PARAMS_FILE_TEXT_H
#define PARAMS_FILE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* The bytes of the file and a zero after them, in memory from memory_take. A file that is
 * missing, a folder, empty, not text or above `limit` bytes is refused with a
 * sentence that is added to the error; at most limit + 1 bytes are ever read. */
char *file_text_read(const char *path, size_t limit, size_t *length, struct spel_error *error);
/* The same judgement on a text that is already there. */
bool text_is_readable(const char *name, const char *text, size_t length, size_t limit,
                      struct spel_error *error);

#endif
