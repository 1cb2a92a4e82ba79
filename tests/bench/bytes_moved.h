/* An estimate of the bytes that a process moves in a month: every column it runs over counted
 * once for all its rows, though a gather may fetch more and a cache save some. */
#ifndef TESTS_BENCH_BYTES_MOVED_H
#define TESTS_BENCH_BYTES_MOVED_H

#include "params/scenario.h"
#include "world/world.h"

double bytes_moved(const struct world *world, enum process process);

#endif
