#include "process/self_reliance.h"

#include <string.h>

#include "world/hours.h"

struct strength {
    const struct self_reliance_params *params;
    const struct hours_params *hours;
    double relief_share;
    struct moment now;
    struct world *world;
};

enum { OLD_MONTHS = 80 * 12 };

static void add(struct residents *residents, uint32_t i, double *gain, enum gain term,
                double change)
{
    const enum income income = residents->traits[i] & TRAIT_LOW_INCOME ? INCOME_LOW : INCOME_OTHER;
    const float before = residents->self_reliance[i];
    const double after = elementary_clamp(before + change, 0, 1);
    residents->self_reliance[i] = (float)after;
    gain[term * INCOMES + income] += after - before;
}

/* What one need's month does to its resident. */
static void feel(const struct strength *strength, size_t n, uint32_t row, double *gain)
{
    const struct self_reliance_params *p = strength->params;
    const struct world *world = strength->world;
    struct residents *residents = &strength->world->residents;
    const struct needs *needs = &world->needs;
    const uint32_t i = needs->resident[row];
    const float *lever = world->neighbourhoods.lever + n * LEVERS;
    const double net = needs->net[row];
    if (needs->flags[row] & NEED_ENDED) {
        if (needs->formal[row] <= needs->informal[row])
            add(residents, i, gain, GAIN_ENDED, p->ended_event);
        return;
    }
    if (net <= 0)
        return;
    const double formal = needs->formal[row] / net;
    const double unmet = 1 - hours_met(needs, row);
    const double overload = unmet > 0 ? unmet : 0;
    const double q = hours_quality(strength->hours, needs, row);
    const double link = lever[FORMAL_INFORMAL_LINK];
    add(residents, i, gain, GAIN_LINK, p->link_gain * link * q * formal);
    add(residents, i, gain, GAIN_EMPOWERMENT,
        p->empowerment_gain * lever[EMPOWERMENT] * (1 - overload));
    add(residents, i, gain, GAIN_REPLACED,
        -p->replaced_loss * formal * (1 - strength->relief_share * link));
    const double asked = needs->asked[row], got = needs->informal[row];
    if (asked > 0)
        add(residents, i, gain, GAIN_REFUSED,
            -p->refused_loss * (got < asked ? (asked - got) / asked : 0) * overload);
}

/* Slow return to the base, for everyone: flat, and in float. */
static void settle_back(const struct strength *strength, size_t block, double *gain)
{
    struct residents *residents = &strength->world->residents;
    const struct self_reliance_params *p = strength->params;
    const float base[INCOMES][2] = {{(float)(p->base + p->base_low_income),
                                     (float)(p->base + p->base_low_income + p->base_old)},
                                    {(float)p->base, (float)(p->base + p->base_old)}};
    const float rate = (float)p->return_rate;
    const int born_before = (int)strength->now.month - OLD_MONTHS;
    const uint32_t first = strength->world->blocks.first[block];
    double sum[INCOMES] = {0};
    for (uint32_t i = first; i < first + strength->world->blocks.length[block]; i++) {
        const int income = residents->traits[i] & TRAIT_LOW_INCOME ? INCOME_LOW : INCOME_OTHER;
        const float s = residents->self_reliance[i];
        const float step = rate * (base[income][residents->birth[i] <= born_before] - s);
        residents->self_reliance[i] = s + step;
        sum[income] += residents->id[i] != 0 ? (double)step : 0;
    }
    gain[GAIN_RETURN * INCOMES + INCOME_LOW] += sum[INCOME_LOW];
    gain[GAIN_RETURN * INCOMES + INCOME_OTHER] += sum[INCOME_OTHER];
}

/* A child has the household's highest; read after everyone's month is done. */
static void lend_to_children(struct residents *residents, const struct blocks *blocks, size_t block,
                             uint32_t month)
{
    const uint32_t first = blocks->first[block];
    for (uint32_t i = first; i < first + blocks->length[block]; i++) {
        if (residents->id[i] == 0 || residents->position[i] != POSITION_CHILD ||
            residents_age_months(residents, i, month) >= 18 * 12)
            continue;
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
        memset(gain, 0, TALLIES * sizeof *gain);
        const uint32_t first = world->blocks.first_row[b];
        for (uint32_t row = first; row < first + world->blocks.row_count[b]; row++)
            feel(&strength, world->blocks.neighbourhood[b], row, gain);
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
