/* Contracts run, and are placed anew when their term is over or when nobody has held them
 * for some months: see institutions_tender.h. Cases stay with the contract, and so go to who
 * holds it now; what was known of them is lost at first, and regained. */
#ifndef PROCESS_INSTITUTIONS_CONTRACTS_H
#define PROCESS_INSTITUTIONS_CONTRACTS_H

#include "params/params.h"
#include "world/world.h"

/* A month of all contracts: months left, settling in, tenders. */
void institutions_contracts(const struct params *params, struct moment now, struct world *world);

#endif
