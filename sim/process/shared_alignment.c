#include "process/shared_alignment.h"

#include <string.h>

#include "world/visions.h"

/* Cells of the plane of visions by the high bits of both values, the counts of a block in
 * room that formal support has done with. */
enum { SIDE_BITS = 4, SIDE = 1 << SIDE_BITS, CELLS = SIDE * SIDE };
enum { ROOM = DOMAINS * CONTRACT_SLOTS * RANKS };
_Static_assert((int)CELLS <= (int)ROOM, "the cells of a block fit its working space");

/* Alignment is added up in whole parts of one, so that no order matters. */
static const double PARTS = 1 << 20;

static void count_block(struct world *world, size_t b)
{
    uint32_t *cells = world->scratch.wanted + b * ROOM;
    const struct residents *residents = &world->residents;
    const uint32_t first = world->blocks.first[b], end = first + world->blocks.length[b];
    memset(cells, 0, CELLS * sizeof *cells);
    for (uint32_t i = first; i < end; i++) {
        const unsigned cause = (unsigned)(residents->vision_cause[i] + 128) >> (8 - SIDE_BITS);
        const unsigned result = (unsigned)(residents->vision_result[i] + 128) >> (8 - SIDE_BITS);
        cells[cause << SIDE_BITS | result] += residents->id[i] != 0;
    }
}

static uint64_t count_residents(const struct world *world, size_t m, uint64_t cells[CELLS])
{
    const struct neighbourhoods *n = &world->neighbourhoods;
    const size_t first = world->municipalities.first[m];
    const size_t last = first + world->municipalities.neighbourhoods[m] - 1;
    uint64_t residents = 0;
    memset(cells, 0, CELLS * sizeof *cells);
    for (size_t b = n->first_block[first]; b < n->first_block[last] + n->block_count[last]; b++)
        for (size_t c = 0; c < CELLS; c++) {
            cells[c] += world->scratch.wanted[b * ROOM + c];
            residents += world->scratch.wanted[b * ROOM + c];
        }
    return residents;
}

/* The value in the middle of a row of cells. */
static float middle(size_t k)
{
    const double wide = 256.0 / SIDE;
    return (float)(((double)k * wide + wide / 2 - 0.5 - 128) / 127);
}

/* Over all residents, in parts. */
static uint64_t alignment_with(const uint64_t cells[CELLS], const float *vision, double d0)
{
    uint64_t sum = 0;
    for (size_t c = 0; c < CELLS; c++) {
        const float there[2] = {middle(c >> SIDE_BITS), middle(c % SIDE)};
        const double alignment = visions_alignment(visions_distance(vision, there), d0);
        sum += cells[c] * (uint64_t)(PARTS * alignment);
    }
    return sum;
}

static void align(struct world *world, size_t m, double d0)
{
    const struct organisations *o = &world->organisations;
    const float *own = world->municipalities.vision + 2 * m;
    float *alignment = world->municipalities.alignment + m * AGREEMENTS;
    uint64_t cells[CELLS];
    const double residents = (double)count_residents(world, m, cells);
    const uint32_t first = world->municipalities.first_organisation[m];
    double count = 0, with_own = 0, with_residents = 0;
    for (uint32_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        if (!organisations_present(o, i))
            continue;
        const float *vision = o->vision + (size_t)2 * i;
        count += 1;
        with_own += visions_alignment(visions_distance(own, vision), d0);
        with_residents += (double)alignment_with(cells, vision, d0);
    }
    const double people = residents > 0 ? residents * PARTS : 1;
    alignment[AGREEMENT_RESIDENTS] = (float)((double)alignment_with(cells, own, d0) / people);
    alignment[AGREEMENT_ORGANISATIONS] = count > 0 ? (float)(with_own / count) : 0;
    alignment[AGREEMENT_BETWEEN] = count > 0 ? (float)(with_residents / people / count) : 0;
}

void shared_alignment(double vision_distance, struct world *world)
{
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        count_block(world, b);
#pragma omp parallel for schedule(dynamic)
    for (size_t m = 0; m < world->municipalities.count; m++)
        align(world, m, vision_distance);
}

/* How far an outcome belongs to circumstances, and to quality of life: together at most
 * one, and over all outcomes nothing. */
static const double belongs[JUDGEMENTS][2] = {
    [JUDGED_WAITING] = {0, -0.5},         [JUDGED_OVERSPENDING] = {0, -1},
    [JUDGED_DRIFT] = {0, -0.5},           [JUDGED_ENDED] = {0, 1},
    [JUDGED_SELF_RELIANCE] = {-0.5, 0.5}, [JUDGED_NETWORKS] = {0.5, 0.5},
};

void shared_judgement(double judgement, struct world *world, size_t municipality)
{
    const struct municipalities *m = &world->municipalities;
    const double voice = world_lever(world, municipality, CITIZEN_VOICE);
    const float *alignment = m->alignment + municipality * AGREEMENTS;
    const float *vision = m->vision + 2 * municipality;
    const double agreed =
        voice * alignment[AGREEMENT_RESIDENTS] + (1 - voice) * alignment[AGREEMENT_ORGANISATIONS];
    for (size_t k = 0; k < JUDGEMENTS; k++) {
        const double leaning = belongs[k][0] * vision[0] + belongs[k][1] * vision[1];
        /* The leanings add up to nothing, so that the weights add up to one. */
        m->agreed[municipality * JUDGEMENTS + k] =
            (float)((1 + judgement * agreed * leaning) / JUDGEMENTS);
    }
}
