/* One case of formal support: what it wants, of which contract, and in which rank. */
#ifndef PROCESS_FORMAL_CASE_H
#define PROCESS_FORMAL_CASE_H

#include "base/found.h"
#include "process/formal_pay.h"
#include "world/hours.h"

enum { CELLS = CONTRACTS * RANKS };

/* Rows of a block whose case is known and goes on, beyond its first row: about half, and which
 * cannot be foreseen. Returns their number. */
static inline size_t formal_cases(const struct world *world, size_t b, uint16_t *cases)
{
    const struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[b];
    uint8_t is_case[BLOCK_ROWS];
    for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
        const uint32_t row = first + k;
        is_case[k] = ((needs->flags[row] & NEED_ENDED) == 0) &
                     (world->residents.known[needs->resident[row]] >> needs->domain[row] & 1);
    }
    return found_list(is_case, world->blocks.row_count[b], cases);
}

/* Client hours that the case wants, in units: what own strength, alters and a place
 * leave, at the level that the resident chose. */
static inline uint32_t formal_case_wanted(const struct needs *needs, uint32_t row,
                                          double scaling_step)
{
    const double left = needs->net[row] - hours_from_people(needs, row);
    const double level = 1 - scaling_step * (1 - needs->scaling[row]);
    return (uint32_t)(PAY_UNITS * (left > 0 ? left : 0) * (level < 1 ? level : 1));
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
    const size_t waited = foremost ? WAITING_BUCKETS - 1 : (size_t)waiting;
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
