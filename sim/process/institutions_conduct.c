#include "process/institutions_conduct.h"

#include "world/draw.h"
#include "world/effort.h"

/* What the motive of a usual institution is, openness where nothing pulls, and the trust and
 * levers against which the pulls are weighed. */
static const double USUAL_MOTIVE = 0.6, USUAL_OPENNESS = 0.4, USUAL_TRUST = 0.59, USUAL_LEVER = 0.5;

/* Draws of one institution in a month: each choice its own stretch. */
enum { CHOICE_EFFORT, CHOICE_RENEWAL };

static double lot(struct moment now, const struct organisations *o, uint32_t i, uint32_t choice)
{
    struct stream draw = stream_open(now, DRAW_CONDUCT, organisations_key(o, i));
    draw.counter.word[3] = choice << 16;
    return stream_uniform(&draw);
}

static double motive(const struct organisations *o, uint32_t i)
{
    return 1 - (double)o->self_interest[i];
}

static double mean_cost(const struct world *world, size_t m)
{
    const struct organisations *o = &world->organisations;
    const size_t first = world->municipalities.first_organisation[m];
    double sum = 0, count = 0;
    for (size_t i = first; i < first + world->municipalities.organisations[m]; i++) {
        sum += (double)o->cost[i];
        count += o->cost[i] > 0;
    }
    return count > 0 ? sum / count : 0;
}

struct climate institutions_climate(const struct scenario *scenario, const struct world *world,
                                    size_t municipality)
{
    const double to_learning = scenario->params.formal_support.feedback_to_learning;
    const struct climate climate = {
        .engagement = world_lever(world, municipality, ENGAGEMENT),
        .error_tolerance = world_lever(world, municipality, ERROR_TOLERANCE),
        .learning = to_learning * world_lever(world, municipality, FEEDBACK_QUALITY),
        .cost = mean_cost(world, municipality),
    };
    return climate;
}

double institutions_payoff(const struct institutions_params *params, const struct organisations *o,
                           uint32_t i)
{
    return ((double)o->margin[i] + motive(o, i) * (double)o->outcome[i]) / params->unit;
}

void institutions_choose_effort(const struct institutions_params *params, struct moment now,
                                struct organisations *o, uint32_t i)
{
    const struct effort_year year = {o->network_effort[i], institutions_payoff(params, o, i), 1,
                                     lot(now, o, i, CHOICE_EFFORT)};
    o->network_effort[i] = (float)effort_choose(params, o, i, &year);
}

void institutions_renew(const struct institutions_params *params, struct moment now,
                        struct organisations *o, uint32_t i)
{
    const double cost = params->renewal_cost * (double)o->capacity[i];
    const double chance = params->renewal * (double)o->routine[i] * motive(o, i) / USUAL_MOTIVE;
    if (cost > (double)o->reserve[i] || lot(now, o, i, CHOICE_RENEWAL) >= chance)
        return;
    o->reserve[i] -= (float)cost;
    o->routine[i] -= (float)params->renewal_drop * o->routine[i];
}

/* How far the municipality has tightened its hold after incidents, in the domains served. */
static double tightening(const struct world *world, uint32_t i)
{
    const struct organisations *o = &world->organisations;
    double push = 0, served = 0;
    for (size_t d = 0; d < DOMAINS; d++)
        if (o->domains[i] >> d & 1) {
            push += (double)world->municipalities.push[o->municipality[i] * DOMAINS + d];
            served += 1;
        }
    return served > 0 ? -push / served : 0;
}

void institutions_open_up(const struct institutions_params *params, const struct climate *climate,
                          struct world *world, uint32_t i)
{
    struct organisations *o = &world->organisations;
    const double goal = USUAL_OPENNESS +
                        params->openness_trust * ((double)o->trust[i] - USUAL_TRUST) +
                        params->openness_engagement * (climate->engagement - USUAL_LEVER) +
                        params->openness_errors * (climate->error_tolerance - USUAL_LEVER);
    const double openness = (double)o->openness[i];
    const double punished = params->openness_punished * openness * tightening(world, i);
    const double next = openness + params->openness_pace * (goal - openness) - punished;
    o->openness[i] = (float)elementary_clamp(next, 0, 1);
}

void institutions_settle_down(const struct institutions_params *params,
                              const struct climate *climate, struct organisations *o, uint32_t i)
{
    const double control = (1 - (double)o->steering[i]) * (1 - climate->learning);
    const double both = (double)o->cost[i] + climate->cost;
    const double size = both > 0 ? (double)o->cost[i] / both : 0.5;
    const double growth = params->routine_growth * (0.5 + size) * (0.5 + control);
    o->routine[i] += (float)(growth * (1 - (double)o->routine[i]));
}
