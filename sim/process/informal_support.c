#include "process/informal_support.h"

#include <string.h>

#include "world/draw.h"
#include "world/hours.h"

enum { UNITS = 16, STRONGEST = 3, WEEKS_100 = 433 /* weeks in 100 months */ };

/* What does not change in a month, worked out once. */
struct helping {
    const struct informal_support_params *params;
    const struct hours_params *hours;
    const struct needs_params *needs;
    double relief_share;
    struct moment now;
    struct world *world;
};

static double capacity(const struct informal_support_params *params, enum tie_kind kind)
{
    return kind == TIE_HOUSEHOLD ? params->capacity_household
           : kind == TIE_KIN     ? params->capacity_kin
                                 : params->capacity_other;
}

/* Children do not carry care, the young a little, the old less. */
static double age_factor(int years)
{
    return years < 12   ? 0
           : years < 18 ? 0.2
           : years < 25 ? 0.6
           : years < 75 ? 1
           : years < 85 ? 0.8
                        : 0.5;
}

static void offer(const struct helping *helping, uint32_t i)
{
    struct residents *residents = &helping->world->residents;
    residents->demand[i] = 0;
    residents->given[i] = 0;
    residents->available[i] = 0;
    if (residents->id[i] == 0 || residents->burnout[i] > 0)
        return;
    const int years = residents_age_months(residents, i, helping->now.month) / 12;
    const double share = residents->willingness[i] / 255.0 * (1 - residents->strain[i]) *
                         (1 - residents->worst[i] / 255.0) * age_factor(years);
    residents->available[i] = (uint16_t)(65535 * share);
}

/* What one need asks of each tie, in sixteenths of an hour. */
struct requests {
    uint32_t presence[TIE_SLOTS], replaceable[TIE_SLOTS];
    double asked; /* replaceable hours asked, before the alters' limits */
};

struct helpers {
    double weight[TIE_SLOTS], most[TIE_SLOTS];
    size_t count, primary; /* TIE_SLOTS without a primary carer */
    double total;
};

/* Household and kin always, of the others the three strongest. */
static void find_helpers(const struct helping *helping, uint32_t i, struct helpers *helpers)
{
    const struct residents *residents = &helping->world->residents;
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    const uint8_t *strength = helping->world->ties.strength + (size_t)i * TIE_SLOTS;
    unsigned others = 0;
    double best = 0;
    helpers->primary = TIE_SLOTS;
    helpers->total = 0;
    for (helpers->count = 0; helpers->count < TIE_SLOTS && alter[helpers->count] != 0;
         helpers->count++) {
        const size_t k = helpers->count;
        const enum tie_kind kind = tie_kind(alter[k]);
        const double available = residents->available[tie_place(alter[k])] / 65535.0;
        helpers->most[k] = capacity(helping->params, kind) * available;
        helpers->weight[k] = helpers->most[k] * strength[k] / 255.0;
        const double near = kind == TIE_HOUSEHOLD ? 1000 : 1;
        if ((kind == TIE_HOUSEHOLD || kind == TIE_KIN) && helpers->weight[k] * near > best) {
            best = helpers->weight[k] * near;
            helpers->primary = k;
        }
        if (kind != TIE_HOUSEHOLD && kind != TIE_KIN && helpers->weight[k] > 0)
            others |= 1u << k;
    }
    while (hours_domains(others) > STRONGEST) { /* the weakest of the others is not asked */
        size_t weakest = TIE_SLOTS;
        for (size_t k = 0; k < helpers->count; k++)
            if (others >> k & 1 && (weakest == TIE_SLOTS || strength[k] < strength[weakest]))
                weakest = k;
        others &= ~(1u << weakest);
        helpers->weight[weakest] = 0;
    }
    for (size_t k = 0; k < helpers->count; k++)
        helpers->total += helpers->weight[k];
}

static double lever_of(const struct helping *helping, size_t block, enum lever lever)
{
    const size_t n = helping->world->blocks.neighbourhood[block];
    return helping->world->neighbourhoods.lever[n * LEVERS + lever];
}

static uint32_t units_of(double hours)
{
    return (uint32_t)(UNITS * hours);
}

/* Presence is asked of the primary carer first, the rest of all by weight. */
static void request(const struct helping *helping, size_t block, uint32_t row,
                    const struct helpers *helpers, struct requests *requests)
{
    const struct needs *needs = &helping->world->needs;
    const int d = needs->domain[row];
    const double n = needs->severity[row];
    const double reluctance =
        helping->params->reluctance *
        (1 - helping->params->reluctance_relief * lever_of(helping, block, EMPOWERMENT));
    requests->asked = helping->hours->replaceable[d] * needs->net[row] * (1 - reluctance);
    double presence = helping->hours->presence[d] * n * n -
                      helping->relief_share * lever_of(helping, block, FORMAL_INFORMAL_LINK) *
                          needs->formal[row];
    if (presence < 0)
        presence = 0;
    const bool led = helpers->primary < TIE_SLOTS;
    const double shared = led ? presence * (1 - helping->params->primary_share) : presence;
    for (size_t k = 0; k < helpers->count; k++) {
        const double part = helpers->total > 0 ? helpers->weight[k] / helpers->total : 0;
        double near = shared * part;
        if (k == helpers->primary)
            near += presence * helping->params->primary_share;
        if (near > helpers->most[k])
            near = helpers->most[k];
        double replaceable = requests->asked * part;
        if (replaceable > helpers->most[k] - near)
            replaceable = helpers->most[k] - near;
        requests->presence[k] = units_of(near);
        requests->replaceable[k] = units_of(replaceable);
    }
}

static void ask(const struct helping *helping, size_t block, uint32_t row)
{
    struct world *world = helping->world;
    const uint32_t i = world->needs.resident[row];
    struct needs *needs = &world->needs;
    const int d = needs->domain[row];
    const double required = hours_required(helping->hours, d, needs->severity[row]);
    const double complexity =
        hours_complexity(&world->residents, i, helping->needs->complexity_household);
    needs->net[row] = (float)(required - helping->hours->own_strength *
                                             world->residents.self_reliance[i] *
                                             (1 - complexity) * required);
    struct helpers helpers;
    struct requests requests;
    find_helpers(helping, i, &helpers);
    request(helping, block, row, &helpers, &requests);
    needs->asked[row] = (float)requests.asked;
    const uint32_t *alter = world->ties.alter + (size_t)i * TIE_SLOTS;
    for (size_t k = 0; k < helpers.count; k++) {
        const uint32_t units = requests.presence[k] + requests.replaceable[k];
        if (units > 0) {
            uint32_t *demand = &world->residents.demand[tie_place(alter[k])];
#pragma omp atomic
            *demand += units;
        }
    }
}

/* What a helper can give in all, in units. */
static uint32_t limit_of(const struct helping *helping, uint32_t helper)
{
    return units_of(helping->params->capacity_total *
                    helping->world->residents.available[helper] / 65535.0);
}

/* The helper's share of a request; rounds down, so that nobody gives more than
 * they can. */
static uint32_t share_of(uint32_t units, uint32_t demand, uint32_t limit)
{
    return (uint32_t)((uint64_t)units * limit / demand);
}

static void receive(const struct helping *helping, size_t block, uint32_t row)
{
    struct world *world = helping->world;
    const uint32_t i = world->needs.resident[row];
    struct helpers helpers;
    struct requests requests;
    find_helpers(helping, i, &helpers);
    request(helping, block, row, &helpers, &requests);
    uint8_t *strength = world->ties.strength + (size_t)i * TIE_SLOTS;
    const uint32_t *alter = world->ties.alter + (size_t)i * TIE_SLOTS;
    uint32_t presence = 0, replaceable = 0;
    for (size_t k = 0; k < helpers.count; k++) {
        if (requests.presence[k] + requests.replaceable[k] == 0)
            continue;
        const uint32_t helper = tie_place(alter[k]);
        const uint32_t demand = world->residents.demand[helper];
        const uint32_t limit = limit_of(helping, helper);
        uint32_t near = requests.presence[k], other = requests.replaceable[k];
        if (demand > limit) {
            near = share_of(near, demand, limit);
            other = share_of(other, demand, limit);
            uint16_t *given = &world->residents.given[helper];
            const uint16_t units = (uint16_t)(near + other);
#pragma omp atomic
            *given += units;
        }
        presence += near;
        replaceable += other;
        strength[k] = (uint8_t)(strength[k] + helping->params->tie_growth * (255 - strength[k]) + 0.5);
    }
    world->needs.presence[row] = (float)presence / UNITS;
    world->needs.informal[row] = (float)replaceable / UNITS;
}

/* Burnout: months without capacity, and a need in `social`. */
static void burn_out(const struct helping *helping, size_t block, uint32_t i, struct stream *draw)
{
    struct world *world = helping->world;
    const double months = -elementary_log(stream_uniform(draw)) * helping->params->burnout_months;
    world->residents.burnout[i] = (uint8_t)(1 + (months < 60 ? months : 60));
    uint32_t row;
    if (world->residents.needs[i] >> SOCIAL & 1 || !world_add_need(world, block, i, SOCIAL, &row))
        return;
    world->needs.severity[row] = (float)(0.2 + 0.5 * stream_beta25(draw));
    world->needs.pace[row] =
        (float)elementary_exp(helping->needs->pace_spread * stream_normal(draw));
}

static void carry(const struct helping *helping, size_t block, uint32_t i, double relief)
{
    const struct informal_support_params *p = helping->params;
    struct residents *residents = &helping->world->residents;
    const uint32_t limit = limit_of(helping, i);
    if (residents->demand[i] <= limit)
        residents->given[i] = (uint16_t)residents->demand[i];
    const double week = residents->given[i] * (100.0 / WEEKS_100 / UNITS);
    if (week >= 1) {
        if (residents->care_months[i] < UINT8_MAX)
            residents->care_months[i]++;
    } else {
        residents->care_months[i] = 0;
    }
    double strain = residents->strain[i];
    const double above = (week - p->strain_from) / (40 - p->strain_from);
    if (above > 0)
        strain += p->strain_growth * (1 - p->carer_support_relief * relief) * above * (0.5 + 0.5 * above);
    strain -= p->strain_recovery * strain * (above > 0 ? 0.3 : 1);
    residents->strain[i] = (float)(strain < 1e-6 ? 0 : strain > 1 ? 1 : strain);
    if (residents->burnout[i] > 0) {
        residents->burnout[i]--;
    } else if (strain > p->burnout_above) {
        struct stream draw = stream_open(helping->now, DRAW_BURNOUT, residents->id[i]);
        if (stream_uniform(&draw) < p->burnout_hazard)
            burn_out(helping, block, i, &draw);
    }
}

/* Once a year, in a month of the person's own, every tie fades towards its
 * floor; those that help have grown meanwhile. */
static void fade(const struct helping *helping, uint32_t i)
{
    const uint32_t born_at = helping->world->residents.id[i] >> ID_OCCUPANT_BITS;
    if ((born_at + helping->now.month) % 12 != 0)
        return;
    const double floor = 255 * helping->params->tie_floor;
    uint8_t *strength = helping->world->ties.strength + (size_t)i * TIE_SLOTS;
    const uint32_t *alter = helping->world->ties.alter + (size_t)i * TIE_SLOTS;
    for (size_t k = 0; k < TIE_SLOTS && alter[k] != 0; k++)
        if (strength[k] > floor)
            strength[k] = (uint8_t)(strength[k] - helping->params->tie_fading * (strength[k] - floor) + 0.5);
}

static void carry_block(const struct helping *helping, size_t block)
{
    const struct residents *residents = &helping->world->residents;
    const double relief = lever_of(helping, block, CARER_SUPPORT);
    const uint32_t first = helping->world->blocks.first[block];
    for (uint32_t i = first; i < first + helping->world->blocks.length[block]; i++) {
        if (residents->id[i] == 0)
            continue;
        if (residents->demand[i] > 0 || residents->strain[i] > 0 || residents->care_months[i] > 0 ||
            residents->burnout[i] > 0)
            carry(helping, block, i, relief);
        fade(helping, i);
    }
}

/* Calls `act` for every need that has not ended. */
static void for_needs(const struct helping *helping, size_t block,
                      void (*act)(const struct helping *, size_t, uint32_t))
{
    const struct blocks *blocks = &helping->world->blocks;
    const uint32_t first = blocks->first_row[block], end = first + blocks->row_count[block];
    for (uint32_t row = first; row < end; row++)
        if (!(helping->world->needs.flags[row] & NEED_ENDED))
            act(helping, block, row);
}

void informal_support_step(const struct informal_support_params *params,
                           const struct hours_params *hours, const struct needs_params *needs,
                           double relief_share, struct moment now, struct world *world)
{
    const struct helping helping = {params, hours, needs, relief_share, now, world};
    const size_t blocks = world->blocks.count;
#pragma omp parallel for schedule(static)
    for (size_t i = 0; i < world->residents.count; i++)
        offer(&helping, (uint32_t)i);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < blocks; b++)
        for_needs(&helping, b, ask);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < blocks; b++)
        for_needs(&helping, b, receive);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < blocks; b++)
        carry_block(&helping, b);
}
