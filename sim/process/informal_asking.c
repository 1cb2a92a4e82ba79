#include "process/informal_asking.h"

/* Hours a month below which one person is asked. */
static const float LITTLE = 1;

static float lever_of(const struct helping *helping, size_t block, enum lever lever)
{
    const size_t n = helping->world->blocks.neighbourhood[block];
    return helping->world->neighbourhoods.lever[n * LEVERS + (size_t)lever];
}

struct asking asking_of(const struct helping *helping, size_t block)
{
    const struct informal_support_params *p = helping->params;
    const double reluctance =
        p->reluctance * (1 - p->reluctance_relief * lever_of(helping, block, EMPOWERMENT));
    const struct asking asking = {
        helping, (float)(1 - reluctance),
        helping->relief_share * lever_of(helping, block, FORMAL_INFORMAL_LINK), (float)p->ordinary};
    return asking;
}

float asking_presence(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    const float n = needs->severity[row];
    const float full = (float)asking->helping->hours->presence[needs->domain[row]];
    const float presence = full * n * n - asking->ordinary - asking->relief * needs->formal[row];
    return presence > 0 ? presence : 0;
}

float asking_replaceable(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    const float share = (float)asking->helping->hours->replaceable[needs->domain[row]];
    return share * needs->net[row] * asking->willing;
}

/* Household and kin always come; of the others the three strongest. Strength
 * alone chooses these, so that only who is asked need be looked up. */
static void choose_slots(const uint32_t *alter, const uint8_t *strength, struct helpers *helpers)
{
    unsigned strongest[STRONGEST] = {0}; /* strength × 16 + slot, the strongest first */
    uint32_t count = 0;
    for (unsigned k = 0; k < TIE_SLOTS && alter[k] != 0; k++) {
        if (tie_kind(alter[k]) <= TIE_KIN) {
            helpers->slot[count++] = (uint8_t)k;
            continue;
        }
        unsigned here = ((unsigned)strength[k] + 1) << 4 | k;
        for (int r = 0; r < STRONGEST; r++) {
            const unsigned there = strongest[r], larger = here > there ? here : there;
            here = here > there ? there : here;
            strongest[r] = larger;
        }
    }
    for (int r = 0; r < STRONGEST && strongest[r] != 0; r++)
        helpers->slot[count++] = strongest[r] & 15;
    helpers->count = count;
}

/* The primary carer is the household member, else the kin, who can do most. */
void asking_helpers(const struct helping *helping, uint32_t i, struct helpers *helpers)
{
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    const uint8_t *strength = helping->world->ties.strength + (size_t)i * TIE_SLOTS;
    const uint16_t *available = helping->world->residents.available;
    choose_slots(alter, strength, helpers);
    float best = 0, most_weight = 0, total = 0;
    uint32_t primary = helpers->count, strongest = 0;
    for (uint32_t h = 0; h < helpers->count; h++) {
        const unsigned k = helpers->slot[h];
        const enum tie_kind kind = tie_kind(alter[k]);
        const uint32_t place = tie_place(alter[k]);
        const float most = helping->capacity[kind] * (float)available[place];
        const float weight = most * (float)strength[k] * (1.0f / 255);
        const float near = weight * helping->nearness[kind];
        primary = near > best ? h : primary;
        best = near > best ? near : best;
        strongest = weight > most_weight ? h : strongest;
        most_weight = weight > most_weight ? weight : most_weight;
        total += weight;
        helpers->place[h] = place;
        helpers->most[h] = most;
        helpers->weight[h] = weight;
    }
    helpers->primary = primary;
    helpers->strongest = strongest;
    helpers->total = total;
}

/* Little help is asked of one person. */
static void ask_one(const struct helpers *helpers, float presence, float replaceable,
                    struct requests *requests)
{
    const float most = helpers->most[helpers->strongest];
    for (uint32_t h = 0; h < helpers->count; h++)
        requests->presence[h] = requests->replaceable[h] = 0;
    const float near = presence < most ? presence : most;
    const float other = replaceable < most - near ? replaceable : most - near;
    requests->presence[helpers->strongest] = (uint32_t)(int32_t)(HELP_UNITS * near);
    requests->replaceable[helpers->strongest] = (uint32_t)(int32_t)(HELP_UNITS * other);
}

/* Presence is asked of the primary carer first, the rest of all by weight; no
 * request is above what the helper could give. */
void asking_requests(const struct asking *asking, const struct helpers *helpers, float presence,
                     float replaceable, struct requests *requests)
{
    if (presence + replaceable < LITTLE && helpers->count > 0) {
        ask_one(helpers, presence, replaceable, requests);
        return;
    }
    const float part = helpers->total > 0 ? 1 / helpers->total : 0;
    const float primary = helpers->primary < helpers->count
                              ? presence * (float)asking->helping->params->primary_share
                              : 0;
    const float shared = (presence - primary) * part, other = replaceable * part;
    for (uint32_t h = 0; h < helpers->count; h++) {
        float near = shared * helpers->weight[h] + (h == helpers->primary ? primary : 0);
        near = near < helpers->most[h] ? near : helpers->most[h];
        const float left = helpers->most[h] - near, wanted = other * helpers->weight[h];
        requests->presence[h] = (uint32_t)(int32_t)(HELP_UNITS * near);
        requests->replaceable[h] =
            (uint32_t)(int32_t)(HELP_UNITS * (wanted < left ? wanted : left));
    }
}

uint32_t asking_limit(const struct helping *helping, uint32_t helper)
{
    return (uint32_t)(int32_t)(helping->limit * (float)helping->world->residents.available[helper]);
}
