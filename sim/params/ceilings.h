/* Ceilings of monthly chances. Candidates for rare events are drawn at a rate that
 * no scenario moves, so that one shocked neighbourhood moves nobody else's chances;
 * a chance above that rate could not be kept, and is refused. */
#ifndef PARAMS_CEILINGS_H
#define PARAMS_CEILINGS_H

#include "params/domain.h"

extern const double onset_ceiling[DOMAINS];
extern const double moving_ceiling; /* of a household that leaves its home */

#endif
