/* The part of informal support that carries: hours given, months of care, strain,
 * burnout, and the slow fading of ties. */
#ifndef PROCESS_INFORMAL_CARRYING_H
#define PROCESS_INFORMAL_CARRYING_H

#include "process/informal_asking.h"

/* What each strength of a tie is after a month of help, and after fading. */
void carrying_strengths(struct helping *helping);
/* Ties that helped grow stronger: those that `count` needs, listed as rows beyond `first`, asked
 * for help. What they ask is not to be found again afterwards, as it depends on strengths. */
void carrying_grow(const struct helping *helping, size_t first, const uint16_t *rows, size_t count);
void carrying_block(const struct helping *helping, size_t block);

/* Before a month of the run-in that counts for so many in strain. Nobody dies, moves or comes
 * there, but in the stead of as many carers as would have ended others have begun. */
void carrying_renew(double months, struct moment now, struct world *world);

#endif
