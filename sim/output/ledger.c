#include "output/ledger.h"

#include "base/memory.h"

const char *const ledger_status_names[LEDGER_STATUSES] = {"waiting", "finished", "failed"};

bool ledger_init(struct ledger *ledger, const struct scenario *scenario, size_t scenario_count,
                 struct spel_error *error)
{
    const size_t runs = scenario_count * scenario->replicates;
    size_t due = 0;
    for (uint32_t month = 0; month < scenario->months; month++)
        due += ledger_due(scenario, month);
    *ledger = (struct ledger){.run_count = runs, .digest_capacity = due * runs};
    ledger->runs = memory_take(ledger->run_count, sizeof *ledger->runs, error);
    ledger->digests = memory_take(ledger->digest_capacity, sizeof *ledger->digests, error);
    if (ledger->runs && ledger->digests)
        return true;
    ledger_clear(ledger);
    return false;
}

void ledger_clear(struct ledger *ledger)
{
    memory_release(ledger->runs);
    memory_release(ledger->digests);
    *ledger = (struct ledger){.run_count = 0};
}

bool ledger_due(const struct scenario *scenario, uint32_t month)
{
    const bool january = ((uint32_t)scenario->start_month - 1 + month) % 12 == 0;
    return scenario->digest_monthly || january || month + 1 == scenario->months;
}

void ledger_add(struct ledger *ledger, uint32_t run, uint32_t month, struct digest state)
{
    struct ledger_run *row = &ledger->runs[run];
    row->chain = digest_chain(row->chain, state);
    if (ledger->digest_count < ledger->digest_capacity)
        ledger->digests[ledger->digest_count++] = (struct ledger_digest){run, month, row->chain};
}

void ledger_restart(struct ledger *ledger, uint32_t run)
{
    size_t kept = 0;
    for (size_t d = 0; d < ledger->digest_count; d++)
        if (ledger->digests[d].run != run)
            ledger->digests[kept++] = ledger->digests[d];
    ledger->digest_count = kept;
    ledger->runs[run] = (struct ledger_run){.status = LEDGER_WAITING};
}
