#include "process/formal_support.h"

#include <string.h>

#include "base/found.h"
#include "process/formal_case.h"
#include "process/formal_contracts.h"
#include "process/formal_effect.h"
#include "process/formal_pay.h"
#include "world/draw.h"
#include "world/hours.h"

enum { UNITS = PAY_UNITS };
_Static_assert((int)SUMS <= (int)TALLIES, "a block's tally holds the sums per contract");

struct serving {
    const struct formal_support_params *params;
    double scaling_step;
    struct moment now;
    struct world *world;
};

/* A known case gets a provider by lot, in proportion to the shares of the
 * contract, and stays there; its pay is agreed as things are then. The lot is the
 * same every month: whoever it gives a share that nobody holds waits for it. */
static void assign(const struct serving *serving, size_t n, uint32_t row)
{
    struct world *world = serving->world;
    const int d = world->needs.domain[row];
    const size_t contract = (n * DOMAINS + (size_t)d) * CONTRACT_SLOTS;
    const struct moment always = {serving->now.key, 0};
    struct stream draw =
        stream_open(always, DRAW_PROVIDER, world->residents.id[world->needs.resident[row]]);
    draw.counter.word[3] = (uint32_t)d << 16;
    double lot = stream_uniform(&draw);
    uint8_t slot = 0;
    for (uint8_t k = 0; k < CONTRACT_SLOTS; k++) {
        if (world->neighbourhoods.provider_share[contract + k] <= 0)
            break;
        slot = k;
        lot -= world->neighbourhoods.provider_share[contract + k];
        if (lot < 0)
            break;
    }
    if (world->neighbourhoods.provider[contract + slot] == COLUMN_NONE)
        return;
    world->needs.provider[row] = slot;
    const double results = world->neighbourhoods.lever[n * LEVERS + RESULTS_FINANCING];
    world->needs.terms[row] = (uint8_t)(255 * results + 0.5);
}

/* Rows of a block whose case is known and goes on, beyond its first row: about half, and which
 * cannot be foreseen. Returns their number. */
static size_t list_cases(const struct world *world, size_t b, uint16_t *cases)
{
    const uint32_t first = world->blocks.first_row[b];
    uint8_t is_case[BLOCK_ROWS];
    for (uint32_t k = 0; k < world->blocks.row_count[b]; k++)
        is_case[k] =
            ((world->needs.flags[first + k] & NEED_ENDED) == 0) & formal_known(world, first + k);
    return found_list(is_case, world->blocks.row_count[b], cases);
}

static void want_block(const struct serving *serving, size_t b)
{
    struct world *world = serving->world;
    uint32_t *cells = world->scratch.wanted + b * CELLS;
    double *pending = world->scratch.tally + b * TALLIES;
    memset(cells, 0, CELLS * sizeof *cells);
    memset(pending, 0, DOMAINS * sizeof *pending);
    const uint32_t first = world->blocks.first_row[b];
    const struct needs *needs = &world->needs;
    uint16_t cases[BLOCK_ROWS];
    const size_t count = list_cases(world, b, cases);
    for (size_t k = 0; k < count; k++) {
        const uint32_t row = first + cases[k];
        if (needs->provider[row] == NO_PROVIDER)
            assign(serving, world->blocks.neighbourhood[b], row);
        if (needs->provider[row] != NO_PROVIDER)
            cells[formal_case_cell(needs, row)] +=
                formal_case_wanted(needs, row, serving->scaling_step);
        else
            pending[needs->domain[row]] += formal_case_wanted(needs, row, serving->scaling_step);
    }
}

/* Fills ranks from the top: 1 while supply lasts, a part at the rank where it
 * runs out, 0 below. Returns the units wanted in all. */
static double fill(const struct world *world, size_t n, size_t contract, double supply,
                   double *granted)
{
    double total = 0, left = supply * UNITS;
    for (size_t rank = 0; rank < RANKS; rank++) {
        double here = 0;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            here += world->scratch.wanted[(world->neighbourhoods.first_block[n] + b) * CELLS +
                                          contract * RANKS + rank];
        granted[contract * RANKS + rank] = here <= left ? 1 : here > 0 ? left / here : 0;
        left = here <= left ? left - here : 0;
        total += here;
    }
    return total;
}

/* Units that cases want for whose share of the contract there is nobody. */
static double pending_in(const struct world *world, size_t n, size_t d)
{
    double all = 0;
    const struct neighbourhoods *of = &world->neighbourhoods;
    for (size_t b = of->first_block[n]; b < (size_t)of->first_block[n] + of->block_count[n]; b++)
        all += world->scratch.tally[b * TALLIES + d];
    return all;
}

/* Client hours that a contract can give: its share, less what is talked out. */
static double supply_of(const struct world *world, size_t n, size_t contract)
{
    const size_t at = n * CONTRACTS + contract;
    const uint32_t provider = world->neighbourhoods.provider[at];
    if (provider == COLUMN_NONE)
        return 0;
    return (double)world->neighbourhoods.provider_share[at] *
           (double)world->neighbourhoods.supply[n * DOMAINS + contract / CONTRACT_SLOTS] *
           (1 - (double)world->organisations.voiced[provider]);
}

static void grant(const struct serving *serving, size_t n)
{
    struct world *world = serving->world;
    double *granted = world->scratch.granted + n * CELLS;
    for (size_t d = 0; d < DOMAINS; d++) {
        double all = pending_in(world, n, d);
        for (size_t k = 0; k < CONTRACT_SLOTS; k++) {
            const size_t contract = d * CONTRACT_SLOTS + k;
            all += fill(world, n, contract, supply_of(world, n, contract), granted);
        }
        world->neighbourhoods.wanted[n * DOMAINS + d] = (float)(all / UNITS);
    }
}

/* Months known above 0.4 without any helper: who fell between. */
static void count_alone(struct needs *needs, uint32_t row)
{
    const bool helped =
        needs->formal[row] + needs->presence[row] + hours_from_people(needs, row) > 0;
    const unsigned alone = (needs->severity[row] > 0.4f) & !helped;
    const unsigned months = needs->alone[row] + (unsigned)(needs->alone[row] < UINT8_MAX);
    needs->alone[row] = (uint8_t)(months & -alone);
}

static double kept_share(const struct serving *serving, const struct needs *needs, uint32_t row,
                         const struct formal_contract *contract)
{
    if (contract->provider == COLUMN_NONE)
        return 1;
    return formal_share(serving->params, needs->terms[row] / 255.0, contract->self_interest,
                        needs->complexity[row] / 255.0);
}

/* A need that formal help ended is a result; its hours stay those of the month
 * that ended it. */
static void take_result(const struct serving *serving, size_t n, uint32_t row, double *sums)
{
    const struct world *world = serving->world;
    const int d = world->needs.domain[row];
    if (!formal_pay_ended(world, row))
        return;
    const uint32_t id = world->residents.id[world->needs.resident[row]];
    struct stream draw = stream_open(serving->now, DRAW_RESULT, id);
    draw.counter.word[3] = (uint32_t)d << 16;
    const double alignment = world->organisations.alignment[formal_provider(world, n, row)];
    const size_t contract = formal_case_contract(&world->needs, row);
    const double price = formal_pay_price(serving->params, world, n, contract);
    sums[SUM_ENDED + contract]++;
    sums[SUM_RESULTS + contract] += (double)formal_pay_result(
        serving->params, price, world->needs.terms[row] / 255.0, alignment, stream_uniform(&draw));
}

/* What the shares of the ranks give a case of the provider, and with what effect. */
static void serve(const struct serving *serving, size_t n, uint32_t row,
                  const struct formal_contract *contracts, double *sums)
{
    struct world *world = serving->world;
    struct needs *needs = &world->needs;
    const double *granted = world->scratch.granted + n * CELLS;
    const size_t contract = formal_case_contract(needs, row);
    const double share = granted[formal_case_cell(needs, row)] *
                         kept_share(serving, needs, row, &contracts[contract]);
    const uint32_t units =
        (uint32_t)(formal_case_wanted(needs, row, serving->scaling_step) * share);
    needs->formal[row] = (float)units / UNITS;
    sums[SUM_HOURS + contract] += units;
    sums[SUM_TERMS + contract] += units * (double)needs->terms[row];
    if (units > 0) {
        needs->flags[row] |= NEED_HELPED;
        needs->waiting[row] = 0;
        needs->effectiveness[row] =
            (float)formal_effectiveness(serving->params, world, n, row, &contracts[contract]);
        sums[SUM_EFFECT + contract] +=
            units * (double)(uint8_t)(255 * needs->effectiveness[row] + 0.5f);
    } else if (needs->waiting[row] < UINT8_MAX) {
        needs->waiting[row]++;
    }
}

/* Results of needs that ended, and nothing for the others until they are served: unknown ones are
 * alone by nobody's count. Lists the cases, as list_cases. */
static size_t clear_block(const struct serving *serving, size_t b, double *sums, uint16_t *cases)
{
    struct world *world = serving->world;
    struct needs *needs = &world->needs;
    const uint32_t first = world->blocks.first_row[b];
    uint8_t is_case[BLOCK_ROWS];
    for (uint32_t k = 0; k < world->blocks.row_count[b]; k++) {
        const uint32_t row = first + k;
        is_case[k] = 0;
        if (needs->flags[row] & NEED_ENDED) {
            take_result(serving, world->blocks.neighbourhood[b], row, sums);
            continue;
        }
        is_case[k] = formal_known(world, row);
        needs->formal[row] = 0;
        needs->alone[row] &= (uint8_t)-is_case[k];
    }
    return found_list(is_case, world->blocks.row_count[b], cases);
}

static void serve_block(const struct serving *serving, size_t b)
{
    struct world *world = serving->world;
    double *sums = world->scratch.tally + b * TALLIES;
    const uint32_t first = world->blocks.first_row[b];
    const size_t n = world->blocks.neighbourhood[b];
    uint16_t cases[BLOCK_ROWS];
    struct formal_contract contracts[CONTRACTS];
    for (size_t c = 0; c < CONTRACTS; c++)
        formal_contract_find(&contracts[c], serving->params, world, n, c);
    memset(sums, 0, SUMS * sizeof *sums);
    const size_t count = clear_block(serving, b, sums, cases);
    for (size_t k = 0; k < count; k++) {
        const uint32_t row = first + cases[k];
        if (world->needs.provider[row] != NO_PROVIDER) /* somebody holds a contract for it */
            serve(serving, n, row, contracts, sums);
        count_alone(&world->needs, row);
    }
}

/* The sums per contract, from whole numbers added in order. */
static void account(const struct serving *serving, size_t n)
{
    struct world *world = serving->world;
    double *total = world->scratch.granted + n * CELLS; /* its shares have been used */
    for (size_t s = 0; s < SUMS; s++) {
        total[s] = 0;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            total[s] +=
                world->scratch.tally[(world->neighbourhoods.first_block[n] + b) * TALLIES + s];
    }
    for (size_t d = 0; d < DOMAINS; d++) {
        double given = 0;
        for (size_t k = 0; k < CONTRACT_SLOTS; k++)
            given += total[SUM_HOURS + d * CONTRACT_SLOTS + k] / UNITS;
        world->neighbourhoods.paid[n * DOMAINS + d] =
            (float)(given / (1 - contracts_administration(serving->params, world, n, (int)d)));
    }
}

void formal_support_step(const struct formal_support_params *params, double scaling_step,
                         struct moment now, struct world *world)
{
    const struct serving serving = {params, scaling_step, now, world};
    contracts_follow(params, world);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        want_block(&serving, b);
#pragma omp parallel for schedule(static)
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        grant(&serving, n);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        serve_block(&serving, b);
    for (size_t n = 0; n < world->neighbourhoods.count; n++)
        account(&serving, n);
    contracts_settle(params, world);
}
