#include "process/self_reliance.h"

#include <string.h>

#include "base/found.h"
#include "world/hours.h"

struct strength {
    const struct self_reliance_params *params;
    const struct hours_params *hours;
    double relief_share;
    struct moment now;
    struct world *world;
};

enum { OLD_MONTHS = 80 * 12, ADULT_MONTHS = 18 * 12 };

/* Sums of a block: of each term, in a row for each income. */
struct gains {
    double of[INCOMES][GAIN_RETURN];
};

/* What one need's month does to its resident: every term in `gains`, their sum at once, held to
 * [0, 1]; where the bound cuts, the last term takes the cut. Whether there was formal help, and too
 * little of the other, cannot be foreseen: without, terms are 0 of themselves. */
static void feel(const struct strength *strength, size_t n, uint32_t row, struct gains *gains)
{
    const struct self_reliance_params *p = strength->params;
    struct residents *residents = &strength->world->residents;
    const struct needs *needs = &strength->world->needs;
    const uint32_t i = needs->resident[row];
    double term[GAINS] = {0};
    const double net = needs->net[row];
    if (needs->flags[row] & NEED_ENDED) {
        if (needs->formal[row] <= hours_from_people(needs, row))
            term[GAIN_ENDED] = p->ended_event;
    } else if (net > 0) {
        const float *lever = strength->world->neighbourhoods.lever + n * LEVERS;
        const double formal = needs->formal[row] / net;
        const double met = hours_met(needs, row);
        const double unmet = met < 1 ? 1 - met : 0, link = lever[FORMAL_INFORMAL_LINK];
        const double asked = needs->asked[row], got = needs->informal[row];
        term[GAIN_LINK] = p->link_gain * link * formal * hours_quality(strength->hours, needs, row);
        term[GAIN_REPLACED] = -p->replaced_loss * formal * (1 - strength->relief_share * link);
        if (needs->place[row] != NO_PLACE)
            term[GAIN_PLACE] = p->place_gain;
        term[GAIN_EMPOWERMENT] = p->empowerment_gain * lever[EMPOWERMENT] * (1 - unmet);
        const double refused = got < asked ? asked - got : 0;
        term[GAIN_REFUSED] = -p->refused_loss * unmet * refused / (asked > 0 ? asked : 1);
    }
    const double wanted = term[GAIN_ENDED] + term[GAIN_LINK] + term[GAIN_EMPOWERMENT] +
                          term[GAIN_PLACE] + term[GAIN_REPLACED] + term[GAIN_REFUSED];
    const double before = residents->self_reliance[i];
    const double after = elementary_clamp(before + wanted, 0, 1);
    residents->self_reliance[i] = (float)after;
    term[GAIN_REFUSED] += after - before - wanted;
    const int income = residents->traits[i] & TRAIT_LOW_INCOME ? INCOME_LOW : INCOME_OTHER;
    for (int g = 0; g < GAIN_RETURN; g++)
        gains->of[income][g] += term[g];
}

/* Slow return to the base, for everyone: flat, and in float. */
static void settle_back(const struct strength *strength, size_t block, double *gain)
{
    const struct residents *residents = &strength->world->residents;
    const struct self_reliance_params *p = strength->params;
    const size_t first = strength->world->blocks.first[block];
    const size_t length = strength->world->blocks.length[block];
    const uint32_t *restrict id = residents->id + first;
    const uint8_t *restrict traits = residents->traits + first;
    const int16_t *restrict birth = residents->birth + first;
    float *restrict self_reliance = residents->self_reliance + first;
    const float rate = (float)p->return_rate, base = (float)p->base;
    const float if_poor = (float)p->base_low_income, if_old = (float)p->base_old;
    const int born_before = (int)strength->now.month - OLD_MONTHS;
    int32_t low = 0, all = 0; /* in 2^-20: whole numbers add up in any order */
    for (size_t i = 0; i < length; i++) {
        const int32_t poor = (traits[i] & TRAIT_LOW_INCOME) != 0, old = birth[i] <= born_before;
        const float goal = base + (float)poor * if_poor + (float)old * if_old;
        const float step = rate * (goal - self_reliance[i]);
        const int32_t counted = (id[i] != 0) * (int32_t)(step * 0x1p20f);
        self_reliance[i] += step;
        all += counted;
        low += poor * counted;
    }
    gain[GAIN_RETURN * INCOMES + INCOME_LOW] += low * 0x1p-20;
    gain[GAIN_RETURN * INCOMES + INCOME_OTHER] += (all - low) * 0x1p-20;
}

/* A child has the household's highest; read after everyone's month is done. */
static void lend_to_children(struct residents *residents, const struct blocks *blocks, size_t block,
                             uint32_t month)
{
    const uint32_t first = blocks->first[block];
    const size_t length = blocks->length[block];
    const uint8_t *restrict position = residents->position + first;
    const uint32_t *restrict id = residents->id + first;
    const int16_t *restrict birth = residents->birth + first;
    const int born_after = (int)month - ADULT_MONTHS;
    uint8_t child[BLOCK_PLACES];
    uint16_t places[BLOCK_PLACES];
    for (size_t i = 0; i < length; i++)
        child[i] = (position[i] == POSITION_CHILD) & (id[i] != 0) & (birth[i] > born_after);
    const size_t count = found_list(child, length, places);
    for (size_t c = 0; c < count; c++) {
        const uint32_t i = first + places[c];
        float highest = 0;
        for (uint32_t j = residents->next[i]; j != i; j = residents->next[j])
            if (residents->position[j] != POSITION_CHILD && residents->self_reliance[j] > highest)
                highest = residents->self_reliance[j];
        if (highest > 0)
            residents->self_reliance[i] = highest;
    }
}

void self_reliance_step(const struct self_reliance_params *params, const struct hours_params *hours,
                        double relief_share, struct moment now, struct world *world)
{
    const struct strength strength = {params, hours, relief_share, now, world};
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++) {
        double *gain = world->scratch.tally + b * TALLIES;
        struct gains gains = {{{0}}};
        memset(gain, 0, TALLIES * sizeof *gain);
        const uint32_t first = world->blocks.first_row[b];
        for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++)
            feel(&strength, world->blocks.neighbourhood[b], row, &gains);
        for (int g = 0; g < GAIN_RETURN * INCOMES; g++)
            gain[g] = gains.of[g % INCOMES][g / INCOMES];
        settle_back(&strength, b, gain);
    }
#pragma omp parallel for schedule(static)
    for (size_t b = 0; b < world->blocks.count; b++)
        lend_to_children(&world->residents, &world->blocks, b, now.month);
    struct neighbourhoods *n = &world->neighbourhoods;
    for (size_t i = 0; i < n->count; i++)
        for (size_t g = 0; g < GAINS * INCOMES; g++) {
            double sum = 0;
            for (uint32_t b = 0; b < n->block_count[i]; b++)
                sum += world->scratch.tally[(n->first_block[i] + b) * TALLIES + g];
            n->gain[i * GAINS * INCOMES + g] = (float)sum;
        }
}
