#include "process/intake.h"

#include "base/found.h"
#include "process/intake_batch.h"
#include "world/arms.h"
#include "world/blocks_next.h"
#include "world/draw.h"

static double lever_of(const struct world *world, size_t n, enum lever lever)
{
    return world->neighbourhoods.lever[n * LEVERS + lever];
}

/* Second pass: conversations are held as far as staff hours reach, by each
 * case's own lot; the household's needs become known. Known bits are only ever
 * set here, so that order does not matter. Says whether there was a talk. */
static bool make_known(const struct intake *intake, size_t n, uint32_t row, double granted)
{
    struct world *world = intake->world;
    struct needs *needs = &world->needs;
    struct residents *residents = &world->residents;
    const uint32_t i = needs->resident[row];
    const int d = needs->domain[row];
    struct stream draw = stream_open(intake->now, DRAW_CONVERSATION, residents->id[i]);
    draw.counter.word[3] = (uint32_t)d << 16;
    const bool talks = needs->flags[row] & NEED_WANTS_TALK && stream_uniform(&draw) < granted;
    uint32_t j = i;
    do {
        const uint8_t mask = talks ? residents->needs[j] : (uint8_t)(1u << d);
        uint8_t *known = &residents->known[j];
#pragma omp atomic
        *known |= mask;
        j = residents->next[j];
    } while (talks && j != i);
    if (talks)
        needs->flags[row] |= NEED_CONVERSATION;
    else if (stream_uniform(&draw) <
             intake->params->existing_offer * (1 - arms_steering(world, n, (size_t)d, i)))
        needs->flags[row] |= NEED_EXISTING_OFFER;
    return talks;
}

/* Staff hours that levers and control leave, against the hours that the
 * conversations wanted would take: the share of them that can be held. */
static double conversations_granted(const struct intake *intake, size_t m)
{
    struct world *world = intake->world;
    const struct municipalities *municipalities = &world->municipalities;
    double wanted = 0;
    for (uint32_t k = 0; k < municipalities->neighbourhoods[m]; k++) {
        const size_t n = municipalities->first[m] + k;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            wanted += world->scratch.tally[(world->neighbourhoods.first_block[n] + b) * TALLIES];
    }
    const double hours = wanted * intake->params->conversation_hours;
    const double left = 1 - municipalities->staff_asked[m];
    const double room = (left > 0 ? left : 0) * municipalities->staff[m];
    const double share = hours > room ? room / hours : 1;
    municipalities->staff_talked[m] =
        municipalities->staff[m] > 0 ? (float)(share * hours / municipalities->staff[m]) : 0;
    return share;
}

/* K: going out and ties with key persons raise it, staff turnover loses it. */
static void know(const struct intake *intake, size_t n)
{
    float *knowledge = &intake->world->neighbourhoods.knowledge[n];
    const struct intake_params *p = intake->params;
    const double gain =
        p->knowledge_gain * lever_of(intake->world, n, OUTREACH) + p->knowledge_ties;
    *knowledge = (float)(*knowledge + gain * (1 - *knowledge) - p->knowledge_loss * *knowledge);
}

/* Marks the hidden needs of a block, of whom nobody comes in yet. */
static void mark_hidden(struct world *world, size_t b, uint8_t hidden[BLOCK_ROWS])
{
    const uint32_t first = world->blocks.first_row[b], rows = world->blocks.row_count[b];
    const uint32_t *resident = world->needs.resident + first;
    const uint8_t *domain = world->needs.domain + first, *known = world->residents.known;
    uint8_t *flags = world->needs.flags + first;
    for (uint32_t k = 0; k < rows; k++)
        hidden[k] = ~(known[resident[k]] >> domain[k]) & 1;
    for (uint32_t k = 0; k < rows; k++) {
        hidden[k] = flags[k] & NEED_ENDED ? 0 : hidden[k];
        flags[k] &= (uint8_t) ~(NEED_COMES_IN | NEED_WANTS_TALK);
    }
}

/* Hidden needs after which the next block is asked for more, and about how many rows to one. */
enum { TOGETHER = 64, ROWS_A_NEED = 2 };

/* What the next block will read of about as many hidden needs. */
static void ask_ahead(const struct world *world, size_t b, size_t done)
{
    const struct residents *residents = &world->residents;
    const struct needs *needs = &world->needs;
    const struct blocks_next next = blocks_next(&world->blocks, b, world->blocks.count,
                                                done * ROWS_A_NEED, TOGETHER * ROWS_A_NEED);
    AHEAD_ASK(needs->resident, next.rows);
    AHEAD_ASK(needs->domain, next.rows);
    AHEAD_ASK(needs->flags, next.rows);
    AHEAD_ASK(needs->severity, next.rows);
    AHEAD_ASK(residents->known, next.places);
    AHEAD_ASK(residents->id, next.places);
}

static void present_block(const struct intake *intake, size_t b)
{
    struct world *world = intake->world;
    const size_t n = world->blocks.neighbourhood[b];
    const uint32_t first = world->blocks.first_row[b];
    const struct meeting meeting = {n,
                                    intake->params->outreach_find * lever_of(world, n, OUTREACH) *
                                        world->neighbourhoods.knowledge[n],
                                    lever_of(world, n, INTEGRALITY)};
    struct batch batches[DOMAINS] = {{.count = 0}};
    uint8_t hidden[BLOCK_ROWS];
    uint16_t listed[BLOCK_ROWS];
    uint32_t talks = 0;
    mark_hidden(world, b, hidden);
    const size_t count = found_list(hidden, world->blocks.row_count[b], listed);
    for (size_t k = 0; k < count; k++) {
        if (k % TOGETHER == 0)
            ask_ahead(world, b, k);
        const uint32_t row = first + listed[k], d = world->needs.domain[row];
        batches[d].row[batches[d].count++] = row;
        if (batches[d].count == BATCH)
            talks += intake_present(intake, &meeting, d, &batches[d]);
    }
    for (uint32_t d = 0; d < DOMAINS; d++)
        talks += intake_present(intake, &meeting, d, &batches[d]);
    world->scratch.tally[b * TALLIES] = talks;
}

static void make_known_block(const struct intake *intake, size_t b)
{
    struct world *world = intake->world;
    const size_t n = world->blocks.neighbourhood[b];
    const double granted = world->scratch.share[world->neighbourhoods.municipality[n]];
    const uint32_t first = world->blocks.first_row[b], rows = world->blocks.row_count[b];
    const uint8_t *flags = world->needs.flags + first;
    uint8_t comes[BLOCK_ROWS];
    uint16_t listed[BLOCK_ROWS];
    double held = 0;
    for (uint32_t k = 0; k < rows; k++)
        comes[k] = (flags[k] & (NEED_ENDED | NEED_COMES_IN)) == NEED_COMES_IN;
    const size_t count = found_list(comes, rows, listed);
    for (size_t k = 0; k < count; k++)
        held += make_known(intake, n, first + listed[k], granted);
    world->scratch.tally[b * TALLIES + 1] = held;
}

/* Lists needs that go on and are at the end of a quarter. */
static size_t list_quarter(const struct world *world, size_t b, uint16_t listed[BLOCK_ROWS])
{
    const uint32_t first = world->blocks.first_row[b], rows = world->blocks.row_count[b];
    const uint16_t *spell = world->needs.spell + first;
    const uint8_t *flags = world->needs.flags + first;
    uint8_t weighs[BLOCK_ROWS];
    for (uint32_t k = 0; k < rows; k++)
        weighs[k] = (spell[k] % 3 == 0) & ((flags[k] & NEED_ENDED) == 0);
    return found_list(weighs, rows, listed);
}

/* Once in three months of a need its resident may weigh how much help to ask. */
static void scale_block(const struct intake *intake, size_t b)
{
    const struct world *world = intake->world;
    const size_t n = world->blocks.neighbourhood[b];
    const double chance = 3 * intake->params->self_scaling * lever_of(world, n, SELF_SCALING);
    const uint32_t first = world->blocks.first_row[b];
    uint16_t rows[BLOCK_ROWS];
    struct batch batches[DOMAINS] = {{.count = 0}};
    const size_t count = chance > 0 ? list_quarter(world, b, rows) : 0;
    for (size_t k = 0; k < count; k++) {
        const uint32_t row = first + rows[k], d = world->needs.domain[row];
        const uint8_t known = world->residents.known[world->needs.resident[row]];
        batches[d].row[batches[d].count] = row;
        batches[d].count += known >> d & 1; /* without a branch */
        if (batches[d].count == BATCH)
            intake_scale(intake, d, chance, &batches[d]);
    }
    for (uint32_t d = 0; d < DOMAINS; d++)
        intake_scale(intake, d, chance, &batches[d]);
}

void intake_step(const struct intake_params *params, struct moment now, struct world *world)
{
    struct intake intake = {.params = params, .now = now, .world = world};
    intake_find_chances(&intake);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        present_block(&intake, b);
    for (size_t m = 0; m < world->municipalities.count; m++)
        world->scratch.share[m] = conversations_granted(&intake, m);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        make_known_block(&intake, b);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        scale_block(&intake, b);
    for (size_t n = 0; n < world->neighbourhoods.count; n++) {
        double held = 0;
        for (uint32_t b = 0; b < world->neighbourhoods.block_count[n]; b++)
            held += world->scratch.tally[(world->neighbourhoods.first_block[n] + b) * TALLIES + 1];
        world->neighbourhoods.conversations[n] = (float)held;
        know(&intake, n);
    }
}
