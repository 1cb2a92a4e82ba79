/* What went wrong, in sentences.
 *
 * Every function that can fail takes a `struct spel_error *` as its last
 * argument and returns false or NULL. Several faults may be reported in one
 * go: one line a fault, each `file:line:column: path: what is wrong`. */
#ifndef SAMENSPEL_ERROR_H
#define SAMENSPEL_ERROR_H

#include <stddef.h>

enum spel_error_code {
    SPEL_FINE = 0,
    SPEL_ERROR_INPUT,    /* a scenario, table or argument that is not allowed */
    SPEL_ERROR_MEMORY,   /* no memory */
    SPEL_ERROR_FILE,     /* a file that cannot be opened, read or written */
    SPEL_ERROR_DISK,     /* the disk is full: what was written can be resumed */
    SPEL_ERROR_MISMATCH, /* a checkpoint or file of another scenario or version */
    SPEL_ERROR_INTERNAL
};

enum { SPEL_ERROR_TEXT = 8192 };

struct spel_error {
    enum spel_error_code code;
    size_t count;               /* faults so far */
    size_t length;              /* of the text */
    char text[SPEL_ERROR_TEXT]; /* lines, without a newline after the last */
};

#endif
