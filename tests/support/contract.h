/* The contract of a process: which columns it writes. `const` on a struct does
 * not protect the arrays behind it, so all of them are digested before and
 * after a step. */
#ifndef TESTS_CONTRACT_H
#define TESTS_CONTRACT_H

#include <stdbool.h>
#include <stdint.h>

#include "world/world.h"

enum { CONTRACT_COLUMNS = 256 };

/* The state of every column of every population, and which have been seen to
 * change since the start. The last is that of the events of the month. */
struct contract {
    uint64_t before[CONTRACT_COLUMNS];
    bool changed[CONTRACT_COLUMNS];
};

/* Before a step, and after it: what changed is remembered. A zeroed contract
 * has seen nothing. */
void contract_open(struct contract *contract, const struct world *world);
void contract_close(struct contract *contract, const struct world *world);

/* Fails unless exactly these columns have changed, named "residents.trust" or,
 * for all of a population, "needs.*"; the list ends with NULL. A column that is
 * promised and never written is a fault of the contract too. `name` is of the
 * process. */
void assert_only_written(const struct contract *contract, const struct world *world,
                         const char *name, const char *const *written);

#endif
