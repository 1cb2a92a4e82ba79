#include "process/formal_serving.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"
#include "process/formal_case.h"
#include "world/blocks_next.h"
#include "world/draw.h"

_Static_assert((int)SUMS <= (int)TALLIES, "a block's tally holds the sums per contract");

/* A block while it is served. Sums are kept in whole numbers, as they are. */
struct serving {
    const struct formal_month *month;
    struct moment now;
    struct world *world;
    size_t n, block;
    uint32_t first, count; /* rows */
    const uint32_t *cases;
    double *sums;
    uint64_t hours[CONTRACTS], terms[CONTRACTS], effect[CONTRACTS];
    struct formal_contracts contracts;
    uint8_t marked[BLOCK_ROWS]; /* rows of one kind or another */
    uint8_t helped[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS]; /* and their list */
};

/* A need that formal help ended is a result; its hours stay those of the month
 * that ended it. */
static void take_result(struct serving *serving, uint32_t row)
{
    const struct world *world = serving->world;
    const struct formal_support_params *params = serving->month->params;
    const size_t n = serving->n, d = world->needs.domain[row];
    if (!formal_pay_ended(world, row))
        return;
    const uint32_t id = world->residents.id[world->needs.resident[row]];
    struct stream draw = stream_open(serving->now, DRAW_RESULT, id);
    draw.counter.word[3] = (uint32_t)d << 16;
    const double alignment = world->organisations.alignment[formal_provider(world, n, row)];
    const size_t contract = d * CONTRACT_SLOTS + world->needs.provider[row];
    const double price = formal_pay_price(params, world, n, contract);
    serving->sums[SUM_ENDED + contract]++;
    serving->sums[SUM_RESULTS + contract] += (double)formal_pay_result(
        params, price, world->needs.terms[row] / 255.0, alignment, stream_uniform(&draw));
}

/* Results of needs that ended. */
static void take_results(struct serving *serving)
{
    const uint8_t *flags = serving->world->needs.flags + serving->first;
    uint8_t *restrict ended = serving->marked;
    for (uint32_t k = 0; k < serving->count; k++)
        ended[k] = (flags[k] & NEED_ENDED) != 0;
    const size_t count = found_list(ended, serving->count, serving->rows);
    for (size_t k = 0; k < count; k++)
        take_result(serving, serving->first + serving->rows[k]);
}

/* Nothing for needs that go on until they are served. Marks the cases. */
static AVX2_EITHER void clear_hours_loop(const struct needs *needs, uint32_t first, uint32_t count,
                                         const uint32_t *cases, uint8_t *restrict is_case)
{
    const uint8_t *flags = needs->flags + first;
    float *restrict formal = needs->formal + first;
    for (uint32_t k = 0; k < count; k++) {
        formal[k] = flags[k] & NEED_ENDED ? formal[k] : 0;
        is_case[k] = cases[k] / CASE_IS & 1;
    }
}

AVX2_WHERE_IT_CAN(clear_hours,
                  (const struct needs *needs, uint32_t first, uint32_t count, const uint32_t *cases,
                   uint8_t *restrict is_case),
                  (needs, first, count, cases, is_case))

/* Cases after which the next block is asked for some more, and about how many rows to a case. */
enum { TOGETHER = 64, ROWS_A_CASE = 2 };

/* What the next block will read of about as many cases. */
static void ask_ahead(const struct world *world, size_t b, size_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next = blocks_next(&world->blocks, b, world->blocks.count,
                                                done * ROWS_A_CASE, TOGETHER * ROWS_A_CASE);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->terms, next.rows);
    AHEAD_ASK(needs->complexity, next.rows);
    AHEAD_ASK(needs->waiting, next.rows);
    AHEAD_ASK(needs->alone, next.rows);
    AHEAD_ASK(needs->formal, next.rows);
    AHEAD_ASK(needs->effectiveness, next.rows);
    AHEAD_ASK(world->scratch.cases, next.rows);
    AHEAD_ASK(residents->vision_cause, next.places);
    AHEAD_ASK(residents->vision_result, next.places);
}

/* Cases that somebody holds a contract for get what the shares of the ranks give them. Marks who
 * is helped. */
static void give_hours(struct serving *serving)
{
    const struct needs *needs = &serving->world->needs;
    const struct formal_month *month = serving->month;
    const struct formal_contract *contracts = serving->contracts.of;
    const uint32_t *cases = serving->cases;
    const uint8_t *terms = needs->terms + serving->first;
    const uint8_t *complexity = needs->complexity + serving->first;
    float *restrict formal = needs->formal + serving->first;
    uint8_t *restrict helped = serving->helped;
    uint64_t *restrict hours = serving->hours, *restrict by_terms = serving->terms;
    const double *granted = serving->world->scratch.granted + serving->n * CELLS;
    memset(helped, 0, serving->count);
    const size_t count = found_list(serving->marked, serving->count, serving->rows);
    for (size_t k = 0; k < count; k++) {
        if (k % TOGETHER == 0)
            ask_ahead(serving->world, serving->block, k);
        const uint32_t row = serving->rows[k], one = cases[row];
        const uint32_t cell = formal_case_cell(one), contract = cell / RANKS;
        if (cell == CELL_NONE)
            continue;
        const double kept =
            formal_share(month, terms[row], contracts[contract].self_interest, complexity[row]);
        const uint32_t units = (uint32_t)(formal_case_units(one) * (granted[cell] * kept));
        formal[row] = (float)(int)units / PAY_UNITS;
        hours[contract] += units;
        by_terms[contract] += (uint64_t)units * terms[row];
        helped[row] = units > 0;
    }
}

/* Months waited, and months known above 0.4 without any helper: who fell between. Unknown needs
 * are alone by nobody's count. */
static AVX2_EITHER void count_months_loop(const struct needs *needs, uint32_t first, uint32_t count,
                                          const uint32_t *cases, const uint8_t *helped)
{
    uint8_t *restrict flags = needs->flags + first;
    uint8_t *restrict waiting = needs->waiting + first, *restrict alone = needs->alone + first;
    for (uint32_t k = 0; k < count; k++) { /* all bits or none */
        const uint32_t one = cases[k];
        const uint8_t held = (uint8_t) - ((one >= CASE_IS) & (formal_case_cell(one) != CELL_NONE));
        const uint8_t severe = (uint8_t) - ((one & (CASE_SEVERE | CASE_NEAR)) == CASE_SEVERE);
        const uint8_t is_helped = (uint8_t)-helped[k];
        const uint8_t ended = (uint8_t) - ((flags[k] & NEED_ENDED) != 0);
        const uint8_t waited = (uint8_t)(waiting[k] + (waiting[k] < UINT8_MAX));
        const uint8_t months = (uint8_t)(alone[k] + (alone[k] < UINT8_MAX));
        waiting[k] = (uint8_t)((waiting[k] & ~held) | (waited & held & ~is_helped));
        alone[k] = (uint8_t)((alone[k] & ended) | (months & severe & ~is_helped & ~ended));
        flags[k] |= is_helped & NEED_HELPED;
    }
}

AVX2_WHERE_IT_CAN(count_months,
                  (const struct needs *needs, uint32_t first, uint32_t count, const uint32_t *cases,
                   const uint8_t *helped),
                  (needs, first, count, cases, helped))

void formal_serve(const struct formal_month *month, struct moment now, struct world *world,
                  size_t b)
{
    struct serving serving;
    serving.month = month;
    serving.now = now;
    serving.world = world;
    serving.block = b;
    serving.n = world->blocks.neighbourhood[b];
    serving.first = world->blocks.first_row[b];
    serving.count = world->blocks.row_count[b];
    serving.cases = world->scratch.cases + serving.first;
    serving.sums = world->scratch.tally + b * TALLIES;
    memset(serving.sums, 0, SUMS * sizeof *serving.sums);
    memset(serving.hours, 0, sizeof serving.hours);
    memset(serving.terms, 0, sizeof serving.terms);
    memset(serving.effect, 0, sizeof serving.effect);
    formal_contracts_find(&serving.contracts, month->params, world, serving.n);
    take_results(&serving);
    clear_hours(&world->needs, serving.first, serving.count, serving.cases, serving.marked);
    give_hours(&serving);
    count_months(&world->needs, serving.first, serving.count, serving.cases, serving.helped);
    const size_t helped = found_list(serving.helped, serving.count, serving.rows);
    const struct formal_served served = {serving.first, serving.cases, serving.rows, helped};
    formal_effects(month, &served, &serving.contracts, world, serving.effect);
    for (size_t c = 0; c < CONTRACTS; c++) {
        serving.sums[SUM_HOURS + c] = (double)serving.hours[c];
        serving.sums[SUM_TERMS + c] = (double)serving.terms[c];
        serving.sums[SUM_EFFECT + c] = (double)serving.effect[c];
    }
}
