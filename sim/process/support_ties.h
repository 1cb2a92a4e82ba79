/* Support ties until they evolve: the sweep that drops ties to those who left
 * and forwards ties to those who moved, and the drawing of ties that keeps
 * degree by age as it was at settlement: one of the same kind for one that was
 * lost, a full set for a newcomer, one more or less where the mean changes with
 * age. Who lost a tie meets who lost one too, so that reciprocity stays.
 *
 * In the same gather the sweep hears the experiences that alters had last month.
 *
 * Without `draws`, the process being switched off, no tie is drawn; but nobody
 * goes on counting on who is not there.
 *
 * Reads news, ages, ids. Writes ties, heard, news, counts of neighbourhoods. */
#ifndef PROCESS_SUPPORT_TIES_H
#define PROCESS_SUPPORT_TIES_H

#include "params/params.h"
#include "world/world.h"

void support_ties_step(const struct settlement_params *params, struct moment now, bool draws,
                       struct world *world);

#endif
