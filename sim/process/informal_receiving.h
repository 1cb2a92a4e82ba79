/* The part of informal support that receives: where a helper was asked for more than they can
 * give, each who asked gets a share, and ties that helped grow stronger. */
#ifndef PROCESS_INFORMAL_RECEIVING_H
#define PROCESS_INFORMAL_RECEIVING_H

#include "process/informal_asking.h"

/* Marks who was asked for more than they can give. */
void receiving_mark(const struct helping *helping, size_t block);
/* After all blocks have been marked. */
void receiving_block(const struct helping *helping, size_t block);

#endif
