/* One contract of (neighbourhood, domain, slot) is placed anew. Its holder bids, and some
 * others of the municipality that serve the domain and hold no other part of it there; where
 * nobody serves it, all are asked. Who is chosen: by multinomial logit on
 *
 *   - price (1 - terms) (bid - 1) + outcome e + position x + incumbency (1 - openness) [holds it]
 *
 * with `terms` and `openness` the levers collaboration_terms and entrant_openness of the
 * neighbourhood, e the effectiveness of a bidder's hours over about a year (what nobody has
 * seen yet counts as the mean of the others), x its network position, and
 *
 *   bid = cost of its hour (1 + mark_up (0.5 + terms)) / brings
 *   brings = 1 - results (1 - hours that a result is paid as / hours that it took here)
 *
 * with `results` the lever results_financing: all bidders see what results of this contract
 * have taken, and ask for an hour what makes up for it.
 *
 * Rivals like each other less afterwards: a tie between who got it and who did not loses
 * rival_loss 2 (1 - terms) of strength, and ends where less than the least is left. */
#ifndef PROCESS_INSTITUTIONS_TENDER_H
#define PROCESS_INSTITUTIONS_TENDER_H

#include "params/params.h"
#include "world/world.h"

enum { BIDDERS_MOST = 7 };

struct bidder {
    uint32_t organisation;
    double interest; /* lot by which some others come to bid */
    double price, outcome, appeal;
};

struct tender {
    const struct institutions_params *params;
    const struct finance_params *costs;
    const struct formal_support_params *pay;
    struct moment now;
    struct world *world;
    size_t neighbourhood, contract; /* domain and slot */
    struct bidder bidders[BIDDERS_MOST];
    size_t count;
};

/* Who bids, and how much each appeals; the choice adds a lot of its own to each. */
void tender_open(struct tender *tender);
/* Chooses; COLUMN_NONE when nobody bids. Writes the contract, and the ties of rivals. */
uint32_t tender_award(struct tender *tender);

#endif
