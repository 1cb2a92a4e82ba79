#include "process/formal_wanting.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"
#include "process/formal_case.h"
#include "world/blocks_next.h"
#include "world/draw.h"
#include "world/hours.h"

/* A known case gets a provider by lot, in proportion to the shares of the
 * contract, and stays there; its pay is agreed as things are then. The lot is the
 * same every month: whoever it gives a share that nobody holds waits for it. */
static void assign(struct moment now, struct world *world, size_t n, uint32_t row)
{
    const int d = world->needs.domain[row];
    const size_t contract = (n * DOMAINS + (size_t)d) * CONTRACT_SLOTS;
    const struct moment always = {now.key, 0};
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

/* Marks rows of a block whose case is known and goes on: about half, and which cannot be
 * foreseen. */
static void mark_cases(const struct world *world, size_t b, uint8_t *restrict is_case)
{
    const uint32_t first = world->blocks.first_row[b], count = world->blocks.row_count[b];
    const uint32_t *resident = world->needs.resident + first;
    const uint8_t *domain = world->needs.domain + first, *flags = world->needs.flags + first;
    const uint8_t *known = world->residents.known;
    for (uint32_t k = 0; k < count; k++)
        is_case[k] = ((flags[k] & NEED_ENDED) == 0) & (known[resident[k]] >> domain[k]);
}

static void assign_some(struct moment now, struct world *world, size_t b, const uint8_t *is_case)
{
    uint8_t without[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS];
    const uint32_t first = world->blocks.first_row[b], count = world->blocks.row_count[b];
    const uint8_t *provider = world->needs.provider + first;
    for (uint32_t k = 0; k < count; k++)
        without[k] = is_case[k] & (provider[k] == NO_PROVIDER);
    const size_t listed = found_list(without, count, rows);
    for (size_t k = 0; k < listed; k++)
        assign(now, world, world->blocks.neighbourhood[b], first + rows[k]);
}

/* What the case of each row would want: what own strength, alters and a place leave, at the level
 * that the resident chose, which is 1 at most and, where a step is more than half, 0 at least.
 * And how urgent it is: three bands of severity; in a band those who have help keep it, and then
 * those who wait longest come first. Without a branch. */
static AVX2_EITHER void look_at_loop(const struct needs *needs, uint32_t first, uint32_t count,
                                     double scaling_step, const uint8_t *is_case,
                                     uint32_t *restrict cases)
{
    const float *net = needs->net + first, *informal = needs->informal + first;
    const float *initiative = needs->initiative + first, *presence = needs->presence + first;
    const float *severity = needs->severity + first;
    const uint8_t *place_hours = needs->place_hours + first, *flags = needs->flags + first;
    const uint8_t *months = needs->waiting + first, *domain = needs->domain + first;
    const uint8_t *provider = needs->provider + first;
    const int8_t *scaling = needs->scaling + first;
    for (uint32_t k = 0; k < count; k++) {
        const double people =
            hours_of_people(informal[k], initiative[k], place_hours[k] / (double)PLACE_UNITS);
        const double left = net[k] - people;
        const double level = 1 - scaling_step * (1 - scaling[k]);
        const int any = (left > 0) & (level > 0), near = people + (double)presence[k] > 0;
        const int units = (int)(any ? PAY_UNITS * left * level : 0);
        const int band = (severity[k] <= 0.6f) + (severity[k] <= 0.3f);
        const int waiting = months[k];
        const int foremost =
            (((flags[k] & NEED_HELPED) != 0) & (waiting == 0)) | (waiting >= WAITING_BUCKETS);
        const int waited = (waiting | -foremost) & (WAITING_BUCKETS - 1);
        const int rank = band * WAITING_BUCKETS + (WAITING_BUCKETS - 1 - waited);
        const int contract = domain[k] * CONTRACT_SLOTS + provider[k];
        const int cell = provider[k] == NO_PROVIDER ? CELL_NONE : contract * RANKS + rank;
        const int one = CASE_IS | (near ? CASE_NEAR : 0) | (severity[k] > 0.4f ? CASE_SEVERE : 0) |
                        cell << CASE_CELL | units;
        cases[k] = (uint32_t)(one & -(int)is_case[k]);
    }
}

AVX2_WHERE_IT_CAN(look_at,
                  (const struct needs *needs, uint32_t first, uint32_t count, double scaling_step,
                   const uint8_t *is_case, uint32_t *restrict cases),
                  (needs, first, count, scaling_step, is_case, cases))

/* Adds up what the marked cases want, by cell and, where nobody holds the contract, by domain. */
static void add_up(const struct world *world, size_t b, const uint8_t *is_case)
{
    uint16_t rows[BLOCK_ROWS];
    const uint32_t first = world->blocks.first_row[b];
    const uint32_t *cases = world->scratch.cases + first;
    uint32_t *restrict cells = world->scratch.wanted + b * CELLS;
    double *restrict pending = world->scratch.tally + b * TALLIES;
    memset(cells, 0, CELLS * sizeof *cells);
    memset(pending, 0, DOMAINS * sizeof *pending);
    const size_t count = found_list(is_case, world->blocks.row_count[b], rows);
    for (size_t k = 0; k < count; k++) {
        const uint32_t one = cases[rows[k]], cell = formal_case_cell(one);
        if (cell == CELL_NONE)
            pending[world->needs.domain[first + rows[k]]] += formal_case_units(one);
        else
            cells[cell] += formal_case_units(one);
    }
}

/* Rows that are looked at together. */
enum { TOGETHER = 128 };

/* What the next block will read of as many rows, and of about their residents. */
static void ask_ahead(const struct world *world, size_t b, uint32_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next =
        blocks_next(&world->blocks, b, world->blocks.count, done, TOGETHER);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->provider, next.rows);
    AHEAD_ASK(needs->waiting, next.rows);
    AHEAD_ASK(needs->scaling, next.rows);
    AHEAD_ASK(needs->place_hours, next.rows);
    AHEAD_ASK(needs->severity, next.rows);
    AHEAD_ASK(needs->net, next.rows);
    AHEAD_ASK(needs->informal, next.rows);
    AHEAD_ASK(needs->initiative, next.rows);
    AHEAD_ASK(needs->presence, next.rows);
    AHEAD_ASK(world->scratch.cases, next.rows);
    AHEAD_ASK(residents->known, next.places);
}

static void look(struct world *world, size_t b, double scaling_step, const uint8_t *is_case)
{
    const uint32_t first = world->blocks.first_row[b], count = world->blocks.row_count[b];
    for (uint32_t k = 0; k < count; k += TOGETHER) {
        const uint32_t some = count - k < TOGETHER ? count - k : TOGETHER;
        uint32_t *cases = world->scratch.cases + first + k;
        ask_ahead(world, b, k);
        look_at(&world->needs, first + k, some, scaling_step, is_case + k, cases);
    }
}

void formal_want(struct moment now, double scaling_step, struct world *world, size_t b)
{
    uint8_t is_case[BLOCK_ROWS];
    mark_cases(world, b, is_case);
    assign_some(now, world, b, is_case);
    look(world, b, scaling_step, is_case);
    add_up(world, b, is_case);
}
