/* Degree distributions, added up over simulations in whole numbers, so that threads
 * may add in any order. */
#ifndef RUN_NETWORK_DEGREES_H
#define RUN_NETWORK_DEGREES_H

#include "network/lists.h"
#include "output/network_results.h"

/* Adds one network, by one direction of its ties. */
bool network_degrees_add(struct network_degrees *degrees, const struct lists *lists,
                         struct spel_error *error);
/* Adds what another thread has added up. */
bool network_degrees_merge(struct network_degrees *all, const struct network_degrees *one,
                           struct spel_error *error);

#endif
