/* Effects of ego's own degrees: activity, and being isolated. */
#include "base/elementary.h"
#include "network/effects_rows.h"

static double out_degree(const struct network *network, uint32_t actor)
{
    return (int32_t)lists_degree(&network->out, actor);
}

static double in_degree(const struct network *network, uint32_t actor)
{
    return (int32_t)lists_degree(&network->in, actor);
}

void effect_in_activity(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end,
                        double *restrict contribution)
{
    (void)term;
    const double degree = in_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = degree;
}

double effect_in_activity_bound(const struct term *term, const struct network *network,
                                uint32_t actor)
{
    return term->value * in_degree(network, actor);
}

void effect_in_activity_sqrt(const struct term *term, const struct network *network,
                             const struct choice *choice, size_t from, size_t end,
                             double *restrict contribution)
{
    (void)term;
    const double root = elementary_sqrt(in_degree(network, choice->ego));
    for (size_t k = from; k < end; k++)
        contribution[k] = root;
}

double effect_in_activity_sqrt_bound(const struct term *term, const struct network *network,
                                     uint32_t actor)
{
    return term->value * elementary_sqrt(in_degree(network, actor));
}

void effect_out_activity(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    (void)term;
    const double degree = out_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = 2 * degree + 1 - 2 * choice->tied[k];
}

double effect_out_activity_bound(const struct term *term, const struct network *network,
                                 uint32_t actor)
{
    return term->value * (2 * out_degree(network, actor) + 1);
}

void effect_out_activity_tie(const struct term *term, const struct network *network,
                             const struct choice *choice, size_t from, size_t end,
                             double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = out_degree(network, choice->ego);
}

static double three_halves(double degree)
{
    return degree * elementary_sqrt(degree);
}

void effect_out_activity_sqrt(const struct term *term, const struct network *network,
                              const struct choice *choice, size_t from, size_t end,
                              double *restrict contribution)
{
    (void)term;
    const double degree = out_degree(network, choice->ego);
    const double made = three_halves(degree + 1) - three_halves(degree);
    const double dropped = degree > 0 ? three_halves(degree) - three_halves(degree - 1) : 0;
    for (size_t k = from; k < end; k++)
        contribution[k] = choice->tied[k] ? dropped : made;
}

double effect_out_activity_sqrt_bound(const struct term *term, const struct network *network,
                                      uint32_t actor)
{
    const double degree = out_degree(network, actor);
    return term->value * (three_halves(degree + 1) - three_halves(degree));
}

void effect_out_activity_sqrt_tie(const struct term *term, const struct network *network,
                                  const struct choice *choice, size_t from, size_t end,
                                  double *restrict contribution)
{
    (void)term;
    for (size_t k = from; k < end; k++)
        contribution[k] = elementary_sqrt(out_degree(network, choice->ego));
}

/* The parameter says which root of the degree counts. */
static double root_of(double degree, double parameter)
{
    if (degree == 0 || parameter == 1)
        return degree;
    return parameter == 2 ? elementary_sqrt(degree) : elementary_power(degree, 1 / parameter);
}

void effect_mutual_activity(const struct term *term, const struct network *network,
                            const struct choice *choice, size_t from, size_t end,
                            double *restrict contribution)
{
    const double degree = out_degree(network, choice->ego);
    const double mutual = effect_mutual_degree(network, choice->ego);
    for (size_t k = from; k < end; k++) {
        const int tied = choice->tied[k], back = choice->back[k];
        const double others = degree - tied, mutual_others = mutual - tied * back;
        contribution[k] = (others + 1) * root_of(mutual_others + back, term->parameter) -
                          others * root_of(mutual_others, term->parameter);
    }
}

double effect_mutual_activity_bound(const struct term *term, const struct network *network,
                                    uint32_t actor)
{
    return term->value * root_of(effect_mutual_degree(network, actor), term->parameter);
}

void effect_mutual_activity_tie(const struct term *term, const struct network *network,
                                const struct choice *choice, size_t from, size_t end,
                                double *restrict contribution)
{
    const double root = root_of(effect_mutual_degree(network, choice->ego), term->parameter);
    for (size_t k = from; k < end; k++)
        contribution[k] = root;
}

/* With its only tie ego is no effect_isolate any more. */
void effect_out_isolate(const struct term *term, const struct network *network,
                        const struct choice *choice, size_t from, size_t end,
                        double *restrict contribution)
{
    (void)term;
    const uint32_t degree = lists_degree(&network->out, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = degree == choice->tied[k] ? -1 : 0;
}

double effect_out_isolate_bound(const struct term *term, const struct network *network,
                                uint32_t actor)
{
    return lists_degree(&network->out, actor) == 0 ? -term->value : 0;
}

double effect_out_isolate_statistic(const struct term *term, const struct network *network,
                                    const struct choice *choice)
{
    (void)term;
    return lists_degree(&network->out, choice->ego) == 0;
}

void effect_isolate(const struct term *term, const struct network *network,
                    const struct choice *choice, size_t from, size_t end,
                    double *restrict contribution)
{
    effect_out_isolate(term, network, choice, from, end, contribution);
    const bool named = lists_degree(&network->in, choice->ego) > 0;
    for (size_t k = from; k < end && named; k++)
        contribution[k] = 0;
}

double effect_isolate_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return lists_degree(&network->in, actor) == 0 ? effect_out_isolate_bound(term, network, actor)
                                                  : 0;
}

double effect_isolate_statistic(const struct term *term, const struct network *network,
                                const struct choice *choice)
{
    return lists_degree(&network->in, choice->ego) == 0
               ? effect_out_isolate_statistic(term, network, choice)
               : 0;
}
