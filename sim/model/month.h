/* The month, from top to bottom. */
#ifndef MODEL_MONTH_H
#define MODEL_MONTH_H

#include "model/model.h"

/* Who wants to know when each process of a month is done: the benchmark.
 * The library itself never reads a clock. */
struct laps {
    void (*lap)(struct laps *laps, enum process process);
};

/* Runs the processes of the month `now` in their order; `laps` may be NULL. */
void month_run(const struct scenario *scenario, struct moment now, struct world *world,
               struct laps *laps);
/* The processes that bring the first day to rest: needs and help, with nobody
 * being born, moving or dying and steering held still; `turn` counts them. */
void month_settle(const struct scenario *scenario, struct moment now, uint32_t turn,
                  struct world *world);
/* The same for ties: a month before the first, in which nothing but ties changes. */
void month_settle_ties(const struct scenario *scenario, struct moment now, struct world *world);
/* Initiatives that began before the first month, once ties are at rest. */
void month_settle_initiatives(const struct scenario *scenario, struct moment now,
                              struct world *world);
/* The same for organisations: first what they have, and then a month before the first in which
 * they alone come and go, work, find each other and try out. */
void month_settle_stock(const struct scenario *scenario, struct moment now, struct world *world);
void month_settle_organisations(const struct scenario *scenario, struct moment now,
                                struct world *world);
/* The same for visions: a month before the first in which parties talk. */
void month_settle_visions(const struct scenario *scenario, struct moment now, struct world *world);
/* Who agrees with whom on the first day, and what is judged by. */
void month_settle_views(const struct scenario *scenario, struct world *world);

#endif
