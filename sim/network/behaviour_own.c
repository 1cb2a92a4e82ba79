/* Effects of how much ego does already, and of its degrees, on what it does. */
#include "network/behaviour_rows.h"
#include "network/effects_rows.h"

static double centred(const struct network *network, const struct covariate *behaviour,
                      uint32_t actor)
{
    return network_attribute(network, actor, behaviour->column) - behaviour->mean;
}

double linear_change(const struct network *network, const struct covariate *behaviour,
                     uint32_t actor, int difference)
{
    (void)network, (void)behaviour, (void)actor;
    return difference;
}

double linear_statistic(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor)
{
    return centred(network, behaviour, actor);
}

double quadratic_change(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference)
{
    return (2 * centred(network, behaviour, actor) + difference) * difference;
}

double quadratic_statistic(const struct network *network, const struct covariate *behaviour,
                           uint32_t actor)
{
    return centred(network, behaviour, actor) * centred(network, behaviour, actor);
}

double in_degree_change(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)lists_degree(&network->in, actor);
}

double in_degree_statistic(const struct network *network, const struct covariate *behaviour,
                           uint32_t actor)
{
    return centred(network, behaviour, actor) * lists_degree(&network->in, actor);
}

double out_degree_change(const struct network *network, const struct covariate *behaviour,
                         uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)lists_degree(&network->out, actor);
}

double out_degree_statistic(const struct network *network, const struct covariate *behaviour,
                            uint32_t actor)
{
    return centred(network, behaviour, actor) * lists_degree(&network->out, actor);
}

double mutual_degree_change(const struct network *network, const struct covariate *behaviour,
                            uint32_t actor, int difference)
{
    (void)behaviour;
    return difference * (double)effects_mutual_degree(network, actor);
}

double mutual_degree_statistic(const struct network *network, const struct covariate *behaviour,
                               uint32_t actor)
{
    return centred(network, behaviour, actor) * effects_mutual_degree(network, actor);
}

double unnamed_change(const struct network *network, const struct covariate *behaviour,
                      uint32_t actor, int difference)
{
    (void)behaviour;
    return lists_degree(&network->in, actor) == 0 ? difference : 0;
}

double unnamed_statistic(const struct network *network, const struct covariate *behaviour,
                         uint32_t actor)
{
    return lists_degree(&network->in, actor) == 0 ? centred(network, behaviour, actor) : 0;
}
