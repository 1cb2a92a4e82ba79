#include "process/informal_asking.h"

#include <string.h>

#include "base/avx2.h"
#include "base/found.h"
#include "process/informal_wide.h"

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

/* Needs of a block that go on and ask a unit or more: of one person, and of all. */
struct marks {
    uint8_t little[BLOCK_ROWS], much[BLOCK_ROWS];
};

/* The hours that each need of the block asks; nothing has come of them yet. */
static AVX2_EITHER void write_wishes_loop(const struct asking *asking, size_t first, size_t count,
                                          float *restrict presence, struct marks *restrict marks)
{
    const struct needs *needs = &asking->helping->world->needs;
    const uint8_t *restrict domain = needs->domain + first, *restrict flags = needs->flags + first;
    const float *restrict severity = needs->severity + first, *restrict net = needs->net + first;
    const float *restrict formal = needs->formal + first;
    float *restrict asked = needs->asked + first, *restrict informal = needs->informal + first;
    float *restrict given = needs->presence + first;
    uint16_t *restrict asked_of = needs->asked_of + first;
    const struct asking here = *asking;
    float full[BLOCK_ROWS], part[BLOCK_ROWS];
    for (size_t r = 0; r < count; r++) {
        full[r] = here.helping->presence[domain[r]];
        part[r] = here.helping->replaceable[domain[r]];
    }
    for (size_t r = 0; r < count; r++)
        presence[r] = asking_hours_near(&here, full[r], severity[r], formal[r]);
    for (size_t r = 0; r < count; r++) {
        const bool ended = flags[r] & NEED_ENDED;
        const float before = asked[r], came = informal[r], was_near = given[r];
        const float now = part[r] * net[r] * here.willing;
        const uint16_t of = asked_of[r];
        asked[r] = ended ? before : now;
        informal[r] = ended ? came : 0;
        given[r] = ended ? was_near : 0;
        asked_of[r] = ended ? of : 0;
    }
    for (size_t r = 0; r < count; r++) {
        const float hours = presence[r] + asked[r];
        const bool going_on = !(flags[r] & NEED_ENDED);
        marks->little[r] = going_on & (HELP_UNITS * hours >= 1) & (hours < ASK_ONE);
        marks->much[r] = going_on & (hours >= ASK_ONE);
    }
}
AVX2_WHERE_IT_CAN(write_wishes,
                  (const struct asking *asking, size_t first, size_t count,
                   float *restrict presence, struct marks *restrict marks),
                  (asking, first, count, presence, marks))

size_t asking_list(const struct asking *asking, size_t block, float presence[BLOCK_ROWS],
                   uint16_t rows[BLOCK_ROWS])
{
    const struct blocks *blocks = &asking->helping->world->blocks;
    const size_t first = blocks->first_row[block], count = blocks->row_count[block];
    struct marks marks;
    write_wishes(asking, first, count, presence, &marks);
    const size_t few = found_list(marks.little, count, rows);
    return few + found_list(marks.much, count, rows + few);
}

/* The ties of one resident, slot by slot, and how much each could give: nothing
 * where not asked. */
struct helpers {
    uint32_t count;
    uint32_t primary;   /* TIE_SLOTS without a primary carer */
    uint32_t strongest; /* who would give most, of whatever kind */
    float most[TIE_SLOTS], weight[TIE_SLOTS];
    float total;
};

/* The place in the order of strength of a slot beyond kin, 0 for the others. */
static inline unsigned order_of(uint32_t tie, unsigned strength, unsigned slot)
{
    const unsigned beyond_kin = -(unsigned)(tie_kind(tie) > TIE_KIN); /* all bits or none */
    return ((strength + 1) << 4 | slot) & beyond_kin;
}

/* Of the kinds beyond kin only the STRONGEST are asked: the others lose their
 * weight. */
static void leave_out(const uint32_t *alter, const uint8_t *strength, struct helpers *helpers)
{
    unsigned first = 0, second = 0, third = 0;
    for (uint32_t k = 0; k < helpers->count; k++) {
        const unsigned here = order_of(alter[k], strength[k], k);
        const unsigned below = here < first ? here : first;
        first = here > first ? here : first;
        const unsigned lower = below < second ? below : second;
        second = below > second ? below : second;
        third = lower > third ? lower : third;
    }
    float most_weight = 0;
    helpers->total = 0;
    for (uint32_t k = 0; k < helpers->count; k++) {
        const unsigned here = order_of(alter[k], strength[k], k);
        const bool asked = (here == 0) | (here >= third);
        helpers->most[k] = asked ? helpers->most[k] : 0;
        helpers->weight[k] = asked ? helpers->weight[k] : 0;
        helpers->total += helpers->weight[k];
        helpers->strongest = helpers->weight[k] > most_weight ? k : helpers->strongest;
        most_weight = helpers->weight[k] > most_weight ? helpers->weight[k] : most_weight;
    }
}

/* Household and kin always come, of the others the strongest. The primary carer
 * is the household member, else the kin, who can do most. One loop without a
 * branch but its end, for nothing about ties can be foreseen. */
static void look_up(const struct helping *helping, uint32_t i, const uint16_t *available,
                    struct helpers *helpers)
{
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    const uint8_t *strength = helping->world->ties.strength + (size_t)i * TIE_SLOTS;
    float best = 0, most_weight = 0, total = 0;
    uint32_t k = 0, primary = TIE_SLOTS, strongest = 0, others = 0;
    for (; k < TIE_SLOTS && alter[k] != 0; k++) {
        const enum tie_kind kind = tie_kind(alter[k]);
        const float most = helping->capacity[kind] * (float)available[k];
        const float weight = most * (float)strength[k] * (1.0f / 255);
        const float near = weight * helping->nearness[kind];
        primary = near > best ? k : primary;
        best = near > best ? near : best;
        strongest = weight > most_weight ? k : strongest;
        most_weight = weight > most_weight ? weight : most_weight;
        total += weight;
        others += kind > TIE_KIN;
        helpers->most[k] = most;
        helpers->weight[k] = weight;
    }
    helpers->count = k;
    helpers->primary = primary;
    helpers->strongest = strongest;
    helpers->total = total;
    if (others > STRONGEST)
        leave_out(alter, strength, helpers);
}

static uint32_t units_of(float hours)
{
    return (uint32_t)(int32_t)(HELP_UNITS * hours);
}

/* Asks a slot for so much; nobody is asked for less than a unit. */
static void ask_slot(const uint32_t *alter, struct requests *requests, uint32_t k, float near,
                     float other)
{
    const uint32_t presence = units_of(near), units = presence + units_of(other);
    const uint32_t at = requests->count;
    if (units == 0)
        return;
    requests->helper[at] = tie_place(alter[k]);
    requests->units[at] = presence << 16 | units;
    requests->near += presence;
    requests->all += units;
    requests->slots |= 1u << k;
    requests->count++;
}

/* Little help is asked of one person. */
static void ask_one(const struct helpers *helpers, const uint32_t *alter, float presence,
                    float replaceable, struct requests *requests)
{
    const float most = helpers->most[helpers->strongest];
    const float near = presence < most ? presence : most;
    const float other = replaceable < most - near ? replaceable : most - near;
    ask_slot(alter, requests, helpers->strongest, near, other);
}

/* Presence is asked of the primary carer first, the rest of all by weight; no
 * request is above what the helper could give. */
static void ask_all(const struct helping *helping, const struct helpers *helpers,
                    const uint32_t *alter, float presence, float replaceable,
                    struct requests *requests)
{
    const float part = 1 / helpers->total;
    const float primary = helpers->primary < TIE_SLOTS ? presence * helping->primary_share : 0;
    const float shared = (presence - primary) * part, other = replaceable * part;
    for (uint32_t k = 0; k < helpers->count; k++) {
        float near = shared * helpers->weight[k] + (k == helpers->primary ? primary : 0);
        near = near < helpers->most[k] ? near : helpers->most[k];
        const float left = helpers->most[k] - near, wanted = other * helpers->weight[k];
        ask_slot(alter, requests, k, near, wanted < left ? wanted : left);
    }
}

enum { HALF = TIE_SLOTS / 2 };

void asking_available(const struct asking *asking, size_t row, uint16_t available[TIE_SLOTS])
{
    const uint32_t *alter = asking_alters(asking, row);
    const uint16_t *of = asking->helping->world->residents.available;
    for (int k = 0; k < HALF; k++)
        available[k] = of[tie_place(alter[k])];
    if (alter[HALF] == 0) /* with most */
        return;
    for (int k = HALF; k < TIE_SLOTS; k++)
        available[k] = of[tie_place(alter[k])];
}

void asking_requests(const struct asking *asking, uint32_t row, const uint16_t available[TIE_SLOTS],
                     float presence, float replaceable, struct requests *requests)
{
    const struct helping *helping = asking->helping;
    const uint32_t i = helping->world->needs.resident[row];
    if (helping->wide) {
        informal_wide_requests(helping, i, available, presence, replaceable, requests);
        return;
    }
    const uint32_t *alter = asking_alters(asking, row);
    struct helpers helpers;
    memset(requests->helper, 0, TIE_SLOTS * sizeof *requests->helper);
    requests->count = requests->slots = requests->near = requests->all = 0;
    look_up(helping, i, available, &helpers);
    if (helpers.total <= 0)
        return;
    if (presence + replaceable < ASK_ONE)
        ask_one(&helpers, alter, presence, replaceable, requests);
    else
        ask_all(helping, &helpers, alter, presence, replaceable, requests);
}

void asking_again(const struct asking *asking, uint32_t row, struct requests *requests)
{
    uint16_t available[TIE_SLOTS] = {0};
    asking_available(asking, row, available);
    asking_requests(asking, row, available, asking_presence(asking, row),
                    asking->helping->world->needs.asked[row], requests);
}

size_t asking_asked(const struct world *world, size_t block, uint16_t rows[BLOCK_ROWS])
{
    const size_t first = world->blocks.first_row[block], count = world->blocks.row_count[block];
    const uint8_t *restrict flags = world->needs.flags + first;
    const uint16_t *restrict asked_of = world->needs.asked_of + first;
    uint8_t asked[BLOCK_ROWS];
    for (size_t r = 0; r < count; r++)
        asked[r] = (asked_of[r] != 0) & !(flags[r] & NEED_ENDED);
    return found_list(asked, count, rows);
}
