#include "process/informal_support.h"

#include "base/prefetch.h"
#include "process/informal_asking.h"
#include "process/informal_carrying.h"
#include "process/informal_wide.h"
#include "process/informal_offering.h"
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
                uint32_t row)
{
    struct needs *needs = &asking->helping->world->needs;
    uint32_t *demand = asking->helping->world->residents.demand;
    const float presence = asking_presence(asking, row);
    const float replaceable = asking_replaceable(asking, row);
    needs->asked[row] = replaceable;
    needs->presence[row] = needs->informal[row] = 0;
    needs->asked_of[row] = 0;
    if (HELP_UNITS * (presence + replaceable) < 1)
        return false;
    const uint32_t *alter = asking_alters(asking, row);
    struct requests requests;
    asking_requests(asking, row, presence, replaceable, &requests);
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

/* The helper's share of a request; rounds down, so that nobody gives more than
 * they can. */
static uint32_t share_of(uint32_t units, uint32_t demand, uint32_t limit)
{
    return demand > limit ? (uint32_t)((uint64_t)units * limit / demand) : units;
}

/* Some helper was asked too much: the hours are worked out anew, with each
 * helper's share, and what overloaded helpers give is added up. */
static void divide(const struct asking *asking, uint32_t row)
{
    struct world *world = asking->helping->world;
    const uint32_t *alter = asking_alters(asking, row);
    struct requests requests;
    asking_requests(asking, row, asking_presence(asking, row), world->needs.asked[row], &requests);
    uint32_t presence = 0, replaceable = 0;
    for (unsigned slots = requests.slots; slots != 0; slots &= slots - 1) {
        const unsigned k = lowest_bit(slots);
        const uint32_t helper = tie_place(alter[k]);
        const uint32_t demand = world->residents.demand[helper];
        const uint32_t limit = asking_limit(asking->helping, world->residents.available[helper]);
        const uint32_t near = share_of(requests.presence[k], demand, limit);
        const uint32_t other = share_of(requests.units[k] - requests.presence[k], demand, limit);
        presence += near;
        replaceable += other;
        if (demand > limit) {
            uint16_t *given = &world->residents.given[helper];
            const uint16_t units = (uint16_t)(near + other);
#pragma omp atomic
            *given += units;
        }
    }
    world->needs.presence[row] = (float)presence / HELP_UNITS;
    world->needs.informal[row] = (float)replaceable / HELP_UNITS;
}

/* The traits of all alters in half of the slots together, asked or not: how many were asked
 * cannot be foreseen, and mostly there is nothing to see. */
static inline unsigned traits_of_half(const uint8_t *traits, const uint32_t *alter)
{
    unsigned any = 0;
    for (unsigned k = 0; k < TIE_SLOTS / 2; k++)
        any |= traits[tie_place(alter[k])];
    return any;
}

/* Reads whether all helpers can give what they were asked. */
static void receive(const struct asking *asking, uint32_t row)
{
    const struct world *world = asking->helping->world;
    const uint8_t *traits = world->residents.traits;
    const uint32_t *alter = asking_alters(asking, row);
    const unsigned slots = world->needs.asked_of[row];
    unsigned any = traits_of_half(traits, alter);
    if (slots >> TIE_SLOTS / 2)
        any |= traits_of_half(traits, alter + TIE_SLOTS / 2);
    if (!(any & TRAIT_OVERASKED))
        return;
    unsigned asked = 0;
    for (unsigned left = slots; left != 0; left &= left - 1)
        asked |= traits[tie_place(alter[lowest_bit(left)])];
    if (asked & TRAIT_OVERASKED)
        divide(asking, row);
}

/* A tie that helped grows stronger. */
static void strengthen(const struct helping *helping, uint32_t row)
{
    const struct world *world = helping->world;
    uint8_t *strength = world->ties.strength + (size_t)world->needs.resident[row] * TIE_SLOTS;
    if (helping->wide) {
        informal_wide_grow(helping, strength, world->needs.asked_of[row]);
        return;
    }
    for (unsigned slots = world->needs.asked_of[row]; slots != 0; slots &= slots - 1) {
        uint8_t *helped = &strength[lowest_bit(slots)];
        *helped = helping->grown[*helped];
    }
}

/* Rows are in order of onset, their residents anywhere in the block: the ties of
 * those to come are asked for early. */
static inline void look_ahead(const struct world *world, uint32_t row, uint32_t end)
{
    if (row + PREFETCH_AHEAD >= end)
        return;
    const size_t i = world->needs.resident[row + PREFETCH_AHEAD];
    prefetch(world->ties.alter + i * TIE_SLOTS);
    prefetch(world->ties.strength + i * TIE_SLOTS);
}

/* Says whether helpers in the share of another thread are still to be asked: where the post
 * may not hold all that the block could send. */
static bool ask_block(const struct helping *helping, const struct share *own, struct post *post,
                      size_t block)
{
    const struct blocks *blocks = &helping->world->blocks;
    const uint32_t first = blocks->first_row[block], end = first + blocks->row_count[block];
    const struct asking asking = asking_of(helping, block);
    const size_t most = (size_t)blocks->row_count[block] * TIE_SLOTS;
    struct post *taken = post->count + most <= post->room ? post : NULL;
    bool elsewhere = false;
    for (uint32_t row = first; row < end; row++) {
        look_ahead(helping->world, row, end);
        if (!(helping->world->needs.flags[row] & NEED_ENDED))
            elsewhere |= ask(&asking, own, taken, row);
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

/* Strengths change once all needs have been received: requests depend on them,
 * and several needs of one resident ask along the same ties. */
static void receive_block(const struct helping *helping, size_t block)
{
    const struct blocks *blocks = &helping->world->blocks;
    const uint32_t first = blocks->first_row[block], end = first + blocks->row_count[block];
    const struct asking asking = asking_of(helping, block);
    const struct needs *needs = &helping->world->needs;
    for (uint32_t row = first; row < end; row++) {
        look_ahead(helping->world, row, end);
        if (!(needs->flags[row] & NEED_ENDED) && needs->asked_of[row] != 0)
            receive(&asking, row);
    }
    for (uint32_t row = first; row < end; row++)
        if (!(needs->flags[row] & NEED_ENDED) && needs->asked_of[row] != 0)
            strengthen(helping, row);
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
            offering_mark(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            receive_block(&helping, b);
#pragma omp barrier
        for (size_t b = own.block; b < own.end; b++)
            carrying_block(&helping, b);
    }
}
