/* The month, from top to bottom. */
#ifndef MODEL_MONTH_H
#define MODEL_MONTH_H

#include "model/model.h"

/* Runs the processes of the month `now` in their order. */
void month_run(const struct scenario *scenario, struct moment now, struct world *world);
/* The processes that bring the first day to rest: needs and help, with nobody
 * being born, moving or dying and steering held still. */
void month_settle(const struct scenario *scenario, struct moment now, struct world *world);

#endif
