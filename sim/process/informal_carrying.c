#include "process/informal_carrying.h"

#include "base/avx2.h"
#include "base/found.h"
#include "base/prefetch.h"
#include "process/informal_wide.h"
#include "world/draw.h"
#include "world/hours.h"

enum { CARE_UNITS = HELP_UNITS * HELP_WEEKS / 100 /* one hour a week */ };

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
    world->needs.net[row] = /* all of it, until own strength is weighed next month */
        (float)hours_required(helping->hours, SOCIAL, world->needs.severity[row]);
    world->needs.pace[row] =
        (float)elementary_exp(helping->needs->pace_spread * stream_normal(draw));
}

/* Grows convexly above the threshold, recovers with rest. */
static float strain_after(const struct helping *helping, float strain, uint32_t units, float relief)
{
    const struct informal_support_params *p = helping->params;
    const double week = units * (100.0 / HELP_WEEKS / HELP_UNITS);
    const double above = (week - p->strain_from) / (40 - p->strain_from);
    double after = strain - p->strain_recovery * strain * (above > 0 ? 0.3 : 1);
    if (above > 0)
        after +=
            p->strain_growth * (1 - p->carer_support_relief * relief) * above * (0.5 + 0.5 * above);
    return (float)(after < 1e-3 ? 0 : after > 1 ? 1 : after);
}

/* Strain and burnout, of those who have or come to have some. */
static void carry(const struct helping *helping, size_t block, uint32_t i, float relief)
{
    struct residents *residents = &helping->world->residents;
    residents->strain[i] = strain_after(helping, residents->strain[i], residents->given[i], relief);
    if (residents->burnout[i] > 0) {
        residents->burnout[i]--;
    } else if (residents->strain[i] > (float)helping->params->burnout_above) {
        struct stream draw = stream_open(helping->now, DRAW_BURNOUT, residents->id[i]);
        if (stream_uniform(&draw) < helping->params->burnout_hazard)
            burn_out(helping, block, i, &draw);
    }
}

void carrying_strengths(struct helping *helping)
{
    const struct informal_support_params *params = helping->params;
    helping->growth = (int)(256 * params->tie_growth + 0.5);
    for (int strength = 0; strength < 256; strength++) {
        const int more = ((255 - strength) * helping->growth + 128) >> 8;
        helping->grown[strength] = (uint8_t)(strength + more);
        helping->faded[strength] =
            ties_faded((uint8_t)strength, params->tie_fading, params->tie_floor);
    }
}

static void grow(const struct helping *helping, uint8_t *strength, unsigned slots)
{
    for (; slots != 0; slots &= slots - 1) {
        uint8_t *helped = &strength[lowest_bit(slots)];
        *helped = helping->grown[*helped];
    }
}

void carrying_grow(const struct helping *helping, size_t first, const uint16_t *rows, size_t count)
{
    const uint32_t *resident = helping->world->needs.resident + first;
    const uint16_t *asked_of = helping->world->needs.asked_of + first;
    uint8_t *strengths = helping->world->ties.strength;
    if (helping->wide)
        informal_wide_grow(helping, strengths, resident, asked_of, rows, count);
    else
        for (size_t k = 0; k < count; k++)
            grow(helping, strengths + (size_t)resident[rows[k]] * TIE_SLOTS, asked_of[rows[k]]);
}

/* Ties of the places listed fade towards their floor; those that help have grown meanwhile. */
static void fade(const struct helping *helping, size_t first, const uint16_t *places, size_t count)
{
    uint8_t *restrict strengths = helping->world->ties.strength + first * TIE_SLOTS;
    for (size_t k = 0; k < count; k++) {
        uint8_t *strength = strengths + (size_t)places[k] * TIE_SLOTS;
        if (k + PREFETCH_AHEAD < count)
            prefetch(strengths + (size_t)places[k + PREFETCH_AHEAD] * TIE_SLOTS);
        for (size_t s = 0; s < TIE_SLOTS; s++)
            strength[s] = helping->faded[strength[s]];
    }
}

/* Hours given and months of care, for everyone: flat. Who was asked no more than
 * they can give, gives what was asked; of the others `given` has been added up. */
static AVX2_EITHER void count_hours(struct residents *residents, size_t first, size_t length)
{
    const uint8_t *restrict traits = residents->traits + first;
    const uint32_t *restrict demand = residents->demand + first;
    uint16_t *restrict given = residents->given + first;
    uint8_t *restrict care_months = residents->care_months + first;
    for (size_t i = 0; i < length; i++) {
        const uint16_t all = (uint16_t)demand[i], part = given[i];
        given[i] = traits[i] & TRAIT_OVERASKED ? part : all;
    }
    for (size_t i = 0; i < length; i++) {
        const uint8_t months = care_months[i];
        const uint8_t more = (uint8_t)(months + (months < UINT8_MAX));
        care_months[i] = given[i] < CARE_UNITS ? 0 : more;
    }
}

/* Whom caring wears or has worn: few. */
static AVX2_EITHER void find_burdened(const struct helping *helping, size_t first, size_t length,
                                      uint8_t *found)
{
    const struct residents *residents = &helping->world->residents;
    const uint32_t *restrict id = residents->id + first;
    const float *restrict strain = residents->strain + first;
    const uint16_t *restrict given = residents->given + first;
    const uint8_t *restrict burnout = residents->burnout + first;
    const uint32_t units = helping->strain_units;
    for (size_t i = 0; i < length; i++)
        found[i] = ((strain[i] > 0) | (given[i] > units) | (burnout[i] > 0)) & (id[i] != 0);
}

/* Whether the yearly month in which a person's ties fade is now. */
static AVX2_EITHER void find_fading(const struct helping *helping, size_t first, size_t length,
                                    uint8_t *found)
{
    const uint32_t *restrict id = helping->world->residents.id + first;
    const uint32_t month = helping->now.month;
    for (size_t i = 0; i < length; i++)
        found[i] = ties_fade_now(id[i] >> ID_OCCUPANT_BITS, month);
}

/* All that is done for everybody. */
static AVX2_EITHER void look_loop(const struct helping *helping, size_t first, size_t length,
                                  uint8_t *burdened, uint8_t *fading)
{
    count_hours(&helping->world->residents, first, length);
    find_burdened(helping, first, length, burdened);
    find_fading(helping, first, length, fading);
}
AVX2_WHERE_IT_CAN(look,
                  (const struct helping *helping, size_t first, size_t length, uint8_t *burdened,
                   uint8_t *fading),
                  (helping, first, length, burdened, fading))

void carrying_block(const struct helping *helping, size_t block)
{
    const size_t n = helping->world->blocks.neighbourhood[block];
    const float relief = helping->world->neighbourhoods.lever[n * LEVERS + CARER_SUPPORT];
    const uint32_t first = helping->world->blocks.first[block];
    const size_t length = helping->world->blocks.length[block];
    uint8_t burdened[BLOCK_PLACES], fading[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    look(helping, first, length, burdened, fading);
    const size_t count = found_list(burdened, length, places);
    for (size_t k = 0; k < count; k++)
        carry(helping, block, first + places[k], relief);
    fade(helping, first, places, found_list(fading, length, places));
}

/* How much of heavy caring is over after a month, as the model has it in the long run: of severe
 * needs of care 0.026 end or go with who has them, and of those who care 0.004 go. */
static const double CARING_ENDS = 0.03;

/* Whoever is new began somewhere in these months, and has carried that part of what was carried. */
static void renew(struct residents *residents, struct moment now, size_t first, size_t length,
                  double kept)
{
    for (size_t i = first; i < first + length; i++) {
        if (residents->strain[i] <= 0)
            continue;
        struct stream draw = stream_open(now, DRAW_CARER_RENEWAL, residents->id[i]);
        if (stream_uniform(&draw) >= kept)
            residents->strain[i] *= (float)stream_uniform(&draw);
    }
}

void carrying_renew(double months, struct moment now, struct world *world)
{
    const struct blocks *blocks = &world->blocks;
    const double kept = elementary_exp(-CARING_ENDS * months);
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < blocks->count; b++)
        renew(&world->residents, now, blocks->first[b], blocks->length[b], kept);
}
