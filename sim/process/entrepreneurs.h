/* Socially engaged entrepreneurs: capital, places for work and taking part, beginning and
 * ending.
 *
 * An entrepreneur puts a share of its capital, its engagement, into places. A client with a
 * known need for work or company comes to a place through who serves it: the chance that it
 * is put forward goes by the collaboration tie between its provider and the entrepreneur.
 * A place gives hours of help and some company, strengthens, and may become a job, which
 * ends a need for work. Capital moves each month by
 *
 *     settling (usual - capital) + custom usual engagement position
 *     + filled (product - guidance (1 + burden control)(1 + filled / size)) + luck usual z
 *
 * with size the places that the usual capital can carry. Once a year the entrepreneur
 * chooses how engaged it will be: see entrepreneurs_choice.h. Under `ruin` times the usual
 * capital it ends; others are founded.
 *
 * Reads residents (known, birth), needs, collaboration_ties, levers. Writes needs: place;
 * support_ties; organisations, of entrepreneurs: capital, offered, filled, payoff,
 * engagement, network_effort, attraction, experience, aspiration, and all of those that
 * begin or end; collaboration_ties of those that end; municipalities: jobs_found,
 * entrepreneurs_begun, entrepreneurs_ended; events. */
#ifndef PROCESS_ENTREPRENEURS_H
#define PROCESS_ENTREPRENEURS_H

#include "params/scenario.h"
#include "process/entrepreneurs_places.h"

/* What the month of an entrepreneur brings in beside luck, in euro. `control` is that of
 * monitoring, mu_c. */
double entrepreneurs_result(const struct entrepreneurs_params *params, double engagement,
                            double position, double filled, double control);

void entrepreneurs_step(const struct scenario *scenario, struct moment now, struct world *world);

/* A month before the first, in which nobody has a place yet: capital, who
 * ends and who begins. */
void entrepreneurs_run_in(const struct scenario *scenario, struct moment now, struct world *world);
/* A later one, the how-manieth being `turn`: in the first as many are put
 * forward as in the mean stay in a place, so that as many are filled as in the long run. */
void entrepreneurs_settle(const struct entrepreneurs_params *params, struct moment now,
                          uint32_t turn, struct world *world);

#endif
