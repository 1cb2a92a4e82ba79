/* Formal support: contracts, ranking, hours and their effectiveness.
 *
 * Contracted (paid) hours of (neighbourhood, domain) follow seen demand and are
 * held, over the municipality, to budget (1 + overrun) / price; client hours are
 * paid hours less administration A. Known cases are served by their own
 * provider, in the order of severity band and then months waited; the rank at
 * which supply runs out gets part of its hours. Effectiveness of a case is the
 * product of match, coordination and drift, and of the network around the
 * person: see formal_effect.h.
 *
 * Providers are paid for hours and for results: see formal_pay.h.
 *
 * Reads residents, levers, steering, budgets. Writes needs: provider, terms,
 * formal, effectiveness, waiting, alone, flags; neighbourhoods: contracted,
 * supply, wanted, paid, hours_seen, results_seen; organisations: hours, paid,
 * hours_pay, results_pay, income, cost, uncovered, friction, openness, alignment,
 * network_position, steering, quadrant; municipalities: surcharge, result_hours;
 * collaborations: strength. */
#ifndef PROCESS_FORMAL_SUPPORT_H
#define PROCESS_FORMAL_SUPPORT_H

#include "params/params.h"
#include "world/world.h"

void formal_support_step(const struct formal_support_params *params, double scaling_step,
                         struct moment now, struct world *world);

#endif
