/* The part of needs that goes on: a month of course of each need, and the end of some. */
#ifndef PROCESS_NEEDS_COURSE_H
#define PROCESS_NEEDS_COURSE_H

#include "process/needs_onset.h"

/* The needs of one block, after which the same thread does those before `end_block`; `wide`, only
 * where avx2_can() says so, four at once to the same bits. */
void needs_course(const struct rates *rates, struct world *world, size_t block, size_t end_block,
                  bool wide);

#endif
