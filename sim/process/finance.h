/* Finance: accounts per domain, in whole cents.
 *
 * A twelfth of the budget comes in each month; what providers are paid, for hours
 * and for results, and for youth a fixed sum for stay, go out. A domain short of money gets from
 * those with a surplus, as far as integrality pools them and at the speed that
 * flexibility gives. In December the account closes: at most a tenth of the
 * budget is carried over, either sign; the rest goes to, or comes from, outside
 * and is counted: carried + budget + moved = spent + carried on + outside out.
 * The accounts of the old year stand until January opens the new one. Reserves
 * of organisations get what income leaves above cost.
 *
 * Reads organisations: pay, cost, friction; levers. Writes municipalities: accounts;
 * organisations: reserve; events. */
#ifndef PROCESS_FINANCE_H
#define PROCESS_FINANCE_H

#include "params/params.h"
#include "world/world.h"

/* `month_of_year`: 1 … 12. */
void finance_step(const struct finance_params *params, const struct formal_support_params *prices,
                  int month_of_year, struct moment now, struct world *world);
/* Of organisations alone: what the month's income leaves them. */
void finance_organisations(const struct finance_params *params, struct world *world);

#endif
