/* /runs: how each replicate went, and the digests that `verify` compares. */
#ifndef OUTPUT_ACCOUNTS_H
#define OUTPUT_ACCOUNTS_H

#include <stdbool.h>

#include "output/hdf.h"
#include "output/ledger.h"
#include "params/scenario.h"

void accounts_write(struct hdf *hdf, const struct scenario *scenario, const struct ledger *ledger);

/* A digest as the file has it. */
struct account {
    int replicate, month;
    char digest[DIGEST_TEXT];
};

/* All digests of a file by replicate and month; memory_release releases. */
struct account *accounts_read(struct hdf *hdf, size_t *count);

#endif
