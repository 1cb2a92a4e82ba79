#include "world/effort.h"

#include "base/attraction.h"
#include "base/elementary.h"

/* A single year never counts for more than this. */
static const double MOST_SURPRISE = 3;

size_t effort_level(double effort)
{
    size_t level = 0;
    while (level + 1 < EFFORT_LEVELS &&
           effort > (organisations_effort(level) + organisations_effort(level + 1)) / 2)
        level++;
    return level;
}

bool effort_due(const struct organisations *organisations, size_t i, uint32_t month)
{
    const int32_t since = (int32_t)month - organisations->founded[i];
    return since > 0 && since % 12 == 0;
}

/* What the year brought beyond what one is used to, in units. */
static double surprise(const struct institutions_params *params, struct organisations *o, size_t i,
                       const struct effort_year *year)
{
    if (o->experience[i] <= 0)
        o->aspiration[i] = (float)year->payoff; /* the first year is what one is used to */
    const double beyond = year->payoff - (double)o->aspiration[i];
    o->aspiration[i] += (float)(params->aspiration * beyond);
    return elementary_clamp(beyond / year->unit, -MOST_SURPRISE, MOST_SURPRISE);
}

double effort_choose(const struct institutions_params *params, struct organisations *organisations,
                     size_t i, const struct effort_year *year)
{
    const struct attraction_rule rule = {params->memory, 0, params->sharpness};
    const size_t level = effort_level(year->effort);
    float *attraction = organisations->attraction + i * EFFORT_LEVELS;
    double brought[EFFORT_LEVELS] = {0}, pull[EFFORT_LEVELS] = {0};
    brought[level] = surprise(params, organisations, i, year);
    attraction_learn(&rule, attraction, &organisations->experience[i], EFFORT_LEVELS, level,
                     brought, 1);
    const size_t low = level > 0 ? level - 1 : 0;
    const size_t high = level + 1 < EFFORT_LEVELS ? level + 1 : level;
    pull[level - low] = params->habit;
    const size_t steps = high - low + 1;
    return organisations_effort(low +
                                attraction_choose(&rule, attraction + low, pull, steps, year->lot));
}
