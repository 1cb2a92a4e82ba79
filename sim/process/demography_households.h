/* The part of demography in which households change from within: children leave
 * home, singles pair, couples part. */
#ifndef PROCESS_DEMOGRAPHY_HOUSEHOLDS_H
#define PROCESS_DEMOGRAPHY_HOUSEHOLDS_H

#include "process/demography_census.h"

/* The chances of who is likeliest to. */
void demography_households_likeliest(struct likeliest *likeliest,
                                     const struct demography_params *params,
                                     const struct keeping *keeping);
void demography_leave_home(const struct census *census);
void demography_pair(const struct census *census);
void demography_part(const struct census *census);

#endif
