/* Self-reliance: what help, or its lack, does to people's own strength.
 *
 * Up: a need that ended by own or informal help or by a place; formal hours tied to
 * the network around the person; empowerment, as far as there is no overload; each
 * month in a place for work or taking part.
 * Down: formal hours that replace what was there; asked and not helped. And a
 * slow return to a base by age and income. A child has the household's highest.
 *
 * Reads needs, levers. Writes residents: self_reliance; neighbourhoods: gain. */
#ifndef PROCESS_SELF_RELIANCE_H
#define PROCESS_SELF_RELIANCE_H

#include "params/params.h"
#include "world/world.h"

void self_reliance_step(const struct self_reliance_params *params, const struct hours_params *hours,
                        double relief_share, struct moment now, struct world *world);

#endif
