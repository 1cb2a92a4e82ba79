/* What becomes of ties when somebody goes: a part of support_network. */
#ifndef PROCESS_SUPPORT_CUTTING_H
#define PROCESS_SUPPORT_CUTTING_H

#include "world/world.h"

/* Right after demography. Ties to and from those who died or left are cut, those of who moved go
 * to the new place, and everybody hears what those counted on experienced last month; also when the
 * process is switched off, because nobody may count on an empty place.
 *
 * Reads news, ids, next. Writes ties, heard, news, ties lost of neighbourhoods. */
void support_cutting(struct world *world);

#endif
