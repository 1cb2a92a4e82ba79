/* Effects of what ego's alters do on what ego does. */
#include "network/behaviour_rows.h"

static double value_of(const struct network *network, const struct covariate *behaviour,
                       uint32_t actor)
{
    return network_attribute(network, actor, behaviour->column);
}

static double apart(double one, double other)
{
    return one < other ? other - one : one - other;
}

/* What an alter with `other` adds for an ego with `own`. */
typedef double alike_by(double own, double other);

static double below(double own, double other)
{
    return own < other ? own - other : 0;
}

static double above(double own, double other)
{
    return own > other ? other - own : 0;
}

static double unlike(double own, double other)
{
    return -apart(own, other);
}

/* Its sum over ego's alters, for an ego with `own`. */
static double sum_over(const struct network *network, const struct covariate *behaviour,
                       uint32_t actor, double own, alike_by *alike)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    const uint32_t *row = lists_row(&network->out, actor);
    double sum = 0;
    for (uint32_t k = 0; k < degree; k++)
        sum += alike(own, value_of(network, behaviour, lists_actor(row[k])));
    return sum;
}

static double change_of(const struct network *network, const struct covariate *behaviour,
                        uint32_t actor, int difference, alike_by *alike)
{
    const double own = value_of(network, behaviour, actor);
    return (sum_over(network, behaviour, actor, own + difference, alike) -
            sum_over(network, behaviour, actor, own, alike)) /
           behaviour->range;
}

static double mean_of(const struct network *network, uint32_t actor, double sum)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    return degree == 0 ? 0 : sum / degree;
}

/* The mean over alters of 1 - the distance that counts / range - the mean similarity. */
static double mean_statistic(const struct network *network, const struct covariate *behaviour,
                             uint32_t actor, alike_by *alike)
{
    const double own = value_of(network, behaviour, actor);
    const double mean =
        mean_of(network, actor, sum_over(network, behaviour, actor, own, alike)) / behaviour->range;
    return lists_degree(&network->out, actor) == 0 ? 0 : mean + 1 - behaviour->similarity_mean;
}

double behaviour_average_similarity(const struct network *network,
                                    const struct covariate *behaviour, uint32_t actor,
                                    int difference)
{
    return mean_of(network, actor, change_of(network, behaviour, actor, difference, unlike));
}

double behaviour_average_similarity_statistic(const struct network *network,
                                              const struct covariate *behaviour, uint32_t actor)
{
    return mean_statistic(network, behaviour, actor, unlike);
}

/* As the reference has it: a step loses the mean similarity for every alter. */
double behaviour_total_similarity(const struct network *network, const struct covariate *behaviour,
                                  uint32_t actor, int difference)
{
    return change_of(network, behaviour, actor, difference, unlike) -
           lists_degree(&network->out, actor) * behaviour->similarity_mean;
}

double behaviour_total_similarity_statistic(const struct network *network,
                                            const struct covariate *behaviour, uint32_t actor)
{
    const double own = value_of(network, behaviour, actor);
    return sum_over(network, behaviour, actor, own, unlike) / behaviour->range +
           lists_degree(&network->out, actor) * (1 - behaviour->similarity_mean);
}

double behaviour_attraction_higher(const struct network *network, const struct covariate *behaviour,
                                   uint32_t actor, int difference)
{
    return mean_of(network, actor, change_of(network, behaviour, actor, difference, below));
}

double behaviour_attraction_higher_statistic(const struct network *network,
                                             const struct covariate *behaviour, uint32_t actor)
{
    return mean_statistic(network, behaviour, actor, below);
}

double behaviour_attraction_lower(const struct network *network, const struct covariate *behaviour,
                                  uint32_t actor, int difference)
{
    return mean_of(network, actor, change_of(network, behaviour, actor, difference, above));
}

double behaviour_attraction_lower_statistic(const struct network *network,
                                            const struct covariate *behaviour, uint32_t actor)
{
    return mean_statistic(network, behaviour, actor, above);
}

static double others(double own, double other)
{
    (void)own;
    return other;
}

static double alters_total(const struct network *network, const struct covariate *behaviour,
                           uint32_t actor)
{
    return sum_over(network, behaviour, actor, 0, others) -
           lists_degree(&network->out, actor) * behaviour->mean;
}

static double alters_mean(const struct network *network, const struct covariate *behaviour,
                          uint32_t actor)
{
    return mean_of(network, actor, alters_total(network, behaviour, actor));
}

/* Over those with whom ego has ties both ways. */
static double mutual_mean(const struct network *network, const struct covariate *behaviour,
                          uint32_t actor)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    const uint32_t *row = lists_row(&network->out, actor);
    double sum = 0, mutual = 0;
    for (uint32_t k = 0; k < degree; k++)
        if (lists_has(&network->in, actor, lists_actor(row[k]))) {
            sum += value_of(network, behaviour, lists_actor(row[k])) - behaviour->mean;
            mutual += 1;
        }
    return mutual == 0 ? 0 : sum / mutual;
}

/* The highest among the alters, or the lowest. */
static double extreme(const struct network *network, const struct covariate *behaviour,
                      uint32_t actor, double sign)
{
    const uint32_t degree = lists_degree(&network->out, actor);
    const uint32_t *row = lists_row(&network->out, actor);
    double most = degree == 0 ? 0 : value_of(network, behaviour, lists_actor(row[0]));
    for (uint32_t k = 1; k < degree; k++) {
        const double other = value_of(network, behaviour, lists_actor(row[k]));
        most = sign * other > sign * most ? other : most;
    }
    return degree == 0 ? 0 : most - behaviour->mean;
}

static double centred(const struct network *network, const struct covariate *behaviour,
                      uint32_t actor)
{
    return value_of(network, behaviour, actor) - behaviour->mean;
}

double behaviour_total_alter(const struct network *network, const struct covariate *behaviour,
                             uint32_t actor, int difference)
{
    return difference * alters_total(network, behaviour, actor);
}

double behaviour_total_alter_statistic(const struct network *network,
                                       const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * alters_total(network, behaviour, actor);
}

double behaviour_average_alter(const struct network *network, const struct covariate *behaviour,
                               uint32_t actor, int difference)
{
    return difference * alters_mean(network, behaviour, actor);
}

double behaviour_average_alter_statistic(const struct network *network,
                                         const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * alters_mean(network, behaviour, actor);
}

double behaviour_average_mutual_alter(const struct network *network,
                                      const struct covariate *behaviour, uint32_t actor,
                                      int difference)
{
    return difference * mutual_mean(network, behaviour, actor);
}

double behaviour_average_mutual_alter_statistic(const struct network *network,
                                                const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * mutual_mean(network, behaviour, actor);
}

double behaviour_highest_alter(const struct network *network, const struct covariate *behaviour,
                               uint32_t actor, int difference)
{
    return difference * extreme(network, behaviour, actor, 1);
}

double behaviour_highest_alter_statistic(const struct network *network,
                                         const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * extreme(network, behaviour, actor, 1);
}

double behaviour_lowest_alter(const struct network *network, const struct covariate *behaviour,
                              uint32_t actor, int difference)
{
    return difference * extreme(network, behaviour, actor, -1);
}

double behaviour_lowest_alter_statistic(const struct network *network,
                                        const struct covariate *behaviour, uint32_t actor)
{
    return centred(network, behaviour, actor) * extreme(network, behaviour, actor, -1);
}
