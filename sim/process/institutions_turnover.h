/* Institutions come and go (knock-out `entry`). */
#ifndef PROCESS_INSTITUTIONS_TURNOVER_H
#define PROCESS_INSTITUTIONS_TURNOVER_H

#include "params/scenario.h"
#include "world/world.h"

/* Who owes more than `credit` months of its cost stops with chance `exit`; who has held
 * no contract for `patience` months gives up. */
void institutions_exit(const struct institutions_params *params, struct moment now,
                       struct world *world);
/* For each of the institutions that there should be one begins with chance entry / 12 ×
 * 2 entrant_openness, as long as there are rows. It serves one domain, by lot in proportion to
 * the hours wanted per institution that serves it already, has nothing, and sees things its
 * own way. */
void institutions_enter(const struct scenario *scenario, struct moment now, struct world *world);

/* The stock from which the run-in begins: staff for the hours given, and reserves. */
void institutions_stock(const struct institutions_params *params, struct moment now,
                        struct world *world);

#endif
