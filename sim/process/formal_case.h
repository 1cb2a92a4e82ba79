/* One case of formal support: what it wants, of which contract, and in which rank. */
#ifndef PROCESS_FORMAL_CASE_H
#define PROCESS_FORMAL_CASE_H

#include "process/formal_pay.h"
#include "world/hours.h"

enum { CELLS = CONTRACTS * RANKS };
_Static_assert((WAITING_BUCKETS & (WAITING_BUCKETS - 1)) == 0, "the longest wait is a mask");

/* Whether the municipality knows the need of the row, 1 or 0. */
static inline uint8_t formal_known(const struct world *world, uint32_t row)
{
    const struct needs *needs = &world->needs;
    return world->residents.known[needs->resident[row]] >> needs->domain[row] & 1;
}

/* Client hours that the case wants, in units: what own strength, alters and a place
 * leave, at the level that the resident chose, which is 1 at most and, where a step is
 * more than half, 0 at least. Whether anything is left cannot be foreseen: so it is no branch. */
static inline uint32_t formal_case_wanted(const struct needs *needs, uint32_t row,
                                          double scaling_step)
{
    const double left = needs->net[row] - hours_from_people(needs, row);
    const double level = 1 - scaling_step * (1 - needs->scaling[row]);
    return (uint32_t)(int64_t)(PAY_UNITS * left * level) & -(uint32_t)((left > 0) & (level > 0));
}

/* Three bands of severity; in a band those who have help keep it, and then those
 * who wait longest come first. */
static inline size_t formal_case_rank(const struct needs *needs, uint32_t row)
{
    const float severity = needs->severity[row];
    const size_t band = (size_t)(severity <= 0.6f) + (size_t)(severity <= 0.3f);
    const uint8_t waiting = needs->waiting[row];
    const bool helped = ((needs->flags[row] & NEED_HELPED) != 0) & (waiting == 0);
    const bool foremost = helped | (waiting >= WAITING_BUCKETS);
    const size_t waited = (waiting | -(size_t)foremost) & (WAITING_BUCKETS - 1);
    return band * WAITING_BUCKETS + (WAITING_BUCKETS - 1 - waited);
}

static inline size_t formal_case_contract(const struct needs *needs, uint32_t row)
{
    return (size_t)needs->domain[row] * CONTRACT_SLOTS + needs->provider[row];
}

static inline size_t formal_case_cell(const struct needs *needs, uint32_t row)
{
    return formal_case_contract(needs, row) * RANKS + formal_case_rank(needs, row);
}

#endif
