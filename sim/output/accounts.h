/* /runs: how each replicate of each scenario went, and the digests that `verify` compares. */
#ifndef OUTPUT_ACCOUNTS_H
#define OUTPUT_ACCOUNTS_H

#include <stdbool.h>

#include "output/frame.h"
#include "output/hdf.h"
#include "output/ledger.h"

void accounts_write(struct hdf *hdf, const struct frame *frame, const struct ledger *ledger);

/* A digest as the file has it. */
struct account {
    int run, month;
    char digest[DIGEST_TEXT];
};

/* All digests of a file by run and month; memory_release releases. */
struct account *accounts_read(struct hdf *hdf, size_t *count);

#endif
