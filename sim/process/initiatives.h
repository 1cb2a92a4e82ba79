/* Residents' initiatives: people who take something up together.
 *
 * Somebody begins one, the sooner the more room rules leave, the more trust and time the
 * person has, the more neighbours face the same (shared needs, clustered in the street) and
 * the more engaged entrepreneurs are. Members ask others: those they have ties with, and
 * those in their street; who is asked joins the sooner the more time there is (fact 37: most
 * who do not help say that nobody asked). Members pledge hours out of their own time for
 * helping, before informal support is asked of them. With these the initiative helps with
 * needs of its domain in its area, first of those whom members know, then of others in an
 * order by lot that lasts: V <= phi (R - O) - I.
 *
 * Energy rises with results, early ones most, and with fresh members, and falls with control,
 * gaps in funding and the leaving of the founder. Without energy it ends sooner. It hardens
 * into an institution with formality, which grows with size, funding and control. It may
 * challenge: take over a contract in its neighbourhood and domain.
 *
 * Reads residents, needs, ties, levers, steering, contracts. Writes needs: initiative;
 * residents: membership; initiatives; organisations (rows of initiatives that begin, end or
 * harden); collaboration_ties and contracts of those that end; counts of municipalities. */
#ifndef PROCESS_INITIATIVES_H
#define PROCESS_INITIATIVES_H

#include "params/params.h"
#include "world/world.h"

/* Hours that members pledge this month: before informal support. */
void initiatives_pledge(const struct params *params, struct moment now, struct world *world);
/* The month; without `challenges` nobody asks to take over a contract. */
void initiatives_step(const struct params *params, bool challenges, struct moment now,
                      struct world *world);
/* The stock of the first day with its ages: once ties are there. */
void initiatives_settle(const struct params *params, struct moment now, struct world *world);

#endif
