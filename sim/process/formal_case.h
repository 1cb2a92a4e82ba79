/* One case of formal support, in a number for each row of the pool: what it wants, of which
 * contract and in which rank, and whether it is alone without. What is found when cases are added
 * up is so found once, and still there when they are served (scratch.cases). */
#ifndef PROCESS_FORMAL_CASE_H
#define PROCESS_FORMAL_CASE_H

#include "process/formal_pay.h"
#include "world/world.h"

/* Cells are contract and rank; a case whose share of the contract nobody holds is in none. */
enum { CELLS = CONTRACTS * RANKS, CELL_NONE = CELLS };
_Static_assert((WAITING_BUCKETS & (WAITING_BUCKETS - 1)) == 0, "the longest wait is a mask");

/* From the lowest bit on: units wanted, to 4,095 hours; the cell; and who is a case at all, has
 * others than formal helpers, and has a severe need. */
enum {
    CASE_CELL = 16,
    CASE_IS = 1 << 26,
    CASE_NEAR = 1 << 27,
    CASE_SEVERE = 1 << 28,
    CASE_UNITS_MASK = (1 << CASE_CELL) - 1,
    CASE_CELL_MASK = CASE_IS / (1 << CASE_CELL) - 1
};
_Static_assert((int)CELL_NONE <= (int)CASE_CELL_MASK, "a cell has room in a case");

static inline uint32_t formal_case_units(uint32_t one)
{
    return one & CASE_UNITS_MASK;
}

static inline uint32_t formal_case_cell(uint32_t one)
{
    return one >> CASE_CELL & CASE_CELL_MASK;
}

static inline uint32_t formal_case_contract(uint32_t one)
{
    return formal_case_cell(one) / RANKS;
}

#endif
