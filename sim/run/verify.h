/* Runs a finished file again from the file alone, and compares the digests of
 * its state with those that the file has. */
#ifndef RUN_VERIFY_H
#define RUN_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"
#include "base/error.h"
#include "run/run.h"

enum verify_outcome {
    VERIFY_AGREES,
    VERIFY_DIFFERS,
    VERIFY_OTHER_PROGRAM, /* another version or revision wrote the file: not compared */
    VERIFY_REFUSED        /* the file or the run asked for is not there or not whole */
};

enum { VERIFY_NAME = 128 };

struct verify_report {
    size_t runs, digests; /* compared */
    char program[128];    /* that wrote the file */
    int run, month;       /* of the first difference; of a sweep, the point */
    int replicate;        /* of a sweep, else -1 */
    char scenario[VERIFY_NAME];
    char expected[DIGEST_TEXT], found[DIGEST_TEXT];
};

/* `run`: a row of /runs, or -1 for all. Of the options, threads, stop and progress
 * count. */
enum verify_outcome verify_file(const char *path, int run, const struct run_options *options,
                                struct verify_report *report, struct spel_error *error);

#endif
