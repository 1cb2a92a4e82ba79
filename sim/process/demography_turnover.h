/* What a month of demography comes to, without its chances: a part of demography. Who goes and who
 * comes follows from the residents of the first day by age and position, and from what keeps the
 * municipality as it is (demography_keeping.h); as many come as die or go and are not born. */
#ifndef PROCESS_DEMOGRAPHY_TURNOVER_H
#define PROCESS_DEMOGRAPHY_TURNOVER_H

#include "params/scenario.h"
#include "world/turnover.h"
#include "world/world.h"

void demography_turnover(struct turnover *turnover, const struct scenario *scenario,
                         const struct world *world, size_t municipality);

#endif
