#include "process/intake.h"

#include "base/found.h"
#include "base/wide.h"
#include "world/arms.h"
#include "world/draw.h"

/* Severity and trust at which `seeking` is the chance. */
static const double SEVERITY_MIDDLE = 0.3, TRUST_MIDDLE = 0.59;

struct intake {
    const struct intake_params *params;
    struct moment now;
    struct world *world;
    double base[DOMAINS]; /* logit of the chance to seek help in the middle */
};

static double lever_of(const struct world *world, size_t n, enum lever lever)
{
    return world->neighbourhoods.lever[n * LEVERS + lever];
}

/* The longest that the resident waits for help with another need, in years up to
 * one: who has nothing known waits for nothing. */
static double earlier_waiting(const struct world *world, uint32_t i)
{
    uint8_t months = 0;
    if (world->residents.known[i] == 0)
        return 0;
    for (uint32_t row = world->residents.first_need[i]; row != COLUMN_NONE;
         row = world->needs.next[row])
        if (world->needs.waiting[row] > months)
            months = world->needs.waiting[row];
    return months < 12 ? months / 12.0 : 1;
}

/* Minus the logit of the chance to seek help. */
static double unlikely_to_seek(const struct intake *intake, uint32_t row)
{
    const struct intake_params *p = intake->params;
    const struct world *world = intake->world;
    const uint32_t i = world->needs.resident[row];
    const double before = earlier_waiting(world, i);
    return -(intake->base[world->needs.domain[row]] +
             p->seeking_severity * (world->needs.severity[row] - SEVERITY_MIDDLE) +
             p->seeking_trust * (world->residents.trust[i] - TRUST_MIDDLE) +
             p->seeking_waiting * before);
}

/* Needs of one domain, gathered so that what is drawn and worked out for them is so together. */
enum { BATCH = 64 };
struct batch {
    uint32_t count, row[BATCH];
};

/* The four words of the own draw of each case of a batch. */
static void draw_batch(const struct intake *intake, const struct batch *batch, uint32_t purpose,
                       uint32_t words[4][BATCH])
{
    const struct philox_block counter = {{0, intake->now.month, purpose, 0}};
    uint32_t id[BATCH];
    for (uint32_t k = 0; k < batch->count; k++)
        id[k] = intake->world->residents.id[intake->world->needs.resident[batch->row[k]]];
    philox_many(intake->now.key, counter, id, batch->count,
                (uint32_t *[4]){words[0], words[1], words[2], words[3]});
}

/* In a neighbourhood: the chance to be found by going out, and how often levers lead to a talk. */
struct meeting {
    double find, integrality;
};

/* First pass, own rows only: who comes in, and who would talk, of which it says; `lots` are the
 * four words of the case's own draw, `seeking` the chance to seek help. */
static bool present(const struct intake *intake, size_t n, const struct meeting *meeting,
                    uint32_t row, double seeking, const uint32_t lots[4])
{
    struct world *world = intake->world;
    const uint32_t i = world->needs.resident[row];
    const double sigma = arms_steering(world, n, world->needs.domain[row], i);
    const bool seeks = uniform_of(lots[0]) < seeking;
    const bool found = uniform_of(lots[1]) < meeting->find;
    const bool passes = uniform_of(lots[2]) >= intake->params->gate * (1 - sigma);
    const bool comes_in = (seeks & passes) | found;
    const double talk = meeting->integrality * (intake->params->conversation_base +
                                                (1 - intake->params->conversation_base) * sigma);
    const bool talks = comes_in & (uniform_of(lots[3]) < talk);
    world->needs.flags[row] |=
        (uint8_t)((comes_in ? NEED_COMES_IN : 0) | (talks ? NEED_WANTS_TALK : 0));
    return talks;
}

/* Presents a batch of hidden needs; returns how many would talk. */
static uint32_t present_batch(const struct intake *intake, size_t n, uint32_t domain,
                              struct batch *batch)
{
    const struct world *world = intake->world;
    const struct meeting meeting = {intake->params->outreach_find * lever_of(world, n, OUTREACH) *
                                        world->neighbourhoods.knowledge[n],
                                    lever_of(world, n, INTEGRALITY)};
    uint32_t words[4][BATCH], talks = 0;
    double unlikely[BATCH], odds[BATCH];
    draw_batch(intake, batch, DRAW_INTAKE + domain, words);
    for (uint32_t k = 0; k < batch->count; k++)
        unlikely[k] = unlikely_to_seek(intake, batch->row[k]);
    wide_exp(unlikely, 0, odds, batch->count);
    for (uint32_t k = 0; k < batch->count; k++) {
        const uint32_t lots[4] = {words[0][k], words[1][k], words[2][k], words[3][k]};
        talks += present(intake, n, &meeting, batch->row[k], 1 / (1 + odds[k]), lots);
    }
    batch->count = 0;
    return talks;
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

/* Once in three months of a need a resident weighs more or less help: up when it
 * is bad and own strength is small, down when trust in coping grows. */
static void scale(struct world *world, uint32_t row, double lot)
{
    const uint32_t i = world->needs.resident[row];
    const double leaning = 4 * (world->needs.severity[row] - 0.3) -
                           3 * (world->residents.self_reliance[i] - 0.6) +
                           (world->residents.trust[i] - TRUST_MIDDLE);
    const bool up = lot < elementary_logistic(leaning);
    int8_t *scaling = &world->needs.scaling[row];
    if (up && *scaling < 1)
        (*scaling)++;
    else if (!up && *scaling > -1)
        (*scaling)--;
}

static void scale_batch(const struct intake *intake, uint32_t domain, double chance,
                        struct batch *batch)
{
    uint32_t words[4][BATCH];
    draw_batch(intake, batch, DRAW_SCALING + domain, words);
    for (uint32_t k = 0; k < batch->count; k++)
        if (uniform_of(words[0][k]) < chance)
            scale(intake->world, batch->row[k], uniform_of(words[1][k]));
    batch->count = 0;
}

static bool open_case(const struct world *world, uint32_t row)
{
    return !(world->needs.flags[row] & NEED_ENDED);
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

static void present_block(const struct intake *intake, size_t b)
{
    struct world *world = intake->world;
    struct needs *needs = &world->needs;
    const size_t n = world->blocks.neighbourhood[b];
    const uint32_t first = world->blocks.first_row[b], rows = world->blocks.row_count[b];
    struct batch batches[DOMAINS] = {{.count = 0}};
    uint8_t hidden[BLOCK_ROWS];
    uint16_t listed[BLOCK_ROWS];
    uint32_t talks = 0;
    for (uint32_t k = 0; k < rows; k++) {
        const uint32_t row = first + k;
        const uint8_t known = world->residents.known[needs->resident[row]] >> needs->domain[row];
        needs->flags[row] &= (uint8_t) ~(NEED_COMES_IN | NEED_WANTS_TALK);
        hidden[k] = open_case(world, row) & ~known & 1;
    }
    const size_t count = found_list(hidden, rows, listed);
    for (size_t k = 0; k < count; k++) {
        const uint32_t row = first + listed[k], d = needs->domain[row];
        batches[d].row[batches[d].count++] = row;
        if (batches[d].count == BATCH)
            talks += present_batch(intake, n, d, &batches[d]);
    }
    for (uint32_t d = 0; d < DOMAINS; d++)
        talks += present_batch(intake, n, d, &batches[d]);
    world->scratch.tally[b * TALLIES] = talks;
}

static void make_known_block(const struct intake *intake, size_t b)
{
    struct world *world = intake->world;
    const size_t n = world->blocks.neighbourhood[b];
    const double granted = world->scratch.share[world->neighbourhoods.municipality[n]];
    const uint32_t first = world->blocks.first_row[b], end = first + world->blocks.row_count[b];
    double held = 0;
    for (uint32_t row = first; row < end; row++)
        if (open_case(world, row) && world->needs.flags[row] & NEED_COMES_IN)
            held += make_known(intake, n, row, granted);
    world->scratch.tally[b * TALLIES + 1] = held;
}

static void scale_block(const struct intake *intake, size_t b)
{
    struct world *world = intake->world;
    const size_t n = world->blocks.neighbourhood[b];
    const double chance = 3 * intake->params->self_scaling * lever_of(world, n, SELF_SCALING);
    const uint32_t first = world->blocks.first_row[b];
    const size_t count = chance > 0 ? world->blocks.row_count[b] : 0;
    uint8_t weighs[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS];
    struct batch batches[DOMAINS] = {{.count = 0}};
    for (size_t k = 0; k < count; k++) {
        const size_t row = first + k;
        const uint8_t known = world->residents.known[world->needs.resident[row]];
        weighs[k] = (world->needs.spell[row] % 3 == 0) & open_case(world, (uint32_t)row) &
                    (known >> world->needs.domain[row] & 1);
    }
    const size_t weighing = found_list(weighs, count, rows);
    for (size_t k = 0; k < weighing; k++) {
        const uint32_t row = first + rows[k], d = world->needs.domain[row];
        batches[d].row[batches[d].count++] = row;
        if (batches[d].count == BATCH)
            scale_batch(intake, d, chance, &batches[d]);
    }
    for (uint32_t d = 0; d < DOMAINS; d++)
        scale_batch(intake, d, chance, &batches[d]);
}

void intake_step(const struct intake_params *params, struct moment now, struct world *world)
{
    struct intake intake = {.params = params, .now = now, .world = world};
    for (int d = 0; d < DOMAINS; d++)
        intake.base[d] =
            elementary_log(params->seeking[d] / (1 - params->seeking[d] + 1e-9) + 1e-12);
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
