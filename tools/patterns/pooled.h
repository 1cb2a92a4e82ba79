/* What came of a claim over several files of replicates. */
#ifndef PATTERNS_POOLED_H
#define PATTERNS_POOLED_H

#include <stdbool.h>

#include "output/findings.h"

/* Adds the replicates of `more`, which has some of the claims of `found` in the same
 * order, to those of `found`: intervals and verdicts of these are then of all together.
 * False when it has none, or others. */
bool pooled_add(struct findings *found, const struct findings *more);

#endif
