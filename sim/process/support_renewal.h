/* The months before the first, in which ties change and nobody is born, moves or
 * dies: a part of support_network. What coming and going does to ties is done to
 * those who are there, so that ties are at rest when the run begins. */
#ifndef PROCESS_SUPPORT_RENEWAL_H
#define PROCESS_SUPPORT_RENEWAL_H

#include "params/scenario.h"
#include "world/turnover.h"
#include "world/world.h"

/* Who is born after that month begins with the household alone. */
void support_renew_unborn(struct moment now, struct world *world);
/* As many households of a municipality as come in a month are marked, as if those who live there
 * had just come. */
void support_renew_newcomers(const struct turnover *turnover, struct moment now,
                             struct world *world, size_t municipality);
/* Who was marked loses all ties but those of the household; and ties fade, as with informal
 * support. */
void support_renew(const struct scenario *scenario, struct moment now, struct world *world);
/* The weights of those months: what nobody does in them, others make up for. */
struct support_network_params support_renewal_params(const struct support_network_params *params);
/* How many times as often strangers prove to be kin in them. */
double support_renewal_kin(const struct support_network_params *params,
                           const struct turnover *turnover);

#endif
