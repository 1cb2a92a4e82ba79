/* Steering: the enacted follows the chosen, sigma~ += rho (sigma - sigma~), with
 * rho = base + gain (leadership + flexibility) / 2. What is chosen is given by
 * the scenario until the municipality decides for itself.
 *
 * Reads chosen, levers. Writes neighbourhoods: enacted; municipalities: enacted. */
#ifndef PROCESS_STEERING_H
#define PROCESS_STEERING_H

#include "params/params.h"
#include "world/world.h"

void steering_step(const struct calendar_params *params, struct moment now, struct world *world);

#endif
