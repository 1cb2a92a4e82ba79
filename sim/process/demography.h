/* Demography: who is born, dies, leaves home, pairs, parts and moves.
 *
 * Chances by age come from the rates table; events are drawn by skipping. The
 * number of residents of a neighbourhood follows the published counts of 2022
 * (first month) and 2024 (from month 24), and then stays: arrivals fill what
 * births leave open, with the ages of those who move. A death or departure
 * empties a place, which is not filled in the same month; a move inside the
 * area takes id, ties and needs along.
 *
 * Reads rates, position table, residents, needs. Writes residents, ties, needs
 * (rows of those who move or arrive, and row counts of blocks), counts and cursor
 * of neighbourhoods. */
#ifndef PROCESS_DEMOGRAPHY_H
#define PROCESS_DEMOGRAPHY_H

#include "params/scenario.h"
#include "world/world.h"

void demography_step(const struct demography_params *params, const struct scenario *scenario,
                     struct moment now, struct world *world);

/* Long-term care in the run-in, where nobody comes or goes: in the stead of the need of care of
 * whoever would leave there is one such as comes with those who arrive. */
void demography_settle_care(const struct scenario *scenario, struct moment now,
                            struct world *world);

#endif
