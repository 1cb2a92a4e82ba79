/* What the cases of formal support want: the first half of serving them. */
#ifndef PROCESS_FORMAL_WANTING_H
#define PROCESS_FORMAL_WANTING_H

#include "world/world.h"

/* Finds the cases of block `b`, gives a provider to those without, and adds up what they want:
 * scratch.cases, scratch.wanted by cell, and scratch.tally by domain where nobody holds a case's
 * share of the contract. */
void formal_want(struct moment now, double scaling_step, struct world *world, size_t b);

#endif
