#include "process/formal_serving.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"
#include "process/formal_case.h"
#include "world/draw.h"

_Static_assert((int)SUMS <= (int)TALLIES, "a block's tally holds the sums per contract");

/* A block while it is served. Sums are kept in whole numbers, as they are. */
struct serving {
    const struct formal_month *month;
    struct moment now;
    struct world *world;
    size_t n;
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

/* Results of needs that ended, and nothing for the others until they are served. */
static void clear_rows(struct serving *serving)
{
    const uint8_t *flags = serving->world->needs.flags + serving->first;
    float *restrict formal = serving->world->needs.formal + serving->first;
    for (uint32_t k = 0; k < serving->count; k++) {
        serving->marked[k] = (flags[k] & NEED_ENDED) != 0;
        formal[k] = flags[k] & NEED_ENDED ? formal[k] : 0;
    }
    const size_t ended = found_list(serving->marked, serving->count, serving->rows);
    for (size_t k = 0; k < ended; k++)
        take_result(serving, serving->first + serving->rows[k]);
}

/* Cases that somebody holds a contract for get what the shares of the ranks give them. Marks who
 * is helped. */
static void give_hours(struct serving *serving)
{
    const struct needs *needs = &serving->world->needs;
    const uint8_t *terms = needs->terms + serving->first;
    const uint8_t *complexity = needs->complexity + serving->first;
    float *restrict formal = needs->formal + serving->first;
    const double *granted = serving->world->scratch.granted + serving->n * CELLS;
    memset(serving->helped, 0, serving->count);
    for (uint32_t k = 0; k < serving->count; k++)
        serving->marked[k] = (serving->cases[k] & CASE_IS) != 0;
    const size_t count = found_list(serving->marked, serving->count, serving->rows);
    for (size_t k = 0; k < count; k++) {
        const uint32_t row = serving->rows[k], one = serving->cases[row];
        const uint32_t cell = formal_case_cell(one), contract = cell / RANKS;
        if (cell == CELL_NONE)
            continue;
        const double share =
            granted[cell] * formal_share(serving->month, terms[row],
                                         serving->contracts.of[contract].self_interest,
                                         complexity[row]);
        const uint32_t units = (uint32_t)(formal_case_units(one) * share);
        formal[row] = (float)units / PAY_UNITS;
        serving->hours[contract] += units;
        serving->terms[contract] += (uint64_t)units * terms[row];
        serving->helped[row] = units > 0;
    }
}

/* Months waited, and months known above 0.4 without any helper: who fell between. Unknown needs
 * are alone by nobody's count. */
static AVX2_EITHER void count_loop(const struct needs *needs, uint32_t first, uint32_t count,
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

AVX2_ALSO(count,
          (const struct needs *needs, uint32_t first, uint32_t count, const uint32_t *cases,
           const uint8_t *helped),
          (needs, first, count, cases, helped))

/* With what effect those are helped who are. */
static void find_effects(struct serving *serving)
{
    const struct needs *needs = &serving->world->needs;
    float *restrict effectiveness = needs->effectiveness;
    const size_t count = found_list(serving->helped, serving->count, serving->rows);
    struct formal_group group;
    for (size_t from = 0; from < count; from += group.count) {
        group.count = count - from < FORMAL_TOGETHER ? count - from : FORMAL_TOGETHER;
        for (size_t k = 0; k < group.count; k++) {
            const uint32_t row = serving->rows[from + k], one = serving->cases[row];
            group.row[k] = serving->first + row;
            group.contract[k] = (uint8_t)(formal_case_cell(one) / RANKS);
            group.near[k] = (one & CASE_NEAR) != 0;
        }
        formal_effects(serving->month, serving->world, &serving->contracts, &group);
        for (size_t k = 0; k < group.count; k++) {
            const float effect = (float)group.effectiveness[k];
            const uint32_t units = (uint32_t)(needs->formal[group.row[k]] * PAY_UNITS);
            effectiveness[group.row[k]] = effect;
            serving->effect[group.contract[k]] += (uint64_t)units * (uint8_t)(255 * effect + 0.5f);
        }
    }
}

void formal_serve(const struct formal_month *month, struct moment now, struct world *world,
                  size_t b)
{
    struct serving serving;
    serving.month = month;
    serving.now = now;
    serving.world = world;
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
    clear_rows(&serving);
    give_hours(&serving);
    if (avx2_can())
        count_avx2(&world->needs, serving.first, serving.count, serving.cases, serving.helped);
    else
        count_loop(&world->needs, serving.first, serving.count, serving.cases, serving.helped);
    find_effects(&serving);
    for (size_t c = 0; c < CONTRACTS; c++) {
        serving.sums[SUM_HOURS + c] = (double)serving.hours[c];
        serving.sums[SUM_TERMS + c] = (double)serving.terms[c];
        serving.sums[SUM_EFFECT + c] = (double)serving.effect[c];
    }
}
