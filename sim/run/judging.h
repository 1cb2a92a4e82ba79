/* Claims held against what was run: over paired replicates, with intervals. */
#ifndef RUN_JUDGING_H
#define RUN_JUDGING_H

#include "output/findings.h"
#include "output/ledger.h"
#include "output/trajectory.h"

/* Judges all claims of the first scenario of the trajectory's frame. A replicate counts
 * when all its runs that a claim is about were finished. False with a sentence when
 * memory or reading fails. */
bool judging_all(struct findings *findings, const struct trajectory *trajectory,
                 const struct ledger *ledger, struct spel_error *error);

/* The verdict on a test from its value in each replicate (NaN: no number), `failed` of
 * which were not finished; fills in what the finding says in numbers. Free of where the
 * values come from. */
void judging_one(struct finding *finding, const struct claim_test *test, const double *values,
                 size_t count, size_t failed);
/* The verdict by the interval that the finding has. */
void judging_interval(struct finding *finding, const struct claim_test *test);

#endif
