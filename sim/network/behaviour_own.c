/* Effects of how much ego does already, and of its degrees, on what it does. */
#include "network/behaviour_rows.h"
#include "network/effects_rows.h"

static double centred(const struct network *network, const struct covariate *behaviour,
                      uint32_t actor)
{
    return network_attribute(network, actor, behaviour->column) - behaviour->mean;
}

double behaviour_linear(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference)
{
    (void)network, (void)behaviour, (void)actor;
    return difference;
}

double behaviour_linear_statistic(const struct network *network, const struct covariate *behaviour,
                                  uint32_t actor)
{
    return centred(network, behaviour, actor);
}

double behaviour_quadratic(const struct network *network, const struct covariate *behaviour,
                           uint32_t actor, int difference)
{
    return (2 * centred(network, behaviour, actor) + difference) * difference;
}

double behaviour_quadratic_statistic(const struct network *network,
                                     const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * centred(network, behaviour, actor);
}

double behaviour_in_degree(const struct network *network, const struct covariate *behaviour,
                           uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)lists_degree(&network->in, actor);
}

double behaviour_in_degree_statistic(const struct network *network,
                                     const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * lists_degree(&network->in, actor);
}

double behaviour_out_degree(const struct network *network, const struct covariate *behaviour,
                            uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)lists_degree(&network->out, actor);
}

double behaviour_out_degree_statistic(const struct network *network,
                                      const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * lists_degree(&network->out, actor);
}

double behaviour_mutual_degree(const struct network *network, const struct covariate *behaviour,
                               uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)effect_mutual_degree(network, actor);
}

double behaviour_mutual_degree_statistic(const struct network *network,
                                         const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * effect_mutual_degree(network, actor);
}

double behaviour_unnamed(const struct network *network, const struct covariate *behaviour,
                         uint32_t actor, int difference)
{
    (void)behaviour;
    return lists_degree(&network->in, actor) == 0 ? difference : 0;
}

double behaviour_unnamed_statistic(const struct network *network, const struct covariate *behaviour,
                                   uint32_t actor)
{
    return lists_degree(&network->in, actor) == 0 ? centred(network, behaviour, actor) : 0;
}
