/* The text by which sweeps are told apart: program, scenario, what is varied, the design and
 * what is kept; not how many points or replicates there are where more can follow. */
#ifndef OUTPUT_SWEEP_IDENTITY_H
#define OUTPUT_SWEEP_IDENTITY_H

#include "output/sweep_file.h"

/* By memory_release; NULL without memory. `grows`: more points leave the first as they are.
 * `seed`: of the sampling. */
char *sweep_identity(const struct sweep_plan *plan, bool grows, uint64_t seed,
                     struct spel_error *error);
/* False with the first line in which two of them differ. */
bool sweep_identity_same(const char *path, const char *found, const char *wanted,
                         struct spel_error *error);

#endif
