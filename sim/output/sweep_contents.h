/* What is in the file of a sweep, finished or not. */
#ifndef OUTPUT_SWEEP_CONTENTS_H
#define OUTPUT_SWEEP_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "output/ledger.h"

struct sweep_contents {
    char *program, *title, *design;
    char *identity; /* a line each: "varied: knobs.informal as values 0 1", "kept: trust_mean" */
    char *until;    /* NULL for none */
    char *seed;     /* hexadecimal */
    size_t n, points, replicates, months;
    size_t until_replicates; /* after which the claim held; 0: it did not */
    size_t of_status[LEDGER_STATUSES];
    int8_t *status;  /* [point][replicate], enum ledger_status */
    char **messages; /* by run, as status */
    size_t runs;
};

/* Whether a file is one of a sweep; false also for what cannot be opened. */
bool sweep_contents_are(const char *path);
/* Cleared also after a failure. */
bool sweep_contents_read(const char *path, struct sweep_contents *contents,
                         struct spel_error *error);
void sweep_contents_clear(struct sweep_contents *contents);

#endif
