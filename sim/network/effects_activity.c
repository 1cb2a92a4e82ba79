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

void in_activity(const struct term *term, const struct network *network,
                 const struct choice *choice, size_t from, size_t end,
                 double *restrict contribution)
{
    (void)term;
    const double degree = in_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = degree;
}

double in_activity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * in_degree(network, actor);
}

void in_activity_sqrt(const struct term *term, const struct network *network,
                      const struct choice *choice, size_t from, size_t end,
                      double *restrict contribution)
{
    (void)term;
    const double root = elementary_sqrt(in_degree(network, choice->ego));
    for (size_t k = from; k < end; k++)
        contribution[k] = root;
}

double in_activity_sqrt_bound(const struct term *term, const struct network *network,
                              uint32_t actor)
{
    return term->value * elementary_sqrt(in_degree(network, actor));
}

void out_activity(const struct term *term, const struct network *network,
                  const struct choice *choice, size_t from, size_t end,
                  double *restrict contribution)
{
    (void)term;
    const double degree = out_degree(network, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = 2 * degree + 1 - 2 * choice->tied[k];
}

double out_activity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * (2 * out_degree(network, actor) + 1);
}

void out_activity_tie(const struct term *term, const struct network *network,
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

void out_activity_sqrt(const struct term *term, const struct network *network,
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

double out_activity_sqrt_bound(const struct term *term, const struct network *network,
                               uint32_t actor)
{
    const double degree = out_degree(network, actor);
    return term->value * (three_halves(degree + 1) - three_halves(degree));
}

void out_activity_sqrt_tie(const struct term *term, const struct network *network,
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

void mutual_activity(const struct term *term, const struct network *network,
                     const struct choice *choice, size_t from, size_t end,
                     double *restrict contribution)
{
    const double degree = out_degree(network, choice->ego);
    const double mutual = effects_mutual_degree(network, choice->ego);
    for (size_t k = from; k < end; k++) {
        const int tied = choice->tied[k], back = choice->back[k];
        const double others = degree - tied, mutual_others = mutual - tied * back;
        contribution[k] = (others + 1) * root_of(mutual_others + back, term->parameter) -
                          others * root_of(mutual_others, term->parameter);
    }
}

double mutual_activity_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return term->value * root_of(effects_mutual_degree(network, actor), term->parameter);
}

void mutual_activity_tie(const struct term *term, const struct network *network,
                         const struct choice *choice, size_t from, size_t end,
                         double *restrict contribution)
{
    const double root = root_of(effects_mutual_degree(network, choice->ego), term->parameter);
    for (size_t k = from; k < end; k++)
        contribution[k] = root;
}

/* With its only tie ego is no isolate any more. */
void out_isolate(const struct term *term, const struct network *network,
                 const struct choice *choice, size_t from, size_t end,
                 double *restrict contribution)
{
    (void)term;
    const uint32_t degree = lists_degree(&network->out, choice->ego);
    for (size_t k = from; k < end; k++)
        contribution[k] = degree == choice->tied[k] ? -1 : 0;
}

double out_isolate_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return lists_degree(&network->out, actor) == 0 ? -term->value : 0;
}

double out_isolate_statistic(const struct term *term, const struct network *network,
                             const struct choice *choice)
{
    (void)term;
    return lists_degree(&network->out, choice->ego) == 0;
}

void isolate(const struct term *term, const struct network *network, const struct choice *choice,
             size_t from, size_t end, double *restrict contribution)
{
    out_isolate(term, network, choice, from, end, contribution);
    const bool named = lists_degree(&network->in, choice->ego) > 0;
    for (size_t k = from; k < end && named; k++)
        contribution[k] = 0;
}

double isolate_bound(const struct term *term, const struct network *network, uint32_t actor)
{
    return lists_degree(&network->in, actor) == 0 ? out_isolate_bound(term, network, actor) : 0;
}

double isolate_statistic(const struct term *term, const struct network *network,
                         const struct choice *choice)
{
    return lists_degree(&network->in, choice->ego) == 0
               ? out_isolate_statistic(term, network, choice)
               : 0;
}
