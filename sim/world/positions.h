/* Who lives how: residents by age and position in the household. */
#ifndef WORLD_POSITIONS_H
#define WORLD_POSITIONS_H

#include "world/world.h"

/* Counts the residents of each municipality into cells[municipality × AGE_FIVES ×
 * POSITION_KINDS], by band of five years of age and position. */
void positions_count(const struct world *world, uint32_t month, uint32_t *cells);

#endif
