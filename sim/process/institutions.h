/* Institutions: contracts that run and are placed anew, what institutions learn and choose,
 * who begins and who stops. The parts say how: institutions_tender.h, institutions_contracts.h,
 * institutions_conduct.h, institutions_turnover.h.
 *
 * Those with spent reserves leave at the begin of a month, when the last one has been paid and
 * booked; all else is a step of its own after the collaboration network.
 *
 * Reads organisations (income, cost, margin, outcome, network_position, trust, steering),
 * neighbourhoods: wanted, hours_seen, results_seen, levers; municipalities: result_hours. Writes
 * neighbourhoods: provider, contract_left,
 * contract_price, settling_in; organisations: network_effort, attraction, experience,
 * aspiration, openness, routine, reserve (renewal), idle, domains, and whole rows of those that
 * begin and end; collaboration_ties (rivals); municipalities: contracts_placed,
 * contracts_changed, rivals_parted, institutions_begun, institutions_ended; events. */
#ifndef PROCESS_INSTITUTIONS_H
#define PROCESS_INSTITUTIONS_H

#include "params/scenario.h"
#include "world/world.h"

/* At the begin of a month. */
void institutions_leave(const struct scenario *scenario, struct moment now, struct world *world);
void institutions_step(const struct scenario *scenario, struct moment now, struct world *world);
/* The same for a month before the first: contracts, who comes, and routine and openness; effort
 * is that of the first day, as nobody has seen outcomes yet. */
void institutions_run_in(const struct scenario *scenario, struct moment now, struct world *world);

#endif
