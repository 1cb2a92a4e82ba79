/* Hours of formal support for the cases of a block, once it is known how far supply goes, and
 * their effectiveness: the second half of serving them. */
#ifndef PROCESS_FORMAL_SERVING_H
#define PROCESS_FORMAL_SERVING_H

#include "process/formal_effect.h"

/* Serves the cases of block `b` (scratch.cases) by the shares of scratch.granted, and leaves the
 * sums per contract of formal_pay.h in scratch.tally. */
void formal_serve(const struct formal_month *month, struct moment now, struct world *world,
                  size_t b);

#endif
