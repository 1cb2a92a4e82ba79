/* The ledger: how each run went, and the digests of its state. A run is one
 * replicate of one scenario: number scenario × replicates + replicate, as the
 * series have them. */
#ifndef OUTPUT_LEDGER_H
#define OUTPUT_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/error.h"
#include "params/scenario.h"

enum ledger_status { LEDGER_WAITING, LEDGER_FINISHED, LEDGER_FAILED, LEDGER_STATUSES };
extern const char *const ledger_status_names[LEDGER_STATUSES];

enum { LEDGER_MESSAGE = 240 };

struct ledger_run {
    uint32_t status, months;
    struct digest chain; /* of the digests so far */
    char message[LEDGER_MESSAGE];
};

struct ledger_digest {
    uint32_t run, month;
    struct digest chain;
};

struct ledger {
    size_t run_count;
    struct ledger_run *runs; /* by run */
    size_t digest_count, digest_capacity;
    struct ledger_digest *digests;
};

/* Of `scenario_count` scenarios that have months and replicates in common. */
bool ledger_init(struct ledger *ledger, const struct scenario *scenario, size_t scenario_count,
                 struct spel_error *error);
void ledger_clear(struct ledger *ledger);

/* Whether the state is digested after this month: each January, the last
 * month, and every month where the scenario wants so. */
bool ledger_due(const struct scenario *scenario, uint32_t month);
/* Chains the digest of the state after a month to those before. */
void ledger_add(struct ledger *ledger, uint32_t run, uint32_t month, struct digest state);
/* Forgets what a run has done from its first month on. */
void ledger_restart(struct ledger *ledger, uint32_t run);

#endif
