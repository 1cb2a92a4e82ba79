/* What providers are paid. A case is paid on the terms that were agreed when its
 * provider was found: the share `terms` follows its result, the rest its hours.
 *
 *   hours    (1 - terms) x paid hours x price
 *   result   terms x result_hours x price x (1 + result_noise (1 - alignment) (2 lot - 1))
 *
 * with the price of the contract, which is that of the domain times what was bid for it, and
 * result_hours what results of the municipality have taken of late (world/results.h);
 * the latter once, in the month in which a need ends that its provider has helped:
 * not when it is outgrown, or its resident goes. So what results pay comes later than the
 * work, and the less provider and municipality agree the less surely. */
#ifndef PROCESS_FORMAL_PAY_H
#define PROCESS_FORMAL_PAY_H

#include "params/params.h"
#include "world/world.h"

/* Sums per contract of (neighbourhood, domain, slot), from a place on in the
 * tally of a block and then in scratch.granted: units of a sixteenth of an hour,
 * these x terms in 1/255, cents for results, units x effectiveness in 1/255, and
 * results. All whole numbers. */
enum { CONTRACTS = DOMAINS * CONTRACT_SLOTS, PAY_UNITS = 16 };
enum {
    SUM_HOURS = 0,
    SUM_TERMS = CONTRACTS,
    SUM_RESULTS = 2 * CONTRACTS,
    SUM_EFFECT = 3 * CONTRACTS,
    SUM_ENDED = 4 * CONTRACTS,
    SUMS = 5 * CONTRACTS
};

/* Whether the need of this row ended this month after its provider had helped. */
bool formal_pay_ended(const struct world *world, uint32_t row);

/* Euro for a result of a contract where all of its pay follows it. */
double formal_pay_price(const struct formal_support_params *params, const struct world *world,
                        size_t n, size_t contract);

/* Cents for a result at such a price. */
int64_t formal_pay_result(const struct formal_support_params *params, double price, double terms,
                          double alignment, double lot);

/* Pays for the month by the sums per contract: hours_pay, results_pay, income,
 * cost, charged and uncovered of organisations, surcharge and result_hours of municipalities,
 * hours_seen and results_seen of contracts. `paid` and `hours` of the organisations are there
 * already. */
void formal_pay(const struct formal_support_params *params, struct world *world);

/* Pays what contracts let expect in a month before the first, when nobody is helped yet: the
 * usual part of their hours, and as many results as go with these, by lot. Writes hours, paid,
 * cost, charged, income and uncovered of organisations, and wanted, hours_seen and results_seen of
 * neighbourhoods. */
void formal_pay_usual(const struct formal_support_params *params, struct moment now,
                      struct world *world);

/* Share of the hours wanted of (neighbourhood, domain) that its providers cannot
 * offer, since pay has left more of their cost open than their buffer. */
double formal_pay_withheld(const struct formal_support_params *params, const struct world *world,
                           size_t n, int domain);

#endif
