/* The history of collaboration: what kept and broken promises leave behind.
 *
 *     h += pace (k - h)
 *
 * with k the mean over the kinds of which something happened in the last twelve
 * months: of terms (share kept - expected) / (1 - expected), held to [-1, 1]; of
 * every other kind (kept - broken) / (kept + broken + 1). Where nothing happened
 * h stays. Municipalities also come upon organisations that serve their own
 * interest, with chance found x monitoring x mean drift over client hours a month:
 * that is a promise broken.
 *
 * Reads municipalities (kept_year, broken_year), organisations (hours, drift,
 * steering). Writes municipalities: history; broken. */
#ifndef PROCESS_HISTORY_H
#define PROCESS_HISTORY_H

#include "params/params.h"
#include "world/world.h"

/* After what was counted this month has been closed (history_close). */
void history_step(const struct history_params *params, struct moment now, struct world *world);

#endif
