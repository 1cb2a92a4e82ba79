/* The part of informal support that carries: hours given, months of care, strain,
 * burnout, and the slow fading of ties. */
#ifndef PROCESS_INFORMAL_CARRYING_H
#define PROCESS_INFORMAL_CARRYING_H

#include "process/informal_asking.h"

/* What each strength of a tie is after a month of help, and after fading. */
void carrying_strengths(const struct informal_support_params *params, uint8_t grown[256],
                        uint8_t faded[256]);
void carrying_block(const struct helping *helping, size_t block);

#endif
