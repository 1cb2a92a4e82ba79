/* What came of a claim over several files of replicates. */
#ifndef PATTERNS_POOLED_H
#define PATTERNS_POOLED_H

#include <stdbool.h>

#include "output/findings.h"

/* Adds the replicates of `more` to those of `found`: intervals and verdicts are then of
 * all together. False when they are not about the same claims. */
bool pooled_add(struct findings *found, const struct findings *more);

#endif
