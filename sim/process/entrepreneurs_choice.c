#include "process/entrepreneurs_choice.h"

#include "base/attraction.h"
#include "base/elementary.h"

/* A single year never counts for more than this. */
static const double MOST_SURPRISE = 3;

double entrepreneurs_payoff(const struct entrepreneurs_params *params, double result,
                            double self_interest, double filled)
{
    const double size = params->capital / params->place_capital;
    return result / (params->capital / 100) + params->motive * (1 - self_interest) * filled / size;
}

static size_t level_of(double engagement)
{
    size_t level = 0;
    while (level + 1 < EFFORT_LEVELS &&
           engagement > (organisations_effort(level) + organisations_effort(level + 1)) / 2)
        level++;
    return level;
}

/* What the year brought beyond what one is used to, in units that count as one. */
static double surprise(const struct entrepreneurs_params *params,
                       const struct institutions_params *learning, struct organisations *o,
                       uint32_t i)
{
    if (o->experience[i] <= 0)
        o->aspiration[i] = o->payoff[i]; /* the first year is what one is used to */
    const double beyond = (double)o->payoff[i] - (double)o->aspiration[i];
    o->aspiration[i] += (float)(learning->aspiration * beyond);
    return elementary_clamp(beyond / params->unit, -MOST_SURPRISE, MOST_SURPRISE);
}

void entrepreneurs_choose(const struct entrepreneurs_params *params,
                          const struct institutions_params *learning, double lot,
                          struct organisations *o, uint32_t i)
{
    const struct attraction_rule rule = {learning->memory, 0, learning->sharpness};
    const size_t level = level_of(o->engagement[i]);
    float *attraction = o->attraction + (size_t)i * EFFORT_LEVELS;
    double brought[EFFORT_LEVELS] = {0}, pull[EFFORT_LEVELS] = {0};
    brought[level] = surprise(params, learning, o, i);
    attraction_learn(&rule, attraction, &o->experience[i], EFFORT_LEVELS, level, brought, 1);
    const size_t low = level > 0 ? level - 1 : 0;
    const size_t high = level + 1 < EFFORT_LEVELS ? level + 1 : level;
    pull[level - low] = learning->habit;
    const size_t chosen =
        low + attraction_choose(&rule, attraction + low, pull, high - low + 1, lot);
    o->engagement[i] = o->network_effort[i] = (float)organisations_effort(chosen);
}
