#include "process/informal_support.h"

#include <string.h>

#include "base/prefetch.h"
#include "process/informal_asking.h"
#include "process/informal_carrying.h"
#include "world/draw.h"
#include "world/hours.h"

enum { YEARS_MOST = 128 };

/* Children do not carry care, the young a little, the old less. */
static float age_factor(int years)
{
    return years < 12   ? 0
           : years < 18 ? 0.05f
           : years < 25 ? 0.12f
           : years < 40 ? 0.3f
           : years < 50 ? 0.5f
           : years < 70 ? 1
           : years < 80 ? 0.7f
                        : 0.4f;
}

/* What each can be asked, from the state before anyone asks. */
static void offer_block(const struct helping *helping, size_t block)
{
    struct residents *residents = &helping->world->residents;
    const uint32_t first = helping->world->blocks.first[block];
    float factor[YEARS_MOST];
    for (int years = 0; years < YEARS_MOST; years++)
        factor[years] = age_factor(years) * (65535.0f / 255);
    for (uint32_t i = first; i < first + helping->world->blocks.length[block]; i++) {
        const unsigned months = (unsigned)residents_age_months(residents, i, helping->now.month);
        const unsigned years = months / 12 < YEARS_MOST ? months / 12 : 0; /* the unborn too */
        const float able = factor[years] * (1 - residents->strain[i]) *
                           (1 - (float)residents->worst[i] * (1.0f / 255));
        const float share = able * (float)residents->willingness[i];
        const bool there = residents->id[i] != 0 && residents->burnout[i] == 0;
        residents->available[i] = there ? (uint16_t)(int32_t)share : 0;
        residents->demand[i] = 0;
        residents->given[i] = 0;
    }
}

/* The place of the lowest bit that is set. */
static inline unsigned lowest_bit(unsigned bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctz(bits);
#else
    unsigned place = 0;
    while (!(bits >> place & 1))
        place++;
    return place;
#endif
}

/* Asks, and writes down what would come if every helper could give it. */
static void ask(const struct asking *asking, uint32_t row)
{
    struct world *world = asking->helping->world;
    struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const float presence = asking_presence(asking, row);
    const float replaceable = asking_replaceable(asking, row);
    needs->asked[row] = replaceable;
    needs->presence[row] = needs->informal[row] = 0;
    needs->asked_of[row] = 0;
    if (HELP_UNITS * (presence + replaceable) < 1)
        return;
    struct helpers helpers;
    struct requests requests;
    asking_helpers(asking->helping, i, &helpers);
    asking_requests(asking, &helpers, presence, replaceable, &requests);
    uint32_t near = 0, other = 0, slots = 0;
    for (uint32_t h = 0; h < helpers.count; h++) {
        const uint32_t units = requests.presence[h] + requests.replaceable[h];
        if (units == 0)
            continue;
        near += requests.presence[h];
        other += requests.replaceable[h];
        slots |= 1u << helpers.slot[h];
        uint32_t *demand = &world->residents.demand[helpers.place[h]];
#pragma omp atomic
        *demand += units;
    }
    needs->asked_of[row] = (uint16_t)slots;
    needs->presence[row] = (float)near / HELP_UNITS;
    needs->informal[row] = (float)other / HELP_UNITS;
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
    struct helpers helpers;
    struct requests requests;
    asking_helpers(asking->helping, world->needs.resident[row], &helpers);
    asking_requests(asking, &helpers, asking_presence(asking, row), world->needs.asked[row],
                    &requests);
    uint32_t presence = 0, replaceable = 0;
    for (uint32_t h = 0; h < helpers.count; h++) {
        const uint32_t helper = helpers.place[h];
        const uint32_t demand = world->residents.demand[helper];
        const uint32_t limit = asking_limit(asking->helping, helper);
        const uint32_t near = share_of(requests.presence[h], demand, limit);
        const uint32_t other = share_of(requests.replaceable[h], demand, limit);
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

/* Marks who was asked for more than they can give: one byte to read for those
 * who asked, instead of demand and limit. */
static void mark_block(const struct helping *helping, size_t block)
{
    struct residents *residents = &helping->world->residents;
    const uint32_t first = helping->world->blocks.first[block];
    for (uint32_t i = first; i < first + helping->world->blocks.length[block]; i++) {
        const bool too_much = residents->demand[i] > asking_limit(helping, i);
        residents->traits[i] =
            (uint8_t)((residents->traits[i] & ~TRAIT_OVERASKED) | (too_much ? TRAIT_OVERASKED : 0));
    }
}

/* Reads whether all helpers can give what they were asked. */
static void receive(const struct asking *asking, uint32_t row)
{
    const struct world *world = asking->helping->world;
    unsigned slots = world->needs.asked_of[row];
    if (slots == 0)
        return;
    const uint32_t i = world->needs.resident[row];
    const uint32_t *alter = world->ties.alter + (size_t)i * TIE_SLOTS;
    unsigned traits = 0;
    for (; slots != 0; slots &= slots - 1)
        traits |= world->residents.traits[tie_place(alter[lowest_bit(slots)])];
    if (traits & TRAIT_OVERASKED) /* before strengths change: requests depend on them */
        divide(asking, row);
}

/* A tie that helped grows stronger: once all needs have been received, since
 * several needs of one resident ask along the same ties. */
static void strengthen(const struct asking *asking, uint32_t row)
{
    static const uint16_t bits[TIE_SLOTS] = {1u,       2u,       4u,       8u,      16u,   32u,
                                             64u,      128u,     256u,     512u,    1024u, 2048u,
                                             1u << 12, 1u << 13, 1u << 14, 1u << 15};
    const struct world *world = asking->helping->world;
    const uint16_t slots = world->needs.asked_of[row], growth = asking->helping->growth;
    if (slots == 0)
        return;
    uint8_t *strength = world->ties.strength + (size_t)world->needs.resident[row] * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS; k++) { /* all slots at once: no branch */
        const uint16_t helped = (slots & bits[k]) == bits[k] ? growth : 0;
        strength[k] = (uint8_t)(strength[k] + (((255 - strength[k]) * helped + 128) >> 8));
    }
}

/* Rows are in order of onset, their residents anywhere in the block: the ties of
 * those to come are asked for early. */
static void look_ahead(const struct world *world, uint32_t row, uint32_t end)
{
    if (row + PREFETCH_AHEAD >= end)
        return;
    const size_t i = world->needs.resident[row + PREFETCH_AHEAD];
    prefetch(world->ties.alter + i * TIE_SLOTS);
    prefetch(world->ties.strength + i * TIE_SLOTS);
}

/* Calls `act` for every need of the block that has not ended. */
static inline void for_needs(const struct helping *helping, size_t block,
                             void (*act)(const struct asking *, uint32_t))
{
    const struct blocks *blocks = &helping->world->blocks;
    const uint32_t first = blocks->first_row[block], end = first + blocks->row_count[block];
    const struct asking asking = asking_of(helping, block);
    for (uint32_t row = first; row < end; row++) {
        look_ahead(helping->world, row, end);
        if (!(helping->world->needs.flags[row] & NEED_ENDED))
            act(&asking, row);
    }
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
                              .growth = (uint16_t)(256 * params->tie_growth + 0.5),
                              .limit = (float)(params->capacity_total * HELP_UNITS / 65535),
                              .relief_share = (float)relief_share,
                              .strain_units =
                                  (uint32_t)(params->strain_from * HELP_UNITS * HELP_WEEKS / 100)};
    for (int kind = TIE_HOUSEHOLD; kind < TIE_KINDS; kind++)
        helping.capacity[kind] = (float)(params->capacity_other / 65535);
    helping.capacity[TIE_HOUSEHOLD] = (float)(params->capacity_household / 65535);
    helping.capacity[TIE_KIN] = (float)(params->capacity_kin / 65535);
    helping.nearness[TIE_HOUSEHOLD] = 1000;
    helping.nearness[TIE_KIN] = 1;
    return helping;
}

void informal_support_step(const struct informal_support_params *params,
                           const struct hours_params *hours, const struct needs_params *needs,
                           double relief_share, struct moment now, struct world *world)
{
    const struct helping helping = helping_of(params, hours, needs, relief_share, now, world);
    const size_t blocks = world->blocks.count;
#pragma omp parallel
    {
#pragma omp for schedule(static)
        for (size_t b = 0; b < blocks; b++)
            offer_block(&helping, b);
#pragma omp for schedule(static)
        for (size_t b = 0; b < blocks; b++)
            for_needs(&helping, b, ask);
#pragma omp for schedule(static)
        for (size_t b = 0; b < blocks; b++)
            mark_block(&helping, b);
#pragma omp for schedule(static)
        for (size_t b = 0; b < blocks; b++)
            for_needs(&helping, b, receive);
#pragma omp for schedule(static)
        for (size_t b = 0; b < blocks; b++) {
            for_needs(&helping, b, strengthen);
            carrying_block(&helping, b);
        }
    }
}
