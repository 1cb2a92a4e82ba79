#include "process/informal_asking.h"

#include <string.h>

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
    const float full = asking->helping->presence[needs->domain[row]];
    const float presence = full * n * n - asking->ordinary - asking->relief * needs->formal[row];
    return presence > 0 ? presence : 0;
}

float asking_replaceable(const struct asking *asking, uint32_t row)
{
    const struct needs *needs = &asking->helping->world->needs;
    return asking->helping->replaceable[needs->domain[row]] * needs->net[row] * asking->willing;
}

/* Of the kinds beyond kin only the STRONGEST are asked: the others lose their
 * weight. `least` is the strength of the weakest who is asked. */
static void leave_out(const uint32_t *alter, const uint8_t *strength, unsigned least,
                      struct helpers *helpers)
{
    helpers->total = 0;
    for (uint32_t k = 0; k < helpers->count; k++) {
        const bool asked =
            tie_kind(alter[k]) <= TIE_KIN || (((unsigned)strength[k] + 1) << 4 | k) >= least;
        helpers->most[k] = asked ? helpers->most[k] : 0;
        helpers->weight[k] = asked ? helpers->weight[k] : 0;
        helpers->total += helpers->weight[k];
    }
}

/* Household and kin always come, of the others the strongest. The primary carer
 * is the household member, else the kin, who can do most. One loop without a
 * branch but its end, for nothing about ties can be foreseen. */
static void look_up(const struct helping *helping, uint32_t i, struct helpers *helpers)
{
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    const uint8_t *strength = helping->world->ties.strength + (size_t)i * TIE_SLOTS;
    const uint16_t *available = helping->world->residents.available;
    unsigned first = 0, second = 0, third = 0, fourth = 0; /* of others: strength × 16 + slot */
    float best = 0, total = 0;
    uint32_t k = 0, primary = TIE_SLOTS;
    for (; k < TIE_SLOTS && alter[k] != 0; k++) {
        const uint32_t place = tie_place(alter[k]);
        const enum tie_kind kind = tie_kind(alter[k]);
        const float most = helping->capacity[kind] * (float)available[place];
        const float weight = most * (float)strength[k] * (1.0f / 255);
        const float near = weight * helping->nearness[kind];
        primary = near > best ? k : primary;
        best = near > best ? near : best;
        total += weight;
        helpers->place[k] = place;
        helpers->most[k] = most;
        helpers->weight[k] = weight;
        const unsigned beyond_kin = -(unsigned)(kind > TIE_KIN); /* all bits or none */
        const unsigned here = (((unsigned)strength[k] + 1) << 4 | k) & beyond_kin;
        const unsigned below = here < first ? here : first;
        first = here > first ? here : first;
        const unsigned lower = below < second ? below : second;
        second = below > second ? below : second;
        const unsigned lowest = lower < third ? lower : third;
        third = lower > third ? lower : third;
        fourth = lowest > fourth ? lowest : fourth;
    }
    helpers->count = k;
    helpers->primary = primary;
    helpers->total = total;
    if (fourth != 0)
        leave_out(alter, strength, third, helpers);
}

static uint32_t units_of(float hours)
{
    return (uint32_t)(int32_t)(HELP_UNITS * hours);
}

/* Little help is asked of one person: who would give most, of whatever kind. */
static void ask_one(const struct helpers *helpers, float presence, float replaceable,
                    struct requests *requests)
{
    float most_weight = 0;
    uint32_t one = 0;
    for (uint32_t k = 0; k < helpers->count; k++) {
        one = helpers->weight[k] > most_weight ? k : one;
        most_weight = helpers->weight[k] > most_weight ? helpers->weight[k] : most_weight;
    }
    const float most = helpers->most[one];
    const float near = presence < most ? presence : most;
    const float other = replaceable < most - near ? replaceable : most - near;
    requests->from = one;
    requests->end = one + 1;
    requests->presence[one] = units_of(near);
    requests->replaceable[one] = units_of(other);
}

/* Presence is asked of the primary carer first, the rest of all by weight; no
 * request is above what the helper could give. */
static void ask_all(const struct helping *helping, const struct helpers *helpers, float presence,
                    float replaceable, struct requests *requests)
{
    const float part = 1 / helpers->total;
    const float primary = helpers->primary < TIE_SLOTS ? presence * helping->primary_share : 0;
    const float shared = (presence - primary) * part, other = replaceable * part;
    requests->from = 0;
    requests->end = helpers->count;
    for (uint32_t k = 0; k < helpers->count; k++) {
        float near = shared * helpers->weight[k] + (k == helpers->primary ? primary : 0);
        near = near < helpers->most[k] ? near : helpers->most[k];
        const float left = helpers->most[k] - near, wanted = other * helpers->weight[k];
        requests->presence[k] = units_of(near);
        requests->replaceable[k] = units_of(wanted < left ? wanted : left);
    }
}

void asking_requests(const struct asking *asking, uint32_t row, float presence, float replaceable,
                     struct helpers *helpers, struct requests *requests)
{
    const struct helping *helping = asking->helping;
    requests->from = requests->end = 0;
    look_up(helping, helping->world->needs.resident[row], helpers);
    if (helpers->total <= 0)
        return;
    if (presence + replaceable < LITTLE)
        ask_one(helpers, presence, replaceable, requests);
    else
        ask_all(helping, helpers, presence, replaceable, requests);
}
