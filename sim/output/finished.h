/* The finished file, OUT.h5: written anew from the file that grew, then put in
 * its place whole, so that a file of that name is never half of one. */
#ifndef OUTPUT_FINISHED_H
#define OUTPUT_FINISHED_H

#include <stdbool.h>

#include "base/error.h"
#include "output/elasticity.h"
#include "output/findings.h"
#include "output/frame.h"
#include "output/ledger.h"
#include "output/provenance.h"
#include "output/trajectory.h"

/* `elasticity`: NULL when it was not asked for; `findings`: NULL when nothing was
 * claimed. */
bool finished_write(const char *path, const struct frame *frame,
                    const struct trajectory *trajectory, const struct ledger *ledger,
                    const struct elasticity *elasticity, const struct findings *findings,
                    const struct provenance *provenance, struct spel_error *error);

/* Whether the file at `path` is this program's finished run of these scenarios. */
bool finished_is_of(const char *path, const struct scenario *scenarios, size_t count);

#endif
