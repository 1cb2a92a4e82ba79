#include "process/informal_support.h"

#include "base/avx2.h"
#include "process/informal_asking.h"
#include "process/informal_carrying.h"
#include "process/informal_offering.h"
#include "process/informal_receiving.h"
#include "world/membership.h"

/* What a thread asks of helpers in the shares of others: places and units, in working space that
 * the support network has no use for yet. */
struct post {
    uint64_t *letters;
    size_t count, room;
};

/* The post of a thread: the part of the space that its share of the blocks has. */
static struct post post_of(const struct world *world, const struct share *own)
{
    const size_t room = world->scratch.letter_capacity, blocks = world->blocks.count;
    const size_t from = room * own->block / blocks, end = room * own->end / blocks;
    return (struct post){world->scratch.letters + from, 0, end - from};
}

static void post_send(struct post *post, uint32_t place, uint32_t units)
{
    post->letters[post->count++] = (uint64_t)place << 32 | units;
}

/* Several threads may ask the same helper: whole numbers add up in any order. */
static void post_deliver(const struct post *post, uint32_t *demand)
{
    for (size_t k = 0; k < post->count; k++) {
        uint32_t *asked = &demand[post->letters[k] >> 32];
        const uint32_t units = (uint32_t)post->letters[k];
#pragma omp atomic
        *asked += units;
    }
}

/* Asks, and writes down what would come if every helper could give it. Adds up at helpers
 * of the thread's own share, and writes to others; where there is no post, says whether
 * there are any. */
static bool ask(const struct asking *asking, const struct share *own, struct post *post,
                uint32_t row, float presence)
{
    struct needs *needs = &asking->helping->world->needs;
    uint32_t *demand = asking->helping->world->residents.demand;
    const uint32_t *alter = asking_alters(asking, row);
    struct requests requests;
    asking_requests(asking, row, presence, needs->asked[row], &requests);
    bool elsewhere = false;
    for (unsigned slots = requests.slots; slots != 0; slots &= slots - 1) {
        const unsigned k = lowest_bit(slots);
        const uint32_t units = requests.units[k], helper = tie_place(alter[k]);
        if (share_has(own, helper))
            demand[helper] += units;
        else if (post)
            post_send(post, helper, units);
        else
            elsewhere = true;
    }
    needs->asked_of[row] = (uint16_t)requests.slots;
    needs->presence[row] = (float)requests.near / HELP_UNITS;
    needs->informal[row] = (float)(requests.all - requests.near) / HELP_UNITS;
    return elsewhere;
}

/* The same requests again, for helpers in the share of another thread. */
static void ask_elsewhere(const struct asking *asking, const struct share *own, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    if (needs->asked_of[row] == 0)
        return;
    const uint32_t *alter = asking_alters(asking, row);
    struct requests requests;
    asking_requests(asking, row, asking_presence(asking, row), needs->asked[row], &requests);
    for (unsigned slots = requests.slots; slots != 0; slots &= slots - 1) {
        const unsigned k = lowest_bit(slots);
        const uint32_t helper = tie_place(alter[k]);
        if (share_has(own, helper))
            continue;
        uint32_t *demand = &asking->helping->world->residents.demand[helper];
#pragma omp atomic
        *demand += requests.units[k];
    }
}

/* Says whether helpers in the share of another thread are still to be asked: where the post
 * may not hold all that the block could send. */
static bool ask_block(const struct helping *helping, const struct share *own, struct post *post,
                      size_t block)
{
    const struct world *world = helping->world;
    const uint32_t first = world->blocks.first_row[block];
    const struct asking asking = asking_of(helping, block);
    const size_t most = (size_t)world->blocks.row_count[block] * TIE_SLOTS;
    struct post *taken = post->count + most <= post->room ? post : NULL;
    float presence[BLOCK_ROWS];
    uint16_t rows[BLOCK_ROWS];
    const size_t count = asking_list(&asking, block, presence, rows);
    bool elsewhere = false;
    for (size_t k = 0; k < count; k++) {
        if (k + PREFETCH_AHEAD < count)
            asking_look_ahead(world, first + rows[k + PREFETCH_AHEAD]);
        elsewhere |= ask(&asking, own, taken, first + rows[k], presence[rows[k]]);
    }
    return elsewhere;
}

static void ask_elsewhere_block(const struct helping *helping, const struct share *own,
                                size_t block)
{
    const struct blocks *blocks = &helping->world->blocks;
    const uint32_t first = blocks->first_row[block], end = first + blocks->row_count[block];
    const struct asking asking = asking_of(helping, block);
    for (uint32_t row = first; row < end; row++)
        if (!(helping->world->needs.flags[row] & NEED_ENDED))
            ask_elsewhere(&asking, own, row);
}

static struct helping helping_of(const struct informal_support_params *params,
                                 const struct hours_params *hours, const struct needs_params *needs,
                                 double relief_share, struct moment now, struct world *world)
{
    struct helping helping = {.params = params,
                              .hours = hours,
                              .needs = needs,
                              .now = now,
                              .world = world,
                              .is_short = world->scratch.turns, /* no turns yet this month */
                              .primary_share = (float)params->primary_share,
                              .limit = (float)(params->capacity_total * HELP_UNITS / 65535),
                              .relief_share = (float)relief_share,
                              .strain_units =
                                  (uint32_t)(params->strain_from * HELP_UNITS * HELP_WEEKS / 100)};
    for (int d = 0; d < DOMAINS; d++) {
        helping.presence[d] = (float)hours->presence[d];
        helping.replaceable[d] = (float)hours->replaceable[d];
    }
    offering_ages(helping.by_age);
    for (int kind = TIE_HOUSEHOLD; kind < TIE_KINDS; kind++)
        helping.capacity[kind] = (float)(params->capacity_other / 65535);
    helping.capacity[TIE_HOUSEHOLD] = (float)(params->capacity_household / 65535);
    helping.capacity[TIE_KIN] = (float)(params->capacity_kin / 65535);
    helping.nearness[TIE_HOUSEHOLD] = 1000;
    helping.nearness[TIE_KIN] = 1;
    helping.wide = avx2_can();
    carrying_strengths(&helping);
    return helping;
}

/* Every thread asks helpers of its own share first and those of others after all
 * have done so: only these are added one at a time. */
void informal_support_step(const struct informal_support_params *params,
                           const struct hours_params *hours, const struct needs_params *needs,
                           double relief_share, struct moment now, struct world *world)
{
    const struct helping helping = helping_of(params, hours, needs, relief_share, now, world);
    double *tally = world->scratch.tally;
#pragma omp parallel
    {
        const struct share own = blocks_share(&world->blocks);
        struct post post = post_of(world, &own);
        for (size_t b = own.block; b < own.end; b++)
            offering_block(&helping, b);
#pragma omp barrier
#pragma omp single
        membership_reserve(world, params->capacity_total);
        for (size_t b = own.block; b < own.end; b++)
            tally[b * TALLIES] = ask_block(&helping, &own, &post, b);
#pragma omp barrier
        post_deliver(&post, world->residents.demand);
        for (size_t b = own.block; b < own.end; b++)
            if (tally[b * TALLIES] > 0)
                ask_elsewhere_block(&helping, &own, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            receiving_mark(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            receiving_block(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            carrying_block(&helping, b);
    }
}
