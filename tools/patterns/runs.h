/* The files of a pattern: NAME.h5, under the null model NAME-null.h5, and, of seeds of
 * their own and of the claims that were undecided then, NAME-more1.h5 and so on. */
#ifndef PATTERNS_RUNS_H
#define PATTERNS_RUNS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "output/findings.h"

struct runs_asked {
    const char *folder;
    const char *replicates; /* NULL: as the scenarios have it */
    uint32_t most;          /* replicates of a pattern that is not decided; 0: no more */
};

/* Runs what is not there, or not finished. */
bool runs_make(const struct runs_asked *asked, const char *name, struct spel_error *error);

/* Reads what is there: `null` is empty when it was not run. Both are empty, without an
 * error, when the pattern was not. */
bool runs_read(const char *folder, const char *name, struct findings *found, struct findings *null,
               struct spel_error *error);

#endif
