#include "network/behaviour.h"

#include <string.h>

#include "base/elementary.h"

static double value_of(const struct network *network, const struct covariate *behaviour,
                       uint32_t actor)
{
    return network_attribute(network, actor, behaviour->column);
}

static double apart(double one, double other)
{
    return one < other ? other - one : one - other;
}

static double linear(const struct network *network, const struct covariate *behaviour,
                     uint32_t actor, int difference)
{
    (void)network, (void)behaviour, (void)actor;
    return difference;
}

static double quadratic(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference)
{
    return (2 * (value_of(network, behaviour, actor) - behaviour->mean) + difference) * difference;
}

static double average_similarity(const struct network *network, const struct covariate *behaviour,
                                 uint32_t actor, int difference)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    const uint32_t *row = lists_row(&network->out, actor);
    const double now = value_of(network, behaviour, actor);
    double sum = 0;
    for (uint32_t k = 0; k < degree; k++) {
        const double other = value_of(network, behaviour, lists_actor(row[k]));
        sum += apart(now, other) - apart(now + difference, other);
    }
    return degree == 0 ? 0 : sum / behaviour->range / degree;
}

static double average_alter(const struct network *network, const struct covariate *behaviour,
                            uint32_t actor, int difference)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    const uint32_t *row = lists_row(&network->out, actor);
    double sum = 0;
    for (uint32_t k = 0; k < degree; k++)
        sum += value_of(network, behaviour, lists_actor(row[k])) - behaviour->mean;
    return degree == 0 ? 0 : difference * sum / degree;
}

static double in_degree(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)lists_degree(&network->in, actor);
}

#define STEGLICH "Steglich, Snijders and Pearson 2010, Sociological Methodology 40"

/* clang-format off */
const struct behaviour_effect behaviour_effects[] = {
    {"linear", "d", STEGLICH, linear},
    {"quad", "(2 (z_i - mean) + d) d", STEGLICH, quadratic},
    {"avSim", "mean over alters j of (|z_i - z_j| - |z_i + d - z_j|) / range", STEGLICH, average_similarity},
    {"avAlt", "d x mean over alters j of (z_j - mean)", STEGLICH, average_alter},
    {"indeg", "d x indegree of i", STEGLICH, in_degree},
};
/* clang-format on */

const size_t behaviour_effect_count = sizeof behaviour_effects / sizeof *behaviour_effects;

const struct behaviour_effect *behaviour_effect_find(const char *name)
{
    for (size_t i = 0; i < behaviour_effect_count; i++)
        if (strcmp(behaviour_effects[i].name, name) == 0)
            return &behaviour_effects[i];
    return NULL;
}

/* A step beyond the ends does not exist. */
void behaviour_probabilities(const struct behaviour *behaviour, const struct network *network,
                             uint32_t actor, double probability[3])
{
    const double now = value_of(network, behaviour->covariate, actor);
    double total = 0;
    for (int difference = -1; difference <= 1; difference++) {
        double utility = 0;
        for (size_t t = 0; t < behaviour->term_count && difference != 0; t++)
            utility += behaviour->terms[t].value *
                       behaviour->terms[t].effect->change(network, behaviour->covariate, actor,
                                                          difference);
        const bool exists =
            now + difference >= behaviour->least && now + difference <= behaviour->most;
        probability[difference + 1] = exists ? elementary_exp(utility) : 0;
        total += probability[difference + 1];
    }
    for (int d = 0; d < 3; d++)
        probability[d] /= total;
}

int behaviour_choose(const struct behaviour *behaviour, const struct network *network,
                     uint32_t actor, struct stream *draw)
{
    double probability[3];
    behaviour_probabilities(behaviour, network, actor, probability);
    const double point = stream_uniform(draw);
    if (point < probability[0])
        return -1;
    return point < probability[0] + probability[1] ? 0 : 1;
}
