#include "network/behaviour.h"

#include <string.h>

#include "base/elementary.h"
#include "network/behaviour_rows.h"

static double value_of(const struct network *network, const struct covariate *behaviour,
                       uint32_t actor)
{
    return network_attribute(network, actor, behaviour->column);
}

#define STEGLICH "Steglich, Snijders and Pearson 2010, Sociological Methodology 40"
#define MANUAL   "Ripley et al., Manual for RSiena"

/* clang-format off */
const struct behaviour_effect behaviour_effects[] = {
    {"linear", "d", STEGLICH, behaviour_linear, behaviour_linear_statistic},
    {"quad", "(2 (z_i - mean) + d) d", STEGLICH, behaviour_quadratic, behaviour_quadratic_statistic},
    {"avSim", "mean over alters j of (|z_i - z_j| - |z_i + d - z_j|) / range", STEGLICH,
     behaviour_average_similarity, behaviour_average_similarity_statistic},
    {"totSim", "sum over alters j of (|z_i - z_j| - |z_i + d - z_j|) / range - mean similarity", STEGLICH,
     behaviour_total_similarity, behaviour_total_similarity_statistic},
    {"avAlt", "d x mean over alters j of (z_j - mean)", STEGLICH, behaviour_average_alter, behaviour_average_alter_statistic},
    {"totAlt", "d x sum over alters j of (z_j - mean)", MANUAL, behaviour_total_alter, behaviour_total_alter_statistic},
    {"avRecAlt", "d x mean over alters j with x_ji of (z_j - mean)", MANUAL,
     behaviour_average_mutual_alter, behaviour_average_mutual_alter_statistic},
    {"maxAlt", "d x (largest z_j of the alters - mean)", MANUAL, behaviour_highest_alter, behaviour_highest_alter_statistic},
    {"minAlt", "d x (smallest z_j of the alters - mean)", MANUAL, behaviour_lowest_alter, behaviour_lowest_alter_statistic},
    {"avAttHigher", "avSim over alters, of whom those below i count as equal", MANUAL,
     behaviour_attraction_higher, behaviour_attraction_higher_statistic},
    {"avAttLower", "avSim over alters, of whom those above i count as equal", MANUAL,
     behaviour_attraction_lower, behaviour_attraction_lower_statistic},
    {"indeg", "d x indegree of i", STEGLICH, behaviour_in_degree, behaviour_in_degree_statistic},
    {"outdeg", "d x outdegree of i", STEGLICH, behaviour_out_degree, behaviour_out_degree_statistic},
    {"recipDeg", "d x reciprocated degree of i", MANUAL, behaviour_mutual_degree, behaviour_mutual_degree_statistic},
    {"isolate", "d if nobody names i", MANUAL, behaviour_unnamed, behaviour_unnamed_statistic},
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
